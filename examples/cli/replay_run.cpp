#include "replay_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gridcase::cli::replay {

namespace {

Instant opened(const Row& row) { return from_microseconds(row.opened); }
Instant closed(const Row& row) { return from_microseconds(row.closed); }

// Such a closing cannot be done; it is tried right after the opening, so that the library says no.
bool closes_before_opening(const Row& row) { return row.is_closed && row.closed < row.opened; }

}  // namespace

Run::Run(Engine& engine, const Mapping& mapping, const Codes& codes, Source& source,
         Troubles& troubles)
    : engine_(engine), directory_(engine.directory()), mapping_(mapping), codes_(codes),
      source_(source), troubles_(troubles),
      system_hash_(static_cast<std::uint32_t>(hash_of(mapping.system))) {
  const auto& rows = source.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_closed && !closes_before_opening(rows[i])) {
      closings_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  std::sort(closings_.begin(), closings_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rows[a].closed != rows[b].closed ? rows[a].closed < rows[b].closed : a < b;
  });
}

// ---- what is to be done ------------------------------------------------------------------------

Run::Plan Run::plan(const Row& row) {
  Plan it;
  it.request = source_.request(row);
  const Request& request = it.request;
  it.category = codes_.category(request);
  it.grid = Codes::find(codes_.grids, request.grid);
  it.township = Codes::find(codes_.townships, request.township);
  it.department = Codes::find(codes_.departments, request.department);
  it.entry = request.entry;

  it.ground = it.grid;
  if (it.ground.empty() && request.point) it.ground = directory_.locate(*request.point).grid;
  std::string room = it.ground.empty() ? "" : directory_.pool(it.ground, Tier::township);
  const bool elsewhere = !it.township.empty() && room != it.township;
  if (elsewhere && codes_.by_rows.count(it.grid) > 0) {
    // The row's own township is nearer to the truth than what another row says of its grid.
    it.stands = room.empty() ? codes_.center : room;
    it.ground.clear();
  } else if (elsewhere && room.empty() && it.entry.tier == Tier::township) {
    it.ground.clear();  // a grid of no township; the row knows its own
  }
  if (it.ground.empty()) room = it.township;
  // Where the ground is unknown, a request cannot come up there.
  if (it.entry.tier == Tier::village && it.ground.empty()) it.entry.tier = Tier::township;
  if (it.entry.tier == Tier::township && room.empty()) it.entry.tier = Tier::county;

  it.reporter = it.entry.tier == Tier::village    ? it.ground
                : it.entry.tier == Tier::township ? room
                                                  : codes_.center;
  const bool by_itself = request.way != Way::dispatched;
  it.holder = by_itself ? it.reporter : codes_.center;
  it.handler = by_itself || it.department.empty() ? it.holder : it.department;
  return it;
}

void Run::note_unknown(const Row& row, const Plan& plan) {
  const Request& request = plan.request;
  const auto note = [&](const char* reason, const std::string& column, const std::string& value,
                        const std::string& code) {
    if (value.empty() || !code.empty()) return;
    troubles_.add({Trouble::Kind::note, reason, row.line, request.id, column,
                   "\"" + value + "\" is none of the organization"});
  };
  note("unknown_department", mapping_.department.name, request.department, plan.department);
  note("unknown_grid", mapping_.grid.name, request.grid, plan.grid);
  note("unknown_township", mapping_.township.name, request.township, plan.township);
  note("unknown_category", mapping_.category.name, request.category, plan.category);
  if (plan.stands.empty()) return;
  troubles_.add({Trouble::Kind::note, "grid_elsewhere", row.line, request.id, mapping_.grid.name,
                 fmt::format("\"{}\" stands under {}, and this row says \"{}\"", request.grid,
                             plan.stands, request.township)});
}

void Run::count_place(const Plan& plan) {
  if (plan.grid.empty()) {
    ++places_.no_recorded;
  } else if (!plan.request.point) {
    ++places_.no_point;
  } else {
    const Located found = directory_.locate(*plan.request.point);
    const bool also =
        std::find(found.others.begin(), found.others.end(), plan.grid) != found.others.end();
    auto& count = found.grid.empty()                ? places_.in_none
                  : found.grid == plan.grid || also ? places_.in_recorded
                                                    : places_.in_another;
    ++count;
  }
}

Action& Run::add(std::size_t row, ActionKind kind, const std::string& unit, Instant when,
                 Instant now) {
  const Row& it = source_.rows()[row];
  Submission& submission = submissions_.emplace_back();
  submission.actor.unit = unit;
  submission.now = now;
  Action& action = submission.action;
  action.kind = kind;
  action.case_id = it.case_id;
  action.happened = when;
  // The row's own: the same row again is the same action, whatever was run before.
  action.command_id =
      fmt::format("{:08x}-{}-{:016x}-{}", system_hash_, it.line, it.hash, name(kind));
  rows_of_.push_back(row);
  return action;
}

void Run::add_opening(std::size_t row, const Plan& plan) {
  const Instant when = opened(source_.rows()[row]);
  const auto step = [&](ActionKind kind, const std::string& unit) -> Action& {
    return add(row, kind, unit, when, when);
  };
  const bool guided = plan.request.way == Way::guided && plan.entry.tier == Tier::village;
  if (guided) {
    const std::string room = directory_.pool(plan.reporter, Tier::township);
    Action& escalate = step(ActionKind::escalate, plan.reporter);
    escalate.reason = "needs_guidance";
    escalate.tier = Tier::township;
    step(ActionKind::accept, room);
    step(ActionKind::file, room);
    step(ActionKind::guide, room).unit = plan.reporter;
    return;
  }
  if (plan.request.way == Way::dispatched && plan.entry.tier != Tier::county) {
    Action& escalate = step(ActionKind::escalate, plan.reporter);
    escalate.reason = "beyond_tier";
    escalate.tier = Tier::county;
  }
  step(ActionKind::accept, plan.holder);
  step(ActionKind::file, plan.holder);
  if (plan.handler == plan.holder) {
    step(ActionKind::handle, plan.holder);
    return;
  }
  step(ActionKind::dispatch, plan.holder).orders = {{plan.handler, AssignmentRole::lead, {}}};
  step(ActionKind::sign, plan.handler);
}

