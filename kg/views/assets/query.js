"use strict";
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const { words, queries, terms, prefixes } = content;
  const at = (id) => document.getElementById(id);
  const [editor, list, state, results] = ["sparql", "completions", "state", "results"].map(at);
  let running = null;

  const made = (tag, text, attributes = {}) => {
    const node = document.createElement(tag);
    node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const tell = (text) => { state.hidden = !text; state.textContent = text; };

  // The library: a query's parameters become fields, and its SPARQL is fetched with their values in it.
  const chosen = () => queries.find((query) => query.name === at("name").value);
  at("name").addEventListener("change", () => {
    const query = chosen();
    at("told").textContent = query ? query.description : "";
    at("parameters").replaceChildren(...(query ? query.parameters : []).flatMap((one) => [
      made("label", `${one.name}: ${one.description}`, { for: `p-${one.name}` }),
      made("input", "", { id: `p-${one.name}`, type: "search", name: one.name, value: one.default ?? "" }),
    ]), ...(query ? [made("button", words.run, { type: "submit" })] : []));
  });
  at("named").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = chosen();
    if (!query) return;
    const fields = new URLSearchParams({ name: query.name, language: document.documentElement.lang });
    for (const input of at("parameters").querySelectorAll("input")) if (input.value) fields.set(`p.${input.name}`, input.value);
    ask(`/query/text?${fields}&${asOf}`, {}).then(async (answer) => {
      if (!answer) return;
      editor.value = await answer.text();
      run();
    });
  });

  // Asking: one request at a time, an error in its own words.
  const ask = async (address, options) => {
    running?.abort();
    running = new AbortController();
    tell(words.wait);
    try {
      const answer = await fetch(address, { ...options, signal: running.signal });
      if (answer.ok) { tell(""); return answer; }
      tell((await answer.text()).trim());
    } catch (error) {
      if (error.name !== "AbortError") tell(words.unreachable);
    }
    return null;
  };
  const day = new URLSearchParams(location.search).get("as_of");
  const asOf = day ? `as_of=${encodeURIComponent(day)}` : "";
  const send = (accept) => ask(`/sparql?${asOf}`, {
    method: "POST", body: editor.value,
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
  });
  const run = async () => {
    results.replaceChildren();
    const answer = await send("application/sparql-results+json, text/turtle;q=0.9");
    if (!answer) return;
    const type = answer.headers.get("Content-Type");
    const text = await answer.text();
    if (!type.startsWith("application/sparql-results+json")) { results.replaceChildren(made("pre", text)); return; }
    const found = JSON.parse(text);
    if ("boolean" in found) { tell(found.boolean ? words.yes : words.no); return; }
    table(found.head.vars, found.results.bindings);
    const cut = found.cut ? words.cut.replace("{0}", found.cut.limit) : "";
    tell(`${words.rows.replace("{0}", found.results.bindings.length)} ${cut}`.trim());
  };
  at("editor").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  at("save").addEventListener("click", async () => {
    const answer = await send(at("form").value);
    if (!answer) return;
    const link = made("a", "", { href: URL.createObjectURL(await answer.blob()), download: `results.${ending(answer)}` });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  const ending = (answer) => ({ "text/csv": "csv", "text/tab-separated-values": "tsv", "text/turtle": "ttl" })[answer.headers.get("Content-Type").split(";")[0]]
    ?? (answer.headers.get("Content-Type").includes("xml") ? "xml" : "json");

  // The table: at most so many rows are drawn; all can be saved.
  const MOST = 1000;
  const table = (columns, rows) => {
    const drawn = document.createElement("table");
    const head = drawn.createTHead().insertRow();
    for (const name of columns) head.append(made("th", name, { scope: "col" }));
    const body = drawn.createTBody();
    for (const row of rows.slice(0, MOST)) {
      const line = body.insertRow();
      for (const name of columns) line.insertCell().append(...cell(row[name]));
    }
    results.replaceChildren(drawn);
    if (rows.length > MOST) results.append(made("p", words.drawn.replace("{0}", MOST)));
  };
  const cell = (term) => {
    if (!term) return [];
    if (term.type === "uri" && term.value.startsWith(content.base)) {
      const path = term.value.slice(content.base.length);
      const fields = new URLSearchParams({ language: document.documentElement.lang });
      const article = path.startsWith("article/");
      fields.set(article ? "id" : "name", article ? decodeURIComponent(path.slice(8)) : term.value);
      if (/^(article|state|organisation|person|group|place|agreement|event|tenure)\//.test(path)) {
        if (day) fields.set("as_of", day);
        return [made("a", path, { href: `/${article ? "article" : "entity"}?${fields}` })];
      }
    }
    return [short(term)];
  };
  const short = (term) => {
    if (term.type !== "uri") return String(term.value ?? "");
    const known = Object.entries(prefixes).find(([, iri]) => term.value.startsWith(iri));
    return known ? `${known[0]}:${term.value.slice(known[1].length)}` : term.value;
  };

  // Completion of terms, prefixes and keywords: Ctrl+Space, or while a prefixed name is typed.
  let matches = [], active = 0;
  const word = () => /[?$]?[A-Za-z][\w:]*$/.exec(editor.value.slice(0, editor.selectionStart))?.[0] ?? "";
  const variables = () => [...new Set(editor.value.match(/[?$]\w+/g) ?? [])].map((name) => ({ name, told: "" }));
  const offer = (wanted) => {
    const start = word().toLowerCase();
    const all = [...terms, ...variables()];
    matches = wanted || start.includes(":") || start.length > 1
      ? all.filter((one) => one.name.toLowerCase().startsWith(start) && one.name !== word()).slice(0, 12) : [];
    active = 0;
    show();
  };
  const show = () => {
    list.replaceChildren(...matches.map((one, index) => {
      const item = made("li", one.name, { role: "option", id: `c-${index}`, "aria-selected": String(index === active) });
      if (one.told) item.append(made("small", ` ${one.told}`));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(index); });
      return item;
    }));
    list.hidden = !matches.length;
    editor.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) editor.removeAttribute("aria-activedescendant");
    else editor.setAttribute("aria-activedescendant", `c-${active}`);
  };
  const take = (index) => {
    const end = editor.selectionStart;
    editor.setRangeText(matches[index].name, end - word().length, end, "end");
    matches = [];
    show();
  };
  editor.addEventListener("input", () => offer(false));
  editor.addEventListener("blur", () => { matches = []; show(); });
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
    else if (event.key === " " && event.ctrlKey) { event.preventDefault(); offer(true); }
    else if (list.hidden) return;
    else if (event.key === "Escape") { matches = []; show(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      active = (active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
      show();
    } else if (event.key === "Tab" || (event.key === "Enter" && !event.ctrlKey)) { event.preventDefault(); take(active); }
  });
  const given = new URLSearchParams(location.search).get("query");
  if (given) { editor.value = given; run(); }
})();
