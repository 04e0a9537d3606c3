// The stable names of the enumerations.
#include <gridcase/organization.hpp>

#include <utility>

namespace gridcase {

namespace {

template <typename Enum> using Name = std::pair<Enum, std::string_view>;

constexpr Name<Tier> tiers[] = {
    {Tier::village, "village"}, {Tier::township, "township"}, {Tier::county, "county"}};

constexpr Name<UnitKind> unit_kinds[] = {
    {UnitKind::city_center, "city_center"},
    {UnitKind::command_center, "command_center"},
    {UnitKind::command_room, "command_room"},
    {UnitKind::village, "village"},
    {UnitKind::grid, "grid"},
    {UnitKind::department, "department"},
    {UnitKind::station, "station"},
    {UnitKind::subcenter, "subcenter"},
    {UnitKind::provider, "provider"},
    {UnitKind::response_team, "response_team"},
    {UnitKind::task_force, "task_force"},
    {UnitKind::platform, "platform"},
};

constexpr Name<CategoryKind> category_kinds[] = {{CategoryKind::event, "event"},
                                                 {CategoryKind::component, "component"}};

constexpr Name<LinkageKind> linkage_kinds[] = {{LinkageKind::reports_to, "reports_to"},
                                               {LinkageKind::dispatches_to, "dispatches_to"},
                                               {LinkageKind::assists, "assists"}};

constexpr Name<OperatingMode> modes[] = {{OperatingMode::normal, "normal"},
                                         {OperatingMode::emergency, "emergency"}};

template <typename Enum, std::size_t size>
std::string_view name_in(const Name<Enum> (&names)[size], Enum value) noexcept {
  for (const auto& [candidate, text] : names) {
    if (candidate == value) return text;
  }
  return "unknown";
}

template <typename Enum, std::size_t size>
std::optional<Enum> value_in(const Name<Enum> (&names)[size], std::string_view name) noexcept {
  for (const auto& [value, text] : names) {
    if (text == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Tier tier) noexcept { return name_in(tiers, tier); }
std::string_view name(UnitKind kind) noexcept { return name_in(unit_kinds, kind); }
std::string_view name(OperatingMode mode) noexcept { return name_in(modes, mode); }
std::string_view name(CategoryKind kind) noexcept { return name_in(category_kinds, kind); }
std::string_view name(LinkageKind kind) noexcept { return name_in(linkage_kinds, kind); }

std::optional<Tier> tier_from_name(std::string_view name) noexcept { return value_in(tiers, name); }
std::optional<UnitKind> unit_kind_from_name(std::string_view name) noexcept {
  return value_in(unit_kinds, name);
}
std::optional<OperatingMode> operating_mode_from_name(std::string_view name) noexcept {
  return value_in(modes, name);
}
std::optional<CategoryKind> category_kind_from_name(std::string_view name) noexcept {
  return value_in(category_kinds, name);
}
std::optional<LinkageKind> linkage_kind_from_name(std::string_view name) noexcept {
  return value_in(linkage_kinds, name);
}

}  // namespace gridcase
