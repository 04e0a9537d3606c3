#pragma once
// What of the cases an actor may see. One value, used for a single case in C++ and compiled into
// the SQL of every list, count and sum (store/scope_sql.hpp), so that the two cannot drift apart.

#include "model/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gridcase::model {

struct Scope {
  using Codes = std::vector<std::string>;

  // What one post gives, or the unit by itself: cases of some categories that lie on some ground or
  // are with the units. A scope is the union of its views.
  struct View {
    bool everything = false;  // all the ground there is, and what lies nowhere
    Codes townships = {};     // ground: each with everything below it
    Codes villages = {};
    Codes grids = {};
    // Ascending, with everything below each; every category, and none, if null.
    std::shared_ptr<const Codes> categories = nullptr;
    // Categories that are left out, ascending.
    std::shared_ptr<const Codes> without = nullptr;
    std::string role = {};  // of the post; empty for the unit by itself

    bool is_of_category(const std::string& category) const;
    bool is_on_ground(const CaseSummary& summary) const;
  };

  std::vector<View> views;  // without any, nothing is seen
  // A case is with a unit when the unit holds it, reported it, was asked for a check, or has or had
  // an order in it; a record also with the unit it is about. The first is the actor's; the others
  // are task forces it is or was a member of, dissolved ones too.
  Codes units;

  bool covers(const Snapshot& snapshot) const;
  // By one view of it.
  bool covers(const Snapshot& snapshot, const View& view) const;
  // Whether no case is outside.
  bool is_everything() const noexcept;
};

// A scope as wide as can be.
Scope whole_county();

// Whether the case is with the unit, as above.
bool is_with(const Snapshot& snapshot, const std::string& unit);

}  // namespace gridcase::model
