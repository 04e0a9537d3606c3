"use strict";
// The charts. Each build function gives {option, items, table, label, height}: what ECharts draws, the
// things in it that can be opened, the same as a table, a sentence for those who do not see it.

const INK = "#22303e";
const MUTED = "#5a6878";
const LINE = "#d5dce4";
const TIER_COLOUR = { village: "#9dbcd8", township: "#4d84b4", county: "#1d4a78" };
const OTHER_COLOUR = "#8a94a0";
const LOAD_COLOURS = ["#e6eef6", "#b9d0e5", "#82abd0", "#447fb1", "#164a7b"];
// Lateness has another hue and another direction: dark is bad in both.
const LATE_COLOURS = ["#fbf0dc", "#f0d19b", "#dca85a", "#b5762a", "#7a4410"];
const EMPTY_COLOUR = "#f6f7f9";
const FONT = getComputedStyle(document.documentElement).fontFamily;

function baseOption() {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: 12 },
    tooltip: {
      confine: true, backgroundColor: "#ffffff", borderColor: LINE, borderWidth: 1, padding: [8, 12],
      textStyle: { color: INK, fontFamily: FONT, fontSize: 13 },
      extraCssText: "box-shadow:0 2px 8px rgba(20,40,60,.15);border-radius:4px;",
    },
  };
}

// A tooltip as an element: what is in it may come from anybody, and is never markup.
function tip(head, ...lines) {
  return h("div", null, h("strong", { text: head }), lines.filter(Boolean).map((line) => h("div", { text: line })));
}

// Cuts a text to so many Chinese characters, or twice as many Latin ones.
function shorten(text, most) {
  let room = 2 * most;
  for (let i = 0; i < text.length; i++) {
    room -= text.charCodeAt(i) < 0x2e80 ? 1 : 2;
    if (room < 0) return text.slice(0, Math.max(1, i - 1)) + "…";
  }
  return text;
}

// ---- map ----

// Bounds of five classes with about the same number of values in each.
function quantileBounds(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = [1, 2, 3, 4].map((i) => sorted[Math.floor((sorted.length * i) / 5)]);
  return [...new Set(bounds)].filter((bound) => bound > sorted[0]);
}

function classesOf(measure, values) {
  if (!values.length) return [];
  if (DATA.measures[measure].form === "rate") {
    return [{ gte: 98, label: "≥ 98%", shade: 0 }, { gte: 95, lt: 98, label: "95–98%", shade: 1 },
            { gte: 90, lt: 95, label: "90–95%", shade: 2 }, { gte: 80, lt: 90, label: "80–90%", shade: 3 },
            { lt: 80, label: "< 80%", shade: 4 }];
  }
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const bounds = distinct.length <= 5 ? distinct.slice(1) : quantileBounds(values);
  const last = Math.max(...values);
  const edges = [Math.min(...values), ...bounds];
  return edges.map((from, i) => {
    const until = i + 1 < edges.length ? edges[i + 1] : last + 1;
    const to = until - 1;
    return { gte: from, lt: until, shade: Math.round((i * 4) / Math.max(1, edges.length - 1)),
             label: to > from ? from + "–" + to : String(from) };
  });
}

// Whether there are so many grids without ground that their squares need the whole width.
function manySquares() {
  return DATA.grids.length > 200 && !DATA.grids.some((grid) => grid.area);
}

// Grids without ground become squares, a block of rows for each township.
function squares(width) {
  const across = Math.max(8, Math.min(60, Math.floor((width - 110) / (width < 420 ? 11 : 17))));
  const features = [];
  const places = [];
  let row = 0;
  for (const township of townshipsOfGrids()) {
    const members = DATA.grids.map((grid, i) => ({ grid, i })).filter(({ grid }) => grid.township === township);
    members.forEach(({ i }, n) => {
      const x = n % across, y = -(row + Math.floor(n / across)), s = 0.88;
      features.push(feature(i, [[[[x, y], [x + s, y], [x + s, y - s], [x, y - s], [x, y]]]]));
    });
    const rows = Math.ceil(members.length / across);
    places.push({ township, at: [-0.4, -row - 0.44] });
    row += rows + 0.35;
  }
  return { features, places, outlines: [], rows: row, across, tiled: true };
}

