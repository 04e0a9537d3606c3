"use strict";
// The page: its head, the three views, and the panel that leads from a figure to its cases and from a
// case to its history.

const state = { view: DATA.view || "overview", one: 0, map: DATA.map.load, asTable: {}, sort: { column: "rank", down: false },
                allOverdue: false, ledger: { by: "grid", key: -1 } };
let charts = [];

// ---- the panel ----

const trail = [];

// Shows a step of the way down; the steps before it stay reachable.
function openStep(step) {
  trail.push(step);
  showTrail();
}

function showTrail() {
  const panel = document.getElementById("panel");
  const step = trail[trail.length - 1];
  const back = trail.length > 1 ? button("← " + t("back"), () => { trail.pop(); showTrail(); }, { class: "plain" }) : "";
  const title = h("h2", { id: "panel-title", tabindex: "-1", text: step.title() });
  panel.replaceChildren(
    h("header", { class: "panel-head" }, h("div", { class: "panel-bar" }, back,
      button("✕ " + t("close"), () => panel.close(), { class: "plain close" })), title),
    h("div", { class: "panel-body" }, step.body()));
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  title.focus();
}

function openCase(index) {
  openStep({ title: () => DATA.cases[index].title, body: () => caseView(index, false) });
}

function openCases(title, cases) {
  openStep({ title: () => title + " · " + countOf(cases.length), body: () => caseTable(cases.map((index) => [index])) });
}

function whoOf(by, key) {
  if (by === "unit") return unitName(key);
  if (by === "grid") return gridName(key);
  if (by === "day") return DATA.trend.days[key].day;
  return DATA.county.name;
}

function ratioOf(measure, by, key, facts) {
  const code = by === "unit" ? unitCode(key) : by === "grid" ? gridCode(key) : "";
  const figure = by === "day" ? null : figureOf(measure, by, code);
  if (figure) return figure;
  return { numerator: facts.numerator.length, denominator: 1, value: String(facts.numerator.length) };
}

// A figure with its definition and the facts on both sides of it.
function openFigure(measure, by = "total", key = "") {
  const facts = factsBehind(measure, by, key);
  const figure = ratioOf(measure, by, key, facts);
  openStep({ title: () => measureName(measure), body: () => figureBody(measure, by, key, facts, figure) });
}

function figureBody(measure, by, key, facts, figure) {
  const { form, definition, source } = DATA.measures[measure];
  const sides = form === "rate"
    ? [["numerator", facts.numerator], ["denominator", facts.denominator], ["rest", restOf(facts)]]
    : [["counted", facts.numerator]];
  return [
    h("p", { class: "quiet", text: whoOf(by, key) + " · " + DATA.period.name }),
    h("p", { class: "big" }, valueText(measure, figure.value),
      form === "rate" ? h("span", { class: "ratio", text: t("of", figure.numerator, figure.denominator) }) : ""),
    definition ? h("p", { class: "definition" }, h("b", { text: t("definition") + t("colon") }), pick(definition)) : "",
    source ? h("p", { class: "definition quiet", text: t("source") + t("colon") + source }) : "",
    tabs(sides.filter(([, list]) => list !== null), measure),
  ];
}

// Tabs as WAI-ARIA has them: one stop of the Tab key, arrows between them.
function tabs(sides, measure) {
  const body = h("div", { role: "tabpanel", tabindex: "0", id: "side", class: "side" });
  const heads = sides.map(([key, list], i) => h("button", { type: "button", role: "tab", id: "tab-" + key, "aria-controls": "side",
    onclick: () => choose(i), text: t(key) + " (" + list.length.toLocaleString("en-US") + ")" }));
  const choose = (i) => {
    heads.forEach((head, n) => { head.setAttribute("aria-selected", n === i); head.tabIndex = n === i ? 0 : -1; });
    body.setAttribute("aria-labelledby", heads[i].id);
    body.replaceChildren(caseTable(sides[i][1], measure));
  };
  const bar = h("div", { role: "tablist", "aria-label": t("behind"), class: "tabs", onkeydown: (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (heads.findIndex((head) => head.tabIndex === 0) + step + heads.length) % heads.length;
    choose(next);
    heads[next].focus();
    event.preventDefault();
  } }, heads);
  choose(0);
  return h("div", null, bar, body);
}

