#pragma once
// A host with a database of its own, which an engine may be attached to.

#include "support/county.hpp"

#include <cstdint>
#include <string>

struct sqlite3;

namespace gridcase::test {

// A connection to a file that SQLite makes; with the settings that an attached engine asks for.
class HostDatabase {
public:
  // `first` are statements that come before all others.
  explicit HostDatabase(const std::string& path, const std::string& first = {});
  ~HostDatabase();
  HostDatabase(const HostDatabase&) = delete;
  HostDatabase& operator=(const HostDatabase&) = delete;

  sqlite3* connection() const noexcept { return connection_; }
  // Throws when SQLite refuses.
  void run(const std::string& statements) const;
  // The first column of the first row; 0 and "" when there is no row.
  std::int64_t number(const std::string& query) const;
  std::string text(const std::string& query) const;
  bool in_transaction() const;

private:
  sqlite3* connection_ = nullptr;
};

}  // namespace gridcase::test
