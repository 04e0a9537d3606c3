#include "expectation.hpp"

#include "documents.hpp"
#include "duration.hpp"
#include "failure.hpp"
#include "forms.hpp"

#include <algorithm>
#include <optional>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

std::optional<Instant> time_of(const json::value& value, const std::string& zone) {
  if (!value.is_string() || value.get_string().size() < 16) return std::nullopt;
  try {
    return parse_time("", std::string(value.get_string()), zone);
  } catch (const Failure&) {
    return std::nullopt;
  }
}

json::value parsed_case(const Evidence& evidence) {
  return json::parse(case_json(evidence.whole, evidence.zone));
}

const json::value& member(const json::object& object, std::string_view key) {
  static const json::value none;
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  return value != nullptr ? *value : none;
}

// "arrive" or "arrive@UNIT".
bool is_event(const Event& event, const std::string& word) {
  const std::size_t at = word.find('@');
  return name(event.action.kind) == word.substr(0, at) &&
         (at == std::string::npos || event.actor.unit == word.substr(at + 1));
}

json::array states_after(const std::vector<Event>& history, bool folded) {
  json::array states;
  for (const Event& event : history) {
    const std::string state(name(event.after.state));
    if (folded && !states.empty() && states.back() == json::value(state)) continue;
    states.emplace_back(state);
  }
  return states;
}

json::array actions_of(const std::vector<Event>& history) {
  json::array actions;
  for (const Event& event : history)
    actions.emplace_back(std::string(name(event.action.kind)));
  return actions;
}

// Each word must come after the one before it; others may stand between.
void check_order(Checks& checks, const json::array& words, const Evidence& evidence) {
  auto at = evidence.history.begin();
  for (const json::value& value : words) {
    const std::string word(value.as_string());
    at = std::find_if(at, evidence.history.end(),
                      [&](const Event& event) { return is_event(event, word); });
    checks.require(at != evidence.history.end(), "order_of", json::serialize(words),
                   word + "? " + json::serialize(actions_of(evidence.history)));
    if (at == evidence.history.end()) return;
    ++at;
  }
}

// A time of the case by its field, or of the first event of an action.
std::optional<Instant> moment(const Evidence& evidence, const json::object& fields,
                              const std::string& word) {
  if (const auto time = time_of(member(fields, word), evidence.zone)) return time;
  const auto event = std::find_if(evidence.history.begin(), evidence.history.end(),
                                  [&](const Event& one) { return is_event(one, word); });
  if (event == evidence.history.end()) return std::nullopt;
  return event->happened;
}

void check_limit(Checks& checks, const json::object& limits, const char* key, Duration found,
                 bool (*holds)(Duration, Duration)) {
  const json::value* value = limits.if_contains(key);
  if (value == nullptr) return;
  const std::string text(value->as_string());
  const std::string field = std::string("elapsed.") + key;
  checks.require(holds(found, parse_duration(field, text)), field, text, format_duration(found));
}

void check_elapsed(Checks& checks, const json::value& expected, const Evidence& evidence,
                   const json::object& fields) {
  if (expected.is_array()) {
    for (const json::value& one : expected.get_array())
      check_elapsed(checks, one, evidence, fields);
    return;
  }
  const json::object& limits = expected.get_object();
  std::optional<Instant> ends[2];
  for (const int i : {0, 1}) {
    const std::string word(member(limits, i == 0 ? "from" : "to").as_string());
    ends[i] = moment(evidence, fields, word);
    checks.require(ends[i].has_value(), i == 0 ? "elapsed.from" : "elapsed.to", word, "null");
    if (!ends[i]) return;
  }
  const Duration found = *ends[1] - *ends[0];
  check_limit(checks, limits, "equals", found, [](Duration a, Duration b) { return a == b; });
  check_limit(checks, limits, "at_most", found, [](Duration a, Duration b) { return a <= b; });
  check_limit(checks, limits, "at_least", found, [](Duration a, Duration b) { return a >= b; });
}

std::int64_t count_of(const Evidence& evidence, const json::object& fields,
                      const std::string& what) {
  if (what == "events") return static_cast<std::int64_t>(evidence.history.size());
  const json::value& list = member(fields, what);
  if (list.is_array()) return static_cast<std::int64_t>(list.get_array().size());
  return std::count_if(evidence.history.begin(), evidence.history.end(),
                       [&](const Event& event) { return is_event(event, what); });
}

void check_fields(Checks& checks, const json::object& expected, const Evidence& evidence,
                  const json::object& fields) {
  for (const auto& one : expected) {
    checks.equal(std::string(one.key()), one.value(), member(fields, one.key()), evidence.zone);
  }
}

