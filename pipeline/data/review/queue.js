// What is gone through: the rows that pass the filters, in their order, and which of them is the current one.
const view = { tab: "edits", mode: "changes", rows: [], at: -1, current: -1, article: -1, term: -1 };
const settings = { name: "", bare: true, theme: "" };
const counts = { human: 0, accepted: 0, rejected: 0, empty: 0, auto: 0, left: [] };

const SHOWS = [
  ["human", "For a reader", forReader],
  ["open", "Undecided", (row) => forReader(row) && !decided(row)],
  ["unresolved", "Nothing proposed", (row) => stateOf(row) === "unresolved"],
  ["conflict", "Worded differently elsewhere", (row) => run.columns.conflict[row] === 1],
  ["confirm", "Carried over, confirm", carriedOver],
  ["decided", "Decided", decided],
  ["auto", "Applied as certain", (row) => runStatus(row) === "auto"],
  ["all", "Everything", () => true],
];
const ORDERS = {
  place: (a, b) => a - b,
  doubt: (a, b) => run.columns.confidence[a] - run.columns.confidence[b] || a - b,
  term: (a, b) => (termText(a) < termText(b) ? -1 : termText(a) > termText(b) ? 1 : a - b),
};

const wholeRun = () => byId("scope").value === "run";

function loadSettings() {
  try {
    Object.assign(settings, JSON.parse(localStorage.getItem("hanmend-settings") ?? "{}"));
  } catch {
    // A browser without storage still reviews.
  }
}

function saveSettings() {
  try {
    localStorage.setItem("hanmend-settings", JSON.stringify(settings));
  } catch {
    // As above.
  }
}

function countAll() {
  Object.assign(counts, { human: 0, accepted: 0, rejected: 0, empty: 0, auto: 0, left: run.articles.map(() => 0) });
  for (let row = 0; row < run.count; row++) {
    if (runStatus(row) === "auto") counts.auto += 1;
    if (!forReader(row)) continue;
    counts.human += 1;
    addToCounts(row, 1);
  }
}

function addToCounts(row, by) {
  if (!decided(row)) counts.left[run.articleOf[row]] += by;
  else if (stateOf(row) === "rejected") counts.rejected += by;
  else counts.accepted += by;
}

/** Keep the counts right over a change of one row: `change` makes it. */
function recounting(row, change) {
  if (!forReader(row)) return change();
  addToCounts(row, -1);
  change();
  addToCounts(row, 1);
}

function drawCounts() {
  const done = counts.accepted + counts.rejected;
  const left = counts.human - done;
  const bar = byId("bar");
  bar.setAttribute("aria-valuemax", Math.max(1, counts.human));
  bar.setAttribute("aria-valuenow", counts.human ? done : 1);
  bar.setAttribute("aria-valuetext", `${done} of ${counts.human}`);
  byId("bar-accepted").style.width = `${counts.human ? (100 * counts.accepted) / counts.human : 100}%`;
  byId("bar-rejected").style.width = `${counts.human ? (100 * counts.rejected) / counts.human : 0}%`;
  const said = [el("b", {}, `${done.toLocaleString("en")} of ${counts.human.toLocaleString("en")}`), ` reviewed \u00b7 ${left.toLocaleString("en")} to go`];
  if (unsaved) said.push(` \u00b7 ${unsaved.toLocaleString("en")} not ${run.served ? "saved" : "exported"} yet`);
  else if (run.served) said.push(" \u00b7 all saved");
  if (counts.auto) said.push(` \u00b7 ${counts.auto.toLocaleString("en")} applied as certain`);
  byId("counts").replaceChildren(...said);
  const here = counts.left[view.article] ?? 0;
  byId("left").textContent = here ? `${here} left in this article` : "\u2713 article done";
}

