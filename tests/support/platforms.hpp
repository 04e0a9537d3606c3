#pragma once
// Counties that are connected with other systems.

#include "support/county.hpp"

#include <string>
#include <vector>

namespace gridcase::test {

// The enforcement platform of small_organization() with it added: unit and system have one code.
inline const std::string enforcement = "zf";

// A system that speaks for the unit of its own code, and means by its words what actions are
// called.
Platform platform(const std::string& system = enforcement);

// The small county with a unit for each system, and the systems in its register.
Policy county_with(std::vector<Platform> platforms);

// A message about a case that the system calls `external_id`.
InMessage message(const std::string& id, const std::string& external_id,
                  const std::string& step = {}, const Edit& edit = {});
// The one that makes the case here.
InMessage opening(const std::string& id, const std::string& external_id);

}  // namespace gridcase::test
