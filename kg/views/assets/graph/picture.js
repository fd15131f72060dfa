/* The picture. What is shown of it, the filters say. */
const shown = { nodes: nodes.map(() => true), edges: edges.map(() => true) };
const nodeSet = new vis.DataSet(picture.nodes), edgeSet = new vis.DataSet(picture.edges);
const nodeView = new vis.DataView(nodeSet, { filter: ({ id }) => shown.nodes[id] });
const edgeView = new vis.DataView(edgeSet, { filter: ({ id }) => shown.edges[id] });
const network = new vis.Network(byId("graph"), { nodes: nodeView, edges: edgeView }, JSON.parse(picture.options));
network.once("afterDrawing", () => {
  document.documentElement.dataset.drawn = Math.round(performance.now());
});
network.fit({ maxZoomLevel: 1.15 });
byId("graph").firstElementChild.tabIndex = 0;

/* Words on the lines of what is chosen or pointed at. */
const spoken = new Set();
function speak(ids) {
  const quiet = ids.filter((id) => !picture.edges[id].label && !spoken.has(id));
  quiet.forEach((id) => spoken.add(id));
  edgeSet.updateOnly(quiet.map((id) => ({ id, label: shorten(edges[id].label) })));
}
function hush() {
  edgeSet.updateOnly([...spoken].map((id) => ({ id, label: "" })));
  spoken.clear();
}
const shorten = (text) => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3, animation }));
byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3, animation }));
byId("fit").addEventListener("click", () => network.fit({ maxZoomLevel: 1.15, animation }));