bool is_of_answer(std::string_view key) {
  return key == "status" || key == "refusal" || key == "field";
}

// What the actions said in a field, one after the other.
json::array said_in(const std::vector<Event>& history, const std::string& field) {
  json::array said;
  for (const Event& event : history) {
    const json::value action = json::parse(write_action(event.action));
    if (const json::value* value = action.get_object().if_contains(field)) said.push_back(*value);
  }
  return said;
}

}  // namespace

bool matches(const json::value& expected, const json::value& found, const std::string& zone) {
  if (expected.is_object() && found.is_object()) {
    return std::all_of(expected.get_object().begin(), expected.get_object().end(),
                       [&](const json::key_value_pair& member) {
                         const json::value* other = found.get_object().if_contains(member.key());
                         return other != nullptr && matches(member.value(), *other, zone);
                       });
  }
  if (expected.is_array() && found.is_array()) {
    const json::array& a = expected.get_array();
    const json::array& b = found.get_array();
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [&](const json::value& x, const json::value& y) {
                                                return matches(x, y, zone);
                                              });
  }
  const auto expected_time = time_of(expected, zone);
  const auto found_time = time_of(found, zone);
  if (expected_time && found_time) return *expected_time == *found_time;
  return expected == found;
}

void Checks::equal(const std::string& what, const json::value& expected, const json::value& found,
                   const std::string& zone) {
  require(matches(expected, found, zone), what, json::serialize(expected), json::serialize(found));
}

void Checks::require(bool met, const std::string& what, const std::string& expected,
                     const std::string& found) {
  ++count_;
  if (!met) mismatches_.push_back({line_, what, expected, found});
}

void check_answer(Checks& checks, const json::object* expected, const Answer& answer,
                  const Evidence* evidence) {
  static const json::object nothing;
  const json::object& wanted = expected != nullptr ? *expected : nothing;
  std::string found(name(answer.status));
  const std::string refusal(answer.refusal ? name(answer.refusal->code) : std::string_view());
  if (const json::value* status = wanted.if_contains("status")) {
    const bool met = *status == json::value(found);
    if (answer.refusal) found += " (" + refusal + "): " + answer.refusal->reason;
    checks.require(met, "status", json::serialize(*status), found);
  } else if (wanted.contains("refusal")) {
    checks.require(answer.status == Status::refused || answer.status == Status::conflict, "status",
                   "refused", found);
  } else {
    if (answer.refusal) found += " (" + refusal + "): " + answer.refusal->reason;
    checks.require(answer.ok(), "status", "committed", found);
  }
  if (const json::value* code = wanted.if_contains("refusal")) {
    checks.equal("refusal", *code, json::value(refusal), "UTC");
  }
  if (const json::value* field = wanted.if_contains("field")) {
    checks.equal("field", *field, json::value(answer.refusal ? answer.refusal->field : ""), "UTC");
  }
  const json::value fields = evidence != nullptr ? parsed_case(*evidence) : json::object();
  for (const auto& one : wanted) {
    if (is_of_answer(one.key())) continue;
    checks.equal(std::string(one.key()), one.value(), member(fields.get_object(), one.key()),
                 evidence != nullptr ? evidence->zone : "UTC");
  }
}

void check_case(Checks& checks, const json::object& line, const Evidence& evidence) {
  const json::value whole = parsed_case(evidence);
  const json::object& fields = whole.get_object();
  const auto given = [&line](const char* key) { return line.if_contains(key); };
  const auto equal = [&](const char* key, const json::value& found) {
    if (const json::value* expected = given(key))
      checks.equal(key, *expected, found, evidence.zone);
  };
  equal("path", states_after(evidence.history, false));
  equal("states", states_after(evidence.history, true));
  equal("actions", actions_of(evidence.history));
  equal("stage", member(fields, "stage"));
  equal("resolved_tier", member(fields, "solved_on"));
  if (const json::value* order = given("order_of"))
    check_order(checks, order->get_array(), evidence);
  if (const json::value* elapsed = given("elapsed"))
    check_elapsed(checks, *elapsed, evidence, fields);
  if (const json::value* said = given("said")) {
    for (const auto& one : said->get_object()) {
      checks.equal("said." + std::string(one.key()), one.value(),
                   said_in(evidence.history, std::string(one.key())), evidence.zone);
    }
  }
  if (const json::value* counts = given("count")) {
    for (const auto& one : counts->get_object()) {
      const std::string what(one.key());
      checks.equal("count." + what, one.value(), count_of(evidence, fields, what), evidence.zone);
    }
  }
  if (const json::value* wanted = given("fields")) {
    check_fields(checks, wanted->get_object(), evidence, fields);
  }
}

