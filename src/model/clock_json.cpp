#include "model/clock_json.hpp"

#include "model/instant_json.hpp"

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

// ---- writing -----------------------------------------------------------------------------------

void write_times(JsonWriter& out, const ClockTimes& times) {
  write_instant(out, "deadline", times.deadline);
  write_instant(out, "yellow", times.yellow);
  if (times.red != times.deadline) write_instant(out, "red", times.red);
  write_instant(out, "next", times.next);
  out.field_if("next_rung", std::int64_t{times.rung});
  out.field_if("provisional", times.provisional);
}

void write_entry(JsonWriter& out, const ClockEntry& entry) {
  const ClockEntry none;
  const bool sets_limit = entry.step == ClockStep::start || entry.step == ClockStep::replace;
  out.begin_object();
  out.field("clock", entry.clock).field("step", name(entry.step));
  write_instant(out, "at", entry.at);
  out.field_if("milestone", entry.milestone);
  out.field_if("assignment", std::int64_t{entry.assignment});
  out.field_if("unit", entry.unit);
  out.field_if("calendar", entry.calendar);
  out.field_if("amount", entry.amount);
  out.field_if("extended", entry.extended);
  out.field_if("rule", entry.rule);
  if (sets_limit || entry.limit != none.limit) out.field("limit", name(entry.limit));
  if (entry.times) write_times(out, *entry.times);
  if (entry.step == ClockStep::fire || entry.rung != none.rung) out.field("rung", name(entry.rung));
  write_instant(out, "due", entry.due);
  out.end_object();
}

// ---- reading -----------------------------------------------------------------------------------

void read_times(ObjectReader& in, std::optional<ClockTimes>& out) {
  std::optional<Instant> deadline;
  std::optional<Instant> yellow;
  std::optional<Instant> red;
  ClockTimes times;
  read_instant(in, "deadline", deadline);
  read_instant(in, "yellow", yellow);
  read_instant(in, "red", red);
  read_instant(in, "next", times.next);
  in.read("next_rung", times.rung);
  in.read("provisional", times.provisional);
  if (!deadline && times == ClockTimes{} && !yellow && !red) return;
  in.require("deadline");
  in.require("yellow");
  times.deadline = deadline.value_or(Instant{});
  times.yellow = yellow.value_or(Instant{});
  times.red = red.value_or(times.deadline);
  out = times;
}

void read_entry(ObjectReader& in, ClockEntry& entry) {
  in.require("clock");
  in.read("clock", entry.clock);
  in.require("step");
  in.read_word("step", entry.step, clock_step_from_name, "start, hold, resume, stop …");
  std::optional<Instant> at;
  in.require("at");
  read_instant(in, "at", at);
  entry.at = at.value_or(Instant{});
  in.read("milestone", entry.milestone);
  in.read("assignment", entry.assignment);
  in.read("unit", entry.unit);
  in.read("calendar", entry.calendar);
  in.read("amount", entry.amount);
  in.read("extended", entry.extended);
  in.read("rule", entry.rule);
  in.read_word("limit", entry.limit, limit_unit_from_name, "working_hour, calendar_day …");
  read_times(in, entry.times);
  in.read_word("rung", entry.rung, rung_kind_from_name, "remind, escalate, supervise");
  read_instant(in, "due", entry.due);
}

}  // namespace

void write_clocks(JsonWriter& out, const std::vector<ClockEntry>& entries) {
  if (entries.empty()) return;
  out.key("clocks").begin_array();
  for (const ClockEntry& entry : entries)
    write_entry(out, entry);
  out.end_array();
}

void read_clocks(ObjectReader& in, std::vector<ClockEntry>& entries) {
  in.each_object("clocks",
                 [&](ObjectReader& element) { read_entry(element, entries.emplace_back()); });
}

}  // namespace gridcase::model
