#pragma once
// Figures out of facts that were summed by key and marks.

#include <gridcase/measure.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::rules {

// What a fact counts under.
std::string key_of(const Fact& fact, Dimension by);
// Of facts that differ in their marks: the tier, and nothing for other dimensions.
std::string key_of(Marks marks, Dimension by);

// Whether a figure needs every amount by itself.
bool needs_each(MeasureForm form) noexcept;

// The facts of one kind, and of one moment or of all, by key.
class FactTable {
public:
  // `count` may be negative, which takes facts out again.
  void add(const std::string& key, Marks marks, std::int64_t count, std::int64_t amount);
  // Likewise, of a table whose amounts are asked for one by one.
  void add_each(const std::string& key, Marks marks, std::int64_t amount, std::int64_t count);

  struct Sum {
    std::int64_t facts = 0;
    std::int64_t amount = 0;
  };
  // The filter's kind and moment are those of the table.
  Sum sum(const std::string& key, const FactFilter& filter) const;
  // Ascending.
  std::vector<std::int64_t> amounts(const std::string& key, const FactFilter& filter) const;
  // Those of which the filter takes anything.
  void note_keys(const FactFilter& filter, std::set<std::string>& keys) const;

private:
  std::map<std::string, std::map<std::uint64_t, Sum>> sums_;
  // How often there is each amount.
  std::map<std::string, std::map<std::uint64_t, std::map<std::int64_t, std::int64_t>>> each_;
};

// The figure of a form, out of what the filters take.
Measurement figure_of(const MeasureDefinition& definition, const std::string& key,
                      const FactTable& numerator, const FactTable* denominator);

}  // namespace gridcase::rules
