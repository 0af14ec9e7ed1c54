// The list beside the article: edits, articles or terms, of which only the rows in sight are in the page.
const HEIGHTS = { edits: 2.3, articles: 3.4, terms: 3.4 };
const SIGNS = { pending: "\u25cb", auto: "\u22ef", unresolved: "?", accepted: "\u2713", edited: "\u270e", rejected: "\u2717" };
const STATE_NAMES = { pending: "to review", auto: "applied as certain", unresolved: "needs a wording", accepted: "accepted", edited: "worded by a reader", rejected: "Chinese kept" };
const TIERS = {
  glossary: "Glossary", termbase: "Termbase", memory: "Past decision", article: "Same article", dictionary: "Dictionary", mt: "Machine translation", model: "Language model", rule: "Rule", none: "Nothing proposed",
};
const list = { items: [], at: -1 };

function stateName(row) {
  return carriedOver(row) ? "carried over, confirm" : STATE_NAMES[stateOf(row)];
}

function rowHeight() {
  return HEIGHTS[view.tab] * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** What the list holds; keeps the place where it was scrolled to. */
function fillList() {
  const makers = { edits: () => view.rows, articles: listedArticles, terms: listedTerms };
  list.items = makers[view.tab]();
  byId("rows").setAttribute("aria-label", { edits: "Edits", articles: "Articles", terms: "Terms" }[view.tab]);
  byId("rows").style.height = `${list.items.length * rowHeight()}px`;
  drawList(true);
}

function listedArticles() {
  const sought = byId("search").value.trim().toLowerCase();
  return [...run.articles.keys()].filter((number) => `${run.articles[number].title} ${run.articles[number].path}`.toLowerCase().includes(sought));
}

/** The terms of the rows that pass the filters, marks last, those with most left to do first; the term that is singled out hides no other. */
function listedTerms() {
  if (view.term >= 0 && list.items.includes(view.term)) return list.items;
  const left = new Map();
  for (const row of view.rows) left.set(run.columns.term[row], (left.get(run.columns.term[row]) ?? 0) + (decided(row) ? 0 : 1));
  const isMark = (term) => Number(!/[\p{L}\p{N}]/u.test(run.pool[term]));
  return [...left.keys()].sort((a, b) => isMark(a) - isMark(b) || left.get(b) - left.get(a) || (run.pool[a] < run.pool[b] ? -1 : 1));
}

/** The rows of a term that the list is about. */
function rowsOfTerm(term) {
  return run.byTerm.get(term).filter((row) => wholeRun() || run.articleOf[row] === view.article);
}

function currentItem() {
  if (view.tab === "edits") return view.at;
  if (view.tab === "articles") return list.items.indexOf(view.article);
  return view.term >= 0 ? list.items.indexOf(view.term) : view.current < 0 ? -1 : list.items.indexOf(run.columns.term[view.current]);
}

/** Draw the rows in sight; `follow` scrolls the current one into sight first. */
function drawList(follow = false) {
  const box = byId("list");
  const height = rowHeight();
  const sight = box.clientHeight || 600;
  list.at = currentItem();
  if (follow && list.at >= 0 && (list.at * height < box.scrollTop || (list.at + 1) * height > box.scrollTop + sight)) box.scrollTop = (list.at - 3) * height;
  const first = Math.max(0, Math.floor(box.scrollTop / height) - 4);
  const end = Math.min(list.items.length, Math.ceil((box.scrollTop + sight) / height) + 4);
  const rows = [];
  for (let i = first; i < end; i++) rows.push(listRow(i, height));
  const holder = byId("rows");
  holder.replaceChildren(...rows);
  if (list.at >= first && list.at < end) holder.setAttribute("aria-activedescendant", `row-${list.at}`);
  else holder.removeAttribute("aria-activedescendant");
}

function listRow(i, height) {
  const fill = { edits: editRow, articles: articleRow, terms: termRow }[view.tab];
  const row = fill(list.items[i]);
  row.id = `row-${i}`;
  row.style.top = `${i * height}px`;
  row.style.height = `${height}px`;
  for (const [name, value] of [["role", "option"], ["aria-selected", i === list.at], ["aria-setsize", list.items.length], ["aria-posinset", i + 1]]) row.setAttribute(name, value);
  return row;
}

function editRow(row) {
  const state = stateOf(row);
  const done = decided(row) || state === "auto";
  const text = offered(row);
  const place = wholeRun() ? `${articleAt(row).path.split("/").at(-1)}:${run.columns.line[row]}` : String(run.columns.line[row]);
  return el("div", { class: `row one ${done ? "done" : ""} ${state}`, title: `${articleAt(row).path}:${run.columns.line[row]}` },
    el("span", { class: "sign", role: "img", "aria-label": stateName(row) }, carriedOver(row) ? "\u21bb" : SIGNS[state]),
    el("span", { class: "zh" }, mixed(before(row))),
    el("span", { class: "en" }, state === "rejected" ? el("s", {}, named(text ?? "")) : text === null ? el("em", {}, "needs a wording") : named(text)),
    el("small", {}, el("span", { class: "heard" }, "line "), place));
}

function articleRow(number) {
  const article = run.articles[number];
  const left = counts.left[number];
  const said = article.error ? `\u2717 failed: ${article.error}` : !article.count ? "\u2713 nothing to repair" : left ? `${left} to review of ${plural(article.count, "edit")}` : "\u2713 done";
  return el("div", { class: `row two ${left ? "" : "done"}`, title: article.path }, el("b", {}, article.title || article.path), el("small", {}, article.title ? `${said} \u00b7 ${article.path}` : said));
}

function termRow(term) {
  const inScope = rowsOfTerm(term);
  const left = inScope.filter((row) => forReader(row) && !decided(row)).length;
  const texts = new Map(inScope.map((row) => [(offered(row) ?? "\u2026").toLowerCase(), offered(row) ?? "\u2026"]));
  const differs = inScope.some((row) => run.columns.conflict[row]) ? " \u00b7 \u2691 worded differently" : "";
  return el("div", { class: `row two ${left ? "" : "done"}` },
    el("b", {}, el("span", { class: "zh" }, mixed(run.pool[term])), " ", el("i", {}, [...texts.values()].slice(0, 3).map(named).join(" / "))),
    el("small", {}, `${inScope.length}\u00d7 \u00b7 ${left ? `${left} to review` : "\u2713 done"}${differs}`));
}

/** A row of the list was chosen, by pointer or by key. */
function choose(i) {
  const item = list.items[i];
  if (item === undefined) return null;
  if (view.tab === "edits") {
    view.at = i;
    return go(item, { focus: false });
  }
  if (view.tab === "articles") return openAt(item);
  view.term = item;
  refilter();
  return go(view.rows.find((row) => forReader(row) && !decided(row)) ?? view.rows[0], { focus: false });
}

function showTab(name) {
  view.tab = name;
  for (const tab of byId("tabs").children) {
    tab.setAttribute("aria-selected", tab.dataset.tab === name);
    tab.tabIndex = tab.dataset.tab === name ? 0 : -1;
  }
  byId("list").setAttribute("aria-labelledby", `tab-${name}`);
  view.term = -1;
  byId("list").scrollTop = 0;
  refilter();
}

function listKeys(event) {
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
  if (!(event.key in moves) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  inTurn(() => choose(Math.max(0, Math.min(list.items.length - 1, list.at + moves[event.key]))));
}

function wireList() {
  const box = byId("list");
  let waiting = false;
  box.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawList();
    });
  });
  new ResizeObserver(() => drawList()).observe(box);
  byId("rows").addEventListener("keydown", listKeys);
  byId("rows").addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) choose(Number(row.id.slice(4)));
  });
  byId("tabs").addEventListener("click", (event) => event.target.dataset.tab && showTab(event.target.dataset.tab));
  byId("tabs").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const tabs = [...byId("tabs").children];
    const next = tabs[(tabs.findIndex((tab) => tab.dataset.tab === view.tab) + by + tabs.length) % tabs.length];
    showTab(next.dataset.tab);
    next.focus();
  });
  for (const id of ["scope", "order", "show", "tier"]) byId(id).addEventListener("change", refilter);
  byId("search").addEventListener("input", refilter);
  byId("only-term").addEventListener("click", () => {
    view.term = -1;
    refilter();
    byId("rows").focus();
  });
}
