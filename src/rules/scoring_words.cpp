#include "rules/scoring_words.hpp"

#include <fmt/format.h>

namespace gridcase::rules {

namespace {

using base::Fraction;

const std::string& title(const std::string& wanted, const std::string& other,
                         const std::string& code) {
  if (!wanted.empty()) return wanted;
  return other.empty() ? code : other;
}

template <typename Named> const std::string& english_of(const Named& named) {
  return title(named.english, named.chinese, named.code);
}
template <typename Named> const std::string& chinese_of(const Named& named) {
  return title(named.chinese, named.english, named.code);
}

// Two decimals where there are any.
std::string plain(const Fraction& number) {
  std::string text = number.two_decimals();
  if (text.size() > 3 && text.compare(text.size() - 3, 3, ".00") == 0 && number.has_two_decimals())
    text.resize(text.size() - 3);
  return text;
}

bool is_time(MeasureForm form) {
  return form == MeasureForm::mean || form == MeasureForm::median ||
         form == MeasureForm::percentile90 || form == MeasureForm::sum;
}

ScoreReason settled(const ScoreNode& node, const std::string& english, const std::string& chinese) {
  switch (node.not_applicable) {
  case NotApplicable::full: return {english + ": full mark", chinese + "：计满分"};
  case NotApplicable::zero: return {english + ": no points", chinese + "：计零分"};
  case NotApplicable::spread: break;
  }
  if (node.extra) return {english + ": nothing is added", chinese + "：不加分"};
  return {english + ": its points go to the parts beside it", chinese + "：分值由同级各项分摊"};
}

std::string bound(const ScoreBand& band, Language language) {
  const std::string figure = format_decimal(band.figure);
  const bool english = language == Language::english;
  switch (band.bound) {
  case ScoreBand::Bound::at_least: return (english ? "at least " : "不低于 ") + figure;
  case ScoreBand::Bound::above: return (english ? "above " : "高于 ") + figure;
  case ScoreBand::Bound::at_most: return (english ? "at most " : "不高于 ") + figure;
  case ScoreBand::Bound::below: return (english ? "below " : "低于 ") + figure;
  case ScoreBand::Bound::rest: break;
  }
  return english ? "all others" : "其余";
}

std::string distance(const ScoreChange& change, Language language) {
  const bool english = language == Language::english;
  if (change.below) return (english ? ", below " : "，低于 ") + format_decimal(*change.below);
  if (change.above) return (english ? ", above " : "，高于 ") + format_decimal(*change.above);
  return "";
}

}  // namespace

std::string in_words(const ScoredFigure& figure, Language language) {
  const bool english = language == Language::english;
  std::string text = english ? title(figure.english, figure.chinese, figure.measure)
                             : title(figure.chinese, figure.english, figure.measure);
  if (!figure.channel.empty())
    text += english ? " through " + figure.channel : "（" + figure.channel + "）";
  const Ratio ratio = figure.ratio;
  const char* open = english ? " (" : "（";
  const char* of = english ? " of " : "/";
  const char* close = english ? ")" : "）";
  const std::string behind =
      fmt::format("{}{}{}{}{}", open, ratio.numerator, of, ratio.denominator, close);
  if (ratio.denominator == 0) return text + (english ? " n/a" : " 不适用") + behind;
  if (is_time(figure.form)) return text + " " + figure.value + (english ? " h" : " 小时");
  if (figure.form == MeasureForm::rate) return text + " " + figure.value + "%" + behind;
  return text + " " + plain(Fraction(ratio.numerator, ratio.denominator));
}

ScoreReason no_figure(const ScoredFigure& figure, const ScoreNode& node) {
  return settled(node, in_words(figure, Language::english), in_words(figure, Language::chinese));
}

ScoreReason no_mark(const ScoreNode& node) {
  return settled(node, "n/a, no assessor gave a mark", "不适用，无人评分");
}

ScoreReason no_part(const ScoreNode& node) {
  return settled(node, "n/a, none of its parts applies", "不适用，各分项均不适用");
}

ScoreReason by_line(const ScoredFigure& figure, const LinearScale& line, const Fraction& marks,
                    const Fraction& out_of) {
  const std::string from = format_decimal(line.zero_at);
  const std::string to = format_decimal(line.full_at);
  const bool plainly = line.zero_at == decimal(0) && line.full_at == decimal(100);
  return {fmt::format("{}{}: {} of {}", in_words(figure, Language::english),
                      plainly ? "" : fmt::format(", from {} to {}", from, to), plain(marks),
                      plain(out_of)),
          fmt::format("{}{}：{}/{} 分", in_words(figure, Language::chinese),
                      plainly ? "" : fmt::format("，{} 至 {}", from, to), plain(marks),
                      plain(out_of))};
}

ScoreReason by_band(const ScoredFigure& figure, const ScoreBand* band, const Fraction& out_of) {
  const std::string marks = band == nullptr ? "0" : format_decimal(band->marks);
  return {fmt::format("{}, {}: {} of {}", in_words(figure, Language::english),
                      band == nullptr ? "in no band" : bound(*band, Language::english), marks,
                      plain(out_of)),
          fmt::format("{}，{}：{}/{} 分", in_words(figure, Language::chinese),
                      band == nullptr ? "不在任何档" : bound(*band, Language::chinese), marks,
                      plain(out_of))};
}

ScoreReason by_hand(const ScoreMark& mark, const Fraction& out_of) {
  const std::string marks = format_decimal(mark.marks);
  const std::string basis = mark.basis.empty() ? "" : " [" + mark.basis + "]";
  return {
      fmt::format("{} of {}, given by {}: {}{}", marks, plain(out_of), mark.by, mark.reason, basis),
      fmt::format("{}/{} 分，{} 评定：{}{}", marks, plain(out_of), mark.by, mark.reason, basis)};
}

ScoreReason full_at_first(const Fraction& out_of) {
  return {fmt::format("from the full mark of {}", plain(out_of)),
          fmt::format("满分 {} 起算", plain(out_of))};
}

ScoreReason spread_over(const Fraction& lost, const Fraction& factor) {
  return {fmt::format("{} points of what does not apply are spread: all others × {}", plain(lost),
                      factor.text()),
          fmt::format("不适用项的 {} 分已分摊：其余各项 × {}", plain(lost), factor.text())};
}

ScoreReason nothing_to_change(const ScoredFigure& figure) {
  return {in_words(figure, Language::english) + ": nothing there to change",
          in_words(figure, Language::chinese) + "：无可增减"};
}

ScoreReason no_figure_for_change(const ScoredFigure& figure) {
  return {in_words(figure, Language::english) + ": changes nothing",
          in_words(figure, Language::chinese) + "：不增不减"};
}

ScoreReason changed(const ScoreChange& change, const ScoredFigure& figure, const Fraction& steps,
                    const Fraction& amount, bool capped) {
  const std::string points = format_decimal(change.points);
  const std::string sum = (amount > Fraction(0) ? "+" : "") + plain(amount);
  const auto named = [](const std::string& name, const char* separator) {
    return name.empty() ? std::string() : name + separator;
  };
  return {fmt::format("{}{}{}: {} × {} = {}{}", named(change.english, ": "),
                      in_words(figure, Language::english), distance(change, Language::english),
                      plain(steps), points, sum, capped ? " (the most)" : ""),
          fmt::format("{}{}{}：{} × {} = {}{}", named(change.chinese, "："),
                      in_words(figure, Language::chinese), distance(change, Language::chinese),
                      plain(steps), points, sum, capped ? "（上限）" : "")};
}

ScoreReason of_channel(const ScoredFigure& figure, Decimal factor) {
  return {
      fmt::format("{} count {} times", in_words(figure, Language::english), format_decimal(factor)),
      fmt::format("{} 按 {} 倍计", in_words(figure, Language::chinese), format_decimal(factor))};
}

ScoreReason not_below(Decimal floor) {
  return {"not below " + format_decimal(floor), "不低于 " + format_decimal(floor)};
}

ScoreReason not_above(const Fraction& most) {
  return {"not above " + plain(most), "不高于 " + plain(most)};
}

ScoreReason vetoed(const ScoreVeto& veto, const ScoredFigure& figure) {
  const std::string above = format_decimal(veto.above);
  const std::string ceiling = format_decimal(veto.ceiling);
  const auto named = [](const std::string& name) { return name.empty() ? name : " " + name; };
  return {fmt::format("veto{}: {} is above {}: at most {}", named(english_of(veto)),
                      in_words(figure, Language::english), above, ceiling),
          fmt::format("一票否决{}：{} 高于 {}：最高 {} 分", named(chinese_of(veto)),
                      in_words(figure, Language::chinese), above, ceiling)};
}

namespace {

std::string points_text(std::int64_t hundredths) { return plain(Fraction(hundredths, 100)); }

std::string heading(const ScoredNode& node, Language language) {
  const bool english = language == Language::english;
  std::string text = english ? english_of(node) + ": " : chinese_of(node) + "：";
  if (!node.applicable) return text + (english ? "n/a" : "不适用");
  const std::string two = Fraction(node.points, 100).two_decimals();
  text += english ? fmt::format("{} of {}", two, points_text(node.of))
                  : fmt::format("{} 分（满分 {}）", two, points_text(node.of));
  if (node.of == node.out_of) return text;
  const std::string inside = Fraction(node.marks, 100).two_decimals();
  text += english ? fmt::format(" ({} of {} inside)", inside, points_text(node.out_of))
                  : fmt::format("，内部 {}/{}", inside, points_text(node.out_of));
  return text;
}

void explain(const ScoredNode& node, Language language, std::size_t depth, std::string& text) {
  const std::string indent(depth * 2, ' ');
  text += indent + heading(node, language) + "\n";
  for (const ScoreReason& reason : node.why) {
    text +=
        indent + "  - " + (language == Language::english ? reason.english : reason.chinese) + "\n";
  }
  for (const ScoredNode& part : node.parts)
    explain(part, language, depth + 1, text);
}

}  // namespace
}  // namespace gridcase::rules

namespace gridcase {

std::string in_words(const Score& score, Language language) {
  const bool english = language == Language::english;
  const ScoreSubject& subject = score.subject;
  std::string text = subject.name.empty() ? subject.code
                     : english            ? subject.name + " (" + subject.code + ")"
                                          : subject.name + "（" + subject.code + "）";
  text += english ? ": " : "：";
  if (score.total) {
    text += base::Fraction(*score.total, 100).two_decimals() + (english ? "" : " 分");
  } else {
    text += english ? "n/a" : "不适用";
  }
  if (!score.grade.empty()) text += (english ? ", grade " : "，等级 ") + score.grade;
  if (score.rank) text += fmt::format(english ? ", rank {}" : "，第 {} 名", *score.rank);
  text += "\n";
  rules::explain(score.sheet, language, 1, text);
  return text;
}

}  // namespace gridcase
