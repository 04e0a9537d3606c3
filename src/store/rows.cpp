#include "store/rows.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace gridcase::store {

namespace {

// Stored as NULL: no commitment was made.
Blob commitment_blob(const base::Digest& digest) {
  const bool none = std::all_of(digest.begin(), digest.end(), [](auto byte) { return byte == 0; });
  return none ? Blob{} : blob_of(digest);
}

std::optional<std::string_view> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

// Codes hold no spaces.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

void read_words(Row& row, std::vector<std::string>& words) {
  std::string text;
  row.read(text);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
}

std::int32_t number_in(const std::string& digits) {
  std::int32_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, number);
  if (problem == std::errc() && stop == end) return number;
  throw Error(ErrorCode::corrupt, "the store has \"" + digits + "\" where a number belongs");
}

void bind_position(Cursor& cursor, const Position& position) {
  cursor.bind(position.state).bind(position.back).bind(position.back2);
}

void read_position(Row& row, Position& position) {
  row.read(position.state);
  row.read(position.back);
  row.read(position.back2);
}

}  // namespace

// ---- Row

void Row::check_size(Blob bytes) const {
  if (bytes.size == 32) return;
  throw Error(ErrorCode::corrupt, "a digest or key of the store does not have 32 bytes");
}

void Row::read(std::optional<Instant>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = from_microseconds(cursor_.integer(at_));
  ++at_;
}

void Row::read(base::Digest& out) {
  out.fill(0);
  if (!cursor_.is_null(at_)) {
    const Blob bytes = cursor_.blob(at_);
    check_size(bytes);
    std::memcpy(out.data(), bytes.data, out.size());
  }
  ++at_;
}

void Row::read(std::optional<Key>& out) {
  out.reset();
  if (cursor_.is_null(at_)) {
    ++at_;
    return;
  }
  read(out.emplace());
}

void Row::read(std::optional<Point>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = Point{cursor_.real(at_), cursor_.real(at_ + 1)};
  at_ += 2;
}

void Row::read(std::optional<Tier>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = static_cast<Tier>(cursor_.integer(at_));
  ++at_;
}

// ---- cases

void bind_case(Cursor& cursor, NewCodes& codes, const Loaded& loaded) {
  const CaseSummary& it = loaded.snapshot.summary;
  cursor.bind(it.version);
  bind_position(cursor, it.position);
  cursor.bind(it.title).bind(codes.code(it.category)).bind(codes.code(it.grade));
  cursor.bind(it.request).bind(codes.code(it.channel));
  cursor.bind(it.point ? std::optional<double>(it.point->longitude) : std::nullopt);
  cursor.bind(it.point ? std::optional<double>(it.point->latitude) : std::nullopt);
  cursor.bind(it.drill).bind(codes.code(it.village)).bind(codes.code(it.lead));
  cursor.bind(codes.code(it.checker)).bind(codes.code(it.reporter_unit));
  cursor.bind(codes.code(it.reporter_person)).bind(it.has_requester).bind(it.replied);
  cursor.bind(it.origin).bind(it.solved_on).bind(it.mode).bind(it.urgency).bind(it.returns);
  cursor.bind(it.suspensions).bind(it.merged_into).bind(it.policy_version).bind(it.occurred);
  cursor.bind(it.reported).bind(it.accepted).bind(it.checked).bind(it.filed);
  cursor.bind(it.dispatched).bind(it.contacted).bind(it.arrived).bind(it.controlled);
  cursor.bind(it.handled).bind(it.confirmed).bind(it.ended).bind(it.resume_at).bind(it.due);
  cursor.bind(it.waiting_since).bind(it.last_happened).bind(it.deadline).bind(it.yellow);
  cursor.bind(it.red).bind(it.part_of).bind(codes.code(it.first_receiver));
  cursor.bind(codes.code(it.sender)).bind(codes.code(it.join)).bind(it.consultations);
  cursor.bind(it.urges).bind(it.supervision).bind(it.mediation);
  cursor.bind(joined(it.verifiers)).bind(it.nature).bind(codes.code(it.about));
  cursor.bind(codes.code(it.campaign)).bind(it.hard_since).bind(it.surprise);
  cursor.bind(it.satisfaction).bind(it.solved).bind(codes.code(it.type)).bind(it.repeats);
  cursor.bind(it.lasted_until).bind(codes.code(it.number_dialled));
  cursor.bind(it.check_sent).bind(it.confirm_sent);
  cursor.bind(blob_of(loaded.head)).bind(blob_of(loaded.key));
}

