#pragma once
/// \file coverage.hpp
/// Which places of a list something was found at: matched / expected, exactly.
///
/// Such as the small chemical works that are to be put right, and the places where trucks stayed
/// too long: 64 of 91 are matched, 70.33 %. Pure; any thread.

#include <gridcase/error.hpp>
#include <gridcase/export.hpp>
#include <gridcase/geo.hpp>
#include <gridcase/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// A place that is expected to be found. It needs neither place nor area when it is known by code.
struct CoverageSite {
  std::string code;                ///< unique
  std::optional<Point> place;      ///< with the distance around it
  std::optional<double> distance;  ///< metres around `place`; that of the request if absent
  Area area;                       ///< its ground, border included
};

/// Something that was found.
struct CoverageAlert {
  std::string subject;  ///< whom it is about; may be the code of a site
  std::string site;     ///< code of a site, if it names one
  std::optional<Point> place;
  Instant from{};
  Instant until{};  ///< not before `from`
};

/// What is asked for.
struct CoverageRequest {
  std::vector<CoverageSite> sites;
  std::vector<CoverageAlert> alerts;
  double distance = 200;  ///< metres around sites that give none
  /// Only alerts whose time meets from `from` (included) to `until` (excluded) count.
  std::optional<Instant> from;
  std::optional<Instant> until;
};

/// By what an alert belongs to a site.
enum class CoverageBy : std::uint8_t {
  site = 1,  ///< it names the code of the site
  subject,   ///< it is about the site itself
  area,      ///< it lies in the ground of the site
  distance,  ///< it lies near enough to its place
};

/// "site", "subject", "area", "distance".
GRIDCASE_API std::string_view name(CoverageBy by) noexcept;

/// An alert at a site.
struct CoverageMatch {
  std::size_t alert = 0;  ///< its position in the request
  CoverageBy by = CoverageBy::site;
  double metres = 0;  ///< of `distance`: how far it is from the place

  friend bool operator==(const CoverageMatch& a, const CoverageMatch& b) {
    return a.alert == b.alert && a.by == b.by && a.metres == b.metres;
  }
};

/// So many of so many, exactly.
struct CoverageShare {
  std::int64_t matched = 0;
  std::int64_t expected = 0;

  friend bool operator==(CoverageShare a, CoverageShare b) {
    return a.matched == b.matched && a.expected == b.expected;
  }
};

/// In percent with two decimals, half a hundredth rounded up: "70.33" for 64 of 91; empty when
/// nothing is expected. \throws Error invalid_argument for a number below 0, or more than 2^45.
GRIDCASE_API std::string percent(CoverageShare share);

/// The answer.
struct Coverage {
  /// A site, and what came of it.
  struct Site {
    std::string code;
    std::vector<CoverageMatch> matches;  ///< in the order of the alerts

    friend bool operator==(const Site& a, const Site& b) {
      return a.code == b.code && a.matches == b.matches;
    }
  };
  std::vector<Site> sites;             ///< all, in the order of the request
  std::vector<std::size_t> elsewhere;  ///< alerts that count and match no site
  CoverageShare share;                 ///< sites with a match, of all

  friend bool operator==(const Coverage& a, const Coverage& b) {
    return a.sites == b.sites && a.elsewhere == b.elsewhere && a.share == b.share;
  }
};

/// An alert that names a site belongs to that one; else one whose subject is a site, to that one;
/// else, by its place, to every site whose area it lies in or whose place is near enough. A name
/// that is no site's is passed over.
/// \throws Error invalid_argument for sites without code or with the same, places off the earth,
/// distances below 0, windows that end before they begin; `field` names it ("sites[3].place").
GRIDCASE_API Coverage coverage(const CoverageRequest& request);

}  // namespace gridcase
