#include "model/intake_json.hpp"

#include <boost/json/array.hpp>

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void read_rule(ObjectReader& in, IntakeRule& rule) {
  in.require("code");
  in.read("code", rule.code);
  in.read_word("request", rule.request, request_kind_from_name,
               "complaint, tip_off, inquiry, help, suggestion");
  in.read("category", rule.category);
  in.read("type", rule.type);
  in.read("emergency", rule.emergency);
  in.require("path");
  in.read_word("path", rule.path, path_from_name, "answer, report, provider, transfer");
  in.read("unit", rule.unit);
}

void read_alert_type(ObjectReader& in, AlertType& type) {
  in.require("code");
  in.read("code", type.code);
  in.read("name", type.name);
  std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(type.same_within).count();
  in.read("same_within_seconds", seconds);
  type.same_within = std::chrono::seconds(seconds);
  in.read("same_metres", type.same_metres);
  in.read("category", type.category);
  in.read("site_list", type.site_list);
  in.read("unit", type.unit);
}

void read_place(ObjectReader& in, Point& point) {
  in.require("point");
  const boost::json::array* numbers = in.array("point");
  if (numbers == nullptr) return;
  if (numbers->size() == 2 && (*numbers)[0].is_number() && (*numbers)[1].is_number()) {
    point = {(*numbers)[0].to_number<double>(), (*numbers)[1].to_number<double>()};
  } else {
    in.fault("point", "policy.point", "a point has two numbers", "write [longitude, latitude]");
  }
}

void read_site(ObjectReader& in, Site& site) {
  in.require("code");
  in.read("code", site.code);
  in.read("name", site.name);
  read_place(in, site.point);
  in.read("metres", site.metres);
  in.read("unit", site.unit);
}

void write_rule(JsonWriter& out, const IntakeRule& rule) {
  out.begin_object().field("code", rule.code);
  if (rule.request != RequestKind::unstated) out.field("request", name(rule.request));
  out.field_if("category", rule.category).field_if("type", rule.type);
  out.field_if("emergency", rule.emergency).field("path", name(rule.path));
  out.field_if("unit", rule.unit).end_object();
}

void write_alert_type(JsonWriter& out, const AlertType& type) {
  out.begin_object().field("code", type.code).field_if("name", type.name);
  out.field(
      "same_within_seconds",
      std::int64_t{std::chrono::duration_cast<std::chrono::seconds>(type.same_within).count()});
  out.field("same_metres", type.same_metres);
  out.field_if("category", type.category).field_if("site_list", type.site_list);
  out.field_if("unit", type.unit).end_object();
}

void write_site(JsonWriter& out, const Site& site) {
  out.begin_object().field("code", site.code).field_if("name", site.name);
  out.key("point").begin_array();
  out.value(site.point.longitude).value(site.point.latitude).end_array();
  out.field("metres", site.metres).field_if("unit", site.unit).end_object();
}

template <typename Item>
void write_all(JsonWriter& out, std::string_view key, const std::vector<Item>& items,
               void (*write)(JsonWriter&, const Item&)) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const Item& item : items)
    write(out, item);
  out.end_array();
}

void write_list(JsonWriter& out, const SiteList& list) {
  out.begin_object().field("code", list.code).field_if("name", list.name);
  write_all(out, "sites", list.sites, write_site);
  out.end_object();
}

}  // namespace

void read_intake(ObjectReader& in, Policy& policy) {
  in.each_object("intake",
                 [&](ObjectReader& item) { read_rule(item, policy.intake.emplace_back()); });
  in.each_object("alert_types", [&](ObjectReader& item) {
    read_alert_type(item, policy.alert_types.emplace_back());
  });
  in.each_object("site_lists", [&](ObjectReader& item) {
    SiteList& list = policy.site_lists.emplace_back();
    item.require("code");
    item.read("code", list.code);
    item.read("name", list.name);
    item.each_object("sites",
                     [&](ObjectReader& site) { read_site(site, list.sites.emplace_back()); });
  });
}

void write_intake(JsonWriter& out, const Policy& policy) {
  write_all(out, "intake", policy.intake, write_rule);
  write_all(out, "alert_types", policy.alert_types, write_alert_type);
  write_all(out, "site_lists", policy.site_lists, write_list);
}

}  // namespace gridcase::model
