#pragma once
// A version of the policy, compiled. Never changes; shared by whoever decides or asks.

#include "rules/timetables.hpp"

#include <gridcase/policy.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace gridcase::engine {

struct Rulebook {
  std::int64_t version;
  std::shared_ptr<const Policy> policy;
  Directory directory;
  rules::Timetables timetables;

  // Calendars that are the same in the donor are shared with it. Throws DocumentError when the
  // policy has faults.
  Rulebook(std::int64_t number, Policy whole, const Rulebook* donor = nullptr);

  // The command centre of the county.
  const std::string& centre() const;
};

using RulebookPtr = std::shared_ptr<const Rulebook>;

}  // namespace gridcase::engine