// The cases of facts, a hundred at a time.
function caseTable(facts, measure) {
  if (!facts.length) return h("p", { class: "quiet", text: t("noCases") });
  const timed = measure !== undefined && !["count", "rate"].includes(DATA.measures[measure].form);
  const columns = [{ head: t("number"), whole: true }, { head: t("caseTitle") }, { head: t("unit") }, { head: t("state") },
                   { head: t("reported"), whole: true }];
  if (timed) columns.push({ head: t("amount"), number: true });
  const rows = facts.map((fact) => {
    const entry = DATA.cases[fact[FACT.CASE]];
    const unit = fact[FACT.UNIT] >= 0 ? fact[FACT.UNIT] : entry.lead >= 0 ? entry.lead : entry.holder;
    const cells = [caseButton(fact[FACT.CASE]), entry.title, unitName(unit), stateText(entry), civil(entry.reported)];
    if (timed) cells.push(durationOf(fact[FACT.AMOUNT] / 1000));
    return cells;
  });
  return paged(columns, rows);
}

function caseButton(index) {
  const entry = DATA.cases[index];
  return button(entry.number, () => openCase(index), { class: "link", "data-case": index, "aria-label": t("open", entry.number + " " + entry.title) });
}

function paged(columns, rows, step = 100) {
  const box = h("div");
  let shown = step;
  const show = () => {
    box.replaceChildren(table(columns, rows.slice(0, shown)));
    if (rows.length > shown) {
      box.append(button(t("showMore", Math.min(step, rows.length - shown)), () => { shown += step; show(); }, { class: "more" }));
    }
  };
  show();
  return box;
}

// ---- cards ----

function card(id, { wide = false, controls = [] } = {}, ...body) {
  return h("section", { id, class: "card" + (wide ? " wide" : ""), "aria-labelledby": id + "-title" },
    h("header", { class: "card-head" }, h("h2", { id: id + "-title", text: t(id) }), h("div", { class: "controls" }, controls)), body);
}

function choice(label, options, chosen, onchange) {
  return h("div", { role: "group", "aria-label": label, class: "choice" }, options.map(([value, text]) =>
    button(text, () => onchange(value), { "aria-pressed": String(value === chosen), "data-value": value })));
}

// Renders the view anew and puts the focus back where it was.
function again(focus) {
  render();
  const element = focus && document.querySelector(focus);
  if (element) element.focus();
}

function chartCard(id, build, { wide = false, extra = [] } = {}) {
  const asTable = Boolean(state.asTable[id]);
  const shown = choice(t("shownAs"), [["chart", t("asChart")], ["table", t("asTable")]], asTable ? "table" : "chart", (value) => {
    state.asTable[id] = value === "table";
    again(`#${id} [data-value="${value}"]`);
  });
  const body = h("div", { class: "card-body" });
  const section = card(id, { wide, controls: [...extra, shown] }, body);
  charts.push({ id, body, build, asTable });
  return section;
}

// Once the cards are in the page, so that their width is known.
function fillCharts() {
  for (const entry of charts) {
    const built = entry.build(entry.body.clientWidth);
    if (!built) entry.body.replaceChildren(h("p", { class: "quiet", text: t("nothing") }));
    else if (entry.asTable) entry.body.replaceChildren(chartTable(built));
    else fillChart(entry, built);
  }
}

function fillChart(entry, built) {
  const said = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const element = h("div", { class: "chart", role: "application", tabindex: "0", "aria-label": built.label + " " + t("keys"),
    "aria-roledescription": t("asChart"), style: `height:${built.height}px` });
  entry.body.replaceChildren(element, built.note ? h("p", { class: "note", text: built.note }) : "", said);
  entry.chart = draw(element, built);
  walk(element, entry.chart, built.items, (text) => { said.textContent = text; });
}

