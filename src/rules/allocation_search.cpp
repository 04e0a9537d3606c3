#include "rules/allocation_search.hpp"

#include <algorithm>
#include <limits>

namespace gridcase::rules {

namespace {

constexpr double rounding = 256 * std::numeric_limits<double>::epsilon();  // in a few sums
constexpr double none = std::numeric_limits<double>::infinity();

}  // namespace

Assignment::Assignment(OfferBook& book, std::size_t demands, const std::vector<std::int32_t>& room,
                       const std::vector<double>& prices)
    : book_(book), rows_(demands), columns_(room.size()), levels_(room.size()),
      kinds_(book.kinds()), queue_(demands + room.size()) {
  for (std::size_t i = 0; i < room.size(); ++i)
    columns_[i].room = static_cast<std::size_t>(room[i]);
  for (std::size_t i = 0; i < prices.size(); ++i)
    levels_[i].price = {0, prices[i]};
}

bool Assignment::add_all(std::size_t most_visits) {
  for (; added_ < rows_.size(); ++added_) {
    if (visits_ > most_visits) return false;
    add(added_);
  }
  give_back();
  return true;
}

void Assignment::add(std::uint32_t demand) {
  const std::uint32_t kind = book_.kind_of(demand);
  if (!(Cost{} < kinds_[kind].least_price) && is_full(kind)) {
    const auto kinds = kinds_within_reach(kind);
    const bool all_full =
        std::all_of(kinds.begin(), kinds.end(), [this](std::uint32_t one) { return is_full(one); });
    if (all_full) raise_prices(kinds);
  }
  if (kinds_[kind].looked_at > book_.supplies_of(kind).size()) find_least_price(kind);
  end_ = {};
  visit(demand, {});
  search();
  settle_potentials();
  exchange();
}

// --- the search: Dijkstra's, by reduced costs ---------------------------------------------------

void Assignment::search() {
  // At the same distance rows come before columns, for they may have an offer of a smaller code.
  while (!queue_.empty() && !(end_.distance < queue_.top().key)) {
    const auto [distance, number] = queue_.top();
    queue_.pop();
    if (number < rows_.size()) {
      widen(number);
    } else if (is_before_end(distance)) {
      for (const std::uint32_t row : columns_[number - rows_.size()].takes)
        visit(row, distance);
    }
  }
  queue_.clear();
}

// A row that would have to be taken by another column, or left over.
void Assignment::visit(std::uint32_t row, Cost distance) {
  ++visits_;
  visited_.push_back(row);
  rows_[row].distance = distance;
  const Cost leave = std::max(distance, distance + one_left_over - rows_[row].worth);
  if (leave < end_.distance) end_ = {leave, false, row, 0};
  look_at(row, 0);
}

void Assignment::widen(std::uint32_t row) {
  const double seen = book_.offers(row).rest;
  book_.widen(row);
  const auto& offers = book_.offers(row).nearest;
  const auto first = std::partition_point(offers.begin(), offers.end(),
                                          [seen](const Offer& one) { return one.cost < seen; });
  look_at(row, static_cast<std::size_t>(first - offers.begin()));
}

void Assignment::look_at(std::uint32_t row, std::size_t first_offer) {
  const Row& here = rows_[row];
  const auto& [offers, rest] = book_.offers(row);
  Kind& kind = kinds_[book_.kind_of(row)];
  const Cost base = here.distance - here.worth;
  const Cost least_base = base + kind.least_price;
  for (std::size_t i = first_offer; i < offers.size(); ++i) {
    const Offer offer = offers[i];
    const Level& level = levels_[offer.supply];
    const Cost distance{base.left_over + level.price.left_over,
                        base.rest + level.price.rest + offer.cost};
    if (!(distance < level.distance)) continue;
    if (end_.distance < least_base + Cost{0, offer.cost}) {  // and so are all that follow
      kind.looked_at += i - first_offer;
      return;
    }
    // Rounding must not lead back before what is settled already.
    if (here.distance < level.distance)
      reach(offer.supply, std::max(here.distance, distance), row, offer.cost);
  }
  kind.looked_at += offers.size() - first_offer;
  if (rest == none) return;
  const Cost least = std::max(here.distance, least_base + Cost{0, rest});
  if (!(end_.distance < least)) queue_.push(least, row);
}

void Assignment::reach(std::uint32_t column, Cost distance, std::uint32_t from, double cost) {
  Column& here = columns_[column];
  if (!(levels_[column].distance < never)) reached_.push_back(column);
  levels_[column].distance = distance;
  here.reached_from = from;
  here.reached_cost = cost;
  if (!has_room(here)) {
    const std::size_t number = rows_.size() + column;
    if (distance < end_.distance) queue_.push(distance, static_cast<std::uint32_t>(number));
    return;
  }
  const bool is_nearer = distance < end_.distance;
  const bool is_equal = !is_nearer && !(end_.distance < distance);
  if (is_nearer || (is_equal && (!end_.is_column || column < end_.index)))
    end_ = {distance, true, column, rounding * (cost + levels_[column].price.rest)};
}

// --- after the search ---------------------------------------------------------------------------

// Keeps every reduced cost at 0 or more, and at 0 along the way that was found.
void Assignment::settle_potentials() {
  for (const std::uint32_t row : visited_) {
    Row& here = rows_[row];
    if (is_before_end(here.distance)) here.worth = here.worth + (end_.distance - here.distance);
  }
  for (const std::uint32_t column : reached_) {
    Level& here = levels_[column];
    if (is_before_end(here.distance)) here.price = here.price + (end_.distance - here.distance);
    here.distance = never;
  }
  visited_.clear();
  reached_.clear();
}

// Hands on from the end to where the search began; the column there, if it was one.
std::uint32_t Assignment::exchange() {
  const auto leave = [this](std::uint32_t row) {
    const std::uint32_t from = rows_[row].taken_by;
    if (from != nobody) {
      auto& takes = columns_[from].takes;
      takes.erase(std::find(takes.begin(), takes.end(), row));
    }
    rows_[row].taken_by = nobody;
    return from;
  };
  std::uint32_t column = end_.is_column ? end_.index : leave(end_.index);
  while (column != nobody && columns_[column].reached_from != nobody) {
    const std::uint32_t row = columns_[column].reached_from;
    const std::uint32_t before = leave(row);
    rows_[row].taken_by = column;
    rows_[row].cost = columns_[column].reached_cost;
    columns_[column].takes.push_back(row);
    column = before;
  }
  return column;
}

// --- where prices were too high -----------------------------------------------------------------

// Room that is left must be free. Where it has a price, either somebody moves there from a column
// that is free then, or nobody would for the least price above, and it comes down to 0.
//
// To search for that is to add one more demand that any column can take for nothing: all free room
// is taken by such, so only the priced is left. Demands that are left over are not asked: if they
// could get there, they would have.
void Assignment::give_back() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!(Cost{} < levels_[i].price)) columns_[i].room = columns_[i].takes.size();
  }
  for (const Column& column : columns_) {
    while (has_room(column)) {
      search_for_spare_room();
      lower_potentials();
      Column& freed = columns_[exchange()];
      freed.room = freed.takes.size();
    }
  }
}

