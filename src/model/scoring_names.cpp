// Stable names of what rules over scores choose from.
#include "base/words.hpp"

#include <gridcase/scoring.hpp>

namespace gridcase {

namespace {

constexpr std::array<base::Word<NotApplicable>, 3> not_applicable{
    {{NotApplicable::spread, "spread"},
     {NotApplicable::full, "full"},
     {NotApplicable::zero, "zero"}}};
constexpr std::array<base::Word<StepPart>, 3> parts{
    {{StepPart::exact, "exact"}, {StepPart::begun, "begun"}, {StepPart::whole, "whole"}}};

}  // namespace

std::string_view name(NotApplicable what) noexcept { return base::name_in(not_applicable, what); }
std::string_view name(StepPart part) noexcept { return base::name_in(parts, part); }
std::optional<NotApplicable> not_applicable_from_name(std::string_view name) noexcept {
  return base::value_in(not_applicable, name);
}
std::optional<StepPart> step_part_from_name(std::string_view name) noexcept {
  return base::value_in(parts, name);
}

}  // namespace gridcase
