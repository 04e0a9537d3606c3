#pragma once
// What comes in: which way it goes, alerts and what becomes of them, totals, and the public view.

#include "engine/group_commit.hpp"
#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/coverage.hpp>
#include <gridcase/intake.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gridcase::engine {

// The alert that came before, if this one is the same again; `pending` are those of the group that
// is being decided.
struct PendingAlert {
  const CaseSummary* summary = nullptr;
  const std::vector<Subject>* subjects = nullptr;
  std::string address;
};
std::optional<CaseId> find_same_alert(store::Store& store, const Rulebook& rules,
                                      const Action& alert, Instant now,
                                      const std::vector<PendingAlert>& pending);

std::vector<Answer> raise_alert(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                const Action& alert, const Actor& actor, Instant now);

// What becomes of an alert that was entered; none of the answers is about the alert itself.
std::vector<Answer> convert_alert(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                  CaseId id, const Action& alert, const Actor& actor, Instant now);

IntakeTotals intake_totals(store::Store& store, const Rulebook& rules, Instant from, Instant until,
                           const Actor& actor);

struct CoverageQuestion {
  const std::string& site_list;
  const std::string& type;
  Instant from{};
  Instant until{};
};
Coverage coverage_of(store::Store& store, const Rulebook& rules, const CoverageQuestion& question,
                     const Actor& actor);

std::string public_code(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor);
std::optional<PublicView> public_view(store::Store& store, const Rulebook& rules,
                                      const std::string& number, const std::string& code);

}  // namespace gridcase::engine
