#pragma once
// Who leads and who assists, decided from the duties.

#include "model/organization_index.hpp"

#include <gridcase/organization.hpp>

#include <cstdint>
#include <vector>

namespace gridcase::rules {

// The duties sorted for asking. The organization and its index must outlive it.
class DutyBook {
public:
  DutyBook(const Organization& organization, const model::OrganizationIndex& index);

  Responsible responsible(std::uint32_t category, std::uint32_t place, Tier tier,
                          OperatingMode mode) const;

private:
  struct Entry {
    std::uint32_t duty;
    std::uint32_t territory;  // `nothing` for the whole organization
  };

  bool covers(std::uint32_t territory, std::uint32_t place) const;
  // The first duty of that mode, or of none if empty, that fits; null when there is none.
  const Duty* first_duty(std::uint32_t category, std::uint32_t place, Tier tier,
                         std::optional<OperatingMode> mode) const;
  Responsible answer(const Duty& duty, std::uint32_t category, std::uint32_t place) const;
  std::vector<std::uint32_t> capable_units(const Duty& duty, std::uint32_t place) const;

  const Organization& organization_;
  const model::OrganizationIndex& index_;
  std::vector<std::vector<Entry>> by_category_;  // the most specific territory first
};

}  // namespace gridcase::rules