CaseSummary read_summary(Row& row) {
  CaseSummary it;
  row.read(it.id);
  row.read(it.number);
  row.read_code(it.grid);
  row.read_code(it.township);
  row.read_code(it.holder);
  row.read(it.version);
  read_position(row, it.position);
  row.read(it.title);
  row.read_code(it.category);
  row.read_code(it.grade);
  row.read(it.request);
  row.read_code(it.channel);
  row.read(it.point);
  row.read(it.drill);
  row.read_code(it.village);
  row.read_code(it.lead);
  row.read_code(it.checker);
  row.read_code(it.reporter_unit);
  row.read_code(it.reporter_person);
  row.read(it.has_requester);
  row.read(it.replied);
  row.read(it.origin);
  row.read(it.solved_on);
  row.read(it.mode);
  row.read(it.urgency);
  row.read(it.returns);
  row.read(it.suspensions);
  row.read(it.merged_into);
  row.read(it.policy_version);
  for (Instant* time : {&it.occurred, &it.reported})
    row.read(*time);
  for (auto* time : {&it.accepted, &it.checked, &it.filed, &it.dispatched, &it.contacted,
                     &it.arrived, &it.controlled, &it.handled, &it.confirmed, &it.ended,
                     &it.resume_at, &it.due, &it.waiting_since}) {
    row.read(*time);
  }
  row.read(it.last_happened);
  for (auto* time : {&it.deadline, &it.yellow, &it.red})
    row.read(*time);
  row.read(it.part_of);
  row.read_code(it.first_receiver);
  row.read_code(it.sender);
  row.read_code(it.join);
  row.read(it.consultations);
  row.read(it.urges);
  row.read(it.supervision);
  row.read(it.mediation);
  read_words(row, it.verifiers);
  row.read(it.nature);
  row.read_code(it.about);
  row.read_code(it.campaign);
  row.read(it.hard_since);
  row.read(it.surprise);
  row.read(it.satisfaction);
  row.read(it.solved);
  row.read_code(it.type);
  row.read(it.repeats);
  row.read(it.lasted_until);
  row.read_code(it.number_dialled);
  row.read(it.check_sent);
  row.read(it.confirm_sent);
  return it;
}

Loaded read_case(Row& row) {
  Loaded loaded;
  loaded.snapshot.summary = read_summary(row);
  row.read(loaded.head);
  row.read(loaded.key);
  return loaded;
}

// ---- history

void bind_record(Cursor& cursor, NewCodes& codes, std::int64_t county, const Record& it) {
  cursor.bind(it.sequence).bind(county).bind(it.commit).bind(it.case_id).bind(it.version);
  cursor.bind(it.action).bind(it.outcome).bind(it.happened).bind(it.recorded);
  cursor.bind(codes.code(it.actor.unit)).bind(codes.code(it.actor.person));
  cursor.bind(codes.code(it.actor.post));
  bind_position(cursor, it.before);
  bind_position(cursor, it.after);
  cursor.bind(it.policy_version).bind(unless_empty(it.command_id)).bind(it.parts.detail);
  cursor.bind(unless_empty(it.parts.text)).bind(commitment_blob(it.text_commitment));
  cursor.bind(commitment_blob(it.personal_commitment)).bind(blob_of(it.hash));
}

