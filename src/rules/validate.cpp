#include "model/organization_check.hpp"
#include "rules/directory_ground.hpp"

#include <gridcase/organization.hpp>

namespace gridcase {

std::vector<Fault> validate(const Organization& organization) {
  const model::OrganizationIndex index(organization);
  model::Findings findings;
  const model::Check check{organization, index, findings};
  model::check_head(check);
  model::check_units(check);
  model::check_command_line(check);
  model::check_area_codes(check);
  model::check_grid_staff(check);
  rules::check_ground(check);
  model::check_people(check);
  model::check_intake(check);
  model::check_categories(check);
  model::check_duties(check);
  model::check_linkages(check);
  model::check_assets(check);
  model::check_roles(check);
  return findings.take();
}

}  // namespace gridcase
