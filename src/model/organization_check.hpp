#pragma once
// The rules an organization must keep, as far as they need neither geometry nor a path search; the
// floor above adds those and offers `validate`. Each function looks at one part of the document.

#include "model/organization_index.hpp"

#include <gridcase/error.hpp>
#include <gridcase/organization.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::model {

// The lists of the document in the order they are written.
enum class Section {
  head,
  units,
  persons,
  leading_groups,
  desks,
  queues,
  categories,
  duties,
  linkages,
  assets,
  roles,
};

// A place in the document: "units[12].parent".
struct Spot {
  Section section = Section::head;
  std::size_t index = 0;
  std::string_view key;  // within the element; empty for the whole of it

  std::string path() const;
  Spot at(std::string_view other_key) const { return {section, index, other_key}; }
};

// Collects faults and puts them in the order of the document.
class Findings {
public:
  void error(Spot spot, std::string code, std::string message, std::string fix);
  void warning(Spot spot, std::string code, std::string message, std::string fix);
  void add(Severity severity, Spot spot, std::string code, std::string message, std::string fix);
  std::vector<Fault> take();

private:
  struct Finding {
    Section section;
    std::size_t index;
    Fault fault;
  };
  std::vector<Finding> findings_;
};

// What each check reads and where it reports.
struct Check {
  const Organization& organization;
  const OrganizationIndex& index;
  Findings& findings;

  // The first letters of the fault codes are the kind of element: "unit", "person" …
  void code(Spot spot, const std::string& kind, const std::string& code,
            std::uint32_t first_position) const;
  void span(Spot spot, const std::string& kind, const std::optional<Date>& from,
            const std::optional<Date>& until) const;
  // A fault `kind`.`spot.key`_unknown unless the code is empty or known.
  void unit(Spot spot, const std::string& kind, const std::string& code) const;
  void person(Spot spot, const std::string& kind, const std::string& code) const;
  void category(Spot spot, const std::string& kind, const std::string& code) const;
  void not_negative(Spot spot, const std::string& kind, std::int32_t number) const;
  void not_empty(Spot spot, const std::string& kind, const std::string& text) const;

private:
  void known(bool is_known, Spot spot, const std::string& kind, const std::string& code,
             std::string_view what) const;
};

void check_head(const Check& check);
void check_units(const Check& check);
void check_command_line(const Check& check);
void check_area_codes(const Check& check);
void check_people(const Check& check);  // persons, leading groups
void check_intake(const Check& check);  // desks, queues
void check_categories(const Check& check);
void check_duties(const Check& check);
void check_linkages(const Check& check);
void check_assets(const Check& check);
void check_roles(const Check& check);       // of accounts, and that posts have one of them
void check_grid_staff(const Check& check);  // who is responsible at each grid

// The codes of the elements at `positions`, the first few of many: "a, b, c and 4 more".
template <typename Element>
std::string list_of_codes(const std::vector<Element>& elements,
                          const std::vector<std::uint32_t>& positions) {
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t i = 0; i < positions.size() && i < most; ++i) {
    text += (i == 0 ? "" : ", ") + elements[positions[i]].code;
  }
  if (positions.size() > most) text += " and " + std::to_string(positions.size() - most) + " more";
  return text;
}

}  // namespace gridcase::model