void Run::add_closing(std::size_t row, const Plan& plan, Instant when) {
  const Instant now = std::max(when, opened(source_.rows()[row]));
  add(row, ActionKind::feedback, plan.handler, when, now);
  add(row, ActionKind::close, plan.holder, when, now).reply = plan.request.reply;
}

// ---- in windows of time ------------------------------------------------------------------------

std::vector<Run::Item> Run::next_window(std::size_t window) {
  const auto& rows = source_.rows();
  std::vector<Item> items;
  while (items.size() < window) {
    const bool can_open = next_opening_ < rows.size();
    const bool can_close = next_closing_ < closings_.size();
    if (!can_open && !can_close) break;
    // At the same moment, openings come first: some requests are closed as they are opened.
    if (can_open &&
        (!can_close || rows[next_opening_].opened <= rows[closings_[next_closing_]].closed)) {
      items.push_back({next_opening_++, false});
    } else {
      items.push_back({closings_[next_closing_++], true});
    }
  }
  return items;
}

void Run::add_report(std::size_t row_index, const Plan& plan) {
  const Row& row = source_.rows()[row_index];
  const Request& request = plan.request;
  Action& report = add(row_index, ActionKind::report, plan.reporter, opened(row), opened(row));
  report.category = plan.category.empty() ? codes_.otherwise : plan.category;
  report.title = !request.title.empty()      ? request.title
                 : !request.category.empty() ? request.category
                                             : request.id;
  report.text = request.text;
  report.address = request.address;
  report.channel = plan.entry.channel;
  report.tier = plan.entry.tier;
  report.grid = plan.ground.empty() ? plan.township : plan.grid;  // a point speaks for itself
  report.point = request.point;
  report.due = request.due;
  report.external_ids = {{mapping_.system, request.id}};
}

// A limit the library does not take, such as one of the year 2059, is no reason to lose the case.
void Run::report_without_due() {
  for (const std::size_t row : std::exchange(without_due_, {})) {
    Plan it = plan(source_.rows()[row]);
    it.request.due.reset();
    add_report(row, it);
  }
  submit();
}

// Everything else needs the number of the case, so reports go first.
void Run::open(const std::vector<Item>& items) {
  std::vector<Plan> plans;
  for (const Item& item : items) {
    if (item.closing) continue;
    const Row& row = source_.rows()[item.row];
    plans.push_back(plan(row));
    add_report(item.row, plans.back());
  }
  const std::vector<std::size_t> rows = rows_of_;
  submit();
  report_without_due();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = source_.rows()[rows[i]];
    if (row.failed) continue;
    note_unknown(row, plans[i]);
    count_place(plans[i]);
  }
}

void Run::follow(const std::vector<Item>& items) {
  for (const Item& item : items) {
    const Row& row = source_.rows()[item.row];
    if (row.failed) continue;
    const Plan it = plan(row);
    if (!item.closing) add_opening(item.row, it);
    if (item.closing || closes_before_opening(row)) add_closing(item.row, it, closed(row));
  }
  submit();
}

void Run::submit() {
  const std::vector<Answer> answers = engine_.batch(submissions_);
  for (std::size_t i = 0; i < answers.size(); ++i)
    take(submissions_[i], answers[i], rows_of_[i]);
  submissions_.clear();
  rows_of_.clear();
}

void Run::take(const Submission& submission, const Answer& answer, std::size_t row_index) {
  Row& row = source_.rows()[row_index];
  const ActionKind kind = submission.action.kind;
  if (answer.status == Status::busy || answer.status == Status::unknown) {
    throw Error(answer.status == Status::busy ? ErrorCode::busy : ErrorCode::needs_reopen,
                "the store did not take an action; run the same command again to go on");
  }
  if (answer.ok()) {
    ++actions_;
    if (kind == ActionKind::report) row.case_id = answer.case_id;
    return;
  }
  if (row.failed) return;  // what follows a refusal is not worth a line
  const Refusal refusal = answer.refusal.value_or(Refusal{});
  if (refusal.field == "due") {
    without_due_.push_back(row_index);
    troubles_.add({Trouble::Kind::note, "due_refused", row.line, source_.request(row).id,
                   mapping_.due, refusal.reason});
    return;
  }
  row.failed = true;
  Trouble trouble;
  trouble.kind = kind == ActionKind::report ? Trouble::Kind::row : Trouble::Kind::action;
  trouble.reason = name(refusal.code);
  trouble.line = row.line;
  trouble.id = submission.action.external_ids.empty() ? source_.request(row).id
                                                      : submission.action.external_ids.front().id;
  trouble.column = name(kind);
  trouble.message = refusal.reason;
  troubles_.add(std::move(trouble));
}

void Run::all(std::size_t window, const std::function<void(std::int64_t)>& progress) {
  for (auto items = next_window(window); !items.empty(); items = next_window(window)) {
    open(items);
    follow(items);
    progress(static_cast<std::int64_t>(items.size()));
  }
}

}  // namespace gridcase::cli::replay