function chartTable(built) {
  const rows = built.table.rows.map((row) => row.cells.map((cell, i) => {
    const opens = row.opens ? row.opens[i] : row.at === i ? row : null;
    return opens ? button(cell, () => opens.open(), { class: "link", "aria-label": t("open", opens.label) }) : cell;
  }));
  return h("div", { class: "scroll" }, paged(built.table.columns, rows, 60));
}

// ---- overview ----

function tile(measure) {
  const figure = figureOf(measure);
  const { form } = DATA.measures[measure];
  const value = figure ? figure.value : null;
  const lines = [];
  if (figure && form === "rate") lines.push(t("of", figure.numerator.toLocaleString("en-US"), figure.denominator.toLocaleString("en-US")));
  if (figure && figure.before) lines.push(t("before", valueText(measure, figure.before.value)));
  return h("button", { type: "button", class: "tile", "data-measure": DATA.measures[measure].code,
    "aria-label": t("open", measureName(measure) + " " + valueText(measure, value)), onclick: () => openFigure(measure) },
    h("span", { class: "tile-name", text: measureName(measure) }), h("span", { class: "tile-value", text: valueText(measure, value) }),
    h("span", { class: "tile-note" }, lines.map((line) => h("span", { text: line }))));
}

function mapCard() {
  const measures = [DATA.map.load, DATA.map.late].filter((measure) => measure !== undefined && measure !== null);
  const by = choice(t("colouredBy"), measures.map((measure) => [String(measure), measureName(measure)]), String(state.map), (value) => {
    state.map = Number(value);
    again(`#map [data-value="${value}"]`);
  });
  return chartCard("map", (width) => buildMap(width, { measure: state.map }), { extra: measures.length > 1 ? [by] : [], wide: manySquares() });
}

const COLUMNS = {
  rank: (line) => line.rank ?? DATA.league.lines.length + 1,
  name: (line) => unitName(line.unit),
  score: (line) => Number(line.score),
  stars: (line) => line.stars,
};

function sortHead(column, text) {
  const chosen = state.sort.column === column;
  const arrow = chosen ? (state.sort.down ? " ▼" : " ▲") : "";
  return button(text + arrow, () => {
    state.sort = { column, down: chosen ? !state.sort.down : column !== "rank" && column !== "name" };
    again(`#league [data-sort="${column}"]`);
  }, { class: "sort", "data-sort": column, "aria-label": t("sortBy", text), "aria-pressed": String(chosen) });
}

function stars(count) {
  if (count === null || count === undefined) return "";
  const most = DATA.league.most_stars;
  return h("span", { class: "stars", role: "img", "aria-label": t("starsOf", count, most) }, "★".repeat(count), h("span", { class: "dim", text: "★".repeat(most - count) }));
}

// How a score came about, line by line.
function openScore(line) {
  openStep({ title: () => unitName(line.unit) + " · " + pick(DATA.league.rules), body: () => [
    h("p", { class: "quiet", text: DATA.period.name }),
    h("p", { class: "big" }, line.score, line.grade ? h("span", { class: "ratio", text: line.grade }) : ""),
    h("div", { class: "words" }, stepsIn(pick(line.words)))] });
}

// Lines that are further in belong to the one above; a dash gives the reason of it.
function stepsIn(text) {
  return text.split("\n").filter(Boolean).map((line) => {
    const words = line.trim();
    const reason = words.startsWith("- ");
    return h("p", { class: reason ? "quiet" : "", style: `padding-left:${(line.length - line.trimStart().length) * 0.6}em`, text: reason ? words.slice(2) : words });
  });
}

function scoreCell(line, plain) {
  if (!line.score) return t("noFigure");
  if (plain) return line.score;
  return h("button", { type: "button", class: "link", "aria-label": t("open", unitName(line.unit) + " " + t("score") + " " + line.score),
    onclick: () => openScore(line) }, line.score);
}

// By which rules, and whether that is settled.
function leagueNote() {
  const { rules, frozen, sha256 } = DATA.league;
  if (!rules) return "";
  return h("p", { class: "note" }, t("byRules", pick(rules)), frozen ? " " + t("frozenAt", civil(frozen)) : " " + t("notFrozen"),
    frozen ? h("code", { class: "digest", text: "SHA-256 " + sha256 }) : "");
}

