// Decisions: the one in force for each row, a log of all that was done, and batches that one undo takes back.
const STATES = { accept: "accepted", edit: "edited", reject: "rejected" };
const DECIDED = new Set(Object.values(STATES));
const inForce = new Map();
const log = [];
const batches = [];
const orphans = [];
const rowOfId = new Map();
let unsaved = 0;

function indexRows() {
  run.columns.id.forEach((id, row) => {
    const key = `${articleAt(row).id}\n${id}`;
    if (!rowOfId.has(key)) rowOfId.set(key, row);
  });
}

function rowOf(line) {
  return rowOfId.get(`${line.article}\n${line.edit}`) ?? -1;
}

/** accepted, edited, rejected; else auto, pending, unresolved as the run says. */
function stateOf(row) {
  const line = inForce.get(row);
  if (!line) return runStatus(row);
  if (line.action !== "reset") return STATES[line.action];
  return DECIDED.has(runStatus(row)) ? (proposal(row) === null ? "unresolved" : "pending") : runStatus(row);
}

function decided(row) {
  return inForce.has(row) ? inForce.get(row).action !== "reset" : DECIDED.has(runStatus(row)) && !run.columns.confirm[row];
}

/** A decision of an earlier run that was found again at a place that has changed: a person has to confirm it. */
function carriedOver(row) {
  return Boolean(run.columns.confirm[row]) && !inForce.has(row);
}

/** What the article says at the row as things stand: the decided wording, else the proposal, else the Chinese. */
function wording(row) {
  const state = stateOf(row);
  if (state === "rejected" || state === "unresolved") return before(row);
  return offered(row) ?? before(row);
}

/** What accepting would put there, or null where there is nothing to accept. */
function offered(row) {
  const line = inForce.get(row);
  if (line && (line.action === "accept" || line.action === "edit")) return line.text;
  if (!line && (runStatus(row) === "accepted" || runStatus(row) === "edited")) return written(row);
  return proposal(row);
}

function lineFor(row, { action, text = null, note = "" }, batch) {
  const line = { v: 1, edit: run.columns.id[row], article: articleAt(row).id, action };
  if (action === "accept" || action === "edit") line.text = text;
  const context = detail(row)?.context ?? inForce.get(row)?.context ?? { prefix: "", suffix: "" };
  Object.assign(line, { before: before(row), context, proposal: proposal(row), tier: tier(row) === "termbase" ? "glossary" : tier(row), by: settings.name, at: new Date().toISOString() });
  if (note) line.note = note;
  return { ...line, batch };
}

/** Decide rows as one step that one undo takes back. `changes`: [{row, action, text, note}]; their articles are open. */
function decide(changes) {
  const batch = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  batches.push({ batch, steps: changes.map(({ row }) => ({ row, was: inForce.get(row) ?? null })) });
  record(changes.map((change) => lineFor(change.row, change, batch)));
}

function accept(row, text, note = "") {
  return { row, action: text === proposal(row) ? "accept" : "edit", text, note };
}

/** Take the last step back; returns its rows, or null where there is none. */
function undoLast() {
  const step = batches.pop();
  if (!step) return null;
  record(step.steps.map(({ row, was }) => lineFor(row, was ?? stateBefore(row), `undo-${step.batch}`)));
  return step.steps.map(({ row }) => row);
}

/** What stood at the row before anything was decided here, as a change. */
function stateBefore(row) {
  const action = Object.keys(STATES).find((name) => STATES[name] === runStatus(row));
  return action ? { action, text: written(row) } : { action: "reset" };
}

function record(lines) {
  log.push(...lines);
  unsaved += lines.length;
  for (const line of lines) take(rowOf(line), line);
  keep(lines);
  redraw(lines.map(rowOf));
}

function take(row, line) {
  recounting(row, () => {
    if (line.action === "reset" && !DECIDED.has(runStatus(row))) inForce.delete(row);
    else inForce.set(row, line);
  });
}

/** Decisions of an earlier session, a file or another reviewer, in their order; what fits nowhere is listed, never dropped. */
function adopt(lines) {
  const rows = [];
  for (const line of lines) {
    const row = rowOf(line);
    if (row < 0) orphans.push(line);
    else rows.push(row) && take(row, line);
    log.push(line);
  }
  redraw(rows);
  return rows;
}

/** The batches that an earlier session in this browser could have taken back. */
function rebuildBatches(lines) {
  const last = new Map();
  for (const line of lines) {
    const row = rowOf(line);
    if (row < 0) continue;
    if (line.batch.startsWith("undo-")) {
      if (batches.at(-1)?.batch === line.batch.slice(5)) batches.pop();
    } else {
      if (batches.at(-1)?.batch !== line.batch) batches.push({ batch: line.batch, steps: [] });
      batches.at(-1).steps.push({ row, was: last.get(row) ?? null });
    }
    if (line.action === "reset") last.delete(row);
    else last.set(row, line);
  }
}

/** The whole log as a decisions file. */
function exported() {
  return log.map((line, number) => JSON.stringify({ v: 1, ...line, seq: number + 1 }) + "\n").join("");
}

function exportDecisions() {
  const address = URL.createObjectURL(new Blob([exported()], { type: "application/x-ndjson" }));
  el("a", { href: address, download: "decisions.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  if (!run.served) unsaved = 0;
  say(`${plural(log.length, "decision")} exported to decisions.jsonl`);
  drawCounts();
}

/** The lines of a decisions file. Throws where a line is none. */
function parseDecisions(text) {
  return text.split("\n").filter((line) => line.trim()).map((line, number) => {
    const read = JSON.parse(line);
    const whole = ["edit", "article", "action"].every((key) => typeof read[key] === "string") && (read.action in STATES || read.action === "reset");
    if (!whole) throw new Error(`line ${number + 1} is not a decision`);
    return { batch: "", ...read };
  });
}
