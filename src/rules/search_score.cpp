#include "rules/search_score.hpp"

#include "base/search_terms.hpp"
#include "base/text.hpp"

#include <cmath>

namespace gridcase::rules {
namespace {

// A part of a record, its weight, and how many characters it mostly has.
struct Part {
  std::string_view text;
  double weight;
  double usual_length;
};

double part_score(const Part& part, const std::string& word) {
  constexpr double saturation = 1.2;
  constexpr double by_length = 0.5;
  const auto times = static_cast<double>(base::count_word(part.text, word));
  if (times == 0) return 0;
  const auto length = static_cast<double>(base::length_in_characters(part.text));
  const double norm = 1 - by_length + by_length * length / part.usual_length;
  return part.weight * times / (times + saturation * norm);
}

}  // namespace

double search_score(const std::vector<std::string>& words, std::string_view title,
                    std::string_view address, std::string_view body) {
  const Part parts[] = {{title, 5, 15}, {address, 2, 20}, {body, 1, 150}};
  double score = 0;
  for (const std::string& word : words) {
    const double weight = 1 + std::log(static_cast<double>(base::length_in_characters(word)));
    for (const Part& part : parts)
      score += weight * part_score(part, word);
  }
  return score;
}

}  // namespace gridcase::rules