function leagueBody(lines, plain) {
  if (!lines.length) return h("p", { class: "quiet", text: t("nothing") });
  return h("div", null, leagueTable(lines, plain), leagueNote());
}

function bar(text, share) {
  return h("span", { class: "meter", style: `--share:${Math.max(0, Math.min(100, share))}%` }, text);
}

function leagueCell(measure, unit, plain) {
  const figure = figureOf(measure, "unit", unitCode(unit));
  const text = valueText(measure, figure ? figure.value : null);
  const rate = DATA.measures[measure].form === "rate" && figure && figure.value !== null;
  const shown = rate ? bar(text, Number(figure.value)) : text;
  if (plain || !figure || figure.value === null) return text;
  return h("button", { type: "button", class: "link", "aria-label": t("open", unitName(unit) + " " + measureName(measure) + " " + text),
    onclick: () => openFigure(measure, "unit", unit) }, shown);
}

function sortedLeague() {
  const { column, down } = state.sort;
  const key = COLUMNS[column] || ((line) => {
    const figure = figureOf(Number(column), "unit", unitCode(line.unit));
    return figure && figure.value !== null ? Number(figure.value) : -1;
  });
  const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b, "zh") : (a === null ? -1 : a) - (b === null ? -1 : b));
  return [...DATA.league.lines].sort((a, b) => (down ? -1 : 1) * compare(key(a), key(b)) || COLUMNS.rank(a) - COLUMNS.rank(b));
}

function leagueTable(lines, plain) {
  const has = (field) => lines.some((line) => line[field] !== null && line[field] !== undefined);
  const columns = [], cells = [];
  const add = (column, text, cell, more) => {
    columns.push({ head: text, headElement: plain || !column ? null : sortHead(column, text), ...more });
    cells.push(cell);
  };
  add("rank", t("rank"), (line) => h("span", null, String(line.rank ?? "–"),
    line.before ? h("span", { class: "quiet small", text: " " + t("rankBefore", line.before) }) : ""), { whole: true });
  add("name", t("unit"), (line) => (plain ? shortName(line.unit) : unitName(line.unit)));
  if (has("score")) add("score", t("score"), (line) => scoreCell(line, plain), { number: true });
  if (has("grade")) add(null, t("grade"), (line) => line.grade || "", { whole: true });
  if (has("stars")) add("stars", t("stars"), (line) => stars(line.stars));
  for (const measure of DATA.league.columns) {
    add(String(measure), measureName(measure), (line) => leagueCell(measure, line.unit, plain), { number: true });
  }
  return table(columns, lines.map((line) => cells.map((cell) => cell(line))), { class: "stack league" });
}

function overdueRows(entries, plain) {
  return entries.map((line) => {
    const index = line.case;
    const entry = DATA.cases[index];
    const watch = watchOf(line);
    return [plain ? entry.number : caseButton(index), entry.title, unitName(watch.unit), pick(watch.milestone) + " · " + pick(watch.limit),
            civil(watch.deadline), h("span", { class: "late-text", text: durationOf(lateness(watch)) })];
  });
}

function overdueColumns() {
  return [{ head: t("number"), whole: true }, { head: t("caseTitle") }, { head: t("unit") }, { head: t("limit") }, { head: t("deadline"), whole: true }, { head: t("lateBy"), number: true }];
}

function sortedOverdue() {
  return [...DATA.overdue].sort((a, b) => lateness(watchOf(b)) - lateness(watchOf(a)));
}

function overdueCard() {
  const all = sortedOverdue();
  const shown = state.allOverdue ? all : all.slice(0, 8);
  const more = all.length > 8 ? button(state.allOverdue ? t("showLess") : t("showAll", all.length), () => {
    state.allOverdue = !state.allOverdue;
    again("#overdue .more");
  }, { class: "more" }) : "";
  const cut = DATA.overdue_count > all.length ? h("p", { class: "note", text: t("overdueCut", all.length) }) : "";
  return card("overdue", { wide: true, controls: [h("span", { class: "quiet", text: countOf(DATA.overdue_count) })] },
    all.length ? table(overdueColumns(), overdueRows(shown)) : h("p", { class: "quiet", text: t("nothing") }), cut, more);
}

