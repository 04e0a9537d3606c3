// Scores of random sheets, against fractions worked out in the plainest way.
#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

__extension__ using Wide = __int128;

Wide gcd(Wide a, Wide b) { return b == 0 ? (a < 0 ? -a : a) : gcd(b, a % b); }

// Numbers stay small enough here for 128 bits.
struct Plain {
  Wide top = 0;
  Wide bottom = 1;
};
Plain plain(Wide top, Wide bottom = 1) {
  if (bottom < 0) {
    top = -top;
    bottom = -bottom;
  }
  const Wide common = gcd(top, bottom);
  return {top / common, bottom / common};
}
Plain plain(Decimal number) { return plain(number.millionths, 1000000); }
Plain add(Plain a, Plain b) {
  return plain(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}
Plain times(Plain a, Plain b) { return plain(a.top * b.top, a.bottom * b.bottom); }
Plain over(Plain a, Plain b) { return plain(a.top * b.bottom, a.bottom * b.top); }
Plain minus(Plain a) { return {-a.top, a.bottom}; }
bool less(Plain a, Plain b) { return a.top * b.bottom < b.top * a.bottom; }
Plain smaller(Plain a, Plain b) { return less(b, a) ? b : a; }
Plain larger(Plain a, Plain b) { return less(a, b) ? b : a; }

// Counts hundredths up one after the other from zero.
std::int64_t rounded(Plain number) {
  const Plain size = number.top < 0 ? minus(number) : number;
  std::int64_t hundredths = 0;
  while (!less(size, plain(2 * Wide{hundredths} + 1, 200)))
    ++hundredths;
  return number.top < 0 ? -hundredths : hundredths;
}

std::optional<Plain> value(const FigureTable& table, const std::string& measure,
                           const std::string& channel = {}) {
  const Ratio ratio = table.figures()({measure, "u", channel});
  if (ratio.denominator == 0) return std::nullopt;
  const Wide factor = measure.front() == 'r' ? 100 : 1;
  return plain(factor * ratio.numerator, ratio.denominator);
}

Plain inside_of(const ScoreNode& node) { return plain(node.out_of.value_or(node.points)); }

Plain ceiling_of(const ScoreNode& node) {
  if (node.most) return plain(*node.most);
  Plain most = inside_of(node);
  for (const ScoreNode& part : node.parts) {
    if (part.extra)
      most = add(most, over(times(ceiling_of(part), plain(part.points)), inside_of(part)));
  }
  return most;
}

std::optional<Plain> oracle(const ScoreNode& node, const FigureTable& table);

// Each part's points as so many shares of all that apply.
std::optional<Plain> oracle_of_parts(const ScoreNode& node, const FigureTable& table) {
  Plain applicable;
  Plain sum;
  Plain extras;
  for (const ScoreNode& part : node.parts) {
    const auto reached = oracle(part, table);
    if (!reached) continue;
    const Plain share = over(*reached, inside_of(part));
    Plain& to = part.extra ? extras : sum;
    to = add(to, times(share, plain(part.points)));
    if (!part.extra) applicable = add(applicable, plain(part.points));
  }
  if (applicable.top == 0) return std::nullopt;
  return add(over(times(sum, inside_of(node)), applicable), extras);
}

std::optional<Plain> oracle_of_scale(const ScoreNode& node, const FigureTable& table) {
  const auto figure = value(table, node.scale->measure);
  if (!figure) return std::nullopt;
  if (const auto* line = std::get_if<LinearScale>(&node.scale->what)) {
    const Plain from = plain(line->zero_at);
    const Plain to = plain(line->full_at);
    const bool up = less(from, to);
    if (up ? !less(from, *figure) : !less(*figure, from)) return plain(0);
    if (up ? !less(*figure, to) : !less(to, *figure)) return inside_of(node);
    return times(inside_of(node), over(add(*figure, minus(from)), add(to, minus(from))));
  }
  for (const ScoreBand& band : std::get<BandScale>(node.scale->what).bands) {
    const Plain bound = plain(band.figure);
    const bool fits = (band.bound == ScoreBand::Bound::at_least && !less(*figure, bound)) ||
                      (band.bound == ScoreBand::Bound::above && less(bound, *figure)) ||
                      band.bound == ScoreBand::Bound::rest;
    if (fits) return plain(band.marks);
  }
  return plain(0);
}

// Walks step by step.
Plain steps_of(const ScoreChange& change, Plain far) {
  const Plain every = plain(change.every);
  Plain steps;
  while (!less(far, every)) {
    far = add(far, minus(every));
    steps = add(steps, plain(1));
  }
  if (far.top <= 0) return steps;
  if (change.part == StepPart::begun) return add(steps, plain(1));
  return change.part == StepPart::exact ? add(steps, over(far, every)) : steps;
}

Plain oracle_of_change(const ScoreChange& change, const FigureTable& table) {
  auto figure = value(table, change.measure);
  if (!figure) return plain(0);
  for (const auto& channel : change.channels) {
    const Plain part = *value(table, change.measure, channel.channel);
    figure = add(*figure, minus(part));
    figure = add(*figure, times(part, plain(channel.factor)));
  }
  if (change.below) figure = add(plain(*change.below), minus(*figure));
  if (change.above) figure = add(*figure, minus(plain(*change.above)));
  Plain amount = times(steps_of(change, *figure), plain(change.points));
  if (change.most) {
    amount = smaller(amount, plain(*change.most));
    amount = larger(amount, minus(plain(*change.most)));
  }
  return amount;
}

std::optional<Plain> oracle_at_first(const ScoreNode& node, const FigureTable& table) {
  if (!node.parts.empty()) return oracle_of_parts(node, table);
  if (node.scale) return oracle_of_scale(node, table);
  for (const ScoreChange& change : node.changes) {
    if (value(table, change.measure)) return node.extra ? plain(0) : inside_of(node);
  }
  return std::nullopt;
}

std::optional<Plain> oracle(const ScoreNode& node, const FigureTable& table) {
  std::optional<Plain> marks = oracle_at_first(node, table);
  if (!marks && node.not_applicable == NotApplicable::full) marks = inside_of(node);
  if (!marks && node.not_applicable == NotApplicable::zero) marks = plain(0);
  if (marks) {
    for (const ScoreChange& change : node.changes)
      marks = add(*marks, oracle_of_change(change, table));
    marks = smaller(larger(*marks, plain(node.floor)), ceiling_of(node));
  }
  for (const ScoreVeto& veto : node.vetoes) {
    const auto figure = value(table, veto.measure);
    if (!figure || !less(plain(veto.above), *figure)) continue;
    marks = marks ? smaller(*marks, plain(veto.ceiling)) : plain(veto.ceiling);
  }
  return marks;
}

// --- random rules -------------------------------------------------------------------------------

std::int32_t between(Dice& dice, std::size_t low, std::size_t high) {
  return static_cast<std::int32_t>(dice.between(low, high));
}

const std::vector<std::string> rates{"r1", "r2", "r3"};
const std::vector<std::string> counts{"c1", "c2"};

std::string any_measure(Dice& dice) {
  return dice.chance(70) ? dice.pick(rates) : dice.pick(counts);
}

Decimal number(Dice& dice, std::size_t low, std::size_t high) {
  const std::size_t quarters = dice.between(4 * low, 4 * high);
  return {static_cast<std::int64_t>(quarters) * 250000};
}

ScoreScale random_scale(Dice& dice, Decimal out_of) {
  ScoreScale scale{any_measure(dice), {}, LinearScale{}, false};
  if (dice.chance(60)) {
    LinearScale line;
    line.zero_at = number(dice, 0, 50);
    line.full_at = number(dice, 60, 100);
    if (dice.chance(30)) std::swap(line.zero_at, line.full_at);
    if (dice.chance(60)) scale.what = line;
    return scale;
  }
  BandScale bands;
  std::int32_t figure = between(dice, 80, 100);
  for (std::int32_t i = between(dice, 1, 4); i > 0; --i) {
    bands.bands.push_back({dice.chance(50) ? ScoreBand::Bound::at_least : ScoreBand::Bound::above,
                           decimal(figure),
                           {out_of.millionths / 8 * static_cast<std::int64_t>(dice.below(9))},
                           false});
    figure -= between(dice, 1, 25);
  }
  if (dice.chance(50)) bands.bands.push_back({ScoreBand::Bound::rest, {}, decimal(0), false});
  scale.what = bands;
  return scale;
}

ScoreChange random_change(Dice& dice) {
  ScoreChange change = change_of(any_measure(dice), number(dice, 1, 3));
  if (dice.chance(80)) change.points.millionths = -change.points.millionths;
  if (change.measure.front() == 'r' || dice.chance(20))
    (dice.chance(70) ? change.below : change.above) = number(dice, 1, 100);
  if (dice.chance(30)) change.every = number(dice, 1, 5);
  change.part = static_cast<StepPart>(between(dice, 1, 3));
  if (dice.chance(30)) change.most = number(dice, 1, 9);
  if (change.measure.front() == 'c' && dice.chance(50))
    change.channels = {{"x", number(dice, 0, 3)}, {"y", decimal(2)}};
  return change;
}

ScoreNode random_node(Dice& dice, int depth, int& serial) {
  ScoreNode node;
  node.code = "n" + std::to_string(serial++);
  node.english = node.code;
  node.points = number(dice, 1, 20);
  if (depth > 0 && dice.chance(60)) {
    std::vector<ScoreNode> parts;
    for (std::int32_t i = between(dice, 1, 3); i > 0; --i)
      parts.push_back(random_node(dice, depth - 1, serial));
    if (parts.size() > 1 && dice.chance(30)) parts.back().extra = true;
    ScoreNode branch = branch_node(node.code, node.points, std::move(parts));
    node.out_of = branch.out_of;
    node.parts = std::move(branch.parts);
  } else {
    if (dice.chance(40)) node.out_of = number(dice, 1, 10);
    if (dice.chance(70)) node.scale = random_scale(dice, node.out_of.value_or(node.points));
  }
  if (dice.chance(30) || (!node.scale && node.parts.empty()))
    node.changes.push_back(random_change(dice));
  node.not_applicable =
      dice.chance(60) ? NotApplicable::spread : static_cast<NotApplicable>(between(dice, 1, 3));
  if (dice.chance(10)) node.floor = decimal(-3);
  if (dice.chance(10)) node.most = number(dice, 2, 30);
  if (dice.chance(10)) {
    ScoreVeto& veto = node.vetoes.emplace_back();
    veto.measure = any_measure(dice);
    veto.above = number(dice, 0, 60);
  }
  return node;
}

FigureTable random_figures(Dice& dice, const std::string& subject = "u") {
  static const std::vector<std::int64_t> denominators{0, 1, 2, 3, 4, 5, 6, 8, 10, 12};
  FigureTable table;
  for (const std::string& measure : rates) {
    const std::int64_t of = dice.chance(15) ? 0 : dice.pick(denominators);
    table.set(measure, subject,
              {static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(of) + 1)), of});
  }
  for (const std::string& measure : counts) {
    const std::size_t count = dice.below(30);
    table.set(measure, subject, {static_cast<std::int64_t>(count), 1});
    for (const char* channel : {"x", "y"})
      table.set(measure, subject, {static_cast<std::int64_t>(dice.below(count + 1)), 1}, channel);
  }
  return table;
}

