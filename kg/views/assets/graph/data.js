/* What the page holds. More may come in later: the lists grow, and what is in them keeps its place. */
const byId = (id) => document.getElementById(id);
const content = JSON.parse(byId("content").textContent);
const picture = JSON.parse(byId("picture").textContent);
const { words, nodes, edges, facts, claims, articles } = content;
const language = document.documentElement.lang;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

/* All text goes in as text: no markup is ever read from the data. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}
const fill = (template, ...values) => template.replace(/\{(\d)\}/g, (all, place) => values[place] ?? all);
const plural = (count) => count.toLocaleString(language);
function button(className, text, action) {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}
const sign = (kind) => document.querySelector(`#legend button[data-kind="${kind}"] svg`).cloneNode(true);
const line = (status) => document.querySelector(`#legend button[data-status="${status}"] svg`).cloneNode(true);
const pill = (status) => (status ? make("span", `status ${status}`, line(status), words.statuses[status]) : "");
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* Which relations a thing has, and what it is found by. */
const incident = [], folded = [];
function index(firstNode, firstEdge) {
  for (let id = firstNode; id < nodes.length; id += 1) {
    incident[id] = [];
    nodes[id].sources = new Set();
    folded[id] = fold([nodes[id].label, ...nodes[id].also].join(" · "));
  }
  for (let id = firstEdge; id < edges.length; id += 1) {
    edges[id].sources = new Set();
    incident[edges[id].from].push(id);
    if (edges[id].to !== edges[id].from) incident[edges[id].to].push(id);
  }
}
index(0, 0);
const happens = (node) => node.kind === "Event" || node.kind === "Agreement";
const publisher = (claim) => articles[claims[claim].article].publisher || words.nobody;
function sourcesOf(ids) {
  const found = new Set();
  for (const id of ids) for (const claim of [...facts[id].by, ...facts[id].against]) found.add(publisher(claim));
  return found;
}