// The cases that are offered for a closer look: the overdue ones, then those with the longest way.
function offered() {
  const late = sortedOverdue().map((entry) => entry.case).filter((i) => DATA.cases[i].events !== null);
  const long = DATA.cases.map((entry, i) => i).filter((i) => DATA.cases[i].events !== null).sort((a, b) => DATA.cases[b].events.length - DATA.cases[a].events.length);
  return [...new Set([...(DATA.featured === undefined ? [] : [DATA.featured]), ...late, ...long])].slice(0, 60);
}

function oneCard() {
  const cases = offered();
  if (!cases.length) return card("one", { wide: true }, h("p", { class: "quiet", text: t("nothing") }));
  const body = h("div", null, caseView(cases[state.one] === undefined ? cases[0] : cases[state.one], true));
  const select = h("select", { "aria-label": t("choose"), onchange: (event) => {
    state.one = event.target.selectedIndex;
    body.replaceChildren(caseView(cases[state.one], true));
  } }, cases.map((index, i) => h("option", { value: i, selected: i === state.one }, DATA.cases[index].number + "  " + shorten(DATA.cases[index].title, 24))));
  return card("one", { wide: true, controls: [select] }, body);
}

function overview() {
  return h("div", { class: "overview" },
    h("section", { id: "figures", class: "tiles", "aria-label": t("figures") }, DATA.headline.map(tile)),
    h("div", { class: "cards" }, mapCard(), chartCard("funnel", buildFunnel, { wide: manySquares() }), chartCard("trend", buildTrend, { wide: true }),
      card("league", { wide: true }, leagueBody(sortedLeague())),
      chartCard("flows", buildFlows, { wide: true }), overdueCard(), oneCard()));
}

// ---- bulletin ----

const SHEET = 640;  // the width of charts on a sheet of A4, in CSS pixels

// Charts of fixed size, which need not be in the page to be drawn.
function printed(build, width) {
  const built = build(width, { print: true });
  if (!built) return h("p", { class: "quiet", text: t("nothing") });
  const element = h("div", { class: "chart", role: "img", "aria-label": built.label, style: `width:${width}px;height:${built.height}px` });
  draw(element, { ...built, find: () => null }, { width, height: built.height });
  return element;
}

function figureTable() {
  const columns = [{ head: t("measure") }, { head: t("thisPeriod"), number: true }, { head: t("numerator"), number: true },
                   { head: t("denominator"), number: true }, { head: t("lastPeriod"), number: true }];
  return table(columns, DATA.headline.map((measure) => {
    const figure = figureOf(measure) || { value: null };
    const rate = DATA.measures[measure].form === "rate";
    return [measureName(measure), valueText(measure, figure.value), rate ? String(figure.numerator) : "", rate ? String(figure.denominator) : "",
            figure.before ? valueText(measure, figure.before.value) : ""];
  }), { class: "stack plain-table" });
}

function funnelSentence() {
  const all = funnelTotal();
  const parts = DATA.funnel.map((row) => t("funnelSentence", word("tier", row.tier), row.solved.length, percent(row.solved.length, all)));
  return parts.join(language === "zh" ? "；" : "; ") + (language === "zh" ? "。" : ".");
}

function definitions() {
  return h("dl", { class: "definitions" }, DATA.headline.map((measure) => h("div", null, h("dt", { text: measureName(measure) }),
    h("dd", { text: pick(DATA.measures[measure].definition) }))));
}

