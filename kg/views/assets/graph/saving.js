/* The picture as a file: drawn anew as SVG, all that the filters leave, and from that as PNG. */
const SVG = "http://www.w3.org/2000/svg";
const look = JSON.parse(picture.options);
const PAPER = look.nodes.font.strokeColor, INK = look.nodes.font.color, BORDER = 24, PIXELS = 6000;
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") element.setAttribute(name, typeof value === "number" ? +value.toFixed(1) : value);
  }
  element.append(...children);
  return element;
}
const dashes = (pattern) => (Array.isArray(pattern) ? pattern.join(" ") : "");
const points = (pairs) => pairs.map(([x, y]) => `${+x.toFixed(1)},${+y.toFixed(1)}`).join(" ");
const round = (x, y, size, corners, turn) => Array.from({ length: corners }, (_, at) => {
  const angle = turn + (at * 2 * Math.PI) / corners;
  return [x + size * Math.cos(angle), y + size * Math.sin(angle)];
});

/* A shape, and the words that belong to it. */
const CORNERS = { square: [4, Math.PI / 4, 1.414], diamond: [4, 0, 1], hexagon: [6, 0, 1], triangle: [3, -Math.PI / 2, 1.3], triangleDown: [3, Math.PI / 2, 1.3] };
function styled(item) {
  const group = look.groups[item.group];
  return { ...group, ...item, color: item.color ?? group.color, font: { ...look.nodes.font, ...group.font, ...item.font } };
}
function texts(lines, x, y, font, weight = 400) {
  const lead = font.size * 1.2, top = y - (lead * (lines.length - 1)) / 2;
  return draw("text", { "text-anchor": "middle", "font-size": font.size, "font-weight": weight, fill: font.color, stroke: font.strokeWidth ? PAPER : "", "stroke-width": font.strokeWidth || "", "paint-order": "stroke" },
    ...lines.map((words, at) => draw("tspan", { x, y: top + at * lead, "dominant-baseline": "central" }, words)));
}
function drawNode(id, at) {
  const item = styled(nodeSet.get(id)), { x, y } = at, lines = item.label.split("\n");
  const paint = { fill: item.color.background, stroke: item.color.border, "stroke-width": item.borderWidth ?? look.nodes.borderWidth, "stroke-dasharray": dashes(item.shapeProperties?.borderDashes) };
  const title = draw("title", {}, nodes[id].label);
  if (item.shape === "box") {
    const { left, right, top, bottom } = network.getBoundingBox(id);
    return draw("g", {}, title, draw("rect", { ...paint, x: left, y: top, width: right - left, height: bottom - top, rx: 5 }), texts(lines, x, y, item.font));
  }
  const [corners, turn, grow] = CORNERS[item.shape] ?? [];
  const shape = corners ? draw("polygon", { ...paint, points: points(round(x, y, item.size * grow, corners, turn)) }) : draw("circle", { ...paint, cx: x, cy: y, r: item.size });
  const below = y + item.size + 4 + (item.font.size * 1.2 * lines.length) / 2;
  return draw("g", {}, title, shape, texts(lines, x, below, item.font));
}

/* A line from border to border, bent as in the picture, with its arrow, its mark and its words. */
function border(id, from, towards) {
  const item = styled(nodeSet.get(id));
  const away = Math.hypot(towards.x - from.x, towards.y - from.y) || 1;
  const [dx, dy] = [(towards.x - from.x) / away, (towards.y - from.y) / away];
  const { left, right, top, bottom } = network.getBoundingBox(id);
  const reach = item.shape === "box" ? Math.min((right - left) / 2 / (Math.abs(dx) || 1e-9), (bottom - top) / 2 / (Math.abs(dy) || 1e-9)) : item.size + 1;
  return { x: from.x + dx * reach, y: from.y + dy * reach, dx, dy };
}
const arrow = ({ x, y, dx, dy }, size, fill) => draw("polygon", {
  fill, points: points([[x, y], [x + dx * size - dy * size * 0.45, y + dy * size + dx * size * 0.45], [x + dx * size + dy * size * 0.45, y + dy * size - dx * size * 0.45]]),
});
function signOf(status, { x, y }, { dx, dy }, color) {
  if (status === "denied") return [draw("path", { stroke: color, "stroke-width": 3, d: `M${x - dy * 7} ${y + dx * 7}L${x + dy * 7} ${y - dx * 7}` })];
  if (status === "disputed") return [draw("polygon", { fill: color, points: points(round(x, y, 6, 4, 0)) })];
  return [];
}
function drawEdge(id, places) {
  const item = edgeSet.get(id), [a, b] = [places[item.from], places[item.to]];
  const paint = { fill: "none", stroke: item.color, "stroke-width": item.width ?? look.edges.width, "stroke-dasharray": dashes(item.dashes) };
  const group = draw("g", {}, draw("title", {}, edges[id].label));
  let middle;
  if (item.from === item.to) {
    const size = item.selfReference?.size ?? 18;
    middle = { x: a.x + size, y: a.y - size };
    group.append(draw("circle", { ...paint, cx: middle.x, cy: middle.y, r: size }));
  } else {
    const via = network.body.edges[id]?.edgeType.getViaNode?.() ?? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const [start, end] = [border(item.from, a, via), border(item.to, b, via)];
    group.append(draw("path", { ...paint, d: `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${via.x.toFixed(1)} ${via.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}` }));
    if (item.arrows.to?.enabled) group.append(arrow(end, 9, item.color));
    if (item.arrows.from?.enabled) group.append(arrow(start, 9, item.color));
    middle = { x: (start.x + 2 * via.x + end.x) / 4, y: (start.y + 2 * via.y + end.y) / 4 };
    group.append(...signOf(edges[id].status, middle, end, item.color));
  }
  if (picture.edges[id].label) group.append(texts([item.label], middle.x, middle.y, look.edges.font));
  return group;
}