function feature(grid, area) {
  return { type: "Feature", properties: { name: String(grid) },
           geometry: { type: "MultiPolygon", coordinates: area } };
}

function townshipsOfGrids() {
  return [...new Set(DATA.grids.map((grid) => grid.township))].sort((a, b) => a - b);
}

// The sides of a township's grids that no other of its grids shares.
function outlineOf(grids) {
  const sides = new Map();
  const name = ([x, y]) => x.toFixed(6) + " " + y.toFixed(6);
  for (const grid of grids) {
    for (const polygon of grid.area) {
      const ring = polygon[0];
      for (let i = 0; i + 1 < ring.length; i++) {
        const ends = [name(ring[i]), name(ring[i + 1])].sort().join("|");
        sides.set(ends, sides.has(ends) ? null : [ring[i], ring[i + 1]]);
      }
    }
  }
  return [...sides.values()].filter(Boolean);
}

function boundsOf(grids) {
  const points = grids.flatMap((grid) => grid.area.flatMap((polygon) => polygon[0]));
  const across = points.map(([x]) => x), up = points.map(([, y]) => y);
  const least = (list) => list.reduce((a, b) => Math.min(a, b)), most = (list) => list.reduce((a, b) => Math.max(a, b));
  return [[least(across), least(up)], [most(across), most(up)]];
}

function middleOf(grids) {
  const [[west, south], [east, north]] = boundsOf(grids);
  return [(west + east) / 2, (south + north) / 2];
}

// Where the name of a township stands: in that of its grids which is nearest to the middle of all.
function labelPlace(grids) {
  const middles = grids.map((grid) => middleOf([grid]));
  const mean = [0, 1].map((i) => middles.reduce((sum, at) => sum + at[i], 0) / middles.length);
  const far = ([x, y]) => (x - mean[0]) ** 2 + (y - mean[1]) ** 2;
  return middles.reduce((a, b) => (far(a) <= far(b) ? a : b));
}

function ground() {
  const drawn = DATA.grids.filter((grid) => grid.area);
  const features = DATA.grids.flatMap((grid, i) => (grid.area ? [feature(i, grid.area)] : []));
  const places = [];
  const outlines = [];
  for (const township of townshipsOfGrids()) {
    const members = drawn.filter((grid) => grid.township === township);
    if (!members.length) continue;
    places.push({ township, at: labelPlace(members) });
    outlines.push(...outlineOf(members));
  }
  const [, latitude] = middleOf(drawn);
  return { features, places, outlines, aspect: Math.cos((latitude * Math.PI) / 180), tiled: false };
}

function mapValues(measure) {
  return DATA.grids.map((grid, i) => {
    const figure = figureOf(measure, "grid", unitCode(grid.unit));
    const value = figure && figure.value !== null ? Number(figure.value) : null;
    return { i, figure, value, name: gridName(i) };
  });
}

function mapItems(measure, values) {
  return values
    .map((entry, dataIndex) => ({
      label: entry.name + " " + valueText(measure, entry.figure ? entry.figure.value : null),
      place: { geoIndex: 0, name: String(entry.i) }, dataIndex, value: entry.value,
      open: () => openFigure(measure, "grid", entry.i),
    }))
    .filter((item) => item.value !== null)
    .sort((a, b) => b.value - a.value);
}

