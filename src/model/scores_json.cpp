// Scores as one text that is the same for the same scores.
#include "base/fraction.hpp"
#include "base/hash.hpp"
#include "base/json_writer.hpp"

#include <gridcase/scoring.hpp>

namespace gridcase {

namespace {

using base::JsonWriter;

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

}  // namespace

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

std::string digest_of(const Scores& scores) {
  const base::Digest digest = base::Hasher(base::DigestKind::sha256).digest(write_scores(scores));
  return base::to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace gridcase