/* All of it, with its title above and below what the shapes and lines mean. */
function legend(x, y) {
  const row = draw("g", {});
  const name = (words, room) => {
    row.append(draw("text", { x: x + room, y, "font-size": 13, fill: INK, "dominant-baseline": "central" }, words));
    x += room + 30 + 7.5 * words.length;
  };
  for (const kind of Object.keys(look.groups).filter((one) => nodes.some((node, id) => node.kind === one && shown.nodes[id]))) {
    const { shape, color } = look.groups[kind], paint = { fill: color.background, stroke: color.border };
    const [corners, turn, grow] = CORNERS[shape] ?? [];
    if (shape === "box") row.append(draw("rect", { ...paint, x: x - 9, y: y - 6, width: 18, height: 12, rx: 3 }));
    else if (corners) row.append(draw("polygon", { ...paint, points: points(round(x, y, 7 * grow, corners, turn)) }));
    else row.append(draw("circle", { ...paint, cx: x, cy: y, r: 7 }));
    name(words.kinds[kind], 15);
  }
  for (const status of Object.keys(words.statuses)) {
    const id = edges.findIndex((edge, place) => edge.status === status && shown.edges[place]);
    if (id < 0) continue;
    const { color, width, dashes: gaps } = picture.edges[id];
    row.append(draw("path", { d: `M${x} ${y}h32`, stroke: color, "stroke-width": width ?? look.edges.width, "stroke-dasharray": dashes(gaps) }));
    row.append(...signOf(status, { x: x + 16, y }, { dx: 1, dy: 0 }, color));
    name(words.statuses[status], 40);
  }
  return [row, x];
}
function asSvg() {
  const ids = nodes.map((_, id) => id).filter((id) => shown.nodes[id]);
  const places = network.getPositions(ids);
  const boxes = ids.map((id) => network.getBoundingBox(id));
  const most = (name, choose, start) => boxes.reduce((found, box) => choose(found, box[name]), start);
  const [left, top] = [most("left", Math.min, 0) - BORDER, most("top", Math.min, 0) - BORDER - 34];
  const [meaning, end] = legend(0, 0);
  const width = Math.max(most("right", Math.max, 0) - left, end) + BORDER, height = most("bottom", Math.max, 0) + BORDER + 40 - top;
  const drawn = edges.map((_, id) => id).filter((id) => shown.edges[id]);
  return draw("svg", { xmlns: SVG, width, height, viewBox: [left, top, width, height].map((one) => one.toFixed(1)).join(" "), "font-family": look.nodes.font.face },
    draw("title", {}, document.title),
    draw("rect", { x: left, y: top, width, height, fill: PAPER }),
    draw("text", { x: left + BORDER, y: top + 30, "font-size": 20, "font-weight": 600, fill: INK }, document.title),
    ...drawn.map((id) => drawEdge(id, places)), ...ids.map((id) => drawNode(id, places[id])),
    draw("g", { transform: `translate(${(left + BORDER + 10).toFixed(1)} ${(top + height - 22).toFixed(1)})` }, meaning));
}
function save(blob, ending) {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "graph"}.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
const source = () => new XMLSerializer().serializeToString(asSvg());
async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source())}`;
  await image.decode();
  const scale = Math.min(2, PIXELS / Math.max(image.width, image.height));
  const canvas = make("canvas");
  [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, "png"), "image/png");
}
byId("save-svg").addEventListener("click", () => save(new Blob([source()], { type: "image/svg+xml" }), "svg"));
byId("save-png").addEventListener("click", savePng);
