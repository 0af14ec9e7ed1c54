// The article: paragraphs with the edits in their place. A long one is shown in leaves, of which those around the current edit are in the page.
const LINE_END = /\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]/g;
const LEAF = { edits: 80, characters: 12000, parts: 120 };
const PART = { edits: 60, characters: 6000 };
const MOST_LEAVES = 4;
const sheet = { leaves: [], from: 0, to: 0, nodes: new Map() };

/** The lines of the article as parts {line, from, to, piece, first, end}, long ones cut; grouped into leaves. */
function cutLeaves(number) {
  const leaves = [];
  let leaf = null;
  for (const part of cutParts(number)) {
    const size = part.to - part.from;
    if (!leaf || leaf.edits + part.end - part.first > LEAF.edits || leaf.characters + size > LEAF.characters || leaf.parts.length >= LEAF.parts) {
      leaf = { parts: [], edits: 0, characters: 0, first: part.first };
      leaves.push(leaf);
    }
    leaf.parts.push(part);
    leaf.edits += part.end - part.first;
    leaf.characters += size;
    leaf.end = part.end;
  }
  return leaves;
}

function cutParts(number) {
  const block = blockAt(number);
  const parts = [];
  let edit = 0;
  block.pieces.forEach(([line, text], piece) => {
    let from = 0;
    let counted = line;
    const lineEnds = [...text.matchAll(LINE_END)].map((found) => [found.index, found.index + found[0].length]);
    lineEnds.push([text.length, text.length]);
    for (const [to, next] of lineEnds) {
      counted += 1;
      // A line end inside an edit belongs to it: the line goes on.
      if (edit < block.edits.length && block.edits[edit].piece === piece && insideEdit(block, edit, piece, to)) continue;
      const first = edit;
      while (edit < block.edits.length && block.edits[edit].piece === piece && block.edits[edit].start < Math.max(to, from + 1)) edit++;
      parts.push(...cutLong({ line: counted - 1, from, to, piece, first, end: edit, gap: from === 0 && (piece > 0 || line > 1) }, block));
      from = next;
    }
  });
  return parts;
}

function insideEdit(block, from, piece, offset) {
  for (let i = from; i < block.edits.length && block.edits[i].piece === piece && block.edits[i].start < offset; i++) if (block.edits[i].end > offset) return true;
  return false;
}

function cutLong(part, block) {
  const cut = [];
  while (part.end - part.first > PART.edits || part.to - part.from > PART.characters) {
    const end = Math.min(part.end, part.first + PART.edits);
    let to = Math.min(part.to, part.from + PART.characters, end < part.end ? block.edits[end].start : part.to);
    let last = part.first;
    while (last < end && block.edits[last].end <= to) last++;
    if (last < part.end && block.edits[last].start < to) to = block.edits[last].start;
    if (to <= part.from) break;
    cut.push({ ...part, to, end: last });
    part = { ...part, from: to, first: last, line: 0, gap: false };
  }
  return [...cut, part];
}

function openArticle(number) {
  const article = run.articles[number];
  view.article = number;
  sheet.leaves = cutLeaves(number);
  sheet.nodes.clear();
  byId("title").replaceChildren(mixed(article.title || article.path), " ", el("small", {}, article.path));
  byId("previous-article").disabled = number === 0;
  byId("next-article").disabled = number === run.articles.length - 1;
  showLeaves(leafOf(view.current));
  if (!wholeRun()) refilter();
  byId("scroll").scrollTop = 0;
  scrollToCurrent();
  drawCounts();
  document.title = `${spelled(article.title || article.path)} \u2013 hanmend review`;
}

function leafOf(row) {
  if (row < 0 || run.articleOf[row] !== view.article) return 0;
  const place = row - run.articles[view.article].first;
  return Math.max(0, sheet.leaves.findIndex((leaf) => place >= leaf.first && place < leaf.end));
}

function showLeaves(around) {
  sheet.from = Math.max(0, around - 1);
  sheet.to = Math.min(sheet.leaves.length, around + 2);
  drawArticle();
}

function drawArticle() {
  const article = run.articles[view.article];
  sheet.nodes.clear();
  const nodes = [];
  if (article.error) nodes.push(el("p", { class: "notice" }, `This article failed and was written unchanged: ${article.error}`));
  else if (!article.whole && article.count) nodes.push(el("p", { class: "notice" }, "The article is not at hand as it was written: only the surroundings of its edits are shown."));
  else if (!article.whole) nodes.push(el("p", { class: "notice" }, "The text of this article is not at hand."));
  if (article.remarks.length) nodes.push(remarksNode(article.remarks));
  if (sheet.from > 0) nodes.push(moreButton("Earlier lines", () => extend(-1)));
  for (let i = sheet.from; i < sheet.to; i++) nodes.push(leafNode(sheet.leaves[i]));
  if (sheet.to < sheet.leaves.length) nodes.push(moreButton("Later lines", () => extend(1)));
  byId("article").replaceChildren(...nodes);
}

/** What was remarked on the article's own English: to read, nothing to decide. */
function remarksNode(remarks) {
  const items = remarks.map(([line, said]) => el("li", {}, `Line ${line}: ${said}`));
  return el("details", { class: "notice" }, el("summary", {}, `${plural(remarks.length, "remark")} on the English`), el("ul", {}, ...items));
}

