#pragma once
// Puts facts in the place of those that are kept, and their sums right, inside a transaction that
// the caller began.

#include "store/codes.hpp"
#include "store/scope_sql.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>

namespace gridcase::store {

// A fact as its row has it, the case left out: numbers of the dictionary for codes, a day such as
// 20180316.
struct FactRow {
  std::int64_t kind = 0;
  std::int64_t moment = 0;  // 0 for none
  std::int64_t number = 0;
  std::int64_t day = 0;
  std::int64_t happened = 0;
  std::int64_t marks = 0;
  std::int64_t amount = 0;
  std::int64_t unit = 0;
  std::int64_t person = 0;
  std::int64_t grid = 0;
  std::int64_t category = 0;
  std::int64_t channel = 0;

  friend bool operator==(const FactRow& a, const FactRow& b);
};

class FactKeeper {
public:
  FactKeeper(Connection& connection, NewCodes& codes, std::int64_t county, std::string zone)
      : connection_(connection), codes_(codes), county_(county), zone_(std::move(zone)) {}

  void replace(const CaseFacts& facts);
  // Once, after the last case: the sums.
  void finish();

private:
  struct Change {
    std::int64_t facts = 0;
    std::int64_t amount = 0;
  };
  using Key = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                         std::int64_t>;  // dimension, kind, moment, month, code, marks

  FactRow row_of(const Fact& fact);
  void count(const FactRow& row, std::int64_t sign);

  Connection& connection_;
  NewCodes& codes_;
  const std::int64_t county_;
  const std::string zone_;
  std::map<Key, Change> changes_;
};

// Whether every fact stands under its day in the zone of the progress; `found` is called with the
// case of each that does not.
void check_fact_days(Connection& connection, const std::function<void(std::int64_t)>& found);

}  // namespace gridcase::store