Record read_record(Row& row) {
  Record it;
  row.read(it.sequence);
  row.read(it.commit);
  row.read(it.case_id);
  row.read(it.version);
  row.read(it.action);
  row.read(it.outcome);
  row.read(it.happened);
  row.read(it.recorded);
  row.read_code(it.actor.unit);
  row.read_code(it.actor.person);
  row.read_code(it.actor.post);
  read_position(row, it.before);
  read_position(row, it.after);
  row.read(it.policy_version);
  row.read(it.command_id);
  row.read(it.parts.detail);
  row.read(it.parts.text);
  row.read(it.text_commitment);
  row.read(it.personal_commitment);
  row.read(it.hash);
  row.read(it.parts.personal);
  return it;
}

// ---- assignments

namespace {

// "code:expected:counted", with a space between; codes hold neither.
std::string written(const std::vector<CheckItem>& list) {
  std::vector<std::string> words;
  for (const CheckItem& item : list) {
    words.push_back(item.code + ':' + std::to_string(item.expected) + ':' +
                    std::to_string(item.counted));
  }
  return joined(words);
}

void read_checklist(Row& row, std::vector<CheckItem>& list) {
  std::vector<std::string> words;
  read_words(row, words);
  for (const std::string& word : words) {
    const std::size_t second = word.rfind(':');
    const std::size_t first = second == std::string::npos || second == 0
                                  ? std::string::npos
                                  : word.rfind(':', second - 1);
    if (first == std::string::npos) {
      throw Error(ErrorCode::corrupt, "the checklist of an order cannot be read");
    }
    list.push_back({word.substr(0, first), number_in(word.substr(first + 1, second - first - 1)),
                    number_in(word.substr(second + 1))});
  }
}

void read_rest(Row& row, Assignment& it) {
  row.read(it.ended);
  row.read(it.role);
  row.read(it.state);
  row.read(it.dispatch);
  row.read(it.round);
  row.read(it.ordered);
  for (auto* time : {&it.signed_at, &it.contacted, &it.arrived, &it.controlled, &it.freed,
                     &it.begun, &it.finished}) {
    row.read(*time);
  }
  row.read(it.forced);
  row.read(it.conclusive);
  std::vector<std::string> numbers;
  read_words(row, numbers);
  for (const std::string& number : numbers)
    it.after.push_back(number_in(number));
  read_words(row, it.handlers);
  read_checklist(row, it.checklist);
}

}  // namespace

Assignment read_assignment(Row& row) {
  Assignment it;
  row.read(it.no);
  row.read_code(it.unit);
  read_rest(row, it);
  return it;
}

Assignment read_course(const Cursor& cursor) {
  Assignment it;
  Row row(cursor);
  row.read(it.no);
  row.skip();
  read_rest(row, it);
  return it;
}

void bind_assignment(Cursor& cursor, const Assignment& it) {
  cursor.bind(it.role).bind(it.state).bind(it.dispatch).bind(it.round).bind(it.ordered);
  cursor.bind(it.signed_at);
  cursor.bind(it.contacted).bind(it.arrived).bind(it.controlled).bind(it.freed).bind(it.begun);
  cursor.bind(it.finished);
  std::vector<std::string> numbers;
  for (const std::int32_t number : it.after)
    numbers.push_back(std::to_string(number));
  cursor.bind(it.forced).bind(it.conclusive).bind(joined(numbers)).bind(joined(it.handlers));
  cursor.bind(written(it.checklist));
}

bool same_course(const Assignment& a, const Assignment& b) {
  return a.role == b.role && a.state == b.state && a.dispatch == b.dispatch && a.round == b.round &&
         a.ordered == b.ordered && a.signed_at == b.signed_at && a.contacted == b.contacted &&
         a.arrived == b.arrived && a.controlled == b.controlled && a.freed == b.freed &&
         a.begun == b.begun && a.finished == b.finished && a.checklist == b.checklist &&
         a.forced == b.forced && a.conclusive == b.conclusive && a.after == b.after &&
         a.handlers == b.handlers;
}

