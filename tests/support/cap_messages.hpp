#pragma once
// Messages of the Common Alerting Protocol to try things on.

#include "support/organizations.hpp"

#include <gridcase/cap.hpp>

namespace gridcase::test {

// An orange warning of a typhoon for two townships, in Chinese and English.
CapAlert typhoon_warning();

// A random message without errors that uses every element sooner or later.
CapAlert random_cap_alert(Dice& dice);

}  // namespace gridcase::test
