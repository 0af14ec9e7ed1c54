// The card: all that is known of the current edit, what can be done with it, and how the sentence then reads.
const FLAGS = {
  "inconsistent": "worded differently elsewhere", "close-call": "close call between the options", "extension": "changes neighbouring English too", "a-an": "\u201ca\u201d and \u201can\u201d change",
  "capital": "capital at the start of the sentence", "hyphen": "hyphen", "number": "plural added",
};
const CONCORDANCE = 8;
const card = { typed: null };

const percent = (confidence) => `${Math.round(confidence * 100)} %`;

function drawCard() {
  card.typed = null;
  const row = view.current;
  if (row < 0) {
    byId("card").replaceChildren(el("p", { class: "nothing-here" }, view.article >= 0 && run.articles[view.article].error ? "This article failed." : "Nothing to decide in this article."), moveButtons());
    return;
  }
  byId("card").replaceChildren(headPart(row), pairPart(row), actionsPart(row), ...formPart(row), factsPart(row), ...readsPart(row), ...optionsPart(row), ...samePart(row));
}

function headPart(row) {
  const place = view.at >= 0 ? `${view.at + 1} of ${view.rows.length}` : "not in the list";
  const state = stateOf(row);
  return el("div", { class: "meta" }, el("span", {}, `${place} \u00b7 line ${run.columns.line[row]}`),
    el("span", { class: `state ${state}` }, el("span", { "aria-hidden": "true" }, carriedOver(row) ? "\u21bb " : `${SIGNS[state]} `), stateName(row)));
}

function pairPart(row) {
  const text = stateOf(row) === "rejected" ? null : offered(row);
  const english = text === null ? el("span", { class: "en nothing" }, stateOf(row) === "rejected" ? "stays Chinese" : "needs a wording") : el("span", { class: "en" }, named(text));
  return el("div", { class: "pair" }, el("h2", {}, el("span", { class: "zh" }, mixed(before(row))), el("span", { class: "heard" }, " to "), english), detail(row).gloss ? el("p", {}, "Literally: ", detail(row).gloss) : null);
}

function actButton(name, text, key, attributes = {}) {
  return el("button", { type: "button", on: { click: () => actions[name]() }, "aria-keyshortcuts": key, ...attributes }, el("span", {}, text), el("kbd", { "aria-hidden": "true" }, key.replace("Shift+", "\u21e7")));
}

function actionsPart(row) {
  return el("div", { class: "acts" }, actButton("accept", "Accept", "A", { class: "primary", disabled: offered(row) === null }), actButton("keep", "Keep Chinese", "X"),
    actButton("edit", "Edit\u2026", "E"), actButton("glossary", "Glossary\u2026", "G"));
}

function moveButtons() {
  return el("div", { class: "acts" }, actButton("next", "Next article", "]"), actButton("previous", "Previous article", "["));
}

function formPart(row) {
  const typed = el("textarea", { id: "wording", rows: 2, lang: "en", spellcheck: "true", "aria-describedby": "wording-help" });
  typed.value = offered(row) ?? "";
  const note = el("input", { id: "note", autocomplete: "off", maxlength: 2000 });
  note.value = inForce.get(row)?.note ?? "";
  typed.addEventListener("input", () => {
    card.typed = typed.value;
    byId("reads").replaceChildren(...sentence(row, typed.value));
  });
  const keys = (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      actions.saveWording();
    } else if (event.key === "Escape") {
      drawCard();
      focusEdit();
    }
  };
  for (const field of [typed, note]) field.addEventListener("keydown", keys);
  return [el("div", { id: "form", hidden: true }, el("label", { for: "wording" }, "Your wording"), typed, el("label", { for: "note" }, "Note (optional)"), note,
    el("p", { id: "wording-help" }, "Enter saves, Esc leaves it as it was"),
    el("div", { class: "acts" }, el("button", { type: "button", class: "primary", on: { click: () => actions.saveWording() } }, "Save"), el("button", { type: "button", on: { click: () => { drawCard(); focusEdit(); } } }, "Cancel")))];
}

function factsPart(row) {
  const known = detail(row);
  const sure = run.columns.confidence[row];
  const facts = el("p", { class: "facts" }, el("span", { class: "chip" }, TIERS[tier(row)] ?? tier(row)));
  if (proposal(row) !== null && sure < 1) facts.append(meter(sure), ` ${percent(sure)} of such edits pass`);
  const line = inForce.get(row);
  return el("div", {}, facts,
    known.flags.length ? el("ul", { class: "flags", "aria-label": "Look twice" }, known.flags.map((flag) => el("li", {}, `\u2691 ${FLAGS[flag] ?? flag}`))) : null,
    line?.by || line?.note ? el("p", { class: "facts" }, [line.by && `by ${line.by}`, line.note && `note: ${line.note}`].filter(Boolean).join(" \u00b7 ")) : null);
}

function meter(sure) {
  const marks = Array.from({ length: 5 }, (_, i) => el("i", { class: sure * 5 > i + 0.25 ? "on" : "" }));
  return el("span", { class: "meter", "aria-hidden": "true" }, marks);
}