ScoreRules random_rules(Dice& dice) {
  int serial = 0;
  ScoreRules rules = rules_of({});
  do {
    serial = 0;
    rules.sheet = random_node(dice, 2, serial);
  } while (!validate(rules, score_measures()).empty());
  return rules;
}

}  // namespace

TEST_CASE("random sheets score as the plainest reckoning does") {
  Dice dice(20260318);
  int scored = 0;
  int without = 0;
  int vetoed = 0;
  for (int round = 0; round < 6000; ++round) {
    CAPTURE(round);
    const ScoreRules rules = random_rules(dice);
    const FigureTable table = random_figures(dice);
    const Score score = score_of(rules, table);
    const auto expected = oracle(rules.sheet, table);
    REQUIRE(score.total.has_value() == expected.has_value());
    vetoed += score.sheet.vetoed ? 1 : 0;
    if (!expected) {
      ++without;
      continue;
    }
    ++scored;
    const Plain points = over(times(*expected, plain(rules.sheet.points)), inside_of(rules.sheet));
    REQUIRE(*score.total == rounded(points));
  }
  CHECK(scored > 4000);
  CHECK(without > 100);
  CHECK(vetoed > 50);
}

TEST_CASE("what is read back from its JSON scores the same, and twice the same bytes come out") {
  Dice dice(404);
  for (int round = 0; round < 500; ++round) {
    const ScoreRules rules = random_rules(dice);
    const std::string text = write_score_rules(rules);
    const ScoreRules again = read_score_rules(text);
    REQUIRE(write_score_rules(again) == text);
    const FigureTable table = random_figures(dice);
    const auto digest = [&](const ScoreRules& one) {
      return digest_of(score(one, {{"u", "甲"}}, table.figures(), {}, score_measures()));
    };
    REQUIRE(digest(rules) == digest(again));
  }
}