function mapOption(measure, values, shape, print, name) {
  const colours = DATA.measures[measure].form === "rate" ? LATE_COLOURS : LOAD_COLOURS;
  const classes = classesOf(measure, values.filter((v) => v.value !== null).map((v) => v.value));
  const option = baseOption();
  option.tooltip.formatter = (p) => {
    const entry = values[Number(p.name)];
    if (!entry) return "";
    return tip(entry.name, shortName(DATA.grids[entry.i].township),
               measureName(measure) + t("colon") + valueText(measure, entry.figure && entry.figure.value),
               entry.figure && DATA.measures[measure].form === "rate"
                 ? t("of", entry.figure.numerator, entry.figure.denominator) : "");
  };
  option.visualMap = {
    type: "piecewise", seriesIndex: 0, orient: "horizontal", left: 0, bottom: 0, itemGap: print ? 8 : 10,
    itemWidth: 16, itemHeight: 12, textStyle: { color: INK, fontSize: 12 }, selectedMode: false,
    pieces: classes.map(({ shade, ...piece }) => ({ ...piece, color: colours[shade] })),
    outOfRange: { color: EMPTY_COLOUR }, showLabel: true,
  };
  option.geo = {
    map: name, left: shape.tiled ? 92 : 8, right: 8, top: 8, bottom: 40, aspectScale: shape.tiled ? 1 : shape.aspect,
    itemStyle: { areaColor: EMPTY_COLOUR, borderColor: "#ffffff", borderWidth: 0.6 },
    emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: "#111111", borderWidth: 2 } },
    label: { show: false }, roam: false, selectedMode: false,
  };
  option.series = [
    { type: "map", geoIndex: 0, data: values.map((v) => ({ name: String(v.i), value: v.value === null ? NaN : v.value })) },
    { type: "lines", coordinateSystem: "geo", geoIndex: 0, polyline: true, silent: true, tooltip: { show: false },
      lineStyle: { color: INK, width: 1.1, opacity: 0.75 }, data: shape.outlines.map((coords) => ({ coords })) },
    { type: "scatter", coordinateSystem: "geo", geoIndex: 0, silent: true, symbolSize: 0, tooltip: { show: false },
      data: shape.places.map(({ township, at }) => ({ name: shortName(township), value: at })),
      labelLayout: { hideOverlap: true },
      label: { show: true, formatter: (p) => shorten(p.name, 7), color: INK, fontSize: print ? 10 : 12, fontWeight: 600,
               position: shape.tiled ? "left" : "inside", distance: 2,
               textBorderColor: "rgba(255,255,255,.9)", textBorderWidth: 3 } },
  ];
  return option;
}

let mapHeight = 500;  // the funnel stands beside the map

function buildMap(width, { measure = DATA.map.load, print = false } = {}) {
  if (!DATA.grids.length) return null;
  const tiled = !DATA.grids.some((grid) => grid.area);
  const shape = tiled ? squares(width) : ground();
  const name = print ? "grids on paper" : "grids";
  echarts.registerMap(name, { type: "FeatureCollection", features: shape.features });
  const values = mapValues(measure);
  const items = mapItems(measure, values);
  const tall = tiled ? ((width - 110) / shape.across) * shape.rows + 60 : width * 0.78;
  const without = values.length - shape.features.length;
  const height = Math.round(Math.min(tiled ? 2000 : print ? 440 : 520, Math.max(280, tall)));
  if (!print) mapHeight = height;
  return {
    option: mapOption(measure, values, shape, print, name), items,
    find: (event) => items.find((item) => item.place.name === event.name),
    height,
    label: t("map") + t("colon") + measureName(measure) + ". " + items.slice(0, 3).map((i) => i.label).join(t("and")),
    note: tiled ? t("tiles") : without ? t("noArea", without) : "",
    table: {
      columns: [{ head: t("grid") }, { head: t("township") }, { head: measureName(measure), number: true }],
      rows: items.map((item) => {
        const entry = values[item.dataIndex];
        return { cells: [entry.name, shortName(DATA.grids[entry.i].township), valueText(measure, entry.figure.value)],
                 at: 2, open: item.open, label: item.label };
      }),
    },
  };
}

// ---- funnel ----

function percent(part, whole) {
  return whole ? ((part * 100) / whole).toFixed(1) + "%" : t("noFigure");
}

// How many cases there are on all tiers, each once.
function funnelTotal() {
  return new Set(DATA.funnel.flatMap((row) => row.came)).size;
}

