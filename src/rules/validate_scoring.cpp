// What rules over scores, and marks given by hand, must keep to.
#include "base/fraction.hpp"
#include "base/text.hpp"
#include "rules/measure_lookup.hpp"

#include <gridcase/scoring.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gridcase {

namespace {

using base::Fraction;

constexpr std::size_t longest_code = 64;
constexpr int deepest = 8;
constexpr std::size_t most_nodes = 1000;
constexpr Decimal least_points{10'000};  // a hundredth
constexpr Decimal most_points = decimal(1'000'000);

bool is_code(const std::string& text) {
  return !text.empty() && text.size() <= longest_code && base::has_code_characters_only(text);
}

bool exists(Date day) {
  return day.year >= 1900 && day.year <= 2500 &&
         date::year_month_day{date::year{day.year}, date::month{day.month}, date::day{day.day}}
             .ok();
}

bool is_between(Decimal low, Decimal number, Decimal high) {
  return !(number < low) && !(high < number);
}

Decimal negative(Decimal number) { return {-number.millionths}; }

// Collects; the path of each fault begins with where the walk is.
class Findings {
public:
  void error(const std::string& code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, "score." + code, std::move(path), std::move(message), std::move(fix)});
  }
  std::vector<Fault> take() { return std::move(faults_); }

private:
  std::vector<Fault> faults_;
};

class SheetCheck {
public:
  SheetCheck(const MeasureLookup& measures, Findings& found) : measures_(measures), found_(found) {}

  void node(const ScoreNode& node, const std::string& path, int depth);

private:
  void code(const ScoreNode& node, const std::string& path);
  void points(const ScoreNode& node, const std::string& path);
  void bounds(const ScoreNode& node, const std::string& path);
  void content(const ScoreNode& node, const std::string& path);
  void sum(const ScoreNode& node, const std::string& path);
  void scale(const ScoreNode& node, const std::string& path);
  void bands(const BandScale& scale, Decimal out_of, const std::string& path);
  void band(const ScoreBand& band, const ScoreBand* before, const std::string& path);
  void change(const ScoreChange& change, const std::string& path);
  void channels(const ScoreChange& change, const MeasureDefinition* measure,
                const std::string& path);
  void veto(const ScoreVeto& veto, Decimal out_of, const std::string& path);
  const MeasureDefinition* measure(const std::string& code, const std::string& path);

  const MeasureLookup& measures_;
  Findings& found_;
  std::set<std::string> codes_;
};

