#include "store/sqlite_commit.hpp"

#include "store/statements.hpp"

#include <algorithm>
#include <iterator>

namespace gridcase::store {

namespace {

std::string six_digits(std::int64_t county) {
  const std::string digits = std::to_string(county);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

Instant read_instant(const Cursor& row, int column) {
  return from_microseconds(row.integer(column));
}

std::optional<Instant> read_optional(const Cursor& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional<Instant>(read_instant(row, column));
}

// A case that was merged on hold remembers when its hold ends, but nothing falls due meanwhile.
std::optional<Instant> end_of_hold(State state, std::optional<Instant> resume_at) {
  return state == State::suspended ? resume_at : std::nullopt;
}

void expect_one_row(const Connection& connection, const char* what) {
  if (connection.changes() == 1) return;
  throw Error(ErrorCode::corrupt, std::string("the store lost a row it just had: ") + what);
}

}  // namespace

CountyRow read_county(Connection& connection) {
  Cursor cursor = connection.prepare(sql::select_county);
  if (!cursor.step()) {
    throw Error(ErrorCode::corrupt, "the store has no county; restore it from a backup");
  }
  CountyRow row;
  row.number = cursor.integer(0);
  row.county.code = six_digits(row.number);
  row.county.digest = static_cast<base::DigestKind>(cursor.integer(1));
  row.county.policy_version = cursor.integer(2);
  row.county.last_sequence = cursor.integer(3);
  row.county.last_commit = cursor.integer(4);
  row.county.last_recorded = read_instant(cursor, 5);
  row.county.line_version = cursor.integer(6);
  const auto copy = [](Blob bytes, std::array<std::uint8_t, 32>& out) {
    const auto* from = static_cast<const std::uint8_t*>(bytes.data);
    if (bytes.size == out.size()) std::copy(from, from + bytes.size, out.begin());
  };
  copy(cursor.blob(7), row.county.line_head);
  if (!cursor.is_null(8)) copy(cursor.blob(8), row.county.line_key.emplace());
  return row;
}

std::optional<FirstAnswer> find_first_answer(Connection& connection, std::int64_t county,
                                             const std::string& command_id) {
  if (command_id.empty()) return std::nullopt;
  Cursor row = connection.query(sql::first_answer, county, command_id);
  if (!row.step()) return std::nullopt;
  FirstAnswer answer;
  answer.case_id = static_cast<CaseId>(row.integer(0));
  answer.version = row.integer(1);
  answer.sequence = row.integer(2);
  answer.state = static_cast<State>(row.integer(3));
  answer.action = static_cast<ActionKind>(row.integer(4));
  if (!row.is_null(5)) answer.unit = std::string(row.text(5));
  return answer;
}

Committer::Committer(Connection& connection, NewCodes& codes)
    : connection_(connection), codes_(codes), row_(read_county(connection)),
      sequence_before_(row_.county.last_sequence), search_(connection, row_.number) {
  ++row_.county.last_commit;
}

DeltaResult Committer::apply(const Delta& delta) {
  const CaseId id = delta.record.case_id;
  DeltaResult result;
  result.outcome = DeltaOutcome::conflict;
  if (left_.count(id) == 0) result = apply_or_leave(delta);
  if (result.outcome == DeltaOutcome::duplicate) left_.insert(id);
  return result;
}

DeltaResult Committer::apply_or_leave(const Delta& delta) {
  DeltaResult result;
  if (const auto first = find_first_answer(connection_, row_.number, delta.record.command_id)) {
    result.outcome = DeltaOutcome::duplicate;
    result.sequence = first->sequence;
    result.first = *first;
    return result;
  }
  const CaseId id = delta.record.case_id;
  const auto before = id == CaseId::none ? std::nullopt : read_before(id);
  result.outcome = look_up(delta, before, result.first);
  if (result.outcome != DeltaOutcome::committed) return result;
  write(delta, before);
  result.sequence = row_.county.last_sequence;
  return result;
}

std::optional<Committer::Before> Committer::read_before(CaseId id) {
  Cursor row = connection_.query(sql::select_before, row_.number, id);
  if (!row.step()) return std::nullopt;
  Before before;
  before.version = row.integer(0);
  before.state = static_cast<State>(row.integer(1));
  before.is_open = row.integer(2) != 0;
  before.grid = row.integer(3);
  before.township = row.integer(4);
  before.holder = row.integer(5);
  before.resume_at = read_optional(row, 6);
  before.erased = row.integer(7) != 0;
  before.village = row.integer(8);
  before.reporter_unit = row.integer(9);
  before.checker = row.integer(10);
  before.about = row.integer(11);
  before.category = row.integer(12);
  before.nature = static_cast<Nature>(row.integer(13));
  before.occurred = read_instant(row, 14);
  if (!row.is_null(15)) before.point = Point{row.real(15), row.real(16)};
  before.reported = read_instant(row, 17);
  return before;
}

DeltaOutcome Committer::look_up(const Delta& delta, const std::optional<Before>& before,
                                FirstAnswer& first) {
  const CaseId id = delta.record.case_id;
  const std::int64_t version = id == CaseId::none ? row_.county.line_version
                               : before           ? before->version
                                                  : 0;
  if (version != delta.expected_version) {
    first.case_id = id;
    first.version = version;
    if (before) first.state = before->state;
    return DeltaOutcome::conflict;
  }
  if (delta.record.version != version + 1 ||
      (id != CaseId::none && (delta.after.snapshot.summary.id != id ||
                              delta.after.snapshot.summary.version != delta.record.version))) {
    throw Error(ErrorCode::internal, "a delta whose parts do not belong together");
  }
  for (const ExternalId& external_id : delta.external_ids) {
    const auto other = holder_of(external_id);
    if (!other || *other == id) continue;
    first.case_id = *other;
    return DeltaOutcome::duplicate_external;
  }
  if (id != CaseId::none && !before) {
    Cursor row =
        connection_.query(sql::case_with_number, row_.number, delta.after.snapshot.summary.number);
    if (row.step()) {
      first.case_id = static_cast<CaseId>(row.integer(0));
      return DeltaOutcome::duplicate_number;
    }
  }
  return DeltaOutcome::committed;
}

std::optional<CaseId> Committer::holder_of(const ExternalId& external_id) {
  const std::int64_t system = codes_.find(external_id.system);
  Cursor row = connection_.query(sql::case_with_external_id, row_.number, system, external_id.id);
  if (!row.step()) return std::nullopt;
  return static_cast<CaseId>(row.integer(0));
}

void Committer::write(const Delta& delta, const std::optional<Before>& before) {
  wrote_ = true;
  ++row_.county.last_sequence;
  row_.county.last_recorded = std::max(row_.county.last_recorded, delta.record.recorded);
  write_history(delta.record);
  if (delta.record.case_id == CaseId::none) {
    write_line(delta);
    return;
  }
  write_case(delta, before);
  write_assignments(delta.record.case_id, delta.after.snapshot.assignments, !before);
  write_clocks(delta);
  const CaseSummary& after = delta.after.snapshot.summary;
  move_deadline(delta.record.case_id, 0,
                before ? end_of_hold(before->state, before->resume_at) : std::nullopt,
                end_of_hold(after.position.state, after.resume_at));
  write_external_ids(delta);
  write_figures(delta);
  write_subjects(delta);
  write_texts(delta, before);
  write_sights(delta, before);
  write_occurrence(delta, before);
  if (before && !before->erased && !delta.after.key) erase(delta.record.case_id);
}

void Committer::write_history(const Record& given) {
  Record record = given;
  record.sequence = row_.county.last_sequence;
  record.commit = row_.county.last_commit;
  Cursor cursor = connection_.prepare(sql::insert_history);
  bind_record(cursor, codes_, row_.number, record);
  cursor.run();
  if (record.parts.personal.empty()) return;
  connection_.run(sql::insert_personal, row_.number, record.case_id, record.version,
                  record.parts.personal);
}

void Committer::write_line(const Delta& delta) {
  const Record& record = delta.record;
  row_.county.line_version = record.version;
  row_.county.line_head = delta.after.head;
  row_.county.line_key = delta.after.key;
  if (delta.consumer) write_consumer(*delta.consumer);
  if (delta.policy_document.empty()) return;
  connection_.run(sql::insert_policy, row_.number, record.policy_version, record.recorded,
                  delta.policy_document);
  row_.county.policy_version = record.policy_version;
}

void Committer::write_consumer(const Consumer& consumer) {
  connection_.run(sql::update_consumer, consumer.sequence, row_.number, consumer.name);
  if (connection_.changes() != 0) return;
  connection_.run(sql::insert_consumer, row_.number, consumer.name, consumer.sequence);
}

void Committer::write_case(const Delta& delta, const std::optional<Before>& before) {
  const CaseSummary& it = delta.after.snapshot.summary;
  const bool open = is_open(it.position.state);
  const std::int64_t grid = codes_.code(it.grid);
  const std::int64_t township = codes_.code(it.township);
  const std::int64_t holder = codes_.code(it.holder);
  if (!before) {
    Cursor cursor = connection_.query(sql::insert_case, row_.number, it.id, it.number, open, grid,
                                      township, holder);
    bind_case(cursor, codes_, delta.after);
    cursor.run();
    return;
  }
  const bool relocated = before->grid != grid || before->township != township;
  const bool ended = relocated || before->is_open != open;  // or reopened
  const bool handed_over = ended || before->holder != holder;
  Cursor cursor = connection_.prepare(relocated     ? sql::update_case_relocated
                                      : ended       ? sql::update_case_ended
                                      : handed_over ? sql::update_case_handed_over
                                                    : sql::update_case);
  bind_case(cursor, codes_, delta.after);
  if (handed_over) cursor.bind(holder);
  if (ended) cursor.bind(open);
  if (relocated) cursor.bind(grid).bind(township);
  cursor.bind(row_.number).bind(it.id).bind(delta.expected_version).run();
  expect_one_row(connection_, "case");
}

void Committer::write_assignments(CaseId id, const std::vector<Assignment>& assignments,
                                  bool new_case) {
  struct Stored {
    Assignment course;  // without the unit's code
    std::int64_t unit = 0;
  };
  std::vector<Stored> stored;
  assigned_before_.clear();
  assigned_.clear();
  if (!new_case) {
    Cursor rows = connection_.query(sql::select_assignments, row_.number, id);
    while (rows.step()) {
      Stored& it = stored.emplace_back();
      it.unit = rows.integer(1);
      assigned_before_.push_back(it.unit);
      it.course = read_course(rows);
    }
  }
  for (const Assignment& it : assignments) {
    const std::int64_t unit = codes_.code(it.unit);
    assigned_.push_back(unit);
    const auto old = std::find_if(stored.begin(), stored.end(),
                                  [&](const Stored& s) { return s.course.no == it.no; });
    const bool known = old != stored.end();
    const bool moved = !known || old->unit != unit || old->course.ended != it.ended;
    if (!moved && same_course(old->course, it)) continue;
    Cursor cursor = connection_.prepare(!known  ? sql::insert_assignment
                                        : moved ? sql::update_assignment
                                                : sql::update_assignment_course);
    if (moved) cursor.bind(unit).bind(it.ended);
    bind_assignment(cursor, it);
    cursor.bind(row_.number).bind(id).bind(it.no).run();
    expect_one_row(connection_, "assignment");
  }
  if (stored.size() <= assignments.size()) return;
  connection_.run(sql::delete_assignments_after, row_.number, id,
                  static_cast<std::int64_t>(assignments.size()));
}

void Committer::write_clocks(const Delta& delta) {
  const CaseId id = delta.record.case_id;
  for (const ChangedClock& changed : delta.clocks) {
    const Clock& clock =
        delta.after.snapshot.clocks.at(static_cast<std::size_t>(changed.number) - 1);
    Cursor cursor = connection_.prepare(changed.is_new ? sql::insert_clock : sql::update_clock);
    bind_clock(cursor, codes_, clock);
    cursor.bind(row_.number).bind(id).bind(changed.number).run();
    expect_one_row(connection_, "clock");
    move_deadline(id, changed.number, changed.due_before, clock.times.next);
  }
}

void Committer::move_deadline(CaseId id, std::int32_t clock, std::optional<Instant> before,
                              std::optional<Instant> after) {
  if (before == after) return;
  if (before) {
    connection_.run(sql::delete_deadline, row_.number, *before, id, clock);
    expect_one_row(connection_, "deadline");
  }
  if (after) connection_.run(sql::insert_deadline, row_.number, *after, id, clock);
}

void Committer::write_external_ids(const Delta& delta) {
  for (const ExternalId& external_id : delta.external_ids) {
    if (holder_of(external_id)) continue;  // its own already
    connection_.run(sql::insert_external_id, row_.number, codes_.code(external_id.system),
                    external_id.id, delta.record.case_id);
  }
}

void Committer::write_figures(const Delta& delta) {
  std::int64_t number = 0;
  for (const Figure& figure : delta.figures) {
    connection_.run(sql::insert_figure, row_.number, delta.record.case_id, delta.record.version,
                    ++number, codes_.code(figure.name), codes_.code(figure.measure),
                    codes_.code(delta.record.actor.unit), figure.value);
  }
}

void Committer::write_subjects(const Delta& delta) {
  std::int64_t number = 0;
  for (const Subject& subject : delta.subjects) {
    connection_.run(sql::insert_subject, row_.number, delta.record.case_id, delta.record.version,
                    ++number, codes_.code(subject.kind), subject.code);
  }
}

void Committer::write_texts(const Delta& delta, const std::optional<Before>& before) {
  const CaseSummary& it = delta.after.snapshot.summary;
  if (!delta.after.key) return;
  const std::int64_t category = codes_.code(it.category);
  if (before && delta.texts.is_empty() && before->category == category &&
      before->nature == it.nature && before->reported == it.reported) {
    return;
  }
  const std::string marks = marks_of(it.nature, category, it.reported);
  if (!before) return search_.add(it.id, delta.texts, marks);
  search_.change(it.id, delta.texts, marks);
}

void Committer::write_sights(const Delta& delta, const std::optional<Before>& before) {
  const auto seen_by = [](Units units, std::int64_t village, std::int64_t grid,
                          std::int64_t township) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    const auto has_index = [&](std::int64_t unit) {
      return unit == 0 || ((unit == grid || unit == township) && unit != village);
    };
    units.erase(std::remove_if(units.begin(), units.end(), has_index), units.end());
    return units;
  };
  Units old;
  if (before) {
    old = assigned_before_;
    old.insert(old.end(), {before->village, before->holder, before->reporter_unit, before->checker,
                           before->about});
    old = seen_by(std::move(old), before->village, before->grid, before->township);
  }
  const CaseSummary& it = delta.after.snapshot.summary;
  Units now = assigned_;
  const std::int64_t village = codes_.code(it.village);
  for (const std::string* unit :
       {&it.village, &it.holder, &it.reporter_unit, &it.checker, &it.about})
    now.push_back(codes_.code(*unit));
  now = seen_by(std::move(now), village, codes_.code(it.grid), codes_.code(it.township));
  Units changed;
  std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(changed));
  for (const std::int64_t unit : changed)
    connection_.run(sql::insert_sight, row_.number, unit, it.id);
  changed.clear();
  std::set_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(changed));
  for (const std::int64_t unit : changed)
    connection_.run(sql::delete_sight, row_.number, unit, it.id);
}

