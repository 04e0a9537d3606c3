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
  switch (ground) {
  case Ground::everything: return true;
  case Ground::township: return snapshot.summary.township == unit || is_with(snapshot, unit);
  case Ground::village: return snapshot.summary.village == unit || is_with(snapshot, unit);
  case Ground::grid: return snapshot.summary.grid == unit || is_with(snapshot, unit);
  case Ground::none: return is_with(snapshot, unit);
  }
  return false;
}

}  // namespace gridcase::model
