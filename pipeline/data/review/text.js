// Every text reaches the page as a text node; what could hide in it or turn it around is written out.
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0]/gu;
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff01-\uff60]+/gu;

function codeName(character) {
  return "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** `text` as nodes: plain stretches, and a small labelled box for each character that is not seen or that turns the text. */
function shown(text) {
  const nodes = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(HIDDEN)) {
    nodes.append(text.slice(at, found.index));
    const box = document.createElement("span");
    box.className = "hidden-character";
    box.textContent = codeName(found[0]);
    nodes.append(box);
    at = found.index + found[0].length;
  }
  nodes.append(text.slice(at));
  return nodes;
}

/** The same for an attribute or an option, where nodes cannot stand. */
function spelled(text) {
  return text.replace(HIDDEN, (character) => `[${codeName(character)}]`);
}

/** `text` as nodes with its Chinese marked as such, for the font and for the voice of a screen reader. */
function mixed(text) {
  const nodes = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(CHINESE)) {
    nodes.append(shown(text.slice(at, found.index)), el("span", { lang: "zh" }, found[0]));
    at = found.index + found[0].length;
  }
  nodes.append(shown(text.slice(at)));
  return nodes;
}

/** An element. `on` in the attributes takes listeners; strings among the children become visible text, null and false are left out. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name.startsWith("aria-") && value !== null) made.setAttribute(name, spelled(String(value)));
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : spelled(String(value)));
  }
  made.append(...children.flat(2).filter((child) => child !== null && child !== false).map((child) => (typeof child === "string" ? shown(child) : child)));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

function plural(count, one, many = one + "s") {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "(nothing)" for an empty wording, which takes the place out of the text. */
function named(text) {
  return text.trim() ? text : "(nothing)";
}

let sayTimer = 0;
/** A short notice, seen and read aloud. */
function say(text) {
  byId("said").replaceChildren(shown(text));
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => byId("said").replaceChildren(), 4000);
}
