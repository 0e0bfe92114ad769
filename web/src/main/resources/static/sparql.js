// Puts the editor in place of the plain form. Its queries go to this site's own endpoint; nothing is fetched from
// anywhere else: the editor's look-ups of prefixes and terms on other sites are turned off.
(function () {
  "use strict";
  const plain = document.getElementById("plain");
  const editorPlace = document.getElementById("editor");
  const resultPlace = document.getElementById("result");
  if (!plain || !window.Yasqe || !window.Yasr) return;

  const endpoint = new URL("/sparql", location.href).href;
  const editor = new window.Yasqe(editorPlace, {
    value: document.getElementById("query").value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: (yasqe) => endpoint + "?edit=" + encodeURIComponent(yasqe.getValue()),
    autocompleters: ["prefixes", "variables"],
    prefixCcApi: editorPlace.dataset.prefixes,
    requestConfig: { endpoint, method: "POST" },
    editorHeight: "22rem",
  });
  const results = new window.Yasr(resultPlace, {
    persistenceId: null,
    prefixes: () => editor.getPrefixesFromQuery(),
    maxPersistentResponseSize: 0,
  });
  editor.on("queryResponse", (yasqe, response, duration) => results.setResponse(response, duration));
  editor.getInputField().setAttribute("aria-label", editorPlace.dataset.label);
  plain.hidden = true;

  document.querySelectorAll(".examples a[data-query]").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.querySelectorAll(".examples a[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
      editor.setValue(link.dataset.query);
      history.replaceState(null, "", link.href);
      editorPlace.scrollIntoView({ block: "nearest" });
      editor.focus();
    });
  });
})();
