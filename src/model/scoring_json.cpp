// The JSON form of rules over scores, and of what assessors gave.
#include "model/scoring_json.hpp"

#include "model/date_json.hpp"

#include <gridcase/scoring.hpp>

#include <array>
#include <utility>

namespace gridcase {

namespace {

using base::JsonWriter;
using base::ObjectReader;

constexpr std::array<std::pair<ScoreBand::Bound, const char*>, 4> bounds{
    {{ScoreBand::Bound::at_least, "at_least"},
     {ScoreBand::Bound::above, "above"},
     {ScoreBand::Bound::at_most, "at_most"},
     {ScoreBand::Bound::below, "below"}}};

// --- reading ------------------------------------------------------------------------------------

template <typename Named> void read_names(ObjectReader& in, Named& out) {
  in.read("english", out.english);
  in.read("chinese", out.chinese);
}

void read_band(ObjectReader& in, ScoreBand& band) {
  int given = 0;
  for (const auto& [bound, key] : bounds) {
    std::optional<Decimal> figure;
    in.read(key, figure);
    if (!figure) continue;
    band.bound = bound;
    band.figure = *figure;
    ++given;
  }
  if (given > 1) {
    in.fault("", "score.band_bounds", "a band has one bound",
             "keep one of at_least, above, at_most, below");
  }
  in.require("marks");
  in.read("marks", band.marks);
  in.read("syn", band.syn);
}

void read_bands(ObjectReader& in, BandScale& scale) {
  in.require("bands");
  in.each_object("bands", [&](ObjectReader& item) { read_band(item, scale.bands.emplace_back()); });
}

void read_scale(ObjectReader& in, ScoreScale& scale) {
  enum class Kind : std::uint8_t { none, linear, bands };
  Kind kind = Kind::none;
  in.require("kind");
  in.read_word(
      "kind", kind,
      [](std::string_view word) -> std::optional<Kind> {
        if (word == "linear") return Kind::linear;
        if (word == "bands") return Kind::bands;
        return std::nullopt;
      },
      "linear, bands");
  in.require("measure");
  in.read("measure", scale.measure);
  in.read("channel", scale.channel);
  in.read("syn", scale.syn);
  if (kind == Kind::bands) return read_bands(in, scale.what.emplace<BandScale>());
  auto& line = scale.what.emplace<LinearScale>();
  in.read("zero_at", line.zero_at);
  in.read("full_at", line.full_at);
}

void read_channel(ObjectReader& in, ScoreChange::Channel& channel) {
  in.require("channel");
  in.read("channel", channel.channel);
  in.read("factor", channel.factor);
}

void read_change(ObjectReader& in, ScoreChange& change) {
  in.read("code", change.code);
  read_names(in, change);
  in.require("measure");
  in.read("measure", change.measure);
  in.read("below", change.below);
  in.read("above", change.above);
  in.read("every", change.every);
  in.read_word("part", change.part, step_part_from_name, "exact, begun, whole");
  in.require("points");
  in.read("points", change.points);
  in.read("most", change.most);
  in.each_object("channels",
                 [&](ObjectReader& item) { read_channel(item, change.channels.emplace_back()); });
  in.read("syn", change.syn);
}

void read_veto(ObjectReader& in, ScoreVeto& veto) {
  in.read("code", veto.code);
  read_names(in, veto);
  in.require("measure");
  in.read("measure", veto.measure);
  in.read("above", veto.above);
  in.read("ceiling", veto.ceiling);
  in.read("syn", veto.syn);
}

void read_node(ObjectReader& in, ScoreNode& node) {
  in.require("code");
  in.read("code", node.code);
  read_names(in, node);
  in.require("points");
  in.read("points", node.points);
  in.read("out_of", node.out_of);
  in.read("extra", node.extra);
  in.read_word("not_applicable", node.not_applicable, not_applicable_from_name,
               "spread, full, zero");
  in.read("floor", node.floor);
  in.read("most", node.most);
  in.with_object("scale", [&](ObjectReader& item) { read_scale(item, node.scale.emplace()); });
  in.with_object("manual", [&](ObjectReader& item) {
    item.require("assessors");
    item.read("assessors", node.manual.emplace().assessors);
  });
  in.each_object("changes",
                 [&](ObjectReader& item) { read_change(item, node.changes.emplace_back()); });
  in.each_object("vetoes",
                 [&](ObjectReader& item) { read_veto(item, node.vetoes.emplace_back()); });
  in.read("syn", node.syn);
  in.read("source", node.source);
  in.each_object("parts", [&](ObjectReader& item) { read_node(item, node.parts.emplace_back()); });
}

template <typename Value, typename FromName>
void read_words(ObjectReader& in, const char* key, std::vector<Value>& out, FromName from_name) {
  std::vector<std::string> words;
  in.read(key, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto value = from_name(words[i])) {
      out.push_back(*value);
    } else {
      in.fault(key + ("[" + std::to_string(i) + "]"), "json.unknown_word",
               "\"" + words[i] + "\" is not known here", "use a word of organizations");
    }
  }
}

void read_who(ObjectReader& in, ScoredOnes& who) {
  read_words(in, "kinds", who.kinds, unit_kind_from_name);
  read_words(in, "tiers", who.tiers, tier_from_name);
  in.read("units", who.units);
  in.read("posts", who.posts);
  in.read("persons", who.persons);
}

void read_grade(ObjectReader& in, ScoreGrade& grade) {
  in.require("grade");
  in.read("grade", grade.grade);
  in.require("at_least");
  in.read("at_least", grade.at_least);
  in.read("syn", grade.syn);
}

void read_mark(ObjectReader& in, ScoreMark& mark) {
  for (const auto& [key, out] :
       {std::pair{"subject", &mark.subject}, {"node", &mark.node}, {"by", &mark.by}}) {
    in.require(key);
    in.read(key, *out);
  }
  in.require("marks");
  in.read("marks", mark.marks);
  in.require("reason");
  in.read("reason", mark.reason);
  in.read("basis", mark.basis);
}

// --- writing ------------------------------------------------------------------------------------

void write_optional(JsonWriter& out, const char* key, const std::optional<Decimal>& number) {
  if (number) out.field(key, *number);
}

void write_default(JsonWriter& out, const char* key, Decimal number, Decimal usual) {
  if (number != usual) out.field(key, number);
}

template <typename Named> void write_names(JsonWriter& out, const Named& named) {
  out.field_if("english", named.english).field_if("chinese", named.chinese);
}

void write_what(JsonWriter& out, const LinearScale& line) {
  write_default(out, "zero_at", line.zero_at, LinearScale{}.zero_at);
  write_default(out, "full_at", line.full_at, LinearScale{}.full_at);
}

void write_what(JsonWriter& out, const BandScale& scale) {
  out.key("bands").begin_array();
  for (const ScoreBand& band : scale.bands) {
    JsonWriter line;  // one a line
    line.begin_object();
    for (const auto& [bound, key] : bounds) {
      if (band.bound == bound) line.field(key, band.figure);
    }
    line.field("marks", band.marks).field_if("syn", band.syn).end_object();
    out.raw(line.text());
  }
  out.end_array();
}

void write_scale(JsonWriter& out, const ScoreScale& scale) {
  out.key("scale").begin_object();
  out.field("kind", std::holds_alternative<LinearScale>(scale.what) ? "linear" : "bands");
  out.field("measure", scale.measure).field_if("channel", scale.channel);
  std::visit([&](const auto& what) { write_what(out, what); }, scale.what);
  out.field_if("syn", scale.syn).end_object();
}

void write_change(JsonWriter& out, const ScoreChange& change) {
  out.begin_object().field_if("code", change.code);
  write_names(out, change);
  out.field("measure", change.measure);
  write_optional(out, "below", change.below);
  write_optional(out, "above", change.above);
  write_default(out, "every", change.every, ScoreChange{}.every);
  if (change.part != StepPart::exact) out.field("part", name(change.part));
  out.field("points", change.points);
  write_optional(out, "most", change.most);
  if (!change.channels.empty()) {
    out.key("channels").begin_array();
    for (const ScoreChange::Channel& channel : change.channels)
      out.begin_object()
          .field("channel", channel.channel)
          .field("factor", channel.factor)
          .end_object();
    out.end_array();
  }
  out.field_if("syn", change.syn).end_object();
}

void write_veto(JsonWriter& out, const ScoreVeto& veto) {
  out.begin_object().field_if("code", veto.code);
  write_names(out, veto);
  out.field("measure", veto.measure);
  write_default(out, "above", veto.above, ScoreVeto{}.above);
  write_default(out, "ceiling", veto.ceiling, ScoreVeto{}.ceiling);
  out.field_if("syn", veto.syn).end_object();
}

template <typename Item, typename Write>
void write_list(JsonWriter& out, const char* key, const std::vector<Item>& items, Write write) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const Item& item : items)
    write(out, item);
  out.end_array();
}

