#include "model/scope.hpp"

#include <algorithm>

namespace gridcase::model {
namespace {

bool contains(const Scope::Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool contains(const std::shared_ptr<const Scope::Codes>& ascending, const std::string& code) {
  return std::binary_search(ascending->begin(), ascending->end(), code);
}

}  // namespace

bool is_with(const Snapshot& snapshot, const std::string& unit) {
  const CaseSummary& it = snapshot.summary;
  return it.holder == unit || it.reporter_unit == unit || it.checker == unit || it.about == unit ||
         std::any_of(snapshot.assignments.begin(), snapshot.assignments.end(),
                     [&](const Assignment& assignment) { return assignment.unit == unit; });
}

bool Scope::View::is_of_category(const std::string& category) const {
  return (!categories || contains(categories, category)) &&
         (!without || !contains(without, category));
}

bool Scope::View::is_on_ground(const CaseSummary& summary) const {
  return everything || contains(townships, summary.township) ||
         contains(villages, summary.village) || contains(grids, summary.grid);
}

bool Scope::covers(const Snapshot& snapshot, const View& view) const {
  return view.is_of_category(snapshot.summary.category) &&
         (view.is_on_ground(snapshot.summary) ||
          std::any_of(units.begin(), units.end(),
                      [&](const std::string& unit) { return is_with(snapshot, unit); }));
}

bool Scope::covers(const Snapshot& snapshot) const {
  return std::any_of(views.begin(), views.end(),
                     [&](const View& view) { return covers(snapshot, view); });
}

bool Scope::is_everything() const noexcept {
  return std::any_of(views.begin(), views.end(), [](const View& view) {
    return view.everything && !view.categories && (!view.without || view.without->empty());
  });
}

Scope whole_county() {
  Scope scope;
  scope.views.emplace_back().everything = true;
  return scope;
}

}  // namespace gridcase::model
