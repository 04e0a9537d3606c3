// Calls that reckon scores and stars from what they are given, without a store.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request_queries.hpp"
#include "model/scoring_json.hpp"

#include <gridcase/scoring.hpp>

#include <map>

namespace gridcase::c_api {
namespace {

std::vector<ScoreSubject> read_subjects(Request& in) {
  std::vector<ScoreSubject> subjects;
  in.in().require("subjects");
  in.each("subjects", [&](Request& one) {
    subjects.push_back({one.required_text("code"), one.text("name")});
  });
  return subjects;
}

using GivenFigures = std::map<FigureKey, Ratio>;

GivenFigures read_figures(Request& in) {
  GivenFigures figures;
  in.each("figures", [&](Request& one) {
    const FigureKey key{one.required_text("measure"), one.required_text("subject"),
                        one.text("channel")};
    std::int64_t denominator = 1;
    one.in().read("denominator", denominator);
    figures[key] = {one.required_number("numerator"), denominator};
  });
  return figures;
}

// A figure that is not given is no figure of 0.
Figures lookup_in(const GivenFigures& figures) {
  return [&figures](const FigureKey& key) {
    const auto found = figures.find(key);
    if (found == figures.end()) {
      throw Error(ErrorCode::invalid_argument,
                  "the rules ask for " + key.measure + " of " + key.subject +
                      (key.channel.empty() ? "" : " by channel " + key.channel) +
                      "; add it to the figures, with denominator 0 if there is none",
                  "figures");
    }
    return found->second;
  };
}

Work score(Request& in) {
  std::vector<ScoreMark> marks;
  if (in.has("marks")) model::read_marks(in.in(), marks);
  return [marks, rules = in.document<ScoreRules>("rules", read_score_rules),
          subjects = read_subjects(in), figures = read_figures(in)](Context&, JsonWriter& out) {
    out.raw(write_scores(gridcase::score(rules, subjects, lookup_in(figures), marks)));
  };
}

struct Stars {
  RatingScheme scheme;
  std::vector<RatingEvent> events;
};

Stars read_stars(Request& in) {
  Stars stars;
  stars.scheme = in.document<RatingScheme>("scheme", read_rating_scheme);
  stars.events = read_events(in);
  return stars;
}

void put_change(JsonWriter& out, const RatingScheme& scheme, const StarChange& change) {
  out.begin_object().field("day", format_date(change.day)).field("cycle", change.cycle);
  out.field("before", change.before).field("after", change.after).field("why", name(change.why));
  out.key("points");
  change.points ? out.value(*change.points) : out.null();
  out.field("counts_from", change.counts_from);
  put_text(out, "veto", change.veto);
  put_text(out, "reason", change.reason);
  put_text(out, "basis", change.basis);
  out.key("words").begin_object();
  out.field("english", in_words(scheme, change, Language::english));
  out.field("chinese", in_words(scheme, change, Language::chinese)).end_object().end_object();
}

Work star_history(Request& in) {
  return [stars = read_stars(in), unit = in.required_text("unit")](Context&, JsonWriter& out) {
    put_list(out, gridcase::star_history(stars.scheme, stars.events, unit),
             [&](const StarChange& change) { put_change(out, stars.scheme, change); });
  };
}

Work stars_on(Request& in) {
  return [stars = read_stars(in), unit = in.required_text("unit"),
          day = in.date("day")](Context&, JsonWriter& out) {
    out.begin_object().field("unit", unit);
    out.field("stars", gridcase::stars_on(stars.scheme, stars.events, unit, day)).end_object();
  };
}

Work standings_of(Request& in) {
  in.in().require("cycle");
  return [stars = read_stars(in), cycle = in.number("cycle", 0)](Context&, JsonWriter& out) {
    put_list(out, gridcase::standings_of(stars.scheme, stars.events, cycle),
             [&](const RatingStanding& one) {
               out.begin_object().field("unit", one.unit).field("points", one.points);
               out.field("above_bar", one.above_bar).field("rank", one.rank).key("change");
               put_change(out, stars.scheme, one.change);
               out.end_object();
             });
  };
}

}  // namespace

Calls score_calls() {
  return {{"score", Needs::nothing, score},
          {"star_history", Needs::nothing, star_history},
          {"stars_on", Needs::nothing, stars_on},
          {"standings_of", Needs::nothing, standings_of}};
}

}  // namespace gridcase::c_api
