#include "support/platforms.hpp"

#include <utility>

namespace gridcase::test {

Platform platform(const std::string& system) {
  Platform it;
  it.system = system;
  it.name = system;
  it.unit = system;
  for (const ActionKind action :
       {ActionKind::sign, ActionKind::start, ActionKind::arrive, ActionKind::progress,
        ActionKind::feedback, ActionKind::decline, ActionKind::comment}) {
    it.steps.push_back({std::string(name(action)), action});
  }
  return it;
}

Policy county_with(std::vector<Platform> platforms) {
  Policy policy{"test", {}, small_organization()};
  for (const Platform& one : platforms) {
    Unit unit;
    unit.code = one.unit;
    unit.name = one.name;
    unit.kind = UnitKind::platform;
    unit.tier = Tier::county;
    unit.parent = centre;
    policy.organization.units.push_back(std::move(unit));
  }
  policy.platforms = std::move(platforms);
  return policy;
}

InMessage message(const std::string& id, const std::string& external_id, const std::string& step,
                  const Edit& edit) {
  InMessage it;
  it.message_id = id;
  it.external_id = external_id;
  it.step = step;
  if (edit) edit(it.action);
  return it;
}

InMessage opening(const std::string& id, const std::string& external_id) {
  return message(id, external_id, {}, [](Action& action) {
    action.kind = ActionKind::transfer_in;
    action.title = "违规广告条幅";
    action.category = "0404";
    action.grid = grid;
  });
}

}  // namespace gridcase::test
