#pragma once
// OCEL 2.0 in SQLite: rows of the standard's tables, as store/schema_ocel.hpp has them.

#include "store/sqlite.hpp"

#include <gridcase/event_log.hpp>

#include <string>

namespace gridcase::exchange {

// Writes a new file in one transaction. Objects that are known by a code come with the first
// relation to them.
class OcelSqliteWriter {
public:
  explicit OcelSqliteWriter(const std::string& path);

  void add(const OcelObject& object);
  void add(const OcelEvent& event);
  // Takes out the relations that lead nowhere, and ends the transaction.
  LogCounts finish();

private:
  void add_values(const OcelObject& object);
  void add_target(const std::string& id);

  store::Connection connection_;
  LogCounts counts_;
};

}  // namespace gridcase::exchange
