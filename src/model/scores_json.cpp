// Scores as one text that is the same for the same scores.
#include "model/scores_json.hpp"

#include "base/fraction.hpp"
#include "base/hash.hpp"
#include "model/date_json.hpp"

namespace gridcase {

namespace {

using base::JsonWriter;
using base::ObjectReader;

// Points as a text with two decimals: what people see, and no reader of JSON may change it.
void write_points(JsonWriter& out, const char* key, std::int64_t hundredths) {
  out.field(key, base::Fraction(hundredths, 100).two_decimals());
}

void write_figure(JsonWriter& out, const ScoredFigure& figure) {
  out.begin_object().field("measure", figure.measure).field_if("channel", figure.channel);
  out.field("numerator", figure.ratio.numerator).field("denominator", figure.ratio.denominator);
  out.field("value", figure.value).end_object();
}

void write_node(JsonWriter& out, const ScoredNode& node) {
  out.begin_object().field("code", node.code);
  out.field_if("english", node.english).field_if("chinese", node.chinese);
  if (node.applicable) {
    write_points(out, "marks", node.marks);
    write_points(out, "out_of", node.out_of);
    write_points(out, "points", node.points);
    out.field_if("exact", node.exact);
    write_points(out, "of", node.of);
  } else {
    out.field("points", "n/a");
  }
  out.field_if("extra", node.extra).field_if("vetoed", node.vetoed);
  out.key("figures").begin_array();
  for (const ScoredFigure& figure : node.figures)
    write_figure(out, figure);
  out.end_array().key("why").begin_array();
  for (const ScoreReason& reason : node.why)
    out.begin_object()
        .field("english", reason.english)
        .field("chinese", reason.chinese)
        .end_object();
  out.end_array().key("parts").begin_array();
  for (const ScoredNode& part : node.parts)
    write_node(out, part);
  out.end_array().end_object();
}

void write_score(JsonWriter& out, const Score& score) {
  out.begin_object().field("subject", score.subject.code).field_if("name", score.subject.name);
  if (score.total) {
    write_points(out, "total", *score.total);
  } else {
    out.field("total", "n/a");
  }
  out.field_if("grade", score.grade);
  out.key("rank");
  score.rank ? out.value(*score.rank) : out.null();
  out.key("sheet");
  write_node(out, score.sheet);
  out.end_object();
}

// ---- reading

void read_points(ObjectReader& in, const char* key, std::int64_t& hundredths) {
  Decimal points;
  in.read(key, points);
  hundredths = points.millionths / 10'000;
}

// Whether there is a number, not "n/a".
bool is_number(ObjectReader& in, const char* key) {
  std::string text;
  in.read(key, text);
  return text != "n/a";
}

void read_ratio(ObjectReader& in, ScoredFigure& figure) {
  in.require("measure");
  in.read("measure", figure.measure);
  in.read("channel", figure.channel);
  in.read("numerator", figure.ratio.numerator);
  in.read("denominator", figure.ratio.denominator);
  in.read("value", figure.value);
}

void read_node(ObjectReader& in, ScoredNode& node) {
  in.require("code");
  in.read("code", node.code);
  in.read("english", node.english);
  in.read("chinese", node.chinese);
  node.applicable = is_number(in, "points");
  if (node.applicable) {
    read_points(in, "marks", node.marks);
    read_points(in, "out_of", node.out_of);
    read_points(in, "points", node.points);
    in.read("exact", node.exact);
    read_points(in, "of", node.of);
  }
  in.read("extra", node.extra);
  in.read("vetoed", node.vetoed);
  in.each_object("figures",
                 [&](ObjectReader& item) { read_ratio(item, node.figures.emplace_back()); });
  in.each_object("why", [&](ObjectReader& item) {
    ScoreReason& reason = node.why.emplace_back();
    item.read("english", reason.english);
    item.read("chinese", reason.chinese);
  });
  in.each_object("parts", [&](ObjectReader& item) { read_node(item, node.parts.emplace_back()); });
}

void read_score(ObjectReader& in, Score& score) {
  in.require("subject");
  in.read("subject", score.subject.code);
  in.read("name", score.subject.name);
  if (is_number(in, "total")) read_points(in, "total", score.total.emplace());
  in.read("grade", score.grade);
  std::optional<std::int64_t> rank;
  in.read("rank", rank);
  if (rank) score.rank = static_cast<std::int32_t>(*rank);
  in.require("sheet");
  in.with_object("sheet", [&](ObjectReader& item) { read_node(item, score.sheet); });
}

}  // namespace

void model::read_scores(ObjectReader& in, Scores& scores) {
  in.require("rules");
  in.read("rules", scores.rules);
  in.read("english", scores.english);
  in.read("chinese", scores.chinese);
  read_required_date(in, "valid_from", scores.valid_from);
  in.read("rules_sha256", scores.rules_sha256);
  in.read("period", scores.period);
  in.require("scores");
  in.each_object("scores",
                 [&](ObjectReader& item) { read_score(item, scores.scores.emplace_back()); });
}

std::string write_scores(const Scores& scores) {
  JsonWriter out;
  out.begin_object().field("rules", scores.rules);
  out.field_if("english", scores.english).field_if("chinese", scores.chinese);
  out.field("valid_from", format_date(scores.valid_from));
  out.field("rules_sha256", scores.rules_sha256).field_if("period", scores.period);
  out.key("scores").begin_array();
  for (const Score& score : scores.scores)
    write_score(out, score);
  out.end_array().end_object();
  return out.take();
}

std::string digest_of(const Scores& scores) { return base::sha256_hex(write_scores(scores)); }

}  // namespace gridcase