void check_order(Checks& checks, const json::object& line, const Evidence& evidence) {
  const json::value whole = parsed_case(evidence);
  const json::object* order = nullptr;
  for (const json::value& one : member(whole.get_object(), "assignments").get_array()) {
    const json::object& candidate = one.get_object();
    const json::value* no = line.if_contains("no");
    const bool meant = member(candidate, "unit") == member(line, "unit") &&
                       (no == nullptr || *no == member(candidate, "no"));
    if (meant) order = &candidate;
  }
  checks.require(order != nullptr, "order", json::serialize(member(line, "unit")), "null");
  if (order == nullptr) return;
  for (const auto& one : line) {
    if (!order_fields().contains(one.key())) continue;
    checks.equal(std::string(one.key()), one.value(), member(*order, one.key()), evidence.zone);
  }
}

namespace {

// Which clocks a line means: by milestone, unit and number, as far as they are said.
std::vector<const ClockView*> clocks_meant(const json::object& line,
                                           const std::vector<ClockView>& views) {
  std::vector<const ClockView*> meant;
  for (const ClockView& view : views) {
    const auto fits = [&](const char* key, const json::value& found) {
      const json::value* wanted = line.if_contains(key);
      return wanted == nullptr || *wanted == found;
    };
    if (fits("milestone", json::value(view.clock.milestone)) &&
        fits("unit", json::value(view.clock.unit)) && fits("no", json::value(view.clock.no))) {
      meant.push_back(&view);
    }
  }
  return meant;
}

json::value time_value(const std::optional<Instant>& time, const std::string& zone) {
  return time ? json::value(format_instant(*time, zone)) : json::value();
}

// What a line may say of a clock. Amounts of time are compared as such, days as numbers.
json::object clock_values(const ClockView& view, const std::string& zone) {
  const Clock& clock = view.clock;
  const auto amount = [&](std::int64_t counted) {
    return measure_of(clock.limit) == Measure::closing
               ? json::value(counted)
               : json::value(format_duration(Duration(counted)));
  };
  return {{"state", std::string(name(clock.state))},
          {"light", std::string(name(view.light))},
          {"late", view.late},
          {"exempt", clock.exempt},
          {"deadline", time_value(clock.times.deadline, zone)},
          {"provisional", clock.times.provisional},
          {"started", time_value(clock.started, zone)},
          {"stopped", time_value(clock.stopped, zone)},
          {"budget", amount(clock.budget)},
          {"used", amount(view.used)},
          {"limit", std::string(name(clock.limit))},
          {"rung", clock.times.rung},
          {"next", time_value(clock.times.next, zone)},
          {"extensions", clock.extensions}};
}

// "P1D" and "PT24H" are the same length.
json::value normal_duration(const json::value& value) {
  if (!value.is_string()) return value;
  return json::value(format_duration(parse_duration("used", std::string(value.get_string()))));
}

}  // namespace

void check_clock(Checks& checks, const json::object& line, const std::vector<ClockView>& views,
                 const std::string& zone) {
  const auto meant = clocks_meant(line, views);
  checks.require(meant.size() == 1, "clock", "1", std::to_string(meant.size()));
  if (meant.size() != 1) return;
  const json::object found = clock_values(*meant.front(), zone);
  for (const auto& one : line) {
    const json::value* value = found.if_contains(one.key());
    if (value == nullptr) continue;
    const bool is_amount = one.key() == "used" || one.key() == "budget";
    checks.equal(std::string(one.key()), is_amount ? normal_duration(one.value()) : one.value(),
                 *value, zone);
  }
}

void check_tick(Checks& checks, const json::object& expected, const TickReport& report,
                const std::string& zone) {
  const json::object found{{"fired", report.fired},
                           {"resumed", report.resumed},
                           {"more", report.more},
                           {"latest", format_duration(report.latest)},
                           {"next", time_value(report.next, zone)}};
  for (const auto& one : expected) {
    const std::string key(one.key());
    checks.equal(key, key == "latest" ? normal_duration(one.value()) : one.value(),
                 member(found, key), zone);
  }
}

void check_allowed(Checks& checks, const json::object& line,
                   const std::vector<std::string>& allowed) {
  for (const bool includes : {true, false}) {
    const char* key = includes ? "includes" : "excludes";
    const json::value* words = line.if_contains(key);
    if (words == nullptr) continue;
    for (const json::value& word : words->get_array()) {
      const std::string action(word.get_string());
      const bool there = std::find(allowed.begin(), allowed.end(), action) != allowed.end();
      checks.require(there == includes, key, action, joined(allowed));
    }
  }
}

}  // namespace gridcase::cli
