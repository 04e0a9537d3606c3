#pragma once
// Values to rows and back. Columns are bound and read in the order of statements.hpp.

#include "store/codes.hpp"
#include "store/store.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace gridcase::store {

// Held by somebody, not ended: the rows that the partial indexes contain.
inline bool is_open(State state) noexcept { return !is_end(state); }

// Reads the columns of a row from left to right.
class Row {
public:
  Row(const Cursor& cursor, Codes& codes, Connection& connection)
      : cursor_(cursor), codes_(&codes), connection_(&connection) {}
  // For rows of which no code is read.
  explicit Row(const Cursor& cursor) : cursor_(cursor) {}

  void read(std::string& out) { out = cursor_.text(at_++); }
  void read(bool& out) { out = cursor_.integer(at_++) != 0; }
  void read(Instant& out) { out = from_microseconds(cursor_.integer(at_++)); }
  void read(std::optional<Instant>& out);
  void read(base::Digest& out);  // zero for NULL
  void read(std::optional<Key>& out);
  void read(std::optional<Point>& out);  // two columns
  void read(std::optional<Tier>& out);
  void skip() { ++at_; }
  void read_code(std::string& out) { out = codes_->text(*connection_, cursor_.integer(at_++)); }
  template <typename T, std::enable_if_t<std::is_integral_v<T> || std::is_enum_v<T>, int> = 0>
  void read(T& out) {
    out = static_cast<T>(cursor_.integer(at_++));
  }

private:
  void check_size(Blob bytes) const;

  const Cursor& cursor_;
  Codes* codes_ = nullptr;
  Connection* connection_ = nullptr;
  int at_ = 0;
};

inline Blob blob_of(const std::array<std::uint8_t, 32>& bytes) {
  return {bytes.data(), bytes.size()};
}
inline Blob blob_of(const std::optional<Key>& key) { return key ? blob_of(*key) : Blob{}; }

// GRIDCASE_CASE_PLAIN
void bind_case(Cursor& cursor, NewCodes& codes, const Loaded& loaded);
// GRIDCASE_CASE_COLUMNS; without the assignments
Loaded read_case(Row& row);
// GRIDCASE_CASE_COLUMNS, of which head and key are left
CaseSummary read_summary(Row& row);

// GRIDCASE_RECORD_COLUMNS without the personal data, which has a table of its own
void bind_record(Cursor& cursor, NewCodes& codes, std::int64_t county, const Record& record);
// GRIDCASE_RECORD_COLUMNS
Record read_record(Row& row);

// sql::select_assignments
Assignment read_assignment(Row& row);
// The same without the unit, for who only compares.
Assignment read_course(const Cursor& row);
// From `role` on, in the order in which the three statements share it; unit and end come before.
void bind_assignment(Cursor& cursor, const Assignment& assignment);
// GRIDCASE_CLOCK_COLUMNS, the number before them when they are read.
Clock read_clock(Row& row);
void bind_clock(Cursor& cursor, NewCodes& codes, const Clock& clock);

// Whether nothing differs, unit and end left out.
bool same_course(const Assignment& a, const Assignment& b);

}  // namespace gridcase::store
