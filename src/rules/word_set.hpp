#pragma once
// Words kept once each, in ascending order.

#include <algorithm>
#include <string>
#include <vector>

namespace gridcase::rules {

inline void insert_ascending(std::vector<std::string>& words, const std::string& word) {
  const auto at = std::lower_bound(words.begin(), words.end(), word);
  if (at == words.end() || *at != word) words.insert(at, word);
}

}  // namespace gridcase::rules
