// The JSON form of a policy.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/intake_json.hpp"
#include "model/organization_json.hpp"
#include "model/platform_json.hpp"
#include "model/policy_names.hpp"
#include "model/programme_json.hpp"
#include "model/rating_json.hpp"
#include "model/scoring_json.hpp"
#include "model/time_rules_json.hpp"

#include <gridcase/policy.hpp>

#include <algorithm>

namespace gridcase {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void read_duplicates(ObjectReader& in, DuplicateRules& rules) {
  in.read("same_category", rules.same_category);
  in.read("metres", rules.metres);
  std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(rules.within).count();
  in.read("within_seconds", seconds);
  rules.within = std::chrono::seconds(std::clamp<std::int64_t>(seconds, -1, 1'000'000'000));
  in.read("alike_percent", rules.alike_percent);
}

// Left out as long as nothing is other than usual.
void write_duplicates(JsonWriter& out, const DuplicateRules& rules) {
  const DuplicateRules usual;
  if (rules.same_category == usual.same_category && rules.metres == usual.metres &&
      rules.within == usual.within && rules.alike_percent == usual.alike_percent) {
    return;
  }
  out.key("duplicates").begin_object();
  out.field("same_category", rules.same_category).field("metres", rules.metres);
  out.field("within_seconds",
            std::int64_t{std::chrono::duration_cast<std::chrono::seconds>(rules.within).count()});
  out.field("alike_percent", std::int64_t{rules.alike_percent});
  out.end_object();
}

void read_tiers(ObjectReader& in, std::vector<Tier>& tiers) {
  std::vector<std::string> words;
  in.read("tiers", words);
  if (!in.has("tiers")) return;
  tiers.clear();
  for (const std::string& word : words) {
    if (const auto tier = tier_from_name(word)) {
      tiers.push_back(*tier);
    } else {
      in.fault("tiers", "json.unknown_word", "\"" + word + "\" is not a tier",
               "use village, township, county");
    }
  }
}

void read_join(ObjectReader& in, JoinRule& join) {
  in.require("code");
  in.read("code", join.code);
  in.read("category", join.category);
  in.read_word("result", join.result, model::join_result_from_name, "lead, conclusive, every");
  in.read_word("others", join.others, model::join_others_from_name, "finished, signed_for, any");
}

void read_figure(ObjectReader& in, FigureType& figure) {
  in.require("name");
  in.read("name", figure.name);
  in.read("measure", figure.measure);
  in.read("resource", figure.resource);
}

// How units take orders, hand them back and come to an end together.
void read_order_rules(ObjectReader& in, CaseRules& rules) {
  in.read("decline_reasons", rules.decline_reasons);
  if (in.has("decline_within")) {
    model::read_amount(in, "decline_within", rules.decline_within.emplace());
  }
  in.read("first_receiver", rules.first_receiver);
  in.each_object("joins", [&](ObjectReader& item) { read_join(item, rules.joins.emplace_back()); });
  in.read("release_scene", rules.release_scene);
}

void read_end_rules(ObjectReader& in, CaseRules& rules) {
  in.read("parts_first", rules.parts_first);
  in.read_word("checker", rules.checker, model::checker_from_name, "finder, nearest");
  in.read("rework_dissatisfied", rules.rework_dissatisfied);
  in.read("dissatisfied_at", rules.dissatisfied_at);
  in.each_object("figures",
                 [&](ObjectReader& item) { read_figure(item, rules.figures.emplace_back()); });
}

void read_rules(ObjectReader& in, CaseRules& rules) {
  read_tiers(in, rules.tiers);
  in.read("check_before_filing", rules.check_before_filing);
  in.read("check_after_handling", rules.check_after_handling);
  in.read("reply_before_end", rules.reply_before_end);
  in.read("separate_duties", rules.separate_duties);
  in.read("return_limit", rules.return_limit);
  read_order_rules(in, rules);
  read_end_rules(in, rules);
  std::int64_t seconds =
      std::chrono::duration_cast<std::chrono::seconds>(rules.clock_tolerance).count();
  in.read("clock_tolerance_seconds", seconds);
  constexpr std::int64_t day = 24 * 60 * 60;
  if (seconds < 0 || seconds > day) {
    in.fault("clock_tolerance_seconds", "rules.clock_tolerance", "the tolerance is out of range",
             "use 0 to 86400 seconds");
  } else {
    rules.clock_tolerance = std::chrono::seconds(seconds);
  }
}

void read_mode(ObjectReader& in, AreaMode& area) {
  in.require("unit");
  in.read("unit", area.unit);
  in.read_word("mode", area.mode, operating_mode_from_name, "normal, emergency");
}

template <typename Items, typename WriteItem>
void write_list(JsonWriter& out, std::string_view key, const Items& items, WriteItem write_item) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const auto& item : items) {
    out.begin_object();
    write_item(item);
    out.end_object();
  }
  out.end_array();
}

// What stands at its default is left out, here and below: documents of before these rules stay as
// they are, byte for byte.
void write_order_rules(JsonWriter& out, const CaseRules& rules) {
  out.field_if("decline_reasons", rules.decline_reasons);
  if (rules.decline_within) model::write_amount(out, "decline_within", *rules.decline_within);
  out.field_if("first_receiver", rules.first_receiver);
  write_list(out, "joins", rules.joins, [&](const JoinRule& join) {
    out.field("code", join.code).field_if("category", join.category);
    out.field("result", name(join.result)).field("others", name(join.others));
  });
  out.field_if("release_scene", rules.release_scene);
}

void write_end_rules(JsonWriter& out, const CaseRules& rules) {
  const CaseRules ordinary;
  out.field_if("parts_first", rules.parts_first);
  if (rules.checker != ordinary.checker) out.field("checker", name(rules.checker));
  out.field_if("rework_dissatisfied", rules.rework_dissatisfied);
  if (rules.dissatisfied_at != ordinary.dissatisfied_at) {
    out.field("dissatisfied_at", rules.dissatisfied_at);
  }
  write_list(out, "figures", rules.figures, [&](const FigureType& figure) {
    out.field("name", figure.name).field_if("measure", figure.measure);
    out.field_if("resource", figure.resource);
  });
}

void write_rules(JsonWriter& out, const CaseRules& rules) {
  out.begin_object().key("tiers").begin_array();
  for (const Tier tier : rules.tiers)
    out.value(name(tier));
  out.end_array();
  out.field_if("check_before_filing", rules.check_before_filing);
  out.field("check_after_handling", rules.check_after_handling);
  out.field("reply_before_end", rules.reply_before_end);
  out.field("separate_duties", rules.separate_duties);
  out.field("return_limit", rules.return_limit);
  write_order_rules(out, rules);
  write_end_rules(out, rules);
  out.field("clock_tolerance_seconds",
            std::int64_t{
                std::chrono::duration_cast<std::chrono::seconds>(rules.clock_tolerance).count()});
  out.end_object();
}

// Scores and stars.
void read_assessment(ObjectReader& in, Policy& policy) {
  in.each_object("scoring", [&](ObjectReader& item) {
    model::read_rules(item, policy.scoring.emplace_back());
  });
  in.each_object("ratings", [&](ObjectReader& item) {
    model::read_scheme(item, policy.ratings.emplace_back());
  });
}

template <typename Items, typename Write>
void write_whole(JsonWriter& out, std::string_view key, const Items& items, Write write) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const auto& item : items)
    write(out, item);
  out.end_array();
}

