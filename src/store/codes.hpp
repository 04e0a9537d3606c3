#pragma once
// The dictionary of what repeats: units, persons, posts, categories, grades, channels, systems.
// Rows hold its numbers. It only grows, so what was read once stays true.

#include "store/sqlite.hpp"

#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gridcase::store {

// What is known of the dictionary in this process; any thread.
class Codes {
public:
  static constexpr std::int64_t unknown = -1;  // matches no row

  explicit Codes(std::int64_t county) : county_(county) {}

  // 0 for an empty text, `unknown` for one the store has never seen.
  std::int64_t find(Connection& connection, std::string_view text);
  // Throws Error corrupt for a number that is not in the dictionary.
  const std::string& text(Connection& connection, std::int64_t code);

private:
  friend class NewCodes;
  const std::string& add(std::int64_t code, std::string_view text);

  const std::int64_t county_;
  std::shared_mutex mutex_;
  std::unordered_map<std::int64_t, std::string> texts_;
  std::unordered_map<std::string_view, std::int64_t> numbers_;  // views into texts_
};

// The writer's side: gives new numbers inside a transaction. What it gave becomes known to the
// process only when the transaction was committed.
class NewCodes {
public:
  NewCodes(Codes& known, Connection& connection) : known_(known), connection_(connection) {}

  std::int64_t code(std::string_view text);
  // As `code`, but `Codes::unknown` for a text that has no number yet.
  std::int64_t find(std::string_view text);
  // After the commit.
  void publish() noexcept;

private:
  Codes& known_;
  Connection& connection_;
  std::unordered_map<std::string, std::int64_t> fresh_;
};

}  // namespace gridcase::store