void SheetCheck::code(const ScoreNode& node, const std::string& path) {
  if (!is_code(node.code)) {
    found_.error("node_code_invalid", path + ".code", fmt::format("\"{}\" is no code", node.code),
                 "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
  } else if (!codes_.insert(node.code).second) {
    found_.error("node_code_twice", path + ".code", fmt::format("the code {} is taken", node.code),
                 "give each node of the sheet its own code");
  }
  if (node.english.empty() && node.chinese.empty()) {
    found_.error("name_missing", path, "the node has no name", "write english, chinese or both");
  }
}

void SheetCheck::points(const ScoreNode& node, const std::string& path) {
  for (const auto& [key, number] :
       {std::pair{".points", node.points}, {".out_of", node.out_of.value_or(node.points)}}) {
    if (is_between(least_points, number, most_points)) continue;
    found_.error("points", path + key, fmt::format("{} are no points", format_decimal(number)),
                 "use 0.01 to 1000000");
    break;  // out_of may be the points, which is one fault
  }
}

void SheetCheck::bounds(const ScoreNode& node, const std::string& path) {
  const Decimal out_of = node.out_of.value_or(node.points);
  if (!is_between(negative(most_points), node.floor, out_of)) {
    found_.error("floor", path + ".floor", "the floor is above the full mark, or too low",
                 "use -1000000 up to out_of");
  }
  if (node.most &&
      (!is_between(negative(most_points), *node.most, most_points) || !(node.floor < *node.most))) {
    found_.error("most", path + ".most", "nothing could be reached",
                 "use more than the floor, up to 1000000");
  }
}

void SheetCheck::content(const ScoreNode& node, const std::string& path) {
  const int kinds = (node.parts.empty() ? 0 : 1) + (node.scale ? 1 : 0) + (node.manual ? 1 : 0);
  if (kinds > 1) {
    found_.error("content", path, "a node has parts, a scale or marks by hand, not several",
                 "make parts of them");
  } else if (kinds == 0 && node.changes.empty()) {
    found_.error("content", path, "nothing says what the points are given for",
                 "add parts, a scale, manual or changes");
  }
  if (node.manual && (node.manual->assessors.empty() ||
                      std::count(node.manual->assessors.begin(), node.manual->assessors.end(),
                                 std::string()) > 0)) {
    found_.error("assessors", path + ".manual.assessors", "nobody is appointed to give marks",
                 "name at least one person or post");
  }
}

void SheetCheck::sum(const ScoreNode& node, const std::string& path) {
  if (node.parts.empty()) return;
  Fraction sum;
  for (const ScoreNode& part : node.parts) {
    if (!part.extra) sum = sum + Fraction(part.points);
  }
  const Decimal out_of = node.out_of.value_or(node.points);
  if (sum == Fraction(out_of)) return;
  found_.error(
      "sum", path + ".parts",
      fmt::format("the parts add up to {}, not to {}", sum.two_decimals(), format_decimal(out_of)),
      "correct their points, set out_of to the sum, or make a bonus an extra");
}

const MeasureDefinition* SheetCheck::measure(const std::string& code, const std::string& path) {
  const MeasureDefinition* found = measures_(code);
  if (found == nullptr) {
    found_.error("measure_unknown", path + ".measure",
                 fmt::format("there is no measure \"{}\"", code),
                 "use a code of the catalogue of measures");
  }
  return found;
}

// A later band must take what an earlier one leaves: bounds go one way, the rest comes last.
void SheetCheck::band(const ScoreBand& band, const ScoreBand* before, const std::string& path) {
  using Bound = ScoreBand::Bound;
  const auto from_above = [](Bound bound) {
    return bound == Bound::at_least || bound == Bound::above;
  };
  if (before == nullptr) return;
  bool ordered = before->bound != Bound::rest;
  if (ordered && band.bound != Bound::rest) {
    const bool down = from_above(band.bound);
    // "above 5" leaves 5 itself to "at least 5", and "below 5" to "at most 5".
    const bool wider = band.figure == before->figure &&
                       ((before->bound == Bound::above && band.bound == Bound::at_least) ||
                        (before->bound == Bound::below && band.bound == Bound::at_most));
    ordered = down == from_above(before->bound) &&
              (wider || (down ? band.figure < before->figure : before->figure < band.figure));
  }
  if (ordered) return;
  found_.error("bands", path, "the band takes nothing that the one before it leaves",
               "order them: at_least and above from the highest down, at_most and below from the "
               "lowest up, one without a bound last");
}

void SheetCheck::bands(const BandScale& scale, Decimal out_of, const std::string& path) {
  if (scale.bands.empty()) {
    found_.error("bands", path + ".bands", "there is no band", "add at least one");
  }
  for (std::size_t i = 0; i < scale.bands.size(); ++i) {
    const std::string at = fmt::format("{}.bands[{}]", path, i);
    const ScoreBand& one = scale.bands[i];
    band(one, i == 0 ? nullptr : &scale.bands[i - 1], at);
    if (is_between(decimal(0), one.marks, out_of)) continue;
    found_.error(
        "band_marks", at + ".marks",
        fmt::format("{} is not within 0 to {}", format_decimal(one.marks), format_decimal(out_of)),
        "correct it, or set out_of of the node");
  }
}

void SheetCheck::scale(const ScoreNode& node, const std::string& path) {
  if (!node.scale) return;
  const std::string at = path + ".scale";
  measure(node.scale->measure, at);
  if (const auto* line = std::get_if<LinearScale>(&node.scale->what)) {
    if (line->zero_at == line->full_at) {
      found_.error("linear", at + ".full_at", "the line begins where it ends",
                   "give zero_at and full_at two different figures");
    }
  } else {
    bands(std::get<BandScale>(node.scale->what), node.out_of.value_or(node.points), at);
  }
}

void SheetCheck::channels(const ScoreChange& change, const MeasureDefinition* measure,
                          const std::string& path) {
  if (change.channels.empty()) return;
  if (measure != nullptr && measure->form != MeasureForm::count) {
    found_.error("channels", path + ".channels", "only cases of a count can count several times",
                 "name a measure that is a count");
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < change.channels.size(); ++i) {
    const ScoreChange::Channel& channel = change.channels[i];
    const std::string at = fmt::format("{}.channels[{}]", path, i);
    if (channel.channel.empty() || !seen.insert(channel.channel).second) {
      found_.error("channels", at + ".channel", "the channel is missing or stands here twice",
                   "name each once");
    }
    if (!is_between(decimal(0), channel.factor, decimal(1000))) {
      found_.error("channels", at + ".factor", "nothing counts so often", "use 0 to 1000");
    }
  }
}

void SheetCheck::change(const ScoreChange& change, const std::string& path) {
  channels(change, measure(change.measure, path), path);
  if (change.points == decimal(0) ||
      !is_between(negative(most_points), change.points, most_points)) {
    found_.error("change_points", path + ".points", "the change changes nothing, or too much",
                 "use points below 0 to take and above 0 to give, up to 1000000");
  }
  if (!(decimal(0) < change.every)) {
    found_.error("change_every", path + ".every", "there is no step of this size",
                 "use more than 0");
  }
  if (change.most && !is_between(least_points, *change.most, most_points)) {
    found_.error("change_most", path + ".most", "nothing could be changed",
                 "use 0.01 to 1000000, without a sign");
  }
  if (change.below && change.above) {
    found_.error("change_bounds", path, "a change counts from one bound",
                 "keep below or above, and make a second change of the other");
  }
}

void SheetCheck::veto(const ScoreVeto& veto, Decimal out_of, const std::string& path) {
  measure(veto.measure, path);
  if (!is_between(negative(most_points), veto.ceiling, out_of) || veto.ceiling == out_of) {
    found_.error("veto_ceiling", path + ".ceiling", "the veto takes nothing",
                 "use less than out_of");
  }
}

void SheetCheck::node(const ScoreNode& node, const std::string& path, int depth) {
  code(node, path);
  points(node, path);
  bounds(node, path);
  content(node, path);
  scale(node, path);
  const Decimal out_of = node.out_of.value_or(node.points);
  for (std::size_t i = 0; i < node.changes.size(); ++i)
    change(node.changes[i], fmt::format("{}.changes[{}]", path, i));
  for (std::size_t i = 0; i < node.vetoes.size(); ++i)
    veto(node.vetoes[i], out_of, fmt::format("{}.vetoes[{}]", path, i));
  sum(node, path);
  if (depth == deepest && !node.parts.empty()) {
    found_.error("depth", path + ".parts", "the sheet is too deep", "use at most 8 levels");
    return;
  }
  for (std::size_t i = 0; i < node.parts.size(); ++i)
    this->node(node.parts[i], fmt::format("{}.parts[{}]", path, i), depth + 1);
}

std::size_t size_of(const ScoreNode& node, int depth) {
  std::size_t size = 1;
  if (depth > deepest) return size;
  for (const ScoreNode& part : node.parts)
    size += size_of(part, depth + 1);
  return size;
}

void check_codes(const std::vector<std::string>& codes, const std::string& path, Findings& found) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!codes[i].empty() && seen.insert(codes[i]).second) continue;
    found.error("who", fmt::format("{}[{}]", path, i), "it is empty or stands here twice",
                "take it out");
  }
}

