#pragma once
// Which fields each kind of action needs and takes, and what a field may hold. The one table of it.

#include <gridcase/action.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::rules {

// That one action takes.
inline constexpr std::size_t most_attachments = 100;
inline constexpr std::size_t longest_note = 4000;  // characters

enum class Field : std::uint8_t {
  reason,
  note,
  reply,
  title,
  text,
  category,
  grade,
  request,
  channel,
  number_dialled,
  tool,
  point,
  address,
  grid,
  tier,
  parties,
  external_ids,
  occurred,
  due,
  drill,
  unit,
  orders,
  passed,
  until,
  other_case,
  attachments,
  figures,
  satisfaction,
  solved,
  clock,
  keep_deadlines,
  units,
  join,
  forced,
  conclusive,
  relation,
  level,
  nature,
  counts,
  surprise,
  type,
  performer,
  subjects,
  lasted_until
};

std::string_view name(Field field) noexcept;
bool is_given(const Action& action, Field field);

std::vector<Field> required_fields(ActionKind kind);
std::vector<Field> optional_fields(ActionKind kind);

// The first thing wrong with the action by itself: a field missing, not taken, malformed or too
// large. State, actor and organization are not looked at.
std::optional<Refusal> check_fields(const Action& action);

}  // namespace gridcase::rules
