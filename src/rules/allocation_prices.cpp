#include "rules/allocation_prices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace gridcase::rules {

namespace {

constexpr double none = std::numeric_limits<double>::infinity();

class Auction {
public:
  Auction(OfferBook& book, std::size_t demands, const std::vector<std::int32_t>& room)
      : book_(book), demands_(demands), room_(room), prices_(room.size()), bids_(room.size()) {}

  // Everybody bids anew, beginning with the prices there are. False if that comes to no end.
  bool hold(double step);
  const std::vector<double>& prices() const { return prices_; }

private:
  struct Bid {
    double price;
    std::uint32_t demand;

    friend bool operator<(const Bid& a, const Bid& b) { return b.price < a.price; }
  };
  struct Wish {
    double best = none;  // cost and price
    double next = none;
    std::uint32_t supply = 0;
  };

  std::size_t room_of(std::size_t supply) const { return static_cast<std::size_t>(room_[supply]); }
  Wish wish_of(std::uint32_t demand);
  void bid(std::uint32_t demand, double step);
  void lower_to_wishes();
  void lower_to_room();

  OfferBook& book_;
  std::size_t demands_;
  const std::vector<std::int32_t>& room_;
  std::vector<double> prices_;          // by supply: of one more place there
  std::vector<std::vector<Bid>> bids_;  // by supply: heaps, the lowest bid first
  std::vector<std::uint32_t> waiting_;  // demands that hold no place
};

bool Auction::hold(double step) {
  // More show that the step is small enough to tell demands apart, or that there is no room.
  constexpr std::size_t most_bids = 16;
  for (auto& bids : bids_)
    bids.clear();
  waiting_.clear();
  for (auto demand = static_cast<std::uint32_t>(demands_); demand > 0; --demand)
    waiting_.push_back(demand - 1);
  for (std::size_t left = most_bids * demands_; left > 0 && !waiting_.empty(); --left) {
    const std::uint32_t demand = waiting_.back();
    waiting_.pop_back();
    bid(demand, step);
  }
  lower_to_wishes();
  lower_to_room();
  return waiting_.empty();
}

Auction::Wish Auction::wish_of(std::uint32_t demand) {
  for (;;) {
    const auto& [offers, rest] = book_.offers(demand);
    Wish wish;
    for (const Offer& offer : offers) {
      if (!(offer.cost < wish.next)) break;  // no price is below 0
      const double cost = offer.cost + prices_[offer.supply];
      if (cost < wish.best) {
        wish.next = std::exchange(wish.best, cost);
        wish.supply = offer.supply;
      } else {
        wish.next = std::min(wish.next, cost);
      }
    }
    if (wish.next <= rest) return wish;
    book_.widen(demand);
  }
}

void Auction::bid(std::uint32_t demand, double step) {
  const Wish wish = wish_of(demand);
  if (wish.best == none) return;
  const double more = wish.next < none ? wish.next - wish.best : 0;
  auto& bids = bids_[wish.supply];
  bids.push_back({prices_[wish.supply] + more + step, demand});
  std::push_heap(bids.begin(), bids.end());
  if (bids.size() > room_of(wish.supply)) {
    std::pop_heap(bids.begin(), bids.end());
    waiting_.push_back(bids.back().demand);
    bids.pop_back();
  }
  if (bids.size() == room_of(wish.supply)) prices_[wish.supply] = bids.front().price;
}

// Every price comes down to what the one who wants it most would give.
void Auction::lower_to_wishes() {
  std::vector<double> lowered(prices_.size(), 0);
  for (std::uint32_t demand = 0; demand < demands_; ++demand) {
    const double level = wish_of(demand).best;
    if (level == none) continue;
    for (const Offer& offer : book_.offers(demand).nearest) {
      if (!(offer.cost < level)) break;
      lowered[offer.supply] = std::max(lowered[offer.supply], level - offer.cost);
    }
  }
  prices_ = std::move(lowered);
}

// All come down by the same until no more room has a price than there are demands: what has one in
// the end is taken.
void Auction::lower_to_room() {
  std::vector<std::uint32_t> priced;
  for (std::uint32_t i = 0; i < prices_.size(); ++i) {
    if (prices_[i] > 0) priced.push_back(i);
  }
  std::sort(priced.begin(), priced.end(),
            [this](std::uint32_t a, std::uint32_t b) { return prices_[b] < prices_[a]; });
  double too_much = 0;
  std::size_t room = 0;
  for (const std::uint32_t supply : priced) {
    room += room_of(supply);
    if (room <= demands_) continue;
    too_much = prices_[supply];
    break;
  }
  for (double& price : prices_)
    price = std::max(0.0, price - too_much);
}

// As far as offers were looked at.
double highest_cost(const OfferBook& book, std::size_t demands) {
  double highest = 0;
  for (std::uint32_t demand = 0; demand < demands; ++demand) {
    const auto& offers = book.offers(demand).nearest;
    if (!offers.empty()) highest = std::max(highest, offers.back().cost);
  }
  return highest;
}

}  // namespace

std::vector<double> guess_prices(OfferBook& book, std::size_t demands,
                                 const std::vector<std::int32_t>& room) {
  // Powers of two: where costs are whole numbers nothing is rounded.
  constexpr int first_step = -2;
  constexpr int next_step = -3;
  constexpr int last_step = -38;
  // Bidding that can come to no end need not begin.
  std::size_t all_room = 0;
  for (const std::int32_t one : room)
    all_room += static_cast<std::size_t>(one);
  if (all_room < demands) return {};
  int exponent = 0;
  std::frexp(highest_cost(book, demands), &exponent);
  Auction auction(book, demands, room);
  if (!auction.hold(std::ldexp(1, exponent + first_step))) return {};
  for (int step = first_step + next_step; step >= last_step; step += next_step) {
    if (!auction.hold(std::ldexp(1, exponent + step))) break;
  }
  return auction.prices();
}

}  // namespace gridcase::rules