function funnelItems(rows) {
  return rows.flatMap((row, dataIndex) => [["came", 1], ["solved", 2]].map(([side, seriesIndex]) => {
    const title = word("tier", row.tier) + " · " + t(side);
    return { label: title + " " + countOf(row[side].length), place: { seriesIndex, dataIndex }, open: () => openCases(title, row[side]) };
  }));
}

// Bars about one middle: their widths are the counts, which the slopes of a drawn funnel are not.
function funnelSeries(rows, all, narrow) {
  const most = Math.max(...rows.map((row) => row.came.length), 1);
  const colour = (row) => TIER_COLOUR[row.tier] || OTHER_COLOUR;
  const marked = { itemStyle: { borderColor: "#111111", borderWidth: 2 } };
  const label = (row) => (row.came.length > most / 4
    ? { position: "inside", color: row.tier === "village" ? INK : "#ffffff" } : { position: "right", color: INK });
  return [
    { type: "bar", stack: "came", silent: true, barWidth: "62%", tooltip: { show: false }, itemStyle: { color: "transparent" },
      data: rows.map((row) => (most - row.came.length) / 2) },
    { type: "bar", stack: "came", barWidth: "62%", emphasis: marked,
      label: { show: true, fontSize: 14, formatter: (p) => p.value.toLocaleString("en-US") },
      data: rows.map((row) => ({ value: row.came.length, itemStyle: { color: colour(row) }, label: label(row) })) },
    { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barWidth: "34%", emphasis: marked,
      label: { show: true, position: "right", color: INK, fontSize: 13,
               formatter: (p) => p.value.toLocaleString("en-US") + (narrow ? "\n" : "  ") + percent(p.value, all) },
      data: rows.map((row) => ({ value: row.solved.length, itemStyle: { color: colour(row) } })) },
  ];
}

function funnelOption(rows, all, narrow) {
  const option = baseOption();
  const names = rows.map((row) => word("tier", row.tier));
  const head = (text, left, textAlign) => ({ text, left, textAlign, top: 0, textStyle: { fontSize: 13, color: MUTED, fontWeight: 400 } });
  option.tooltip.formatter = (p) => tip(names[p.dataIndex], (p.seriesIndex === 1 ? t("came") : t("solved")) + t("colon") + countOf(p.value),
                                        t("share") + t("colon") + percent(p.value, all));
  option.title = [head(t("came"), "36%", "center"), head(t("solved"), "64%", "left")];
  option.grid = [{ left: narrow ? 52 : 72, width: narrow ? "40%" : "44%", top: 30, bottom: 6 }, { left: "64%", right: narrow ? 44 : 96, top: 30, bottom: 6 }];
  option.xAxis = [{ gridIndex: 0, max: Math.max(...rows.map((row) => row.came.length), 1) },
                  { gridIndex: 1, max: Math.max(...rows.map((row) => row.solved.length), 1) }].map((axis) => ({ type: "value", show: false, ...axis }));
  option.yAxis = [0, 1].map((gridIndex) => ({ type: "category", inverse: true, gridIndex, data: names, axisTick: { show: false },
    axisLine: { show: false }, axisLabel: { show: gridIndex === 0, color: INK, fontSize: 13, width: narrow ? 48 : 66, overflow: "truncate" } }));
  option.series = funnelSeries(rows, all, narrow);
  return option;
}

function buildFunnel(width, { print = false } = {}) {
  const rows = DATA.funnel;
  const all = funnelTotal();
  if (!all) return null;
  const narrow = width < 420;
  const items = funnelItems(rows);
  return {
    option: funnelOption(rows, all, narrow), items,
    height: print ? 200 : narrow || manySquares() ? 280 : Math.max(300, Math.min(490, mapHeight - 30)),
    find: (event) => items.find((item) => item.place.seriesIndex === event.seriesIndex && item.place.dataIndex === event.dataIndex),
    label: t("funnel") + t("colon") + items.map((item) => item.label).join(t("and")),
    table: {
      columns: [{ head: t("tier") }, { head: t("came"), number: true }, { head: t("solved"), number: true }, { head: t("share"), number: true }],
      rows: rows.map((row, i) => ({
        cells: [word("tier", row.tier), countOf(row.came.length), countOf(row.solved.length), percent(row.solved.length, all)],
        opens: { 1: items[2 * i], 2: items[2 * i + 1] } })),
    },
  };
}

