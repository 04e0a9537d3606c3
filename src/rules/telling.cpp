#include "rules/telling.hpp"

#include <algorithm>

namespace gridcase::rules {

bool may_be_told(const Platform& platform, const Directory& directory,
                 const std::string& category) {
  const auto& listed = platform.categories;
  bool is_listed = listed.empty();
  for (const Category* it = directory.category(category); it != nullptr;
       it = it->parent.empty() ? nullptr : directory.category(it->parent)) {
    if (it->sensitive && !platform.personal) return false;
    is_listed = is_listed || std::find(listed.begin(), listed.end(), it->code) != listed.end();
  }
  return is_listed;
}

}  // namespace gridcase::rules
