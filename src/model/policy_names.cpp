// The stable names of what policies are made of.

#include "model/policy_names.hpp"

#include "base/words.hpp"

namespace gridcase {
namespace {

using base::Word;

constexpr std::array<Word<JoinRule::Result>, 3> results{{
    {JoinRule::Result::lead, "lead"},
    {JoinRule::Result::conclusive, "conclusive"},
    {JoinRule::Result::every, "every"},
}};

constexpr std::array<Word<JoinRule::Others>, 3> others_words{{
    {JoinRule::Others::finished, "finished"},
    {JoinRule::Others::signed_for, "signed_for"},
    {JoinRule::Others::any, "any"},
}};

constexpr std::array<Word<Checker>, 2> checkers{{
    {Checker::finder, "finder"},
    {Checker::nearest, "nearest"},
}};

}  // namespace

std::string_view name(JoinRule::Result result) noexcept { return base::name_in(results, result); }
std::string_view name(JoinRule::Others others) noexcept {
  return base::name_in(others_words, others);
}
std::string_view name(Checker checker) noexcept { return base::name_in(checkers, checker); }

namespace model {

std::optional<JoinRule::Result> join_result_from_name(std::string_view name) noexcept {
  return base::value_in(results, name);
}
std::optional<JoinRule::Others> join_others_from_name(std::string_view name) noexcept {
  return base::value_in(others_words, name);
}
std::optional<Checker> checker_from_name(std::string_view name) noexcept {
  return base::value_in(checkers, name);
}

}  // namespace model
}  // namespace gridcase