// ---- clocks

namespace {

// What few clocks have: holds, and who asked and decided. Empty for the others.
std::string write_course(const Clock& clock) {
  base::JsonWriter out;
  out.begin_object();
  if (!clock.holds.empty()) {
    out.key("holds").begin_array();
    for (const Clock::Hold& hold : clock.holds) {
      out.begin_array().value(to_microseconds(hold.from));
      if (hold.until) out.value(to_microseconds(*hold.until));
      out.end_array();
    }
    out.end_array();
  }
  out.field_if("asked_by", clock.asked_by).field_if("asked_by_person", clock.asked_by_person);
  out.field_if("approved_by", clock.approved_by);
  out.field_if("appealed_by", clock.appealed_by).field_if("reviewed_by", clock.reviewed_by);
  std::string text = out.end_object().take();
  return text == "{}" ? std::string() : text;
}

void read_hold(const boost::json::value& pair, Clock& clock) {
  const boost::json::array& times = pair.as_array();
  if (times.size() > 2) throw Error(ErrorCode::corrupt, "a hold has a start and an end");
  Clock::Hold& hold = clock.holds.emplace_back();
  hold.from = from_microseconds(times.at(0).as_int64());
  if (times.size() > 1) hold.until = from_microseconds(times.at(1).as_int64());
}

void read_course(const std::string& text, Clock& clock) {
  if (text.empty()) return;
  try {
    base::read_document(text, "course of a clock", [&](base::ObjectReader& in) {
      if (const boost::json::array* holds = in.array("holds")) {
        for (const boost::json::value& pair : *holds)
          read_hold(pair, clock);
      }
      in.read("asked_by", clock.asked_by);
      in.read("asked_by_person", clock.asked_by_person);
      in.read("approved_by", clock.approved_by);
      in.read("appealed_by", clock.appealed_by);
      in.read("reviewed_by", clock.reviewed_by);
    });
  } catch (const std::exception& error) {
    throw Error(ErrorCode::corrupt,
                std::string("the course of a clock cannot be read: ") + error.what());
  }
}

}  // namespace

Clock read_clock(Row& row) {
  Clock it;
  row.read(it.no);
  row.read_code(it.milestone);
  row.read(it.assignment);
  row.read_code(it.unit);
  row.read(it.state);
  row.read(it.limit);
  row.read(it.budget);
  row.read(it.extended);
  row.read(it.extensions);
  row.read_code(it.calendar);
  row.read(it.rules);
  row.read(it.started);
  row.read(it.times.deadline);
  row.read(it.times.yellow);
  row.read(it.times.red);
  row.read(it.times.next);
  row.read(it.times.rung);
  row.read(it.times.provisional);
  row.read(it.stopped);
  row.read(it.round);
  row.read(it.exempt);
  row.read(it.approvals);
  row.read(it.reviews);
  std::string course;
  row.read(course);
  read_course(course, it);
  return it;
}

void bind_clock(Cursor& cursor, NewCodes& codes, const Clock& it) {
  cursor.bind(codes.code(it.milestone)).bind(it.assignment).bind(codes.code(it.unit));
  cursor.bind(it.state).bind(it.limit).bind(it.budget).bind(it.extended).bind(it.extensions);
  cursor.bind(codes.code(it.calendar)).bind(it.rules).bind(it.started);
  cursor.bind(it.times.deadline).bind(it.times.yellow).bind(it.times.red).bind(it.times.next);
  cursor.bind(it.times.rung).bind(it.times.provisional).bind(it.stopped).bind(it.round);
  cursor.bind(it.exempt).bind(it.approvals).bind(it.reviews).bind(write_course(it));
}

}  // namespace gridcase::store