// ---- trend ----

function trendSeries() {
  const look = [
    { type: "bar", itemStyle: { color: "#9dbcd8" }, barMaxWidth: 18 },
    { type: "line", symbol: "circle", symbolSize: 6, lineStyle: { color: "#1d4a78", width: 2 }, itemStyle: { color: "#1d4a78" } },
    { type: "line", symbol: "diamond", symbolSize: 8, lineStyle: { color: "#b5762a", width: 2, type: "dashed" }, itemStyle: { color: "#b5762a" } },
  ];
  return DATA.trend.series.map((series, i) => ({ ...look[Math.min(i, 2)], name: measureName(series.measure), data: series.values,
    emphasis: { focus: "none", itemStyle: { borderColor: "#111111", borderWidth: 2 } } }));
}

// The ground under days off, on axes of its own so that it is as wide as the day.
function offDays(days) {
  return { type: "bar", xAxisIndex: 1, yAxisIndex: 1, silent: true, z: 0, barWidth: "100%", tooltip: { show: false },
           itemStyle: { color: "#f0f2f5" }, data: days.map((day) => (day.off ? 1 : 0)) };
}

function buildTrend(width, { print = false } = {}) {
  const { days, series } = DATA.trend;
  if (!days.length) return null;
  const option = baseOption();
  const values = (day) => series.map((s) => measureName(s.measure) + t("colon") + s.values[day]);
  option.tooltip.trigger = "axis";
  option.tooltip.axisPointer = { type: "shadow" };
  option.tooltip.formatter = (points) => {
    const day = points[0].dataIndex;
    return tip(days[day].day + (days[day].off ? " · " + (pick(days[day].name) || t("dayOff")) : ""), ...values(day));
  };
  const shown = [...trendSeries(), offDays(days)];
  option.legend = { top: 0, right: 0, itemGap: 18, textStyle: { color: INK, fontSize: 13 }, selectedMode: false,
                    data: series.map((s) => measureName(s.measure)) };
  option.grid = { left: 44, right: 10, top: 36, bottom: 28 };
  const names = days.map((day) => day.day.slice(5));
  option.xAxis = [{ type: "category", data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } },
                    axisLabel: { color: MUTED, hideOverlap: true } },
                  { type: "category", data: names, show: false, axisPointer: { show: false } }];
  option.yAxis = [{ type: "value", minInterval: 1, axisLabel: { color: MUTED }, splitLine: { lineStyle: { color: "#eceff3" } } },
                  { type: "value", max: 1, show: false }];
  option.series = shown;
  const items = days.map((day, dataIndex) => ({ label: day.day + " " + values(dataIndex).join(t("and")), place: { seriesIndex: 0, dataIndex },
    open: (seriesIndex) => openFigure(series[seriesIndex || 0].measure, "day", dataIndex) }));
  return {
    option, items, height: print ? 220 : 300, find: (event) => items[event.dataIndex],
    label: t("trend") + t("colon") + series.map((s) => measureName(s.measure)).join(t("and")) + ", " + DATA.period.name,
    table: {
      columns: [{ head: t("day") }, ...series.map((s) => ({ head: measureName(s.measure), number: true }))],
      rows: days.map((day, i) => ({
        cells: [day.day + (day.off ? " · " + (pick(day.name) || t("dayOff")) : ""), ...series.map((s) => String(s.values[i]))],
        opens: Object.fromEntries(series.map((s, n) => [n + 1, { label: day.day + " " + measureName(s.measure),
          open: () => openFigure(s.measure, "day", i) }])) })),
    },
  };
}

// ---- flows ----

