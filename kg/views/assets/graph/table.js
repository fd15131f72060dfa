/* The table: the same things, with their relations in words, for those who do not use the picture. */
const ROWS = 100;
const order = { by: "when", down: true, rows: ROWS };
const told = {
  what: (id) => nodes[id].label,
  kind: (id) => words.kinds[nodes[id].kind] + (nodes[id].type ? ` · ${nodes[id].type}` : ""),
  when: (id) => nodes[id].since || nodes[id].until,
  status: (id) => (nodes[id].status ? words.statuses[nodes[id].status] : ""),
  relations: (id) => incident[id].filter((edge) => shown.edges[edge]).length,
  sources: (id) => nodes[id].sources.size,
};
function drawTable() {
  if (byId("table").hidden) return;
  const ids = nodes.map((_, id) => id).filter((id) => shown.nodes[id]);
  const keys = new Map(ids.map((id) => [id, told[order.by](id)]));
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), language));
  ids.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (!one !== !other) return one ? -1 : 1;  /* what is empty comes last */
    return (order.down ? -1 : 1) * compare(one, other) || a - b;
  });
  byId("rows").replaceChildren(...ids.slice(0, order.rows).map(tableRow));
  const left = ids.length - order.rows;
  byId("more-rows").hidden = left <= 0;
  byId("more-rows").textContent = fill(words.more, plural(Math.max(left, 0)));
  for (const head of byId("table").querySelectorAll("th")) {
    head.setAttribute("aria-sort", head.dataset.by === order.by ? (order.down ? "descending" : "ascending") : "none");
  }
}
function tableRow(id) {
  const node = nodes[id];
  const name = make("th", "", button("go", node.label, () => openNode(id)));
  name.scope = "row";
  name.dir = "auto";
  const cells = [told.kind(id), node.when || told.when(id) || "", pill(node.status)];
  const sources = [...node.sources].sort((a, b) => a.localeCompare(b, language));
  return make(
    "tr", "", name, ...cells.map((cell) => make("td", "", cell)), relationsCell(id),
    make("td", "", sources.slice(0, 4).join(", ") + (sources.length > 4 ? ` +${sources.length - 4}` : "")),
  );
}
const FEW = 6;
function relationsCell(id) {
  const all = incident[id].filter((edge) => shown.edges[edge]);
  const list = make("ul", "rows", ...all.slice(0, FEW).map((edge) => {
    const { from, to, label } = edges[edge];
    const other = goTo(from === id ? to : from), role = make("span", "role", label);
    return from === id ? make("li", "", role, " ", other) : make("li", "", other, " ", role);
  }));
  if (all.length > FEW) list.append(make("li", "", button("go", fill(words.more, plural(all.length - FEW)), () => openNode(id))));
  return make("td", "", list);
}
for (const head of byId("table").querySelectorAll("th")) {
  head.querySelector("button").addEventListener("click", () => {
    order.down = head.dataset.by === order.by ? !order.down : ["when", "relations", "sources"].includes(head.dataset.by);
    Object.assign(order, { by: head.dataset.by, rows: ROWS });
    drawTable();
  });
}
byId("more-rows").addEventListener("click", () => {
  const first = order.rows;
  order.rows += ROWS;
  drawTable();
  byId("rows").children[first]?.querySelector("button").focus();
});
function showAs(what) {
  for (const one of ["picture", "table"]) {
    byId(`as-${one}`).setAttribute("aria-pressed", String(one === what));
    byId(one === "picture" ? "drawing" : "table").hidden = one !== what;
  }
  if (what === "picture") network.redraw();
  drawTable();
}
byId("as-picture").addEventListener("click", () => showAs("picture"));
byId("as-table").addEventListener("click", () => showAs("table"));
