"use strict";
// The lists of a large month as the page uses them. README.md describes both forms.

// Numbers that are written as their distance from the one before.
function stepped(steps) {
  let at = 0;
  return steps.map((step) => (at += step));
}

// "Leave out so many, take so many" in turn.
function placesOf(runs) {
  const places = [];
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    at += runs[i];
    for (const end = at + runs[i + 1]; at < end; ++at) places.push(at);
  }
  return places;
}

// How many characters are those of the text before, and the rest.
function prefixed(pairs) {
  const texts = [];
  for (let i = 0; i < pairs.length; i += 2) texts.push((texts[i / 2 - 1] || "").slice(0, pairs[i]) + pairs[i + 1]);
  return texts;
}

function shared({ list, at }) {
  return at.map((i) => list[i]);
}

// "2018-03-16T08:30" of minutes since the first day.
function civilOf(first, minutes) {
  return minutes === null ? null : new Date(first + minutes * 60000).toISOString().slice(0, 16);
}

function unpackCases(packed, from) {
  const first = Date.parse(from + "T00:00:00Z");
  const texts = { number: prefixed(packed.number) };
  for (const key of ["title", "place", "channel", "tier", "state", "units"]) texts[key] = shared(packed[key]);
  const reported = stepped(packed.reported);
  const late = new Set(placesOf(packed.late));
  return reported.map((minute, i) => {
    const after = (column) => civilOf(first, column[i] === null ? null : minute + column[i]);
    return {
      number: texts.number[i], title: texts.title[i], category: packed.category[i], channel: texts.channel[i],
      place: texts.place[i], grid: packed.grid[i], tier: texts.tier[i], state: texts.state[i], lead: packed.lead[i],
      holder: packed.holder[i], reported: civilOf(first, minute), filed: after(packed.filed), handled: after(packed.handled),
      ended: after(packed.ended), deadline: after(packed.deadline), late: late.has(i), units: texts.units[i],
      ...(packed.whole[i] || { events: null, clocks: null }),
    };
  });
}

function unpackFacts(packed, cases) {
  const of = stepped(packed.case), day = stepped(packed.day);
  const place = (value, own) => (value === 0 ? own : value - 2);
  const facts = of.map((index, i) => [index, place(packed.unit[i], cases[index].lead), place(packed.grid[i], cases[index].grid),
                                      day[i], packed.amount[i] * 1e6]);
  const taken = (runs) => placesOf(runs).map((i) => facts[i]);
  return packed.of.map(({ measure, numerator, denominator }) => ({ measure, numerator: taken(numerator), denominator: taken(denominator) }));
}

// Version 1 has its lists as the page uses them.
function unpack(data) {
  if (data.version === 1) return { ...data, overdue_count: data.overdue.length };
  const cases = unpackCases(data.cases, data.period.from);
  const funnel = data.funnel.map((row) => ({ ...row, came: placesOf(row.came), solved: placesOf(row.solved) }));
  return { ...data, cases, funnel, facts: unpackFacts(data.facts, cases) };
}