function moreButton(text, act) {
  return el("button", { type: "button", class: "more", on: { click: act } }, text);
}

/** One more leaf at an end; what is far from it goes out of the page. */
function extend(by) {
  const box = byId("scroll");
  const anchor = by < 0 ? sheet.from : sheet.to - 1;
  const seen = document.querySelector(`[data-leaf="${anchor}"]`);
  const was = seen.getBoundingClientRect().top;
  if (by < 0) sheet.from -= 1;
  else sheet.to += 1;
  if (sheet.to - sheet.from > MOST_LEAVES) by < 0 ? (sheet.to -= 1) : (sheet.from += 1);
  drawArticle();
  box.scrollTop += document.querySelector(`[data-leaf="${anchor}"]`).getBoundingClientRect().top - was;
}

function leafNode(leaf) {
  return el("div", { "data-leaf": sheet.leaves.indexOf(leaf) }, leaf.parts.map(partNode));
}

function partNode(part) {
  const block = blockAt(view.article);
  const text = block.pieces[part.piece][1];
  const nodes = [];
  let at = part.from;
  for (let i = part.first; i < part.end; i++) {
    nodes.push(mixed(text.slice(at, block.edits[i].start)), editNode(run.articles[view.article].first + i));
    at = block.edits[i].end;
  }
  nodes.push(mixed(text.slice(at, Math.max(at, part.to))));
  const blank = part.first === part.end && !text.slice(part.from, part.to).trim();
  const line = blank ? el("p", { class: "blank" }) : el("p", { class: part.line ? "line" : "line on", "data-line": part.line || null }, nodes);
  return part.gap ? [el("p", { class: "gap", "aria-hidden": "true" }, "\u22ee"), line] : line;
}

function editNode(row) {
  const node = el("span", { role: "button", "data-row": row });
  sheet.nodes.set(row, node);
  paint(row);
  return node;
}

/** Draw one edit as its state and the view have it. Being current changes no width, so that no line breaks anew. */
function paint(row) {
  const node = sheet.nodes.get(row);
  if (!node) return;
  const state = stateOf(row);
  const current = row === view.current;
  node.className = `edit ${state}${current ? " current" : ""}`;
  node.tabIndex = current ? 0 : -1;
  if (current) node.setAttribute("aria-current", "true");
  else node.removeAttribute("aria-current");
  const text = offered(row);
  node.setAttribute("aria-label", spelled(`${before(row)}, ${text === null ? "nothing proposed" : named(text)}, ${stateName(row)}`));
  node.replaceChildren(...editParts(row, state, text));
}

function editParts(row, state, text) {
  const was = () => el("del", {}, mixed(before(row)));
  const now = () => el("ins", text ? {} : { class: "none" }, text || "\u2205");
  if (view.mode === "original") return [el("span", { class: "plain" }, mixed(before(row)))];
  if (view.mode === "clean") return [el("span", { class: wording(row) === before(row) ? "left" : "plain" }, mixed(wording(row)))];
  const sign = () => el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]);
  if (state === "rejected" || state === "unresolved") return [el("span", { class: "left" }, mixed(before(row))), sign()];
  if (state === "auto") return [now()];
  return state === "pending" ? [was(), now()] : [now(), sign()];
}

function redraw(rows) {
  for (const row of rows) paint(row);
  drawCounts();
  drawList();
  if (rows.includes(view.current)) drawCard();
}

/** Move the mark from the row `old` to `row` in the article that is shown. */
function showRow(row, old) {
  const leaf = leafOf(row);
  if (leaf < sheet.from || leaf >= sheet.to) showLeaves(leaf);
  paint(old);
  paint(row);
  scrollToCurrent();
}

function scrollToCurrent() {
  const node = sheet.nodes.get(view.current);
  if (!node) return;
  const box = byId("scroll").getBoundingClientRect();
  const place = node.getBoundingClientRect();
  if (place.top < box.top + box.height * 0.12 || place.bottom > box.bottom - box.height * 0.2) node.scrollIntoView({ block: "center" });
}

/** The keyboard stands on the current edit, unless it walks through the list. */
function focusEdit() {
  if (document.activeElement === byId("rows") || byId("dialog").open) return;
  sheet.nodes.get(view.current)?.focus({ preventScroll: true });
}

function showMode(mode) {
  view.mode = mode;
  for (const button of byId("views").children) button.setAttribute("aria-pressed", button.dataset.mode === mode);
  byId("article").dataset.mode = mode;
  for (const row of sheet.nodes.keys()) paint(row);
  scrollToCurrent();
}

function wireArticle() {
  byId("article").addEventListener("click", (event) => {
    const node = event.target.closest("[data-row]");
    if (node) go(Number(node.dataset.row));
  });
  byId("views").addEventListener("click", (event) => event.target.dataset.mode && showMode(event.target.dataset.mode));
  new ResizeObserver(scrollToCurrent).observe(byId("scroll"));
  byId("previous-article").addEventListener("click", () => stepArticle(-1));
  byId("next-article").addEventListener("click", () => stepArticle(1));
  // On paper stands the whole article.
  addEventListener("beforeprint", () => {
    Object.assign(sheet, { from: 0, to: sheet.leaves.length });
    drawArticle();
  });
  addEventListener("afterprint", () => showLeaves(leafOf(view.current)));
}
