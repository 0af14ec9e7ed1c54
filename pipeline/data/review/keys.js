// What can be done, and the keys for it. Bare keys are not heard while a text is typed or composed, in a dialog, or when switched off.
const actions = {
  accept() {
    const row = view.current;
    const text = offered(row);
    if (text === null) return say("Nothing is proposed here: press E to write a wording, or X to keep the Chinese");
    decide([accept(row, text)]);
    return advance();
  },
  keep() {
    decide([{ row: view.current, action: "reject" }]);
    return advance();
  },
  pick(i) {
    const option = detail(view.current).options[i];
    if (!option) return say(`There are ${plural(detail(view.current).options.length, "option")}`);
    decide([accept(view.current, option[0])]);
    return advance();
  },
  edit() {
    byId("form").hidden = false;
    byId("wording").focus();
    byId("wording").select();
    byId("form").scrollIntoView({ block: "nearest" });
  },
  saveWording() {
    const text = byId("wording").value;
    if (/\n/.test(text) || text.search(HIDDEN) >= 0) return say("A wording is one line of characters that are seen");
    const note = byId("note").value.trim();
    if (!text.trim() && before(view.current).trim()) return say("The wording is empty; X keeps the Chinese, Esc leaves it as it was");
    decide([accept(view.current, text, note)]);
    const moved = advance();
    focusEdit();
    return moved;
  },
  all: () => openSameTerm(),
  glossary: () => openGlossary(),
  undo() {
    const rows = undoLast();
    if (!rows) return say("Nothing to undo");
    say(rows.length > 1 ? `${rows.length} decisions taken back` : "Taken back");
    return go(rows[0]);
  },
  down: () => step(1),
  up: () => step(-1),
  skip: () => advance(),
  next: () => stepArticle(1),
  previous: () => stepArticle(-1),
  mode() {
    const modes = ["changes", "clean", "original"];
    showMode(modes[(modes.indexOf(view.mode) + 1) % 3]);
    say({ changes: "Changes", clean: "Clean text", original: "As it was" }[view.mode]);
  },
  order() {
    const order = byId("order");
    order.selectedIndex = (order.selectedIndex + 1) % order.options.length;
    refilter();
    say(order.selectedOptions[0].textContent);
  },
  help: () => openHelp(),
  search() {
    showSide(true);
    byId("search").focus();
    byId("search").select();
  },
};
const KEYS = { a: "accept", A: "all", x: "keep", e: "edit", g: "glossary", u: "undo", j: "down", k: "up", ArrowDown: "down", ArrowUp: "up", " ": "skip", "]": "next", "[": "previous", v: "mode", o: "order", "?": "help", "/": "search" };
const NEED_AN_EDIT = new Set(["accept", "all", "keep", "edit", "glossary"]);
// A key that is held down moves on, but never decides one edit after the other.
const REPEATABLE = new Set(["down", "up"]);
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

function onKey(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || byId("dialog").open) return;
  if (event.target.matches(TYPING)) {
    if (event.key === "Escape") focusEdit();
    return;
  }
  if (!settings.bare || (event.target.matches("button, a, [type=checkbox]") && [" ", "Enter"].includes(event.key))) return;
  if (event.target.matches("[role=tab], #scroll") && event.key.startsWith("Arrow")) return;
  const act = chosenAction(event);
  if (!act) return;
  event.preventDefault();
  inTurn(act);
}

let waiting = 0;
let turn = Promise.resolve();
/** One key after the other: a key that comes while an article is unpacked means the edit that will be the current one then. */
function inTurn(act) {
  const done = () => (waiting -= 1);
  if (!waiting) turn = Promise.resolve(act());
  else turn = turn.then(act);
  waiting += 1;
  turn = turn.then(done, (error) => {
    done();
    throw error;
  });
}

function chosenAction(event) {
  if (/^[1-9]$/.test(event.key)) return event.repeat || view.current < 0 ? null : () => actions.pick(Number(event.key) - 1);
  const name = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!name || (event.repeat && !REPEATABLE.has(name)) || (NEED_AN_EDIT.has(name) && view.current < 0)) return null;
  return actions[name];
}

const LEGEND = [["A", "accept"], ["X", "keep Chinese"], ["E", "edit"], ["1\u20139", "option"], ["\u21e7A", "all the same"], ["G", "glossary"], ["J K", "next, previous"], ["U", "undo"], ["V", "view"]];

function wireKeys() {
  document.addEventListener("keydown", onKey);
  byId("keys").replaceChildren(...LEGEND.map(([key, text]) => el("span", {}, el("kbd", {}, key), ` ${text}`)));
  byId("bare").checked = settings.bare;
  byId("bare").addEventListener("change", () => {
    settings.bare = byId("bare").checked;
    saveSettings();
  });
}
