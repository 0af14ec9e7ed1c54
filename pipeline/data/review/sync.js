// Where decisions are kept: in this browser; and with a review server, on its disk before it answers, those of others coming back.
const POLL = 2500;
const outbox = [];
let sending = false;
let seen = 0;
// Lines that the server takes for wrong: they stand in no one's way, and are counted as not saved.
const refused = [];
let most = 200;

const storageKey = () => `hanmend:${run.id}`;

let keepTimer = 0;
function keep(lines) {
  if (run.served) {
    outbox.push(...lines);
    send();
  }
  clearTimeout(keepTimer);
  keepTimer = setTimeout(keepNow, 200);
}

function keepNow() {
  clearTimeout(keepTimer);
  const lines = run.served ? outbox : log;
  try {
    if (lines.length) localStorage.setItem(storageKey(), JSON.stringify(lines));
    else localStorage.removeItem(storageKey());
  } catch {
    say("This browser has no room to keep the decisions: export them now");
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(storageKey()) ?? "[]");
  } catch {
    return [];
  }
}

async function send() {
  if (sending || !outbox.length) return;
  sending = true;
  const part = outbox.slice(0, most);
  try {
    const answer = await fetch("decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ decisions: part }) });
    if (answer.status === 400 && part.length === 1) refuse(outbox.shift());
    else if (answer.status === 400) most = 1;
    else if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    else outbox.splice(0, part.length);
    if (!outbox.length) most = 200;
    unsaved = outbox.length + refused.length;
    keepNow();
    setTimeout(send, 0);
  } catch (error) {
    say(`Not saved: ${error.message}; ${plural(outbox.length, "decision")} kept in this browser`);
    setTimeout(send, POLL);
  }
  sending = false;
  drawCounts();
}

function refuse(line) {
  refused.push(line);
  say(`The server refused the decision about ${line.before}: it is not saved`);
}

const keyOf = (line) => `${line.batch}\n${line.article}\n${line.edit}`;

/** Fetch what came in since; what waits here is newer and stays in force. */
async function fetchNews() {
  const answer = await fetch(`decisions?after=${seen}`);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const { decisions, seq } = await answer.json();
  const known = new Set(log.map(keyOf));
  const waiting = new Set(outbox.map(rowOf));
  const news = decisions.filter((line) => !known.has(keyOf(line)));
  seen = seq;
  return news.filter((line) => !waiting.has(rowOf(line)));
}

async function follow() {
  try {
    const news = await fetchNews();
    if (news.length) {
      adopt(news);
      say(`${plural(news.length, "decision")} by ${news.at(-1).by || "another reviewer"}`);
    }
  } catch {
    if (!outbox.length) say("The review server does not answer; decisions are kept in this browser until it does");
  }
  setTimeout(follow, POLL);
}

/** Decisions that were made before: on the server, or in this browser. */
async function loadDecisions() {
  if (run.served) {
    try {
      adopt(await fetchNews());
    } catch (error) {
      say(`The decisions so far could not be read: ${error.message}`);
    }
    const waiting = kept();
    if (waiting.length) {
      adopt(waiting);
      unsaved = waiting.length;
      keep(waiting);
    }
    setTimeout(follow, POLL);
    return;
  }
  const lines = kept();
  adopt(lines);
  rebuildBatches(lines);
  unsaved = lines.length;
  // A second tab of the same file writes to the same store: each takes over what the other decided.
  addEventListener("storage", (event) => {
    if (event.key !== storageKey() || !event.newValue) return;
    const known = new Set(log.map(keyOf));
    adopt(JSON.parse(event.newValue).filter((line) => !known.has(keyOf(line))));
  });
}
