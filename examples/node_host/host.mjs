// A county in JavaScript: a case from the report to its end, and the score of the month it makes.
// Usage: node host.mjs LIBRARY ORGANIZATION STORE
import { readFileSync } from "node:fs";
import { load } from "./gridcase.mjs";

const [library, document, store] = process.argv.slice(2);
if (!store) {
  console.error("usage: node host.mjs LIBRARY ORGANIZATION STORE");
  process.exit(2);
}

const Engine = load(library);
const organization = JSON.parse(readFileSync(document, "utf8"));
const first = (kind) => organization.units.find((unit) => unit.kind === kind).code;
const centre = first("command_center"), department = first("department"), grid = first("grid");

// Departments by how much of their work was in time; a policy is data.
const policy = {
  organization,
  time: {
    milestones: [{ code: "handle", from: "dispatched", until: "handled", each_order: true }],
    limits: [{ milestone: "handle", within: { value: 24, unit: "urgent_hour" } }],
  },
  scoring: [{
    code: "departments", english: "Departments", valid_from: "2018-01-01", who: { kinds: ["department"] },
    sheet: { code: "time", english: "Handled in time", points: 100, scale: { kind: "linear", measure: "handling_in_time_rate" } },
  }],
};

let now = new Date("2018-03-16T08:30:00+08:00");
const engine = Engine.create(store, policy, now);
try {
  const act = (unit, kind, more = {}) => {
    now = new Date(now.getTime() + 20 * 60_000);
    const answer = engine.call({ call: "submit", now: now.toISOString(), actor: { unit }, action: { kind, ...more } });
    if (answer.status !== "committed") throw new Error(answer.refusal ? answer.refusal.reason : answer.status);
    return answer.case_id;
  };
  const case_id = act(centre, "report", { title: "学校门口有流浪狗", category: organization.categories[0].code, grid });
  act(centre, "file", { case_id });
  act(centre, "dispatch", { case_id, orders: [{ unit: department, role: "lead" }] });
  act(department, "sign", { case_id });
  act(department, "feedback", { case_id, note: "已送收容所" });
  act(centre, "close", { case_id, reply: "已处理" });

  const actor = { unit: centre };
  const history = engine.call({ call: "history", case_id, actor });
  console.log(history.map((event) => event.action.kind ?? event.action).join(" "));
  const assessed = engine.call({ call: "assess", actor, now: "2018-04-01T08:00:00+08:00", query: { rules: "departments", period: "2018-03" } });
  const scores = (assessed.assessment ?? assessed).scores.scores;
  const score = scores.find((one) => one.subject === department);
  console.log(`${department} ${score.total}`);

  // What cannot work says so; nothing is lost by it.
  try {
    engine.call({ call: "history", case_id: "not a number", actor });
  } catch (error) {
    console.log(`refused: ${error.code} ${error.faults.map((fault) => fault.path).join(" ") || error.field}`);
  }
  console.log(engine.call({ call: "verify" }).findings.length === 0 ? "the record is sound" : "the record is damaged");
} finally {
  engine.close();
}
