#pragma once
// Personal data as everybody may see it. Whoever needs more reveals it with a logged reason.

#include <gridcase/action.hpp>

#include <vector>

namespace gridcase::engine {

void mask(std::vector<Party>& parties);

}  // namespace gridcase::engine
