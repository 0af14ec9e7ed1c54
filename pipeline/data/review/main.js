// Start: read the run, take over earlier decisions, open the first article that has something to decide.
function showSide(open) {
  byId("side").classList.toggle("open", open);
  byId("open-list").setAttribute("aria-expanded", open);
}

function setTheme() {
  if (settings.theme) document.documentElement.dataset.theme = settings.theme;
}

function wireHeader() {
  byId("theme").addEventListener("click", () => {
    const dark = settings.theme ? settings.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    settings.theme = dark ? "light" : "dark";
    saveSettings();
    setTheme();
  });
  byId("help").addEventListener("click", openHelp);
  byId("dialog").addEventListener("keydown", confirmByEnter);
  byId("save").addEventListener("click", exportDecisions);
  byId("open-list").addEventListener("click", () => showSide(byId("open-list").getAttribute("aria-expanded") !== "true"));
  byId("rows").addEventListener("click", () => showSide(false));
  addEventListener("pagehide", keepNow);
  addEventListener("beforeunload", (event) => {
    if (run.served && outbox.length) event.preventDefault();
  });
}

function fillFilters() {
  byId("show").replaceChildren(...SHOWS.map(([name, text]) => el("option", { value: name }, text)));
  for (const name of new Set(run.columns.tier)) byId("tier").append(el("option", { value: run.pool[name] }, TIERS[run.pool[name]] ?? spelled(run.pool[name])));
}

async function start() {
  loadSettings();
  setTheme();
  await openRun();
  indexRows();
  countAll();
  fillFilters();
  for (const wire of [wireHeader, wireList, wireArticle, wireKeys]) wire();
  await loadDecisions();
  byId("app").hidden = false;
  for (const tab of byId("tabs").children) tab.tabIndex = -1;
  showMode("changes");
  const first = run.articles.findIndex((_, number) => counts.left[number]);
  await openAt(Math.max(0, first < 0 ? run.articles.findIndex((article) => article.count) : first));
  showTab("edits");
  drawCounts();
  if (orphans.length) say(`${plural(orphans.length, "decision")} found no place in this run; Help shows them`);
  document.documentElement.dataset.ready = Math.round(performance.now());
}

start();
