#pragma once
// The words of the rules for cases, read back.

#include <gridcase/policy.hpp>

#include <optional>
#include <string_view>

namespace gridcase::model {

std::optional<JoinRule::Result> join_result_from_name(std::string_view name) noexcept;
std::optional<JoinRule::Others> join_others_from_name(std::string_view name) noexcept;
std::optional<Checker> checker_from_name(std::string_view name) noexcept;

}  // namespace gridcase::model
