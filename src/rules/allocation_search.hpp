#pragma once
// As many demands as possible taken at the least cost. One demand after the other is added over the
// cheapest chain of exchanges (successive shortest paths with potentials, after Jonker and
// Volgenant). Each search looks at offers in the order of their cost, and at no more of them than
// can make a difference: it ends when nothing that it did not look at can be cheaper.
//
// Any prices will do to begin with. The nearer they are to those at the end, the shorter are the
// searches; what was priced too high to be taken is given back when all demands are in.

#include "rules/allocation_offers.hpp"
#include "rules/lowering_queue.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace gridcase::rules {

constexpr std::uint32_t nobody = 0xFFFFFFFFU;

class Assignment {
public:
  // `room` by rank, each more than 0; `prices` by rank, 0 or more, or none at all.
  Assignment(OfferBook& book, std::size_t demands, const std::vector<std::int32_t>& room,
             const std::vector<double>& prices = {});

  // Adds all the demands. False if it stopped after `most_visits` rows; called again it goes on.
  bool add_all(std::size_t most_visits);
  // The rank of the supply; `nobody` if there is none.
  std::uint32_t taken_by(std::uint32_t demand) const { return rows_[demand].taken_by; }
  double cost_of(std::uint32_t demand) const { return rows_[demand].cost; }

private:
  // Demands left over count first, then costs: no number need stand for "very expensive".
  struct Cost {
    std::int32_t left_over = 0;
    double rest = 0;

    friend Cost operator+(Cost a, Cost b) { return {a.left_over + b.left_over, a.rest + b.rest}; }
    friend Cost operator-(Cost a, Cost b) { return {a.left_over - b.left_over, a.rest - b.rest}; }
    friend bool operator<(Cost a, Cost b) {
      return a.left_over < b.left_over || (a.left_over == b.left_over && a.rest < b.rest);
    }
  };
  static constexpr Cost one_left_over{1, 0};
  static constexpr Cost never{0x10000, 0};

  struct Row {  // a demand
    std::uint32_t taken_by = nobody;
    double cost = 0;  // with the supply that takes it
    Cost worth;       // potential: what the whole would save without it
    Cost distance;    // of the search under way
  };
  struct Column {  // a supply
    std::size_t room = 0;
    std::vector<std::uint32_t> takes;
    // Of the search under way:
    std::uint32_t reached_from = nobody;
    double reached_cost = 0;
  };
  struct Level {  // of a column, apart from it: the search reads little else
    Cost price;   // potential: what the whole would save by one more place; 0 while there is room
    Cost distance = never;  // of the search under way
  };
  struct Kind {                 // demands that ask for the same
    Cost least_price;           // no supply of the kind has a lower one
    std::size_t looked_at = 0;  // offers, since that was reckoned
    std::size_t full = 0;       // so many of its supplies, from the first on, have no room
  };
  // How a search may end: at a column with room, or by leaving a row over.
  struct End {
    Cost distance = never;
    bool is_column = false;
    std::uint32_t index = nobody;
    double rounding = 0;  // what is nearer by less is not nearer
  };

  static bool has_room(const Column& column) { return column.takes.size() < column.room; }
  void add(std::uint32_t demand);
  void search();
  bool is_before_end(Cost distance) const {
    return distance < end_.distance - Cost{0, end_.rounding};
  }
  void visit(std::uint32_t row, Cost distance);
  void widen(std::uint32_t row);
  void look_at(std::uint32_t row, std::size_t first_offer);
  void reach(std::uint32_t column, Cost distance, std::uint32_t from, double cost);
  void settle_potentials();
  std::uint32_t exchange();

  void give_back();
  void search_for_spare_room();
  void lower_potentials();

  bool is_full(std::uint32_t kind);
  std::vector<std::uint32_t> kinds_within_reach(std::uint32_t kind) const;
  void raise_prices(const std::vector<std::uint32_t>& kinds);
  void find_least_price(std::uint32_t kind);

  OfferBook& book_;
  std::vector<Row> rows_;
  std::vector<Column> columns_;
  std::vector<Level> levels_;  // by column
  std::vector<Kind> kinds_;
  std::uint32_t added_ = 0;  // so many demands, from the first on
  std::size_t visits_ = 0;   // of rows, by all searches
  // Of the search under way:
  // What is to be looked at next: further offers of a row (its number), or the rows of a full
  // column (its number after those of the rows).
  LoweringQueue<Cost> queue_;
  std::vector<std::uint32_t> reached_;  // columns that have a distance
  std::vector<std::uint32_t> visited_;  // rows that have one
  End end_;
};

}  // namespace gridcase::rules
