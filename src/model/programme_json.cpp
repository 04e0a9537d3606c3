#include "model/programme_json.hpp"

#include "model/date_json.hpp"

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void read_campaign(ObjectReader& in, Campaign& campaign) {
  in.require("code");
  in.read("code", campaign.code);
  in.read("name", campaign.name);
  read_required_date(in, "from", campaign.from);
  read_required_date(in, "until", campaign.until);
  in.read("units", campaign.units);
  in.read("categories", campaign.categories);
}

void read_clause(ObjectReader& in, Clause& clause) {
  in.require("code");
  in.read("code", clause.code);
  in.read("item", clause.item);
  in.require("text");
  in.read("text", clause.text);
  in.require("category");
  in.read("category", clause.category);
}

void read_list(ObjectReader& in, PatrolList& list) {
  in.require("code");
  in.read("code", list.code);
  in.read("name", list.name);
  in.each_object("clauses",
                 [&](ObjectReader& item) { read_clause(item, list.clauses.emplace_back()); });
}

void write_campaign(JsonWriter& out, const Campaign& campaign) {
  out.begin_object().field("code", campaign.code).field_if("name", campaign.name);
  out.field("from", format_date(campaign.from)).field("until", format_date(campaign.until));
  out.field_if("units", campaign.units).field_if("categories", campaign.categories);
  out.end_object();
}

void write_list(JsonWriter& out, const PatrolList& list) {
  out.begin_object().field("code", list.code).field_if("name", list.name);
  out.key("clauses").begin_array();
  for (const Clause& clause : list.clauses) {
    out.begin_object().field("code", clause.code).field_if("item", clause.item);
    out.field("text", clause.text).field("category", clause.category).end_object();
  }
  out.end_array().end_object();
}

}  // namespace

void read_programmes(ObjectReader& in, Policy& policy) {
  in.each_object("campaigns",
                 [&](ObjectReader& item) { read_campaign(item, policy.campaigns.emplace_back()); });
  in.each_object("patrol_lists",
                 [&](ObjectReader& item) { read_list(item, policy.patrol_lists.emplace_back()); });
}

void write_programmes(JsonWriter& out, const Policy& policy) {
  if (!policy.campaigns.empty()) {
    out.key("campaigns").begin_array();
    for (const Campaign& campaign : policy.campaigns)
      write_campaign(out, campaign);
    out.end_array();
  }
  if (!policy.patrol_lists.empty()) {
    out.key("patrol_lists").begin_array();
    for (const PatrolList& list : policy.patrol_lists)
      write_list(out, list);
    out.end_array();
  }
}

}  // namespace gridcase::model
