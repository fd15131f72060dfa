/* What is not needed to draw comes after the first picture. */
overview();
requestAnimationFrame(() => setTimeout(() => {
  spanAll();
  countAll();
  tellShown();
  document.documentElement.dataset.ready = "yes";
}));
window.kgView = { network, nodes, edges, show, openNode };