function bulletin(width = SHEET) {
  const overdue = sortedOverdue();
  const part = (key, ...body) => h("section", null, h("h2", { text: t(key) }), body);
  return h("article", { class: "bulletin sheet" },
    h("header", { class: "masthead" }, h("h1", { text: DATA.county.name + (language === "zh" ? "" : " · ") + t("bulletinTitle") }),
      h("p", null, h("span", { text: t("issue", DATA.period.name) }), h("span", { text: t("asOf") + " " + civil(DATA.as_of) }))),
    part("s1", figureTable()),
    part("s2", h("p", { text: funnelSentence() }), printed(buildFunnel, width)),
    part("s3", printed(buildTrend, width)),
    part("s4", leagueBody([...DATA.league.lines].sort((a, b) => COLUMNS.rank(a) - COLUMNS.rank(b)), true)),
    part("s5", h("p", { class: "quiet", text: t("colouredBy") + t("colon") + measureName(DATA.map.load) }), printed(buildMap, width)),
    part("s6", h("p", { text: t("overdueSentence", civil(DATA.as_of), DATA.overdue_count) + (overdue.length > 12 ? " " + t("overdueFirst", 12) : "") }),
      overdue.length ? table(overdueColumns(), overdueRows(overdue.slice(0, 12), true), { class: "stack plain-table" }) : ""),
    part("s7", definitions()), h("footer", { text: t("madeBy", DATA.program) }));
}

// ---- ledger ----

function ledgerKeys(by) {
  if (by === "person") return DATA.ledger && DATA.ledger.by === "person" ? [[0, DATA.ledger.name]] : [];
  if (by === "grid") return DATA.grids.map((_, i) => [i, gridName(i)]);
  const used = new Set(DATA.cases.flatMap((entry) => entry.units));
  const given = DATA.ledger && DATA.ledger.by === "unit" ? DATA.ledger.key : "";
  return DATA.units.map((unit, i) => [i, unit.name]).filter(([i]) => used.has(i) || unitCode(i) === given);
}

// The ledger the program was asked for comes with its cases; the others follow from the cases.
function ledgerCases({ by, key }) {
  const given = DATA.ledger;
  if (given && given.by === by && (by === "person" || (by === "grid" ? gridCode(key) : unitCode(key)) === given.key)) return given.cases;
  const mine = (entry) => (by === "grid" ? entry.grid === key : entry.units.includes(key));
  return DATA.cases.map((_, i) => i).filter((i) => mine(DATA.cases[i]));
}

function ledgerRow(index, plain) {
  const entry = DATA.cases[index];
  const late = entry.late ? t("late") : entry.deadline ? (entry.ended || entry.handled ? t("inTime") : t("running")) : "";
  const cells = [entry.number, entry.title, categoryName(entry.category), word("channel", entry.channel), entry.place, gridName(entry.grid),
                 unitName(entry.lead), stateText(entry), civil(entry.reported), civil(entry.deadline), civil(entry.ended), late];
  if (!plain) cells[0] = caseButton(index);
  return cells;
}

function ledgerColumns() {
  return ["number", "caseTitle", "category", "channel", "place", "grid", "lead", "state", "reported", "deadline", "ended", "inTime"]
    .map((key) => ({ head: t(key), whole: ["number", "state", "inTime"].includes(key) }));
}

// A cell that a table program would take for a formula gets an apostrophe before it.
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

function csvOf(cases) {
  const rows = [ledgerColumns().map((column) => column.head), ...cases.map((index) => ledgerRow(index, true))];
  return "\ufeff" + rows.map((row) => row.map((cell) => csvCell(cell || "")).join(",")).join("\r\n") + "\r\n";
}

