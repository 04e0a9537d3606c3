// Cameras, vehicles, reservoirs and other things with a place.
#include "model/organization_check.hpp"

namespace gridcase::model {

void check_assets(const Check& check) {
  const auto& assets = check.organization.assets;
  for (std::uint32_t i = 0; i < assets.size(); ++i) {
    const Asset& asset = assets[i];
    const Spot spot{Section::assets, i, {}};
    check.code(spot, "asset", asset.code, check.index.assets.find(asset.code));
    check.not_empty(spot.at("unit"), "asset", asset.unit);
    check.unit(spot.at("unit"), "asset", asset.unit);
    if (asset.location && !is_valid(*asset.location)) {
      check.findings.error(spot.at("location"), "asset.location_invalid",
                           "the location is no place on the ground",
                           "use degrees of WGS 84, the longitude first");
    }
  }
}

}  // namespace gridcase::model
