#pragma once
// JSON forms of what the county's own line of history says of a bulk.

#include <gridcase/query.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::model {

// What is asked for, the same text for the same bulk: the query, and the action without its
// parties. The key is left out.
std::string write_bulk(const Bulk& bulk);

// How far a bulk is. What was done is not in it: the histories of the cases say so.
struct BulkTally {
  CaseId position = CaseId::none;  // every case up to this one was tried
  std::int64_t refused = 0;
  std::int64_t failed = 0;
  std::map<RefusalCode, std::int64_t> refusals;
  std::vector<BulkVerdict> listed;  // of the refused ones
};

std::string write_tally(const BulkTally& tally, std::int64_t done);
struct WrittenTally {
  BulkTally tally;
  std::int64_t done = 0;
};
// Throws Error corrupt when it is not what `write_tally` wrote.
WrittenTally read_tally(std::string_view text);

}  // namespace gridcase::model
