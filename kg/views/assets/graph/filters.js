/* The filters: kinds and statuses in the legend, types, sources and time above. What they leave out is gone from the
   picture, from the table and from what is saved. */
const hidden = { kind: new Set(), status: new Set(), type: new Set(), source: new Set() };
const months = { least: 0, most: 0, from: 0, until: 0 };
/* The number of a day's month; 0 for what is no day. */
const number = (day) => (/^\d{4}-\d\d/.test(day) ? 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 : 0);
const dated = (one) => Boolean(number(one.since) || number(one.until));
const narrowed = () => months.from > months.least || months.until < months.most;

function inTime(one) {
  if (!narrowed()) return true;
  if (!dated(one)) return byId("undated").checked;
  return number(one.since) <= months.until && (number(one.until) || Infinity) >= months.from;
}
/* Whether one of the sources is wanted; what rests on no source at all is nobody's to leave out. */
const fromSource = (one) => !one.sources.size || [...one.sources].some((name) => !hidden.source.has(name));

function passes(node) {
  if (hidden.kind.has(node.kind) || hidden.status.has(node.status)) return false;
  return !happens(node) || (!hidden.type.has(node.type) && inTime(node) && fromSource(node));
}
function refilter() {
  shown.nodes = nodes.map(passes);
  const follow = (edge) => shown.nodes[edge.from] && shown.nodes[edge.to] && !hidden.status.has(edge.status);
  shown.edges = edges.map((edge) => follow(edge) && (!dated(edge) || inTime(edge)) && fromSource(edge));
  /* Who has a part in nothing that is left is left out too, unless only kinds and statuses were chosen. */
  if (narrowed() || hidden.type.size || hidden.source.size) {
    nodes.forEach((node, id) => {
      if (happens(node) || !incident[id].length) return;
      shown.nodes[id] &&= incident[id].some((edge) => shown.edges[edge] && edges[edge].facts.length);
    });
    edges.forEach(({ from, to }, id) => { shown.edges[id] &&= shown.nodes[from] && shown.nodes[to]; });
  }
  nodeView.refresh();
  edgeView.refresh();
  tellShown();
  drawTable();
}
function tellShown() {
  const count = shown.nodes.filter(Boolean).length;
  byId("shown").textContent = count < nodes.length ? fill(words.shown, plural(count), plural(nodes.length)) : "";
  byId("reset").disabled = count === nodes.length && !narrowed() && !Object.values(hidden).some((set) => set.size);
}

/* The legend shows and hides. */
function press(control, on) {
  const what = control.dataset.kind ? "kind" : "status";
  control.setAttribute("aria-pressed", String(on));
  hidden[what][on ? "delete" : "add"](control.dataset[what]);
}
const controls = [...byId("legend").querySelectorAll("button")];
for (const control of controls) {
  control.addEventListener("click", () => {
    press(control, control.getAttribute("aria-pressed") !== "true");
    refilter();
  });
}
function countKinds() {
  for (const control of controls.filter((one) => one.dataset.kind)) {
    const count = nodes.filter((node) => node.kind === control.dataset.kind).length;
    control.querySelector("small").textContent = String(count);
    control.disabled = !count;
  }
}

/* Types and sources: a list to tick each, all or none of them. */
function choices(what, counted) {
  const box = byId(`${what}s`), list = box.querySelector("ul"), summary = box.querySelector("summary small");
  const names = [...counted.keys()].sort((a, b) => a.localeCompare(b, language));
  const ticks = names.map((name) => {
    const tick = make("input");
    tick.type = "checkbox";
    tick.checked = !hidden[what].has(name);
    tick.addEventListener("change", () => { hidden[what][tick.checked ? "delete" : "add"](name); tell(); refilter(); });
    const label = make("label", "", tick, make("span", "", name), make("small", "", plural(counted.get(name))));
    list.append(make("li", "", label));
    return tick;
  });
  const tell = () => { summary.textContent = `${names.length - hidden[what].size}/${names.length}`; };
  const all = (on) => {
    hidden[what] = new Set(on ? [] : names);
    for (const tick of ticks) tick.checked = on;
    tell();
    refilter();
  };
  box.querySelector(".all").onclick = () => all(true);
  box.querySelector(".none").onclick = () => all(false);
  box.hidden = names.length < 2;
  tell();
}
function countAll() {
  const types = new Map(), sources = new Map();
  const more = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  nodes.forEach((node, id) => {
    node.sources = sourcesOf([...node.facts, ...incident[id].flatMap((edge) => edges[edge].facts)]);
    if (!happens(node)) return;
    if (node.type) more(types, node.type);
    for (const name of node.sources) more(sources, name);
  });
  for (const edge of edges) edge.sources = sourcesOf(edge.facts);
  for (const edge of edges) if (!happens(nodes[edge.from]) && !happens(nodes[edge.to])) for (const name of edge.sources) more(sources, name);
  byId("types").querySelector("ul").replaceChildren();
  byId("sources").querySelector("ul").replaceChildren();
  choices("type", types);
  choices("source", sources);
}

/* Time: the first and the last month, each with a slider. */
const sliders = { from: byId("from"), until: byId("until") };
const asMonth = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
const monthWords = (value) => asMonth.format(new Date(Date.UTC(Math.floor(value / 12), value % 12, 1)));
function tellTime() {
  for (const [name, slider] of Object.entries(sliders)) slider.setAttribute("aria-valuetext", monthWords(months[name]));
  byId("span").textContent = months.most ? `${monthWords(months.from)} – ${monthWords(months.until)}` : "";
}
function setTime(from, until) {
  [months.from, months.until] = [from, until];
  [sliders.from.value, sliders.until.value] = [from, until];
  tellTime();
}
function spanAll() {
  const days = [...nodes.filter(happens), ...edges].flatMap((one) => [number(one.since), number(one.until)]).filter(Boolean);
  const whole = !narrowed();
  [months.least, months.most] = days.length ? [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] : [0, 0];
  for (const slider of Object.values(sliders)) [slider.min, slider.max] = [months.least, months.most];
  byId("time").hidden = months.least === months.most;
  setTime(whole ? months.least : Math.max(months.from, months.least), whole ? months.most : Math.min(months.until, months.most));
}
for (const [name, slider] of Object.entries(sliders)) {
  slider.addEventListener("input", () => {
    const value = Number(slider.value);
    if (name === "from") setTime(value, Math.max(value, months.until));
    else setTime(Math.min(value, months.from), value);
    refilter();
  });
}
byId("undated").addEventListener("change", refilter);

function resetFilters() {
  for (const control of controls) press(control, true);
  hidden.type.clear();
  hidden.source.clear();
  setTime(months.least, months.most);
  countAll();
  refilter();
}
byId("reset").addEventListener("click", resetFilters);
for (const box of document.querySelectorAll("#tools details")) {
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    box.open = false;
    box.querySelector("summary").focus();
    event.stopPropagation();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !box.contains(relatedTarget)) box.open = false; });
}

/* What is chosen is seen, whatever was left out before. */
function reveal(id) {
  if (shown.nodes[id]) return;
  for (const control of controls) {
    if (control.dataset.kind === nodes[id].kind || control.dataset.status === nodes[id].status) press(control, true);
  }
  refilter();
  if (!shown.nodes[id]) resetFilters();
}
