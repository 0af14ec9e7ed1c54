// Dialogs: all places of a term, a glossary row, help and settings, decisions that fit nowhere.
const PARTS_OF_SPEECH = [["noun", "noun"], ["np", "noun phrase, never inflected"], ["name", "name"], ["verb", "verb"], ["adj", "adjective"], ["adv", "adverb"], ["pp", "predicate after \u201cbe\u201d"], ["clause", "clause"]];
const MOST_PLACES = 200;

function openDialog(title, content, buttons) {
  const box = byId("dialog");
  const cancel = el("button", { type: "button", on: { click: () => box.close() } }, buttons.length ? "Cancel" : "Close");
  box.replaceChildren(el("h2", { id: "dialog-title" }, title), ...content, el("div", { class: "buttons" }, cancel, ...buttons));
  box.showModal();
  return box;
}

/** Enter in a field of a dialog does what its main button does. */
function confirmByEnter(event) {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input:not([type=checkbox], [type=file])")) return;
  event.preventDefault();
  byId("confirm")?.click();
}

function confirmButton(text, act) {
  return el("button", { type: "button", class: "primary", id: "confirm", on: { click: () => { byId("dialog").close(); act(); } } }, text);
}

/** What `text`, chosen at `row`, becomes at another place: its own form of the same wording, else the same words for the same Chinese. */
function carried(row, text, other) {
  if (other === row) return { text, sure: true };
  const bases = new Map(detail(row).options.map(([option, , , base]) => [option, base]));
  const own = detail(other).options.find(([option, , , base]) => option === text || (bases.has(text) && base === bases.get(text)));
  if (own) return { text: own[0], sure: true };
  if (before(other) === before(row)) return { text, sure: true };
  const term = termText(row);
  const fits = before(other).includes(term) && before(row) === term;
  return { text: fits ? joined(before(other), term, text) : text, sure: false };
}

/** `term` in `whole` replaced, with a blank where two words would run together. */
function joined(whole, term, text) {
  const at = whole.indexOf(term);
  const [left, right] = [whole.slice(0, at), whole.slice(at + term.length)];
  const gap = (a, b) => (/\w$/.test(a) && /^\w/.test(b) ? " " : "");
  return left + gap(left, text) + text + gap(text, right) + right;
}

/** A list of places with ticks; `drawn` says how each would read. Returns the nodes and a function that gives the ticked ones. */
function placeList(places, onChange) {
  const boxes = places.map(({ ticked }) => el("input", { type: "checkbox", checked: ticked, on: { change: onChange } }));
  const items = places.map(({ row, text }, i) => el("li", {}, el("label", {}, boxes[i], el("span", {}, snippet(row, text), " ",
    el("small", {}, `${articleAt(row).path}:${run.columns.line[row]}, ${stateName(row)}`)))));
  return { node: el("ul", { class: "places", "aria-label": "Places", tabindex: 0 }, items), ticked: () => places.filter((_, i) => boxes[i].checked), boxes };
}

function snippet(row, text) {
  const known = detail(row);
  const left = rendered(row, Math.max(0, known.start - 44), known.start).replace(/\s+/g, " ");
  const right = rendered(row, known.end, known.end + 44).replace(/\s+/g, " ");
  return el("span", { class: "snippet" }, "\u2026", mixed(left), el("del", {}, mixed(before(row))), el("ins", {}, named(text)), mixed(right), "\u2026");
}

/** All places of the current term in this article, ticked or not, then one decision for the ticked ones. */
function openSameTerm() {
  const row = view.current;
  const text = offered(row);
  if (text === null) return say("There is no wording yet: press E to write one, or pick an option");
  const places = sameTerm(row).map((other) => ({ row: other, ...carried(row, text, other) })).map((place) => ({ ...place, ticked: place.row === row || (place.sure && !decided(place.row)) }));
  const ok = confirmButton("", () => {
    const chosen = listed.ticked();
    decide(chosen.map((place) => accept(place.row, place.text)));
    say(`\u201c${named(text)}\u201d at ${plural(chosen.length, "place")}`);
    advance();
  });
  const count = () => {
    const chosen = listed.ticked().length;
    ok.textContent = `Use it at ${plural(chosen, "place")}`;
    ok.disabled = !chosen;
  };
  const listed = placeList(places, count);
  count();
  openDialog(el("span", {}, mixed(termText(row)), " in this article: ", el("i", {}, named(text))),
    [el("p", {}, "Each place gets the form that its sentence asks for. Places that are decided, or that take in other words, are not ticked."), listed.node], [ok]);
  ok.focus();
}