TEST_CASE("ranks are one more than the number of those who have more") {
  Dice dice(7);
  const ScoreRules rules = rules_of({linear_node("a", decimal(10), "r1")});
  for (int round = 0; round < 300; ++round) {
    std::map<std::string, Ratio> ratios;
    std::vector<ScoreSubject> subjects;
    for (std::size_t i = dice.below(12); i > 0; --i) {
      subjects.push_back({"s" + std::to_string(i), ""});
      const auto of = static_cast<std::int64_t>(dice.below(5));
      ratios[subjects.back().code] = {of == 0 ? 0 : static_cast<std::int64_t>(dice.below(4)), of};
    }
    const Figures figures = [&](const FigureKey& key) { return ratios.at(key.subject); };
    const Scores scores = score(rules, subjects, figures, {}, score_measures());
    REQUIRE(scores.scores.size() == subjects.size());
    for (const Score& one : scores.scores) {
      REQUIRE(one.rank.has_value() == one.total.has_value());
      if (!one.rank) continue;
      const auto more =
          std::count_if(scores.scores.begin(), scores.scores.end(), [&](const Score& other) {
            return other.total && *other.total > *one.total;
          });
      REQUIRE(*one.rank == more + 1);
    }
  }
}

TEST_CASE("explanations of random scores never say what is no number") {
  Dice dice(99);
  for (int round = 0; round < 500; ++round) {
    const Score score = score_of(random_rules(dice), random_figures(dice));
    for (const Language language : {Language::english, Language::chinese}) {
      const std::string words = in_words(score, language);
      for (const char* bad : {"NaN", "nan", "inf", "-0.00", "{}"})
        REQUIRE(words.find(bad) == std::string::npos);
    }
  }
}
