"use strict";
// Every word of the page itself, Chinese and English side by side. Names of the library (states,
// actions, tiers …) come with the data, so that they stand in one place only.
const WORDS = {
  title: ["网格化治理运行报告", "Grid governance report"],
  bulletinTitle: ["网格化治理工作通报", "Bulletin of grid governance"],
  period: ["统计期", "Period"],
  asOf: ["数据截至", "As of"],
  policyVersion: ["制度版本 {0}", "policy version {0}"],
  overview: ["总览", "Overview"],
  bulletin: ["月报", "Bulletin"],
  ledger: ["台账", "Ledger"],
  print: ["打印", "Print"],
  language: ["语言", "Language"],
  views: ["视图", "View"],
  sections: ["章节", "Sections"],
  skip: ["跳到正文", "Skip to content"],

  figures: ["主要指标", "Key figures"],
  map: ["网格分布", "The grids"],
  funnel: ["分级化解", "Where cases are solved"],
  trend: ["每日走势", "Day by day"],
  flows: ["单位流转", "From unit to unit"],
  league: ["单位排名", "League table"],
  overdue: ["逾期清单", "Overdue"],
  one: ["一案到底", "One case from end to end"],

  asChart: ["图", "Chart"],
  asTable: ["表", "Table"],
  shownAs: ["显示方式", "Shown as"],
  colouredBy: ["着色", "Coloured by"],
  keys: ["方向键移动，回车打开", "Arrow keys move, Enter opens"],
  nothing: ["本期没有数据", "Nothing in this period"],
  noFigure: ["无", "n/a"],
  noCases: ["无案件", "no cases"],
  noArea: ["{0} 个网格没有边界，仅列于表中", "{0} grids have no outline and stand in the table only"],
  tiles: ["网格没有边界数据：每格代表一个网格，按乡镇排列",
          "Grids are known by code only: each square is a grid, by township"],

  before: ["上期 {0}", "before: {0}"],
  of: ["{0} / {1}", "{0} of {1}"],
  open: ["查看 {0}", "Open {0}"],
  cases: ["{0} 件", "{0} cases"],
  case: ["1 件", "1 case"],
  hours: ["{0} 小时", "{0} h"],
  and: ["、", ", "],
  colon: ["：", ": "],

  number: ["案件编号", "Number"],
  caseTitle: ["标题", "Title"],
  category: ["类别", "Category"],
  channel: ["来源", "Channel"],
  place: ["地点", "Place"],
  grid: ["网格", "Grid"],
  township: ["乡镇", "Township"],
  unit: ["单位", "Unit"],
  person: ["人员", "Person"],
  holder: ["当前单位", "With"],
  lead: ["主办单位", "Lead"],
  state: ["状态", "State"],
  reported: ["上报", "Reported"],
  filed: ["立案", "Filed"],
  handled: ["办结", "Handled"],
  ended: ["结束", "Ended"],
  deadline: ["期限", "Deadline"],
  late: ["逾期", "Late"],
  lateBy: ["逾期时长", "Late by"],
  inTime: ["按期", "In time"],
  exempt: ["申诉免计", "exempt by appeal"],
  running: ["计时中", "Running"],
  amount: ["时长", "Time"],
  tier: ["层级", "Tier"],
  day: ["日期", "Day"],
  from: ["自", "From"],
  to: ["至", "To"],
  times: ["次数", "Times"],
  came: ["经过本级", "Were on this tier"],
  solved: ["本级化解", "Solved on this tier"],
  share: ["占比", "Share"],
  dayOff: ["休息日", "Day off"],
  rank: ["名次", "Rank"],
  score: ["得分", "Score"],
  grade: ["等级", "Grade"],
  stars: ["星级", "Stars"],
  starsOf: ["{0} 星（共 {1} 星）", "{0} of {1} stars"],
  byRules: ["依据：{0}。", "By: {0}."],
  frozenAt: ["已于 {0} 冻结，此后登记的内容不再改变得分。", "Frozen on {0}: what is recorded later changes no score."],
  notFrozen: ["尚未冻结，得分随登记情况变动。", "Not frozen yet: scores move with the record."],
  sortBy: ["按{0}排序", "Sort by {0}"],
  rankBefore: ["上期第 {0}", "was {0}"],

  definition: ["定义", "Definition"],
  source: ["出处", "Source"],
  numerator: ["分子", "Numerator"],
  denominator: ["分母", "Denominator"],
  rest: ["未计入分子", "The rest"],
  counted: ["计入", "Counted"],
  behind: ["数字背后的案件", "The cases behind the figure"],
  showMore: ["再显示 {0} 件", "{0} more"],
  showAll: ["显示全部 {0} 件", "Show all {0}"],
  showLess: ["收起", "Show fewer"],
  close: ["关闭", "Close"],
  back: ["返回", "Back"],
  choose: ["选择案件", "Case"],

  events: ["办理过程", "What happened"],
  clocks: ["计时", "Clocks"],
  noClocks: ["没有计时", "No clocks"],
  segments: ["计时分段", "Segments"],
  time: ["时间", "Time"],
  limit: ["时限", "Limit"],
  kind: ["类型", "Kind"],
  stopped: ["停止", "Stopped"],

  ledgerOf: ["{0}台账", "Ledger of {0}"],
  byWhat: ["按", "By"],
  csv: ["下载 CSV", "Download CSV"],
  csvReady: ["已生成 {0}", "{0} is ready"],
  ledgerEmpty: ["本期没有案件", "No cases in this period"],

  issue: ["统计期 {0}", "Period {0}"],
  s1: ["一、总体情况", "1. In short"],
  s2: ["二、分级化解", "2. Where cases are solved"],
  s3: ["三、走势", "3. Day by day"],
  s4: ["四、单位排名", "4. League table"],
  s5: ["五、网格分布", "5. The grids"],
  s6: ["六、逾期案件", "6. Overdue cases"],
  s7: ["七、指标说明", "7. Definitions"],
  measure: ["指标", "Measure"],
  thisPeriod: ["本期", "This period"],
  lastPeriod: ["上期", "Before"],
  funnelSentence: ["{0}化解 {1} 件，占 {2}", "{1} solved by the {0} ({2})"],
  overdueSentence: ["截至 {0}，逾期未办 {1} 件。", "As of {0}, {1} cases are overdue."],
  overdueFirst: ["下列为逾期最久的 {0} 件。", "The {0} that are furthest behind:"],
  madeBy: ["由 {0} 生成；不含报告人个人信息。", "Made by {0}. Holds no personal data of reporters."],
  days: ["{0} 天 {1} 小时", "{0} d {1} h"],
  hoursMinutes: ["{0} 小时 {1} 分", "{0} h {1} min"],
  minutes: ["{0} 分", "{0} min"],

  briefCase: ["案件较多，本页未收入此案的逐步经过和时限明细。查看：gridcase show STORE {0}",
              "There are many cases; the steps and clocks of this one are not in the page. To see them: gridcase show STORE {0}"],
  leftOut: ["其中 {0} 件只列要素，不含逐步经过；指标均按全部案件计算。完整内容：gridcase report 加 --ledger，或 gridcase measure 加 --facts。",
            "{0} cases are here without their steps; all figures count them. For all of it: gridcase report with --ledger, gridcase measure with --facts."],
  overdueCut: ["仅列逾期最久的 {0} 条。全部：gridcase list STORE --overdue", "The {0} that are latest. All of them: gridcase list STORE --overdue"],
};