void check_who(const ScoredOnes& who, Findings& found) {
  if (who.kinds.empty() && who.tiers.empty() && who.units.empty() && who.posts.empty() &&
      who.persons.empty()) {
    found.error("who", "who", "nothing says whom the rules are for",
                "name kinds, tiers, units, posts or persons");
  }
  check_codes(who.units, "who.units", found);
  check_codes(who.posts, "who.posts", found);
  check_codes(who.persons, "who.persons", found);
}

void check_grades(const std::vector<ScoreGrade>& grades, Findings& found) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    const std::string path = fmt::format("grades[{}]", i);
    if (grades[i].grade.empty() || !seen.insert(grades[i].grade).second) {
      found.error("grade_name", path + ".grade", "the grade has no name, or that of another",
                  "give each its own");
    }
    if (i > 0 && !(grades[i].at_least < grades[i - 1].at_least)) {
      found.error("grade_order", path + ".at_least", "no total comes to this grade",
                  "order grades from the best down");
    }
  }
}

using Nodes = std::map<std::string, const ScoreNode*>;

void collect(const ScoreNode& node, Nodes& nodes) {
  nodes.emplace(node.code, &node);
  for (const ScoreNode& part : node.parts)
    collect(part, nodes);
}

void check_mark(const ScoreMark& mark, const ScoreNode& node, const std::string& path,
                Findings& found) {
  const auto& assessors = node.manual->assessors;
  if (std::find(assessors.begin(), assessors.end(), mark.by) == assessors.end()) {
    found.error("mark_by", path + ".by", mark.by + " is not appointed to give these marks",
                "name one of the assessors of " + node.code);
  }
  const Decimal most = node.most.value_or(node.out_of.value_or(node.points));
  if (!is_between(node.floor, mark.marks, most)) {
    found.error("mark_marks", path + ".marks",
                fmt::format("{} is not within {} to {}", format_decimal(mark.marks),
                            format_decimal(node.floor), format_decimal(most)),
                "correct it");
  }
}

}  // namespace

