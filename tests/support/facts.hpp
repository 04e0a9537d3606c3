#pragma once
// Facts in words, and read out of histories.

#include "support/county.hpp"

#include <string>
#include <vector>

namespace gridcase::test {

// What a case comes to by its history, as far as it was recorded by then.
std::vector<Fact> facts_of(Engine& engine, CaseId id, std::optional<Instant> recorded = {});

// "ordered sz: done, lead, county", a line each; of the kind only.
std::string in_words(const std::vector<Fact>& facts, FactKind kind);

}  // namespace gridcase::test
