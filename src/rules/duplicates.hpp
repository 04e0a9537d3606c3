#pragma once
// Whether two reports may be about the same matter, and why.

#include <gridcase/organization.hpp>
#include <gridcase/search.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gridcase::rules {

// What of a report, or of a case, is compared.
struct Matter {
  std::string category;
  Instant occurred{};
  std::optional<Point> point;
  std::string title;      // searchable (base/search_terms.hpp)
  std::string text = {};  // searchable; empty where it may not be looked at
};

// Shorter texts say too little: whatever is written in one of them stands in many.
bool is_long_enough(const std::string& searchable_text);

// Categories that count as the same one as this: itself, those below it and those above it, and
// none. Empty where every category does.
std::vector<std::string> same_categories(const Directory& directory, const DuplicateRules& rules,
                                         const std::string& category);

// How alike they are; nothing if they are two matters by the rules. A category or a place that one
// of them does not have speaks neither for nor against it; without places the titles decide, or the
// texts if those are more alike.
std::optional<DuplicateCandidate> compare(const Directory& directory, const DuplicateRules& rules,
                                          const Matter& report, const Matter& other);

}  // namespace gridcase::rules
