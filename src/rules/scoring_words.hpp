#pragma once
// Why a node has the points it has, in both languages.

#include "base/fraction.hpp"

#include <gridcase/scoring.hpp>

#include <string>

namespace gridcase::rules {

// "On-time closing 98.11% (5912 of 6026)", "按期结案率 98.11%（5912/6026）".
std::string in_words(const ScoredFigure& figure, Language language);

ScoreReason no_figure(const ScoredFigure& figure, const ScoreNode& node);
ScoreReason no_mark(const ScoreNode& node);
ScoreReason no_part(const ScoreNode& node);
// The figure lies at these marks.
ScoreReason by_line(const ScoredFigure& figure, const LinearScale& line,
                    const base::Fraction& marks, const base::Fraction& out_of);
// `band` is null where no band takes the figure.
ScoreReason by_band(const ScoredFigure& figure, const ScoreBand* band,
                    const base::Fraction& out_of);
ScoreReason by_hand(const ScoreMark& mark, const base::Fraction& out_of);
ScoreReason full_at_first(const base::Fraction& out_of);
ScoreReason spread_over(const base::Fraction& lost, const base::Fraction& factor);
// What is changed is not there.
ScoreReason nothing_to_change(const ScoredFigure& figure);
ScoreReason no_figure_for_change(const ScoredFigure& figure);
ScoreReason changed(const ScoreChange& change, const ScoredFigure& figure,
                    const base::Fraction& steps, const base::Fraction& amount, bool capped);
// The same cases again, of one channel.
ScoreReason of_channel(const ScoredFigure& figure, Decimal factor);
ScoreReason not_below(Decimal floor);
ScoreReason not_above(const base::Fraction& most);
ScoreReason vetoed(const ScoreVeto& veto, const ScoredFigure& figure);

}  // namespace gridcase::rules
