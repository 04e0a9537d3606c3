#pragma once
// What room is worth when many demands want the same, guessed by an auction (after Bertsekas): each
// demand bids for what is best for it, as much more as it is better than the next best, and a step.
// The steps begin large and become small, so that prices come near to those of the least cost in
// far fewer looks than exact searches would need for it. Those can begin with them.

#include "rules/allocation_offers.hpp"

#include <cstdint>
#include <vector>

namespace gridcase::rules {

// By rank, 0 or more. None at all if the bidding comes to no end, as with too little room.
std::vector<double> guess_prices(OfferBook& book, std::size_t demands,
                                 const std::vector<std::int32_t>& room);

}  // namespace gridcase::rules
