"use strict";
// What the page is made of, and how its figures lead to cases. README.md describes the form.
const DATA = unpack(JSON.parse(document.getElementById("data").textContent));
const AS_OF = Date.parse(DATA.as_of);

const measureIndex = new Map(DATA.measures.map((measure, i) => [measure.code, i]));
const figureIndex = new Map(
  DATA.figures.map((figure) => [figure.measure + "|" + figure.by + "|" + figure.key, figure]));

function measureOf(code) {
  return measureIndex.get(code);
}

// The figure of a measure for a key of a dimension; nothing if there is none.
function figureOf(measure, by = "total", key = "") {
  return figureIndex.get(measure + "|" + by + "|" + key);
}

function unitName(index) {
  return index >= 0 && DATA.units[index] ? DATA.units[index].name : "";
}

// What the names of the units that grids lie in have in common at their end ("…综合信息指挥室") says
// nothing on a map, where room is short.
const SHORT = (() => {
  const names = [...new Set(DATA.grids.map((grid) => grid.township))].map(unitName);
  let common = names[0] || "";
  for (const name of names) {
    while (!name.endsWith(common)) common = common.slice(1);
  }
  return names.length > 1 && names.every((name) => name.length > common.length) ? common.length : 0;
})();
const TOWNSHIPS = new Set(DATA.grids.map((grid) => grid.township));

function shortName(index) {
  const name = unitName(index);
  return SHORT && TOWNSHIPS.has(index) ? name.slice(0, name.length - SHORT) : name;
}

function unitCode(index) {
  return index >= 0 && DATA.units[index] ? DATA.units[index].code : "";
}

function gridName(index) {
  return index >= 0 && DATA.grids[index] ? unitName(DATA.grids[index].unit) : "";
}

function gridCode(index) {
  return index >= 0 && DATA.grids[index] ? unitCode(DATA.grids[index].unit) : "";
}

function categoryName(index) {
  return index >= 0 && DATA.categories[index] ? DATA.categories[index].name : "";
}

function measureName(index) {
  const measure = DATA.measures[index];
  return pick([measure.zh, measure.en]);
}

// The value as people read it, with its unit.
function valueText(measure, value) {
  if (value === null || value === undefined) return t("noFigure");
  const form = DATA.measures[measure].form;
  if (form === "count") return Number(value).toLocaleString("en-US");
  if (form === "rate") return value + "%";
  return t("hours", value);
}

// A fact is [case, unit, grid, day, amount]; see README.md.
const FACT = { CASE: 0, UNIT: 1, GRID: 2, DAY: 3, AMOUNT: 4 };

// Whether a unit is another one or stands below it in the command line.
function isWithin(index, above) {
  for (let at = index; at >= 0; at = DATA.units[at].parent) {
    if (at === above) return true;
  }
  return false;
}

// The facts on both sides of a figure: of the county, a unit with all below it, a grid or a day.
function factsBehind(measure, by, key) {
  const all = DATA.facts.find((facts) => facts.measure === measure);
  const keep = (facts) => facts.filter((fact) => ({
    total: true, unit: isWithin(fact[FACT.UNIT], key), grid: fact[FACT.GRID] === key, day: fact[FACT.DAY] === key,
  })[by]);
  if (!all) return { numerator: [], denominator: [] };
  return { numerator: keep(all.numerator), denominator: keep(all.denominator) };
}

// Facts of the denominator that are not in the numerator; nothing if the one is no part of the other.
function restOf(facts) {
  const left = new Map();
  for (const fact of facts.denominator) {
    const name = fact.join("|");
    left.set(name, (left.get(name) || 0) + 1);
  }
  for (const fact of facts.numerator) {
    const name = fact.join("|");
    if (!left.get(name)) return null;
    left.set(name, left.get(name) - 1);
  }
  return facts.denominator.filter((fact) => {
    const name = fact.join("|");
    if (!left.get(name)) return false;
    left.set(name, left.get(name) - 1);
    return true;
  });
}

// The clock that an overdue entry is about: of a case that is in the page step by step, one of its own.
function watchOf(entry) {
  return typeof entry.clock === "number" ? DATA.cases[entry.case].clocks[entry.clock] : entry.clock;
}

// How many cases there are without their steps.
function briefCount() {
  return DATA.cases.filter((entry) => entry.events === null).length;
}

// How far a clock was behind at the end of its time, in milliseconds.
function lateness(clock) {
  const end = clock.stopped ? Date.parse(clock.stopped) : AS_OF;
  return end - Date.parse(clock.deadline);
}

function stateText(entry) {
  return word("state", entry.state);
}

// An element with attributes, handlers and children. Texts are never read as markup.
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function button(text, onclick, attributes) {
  return h("button", { type: "button", onclick, ...attributes }, text);
}

// A table that turns into cards where it is narrow. Columns are {head, number, whole}: whose
// cells are numbers, and must not be broken; rows are lists of cells, each a text or an element.
function table(columns, rows, attributes) {
  const look = (column) => [column.number ? "number" : "", column.whole ? "whole" : ""].filter(Boolean).join(" ") || null;
  const head = columns.map((column) =>
    h("th", { scope: "col", class: look(column) }, column.headElement || column.head));
  const body = rows.map((cells) =>
    h("tr", null, cells.map((cell, i) =>
      h(i === 0 ? "th" : "td",
        { scope: i === 0 ? "row" : null, class: look(columns[i]),
          "data-head": columns[i].head },
        cell === null || cell === undefined ? "" : cell))));
  return h("table", { class: "stack", ...attributes },
           h("thead", null, h("tr", null, head)), h("tbody", null, body));
}