void write_assessment(JsonWriter& out, const Policy& policy) {
  write_whole(out, "scoring", policy.scoring, model::write_rules);
  write_whole(out, "ratings", policy.ratings, model::write_scheme);
}

}  // namespace

Policy read_policy(std::string_view json) {
  Policy policy;
  base::read_document(json, "policy", [&](ObjectReader& in) {
    if (in.has("units")) {  // an organization by itself
      model::read_organization(in, policy.organization);
      policy.name = policy.organization.name;
      return;
    }
    in.read("name", policy.name);
    in.with_object("rules", [&](ObjectReader& rules) { read_rules(rules, policy.rules); });
    in.with_object("time", [&](ObjectReader& time) { model::read_time_rules(time, policy.time); });
    in.each_object("modes",
                   [&](ObjectReader& item) { read_mode(item, policy.modes.emplace_back()); });
    model::read_programmes(in, policy);
    model::read_intake(in, policy);
    model::read_platforms(in, policy);
    in.with_object("duplicates",
                   [&](ObjectReader& part) { read_duplicates(part, policy.duplicates); });
    read_assessment(in, policy);
    in.require("organization");
    in.with_object("organization", [&](ObjectReader& organization) {
      model::read_organization(organization, policy.organization);
    });
  });
  return policy;
}

std::string write_policy(const Policy& policy) {
  JsonWriter out;
  out.begin_object().field_if("name", policy.name);
  out.key("rules");
  write_rules(out, policy.rules);
  model::write_time_rules(out, "time", policy.time);
  write_list(out, "modes", policy.modes, [&](const AreaMode& area) {
    out.field("unit", area.unit).field("mode", name(area.mode));
  });
  model::write_programmes(out, policy);
  model::write_intake(out, policy);
  model::write_platforms(out, policy);
  write_duplicates(out, policy.duplicates);
  write_assessment(out, policy);
  out.key("organization").raw(write_organization(policy.organization));
  return out.end_object().take();
}

}  // namespace gridcase
