// The head of the document: words of both languages, units, grids, categories.
#include "report_document.hpp"

#include <gridcase/version.hpp>

#include <array>

namespace gridcase::cli {
namespace {

// Words of both languages under a group, such as those of all actions.
void write_word(Json& json, std::string_view group, std::string_view name) {
  json.key(name).begin_array();
  json.value(word(Language::zh, group, name)).value(word(Language::en, group, name)).end_array();
}

}  // namespace

void ReportDocument::write_time(std::string_view key, const std::optional<Instant>& time) {
  json_.key(key);
  if (time) {
    // To the second: a page shows minutes, and fractions only make it longer.
    const std::string text = format_instant(std::chrono::floor<std::chrono::seconds>(*time), zone_);
    json_.value(text);
  } else {
    json_.null();
  }
}

void ReportDocument::write_head() {
  const Organization& organization = directory_.organization();
  json_.field("format", "gridcase-report").field("version", 2).field("view", wish_.view);
  json_.field("language", language_ == Language::zh ? "zh" : "en");
  json_.field("program", "gridcase " + std::string(version()));
  json_.key("county").begin_object().field("code", organization.code);
  json_.field("name", organization.name).end_object();
  json_.field("time_zone", zone_).key("period").begin_object();
  json_.field("name", format_period(wish_.period)).field("from", format_date(wish_.period.from));
  json_.field("until", format_date(wish_.period.until)).end_object();
  write_time("as_of", wish_.moment);
  std::int64_t policy = 1;
  for (const CaseRecord& record : cases_) {
    if (!record.history.empty()) policy = std::max(policy, record.history.back().policy_version);
  }
  json_.field("policy", policy);
}

void ReportDocument::write_states(std::string_view key) {
  json_.key(key).begin_object();
  for (const State state : all_states()) {
    json_.key(name(state)).begin_array().value(chinese_.state(state));
    json_.value(english_.state(state)).end_array();
  }
  json_.end_object();
}

void ReportDocument::write_words() {
  json_.key("words").begin_object();
  json_.key("tier").begin_object();
  for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
    json_.key(name(tier)).begin_array().value(chinese_.tier(tier));
    json_.value(english_.tier(tier)).end_array();
  }
  json_.end_object();
  write_states("state");
  json_.key("action").begin_object();
  for (const ActionKind action : all_actions())
    write_word(json_, "action", name(action));
  json_.end_object().key("outcome").begin_object();
  for (const char* outcome :
       {"partly", "whole", "requested", "passed", "failed", "granted", "denied"})
    write_word(json_, "outcome", outcome);
  json_.end_object().key("channel").begin_object();
  std::set<std::string> channels;
  for (const CaseRecord& record : cases_)
    channels.insert(record.whole.channel);
  for (const std::string& channel : channels) {
    if (!channel.empty()) write_word(json_, "channel", channel);
  }
  json_.end_object().key("clock_state").begin_object();
  for (const ClockState state :
       {ClockState::running, ClockState::held, ClockState::met, ClockState::dropped})
    write_word(json_, "clock", name(state));
  json_.end_object().key("segment").begin_object();
  using Kind = Explanation::Segment::Kind;
  for (const Kind kind :
       {Kind::counted, Kind::closed, Kind::day_off, Kind::holiday, Kind::held, Kind::late})
    write_word(json_, "segment", name(kind));
  json_.end_object().end_object();
}

void ReportDocument::write_units() {
  json_.key("units").begin_array();
  for (const Unit& unit : directory_.organization().units) {
    json_.begin_object().field("code", unit.code).field("name", unit.name);
    json_.field("kind", name(unit.kind));
    const auto tier = directory_.tier_of(unit.code);
    json_.text_or_null("tier", tier ? name(*tier) : std::string_view());
    json_.field("parent", unit_place(unit.parent)).end_object();
  }
  json_.end_array();
}

void ReportDocument::write_ring(const Ring& ring) {
  const auto point = [this](Point p) {
    json_.begin_array().value(p.longitude).value(p.latitude).end_array();
  };
  json_.begin_array();
  for (const Point p : ring)
    point(p);
  if (!ring.empty() && ring.front() != ring.back()) point(ring.front());
  json_.end_array();
}

void ReportDocument::write_area(const Area& area) {
  json_.key("area");
  if (area.empty()) {
    json_.null();
    return;
  }
  json_.begin_array();
  for (const Polygon& polygon : area) {
    json_.begin_array();
    write_ring(polygon.outer);
    for (const Ring& hole : polygon.holes)
      write_ring(hole);
    json_.end_array();
  }
  json_.end_array();
}

void ReportDocument::write_grids() {
  const auto& units = directory_.organization().units;
  json_.key("grids").begin_array();
  for (const int place : grids_) {
    const Unit& grid = units[static_cast<std::size_t>(place)];
    const std::string township = directory_.pool(grid.code, Tier::township);
    json_.begin_object().field("unit", place);
    json_.field("township", unit_place(township.empty() ? grid.parent : township));
    write_area(grid.area);
    json_.end_object();
  }
  json_.end_array();
}

void ReportDocument::write_categories() {
  json_.key("categories").begin_array();
  for (const Category& category : directory_.organization().categories) {
    json_.begin_object().field("code", category.code).field("name", category.name).end_object();
  }
  json_.end_array();
}

}  // namespace gridcase::cli
