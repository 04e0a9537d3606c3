"use strict";
// One case: its facts, its clocks with every stretch of time, what happened to it.

const SEGMENTS = ["counted", "closed", "day_off", "holiday", "held", "late"];

function caseFacts(entry) {
  const facts = [
    ["category", categoryName(entry.category)], ["channel", word("channel", entry.channel)], ["place", entry.place],
    ["grid", gridName(entry.grid)], ["state", stateText(entry)],
    ["lead", unitName(entry.lead)], ["holder", unitName(entry.holder)],
    ["reported", civil(entry.reported)], ["filed", civil(entry.filed)], ["handled", civil(entry.handled)],
    ["deadline", civil(entry.deadline)], ["ended", civil(entry.ended)],
  ].filter(([, value]) => value);
  return h("dl", { class: "facts" }, facts.map(([key, value]) => h("div", null, h("dt", { text: t(key) }), h("dd", { text: value }))));
}

// From the first start to the last end of all clocks.
function clockSpan(clocks) {
  const times = clocks.flatMap((clock) => [clock.started, clock.deadline, clock.stopped,
    ...clock.segments.flatMap((segment) => [segment.from, segment.until])]).filter(Boolean).map((time) => Date.parse(time));
  const from = Math.min(...times), until = Math.max(...times);
  return { from, until: until > from ? until : from + 60000 };
}

function clockState(clock) {
  if (clock.exempt) return t("late") + " · " + t("exempt");
  if (clock.late) return t("late") + " " + durationOf(lateness(clock));
  return clock.state === "met" ? t("inTime") : word("clock_state", clock.state);
}

function clockRow(clock, span) {
  const at = (time) => ((Date.parse(time) - span.from) * 100) / (span.until - span.from);
  const piece = (segment) => h("span", {
    class: "piece " + segment.kind, style: `left:${at(segment.from)}%;width:${Math.max(0.15, at(segment.until) - at(segment.from))}%`,
    title: [word("segment", segment.kind), segment.name, civil(segment.from) + " – " + civil(segment.until)].filter(Boolean).join("\n") });
  const words = [pick(clock.milestone), unitName(clock.unit), pick(clock.limit)].filter(Boolean).join(" · ");
  return h("div", { class: "clock" },
    h("div", { class: "clock-head" }, h("span", { text: words }),
      h("span", { class: clock.late ? "late-text" : "", text: clockState(clock) })),
    h("div", { class: "bar", role: "img", "aria-label": words + ", " + t("deadline") + " " + civil(clock.deadline) + ", " + clockState(clock) },
      clock.segments.map(piece),
      h("span", { class: "flag", style: `left:${at(clock.deadline)}%`, title: t("deadline") + " " + civil(clock.deadline) }),
      clock.stopped ? h("span", { class: "dot", style: `left:${at(clock.stopped)}%`, title: t("stopped") + " " + civil(clock.stopped) }) : ""));
}

function clockAxis(clocks, span) {
  const all = clocks.flatMap((clock) => [clock.started, clock.deadline, clock.stopped]).filter(Boolean);
  const first = all.reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
  const last = clocks.flatMap((c) => [c.deadline, c.stopped, ...c.segments.map((s) => s.until)]).filter(Boolean)
    .reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b));
  return h("div", { class: "axis", "aria-hidden": "true" }, h("span", { text: civil(first) }), h("span", { text: civil(last) }));
}

function legend(clocks) {
  const kinds = SEGMENTS.filter((kind) => clocks.some((clock) => clock.segments.some((segment) => segment.kind === kind)));
  return h("ul", { class: "legend" },
    kinds.map((kind) => h("li", null, h("span", { class: "swatch " + kind }), word("segment", kind))),
    h("li", null, h("span", { class: "swatch flag-mark" }), t("deadline")),
    clocks.some((clock) => clock.stopped) ? h("li", null, h("span", { class: "swatch dot-mark" }), t("stopped")) : "");
}

function segmentTable(clocks) {
  const columns = [{ head: t("limit") }, { head: t("kind") }, { head: t("from") }, { head: t("to") }, { head: t("amount"), number: true }];
  return table(columns, clocks.flatMap((clock) => clock.segments.map((segment) => [
    pick(clock.milestone), word("segment", segment.kind) + (segment.name ? " · " + segment.name : ""),
    civil(segment.from), civil(segment.until), durationOf(Date.parse(segment.until) - Date.parse(segment.from))])));
}

function clockPart(entry) {
  if (!entry.clocks.length) return h("p", { class: "quiet", text: t("noClocks") });
  const span = clockSpan(entry.clocks);
  return h("div", null, legend(entry.clocks), entry.clocks.map((clock) => clockRow(clock, span)), clockAxis(entry.clocks, span),
    h("details", null, h("summary", { text: t("segments") }), segmentTable(entry.clocks)));
}

function eventPart(entry) {
  return h("ol", { class: "events" }, entry.events.map((event) => h("li", null,
    h("time", { datetime: event.at, text: civil(event.at) }),
    h("span", { class: "event-what" }, h("strong", { text: word("action", event.action) }),
      event.outcome ? h("span", { class: "quiet", text: " · " + word("outcome", event.outcome) }) : "",
      h("span", { class: "event-who", text: unitName(event.unit) }),
      event.to.length ? h("span", { class: "event-who", text: "→ " + event.to.map(unitName).join(t("and")) }) : ""),
    h("span", { class: "event-state", text: word("state", event.state) }))));
}

// The whole case; its title only where it does not stand above already.
function caseView(index, titled) {
  const entry = DATA.cases[index];
  return h("article", { class: "case" },
    h("p", { class: "case-title" }, h("span", { class: "case-number", text: entry.number }), titled ? h("strong", { text: entry.title }) : ""),
    caseFacts(entry),
    entry.events === null ? h("p", { class: "note", text: t("briefCase", entry.number) }) : caseSteps(entry));
}

function caseSteps(entry) {
  return h("div", null,
    h("h3", { text: t("clocks") }), clockPart(entry),
    h("h3", { text: t("events") }), eventPart(entry));
}