function saveCsv(name, cases) {
  const url = URL.createObjectURL(new Blob([csvOf(cases)], { type: "text/csv;charset=utf-8" }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
  document.getElementById("said").textContent = t("csvReady", name);
}

function ledger() {
  const { by } = state.ledger;
  const keys = ledgerKeys(by);
  if (!keys.some(([key]) => key === state.ledger.key)) state.ledger.key = keys.length ? keys[0][0] : -1;
  const chosen = keys.find(([key]) => key === state.ledger.key);
  const cases = chosen ? ledgerCases(state.ledger) : [];
  const kinds = ["grid", "unit", ...(DATA.ledger && DATA.ledger.by === "person" ? ["person"] : [])];
  const kind = choice(t("byWhat"), kinds.map((name) => [name, t(name)]), by, (value) => { state.ledger = { by: value, key: -1 }; again(`.ledger [data-value="${value}"]`); });
  const select = h("select", { "aria-label": t(by), onchange: (event) => { state.ledger.key = Number(event.target.value); again(".ledger select"); } },
    keys.map(([key, name]) => h("option", { value: key, selected: key === state.ledger.key }, name)));
  const name = chosen ? chosen[1] : "";
  const csv = button(t("csv"), () => saveCsv(`${DATA.county.code}-${DATA.period.name.replace(/\//g, "_")}-${by}.csv`, cases), { class: "action" });
  return h("section", { class: "ledger card wide", "aria-labelledby": "ledger-title" },
    h("header", { class: "card-head" }, h("h2", { id: "ledger-title", text: t("ledgerOf", name) + " · " + DATA.period.name }),
      h("div", { class: "controls" }, kind, select, csv)),
    h("p", { class: "quiet", text: countOf(cases.length) }),
    cases.length ? h("div", { class: "scroll" }, table(ledgerColumns(), cases.map((index) => ledgerRow(index, false)))) : h("p", { text: t("ledgerEmpty") }));
}

// ---- head and view ----

function masthead() {
  const views = choice(t("views"), [["overview", t("overview")], ["bulletin", t("bulletin")], ["ledger", t("ledger")]], state.view,
    (value) => { state.view = value; window.scrollTo(0, 0); again(`.views [data-value="${value}"]`); });
  const languages = choice(t("language"), [["zh", "中文"], ["en", "English"]], language, (value) => { language = value; again(`.languages [data-value="${value}"]`); });
  views.classList.add("views");
  languages.classList.add("languages");
  return h("header", { class: "top" },
    h("div", { class: "top-text" }, h("h1", { text: DATA.county.name + (language === "zh" ? "" : " · ") + t("title") }),
      h("p", null, t("period") + " " + DATA.period.name + "　" + t("asOf") + " " + civil(DATA.as_of))),
    h("div", { class: "top-tools" }, views, languages, button(t("print"), () => window.print(), { class: "action" })));
}

function sectionLinks() {
  const ids = ["figures", "map", "funnel", "trend", "league", "flows", "overdue", "one"];
  return h("nav", { "aria-label": t("sections"), class: "sections" }, ids.map((id) => h("a", { href: "#" + id, text: t(id) })));
}

function render() {
  for (const { chart } of charts) if (chart) chart.dispose();
  charts = [];
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = DATA.county.name + " " + t("title") + " " + DATA.period.name;
  document.body.dataset.view = state.view;
  const views = { overview, ledger, bulletin: () => bulletin(Math.min(SHEET, document.body.clientWidth - 50)) };
  const main = h("main", { id: "main", tabindex: "-1" }, views[state.view]());
  document.getElementById("app").replaceChildren(h("a", { class: "skip", href: "#main", text: t("skip") }), masthead(),
    state.view === "overview" ? sectionLinks() : "", main,
    // What is printed of the overview is the bulletin: charts as wide as a screen do not fit a sheet.
    state.view === "overview" ? h("div", { class: "print-only", "aria-hidden": "true" }, bulletin()) : "",
    h("footer", { class: "foot" }, t("madeBy", DATA.program) + " " + t("policyVersion", DATA.policy),
      briefCount() ? h("span", { class: "left-out", text: " " + t("leftOut", briefCount().toLocaleString("en-US")) }) : ""),
    h("p", { id: "said", class: "visually-hidden", "aria-live": "polite" }));
  fillCharts();
}

function start() {
  language = DATA.language === "en" ? "en" : "zh";
  const given = DATA.ledger;
  if (given) {
    const keys = ledgerKeys(given.by);
    const code = (key) => (given.by === "grid" ? gridCode(key) : unitCode(key));
    const match = given.by === "person" ? keys[0] : keys.find(([key]) => code(key) === given.key);
    state.ledger = { by: given.by, key: match ? match[0] : -1 };
  }
  document.body.append(h("dialog", { id: "panel", "aria-labelledby": "panel-title", onclose: () => { trail.length = 0; },
    onclick: (event) => { if (event.target.id === "panel") event.target.close(); } }));
  render();
  let width = window.innerWidth;
  let waiting = 0;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(render, 150);
  });
}

start();