void write_node(JsonWriter& out, const ScoreNode& node) {
  out.begin_object().field("code", node.code);
  write_names(out, node);
  out.field("points", node.points);
  write_optional(out, "out_of", node.out_of);
  out.field_if("extra", node.extra);
  if (node.not_applicable != NotApplicable::spread)
    out.field("not_applicable", name(node.not_applicable));
  write_default(out, "floor", node.floor, ScoreNode{}.floor);
  write_optional(out, "most", node.most);
  if (node.scale) write_scale(out, *node.scale);
  if (node.manual) {
    out.key("manual").begin_object().field("assessors", node.manual->assessors).end_object();
  }
  write_list(out, "changes", node.changes, write_change);
  write_list(out, "vetoes", node.vetoes, write_veto);
  out.field_if("syn", node.syn).field_if("source", node.source);
  write_list(out, "parts", node.parts, write_node);
  out.end_object();
}

template <typename Value>
void write_words(JsonWriter& out, const char* key, const std::vector<Value>& values) {
  std::vector<std::string> words;
  for (const Value value : values)
    words.emplace_back(name(value));
  out.field_if(key, words);
}

void write_who(JsonWriter& out, const ScoredOnes& who) {
  out.key("who").begin_object();
  write_words(out, "kinds", who.kinds);
  write_words(out, "tiers", who.tiers);
  out.field_if("units", who.units).field_if("posts", who.posts).field_if("persons", who.persons);
  out.end_object();
}

}  // namespace

