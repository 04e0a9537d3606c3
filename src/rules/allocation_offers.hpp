#pragma once
// What supplies could take a demand, nearest first, looked up as far as is asked for.

#include <gridcase/response.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <vector>

namespace gridcase::rules {

// One of the supplies that could take a demand.
struct Offer {
  double cost;
  std::uint32_t supply;  // rank: its place in the order of the codes, of those that have room
};

// The nearest supplies of a demand, cheapest first, those of equal cost in the order of their
// codes.
struct Offers {
  std::vector<Offer> nearest;
  double rest = 0;  // none of the others costs less; infinity when there are no others
};

class PlaceIndex;

class OfferBook {
public:
  // `ranked` are indices into `supplies`; ranks are positions in it. Both lists must outlive this.
  OfferBook(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
            const std::vector<std::uint32_t>& ranked, const Metric& metric);
  ~OfferBook();
  OfferBook(const OfferBook&) = delete;
  OfferBook& operator=(const OfferBook&) = delete;

  // Demands of one kind ask for the same capability and have the same supplies to choose from.
  std::uint32_t kind_of(std::uint32_t demand) const { return kinds_of_demands_[demand]; }
  std::size_t kinds() const { return kinds_.size(); }
  // By rank, ascending.
  const std::vector<std::uint32_t>& supplies_of(std::uint32_t kind) const;

  // What was looked up for the demand until now; nothing at first.
  const Offers& offers(std::uint32_t demand) const { return offers_[demand]; }
  // Looks up some times as many of its cheapest, or all there are.
  void widen(std::uint32_t demand);

private:
  struct Kind;

  Offers cheapest(std::uint32_t demand, std::size_t count);
  Offers by_place(std::uint32_t demand, const Kind& kind, std::size_t count) const;
  Offers by_table(std::uint32_t demand, const Kind& kind, std::size_t count);
  double measured(std::uint32_t demand, std::uint32_t supply) const;

  const std::vector<Demand>& demands_;
  const std::vector<Supply>& supplies_;
  const std::vector<std::uint32_t>& ranked_;
  const Metric& metric_;
  std::vector<std::uint32_t> kinds_of_demands_;
  std::vector<std::unique_ptr<Kind>> kinds_;
  std::vector<Offers> offers_;               // by demand
  std::vector<std::vector<double>> tables_;  // by demand: what the metric said of each supply
};

}  // namespace gridcase::rules
