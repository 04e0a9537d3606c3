#pragma once
// Organizations to try things on.

#include <gridcase/organization.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::test {

// Picks at random, the same on every platform: the standard distributions are not.
class Dice {
public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  double unit() { return static_cast<double>(engine_() >> 11U) / 9007199254740992.0; }
  double between(double low, double high) { return low + unit() * (high - low); }
  template <typename Element> Element& pick(std::vector<Element>& from) {
    return from[below(from.size())];
  }
  template <typename Element> const Element& pick(const std::vector<Element>& from) {
    return from[below(from.size())];
  }

private:
  std::mt19937_64 engine_;
};

// A small part of a county after the pattern of Jiangshan, without a fault: a centre, two command
// rooms, villages, three grids with ground and staff, departments, a company, categories, duties.
Organization small_organization();

// A random organization without errors. `with_areas` gives the grids squares of ground that touch.
Organization random_organization(Dice& dice, bool with_areas = false);

// A county of this size, every grid a piece of a lattice with bent borders; for measuring.
Organization large_organization(std::size_t rooms, std::size_t villages_each,
                                std::size_t grids_each, std::size_t points_a_side);

// A square with its south-west corner at the point.
Polygon square(Point corner, double side);

Unit& unit_of(Organization& organization, std::string_view code);
bool has_fault(const std::vector<Fault>& faults, std::string_view code);
const Fault* find_fault(const std::vector<Fault>& faults, std::string_view code);
bool has_error(const std::vector<Fault>& faults);
// Each fault a line, for messages of failed tests.
std::string listed(const std::vector<Fault>& faults);

std::string read_file(const std::string& path);
// What stands between "```json" and "```" in a page.
std::vector<std::string> json_blocks(const std::string& page);

}  // namespace gridcase::test
