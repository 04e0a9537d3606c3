#include "model/scope.hpp"

#include <algorithm>

namespace gridcase::model {
namespace {

bool is_with(const Snapshot& snapshot, const std::string& unit) {
  const CaseSummary& it = snapshot.summary;
  return it.holder == unit || it.reporter_unit == unit || it.checker == unit || it.about == unit ||
         std::any_of(snapshot.assignments.begin(), snapshot.assignments.end(),
                     [&](const Assignment& assignment) { return assignment.unit == unit; });
}

}  // namespace

bool Scope::covers(const Snapshot& snapshot) const {
  if (ground == Ground::everything) return true;
  const CaseSummary& it = snapshot.summary;
  const bool lies_here = (ground == Ground::township && it.township == unit) ||
                         (ground == Ground::village && it.village == unit) ||
                         (ground == Ground::grid && it.grid == unit);
  return lies_here || is_with(snapshot, unit) ||
         std::any_of(task_forces.begin(), task_forces.end(),
                     [&](const std::string& force) { return is_with(snapshot, force); });
}

}  // namespace gridcase::model
