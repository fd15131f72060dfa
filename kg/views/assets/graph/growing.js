/* On the server's page more comes in on demand: what is near a thing, some of it at a time. */
const known = { nodes: new Map(), edges: new Map(), facts: new Map(), claims: new Map(), articles: new Map() };
const keys = { nodes: "iri", edges: "id", facts: "id", claims: "id", articles: "id" };
for (const name of Object.keys(known)) content[name].forEach((one, place) => known[name].set(one[keys[name]], place));
const asked = new Map(content.near?.centre ? [[content.near.centre, content.near]] : []);

/* The places that what came in gets here; what is known already keeps the one it has. */
function places(part, name, admitted) {
  return part[name].map((one) => {
    const place = known[name].get(one[keys[name]]);
    if (place !== undefined) return place;
    known[name].set(one[keys[name]], content[name].length);
    admitted?.push(content[name].length);
    return content[name].push(one) - 1;
  });
}
function admit(part) {
  const before = { nodes: nodes.length, edges: edges.length };
  const fresh = { nodes: [], edges: [], facts: [], claims: [] };
  const article = places(part, "articles");
  const claim = places(part, "claims", fresh.claims);
  for (const id of fresh.claims) claims[id].article = article[claims[id].article];
  const fact = places(part, "facts", fresh.facts), node = places(part, "nodes", fresh.nodes);
  const here = (id) => (id < 0 ? -1 : node[id]);
  part.facts.forEach((one, place) => {
    const own = facts[fact[place]];
    const [subject, object] = [here(one.subject), here(one.object)];
    if (fresh.facts.includes(fact[place])) for (const side of ["by", "against"]) own[side] = own[side].map((id) => claim[id]);
    if (subject >= 0) own.subject = subject;
    if (object >= 0) own.object = object;
    if (own === one) Object.assign(own, { subject, object });
  });
  part.nodes.forEach((one, place) => {
    const own = nodes[node[place]], told = one.facts.map((id) => fact[id]);
    own.facts = own === one ? told : [...new Set([...own.facts, ...told])];
  });
  places(part, "edges", fresh.edges);
  for (const id of fresh.edges) {
    const edge = edges[id];
    Object.assign(edge, { from: node[edge.from], to: node[edge.to], facts: edge.facts.map((one) => fact[one]) });
  }
  index(before.nodes, before.edges);
  return fresh;
}

/* Where the new ones stand: around the thing that was asked for, or around what they are linked to, in free places. */
function settle(centre, fresh, part) {
  const taken = Object.values(network.getPositions());
  const at = (id) => network.getPosition(id);
  const free = ({ x, y }) => taken.every((one) => Math.abs(one.x - x) > 120 || Math.abs(one.y - y) > 66);
  const looks = new Map(part.nodes.map((one, place) => [one.iri, part.picture.nodes[place]]));
  const placed = new Map();
  const anchor = (id) => {
    for (const edge of incident[id]) {
      const other = edges[edge].from === id ? edges[edge].to : edges[edge].from;
      if (placed.has(other)) return placed.get(other);
      if (other === centre) return at(centre);
    }
    return at(centre);
  };
  const added = fresh.nodes.map((id) => {
    const around = anchor(id);
    let place = around;
    for (let step = 1; step < 20_000 && !free(place); step += 1) {
      const reach = 34 * Math.sqrt(step), turn = step * 2.399963;
      place = { x: Math.round(around.x + 1.3 * reach * Math.cos(turn)), y: Math.round(around.y + reach * Math.sin(turn)) };
    }
    taken.push(place);
    placed.set(id, place);
    return { ...looks.get(nodes[id].iri), id, ...place };
  });
  return added;
}
function bend(fresh, part) {
  const drawn = new Map(part.edges.map((one, place) => [one.id, part.picture.edges[place]]));
  return fresh.edges.map((id) => ({ ...drawn.get(edges[id].id), id, from: edges[id].from, to: edges[id].to }));
}
async function grow(id) {
  const state = asked.get(nodes[id].iri) ?? { offset: 0, more: true };
  const fields = new URLSearchParams({ name: nodes[id].iri, offset: state.offset, limit: content.near.limit, language });
  if (content.near.as_of) fields.set("as_of", content.near.as_of);
  const part = await fetch(`/api/graph?${fields}`).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (!part) return words.failed;
  const fresh = admit(part);
  asked.set(nodes[id].iri, { offset: state.offset + content.near.limit, more: part.more });
  const added = settle(id, fresh, part);
  shown.nodes.push(...fresh.nodes.map(() => true));
  shown.edges.push(...fresh.edges.map(() => true));
  nodeSet.add(added);
  const lines = bend(fresh, part);
  for (const one of lines) picture.edges[one.id] = one;
  edgeSet.add(lines);
  countKinds();
  const counts = [nodes, edges, claims, articles].map((all) => plural(all.length));
  document.querySelector(".counts").textContent = fill(words.counts, ...counts);
  spanAll();
  countAll();
  refilter();
  return fill(words.grown, plural(fresh.nodes.length));
}
/* The button in the panel. */
function nearButton(id) {
  if (!content.near || asked.get(nodes[id].iri)?.more === false) return "";
  const control = button("near", asked.has(nodes[id].iri) ? words.further : words.near, async () => {
    control.disabled = true;
    control.setAttribute("aria-busy", "true");
    const told = await grow(id);
    if (current?.type === "node" && current.id === id) show(current, { focus: true, remember: false });
    byId("grown").textContent = told;
  });
  return control;
}
network.on("doubleClick", ({ nodes: [node] }) => {
  if (node !== undefined && content.near && asked.get(nodes[node].iri)?.more !== false) panel.querySelector(".near")?.click();
});
