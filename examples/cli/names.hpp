#pragma once
// Says units, people, categories, tiers and states as the people of an organization say them.

#include "output.hpp"

#include <gridcase/case.hpp>
#include <gridcase/organization.hpp>

#include <string>
#include <string_view>

namespace gridcase::cli {

class Names {
public:
  Names(Language language, Directory directory);

  const Directory& directory() const noexcept { return directory_; }
  const std::string& zone() const noexcept { return directory_.organization().time_zone; }
  Language language() const noexcept { return language_; }

  // Names of codes; the code itself where there is none.
  std::string unit(std::string_view code) const;
  std::string person(std::string_view code) const;
  std::string category(std::string_view code) const;
  // "双塔街道综合信息指挥室 (330881001)".
  std::string unit_with_code(std::string_view code) const;

  // The organization's own word if it is of the language asked for, else that of the catalogue.
  std::string tier(Tier tier) const;
  // "town · triage", "结案".
  std::string state(State state) const;
  // Where a suspended, closed or merged case came from is named as well.
  std::string position(const Position& position) const;
  // In the organization's zone, to the second.
  std::string time(Instant instant) const;

private:
  Language language_;
  Directory directory_;
};

}  // namespace gridcase::cli
