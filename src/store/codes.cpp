#include "store/codes.hpp"

#include "store/statements.hpp"

#include <mutex>
#include <optional>

namespace gridcase::store {

std::int64_t Codes::find(Connection& connection, std::string_view text) {
  if (text.empty()) return 0;
  {
    const std::shared_lock<std::shared_mutex> lock(mutex_);
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
  }
  Cursor row = connection.query(sql::find_code, county_, text);
  if (!row.step()) return unknown;
  const std::int64_t code = row.integer(0);
  add(code, text);
  return code;
}

const std::string& Codes::text(Connection& connection, std::int64_t code) {
  static const std::string none;
  if (code == 0) return none;
  {
    const std::shared_lock<std::shared_mutex> lock(mutex_);
    const auto known = texts_.find(code);
    if (known != texts_.end()) return known->second;
  }
  Cursor row = connection.query(sql::code_text, county_, code);
  if (!row.step()) {
    throw Error(ErrorCode::corrupt,
                "code " + std::to_string(code) + " is not in the dictionary of the store");
  }
  return add(code, row.text(0));
}

const std::string& Codes::add(std::int64_t code, std::string_view text) {
  const std::unique_lock<std::shared_mutex> lock(mutex_);
  const auto place = texts_.emplace(code, text).first;
  numbers_.emplace(place->second, code);
  return place->second;
}

std::int64_t NewCodes::find(std::string_view text) {
  // First the numbers of this transaction: `known_` must not read them from the table before they
  // are committed, because it never forgets.
  const auto given = fresh_.find(std::string(text));
  return given != fresh_.end() ? given->second : known_.find(connection_, text);
}

std::int64_t NewCodes::code(std::string_view text) {
  const std::int64_t known = find(text);
  if (known != Codes::unknown) return known;
  Cursor last = connection_.query(sql::last_code, known_.county_);
  const std::int64_t code = last.step() ? last.integer(0) + 1 : 1;
  connection_.run(sql::insert_code, known_.county_, code, text);
  fresh_.emplace(text, code);
  return code;
}

void NewCodes::publish() noexcept {
  try {
    for (const auto& [text, code] : fresh_)
      known_.add(code, text);
  } catch (const std::bad_alloc&) {
    // What is not remembered is read again.
  }
}

}  // namespace gridcase::store
