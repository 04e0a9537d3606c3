#pragma once
// Making a refusal. State and allowed actions are added by `decide`.

#include <gridcase/action.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace gridcase::rules {

inline Refusal refusal(RefusalCode code, std::string_view field, std::string reason) {
  Refusal made;
  made.code = code;
  made.field = field;
  made.reason = std::move(reason);
  return made;
}

}  // namespace gridcase::rules