/** A row for the glossary, with every place in the run that it would change, before anything is decided. */
async function openGlossary() {
  const row = view.current;
  const text = offered(row) ?? "";
  const rows = run.byTerm.get(run.columns.term[row]);
  const near = [...rows.filter((other) => run.articleOf[other] === run.articleOf[row]), ...rows.filter((other) => run.articleOf[other] !== run.articleOf[row])].slice(0, MOST_PLACES);
  for (const number of new Set(near.map((other) => run.articleOf[other]))) await openBlock(number);
  if (view.current !== row) return;
  // Of very many articles the first are unpacked no more.
  const opened = near.filter((other) => detail(other));
  const base = detail(row).options.find(([option]) => option === text)?.[3] ?? text;
  const zh = el("input", { id: "entry-zh", lang: "zh", autocomplete: "off" });
  const en = el("input", { id: "entry-en", lang: "en", autocomplete: "off" });
  const asked = detail(row).options.find(([option]) => option === text)?.[4];
  zh.value = termText(row);
  en.value = base.trim();
  const pos = el("select", { id: "entry-pos" }, PARTS_OF_SPEECH.map(([value, name]) => el("option", { value }, name)));
  pos.value = { noun: "noun", verb: "verb", finite: "verb", attr: "adj", adj: "adj", adv: "adv" }[asked] ?? "noun";
  const field = (label, node) => [el("label", { for: node.id }, label), node];
  const places = el("div", { id: "entry-places" });
  const ok = confirmButton("Add", () => {
    const entry = `glossary:${[zh.value.trim(), en.value.trim(), pos.value].map(csvCell).join(",")}`;
    const chosen = listed.ticked();
    const changes = chosen.map((place) => accept(place.row, place.text, entry));
    if (!chosen.some((place) => place.row === row)) changes.unshift(accept(row, text || en.value.trim(), entry));
    decide(changes);
    say(`${zh.value.trim()}: ${en.value.trim()} noted for the glossary, ${plural(changes.length, "place")} decided`);
    advance();
  });
  let listed;
  const draw = () => {
    const typed = en.value.trim();
    const all = opened.map((other) => ({ row: other, ...(typed === base.trim() && text ? carried(row, text, other) : { text: other === row ? typed : joinedTerm(other, row, typed), sure: before(other) === before(row) }) }));
    listed = placeList(all.map((place) => ({ ...place, ticked: place.row === row || (place.sure && !decided(place.row)) })), () => {});
    places.replaceChildren(el("p", {}, `It would change ${plural(rows.length, "place")} in this run${rows.length > opened.length ? `; the first ${opened.length} of them` : ""}:`), listed.node);
    ok.disabled = !zh.value.trim() || !typed;
  };
  en.addEventListener("input", draw);
  zh.addEventListener("input", draw);
  draw();
  openDialog("Add to the glossary", [el("p", {}, "From the next run on this wording is used by itself. Write the plain form: a noun in the singular, a verb without \u201cto\u201d; the program inflects it."),
    el("div", { class: "fields" }, field("Chinese", zh), field("English", en), field("It is a", pos)), places,
    el("p", { class: "faint" }, "Written to glossary.csv by: hanmend apply decisions.jsonl --promote glossary.csv")], [ok]);
  en.focus();
  en.select();
}

function joinedTerm(other, row, text) {
  return before(other) !== termText(row) && before(other).includes(termText(row)) ? joined(before(other), termText(row), text) : text;
}

function csvCell(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const HELP = [
  ["A", "accept"], ["X", "keep the Chinese"], ["E", "write a wording"], ["1 \u2013 9", "take an option"], ["\u21e7A", "the same for all places in this article"], ["G", "add to the glossary"],
  ["J  K", "next, previous edit"], ["Space", "next undecided edit"], ["]  [", "next, previous article"], ["U", "undo, a whole step at once"], ["V", "changes, clean, original"], ["O", "order"], ["/", "search"], ["?", "this help"],
];

function openHelp() {
  const keys = el("dl", { class: "keys" }, HELP.map(([key, text]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, text))));
  const name = el("input", { id: "reviewer", autocomplete: "name", maxlength: 100, on: { input: () => { settings.name = name.value.trim(); saveSettings(); } } });
  name.value = settings.name;
  const file = el("input", { type: "file", id: "load", accept: ".jsonl", on: { change: () => file.files[0] && loadFile(file.files[0]) } });
  const marks = el("p", { class: "marks" }, Object.keys(STATE_NAMES).map((state) => [el("b", {}, SIGNS[state]), ` ${STATE_NAMES[state]}   `]));
  openDialog("Help and settings", [keys, marks, el("div", { class: "fields" }, el("label", { for: "reviewer" }, "Your name, noted with each decision"), name, el("label", { for: "load" }, "Load a decisions file"), file),
    orphans.length ? el("button", { type: "button", on: { click: openOrphans } }, `${plural(orphans.length, "decision")} found no place: show`) : null].filter(Boolean), []);
}

async function loadFile(file) {
  try {
    const lines = parseDecisions(await file.text());
    const known = new Set(log.map(keyOf));
    const news = lines.filter((line) => !known.has(keyOf(line)));
    const lost = orphans.length;
    adopt(news);
    unsaved += news.length;
    keep(news);
    byId("dialog").close();
    say(`${plural(news.length, "decision")} read, ${orphans.length - lost} found no place in this run`);
    drawCounts();
  } catch (error) {
    say(`${file.name} is no decisions file: ${error.message}`);
  }
}

function openOrphans() {
  byId("dialog").close();
  const items = orphans.map((line) => el("li", {}, mixed(line.before ?? "?"), ` \u2192 ${line.text ?? line.action} `, el("small", {}, `${line.article}, edit ${line.edit}`)));
  openDialog("Decisions that found no place", [el("p", {}, "They are kept in the file; the text around them has changed too much, or the article is not part of this run."), el("ul", { class: "places", tabindex: 0, "aria-label": "Decisions" }, items)], []);
}