std::vector<Fault> validate(const ScoreRules& rules, const MeasureLookup& measures) {
  const MeasureLookup lookup = rules::given_or_catalogue(measures);
  Findings found;
  if (!is_code(rules.code)) {
    found.error("code_invalid", "code", fmt::format("\"{}\" is no code", rules.code),
                "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
  }
  if (rules.english.empty() && rules.chinese.empty()) {
    found.error("name_missing", "", "the rules have no name", "write english, chinese or both");
  }
  if (!exists(rules.valid_from)) {
    found.error("valid_from", "valid_from", "there is no such day",
                "use a day of the years 1900 to 2500");
  }
  check_who(rules.who, found);
  check_grades(rules.grades, found);
  if (size_of(rules.sheet, 1) > most_nodes) {
    found.error("size", "sheet", "the sheet is too large", "use at most 1000 nodes");
    return found.take();
  }
  if (rules.sheet.extra) {
    found.error("extra_sheet", "sheet.extra", "there is nothing the sheet could come on top of",
                "make a part of it an extra");
  }
  SheetCheck(lookup, found).node(rules.sheet, "sheet", 1);
  return found.take();
}

std::vector<Fault> validate(const ScoreRules& rules, const std::vector<ScoreSubject>& subjects,
                            const std::vector<ScoreMark>& marks) {
  Findings found;
  Nodes nodes;
  collect(rules.sheet, nodes);
  std::set<std::string_view> known;
  for (const ScoreSubject& subject : subjects)
    known.insert(subject.code);
  std::set<std::pair<std::string_view, std::string_view>> given;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const ScoreMark& mark = marks[i];
    const std::string path = fmt::format("marks[{}]", i);
    if (known.count(mark.subject) == 0) {
      found.error("mark_subject", path + ".subject", mark.subject + " is not scored",
                  "correct the code, or take the mark out");
    }
    if (mark.reason.empty()) {
      found.error("mark_reason", path + ".reason", "the mark has no reason", "say why");
    }
    if (!given.insert({mark.subject, mark.node}).second) {
      found.error("mark_twice", path, "the subject has a mark there already", "keep one of them");
    }
    const auto node = nodes.find(mark.node);
    if (node == nodes.end() || !node->second->manual) {
      found.error("mark_node", path + ".node", mark.node + " takes no marks by hand",
                  "name a node that has manual");
    } else {
      check_mark(mark, *node->second, path, found);
    }
  }
  return found.take();
}

}  // namespace gridcase