void model::read_rules(ObjectReader& in, ScoreRules& rules) {
  in.require("code");
  in.read("code", rules.code);
  read_names(in, rules);
  model::read_required_date(in, "valid_from", rules.valid_from);
  in.require("who");
  in.with_object("who", [&](ObjectReader& item) { read_who(item, rules.who); });
  in.read("syn", rules.syn);
  in.read("source", rules.source);
  in.each_object("grades",
                 [&](ObjectReader& item) { read_grade(item, rules.grades.emplace_back()); });
  in.require("sheet");
  in.with_object("sheet", [&](ObjectReader& item) { read_node(item, rules.sheet); });
}

void model::write_rules(JsonWriter& out, const ScoreRules& rules) {
  out.begin_object().field("code", rules.code);
  write_names(out, rules);
  out.field("valid_from", format_date(rules.valid_from));
  write_who(out, rules.who);
  out.field_if("syn", rules.syn).field_if("source", rules.source);
  write_list(out, "grades", rules.grades, [](JsonWriter& list, const ScoreGrade& grade) {
    list.begin_object().field("grade", grade.grade).field("at_least", grade.at_least);
    list.field_if("syn", grade.syn).end_object();
  });
  out.key("sheet");
  write_node(out, rules.sheet);
  out.end_object();
}

void model::read_marks(ObjectReader& in, std::vector<ScoreMark>& marks) {
  in.require("marks");
  in.each_object("marks", [&](ObjectReader& item) { read_mark(item, marks.emplace_back()); });
}

void model::write_marks(JsonWriter& out, const std::vector<ScoreMark>& marks) {
  out.key("marks").begin_array();
  for (const ScoreMark& mark : marks) {
    out.begin_object().field("subject", mark.subject).field("node", mark.node);
    out.field("marks", mark.marks).field("by", mark.by).field("reason", mark.reason);
    out.field_if("basis", mark.basis).end_object();
  }
  out.end_array();
}

ScoreRules read_score_rules(std::string_view json) {
  ScoreRules rules;
  base::read_document(json, "score rules", [&](ObjectReader& in) { model::read_rules(in, rules); });
  return rules;
}

std::string write_score_rules(const ScoreRules& rules) {
  JsonWriter out(2);
  model::write_rules(out, rules);
  return out.take() + "\n";
}

std::vector<ScoreMark> read_score_marks(std::string_view json) {
  std::vector<ScoreMark> marks;
  base::read_document(json, "score marks", [&](ObjectReader& in) { model::read_marks(in, marks); });
  return marks;
}

std::string write_score_marks(const std::vector<ScoreMark>& marks) {
  JsonWriter out(2);
  out.begin_object();
  model::write_marks(out, marks);
  out.end_object();
  return out.take() + "\n";
}

}  // namespace gridcase
