#include "c_api/call.hpp"

#include <algorithm>
#include <string_view>

namespace gridcase::c_api {
namespace {

Calls made_table() {
  Calls all;
  for (const Calls& some :
       {acting_calls(), case_calls(), time_calls(), governing_calls(), responding_calls(),
        intake_calls(), figure_calls(), score_calls(), organization_calls(), document_calls(),
        lifecycle_calls(), monitor_calls(), export_calls(), import_calls()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end(), [](const Call& a, const Call& b) {
    return std::string_view(a.name) < std::string_view(b.name);
  });
  return all;
}

}  // namespace

const Calls& all_calls() {
  static const Calls table = made_table();
  return table;
}

const Call* find_call(std::string_view name) {
  const Calls& table = all_calls();
  const auto found =
      std::lower_bound(table.begin(), table.end(), name, [](const Call& call, std::string_view n) {
        return std::string_view(call.name) < n;
      });
  return found != table.end() && found->name == name ? &*found : nullptr;
}

}  // namespace gridcase::c_api
