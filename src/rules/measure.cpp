// Figures: how they are reckoned and written, and the stable names of what they are made of.
#include <gridcase/measure.hpp>

#include "base/words.hpp"

#include <gridcase/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace gridcase {
namespace {

using base::name_in;
using base::value_in;
using base::Word;

// Names are stored and sent: a line may be added here, never changed.

constexpr std::array<Word<FactKind>, 16> fact_kinds{{
    {FactKind::reported, "reported"},
    {FactKind::filed, "filed"},
    {FactKind::limit, "limit"},
    {FactKind::limit_or_done, "limit_or_done"},
    {FactKind::ordered, "ordered"},
    {FactKind::dispatched, "dispatched"},
    {FactKind::handled, "handled"},
    {FactKind::returned, "returned"},
    {FactKind::checked, "checked"},
    {FactKind::confirmed, "confirmed"},
    {FactKind::closed, "closed"},
    {FactKind::followed_up, "followed_up"},
    {FactKind::consulted, "consulted"},
    {FactKind::inspected, "inspected"},
    {FactKind::spent, "spent"},
    {FactKind::accepted, "accepted"},
}};

constexpr std::array<Word<Mark>, 37> marks{{
    {Mark::done, "done"},
    {Mark::in_time, "in_time"},
    {Mark::late, "late"},
    {Mark::exempt, "exempt"},
    {Mark::extended, "extended"},
    {Mark::filed, "filed"},
    {Mark::annulled, "annulled"},
    {Mark::requested, "requested"},
    {Mark::answered, "answered"},
    {Mark::converted, "converted"},
    {Mark::declined, "declined"},
    {Mark::rework, "rework"},
    {Mark::redirected, "redirected"},
    {Mark::lead, "lead"},
    {Mark::self, "self"},
    {Mark::guided, "guided"},
    {Mark::by_orders, "by_orders"},
    {Mark::passed, "passed"},
    {Mark::failed, "failed"},
    {Mark::solved, "solved"},
    {Mark::part_solved, "part_solved"},
    {Mark::unsolved, "unsolved"},
    {Mark::satisfied, "satisfied"},
    {Mark::dissatisfied, "dissatisfied"},
    {Mark::rated, "rated"},
    {Mark::agreed, "agreed"},
    {Mark::surprise, "surprise"},
    {Mark::village, "village"},
    {Mark::township, "township"},
    {Mark::county, "county"},
    {Mark::transferred, "transferred"},
    {Mark::reopened, "reopened"},
    {Mark::escalated, "escalated"},
    {Mark::contact, "contact"},
    {Mark::alert, "alert"},
    {Mark::record, "record"},
    {Mark::closed, "closed"},
}};

constexpr std::array<Word<MeasureForm>, 6> forms{{
    {MeasureForm::count, "count"},
    {MeasureForm::rate, "rate"},
    {MeasureForm::mean, "mean"},
    {MeasureForm::median, "median"},
    {MeasureForm::percentile90, "percentile90"},
    {MeasureForm::sum, "sum"},
}};

constexpr std::array<Word<Dimension>, 7> dimensions{{
    {Dimension::total, "total"},
    {Dimension::unit, "unit"},
    {Dimension::person, "person"},
    {Dimension::grid, "grid"},
    {Dimension::category, "category"},
    {Dimension::channel, "channel"},
    {Dimension::tier, "tier"},
}};

[[noreturn]] void refuse(const char* field, const std::string& why) {
  throw Error(ErrorCode::invalid_argument, why, field);
}

auto tied(const Fact& fact) {
  return std::tie(fact.kind, fact.moment, fact.number, fact.at, fact.amount, fact.unit, fact.person,
                  fact.case_id, fact.grid, fact.category, fact.channel);
}

}  // namespace

std::string_view name(FactKind kind) noexcept { return name_in(fact_kinds, kind); }
std::string_view name(Mark mark) noexcept { return name_in(marks, mark); }
std::string_view name(MeasureForm form) noexcept { return name_in(forms, form); }
std::string_view name(Dimension dimension) noexcept { return name_in(dimensions, dimension); }
std::optional<FactKind> fact_kind_from_name(std::string_view name) noexcept {
  return value_in(fact_kinds, name);
}
std::optional<Mark> mark_from_name(std::string_view name) noexcept { return value_in(marks, name); }
std::optional<Dimension> dimension_from_name(std::string_view name) noexcept {
  return value_in(dimensions, name);
}

bool operator==(const Fact& a, const Fact& b) { return tied(a) == tied(b) && a.marks == b.marks; }

bool FactFilter::takes(const Fact& fact) const noexcept {
  return fact.kind == kind && (!moment || fact.moment == moment) && fact.marks.has_all(all) &&
         (any == Marks() || fact.marks.has_any(any)) && !fact.marks.has_any(none);
}

std::optional<std::int64_t> hundredths(Ratio ratio, bool percent) {
  constexpr std::int64_t most = 900'000'000'000'000'000;  // times 10 it still fits
  if (ratio.denominator < 0 || ratio.denominator > most) {
    refuse("denominator", fmt::format("{} is no denominator", ratio.denominator));
  }
  if (ratio.denominator == 0) return std::nullopt;
  // Written by hand as on paper, so that no product overflows.
  const bool negative = ratio.numerator < 0;
  const auto divisor = static_cast<std::uint64_t>(ratio.denominator);
  std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(ratio.numerator)
                                : static_cast<std::uint64_t>(ratio.numerator);
  std::uint64_t result = rest / divisor;
  rest %= divisor;
  for (int digit = percent ? 4 : 2; digit > 0; --digit) {
    if (result > std::uint64_t{most} / 10) refuse("numerator", "the result is too large");
    rest *= 10;
    result = result * 10 + rest / divisor;
    rest %= divisor;
  }
  if (rest * 2 >= divisor) ++result;
  const auto value = static_cast<std::int64_t>(result);
  return negative ? -value : value;
}

std::string two_decimals(std::optional<std::int64_t> hundredths) {
  if (!hundredths) return "n/a";
  const bool negative = *hundredths < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(*hundredths)
                                      : static_cast<std::uint64_t>(*hundredths);
  return fmt::format("{}{}.{:02}", negative ? "-" : "", size / 100, size % 100);
}

std::vector<std::optional<std::int64_t>> shares_of(const std::vector<std::int64_t>& parts) {
  constexpr std::int64_t whole = 10'000;
  if (std::any_of(parts.begin(), parts.end(), [](std::int64_t part) { return part < 0; })) {
    refuse("parts", "a part must not be negative");
  }
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / whole;
  std::int64_t sum = 0;
  for (const std::int64_t part : parts) {
    if (part > most - sum) refuse("parts", "the parts are too large");
    sum += part;
  }
  std::vector<std::optional<std::int64_t>> shares(parts.size());
  if (sum == 0) return shares;
  std::int64_t left = whole;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    shares[i] = parts[i] * whole / sum;
    left -= *shares[i];
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return parts[a] * whole % sum > parts[b] * whole % sum;
  });
  for (std::int64_t i = 0; i < left; ++i)
    ++*shares[order[static_cast<std::size_t>(i)]];
  return shares;
}

}  // namespace gridcase
