#pragma once
// How well a text fits what was searched for. As BM25 over fields, but without counts of other
// texts: those would tell of records that the reader may not see.

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::rules {

// Words and texts are searchable (base/search_terms.hpp). Higher is better; 0 if no word is there.
// A word counts for more in a title than in an address, and there for more than in a long text; the
// first time it stands there for more than again; a long word for more than a short one; and a
// title that is hardly more than the words for more than a long one.
double search_score(const std::vector<std::string>& words, std::string_view title,
                    std::string_view address, std::string_view body);

}  // namespace gridcase::rules
