#include "response_forms.hpp"

#include "forms.hpp"
#include "json.hpp"

namespace gridcase::cli {
namespace {

void put_number(Json& json, std::string_view key, const std::optional<double>& number) {
  json.key(key);
  if (number) {
    json.value(*number);
  } else {
    json.null();
  }
}

void put_rating(Json& json, const Rating& rating) {
  json.begin_object().field("unit", rating.unit).field("cases", rating.cases);
  json.field("rated", rating.rated).field("stars", rating.stars);
  json.field("solved", rating.solved).field("partly", rating.partly);
  json.field("unsolved", rating.unsolved).end_object();
}

void put_ids(Json& json, std::string_view key, const std::vector<CaseId>& ids) {
  json.key(key).begin_array();
  for (const CaseId id : ids)
    json.value(id_text(id));
  json.end_array();
}

}  // namespace

std::string responders_json(const std::vector<Responder>& found) {
  Json json;
  json.begin_array();
  for (const Responder& one : found) {
    json.begin_object().field("unit", one.unit).field("metres", one.metres);
    put_number(json, "cost", one.cost);
    json.field("response_class", one.response_class).field("on_duty", one.on_duty);
    json.field("load", one.load).field("because", one.because).end_object();
  }
  return json.end_array().text();
}

std::string proposal_json(const std::vector<ProposedOrder>& orders) {
  Json json;
  json.begin_array();
  for (const ProposedOrder& one : orders) {
    json.begin_object().key("order").begin_object();
    json.field("unit", one.order.unit).field("role", name(one.order.role)).end_object();
    json.field("because", one.because);
    put_number(json, "metres", one.metres);
    json.end_object();
  }
  return json.end_array().text();
}

std::string providers_json(const std::vector<ProposedProvider>& providers) {
  Json json;
  json.begin_array();
  for (const ProposedProvider& one : providers) {
    json.begin_object().field("unit", one.unit);
    put_number(json, "metres", one.metres);
    json.key("rating");
    put_rating(json, one.rating);
    json.field("because", one.because).end_object();
  }
  return json.end_array().text();
}

std::string allocation_json(const CaseAllocation& allocation) {
  Json json;
  json.begin_object().key("lines").begin_array();
  for (const CaseAllocation::Line& line : allocation.lines) {
    json.begin_object().field("case_id", id_text(line.case_id)).field("unit", line.unit);
    json.field("cost", line.cost).field("because", line.because).end_object();
  }
  json.end_array();
  put_ids(json, "left_over", allocation.left_over);
  put_ids(json, "without_place", allocation.without_place);
  return json.field("cost", allocation.cost).end_object().text();
}

std::string ratings_json(const std::vector<Rating>& ratings) {
  Json json;
  json.begin_array();
  for (const Rating& rating : ratings)
    put_rating(json, rating);
  return json.end_array().text();
}

std::string figures_json(const std::vector<FigureSum>& sums) {
  Json json;
  json.begin_array();
  for (const FigureSum& sum : sums) {
    json.begin_object().field("name", sum.name).text_or_null("measure", sum.measure);
    json.field("unit", sum.unit).field("value", sum.value).field("cases", sum.cases).end_object();
  }
  return json.end_array().text();
}

std::string roll_up_json(const RollUp& whole, const std::string& zone) {
  Json json;
  json.begin_object().key("lines").begin_array();
  for (const RollUp::Line& line : whole.lines) {
    json.begin_object().field("unit", line.unit).field("tier", name(line.tier));
    json.field("ordered", line.ordered).field("acknowledged", line.acknowledged);
    json.field("executed", line.executed).field("reported", line.reported);
    json.field("expected", line.expected).field("counted", line.counted);
    put_time(json, "last", line.last, zone);
    json.end_object();
  }
  return json.end_array().end_object().text();
}

}  // namespace gridcase::cli
