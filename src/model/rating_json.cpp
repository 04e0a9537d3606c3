// The JSON forms of star schemes and of what happened under them.
#include "model/rating_json.hpp"

#include "base/words.hpp"
#include "model/date_json.hpp"

namespace gridcase {

namespace {

using base::JsonWriter;
using base::ObjectReader;

constexpr std::array<base::Word<BelowBar>, 3> below_words{
    {{BelowBar::keep, "keep"}, {BelowBar::step_down, "step_down"}, {BelowBar::remove, "remove"}}};
constexpr std::array<base::Word<StarChange::Why>, 5> why_words{
    {{StarChange::Why::risen, "risen"},
     {StarChange::Why::at_highest, "at_highest"},
     {StarChange::Why::below_bar, "below_bar"},
     {StarChange::Why::waiting, "waiting"},
     {StarChange::Why::vetoed, "vetoed"}}};
constexpr std::array<base::Word<RatingEvent::Kind>, 2> kind_words{
    {{RatingEvent::Kind::assessment, "assessment"}, {RatingEvent::Kind::veto, "veto"}}};

template <typename Named> void read_named(ObjectReader& in, Named& out) {
  in.require("code");
  in.read("code", out.code);
  in.read("english", out.english);
  in.read("chinese", out.chinese);
}

void read_assessment(ObjectReader& in, RatingEvent& event) {
  in.require("cycle");
  in.read("cycle", event.cycle);
  in.require("marks");
  in.each_object("marks", [&](ObjectReader& item) {
    RatingMark& mark = event.marks.emplace_back();
    item.require("aspect");
    item.read("aspect", mark.aspect);
    item.require("points");
    item.read("points", mark.points);
  });
}

void read_event(ObjectReader& in, RatingEvent& event) {
  in.require("kind");
  in.read_word(
      "kind", event.kind, [](std::string_view word) { return base::value_in(kind_words, word); },
      "assessment, veto");
  in.require("unit");
  in.read("unit", event.unit);
  model::read_required_date(in, "day", event.day);
  if (event.kind == RatingEvent::Kind::veto) {
    in.require("veto");
    in.read("veto", event.veto);
    in.require("reason");
  } else {
    read_assessment(in, event);
  }
  in.read("reason", event.reason);
  in.read("basis", event.basis);
}

template <typename Named> void write_named(JsonWriter& out, const Named& named) {
  out.begin_object().field("code", named.code);
  out.field_if("english", named.english).field_if("chinese", named.chinese);
}

void write_event(JsonWriter& out, const RatingEvent& event) {
  out.begin_object().field("kind", base::name_in(kind_words, event.kind));
  out.field("unit", event.unit).field("day", format_date(event.day));
  if (event.kind == RatingEvent::Kind::veto) {
    out.field("veto", event.veto).field("reason", event.reason);
  } else {
    out.field("cycle", event.cycle).key("marks").begin_array();
    for (const RatingMark& mark : event.marks)
      out.begin_object().field("aspect", mark.aspect).field("points", mark.points).end_object();
    out.end_array().field_if("reason", event.reason);
  }
  out.field_if("basis", event.basis).end_object();
}

}  // namespace

void model::read_scheme(ObjectReader& in, RatingScheme& scheme) {
  read_named(in, scheme);
  model::read_required_date(in, "first_day", scheme.first_day);
  in.read("cycle_months", scheme.cycle_months);
  in.require("aspects");
  in.each_object("aspects", [&](ObjectReader& item) {
    RatingAspect& aspect = scheme.aspects.emplace_back();
    read_named(item, aspect);
    item.require("points");
    item.read("points", aspect.points);
    item.read("syn", aspect.syn);
  });
  in.require("bar");
  in.read("bar", scheme.bar);
  in.read("step", scheme.step);
  in.read("highest", scheme.highest);
  in.read("waiting", scheme.waiting);
  in.read_word("below", scheme.below, below_bar_from_name, "keep, step_down, remove");
  in.each_object("vetoes", [&](ObjectReader& item) {
    RatingVeto& veto = scheme.vetoes.emplace_back();
    read_named(item, veto);
    item.read("syn", veto.syn);
  });
  in.read("syn", scheme.syn);
  in.read("source", scheme.source);
}

void model::write_scheme(JsonWriter& out, const RatingScheme& scheme) {
  write_named(out, scheme);
  out.field("first_day", format_date(scheme.first_day)).field("cycle_months", scheme.cycle_months);
  out.key("aspects").begin_array();
  for (const RatingAspect& aspect : scheme.aspects) {
    write_named(out, aspect);
    out.field("points", aspect.points).field_if("syn", aspect.syn).end_object();
  }
  out.end_array().field("bar", scheme.bar).field("step", scheme.step);
  out.field("highest", scheme.highest).field("waiting", scheme.waiting);
  out.field("below", name(scheme.below)).key("vetoes").begin_array();
  for (const RatingVeto& veto : scheme.vetoes) {
    write_named(out, veto);
    out.field_if("syn", veto.syn).end_object();
  }
  out.end_array().field_if("syn", scheme.syn).field_if("source", scheme.source).end_object();
}

std::string_view name(BelowBar what) noexcept { return base::name_in(below_words, what); }
std::optional<BelowBar> below_bar_from_name(std::string_view name) noexcept {
  return base::value_in(below_words, name);
}
std::string_view name(StarChange::Why why) noexcept { return base::name_in(why_words, why); }

RatingScheme read_rating_scheme(std::string_view json) {
  RatingScheme scheme;
  base::read_document(json, "rating scheme",
                      [&](ObjectReader& in) { model::read_scheme(in, scheme); });
  return scheme;
}

std::string write_rating_scheme(const RatingScheme& scheme) {
  JsonWriter out(2);
  model::write_scheme(out, scheme);
  return out.take() + "\n";
}

std::vector<RatingEvent> read_rating_events(std::string_view json) {
  std::vector<RatingEvent> events;
  base::read_document(json, "rating events", [&](ObjectReader& in) {
    in.require("events");
    in.each_object("events", [&](ObjectReader& item) { read_event(item, events.emplace_back()); });
  });
  return events;
}

std::string write_rating_events(const std::vector<RatingEvent>& events) {
  std::string text = "{\"events\": [";  // a line each: there may be hundreds
  for (std::size_t i = 0; i < events.size(); ++i) {
    JsonWriter line;
    write_event(line, events[i]);
    text += (i == 0 ? "\n  " : ",\n  ") + line.take();
  }
  return text + (events.empty() ? "]}\n" : "\n]}\n");
}

}  // namespace gridcase
