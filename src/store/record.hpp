#pragma once
// A line of the history as it is stored and hashed. The byte layout of the hash is documented in
// src/store/README.md for verifiers in other languages; change it only with a new layout number.

#include "base/hash.hpp"
#include "model/action_json.hpp"

#include <gridcase/action.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace gridcase::store {

using Key = std::array<std::uint8_t, 32>;

struct Record {
  // Given by the store when it is committed; not in the hash, which chains a case, not a county.
  std::int64_t sequence = 0;
  std::int64_t commit = 0;

  CaseId case_id = CaseId::none;
  std::int64_t version = 0;
  ActionKind action = ActionKind::comment;
  Outcome outcome = Outcome::only;
  Instant happened{};
  Instant recorded{};
  Actor actor;
  Position before;
  Position after;
  std::int64_t policy_version = 0;
  std::string command_id;
  model::ActionParts parts;        // text and personal are empty when erased or masked
  base::Digest text_commitment{};  // all zero when the event had none
  base::Digest personal_commitment{};
  base::Digest hash{};
};

// Event to record: splits the action, commits to text and personal data under the key of the case,
// and hashes over `previous`, the hash of the event before it in the case (zero for the first).
Record encode(const Event& event, std::string_view county, const Key& key,
              const base::Digest& previous, base::Hasher& hasher);

// Record to event. `erased` is set when a commitment has nothing left to commit to.
Event decode(const Record& record);

// The hash the record must have after `previous`.
base::Digest expected_hash(const Record& record, std::string_view county,
                           const base::Digest& previous, base::Hasher& hasher);

// The commitment to a text under the key of a case; zero for an empty text. The domain ("text",
// "personal", the version) keeps equal texts apart.
base::Digest commitment(const Key& key, std::string_view domain, std::int64_t version,
                        std::string_view text, base::Hasher& hasher);

}  // namespace gridcase::store
