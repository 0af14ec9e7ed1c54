// The run: an index of columns for all edits, and one block an article that is unpacked when it is opened.
// An edit is known by its row, its number in the index.
const KEPT_BLOCKS = 24;
const run = { id: "", articles: [], pool: [], columns: null, count: 0, articleOf: null, served: false, sample: new Set(), blocks: new Map(), byTerm: new Map() };

async function unpack(element) {
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

async function openRun() {
  const { run: { id }, articles, pool, columns, served, sample = [] } = await unpack(byId("index"));
  Object.assign(run, { id, articles, pool, columns, served, count: columns.id.length, sample: new Set(sample) });
  run.articleOf = new Int32Array(run.count);
  articles.forEach((article, number) => run.articleOf.fill(number, article.first, article.first + article.count));
  columns.term.forEach((term, row) => (run.byTerm.get(term) ?? run.byTerm.set(term, []).get(term)).push(row));
}

async function openBlock(number) {
  if (!run.blocks.has(number)) {
    const block = await unpack(byId(`article-${number}`));
    // A long session opens many articles; only the last ones are worth their memory.
    for (const old of run.blocks.keys()) {
      if (run.blocks.size < KEPT_BLOCKS) break;
      if (old !== shownArticle()) run.blocks.delete(old);
    }
    run.blocks.set(number, block);
  }
  return run.blocks.get(number);
}

/** The details of a row whose article is open, or null. */
function detail(row) {
  const number = run.articleOf[row];
  return run.blocks.get(number)?.edits[row - run.articles[number].first] ?? null;
}

/** The stretch of text around a row whose article is open. */
function pieceOf(row) {
  return run.blocks.get(run.articleOf[row]).pieces[detail(row).piece][1];
}

const before = (row) => run.pool[run.columns.before[row]];
const termText = (row) => run.pool[run.columns.term[row]];
const proposal = (row) => run.pool[run.columns.proposal[row]] ?? null;
const written = (row) => run.pool[run.columns.text[row]] ?? null;
const tier = (row) => run.pool[run.columns.tier[row]];
const runStatus = (row) => run.pool[run.columns.status[row]];
const articleAt = (row) => run.articles[run.articleOf[row]];

/** The rows of an article, first and behind the last. */
function rowsOf(number) {
  const { first, count } = run.articles[number];
  return [first, first + count];
}

/** Whether a person has to look at the row: all that is not certain; in a spot check, the sample alone. */
function forReader(row) {
  return run.sample.size ? run.sample.has(run.columns.id[row]) : runStatus(row) !== "auto";
}

/** The rows with the same Chinese in the same article. */
function sameTerm(row) {
  const number = run.articleOf[row];
  return run.byTerm.get(run.columns.term[row]).filter((other) => run.articleOf[other] === number);
}
