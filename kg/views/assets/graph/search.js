/* Search: accents and case do not matter. */
const input = byId("search"), matches = byId("matches");
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
  if (event.key === "/" && !document.activeElement.matches("input, textarea, select")) { event.preventDefault(); input.focus(); }
});