// A unit stands on the left as sender and on the right as receiver: what comes back crosses nothing.
function buildFlows(width, { print = false } = {}) {
  if (!DATA.flows.length) return null;
  const narrow = width < 420;
  const flows = [...DATA.flows].sort((a, b) => b.count - a.count);
  const shown = flows.slice(0, print ? 12 : 14);
  const nodes = new Map();
  for (const flow of shown) {
    nodes.set("from " + flow.from, { unit: flow.from, side: "left" });
    nodes.set("to " + flow.to, { unit: flow.to, side: "right" });
  }
  const items = shown.map((flow, dataIndex) => ({
    label: unitName(flow.from) + " → " + unitName(flow.to) + " " + flow.count, place: { seriesIndex: 0, dataIndex, dataType: "edge" },
    open: () => openCases(unitName(flow.from) + " → " + unitName(flow.to), flow.cases) }));
  const colour = (unit) => TIER_COLOUR[DATA.units[unit].tier] || OTHER_COLOUR;
  const room = narrow ? 96 : 150;
  const option = baseOption();
  option.tooltip.formatter = (p) => (p.dataType === "edge"
    ? tip(items[p.dataIndex].label.replace(/ \d+$/, ""), t("times") + t("colon") + p.data.value)
    : tip(unitName(nodes.get(p.name).unit), t("times") + t("colon") + p.value));
  option.series = [{
    type: "sankey", left: room, right: room, top: 8, bottom: 8, nodeWidth: 10, nodeGap: 12, draggable: false,
    layoutIterations: 48, emphasis: { focus: "none", lineStyle: { opacity: 0.85 } },
    data: [...nodes].map(([name, node]) => ({ name, itemStyle: { color: colour(node.unit), borderWidth: 0 },
      label: { position: node.side, formatter: shorten(unitName(node.unit), narrow ? 7 : 11), color: INK, fontSize: narrow ? 11 : 12 } })),
    links: shown.map((flow) => ({ source: "from " + flow.from, target: "to " + flow.to, value: flow.count })),
    lineStyle: { color: "source", opacity: 0.42, curveness: 0.5 },
  }];
  return {
    option, items, height: print ? 260 : 420,
    find: (event) => (event.dataType === "edge" ? items[event.dataIndex] : undefined),
    label: t("flows") + t("colon") + items.slice(0, 3).map((i) => i.label).join(t("and")),
    table: {
      columns: [{ head: t("from") }, { head: t("to") }, { head: t("times"), number: true }],
      rows: flows.map((flow) => ({
        cells: [unitName(flow.from), unitName(flow.to), String(flow.count)], at: 2,
        label: unitName(flow.from) + " → " + unitName(flow.to),
        open: () => openCases(unitName(flow.from) + " → " + unitName(flow.to), flow.cases) })),
    },
  };
}

// ---- a chart in the page ----

// Draws into an element; a click on something that can be opened opens it.
function draw(element, built, size) {
  const chart = echarts.init(element, null, { renderer: "svg", ...size });
  chart.setOption(built.option);
  chart.on("click", (event) => {
    const item = built.find(event);
    if (item) item.open(event.seriesIndex);
  });
  return chart;
}

// Arrow keys go through what can be opened, Enter and Space open it.
function walk(element, chart, items, say) {
  let at = -1;
  const show = (step) => {
    if (!items.length) return;
    if (at >= 0) chart.dispatchAction({ type: "downplay", ...items[at].place });
    at = (at + step + items.length) % items.length;
    chart.dispatchAction({ type: "highlight", ...items[at].place });
    chart.dispatchAction({ type: "showTip", ...items[at].place });
    say(items[at].label);
  };
  element.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) show(at < 0 && step < 0 ? 0 : step);
    else if (event.key === "Enter" || event.key === " ") {
      if (at < 0) show(1);
      items[at].open();
    } else return;
    event.preventDefault();
  });
  element.addEventListener("blur", () => {
    if (at >= 0) chart.dispatchAction({ type: "downplay", ...items[at].place });
    chart.dispatchAction({ type: "hideTip" });
  });
}
