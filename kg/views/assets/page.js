"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const content = JSON.parse(byId("content").textContent);
  const picture = JSON.parse(byId("picture").textContent);
  const { words, nodes, edges, facts, claims, articles } = content;
  const panel = byId("panel"), input = byId("search"), matches = byId("matches");
  const STEP = 25;

  /* All text goes in as text: no markup is ever read from the data. */
  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
    return element;
  }
  const fill = (template, value) => template.replace("{0}", () => value);
  function button(className, text, action) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }
  const sign = (kind) => document.querySelector(`#legend button[data-kind="${kind}"] svg`).cloneNode(true);
  const line = (status) => document.querySelector(`#legend button[data-status="${status}"] svg`).cloneNode(true);
  const pill = (status) => (status ? make("span", `status ${status}`, line(status), words.statuses[status]) : "");

  /* The picture. */
  const hidden = { kind: new Set(), status: new Set() };
  const nodeSet = new vis.DataSet(picture.nodes), edgeSet = new vis.DataSet(picture.edges);
  const nodeView = new vis.DataView(nodeSet, {
    filter: ({ id }) => !hidden.kind.has(nodes[id].kind) && !hidden.status.has(nodes[id].status),
  });
  const edgeView = new vis.DataView(edgeSet, { filter: ({ id }) => !hidden.status.has(edges[id].status) });
  const network = new vis.Network(byId("graph"), { nodes: nodeView, edges: edgeView }, JSON.parse(picture.options));
  network.once("afterDrawing", () => {
    document.documentElement.dataset.drawn = Math.round(performance.now());
  });
  network.fit({ maxZoomLevel: 1.15 });
  byId("graph").firstElementChild.tabIndex = 0;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const animation = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

  const incident = nodes.map(() => []);
  edges.forEach((edge, index) => {
    incident[edge.from].push(index);
    if (edge.to !== edge.from) incident[edge.to].push(index);
  });

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

  /* The panel. */
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
    panel.append(make("p", "iri", node.iri));
    cards([...node.facts, ...incident[id].flatMap((edge) => edges[edge].facts)], id);
  }
  function showEdge(id) {
    const edge = edges[id];
    start(edge.label, goTo(edge.from), "→", goTo(edge.to), pill(edge.status));
    cards(edge.facts, -1);
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
  function passage(claim) {
    const article = articles[claim.article];
    const source = make("footer", "");
    const title = make(/^https?:\/\//i.test(article.url || "") ? "a" : "span", "title", article.title);
    if (title.tagName === "A") {
      title.href = article.url;
      title.rel = "noopener noreferrer";
      title.target = "_blank";
    }
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

  /* The legend shows and hides. */
  function toggle(control, what, value, on) {
    control.setAttribute("aria-pressed", String(on));
    if (on) hidden[what].delete(value);
    else hidden[what].add(value);
    nodeView.refresh();
    edgeView.refresh();
  }
  for (const control of byId("legend").querySelectorAll("button")) {
    const what = control.dataset.kind ? "kind" : "status";
    control.addEventListener("click", () => {
      toggle(control, what, control.dataset[what], control.getAttribute("aria-pressed") !== "true");
    });
  }
  function reveal(id) {
    for (const what of ["kind", "status"]) {
      if (hidden[what].has(nodes[id][what])) {
        toggle(byId("legend").querySelector(`[data-${what}="${nodes[id][what]}"]`), what, nodes[id][what], true);
      }
    }
  }

  /* Search: accents and case do not matter. */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = nodes.map((node) => fold([node.label, ...node.also].join(" · ")));
  let active = -1, listed = [];
  function find(text) {
    const sought = fold(text.trim());
    if (!sought) return [];
    const rank = (id) => (folded[id].startsWith(sought) ? 0 : folded[id].includes(` ${sought}`) ? 1 : 2);
    return nodes.map((_, id) => id)
      .filter((id) => folded[id].includes(sought))
      .sort((a, b) => rank(a) - rank(b) || incident[b].length - incident[a].length || a - b);
  }
  function list() {
    const all = find(input.value);
    listed = all.slice(0, 40);
    matches.replaceChildren(...listed.map((id, place) => {
      const option = make("li", "", sign(nodes[id].kind), make("span", "name", nodes[id].label), make("small", "", words.kinds[nodes[id].kind]));
      option.id = `match-${place}`;
      option.setAttribute("role", "option");
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(place); });
      return option;
    }));
    const asked = input.value.trim() !== "";
    if (asked && !listed.length) matches.append(make("li", "none", words.none));
    byId("found").textContent = asked ? (all.length ? fill(words.found, String(all.length)) : words.none) : "";
    open(asked);
    mark(listed.length ? 0 : -1);
  }
  function open(on) {
    matches.hidden = !on;
    input.setAttribute("aria-expanded", String(on));
    if (!on) input.removeAttribute("aria-activedescendant");
  }
  function mark(place) {
    active = place;
    [...matches.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `match-${place}`);
    matches.children[place].scrollIntoView({ block: "nearest" });
  }
  function choose(place) {
    if (listed[place] === undefined) return;
    open(false);
    openNode(listed[place]);
  }
  input.addEventListener("input", list);
  input.addEventListener("focus", () => { if (input.value.trim()) list(); });
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && listed.length) mark((active + step + listed.length) % listed.length);
    else if (event.key === "Enter") choose(Math.max(active, 0));
    else if (event.key === "Escape") open(false);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current && document.activeElement !== input) show(null, { focus: true });
    if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
  });

  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3, animation }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3, animation }));
  byId("fit").addEventListener("click", () => network.fit({ maxZoomLevel: 1.15, animation }));
  overview();
  window.kgView = { network, show, openNode };
})();
