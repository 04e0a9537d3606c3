#pragma once
// Figures counted the slow way: every history is read from its beginning, every case asked as it
// stands, every fact looked at for every figure. Only public functions are used.

#include "support/county.hpp"

#include <set>
#include <string>
#include <vector>

namespace gridcase::test {

// The facts of all cases the actor may see.
std::vector<Fact> recounted_facts(const Engine& engine, const Actor& actor);

// All figures of the catalogue, as Engine::measure gives them.
std::vector<Measurement> recounted(const std::vector<Fact>& facts, const MeasureQuery& query,
                                   Instant now);

// "measure key numerator/denominator value", a line each.
std::string listed(const std::vector<Measurement>& figures);

}  // namespace gridcase::test
