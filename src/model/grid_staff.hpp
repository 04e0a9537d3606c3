#pragma once
// Who is responsible at each grid, for every category. A specialist for the category or one above
// it comes first, the nearer category before the farther, one without limits last; where there is
// none, the full-time worker.
//
// A post counts for the grid it is at and for the grids of the village it is at; one with a
// territory counts for the grids of that instead, wherever it is.

#include "model/organization_index.hpp"

#include <gridcase/time.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gridcase::model {

class GridStaff {
public:
  // Both must outlive this.
  GridStaff(const Organization& organization, const OrganizationIndex& index);

  // Whether anybody has a post that counts for the grid.
  bool has_any(std::uint32_t grid) const { return !of_grid_[grid].empty(); }
  // The persons with the role whose post is at the grid itself; see `contemporaries`.
  std::vector<std::uint32_t> at_grid(std::string_view role, std::uint32_t grid) const;

  struct Found {
    std::vector<std::uint32_t> persons;  // ascending
    const Post* post = nullptr;          // of one of them
    std::uint32_t limit = nothing;       // the category of the post that decided, if it names some
  };
  // On a day; without one over all time, where those who follow each other count as one.
  Found responsible(std::uint32_t grid, std::uint32_t category,
                    const std::optional<Date>& day) const;

private:
  struct Staff {
    std::uint32_t person = nothing;
    const Post* post = nullptr;
    bool is_specialist = false;
    bool is_worker = false;
    std::vector<std::uint32_t> limits;  // categories; known ones
  };

  void add(std::uint32_t person, const Post& post);
  void add_to_ground(std::uint32_t unit, std::uint32_t staff);
  Found nearest(std::uint32_t grid, std::uint32_t category, bool Staff::*role,
                const std::optional<Date>& day) const;
  bool serves(std::uint32_t person, const std::optional<Date>& day) const;
  std::vector<std::uint32_t> contemporaries(std::vector<std::uint32_t> persons) const;

  const Organization& organization_;
  const OrganizationIndex& index_;
  std::vector<Staff> staff_;
  std::vector<std::vector<std::uint32_t>> of_grid_;  // by unit: positions in staff_
};

}  // namespace gridcase::model
