#include "replay_totals.hpp"

#include "json.hpp"
#include "replay_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gridcase::cli::replay {

namespace {

using Counts = std::map<std::string, Count>;

std::string_view word_of(Trouble::Kind kind) {
  switch (kind) {
  case Trouble::Kind::row: return "row";
  case Trouble::Kind::action: return "action";
  case Trouble::Kind::note: return "note";
  }
  return "";
}

// What to do goes with the reason; a refusal of the library says it itself.
std::string fix_of(Language language, const Trouble& trouble) {
  const std::string key = "fix." + trouble.reason;
  const std::string_view found = words(language, key);
  return found == key ? std::string() : std::string(found);
}

std::string unit_name(const Directory& directory, const std::string& code) {
  const Unit* unit = directory.unit(code);
  return unit == nullptr ? code : unit->name;
}

void write_counts(Json& json, std::string_view key, const Counts& counts,
                  const Directory& directory) {
  json.key(key).begin_array();
  for (const auto& [code, count] : counts) {
    json.begin_object().text_or_null("key", code);
    json.text_or_null("name", unit_name(directory, code));
    json.field("cases", count.cases).field("closed", count.closed);
    json.field("open", count.open).field("other", count.other).end_object();
  }
  json.end_array();
}

// In the order of `Verdict`, with all the words of the table that occur.
void write_judged(Json& json, const Judged& judged) {
  json.key("clocks").begin_object();
  json.field("agree", judged.agree).field("contradict", judged.contradict);
  json.key("by_verdict").begin_array();
  for (std::size_t i = 0; i < verdict_count; ++i) {
    const Judged::Counts& counts = judged.by_verdict[i];
    json.begin_object().field("key", name(static_cast<Verdict>(i))).field("cases", counts.cases);
    json.key("by_flag").begin_array();
    for (const auto& [flag, count] : counts.by_flag) {
      json.begin_object().text_or_null("key", flag).field("cases", count).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_troubles(Json& json, const Troubles& troubles) {
  json.key("troubles").begin_array();
  for (const auto& [key, count] : troubles.counts()) {
    json.begin_object().field("kind", word_of(key.first)).field("reason", key.second);
    json.field("count", count).end_object();
  }
  json.end_array().key("list").begin_array();
  std::vector<Trouble> list = troubles.list();
  std::stable_sort(list.begin(), list.end(),
                   [](const Trouble& a, const Trouble& b) { return a.line < b.line; });
  for (const Trouble& trouble : list) {
    json.begin_object().field("kind", word_of(trouble.kind)).field("reason", trouble.reason);
    json.field("line", trouble.line).text_or_null("id", trouble.id);
    json.text_or_null("column", trouble.column).text_or_null("message", trouble.message);
    json.text_or_null("fix", fix_of(Language::en, trouble)).end_object();
  }
  json.end_array();
}

// Two decimals, half up, in whole numbers.
std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "-";
  const std::int64_t hundredths = (part * 20000 + whole) / (2 * whole);
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

std::vector<std::string> cells(std::string name, const Count& count) {
  return {std::move(name),
          std::to_string(count.cases),
          std::to_string(count.closed),
          std::to_string(count.open),
          count.other == 0 ? "" : std::to_string(count.other),
          percent(count.closed, count.cases)};
}

class Printer {
public:
  Printer(const Output& output, const Directory& directory)
      : output_(output), directory_(directory) {}

  std::string say(std::string_view key) const { return std::string(words(output_.language, key)); }

  void counts(std::string_view title, const Counts& counts, const Count& total) const {
    Table table({{say(title), false, 48},
                 {say("cases"), true},
                 {say("closed"), true},
                 {say("open"), true},
                 {say("other"), true},
                 {say("rate"), true}});
    for (const auto& [key, count] : sorted(counts))
      table.add(cells(name_of(key), count));
    if (counts.size() > 1) table.add(cells(say("total"), total));
    print(table.text(output_.colour));
    print_line("");
  }

  void places(const Places& places) const {
    Table table({{say("places"), false}, {say("count"), true}});
    table.add({say("in_recorded"), std::to_string(places.in_recorded)});
    table.add({say("in_another"), std::to_string(places.in_another)});
    table.add({say("in_none"), std::to_string(places.in_none)});
    table.add({say("no_point"), std::to_string(places.no_point)});
    table.add({say("no_recorded"), std::to_string(places.no_recorded)});
    print(table.text(output_.colour));
    print_line("");
  }

  // A line for each pair of what the clock says and what the table says.
  void judged(const Judged& judged) const {
    Table table({{say("by_clock"), false}, {say("by_table"), false}, {say("cases"), true}});
    for (std::size_t i = 0; i < verdict_count; ++i) {
      const Judged::Counts& counts = judged.by_verdict[i];
      const std::string verdict = say("verdict." + std::string(name(static_cast<Verdict>(i))));
      if (counts.by_flag.empty()) table.add({verdict, "", std::to_string(counts.cases)});
      for (const auto& [flag, count] : counts.by_flag) {
        table.add({verdict, flag.empty() ? say("none") : flag, std::to_string(count)});
      }
    }
    print(table.text(output_.colour));
    if (judged.agree + judged.contradict > 0) {
      print_line(fmt::format(fmt::runtime(say("compared")), judged.agree + judged.contradict,
                             judged.agree, judged.contradict));
    }
    print_line("");
  }

  void troubles(const Troubles& troubles) const {
    if (troubles.counts().empty()) {
      print_line(say("nothing_refused"));
      return;
    }
    Table table({{say("refused"), false},
                 {say("what"), false},
                 {say("count"), true},
                 {say("lines"), false, 40}});
    for (const auto& [key, count] : troubles.counts()) {
      table.add({reason(key.second), say(word_of(key.first)), std::to_string(count),
                 first_lines(troubles, key)});
    }
    print(table.text(output_.colour));
    details(troubles);
  }

private:
  // By the number of cases, the most first; a map's order where they are the same.
  static std::vector<std::pair<std::string, Count>> sorted(const Counts& counts) {
    std::vector<std::pair<std::string, Count>> list(counts.begin(), counts.end());
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return a.second.cases > b.second.cases; });
    return list;
  }

  // Ours, or the command line's word for a refusal.
  std::string reason(const std::string& code) const {
    const std::string_view ours = words(output_.language, code);
    return ours == code ? output_.word("refusal", code) : std::string(ours);
  }

  std::string name_of(const std::string& key) const {
    if (key.empty()) return say("none");
    const Unit* unit = directory_.unit(key);
    return unit == nullptr ? say(key) : printable(unit->name);
  }

  static std::string first_lines(const Troubles& troubles,
                                 const std::pair<Trouble::Kind, std::string>& key) {
    std::string text;
    int shown = 0;
    for (const Trouble& trouble : troubles.list()) {
      if (trouble.kind != key.first || trouble.reason != key.second) continue;
      if (++shown > 5) return text + " …";
      if (!text.empty()) text += ' ';
      text += std::to_string(trouble.line);
    }
    return text;
  }

  // One of each kind in full: line, column, what is wrong, what to do.
  void details(const Troubles& troubles) const {
    print_line("");
    print_line(say("details"));
    for (const auto& [key, count] : troubles.counts()) {
      const auto first = std::find_if(
          troubles.list().begin(), troubles.list().end(), [&key = key](const Trouble& trouble) {
            return trouble.kind == key.first && trouble.reason == key.second;
          });
      const std::string where = fmt::format(fmt::runtime(say("line_of")), first->line);
      std::string line = "  " + where;
      if (!first->column.empty()) line += ", " + first->column;
      if (output_.language != Language::en) line += ": " + reason(key.second);
      line += ": " + first->message;
      const std::string fix = fix_of(output_.language, *first);
      if (!fix.empty()) line += say("then") + fix;
      print_line(printable(line));
    }
  }

  const Output& output_;
  const Directory& directory_;
};

}  // namespace

void Count::add(const CaseSummary& summary) {
  ++cases;
  if (!is_end(summary.position.state)) {
    ++open;
  } else if (summary.position.state == State::closed) {
    ++closed;
  } else {
    ++other;
  }
}

Totals count_cases(const Engine& engine, const std::string& center, std::int64_t records) {
  Totals totals;
  totals.records = records;
  CaseQuery query;
  query.limit = 1000;
  std::optional<Instant> earliest, latest;
  for (;;) {
    const CasePage page = engine.find(query, {center, {}, {}});
    for (const CaseSummary& summary : page.cases) {
      totals.all.add(summary);
      totals.by_origin[std::string(name(summary.origin))].add(summary);
      if (summary.solved_on) {
        totals.by_solved_on[std::string(name(*summary.solved_on))].add(summary);
      }
      totals.by_mode[std::string(name(summary.mode))].add(summary);
      totals.by_township[summary.township].add(summary);
      totals.by_department[summary.lead].add(summary);
      earliest = earliest ? std::min(*earliest, summary.reported) : summary.reported;
      latest = latest ? std::max(*latest, summary.reported) : summary.reported;
    }
    if (!page.next) break;
    query.after = *page.next;
  }
  const std::string zone = engine.directory().organization().time_zone;
  if (earliest) totals.earliest = format_instant(*earliest, zone);
  if (latest) totals.latest = format_instant(*latest, zone);
  return totals;
}

std::string to_json(const Totals& totals, const Places& places, const Troubles& troubles,
                    const Directory& directory, const std::string& title) {
  Json json;
  json.begin_object().field("title", title).field("records", totals.records);
  json.text_or_null("earliest", totals.earliest).text_or_null("latest", totals.latest);
  json.field("cases", totals.all.cases).field("closed", totals.all.closed);
  json.field("open", totals.all.open).field("other", totals.all.other);
  json.field("rows_refused", troubles.count(Trouble::Kind::row));
  json.field("actions_refused", troubles.count(Trouble::Kind::action));
  write_counts(json, "by_origin", totals.by_origin, directory);
  write_counts(json, "by_solved_on", totals.by_solved_on, directory);
  write_counts(json, "by_mode", totals.by_mode, directory);
  write_counts(json, "by_township", totals.by_township, directory);
  write_counts(json, "by_department", totals.by_department, directory);
  json.key("places").begin_object();
  json.field("in_recorded", places.in_recorded).field("in_another", places.in_another);
  json.field("in_none", places.in_none).field("no_point", places.no_point);
  json.field("no_recorded", places.no_recorded).end_object();
  write_judged(json, totals.judged);
  write_troubles(json, troubles);
  json.end_object();
  return json.text();
}

void print_totals(const Output& output, const Totals& totals, const Places& places,
                  const Troubles& troubles, const Directory& directory, const std::string& title) {
  const Printer printer(output, directory);
  print_line(output.paint(Style::bold, printable(title)));
  print_line(fmt::format(
      "{} {}; {}", totals.records, printer.say("requests"),
      fmt::format(fmt::runtime(printer.say("from_to")), totals.earliest, totals.latest)));
  print_line("");
  printer.counts("by_origin", totals.by_origin, totals.all);
  printer.counts("by_mode", totals.by_mode, totals.all);
  printer.counts("by_township", totals.by_township, totals.all);
  printer.counts("by_department", totals.by_department, totals.all);
  printer.judged(totals.judged);
  printer.places(places);
  printer.troubles(troubles);
}

}  // namespace gridcase::cli::replay