/** Filter and order anew: only when the reader asks for it, so that nothing moves under the cursor. */
function refilter() {
  const test = SHOWS.find(([name]) => name === byId("show").value)[2];
  const source = byId("tier").value;
  const sought = byId("search").value.trim().toLowerCase();
  const [first, end] = wholeRun() || view.article < 0 ? [0, run.count] : rowsOf(view.article);
  const rows = [];
  for (let row = first; row < end; row++) {
    const wanted = (view.term < 0 || run.columns.term[row] === view.term) && test(row) && (!source || tier(row) === source);
    if (wanted && (!sought || matches(row, sought))) rows.push(row);
  }
  if (byId("order").value !== "place") rows.sort(ORDERS[byId("order").value]);
  view.rows = rows;
  view.at = rows.indexOf(view.current);
  drawFound();
  fillList();
}

function matches(row, sought) {
  return [before(row), offered(row) ?? "", articleAt(row).path].some((text) => text.toLowerCase().includes(sought));
}

function drawFound() {
  byId("found").textContent = view.tab === "articles" ? plural(run.articles.length, "article") : plural(view.rows.length, "edit");
  byId("only-term").hidden = view.term < 0;
  if (view.term >= 0) byId("only-term").replaceChildren("only ", mixed(run.pool[view.term]), " \u2715");
}

let goal = -1;
/** Make `row` the current one, opening its article where another one is shown. */
async function go(row, { focus = true } = {}) {
  if (row === undefined || row < 0) return;
  goal = row;
  await openBlock(run.articleOf[row]);
  // A later key may have moved on while the article was unpacked.
  if (goal !== row) return;
  const old = view.current;
  view.current = row;
  if (run.articleOf[row] !== view.article) openArticle(run.articleOf[row]);
  else showRow(row, old);
  view.at = view.rows[view.at] === row ? view.at : view.rows.indexOf(row);
  drawCard();
  drawList(true);
  if (focus) focusEdit();
}

/** To the next or the previous row of the list, whatever its state. */
function step(by) {
  if (!view.rows.length) return say("No edit in this list");
  const at = view.at < 0 ? nearest(by) : view.at + by;
  if (at < 0 || at >= view.rows.length) return say(by > 0 ? "This is the last edit of the list" : "This is the first edit of the list");
  view.at = at;
  return go(view.rows[at]);
}

/** Where the current row would stand in a list that does not hold it. */
function nearest(by) {
  const at = view.rows.findIndex((row) => row > view.current);
  return by > 0 ? (at < 0 ? view.rows.length : at) : (at < 0 ? view.rows.length : at) - 1;
}

/** On to the next row that is undecided, around the end of the list; then to the next article that has one. */
function advance() {
  const count = view.rows.length;
  const start = view.at < 0 ? nearest(1) - 1 : view.at;
  for (let i = 1; i <= count; i++) {
    const at = (start + i + count) % count;
    if (decided(view.rows[at]) || !forReader(view.rows[at])) continue;
    view.at = at;
    return go(view.rows[at]);
  }
  return nextTerm() ?? nextUndecidedArticle();
}

/** Where the terms are gone through: on to the next one that has something to decide. */
function nextTerm() {
  if (view.tab !== "terms" || view.term < 0) return null;
  const at = list.items.indexOf(view.term);
  const order = [...list.items.slice(at + 1), ...list.items.slice(0, at)];
  const term = order.find((other) => rowsOfTerm(other).some((row) => forReader(row) && !decided(row)));
  return term === undefined ? null : choose(list.items.indexOf(term));
}

function nextUndecidedArticle() {
  const count = run.articles.length;
  for (let i = 1; i < count && view.term < 0; i++) {
    const number = (view.article + i) % count;
    if (!counts.left[number]) continue;
    say(`Article done. Next: ${run.articles[number].path}`);
    return openAt(number);
  }
  say(counts.accepted + counts.rejected === counts.human ? "All reviewed" : "Nothing undecided in this list");
  drawCard();
  return null;
}

/** Open an article at its first undecided edit, else at its first one. */
async function openAt(number) {
  const [first, end] = rowsOf(number);
  let row = first;
  while (row < end && (decided(row) || !forReader(row))) row++;
  if (first < end) return go(row < end ? row : first);
  await openBlock(number);
  goal = view.current = view.at = -1;
  openArticle(number);
  drawCard();
  drawList(true);
  return null;
}

function stepArticle(by) {
  const number = view.article + by;
  if (number < 0 || number >= run.articles.length) return say(by > 0 ? "This is the last article" : "This is the first article");
  return openAt(number);
}
