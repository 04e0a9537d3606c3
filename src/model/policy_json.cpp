// The JSON form of a policy.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/organization_json.hpp"
#include "model/time_rules_json.hpp"

#include <gridcase/policy.hpp>

namespace gridcase {
namespace {

using base::JsonWriter;
using base::ObjectReader;

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

void read_rules(ObjectReader& in, CaseRules& rules) {
  read_tiers(in, rules.tiers);
  in.read("check_before_filing", rules.check_before_filing);
  in.read("check_after_handling", rules.check_after_handling);
  in.read("reply_before_end", rules.reply_before_end);
  in.read("separate_duties", rules.separate_duties);
  in.read("return_limit", rules.return_limit);
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
  out.field("clock_tolerance_seconds",
            std::int64_t{
                std::chrono::duration_cast<std::chrono::seconds>(rules.clock_tolerance).count()});
  out.end_object();
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
  out.key("organization").raw(write_organization(policy.organization));
  return out.end_object().take();
}

}  // namespace gridcase
