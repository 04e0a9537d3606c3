#pragma once
// One action on many cases: what it would come to, and doing it in slices, so that others come in
// between.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <string>

namespace gridcase::engine {

struct BulkBudget {
  std::int32_t total = 0;
  std::int32_t slice = 0;
};

// What a bulk needs of the engine.
struct BulkTools {
  store::Store& store;
  Rulebooks& rulebooks;
  Writer& writer;
  GroupCommit& queue;
};

// All throw Error invalid_argument, with the field, for what no bulk can be.

BulkReport preview_bulk(store::Store& store, Rulebooks& rulebooks, const Bulk& bulk,
                        const Actor& actor, Instant now);
BulkReport carry_out_bulk(BulkTools tools, const Bulk& bulk, const Actor& actor, Instant now,
                          BulkBudget budget);
// For the unit that did it, and for who sees everything.
std::optional<BulkReport> bulk_receipt(store::Store& store, const Rulebook& rules,
                                       const std::string& key, const Actor& actor);

// bulk_check.cpp: whether it can be a bulk at all. A preview needs no key.
void check_bulk(const Bulk& bulk, bool needs_key);
void check_bulk_actor(const Rulebook& rules, const Actor& actor, Instant now);

}  // namespace gridcase::engine
