#include "fact_text.hpp"

#include "forms.hpp"
#include "json.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

std::string hours_of(const Fact& fact) {
  return two_decimals(hundredths({fact.amount, 3'600'000'000}, false));
}

void put_facts(Json& json, const char* name_of_list, const std::vector<Fact>& facts,
               const std::string& zone) {
  json.key(name_of_list).begin_array();
  for (const Fact& fact : facts) {
    json.begin_object().field("case_id", std::to_string(to_number(fact.case_id)));
    json.field("kind", name(fact.kind));
    json.text_or_null("moment", fact.moment ? name(*fact.moment) : std::string_view());
    json.field("number", fact.number);
    put_time(json, "at", fact.at, zone);
    json.key("marks").begin_array();
    for (int mark = 0; mark <= static_cast<int>(Mark::closed); ++mark) {
      if (fact.marks.has(Mark(mark))) json.value(name(Mark(mark)));
    }
    json.end_array().key("hours").raw(hours_of(fact));
    json.text_or_null("unit", fact.unit).text_or_null("person", fact.person);
    json.text_or_null("grid", fact.grid).text_or_null("category", fact.category);
    json.text_or_null("channel", fact.channel).end_object();
  }
  json.end_array();
}

// Each line is a fact of what is counted of; those that count have a mark.
void print_table(const Output& output, const Names& names, const MeasureDefinition& measure,
                 const MeasureFacts& behind) {
  Table table(
      {{std::string(output.text("column.in_figure"))},
       {std::string(output.text("column.happened"))},
       {std::string(output.text("column.case"))},
       {std::string(output.text("column.unit")), false, 48},
       {std::string(output.text("column.person"))},
       {is_time(measure.form) ? std::string(output.text("column.hours")) : std::string(), true}});
  const bool is_rate = measure.form == MeasureForm::rate;
  for (const Fact& fact : is_rate ? behind.denominator : behind.numerator) {
    const bool counts = !is_rate || std::find(behind.numerator.begin(), behind.numerator.end(),
                                              fact) != behind.numerator.end();
    table.add({counts ? "+" : "-", names.time(fact.at), std::to_string(to_number(fact.case_id)),
               names.unit_with_code(fact.unit), fact.person,
               is_time(measure.form) ? hours_of(fact) : std::string()});
  }
  print(table.text(output.colour));
}

}  // namespace

bool is_time(MeasureForm form) { return form != MeasureForm::count && form != MeasureForm::rate; }

void print_facts(const Output& output, const Names& names, const MeasureDefinition& measure,
                 const MeasureFacts& behind) {
  if (output.json) {
    Json json;
    json.begin_object();
    put_facts(json, "numerator", behind.numerator, names.zone());
    put_facts(json, "denominator", behind.denominator, names.zone());
    print_line(json.end_object().text());
  } else if (behind.numerator.empty() && behind.denominator.empty()) {
    print_line(output.text("measure.no_facts"));
  } else {
    print_table(output, names, measure, behind);
  }
}

}  // namespace gridcase::cli