void Assignment::search_for_spare_room() {
  end_ = {};
  for (std::uint32_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].room > 0) reach(column, levels_[column].price, nobody, 0);
  }
  search();
}

// As `settle_potentials`, less the distance of the end: free stays free.
void Assignment::lower_potentials() {
  for (const std::uint32_t column : reached_) {
    Level& here = levels_[column];
    const Cost less = std::min({here.distance, end_.distance, here.price});
    here.price = here.price - less;
    here.distance = never;
    for (const std::uint32_t row : columns_[column].takes)
      rows_[row].worth = rows_[row].worth - less;
  }
  for (Kind& kind : kinds_)
    kind.least_price = std::max(Cost{}, kind.least_price - end_.distance);
  visited_.clear();
  reached_.clear();
}

// --- where there is no room left ----------------------------------------------------------------

// A supply that is full stays full: exchanges only change whom it takes.
bool Assignment::is_full(std::uint32_t kind) {
  const auto& supplies = book_.supplies_of(kind);
  std::size_t& full = kinds_[kind].full;
  while (full < supplies.size() && !has_room(columns_[supplies[full]]))
    ++full;
  return full == supplies.size();
}

// The kinds that exchanges from this one can lead to, itself first.
std::vector<std::uint32_t> Assignment::kinds_within_reach(std::uint32_t kind) const {
  std::vector<std::uint32_t> kinds = {kind};
  std::vector<bool> is_known(kinds_.size(), false);
  is_known[kind] = true;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    for (const std::uint32_t column : book_.supplies_of(kinds[i])) {
      for (const std::uint32_t row : columns_[column].takes) {
        const std::uint32_t other = book_.kind_of(row);
        if (!is_known[other]) kinds.push_back(other);
        is_known[other] = true;
      }
    }
  }
  return kinds;
}

// From now on a demand of these kinds can be taken only if another is left over. A search would
// find that out by looking at every offer of every row within reach; raising all the potentials
// there by the same says it at once. By as much as keeps the reduced costs at 0 or more, both of
// leaving a row over and of the offers by columns that were raised before.
void Assignment::raise_prices(const std::vector<std::uint32_t>& kinds) {
  std::vector<std::uint32_t> columns;
  double lowest_raised = 0;
  for (const std::uint32_t kind : kinds) {
    for (const std::uint32_t column : book_.supplies_of(kind)) {
      const Cost price = levels_[column].price;
      if (price.left_over == 0) {
        columns.push_back(column);
      } else {
        lowest_raised = std::min(lowest_raised, price.rest);
      }
    }
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  double most_worth = 0;
  for (const std::uint32_t column : columns) {
    for (const std::uint32_t row : columns_[column].takes)
      most_worth = std::max(most_worth, rows_[row].worth.rest);
  }
  const Cost raise{1, lowest_raised - most_worth};
  for (const std::uint32_t column : columns) {
    levels_[column].price = levels_[column].price + raise;
    for (const std::uint32_t row : columns_[column].takes)
      rows_[row].worth = rows_[row].worth + raise;
  }
  for (const std::uint32_t kind : kinds)
    find_least_price(kind);
}

void Assignment::find_least_price(std::uint32_t kind) {
  Cost least = never;
  for (const std::uint32_t column : book_.supplies_of(kind))
    least = std::min(least, levels_[column].price);
  kinds_[kind].least_price = least;
  kinds_[kind].looked_at = 0;
}

}  // namespace gridcase::rules
