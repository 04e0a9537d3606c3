#include "model/time_rules_json.hpp"

#include "model/calendar_json.hpp"

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

constexpr std::string_view moment_words =
    "reported, accepted, check_sent, checked, filed, dispatched, signed_for, contacted, arrived, "
    "controlled, handled, confirm_sent, confirmed, replied, closed";
constexpr std::string_view unit_words =
    "urgent_minute, urgent_hour, calendar_day, working_minute, working_hour, working_day, "
    "end_of_working_day";

// ---- reading -----------------------------------------------------------------------------------

void read_roles(ObjectReader& in, std::vector<AssignmentRole>& roles) {
  std::vector<std::string> words;
  in.read("roles", words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto role = assignment_role_from_name(words[i])) {
      roles.push_back(*role);
    } else {
      in.fault("roles[" + std::to_string(i) + "]", "json.unknown_word",
               "\"" + words[i] + "\" is not known here",
               "use one of: lead, assist, scene, support, verify");
    }
  }
}

void read_milestone(ObjectReader& in, Milestone& milestone) {
  in.require("code");
  in.read("code", milestone.code);
  in.read("name", milestone.name);
  in.read("each_order", milestone.each_order);
  read_roles(in, milestone.roles);
  in.read_word("from", milestone.from, moment_from_name, moment_words);
  in.read_word("until", milestone.until, moment_from_name, moment_words);
  in.each_object("ladder", [&](ObjectReader& item) {
    Rung& rung = milestone.ladder.emplace_back();
    item.require("kind");
    item.read_word("kind", rung.kind, rung_kind_from_name, "remind, escalate, supervise");
    item.read("share", rung.share);
    item.read("offset", rung.offset);
  });
  in.read("extensions", milestone.extensions);
  in.read("restart_on_transfer", milestone.restart_on_transfer);
  in.read("restart_on_rework", milestone.restart_on_rework);
  in.read("hold_for_reporter", milestone.hold_for_reporter);
}

void read_limit(ObjectReader& in, Limit& limit) {
  in.require("milestone");
  in.read("milestone", limit.milestone);
  in.read("category", limit.category);
  in.read("grade", limit.grade);
  in.read_word("request", limit.request, request_kind_from_name,
               "complaint, tip_off, inquiry, help, suggestion");
  in.read("channel", limit.channel);
  if (in.has("tier")) {
    limit.tier.emplace();
    in.read_word("tier", *limit.tier, tier_from_name, "village, township, county");
  }
  if (in.has("mode")) {
    limit.mode.emplace(OperatingMode::normal);
    in.read_word("mode", *limit.mode, operating_mode_from_name, "normal, emergency");
  }
  in.require("within");
  read_amount(in, "within", limit.within);
  in.read("calendar", limit.calendar);
}

void read_deviations(ObjectReader& in, DeviationRules& rules) {
  in.read("suspensions", rules.suspensions);
  in.read("longest_suspension_days", rules.longest_suspension_days);
  in.read("extension_share", rules.extension_share);
  in.read("extension_steps", rules.extension_steps);
  in.read("appeal_reviewers", rules.appeal_reviewers);
}

// ---- writing -----------------------------------------------------------------------------------

void write_milestone(JsonWriter& out, const Milestone& milestone) {
  out.begin_object().field("code", milestone.code);
  out.field_if("name", milestone.name);
  out.field_if("each_order", milestone.each_order);
  if (!milestone.roles.empty()) {
    out.key("roles").begin_array();
    for (const AssignmentRole role : milestone.roles)
      out.value(name(role));
    out.end_array();
  }
  out.field("from", name(milestone.from)).field("until", name(milestone.until));
  if (!milestone.ladder.empty()) {
    out.key("ladder").begin_array();
    for (const Rung& rung : milestone.ladder) {
      out.begin_object().field("kind", name(rung.kind)).field("share", rung.share);
      out.field_if("offset", std::int64_t{rung.offset}).end_object();
    }
    out.end_array();
  }
  out.field("extensions", milestone.extensions);
  out.field("restart_on_transfer", milestone.restart_on_transfer);
  out.field("restart_on_rework", milestone.restart_on_rework);
  out.field("hold_for_reporter", milestone.hold_for_reporter);
  out.end_object();
}

void write_limit(JsonWriter& out, const Limit& limit) {
  out.begin_object().field("milestone", limit.milestone);
  out.field_if("category", limit.category);
  out.field_if("grade", limit.grade);
  if (limit.request != RequestKind::unstated) out.field("request", name(limit.request));
  out.field_if("channel", limit.channel);
  if (limit.tier) out.field("tier", name(*limit.tier));
  if (limit.mode) out.field("mode", name(*limit.mode));
  write_amount(out, "within", limit.within);
  out.field_if("calendar", limit.calendar);
  out.end_object();
}

void write_deviations(JsonWriter& out, const DeviationRules& rules) {
  out.key("deviations").begin_object();
  out.field("suspensions", rules.suspensions);
  out.field("longest_suspension_days", rules.longest_suspension_days);
  out.field("extension_share", rules.extension_share);
  out.field("extension_steps", rules.extension_steps);
  out.field("appeal_reviewers", rules.appeal_reviewers);
  out.end_object();
}

template <typename Items, typename WriteItem>
void write_list(JsonWriter& out, std::string_view key, const Items& items, WriteItem write_item) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const auto& item : items)
    write_item(out, item);
  out.end_array();
}

std::string written(const TimeRules& time) {
  JsonWriter out;
  out.begin_object();
  write_list(out, "holidays", time.holidays, write_holidays);
  write_list(out, "calendars", time.calendars, write_calendar);
  write_list(out, "milestones", time.milestones, write_milestone);
  write_list(out, "limits", time.limits, write_limit);
  out.field("yellow_share", time.yellow_share).field("red_share", time.red_share);
  write_deviations(out, time.deviations);
  return out.end_object().take();
}

}  // namespace

void read_amount(ObjectReader& in, std::string_view key, Amount& amount) {
  in.with_object(key, [&](ObjectReader& item) {
    item.require("value");
    item.read("value", amount.value);
    item.require("unit");
    item.read_word("unit", amount.unit, limit_unit_from_name, unit_words);
  });
}

void write_amount(JsonWriter& out, std::string_view key, const Amount& amount) {
  out.key(key).begin_object();
  out.field("value", amount.value).field("unit", name(amount.unit));
  out.end_object();
}

void read_time_rules(ObjectReader& in, TimeRules& time) {
  in.each_object("holidays",
                 [&](ObjectReader& item) { read_holidays(item, time.holidays.emplace_back()); });
  in.each_object("calendars",
                 [&](ObjectReader& item) { read_calendar(item, time.calendars.emplace_back()); });
  in.each_object("milestones",
                 [&](ObjectReader& item) { read_milestone(item, time.milestones.emplace_back()); });
  in.each_object("limits",
                 [&](ObjectReader& item) { read_limit(item, time.limits.emplace_back()); });
  in.read("yellow_share", time.yellow_share);
  in.read("red_share", time.red_share);
  in.with_object("deviations", [&](ObjectReader& item) { read_deviations(item, time.deviations); });
}

void write_time_rules(JsonWriter& out, std::string_view key, const TimeRules& time) {
  const std::string text = written(time);
  if (text != written(TimeRules{})) out.key(key).raw(text);
}

}  // namespace gridcase::model
