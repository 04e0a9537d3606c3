#include <gridcase/csv.hpp>

#include <fmt/format.h>

#include <array>
#include <functional>

namespace gridcase {

namespace {

struct Column {
  const char* name;
  std::function<std::string(const CaseSummary&, const Directory&)> text;
};

std::string time_text(std::optional<Instant> instant, const Directory& directory) {
  return instant ? format_instant(*instant, directory.organization().time_zone) : std::string();
}

std::string truth(bool yes) { return yes ? "true" : "false"; }

std::string unit_name(const std::string& code, const Directory& directory) {
  const Unit* unit = directory.unit(code);
  return unit == nullptr ? std::string() : unit->name;
}

std::string category_name(const std::string& code, const Directory& directory) {
  const Category* category = directory.category(code);
  return category == nullptr ? std::string() : category->name;
}

template <typename Member> Column text_column(const char* name, Member member) {
  return {name, [member](const CaseSummary& c, const Directory&) { return c.*member; }};
}

template <typename Member> Column word_column(const char* column, Member member) {
  return {column, [member](const CaseSummary& c, const Directory&) {
            return std::string(name(c.*member));
          }};
}

template <typename Member> Column number_column(const char* name, Member member) {
  return {name,
          [member](const CaseSummary& c, const Directory&) { return std::to_string(c.*member); }};
}

template <typename Member> Column time_column(const char* name, Member member) {
  return {name,
          [member](const CaseSummary& c, const Directory& d) { return time_text(c.*member, d); }};
}

template <typename Member> Column truth_column(const char* name, Member member) {
  return {name, [member](const CaseSummary& c, const Directory&) { return truth(c.*member); }};
}

template <typename Member> Column unit_name_column(const char* name, Member member) {
  return {name,
          [member](const CaseSummary& c, const Directory& d) { return unit_name(c.*member, d); }};
}

std::string coordinate(std::optional<Point> point, double Point::*member) {
  return point ? fmt::format("{}", (*point).*member) : std::string();
}

// Add at the end only.
const std::vector<Column>& columns() {
  using C = CaseSummary;
  static const std::vector<Column> all{
      {"id", [](const C& c, const Directory&) { return std::to_string(to_number(c.id)); }},
      text_column("number", &C::number),
      number_column("version", &C::version),
      word_column("nature", &C::nature),
      text_column("title", &C::title),
      text_column("category", &C::category),
      {"category_name",
       [](const C& c, const Directory& d) { return category_name(c.category, d); }},
      text_column("grade", &C::grade),
      word_column("request", &C::request),
      text_column("channel", &C::channel),
      truth_column("drill", &C::drill),
      {"state", [](const C& c, const Directory&) { return std::string(name(c.position.state)); }},
      {"stage",
       [](const C& c, const Directory&) { return std::string(name(stage_of(c.position.state))); }},
      text_column("holder", &C::holder),
      unit_name_column("holder_name", &C::holder),
      text_column("lead", &C::lead),
      unit_name_column("lead_name", &C::lead),
      text_column("township", &C::township),
      text_column("village", &C::village),
      text_column("grid", &C::grid),
      {"longitude",
       [](const C& c, const Directory&) { return coordinate(c.point, &Point::longitude); }},
      {"latitude",
       [](const C& c, const Directory&) { return coordinate(c.point, &Point::latitude); }},
      time_column("occurred", &C::occurred),
      time_column("reported", &C::reported),
      time_column("accepted", &C::accepted),
      time_column("filed", &C::filed),
      time_column("dispatched", &C::dispatched),
      time_column("handled", &C::handled),
      time_column("confirmed", &C::confirmed),
      time_column("ended", &C::ended),
      time_column("deadline", &C::deadline),
      {"solved_on",
       [](const C& c, const Directory&) {
         return c.solved_on ? std::string(name(*c.solved_on)) : std::string();
       }},
      word_column("mode", &C::mode),
      number_column("returns", &C::returns),
      number_column("suspensions", &C::suspensions),
      number_column("urges", &C::urges),
      number_column("supervision", &C::supervision),
      truth_column("replied", &C::replied),
      number_column("satisfaction", &C::satisfaction),
      text_column("solved", &C::solved),
      text_column("type", &C::type),
      text_column("number_dialled", &C::number_dialled),
  };
  return all;
}

std::vector<std::string> fields_of(const CaseSummary& summary, const Directory& directory) {
  std::vector<std::string> fields;
  fields.reserve(columns().size());
  for (const Column& column : columns())
    fields.push_back(column.text(summary, directory));
  return fields;
}

}  // namespace

const std::vector<std::string>& case_csv_columns() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const Column& column : columns())
      list.emplace_back(column.name);
    return list;
  }();
  return names;
}

std::int64_t write_cases_csv(std::ostream& out, const Engine& engine, const CaseQuery& query,
                             const Actor& actor, const CsvOutput& output) {
  const Directory directory = engine.directory();
  CsvWriter writer(out, output);
  CaseQuery page_query = query;
  page_query.limit = 1000;
  CasePage page = engine.find(page_query, actor);
  writer.write(case_csv_columns());
  std::int64_t count = 0;
  for (;;) {
    for (const CaseSummary& summary : page.cases) {
      writer.write(fields_of(summary, directory));
      ++count;
    }
    if (!page.next) return count;
    page_query.after = *page.next;
    page = engine.find(page_query, actor);
  }
}

}  // namespace gridcase
