#pragma once
// The tables that figures are read from, each filled once for all measures that need it.

#include "rules/measuring.hpp"
#include "store/store.hpp"

#include <gridcase/measure.hpp>
#include <gridcase/organization.hpp>

#include <map>
#include <string>
#include <vector>

namespace gridcase::engine {

using Definitions = std::vector<const MeasureDefinition*>;

// What a fact counts for: its key alone, or every unit that stands above it as well.
class Counting {
public:
  // Without a directory, for the key alone.
  Counting(Dimension by, const Directory* directory) : by_(by), directory_(directory) {}

  Dimension by() const noexcept { return by_; }
  const std::vector<std::string>& keys_of(const std::string& key);

private:
  Dimension by_;
  const Directory* directory_;
  std::map<std::string, std::vector<std::string>> known_;
};

class FactTables {
public:
  FactTables(const Definitions& definitions, Counting counting);

  const std::vector<store::FactSelection>& selections() const noexcept { return selections_; }

  void take(const store::FactReading& reading);
  // `count` is -1 for what is to be taken out again.
  void correct(const Fact& fact, std::int64_t count);

  std::vector<std::string> keys_of(const Definitions& definitions);
  Measurement figure(const MeasureDefinition& one, const std::string& key);

private:
  std::size_t place_of(const FactFilter& filter, MeasureForm form);
  const rules::FactTable& table_of(const FactFilter& filter, MeasureForm form);
  void add(std::size_t table, const std::string& key, Marks marks, std::int64_t count,
           std::int64_t amount);

  Counting counting_;
  std::vector<store::FactSelection> selections_;
  std::vector<rules::FactTable> tables_;
};

// What is read to list the facts behind a measure.
std::vector<store::FactSelection> whole_facts_of(const MeasureDefinition& definition);

}  // namespace gridcase::engine
