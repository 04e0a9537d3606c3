#pragma once
// What a case asks of whoever is sent: where it lies, what they can do, and who may send them.

#include "engine/rulebook.hpp"

#include <gridcase/action.hpp>
#include <gridcase/case.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::engine {

// Refers to what it is made of.
class Matter {
public:
  Matter(const Rulebook& rules, const CaseSummary& summary, const Actor& actor, Instant now);

  // The smallest ground that the organization still knows, else the holder; empty if it knows none.
  const std::string& ground() const { return ground_; }
  // Where the case is, else where the smallest ground has its place.
  const std::optional<Point>& place() const { return place_; }
  std::optional<double> metres_from(const Unit& unit) const;

  bool may_be_sent(const std::string& code) const;

  using Test = std::function<bool(const std::string& code)>;
  // Who leads on the tier the case is on; where nobody can be sent who does, who leads in the
  // county.
  Responsible by_duty(const Test& can_be_sent) const;
  // What makes a unit a professional one for the matter: what the county's duties for the category,
  // or for the nearest one above it that says so, look for in a lead on this ground; else what the
  // lead by duty can do, so that others of its trade are called. One of them is enough. Where
  // neither says anything, one empty word.
  std::vector<std::string> capabilities(const Responsible& duty) const;

private:
  std::string smallest_ground() const;
  std::optional<Point> known_place() const;

  const Directory& directory_;
  const CaseSummary& summary_;
  const Actor& actor_;
  const Instant now_;
  const std::string ground_;
  const std::optional<Point> place_;
  const OperatingMode mode_;
};

// Whether the unit exists, and the holder of a case, or the actor in its place, may send it: as it
// is decided when the orders are given. The holder needs no order.
bool may_be_sent(const Directory& directory, const std::string& holder, const Actor& actor,
                 const std::string& code, Instant now);

// Whether the unit can do that; every unit, if empty.
bool has_capability(const Unit& unit, const std::string& capability);

}  // namespace gridcase::engine