function optionsPart(row) {
  const { options } = detail(row);
  const chosen = stateOf(row) === "rejected" ? null : offered(row);
  if (options.length < 2 && chosen !== null && options.length) return [];
  if (!options.length) return [el("h3", {}, "Options"), el("p", { class: "faint" }, "None. Press E to write the wording, or X to keep the Chinese.")];
  return [el("h3", {}, "Options"), el("ol", { class: "options" }, options.map(([text, from, sure], i) =>
    el("li", {}, el("button", { type: "button", "aria-pressed": text === chosen, "aria-keyshortcuts": i + 1, on: { click: () => actions.pick(i) } },
      el("kbd", { "aria-hidden": "true" }, String(i + 1)), el("span", { class: "en" }, named(text)), el("small", {}, `${TIERS[from] ?? from} \u00b7 ${percent(sure)}`)))))];
}

function readsPart(row) {
  return [el("h3", {}, "Reads as"), el("p", { id: "reads", class: "reads" }, sentence(row, offered(row) === null || stateOf(row) === "rejected" ? before(row) : offered(row)))];
}

const SENTENCE_END = /[.!?\u3002\uff01\uff1f]["\u201d\u2019)]*\s/g;
const FARTHEST = 320;

/** The bounds of the sentence around an edit in its piece of text. */
function sentenceBounds(text, known) {
  const left = text.slice(Math.max(0, known.start - FARTHEST), known.start);
  const cutLeft = Math.max(left.search(/[^\n\r]*$/), ...[...left.matchAll(SENTENCE_END)].map((found) => found.index + found[0].length), 0);
  const right = text.slice(known.end, known.end + FARTHEST);
  const ends = [right.search(/[\n\r]/), ...[...right.matchAll(SENTENCE_END)].map((found) => found.index + found[0].length)].filter((end) => end >= 0);
  return [known.start - left.length + cutLeft, known.end + (ends.length ? Math.min(...ends) : right.length)];
}

/** Nodes of the sentence around the row with `text` marked in its place, all other edits as they stand. */
function sentence(row, text) {
  const known = detail(row);
  const source = pieceOf(row);
  const [from, to] = sentenceBounds(source, known);
  return [mixed(rendered(row, from, known.start)), el("mark", {}, mixed(text || "\u2205")), mixed(rendered(row, known.end, to))];
}

/** The text from `from` to `to` of the piece that `row` lies in, with the edits as they stand. */
function rendered(row, from, to) {
  const number = run.articleOf[row];
  const block = blockAt(number);
  const { piece } = detail(row);
  const source = block.pieces[piece][1];
  let text = "";
  let i = firstEditFrom(block, piece, from);
  // An edit that the bounds would cut is left out whole.
  const cut = block.edits[i - 1]?.piece === piece ? block.edits[i - 1].end : 0;
  let at = Math.max(from, Math.min(cut, to));
  for (; i < block.edits.length && block.edits[i].piece === piece && block.edits[i].end <= to; i++) {
    text += source.slice(at, block.edits[i].start) + wording(run.articles[number].first + i);
    at = block.edits[i].end;
  }
  const next = block.edits[i]?.piece === piece ? block.edits[i].start : to;
  return text + source.slice(at, Math.max(at, Math.min(to, next)));
}

function firstEditFrom(block, piece, from) {
  let low = 0;
  let high = block.edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edit = block.edits[middle];
    if (edit.piece < piece || (edit.piece === piece && edit.start < from)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function samePart(row) {
  const here = sameTerm(row);
  const elsewhere = run.byTerm.get(run.columns.term[row]).length - here.length;
  if (here.length + elsewhere < 2) return [el("h3", {}, "Same term"), el("p", { class: "faint" }, "Stands nowhere else in the run.")];
  const around = Math.max(0, Math.min(here.indexOf(row) - 2, here.length - CONCORDANCE));
  const parts = [el("h3", {}, here.length > 1 ? `Same term, ${here.length} places in this article` : "Same term")];
  if (here.length > 1) parts.push(el("ol", { class: "same" }, here.slice(around, around + CONCORDANCE).map((other) => concordanceLine(other, row))), actButton("all", `Use it for all ${here.length}\u2026`, "Shift+A", { class: "wide", disabled: offered(row) === null }));
  if (elsewhere) parts.push(el("button", { type: "button", class: "link", on: { click: () => showTerm(row) } }, `${plural(elsewhere, "place")} in other articles: show`));
  return parts;
}

function concordanceLine(row, current) {
  const known = detail(row);
  const left = rendered(row, Math.max(0, known.start - 60), known.start).replace(/\s+/g, " ").slice(-34);
  const right = rendered(row, known.end, known.end + 60).replace(/\s+/g, " ").slice(0, 34);
  return el("li", {}, el("button", { type: "button", "aria-current": row === current ? "true" : null, on: { click: () => go(row) } },
    el("span", { class: "sign", role: "img", "aria-label": stateName(row) }, SIGNS[stateOf(row)]), el("span", { class: "before" }, el("bdi", {}, mixed(left))), el("b", {}, mixed(named(wording(row)))), el("span", { class: "after" }, mixed(right))));
}

/** All places of the row's term in the whole run, in the list. */
function showTerm(row) {
  byId("scope").value = "run";
  byId("show").value = "all";
  showTab("edits");
  view.term = run.columns.term[row];
  refilter();
}
