// The niceties of the search page. Everything works without this file: it only saves a click.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  const searchForm = () => document.getElementById("search");

  // Ticking a box or choosing an order searches at once.
  document.addEventListener("change", (event) => {
    const form = searchForm();
    if (form && event.target.form === form && event.target.matches("input[type=checkbox], select")) form.requestSubmit();
  });

  // Empty fields and the default order stay out of the address.
  document.addEventListener("formdata", (event) => {
    if (event.target !== searchForm()) return;
    if (event.formData.get("q") === "") event.formData.delete("q");
    if (event.formData.get("sort") === "relevance") event.formData.delete("sort");
  });

  // What the reader has unfolded stays unfolded, and where the list was scrolled to stays, when results are replaced.
  let unfolded = [];
  document.addEventListener("htmx:beforeSwap", () => {
    unfolded = [...document.querySelectorAll("#found details[open]")].map((details) => details.id);
  });
  document.addEventListener("htmx:afterSwap", () => {
    unfolded.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    const total = document.getElementById("total");
    const announce = document.getElementById("announce");
    if (total && announce) announce.textContent = total.textContent;
  });

  // A text that is ready to use can be copied with one click.
  document.addEventListener("DOMContentLoaded", () => {
    if (navigator.clipboard) document.querySelectorAll("button.copy").forEach((button) => (button.hidden = false));
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    await navigator.clipboard.writeText(button.closest("figure").querySelector("pre").textContent);
    button.textContent = button.dataset.done;
  });

  // "/" puts the cursor into the search field, as on other sites of this kind.
  document.addEventListener("keydown", (event) => {
    const field = document.getElementById("q");
    if (event.key !== "/" || !field || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