let language = "zh";

// The words under a key with {0}, {1} … replaced.
function t(key, ...values) {
  const entry = WORDS[key];
  if (!entry) throw new Error("no words under " + key);
  return entry[language === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, n) => String(values[n]));
}

// One of a pair [Chinese, English]; the other if it is empty.
function pick(pair) {
  const [zh, en] = pair || ["", ""];
  return (language === "zh" ? zh || en : en || zh) || "";
}

// The words for a stable name of the library; the name itself if the data brings none.
function word(group, name) {
  const entry = (DATA.words[group] || {})[name];
  return entry ? pick(entry) : name || "";
}

function countOf(n) {
  return n === 1 ? t("case") : t("cases", n.toLocaleString("en-US"));
}

// Milliseconds as people say them.
function durationOf(ms) {
  const minutes = Math.max(0, Math.round(ms / 60000));
  if (minutes < 60) return t("minutes", minutes);
  if (minutes < 48 * 60) return t("hoursMinutes", Math.floor(minutes / 60), minutes % 60);
  return t("days", Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
}

// "2018-03-16 08:30" of a time with offset: the civil time it was written in.
function civil(time) {
  return time ? time.slice(0, 10) + " " + time.slice(11, 16) : "";
}

// "03-16 08:30", for narrow places.
function shortTime(time) {
  return time ? civil(time).slice(5) : "";
}
