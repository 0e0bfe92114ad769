// Puts the editor in place of the plain form. Its queries go to this site's own endpoint and nowhere else.
(function () {
  "use strict";
  const plain = document.getElementById("plain");
  const place = document.getElementById("yasgui");
  if (!plain || !place || !window.Yasgui) return;

  const endpoint = new URL("/sparql", location.href).href;
  const yasgui = new window.Yasgui(place, {
    persistenceId: null,
    populateFromUrl: false,
    autofocus: false,
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    requestConfig: { endpoint, method: "POST" },
    yasqe: { value: document.getElementById("query").value },
  });
  const editor = () => yasgui.getTab().getYasqe();
  editor().setValue(document.getElementById("query").value);
  plain.hidden = true;

  document.querySelectorAll(".examples a[data-query]").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.querySelectorAll(".examples a[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
      editor().setValue(link.dataset.query);
      history.replaceState(null, "", link.href);
      place.scrollIntoView({ block: "nearest" });
      editor().focus();
    });
  });
})();
