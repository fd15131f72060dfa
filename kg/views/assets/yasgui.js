"use strict";
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const endpoint = new URL(`/sparql${content.as_of ? `?as_of=${content.as_of}` : ""}`, location.href).href;
  // Completion of classes and properties asks a service elsewhere; what this page knows by itself is enough.
  Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
  Yasgui.Yasqe.defaults.value = content.example;
  Yasgui.defaults.endpointCatalogueOptions.getData = () => [];
  window.kgYasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint }, persistenceId: null, populateFromUrl: false, copyEndpointOnNewTab: true,
  });
})();
