#include "support/host_database.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace gridcase::test {

HostDatabase::HostDatabase(const std::string& path, const std::string& first) {
  if (sqlite3_open(path.c_str(), &connection_) != SQLITE_OK)
    throw std::runtime_error("no database");
  run(first);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
}

HostDatabase::~HostDatabase() { sqlite3_close_v2(connection_); }

void HostDatabase::run(const std::string& statements) const {
  char* text = nullptr;
  if (sqlite3_exec(connection_, statements.c_str(), nullptr, nullptr, &text) == SQLITE_OK) return;
  const std::string why = text == nullptr ? "?" : text;
  sqlite3_free(text);
  throw std::runtime_error(statements + ": " + why);
}

std::string HostDatabase::text(const std::string& query) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection_, query.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(query + ": " + sqlite3_errmsg(connection_));
  }
  std::string found;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    if (value != nullptr) found = value;
  }
  sqlite3_finalize(statement);
  return found;
}

std::int64_t HostDatabase::number(const std::string& query) const {
  const std::string found = text(query);
  return found.empty() ? 0 : std::stoll(found);
}

bool HostDatabase::in_transaction() const { return sqlite3_get_autocommit(connection_) == 0; }

}  // namespace gridcase::test
