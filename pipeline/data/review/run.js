// The run: an index of columns for all edits, and a block an article; blocks lie in chunks, which are unpacked when they are needed.
// An edit is known by its row, its number in the index.
const KEPT_CHUNKS = 24;
const run = { id: "", articles: [], pool: [], columns: null, count: 0, articleOf: null, served: false, sample: new Set(), chunks: new Map(), chunkOf: [], byTerm: new Map() };

async function unpack(element) {
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

async function openRun() {
  const { run: { id }, articles, pool, columns, chunks, served, sample = [] } = await unpack(byId("index"));
  Object.assign(run, { id, articles, pool, columns, served, count: columns.id.length, sample: new Set(sample) });
  run.articleOf = new Int32Array(run.count);
  articles.forEach((article, number) => run.articleOf.fill(number, article.first, article.first + article.count));
  run.chunkOf = chunks.flatMap((count, chunk) => Array.from({ length: count }, (_, place) => ({ chunk, place })));
  columns.term.forEach((term, row) => (run.byTerm.get(term) ?? run.byTerm.set(term, []).get(term)).push(row));
}

async function openBlock(number) {
  const { chunk } = run.chunkOf[number];
  if (!run.chunks.has(chunk)) {
    const blocks = await unpack(byId(`chunk-${chunk}`));
    // A long session opens many articles; only the last ones are worth their memory.
    for (const old of run.chunks.keys()) {
      if (run.chunks.size < KEPT_CHUNKS) break;
      if (old !== run.chunkOf[view.article]?.chunk) run.chunks.delete(old);
    }
    run.chunks.set(chunk, blocks);
  }
  return blockAt(number);
}

/** The block of an article that is open, else undefined. */
function blockAt(number) {
  const { chunk, place } = run.chunkOf[number];
  return run.chunks.get(chunk)?.[place];
}

/** The details of a row whose article is open, or null. */
function detail(row) {
  const number = run.articleOf[row];
  return blockAt(number)?.edits[row - run.articles[number].first] ?? null;
}

/** The stretch of text around a row whose article is open. */
function pieceOf(row) {
  return blockAt(run.articleOf[row]).pieces[detail(row).piece][1];
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