void Committer::write_occurrence(const Delta& delta, const std::optional<Before>& before) {
  const CaseSummary& it = delta.after.snapshot.summary;
  const bool was = before && before->nature == Nature::ordinary;
  const bool is = it.nature == Nature::ordinary;
  const std::int64_t category = codes_.code(it.category);
  if (was && is && before->occurred == it.occurred && before->category == category &&
      before->point == it.point) {
    return;
  }
  if (was) connection_.run(sql::delete_occurrence, row_.number, before->occurred, it.id);
  if (!is) return;
  connection_.run(sql::insert_occurrence, row_.number, it.occurred, it.id, category,
                  it.point ? std::optional<double>(it.point->longitude) : std::nullopt,
                  it.point ? std::optional<double>(it.point->latitude) : std::nullopt);
}

void Committer::erase(CaseId id) {
  erased_ = true;
  search_.erase(id);
  connection_.run(sql::erase_text, row_.number, id);
  connection_.run(sql::erase_personal, row_.number, id);
  connection_.run(sql::erase_subjects, row_.number, id);
}

void Committer::finish() {
  search_.catch_up();
  search_.purge();
  connection_.run(sql::update_county, row_.county.policy_version, row_.county.last_sequence,
                  row_.county.last_commit, row_.county.last_recorded, row_.county.line_version,
                  blob_of(row_.county.line_head), blob_of(row_.county.line_key), row_.number,
                  sequence_before_);
  expect_one_row(connection_, "county");
}

}  // namespace gridcase::store
