#include "base/words.hpp"
#include "rules/box_index.hpp"
#include "rules/directory_ground.hpp"

#include <gridcase/coverage.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace gridcase {

namespace {

constexpr std::array<base::Word<CoverageBy>, 4> ways{{{CoverageBy::site, "site"},
                                                      {CoverageBy::subject, "subject"},
                                                      {CoverageBy::area, "area"},
                                                      {CoverageBy::distance, "distance"}}};

[[noreturn]] void refuse(const std::string& field, const std::string& message) {
  throw Error(ErrorCode::invalid_argument, field + ": " + message, field);
}

bool is_distance(double metres) { return std::isfinite(metres) && metres >= 0; }

// The areas of the sites, as grids of an organization: the R-tree for those is there already.
Organization grounds_of(const std::vector<CoverageSite>& sites) {
  Organization organization;
  for (const CoverageSite& site : sites) {
    Unit unit;
    unit.kind = UnitKind::grid;
    unit.area = site.area;
    organization.units.push_back(std::move(unit));
  }
  return organization;
}

class Matcher {
public:
  explicit Matcher(const CoverageRequest& request)
      : request_(request), codes_(codes_of(request.sites)), grounds_(grounds_of(request.sites)),
        circles_(circles_of(request)) {}

  Coverage run() const {
    Coverage coverage;
    for (const CoverageSite& site : request_.sites)
      coverage.sites.push_back({site.code, {}});
    for (std::size_t i = 0; i < request_.alerts.size(); ++i) {
      check(i);
      if (!counts(request_.alerts[i])) continue;
      if (!match(i, coverage.sites)) coverage.elsewhere.push_back(i);
    }
    coverage.share.expected = static_cast<std::int64_t>(coverage.sites.size());
    coverage.share.matched =
        std::count_if(coverage.sites.begin(), coverage.sites.end(),
                      [](const Coverage::Site& site) { return !site.matches.empty(); });
    return coverage;
  }

private:
  using Codes = std::unordered_map<std::string, std::uint32_t>;

  static Codes codes_of(const std::vector<CoverageSite>& sites) {
    Codes codes;
    for (std::uint32_t i = 0; i < sites.size(); ++i) {
      const CoverageSite& site = sites[i];
      const std::string field = "sites[" + std::to_string(i) + "].";
      if (site.code.empty()) refuse(field + "code", "a site has no code; give it");
      if (!codes.emplace(site.code, i).second) {
        refuse(field + "code", site.code + " stands here twice; give each site once");
      }
      if (site.place && !is_valid(*site.place)) {
        refuse(field + "place", "the place is off the earth; give degrees of WGS 84");
      }
      if (site.distance && !is_distance(*site.distance)) {
        refuse(field + "distance", "this is no distance; give metres, 0 or more");
      }
    }
    return codes;
  }

  static double distance_of(const CoverageRequest& request, std::uint32_t site) {
    return request.sites[site].distance.value_or(request.distance);
  }

  static rules::BoxIndex circles_of(const CoverageRequest& request) {
    if (!is_distance(request.distance)) {
      refuse("distance", "this is no distance; give metres, 0 or more");
    }
    std::vector<rules::BoxIndex::Entry> entries;
    for (std::uint32_t i = 0; i < request.sites.size(); ++i) {
      if (!request.sites[i].place) continue;
      for (const auto& box : rules::boxes_around(*request.sites[i].place, distance_of(request, i)))
        entries.push_back({box, i});
    }
    return rules::BoxIndex(entries);
  }

  void check(std::size_t alert) const {
    const CoverageAlert& of = request_.alerts[alert];
    const std::string field = "alerts[" + std::to_string(alert) + "].";
    if (of.place && !is_valid(*of.place)) {
      refuse(field + "place", "the place is off the earth; give degrees of WGS 84");
    }
    if (of.until < of.from) refuse(field + "until", "it ends before it begins; correct the times");
  }

  bool counts(const CoverageAlert& alert) const {
    if (request_.from && alert.until < *request_.from) return false;
    return !request_.until || alert.from < *request_.until;
  }

  bool match(std::size_t alert, std::vector<Coverage::Site>& sites) const {
    const CoverageAlert& of = request_.alerts[alert];
    for (const auto& [code, by] : {std::make_pair(&of.site, CoverageBy::site),
                                   std::make_pair(&of.subject, CoverageBy::subject)}) {
      const auto found = codes_.find(*code);
      if (found == codes_.end()) continue;
      sites[found->second].matches.push_back({alert, by, 0});
      return true;
    }
    return of.place && match_place(alert, *of.place, sites);
  }

  bool match_place(std::size_t alert, Point place, std::vector<Coverage::Site>& sites) const {
    const std::vector<std::uint32_t> inside = grounds_.at(place);
    for (const std::uint32_t site : inside)
      sites[site].matches.push_back({alert, CoverageBy::area, 0});
    bool matched = !inside.empty();
    for (const std::uint32_t site : circles_.at(place)) {
      if (std::binary_search(inside.begin(), inside.end(), site)) continue;
      const double metres = distance_in_metres(place, *request_.sites[site].place);
      if (metres > distance_of(request_, site)) continue;
      sites[site].matches.push_back({alert, CoverageBy::distance, metres});
      matched = true;
    }
    return matched;
  }

  const CoverageRequest& request_;
  Codes codes_;
  rules::GridGround grounds_;
  rules::BoxIndex circles_;
};

}  // namespace

std::string_view name(CoverageBy by) noexcept { return base::name_in(ways, by); }

std::string percent(CoverageShare share) {
  constexpr std::int64_t most = std::int64_t{1} << 45U;  // times 20,000 it still fits
  if (share.matched < 0 || share.matched > most || share.expected < 0 || share.expected > most) {
    refuse(share.expected < 0 || share.expected > most ? "expected" : "matched",
           "this is no number of sites");
  }
  if (share.expected == 0) return {};
  const std::int64_t hundredths = (share.matched * 20000 + share.expected) / (share.expected * 2);
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

Coverage coverage(const CoverageRequest& request) { return Matcher(request).run(); }

}  // namespace gridcase
