/* The panel: the details of what is chosen, with the passages that they rest on. */
const panel = byId("panel"), STEP = 25;
const past = [];
let current = null;
function show(choice, { focus = false, centre = false, remember = true } = {}) {
  if (remember && current && !(choice && choice.type === current.type && choice.id === current.id)) past.push(current);
  current = choice;
  hush();
  if (!choice) {
    past.length = 0;
    network.unselectAll();
    overview();
  } else if (choice.type === "node") {
    reveal(choice.id);
    network.selectNodes([choice.id]);
    if (incident[choice.id].length <= 40) speak(incident[choice.id]);
    showNode(choice.id);
    if (centre) network.focus(choice.id, { scale: Math.max(network.getScale(), 0.9), animation });
  } else {
    network.setSelection({ nodes: [], edges: [choice.id] });
    speak([choice.id]);
    showEdge(choice.id);
  }
  panel.scrollTop = 0;
  if (focus) panel.querySelector("h2").focus();
}
const openNode = (id) => show({ type: "node", id }, { focus: true, centre: true });

function start(title, ...what) {
  const tools = make("div", "tools");
  if (past.length) {
    tools.append(button("back", words.back, () => show(past.pop(), { focus: true, centre: true, remember: false })));
  }
  tools.append(button("close", words.close, () => show(null, { focus: true })));
  const heading = make("h2", "", title);
  heading.tabIndex = -1;
  heading.dir = "auto";
  panel.replaceChildren(tools, make("p", "what", ...what), heading);
}
function overview() {
  const heading = make("h2", "", words.overview);
  heading.tabIndex = -1;
  const list = make("ul", "rows");
  const order = nodes.map((_, id) => id).filter((id) => incident[id].length).sort((a, b) => incident[b].length - incident[a].length || a - b);
  for (const id of order.slice(0, 12)) {
    list.append(make("li", "", make("span", "entry", sign(nodes[id].kind), goTo(id)), make("small", "", String(incident[id].length))));
  }
  panel.replaceChildren(heading, make("p", "hint", words.hint), make("h3", "", words.busiest), list);
}
function showNode(id) {
  const node = nodes[id];
  start(node.label, sign(node.kind), words.kinds[node.kind] + (node.type ? ` · ${node.type}` : ""), pill(node.status));
  const iri = make("p", "iri", content.near ? link(node.iri, pageOf("/entity", { name: node.iri })) : node.iri);
  panel.append(iri, nearButton(id));
  cards([...node.facts, ...incident[id].flatMap((edge) => edges[edge].facts)], id);
}
function showEdge(id) {
  const edge = edges[id];
  start(edge.label, goTo(edge.from), "→", goTo(edge.to), pill(edge.status));
  cards(edge.facts, -1);
}
/* On the server what is named has a page of its own. */
function pageOf(path, fields) {
  const asked = new URLSearchParams({ ...fields, language });
  if (content.near.as_of) asked.set("as_of", content.near.as_of);
  return `${path}?${asked}`;
}
function link(text, href) {
  const element = make("a", "", text);
  element.href = href;
  return element;
}
const goTo = (id) => button("go", nodes[id].label, () => openNode(id));

/* Facts that rest on the same passages stand together. */
function cards(ids, self) {
  const groups = new Map();
  for (const id of new Set(ids)) {
    const key = JSON.stringify([facts[id].by, facts[id].against, facts[id].reference]);
    groups.set(key, [...(groups.get(key) || []), id]);
  }
  if (!groups.size) panel.append(make("p", "hint", words.nofacts));
  const waiting = [...groups.values()];
  const more = button("more", "", next);
  function next() {
    more.remove();
    for (const group of waiting.splice(0, STEP)) panel.append(card(group, self));
    if (waiting.length) {
      more.textContent = fill(words.more, String(waiting.length));
      panel.append(more);
    }
  }
  next();
}
function card(group, self) {
  const { by, against, reference, reported } = facts[group[0]];
  const box = make("section", "card", make("ul", "rows", ...group.map((id) => row(facts[id], self))));
  by.forEach((claim) => box.append(passage(claims[claim])));
  if (against.length) {
    box.append(make("div", "against", make("p", "", words.against), ...against.map((claim) => passage(claims[claim]))));
  }
  if (reference) box.append(make("div", "against", make("p", "", words.reference), make("p", "term", reference)));
  if (reported) box.append(make("p", "reported", fill(words.reported, reported)));
  return box;
}
function row(fact, self) {
  const role = make("span", "role", fact.predicate);
  const value = fact.object >= 0 ? goTo(fact.object) : make("span", "value", fact.text);
  const says = make("span", "says");
  if (fact.subject === self || fact.subject < 0) says.append(role, " ", value);
  else if (fact.object === self) says.append(goTo(fact.subject), " ", role);
  else says.append(goTo(fact.subject), " ", role, " ", value);
  return make("li", "fact", says, pill(fact.status));
}
function titleOf(article) {
  const elsewhere = !content.near && /^https?:\/\//i.test(article.url || "");
  const title = make(content.near || elsewhere ? "a" : "span", "title", article.title);
  if (content.near) title.href = pageOf("/article", { id: article.id });
  else if (elsewhere) Object.assign(title, { href: article.url, rel: "noopener noreferrer", target: "_blank" });
  return title;
}
function passage(claim) {
  const article = articles[claim.article];
  const source = make("footer", "");
  const title = titleOf(article);
  const rest = [article.publisher, article.date, claim.modality, claim.who && fill(words.according, claim.who)];
  source.append(title, ...rest.filter(Boolean).map((text) => ` · ${text}`));
  const quote = make("q", "", words.open + claim.quote + words.shut);
  quote.dir = "auto";
  quote.lang = title.lang = article.language;
  return make("blockquote", "", quote, source);
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) show({ type: "node", id: node });
  else if (edge !== undefined) show({ type: "edge", id: edge });
  else if (current) show(null);
});
network.on("hoverEdge", ({ edge }) => { if (!current) speak([edge]); });
network.on("blurEdge", () => { if (!current) hush(); });
network.on("hoverNode", () => { byId("graph").style.cursor = "pointer"; });
network.on("blurNode", () => { byId("graph").style.cursor = ""; });
