// Assessments as one text that is the same for the same assessment, and what of it is read back.
#include "model/assessment_json.hpp"

#include "model/date_json.hpp"
#include "model/instant_json.hpp"
#include "model/scores_json.hpp"
#include "model/scoring_json.hpp"

#include <charconv>

namespace gridcase {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void write_fact(JsonWriter& out, const Fact& fact) {
  out.begin_object().field("case_id", std::to_string(to_number(fact.case_id)));
  out.field("kind", name(fact.kind));
  if (fact.moment) out.field("moment", name(*fact.moment));
  out.field("number", fact.number);
  model::write_instant(out, "at", fact.at);
  out.key("marks").begin_array();
  for (int mark = 0; mark <= static_cast<int>(Mark::closed); ++mark) {
    if (fact.marks.has(Mark(mark))) out.value(name(Mark(mark)));
  }
  out.end_array().field_if("amount", fact.amount);
  out.field_if("unit", fact.unit).field_if("person", fact.person).field_if("grid", fact.grid);
  out.field_if("category", fact.category).field_if("channel", fact.channel).end_object();
}

void read_id(ObjectReader& in, CaseId& id) {
  std::string digits;
  in.read("case_id", digits);
  std::int64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc() || stop != end || number <= 0) {
    in.fault("case_id", "assessment.case_id", "\"" + digits + "\" is no case id",
             "write its digits in quotes");
  }
  id = CaseId{number};
}

void read_marks(ObjectReader& in, Marks& marks) {
  std::vector<std::string> words;
  in.read("marks", words);
  for (const std::string& word : words) {
    const auto mark = mark_from_name(word);
    if (mark) {
      marks.add(*mark);
    } else {
      in.fault("marks", "json.unknown_word", "\"" + word + "\" is no mark of a fact",
               "use the words of measure.hpp");
    }
  }
}

void read_at(ObjectReader& in, std::string_view key, Instant& out) {
  std::optional<Instant> at;
  in.require(key);
  model::read_instant(in, key, at);
  if (at) out = *at;
}

void read_fact(ObjectReader& in, Fact& fact) {
  in.require("case_id");
  read_id(in, fact.case_id);
  in.require("kind");
  in.read_word("kind", fact.kind, fact_kind_from_name, "the kinds of measure.hpp");
  if (in.has("moment")) {
    in.read_word("moment", fact.moment.emplace(), moment_from_name, "the moments of clock.hpp");
  }
  in.read("number", fact.number);
  read_at(in, "at", fact.at);
  read_marks(in, fact.marks);
  in.read("amount", fact.amount);
  in.read("unit", fact.unit);
  in.read("person", fact.person);
  in.read("grid", fact.grid);
  in.read("category", fact.category);
  in.read("channel", fact.channel);
}

}  // namespace

void model::read_assessment(ObjectReader& in, Assessment& assessment) {
  in.require("from");
  read_required_date(in, "from", assessment.period.from);
  in.require("until");
  read_required_date(in, "until", assessment.period.until);
  in.read("policy_version", assessment.policy_version);
  in.read("sequence", assessment.sequence);
  read_at(in, "counted_until", assessment.until);
  model::read_marks(in, assessment.marks);
  in.each_object("exemptions", [&](ObjectReader& item) {
    read_fact(item, assessment.exemptions.emplace_back());
  });
  in.require("scores");
  in.with_object("scores", [&](ObjectReader& item) { read_scores(item, assessment.scores); });
}

std::string write_assessment(const Assessment& assessment) {
  JsonWriter out;
  out.begin_object().field("from", format_date(assessment.period.from));
  out.field("until", format_date(assessment.period.until));
  out.field("policy_version", assessment.policy_version).field("sequence", assessment.sequence);
  model::write_instant(out, "counted_until", assessment.until);
  model::write_marks(out, assessment.marks);
  out.key("exemptions").begin_array();
  for (const Fact& fact : assessment.exemptions)
    write_fact(out, fact);
  out.end_array().key("scores").raw(write_scores(assessment.scores));
  return out.end_object().take();
}

}  // namespace gridcase
