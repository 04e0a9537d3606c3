// Who is called to a place, and in which order.
#include "rules/directory_nearest.hpp"

#include <gridcase/response.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace gridcase {

namespace {

constexpr std::size_t class_count = 4;  // 0 … 3
using Classes = std::array<bool, class_count>;

bool exists_on(Date day, const Unit& unit) {
  return (!unit.valid_from || *unit.valid_from <= day) &&
         (!unit.valid_until || day < *unit.valid_until);
}

Classes classes_of(const ResponseSearch& search) {
  Classes classes{};
  if (search.classes.empty()) classes.fill(true);
  for (const std::uint8_t one : search.classes) {
    if (one < class_count) classes[one] = true;
  }
  return classes;
}

// A unit that fits. What the host says of it is asked once, and only when it matters.
struct Fitting {
  std::uint32_t unit = 0;
  double metres = 0;
  double cost = 0;  // decides: the metres, or what the metric says
  std::optional<bool> on_duty;
  std::optional<std::int32_t> load;
};

// Whether a unit fits, and what the host says of it.
class Filter {
public:
  Filter(const Directory& directory, const ResponseSearch& search, Instant when,
         const Readiness& readiness)
      : search_(search), readiness_(readiness), when_(when),
        day_(date_of(when, directory.organization().time_zone)),
        left_out_(search.leave_out.begin(), search.leave_out.end()) {}

  bool fits(const Unit& unit, Fitting& fitting) const {
    if (!exists_on(day_, unit)) return false;
    if (!left_out_.empty() && left_out_.count(unit.code) > 0) return false;
    if (search_.on_duty_only && !on_duty(unit, fitting)) return false;
    return !search_.with_room_only || unit.capacity == 0 || load(unit, fitting) < unit.capacity;
  }

  bool on_duty(const Unit& unit, Fitting& fitting) const {
    if (!fitting.on_duty) fitting.on_duty = !readiness_.on_duty || readiness_.on_duty(unit, when_);
    return *fitting.on_duty;
  }

  std::int32_t load(const Unit& unit, Fitting& fitting) const {
    if (!fitting.load) fitting.load = readiness_.load ? readiness_.load(unit) : 0;
    return *fitting.load;
  }

private:
  const ResponseSearch& search_;
  const Readiness& readiness_;
  Instant when_;
  Date day_;
  std::unordered_set<std::string_view> left_out_;
};

std::string in_words(double metres) {
  return metres < 999.5 ? fmt::format("{:.0f} m away", metres)
                        : fmt::format("{:.1f} km away", metres / 1000);
}

std::string in_words(std::int32_t load, std::int32_t capacity) {
  if (capacity > 0) return fmt::format("{} of {} cases", load, capacity);
  return fmt::format("{} {}", load, load == 1 ? "case" : "cases");
}

std::string seconds_in_words(double seconds) {
  const double whole = std::round(seconds);
  if (whole < 60) return fmt::format("{:.0f} s by road", whole);
  return fmt::format("{:.0f} min {:.0f} s by road", std::floor(whole / 60), std::fmod(whole, 60));
}

}  // namespace

struct Responders::Compiled {
  Compiled(const Directory& of, std::optional<RoadNetwork> network, Metric host_metric);

  const Unit& unit(std::uint32_t position) const {
    return directory.organization().units[position];
  }

  using Near = std::vector<Fitting>;
  Near nearest_by_metres(const ResponseSearch& search, const Filter& filter) const;
  Near all_that_fit(const ResponseSearch& search, const Filter& filter) const;
  void set_costs(Near& near, Point place) const;
  Responder described(const Fitting& fitting, const ResponseSearch& search,
                      const Readiness& readiness) const;

  // The units of one capability and one class: a rare one is found without passing the others.
  struct Group {
    std::vector<rules::PlaceIndex::Entry> entries;
    std::unique_ptr<const rules::PlaceIndex> index;
  };
  using Groups = std::array<Group, class_count>;

  Directory directory;
  std::optional<RoadNetwork> roads;
  Metric metric;
  std::map<std::string, Groups, std::less<>> by_capability;  // all units under ""
};

Responders::Compiled::Compiled(const Directory& of, std::optional<RoadNetwork> network,
                               Metric host_metric)
    : directory(of), roads(std::move(network)), metric(std::move(host_metric)) {
  const auto& units = directory.organization().units;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (!units[i].location || units[i].response_class >= class_count) continue;
    const auto add = [&](const std::string& capability) {
      auto& entries = by_capability[capability][units[i].response_class].entries;
      const bool is_there = !entries.empty() && entries.back().second == i;
      if (!is_there) entries.emplace_back(*units[i].location, i);
    };
    add("");
    for (const std::string& capability : units[i].capabilities)
      add(capability);
  }
  for (auto& [capability, groups] : by_capability) {
    for (Group& group : groups)
      group.index = std::make_unique<const rules::PlaceIndex>(group.entries);
  }
}

std::vector<Fitting> Responders::Compiled::nearest_by_metres(const ResponseSearch& search,
                                                             const Filter& filter) const {
  Near near;
  const auto groups = by_capability.find(search.capability);
  if (groups == by_capability.end()) return near;
  const Classes classes = classes_of(search);
  for (std::size_t i = 0; i < class_count; ++i) {
    if (!classes[i]) continue;
    // All that the index is told to be wanted are among its candidates.
    groups->second[i].index->candidates(search.place, search.count, [&](std::uint32_t position) {
      Fitting fitting;
      if (!filter.fits(unit(position), fitting)) return false;
      fitting.unit = position;
      fitting.metres = distance_in_metres(search.place, *unit(position).location);
      fitting.cost = fitting.metres;
      near.push_back(fitting);
      return true;
    });
  }
  return near;
}

std::vector<Fitting> Responders::Compiled::all_that_fit(const ResponseSearch& search,
                                                        const Filter& filter) const {
  Near near;
  const auto groups = by_capability.find(search.capability);
  if (groups == by_capability.end() || search.count == 0) return near;
  const Classes classes = classes_of(search);
  for (std::size_t i = 0; i < class_count; ++i) {
    if (!classes[i]) continue;
    for (const auto& [place, position] : groups->second[i].entries) {
      Fitting fitting;
      if (!filter.fits(unit(position), fitting)) continue;
      fitting.unit = position;
      fitting.metres = distance_in_metres(search.place, place);
      near.push_back(fitting);
    }
  }
  set_costs(near, search.place);
  return near;
}

// By road or by the host's metric; without those from which there is no way.
void Responders::Compiled::set_costs(Near& near, Point place) const {
  std::vector<Point> from;
  for (const Fitting& fitting : near)
    from.push_back(*unit(fitting.unit).location);
  std::vector<double> times;
  if (roads) times = roads->travel_times(from, place);
  for (std::size_t i = 0; i < near.size(); ++i) {
    near[i].cost = roads ? times[i] : metric(from[i], place);
    if (near[i].cost >= 0) continue;  // false for what is no number as well
    throw Error(ErrorCode::invalid_argument,
                fmt::format("the metric gives {} for the way from {}; a cost is 0 or more",
                            near[i].cost, unit(near[i].unit).code),
                "metric");
  }
  const auto no_way = [](const Fitting& one) { return std::isinf(one.cost); };
  near.erase(std::remove_if(near.begin(), near.end(), no_way), near.end());
}

Responder Responders::Compiled::described(const Fitting& fitting, const ResponseSearch& search,
                                          const Readiness& readiness) const {
  const Unit& one = unit(fitting.unit);
  Responder responder;
  responder.unit = one.code;
  responder.metres = fitting.metres;
  responder.response_class = one.response_class;
  responder.on_duty = fitting.on_duty.value_or(true);
  responder.load = fitting.load.value_or(0);
  std::string& because = responder.because;
  if (roads || metric) responder.cost = fitting.cost;
  if (roads) because = seconds_in_words(fitting.cost) + ", ";
  if (metric) because = fmt::format("cost {:g}, ", fitting.cost);
  because += in_words(fitting.metres);
  if (!search.capability.empty()) because += ", has " + search.capability;
  if (one.response_class > 0) because += fmt::format(", response class {}", one.response_class);
  // Nothing is said of what nobody knows.
  if (readiness.on_duty) because += responder.on_duty ? ", on duty" : ", not on duty";
  if (readiness.load) because += ", " + in_words(responder.load, one.capacity);
  return responder;
}

Responders::Responders(const Directory& directory)
    : compiled_(std::make_shared<const Compiled>(directory, std::nullopt, Metric())) {}

Responders::Responders(const Directory& directory, RoadNetwork roads)
    : compiled_(std::make_shared<const Compiled>(directory, std::move(roads), Metric())) {}

Responders::Responders(const Directory& directory, Metric metric)
    : compiled_(std::make_shared<const Compiled>(directory, std::nullopt, std::move(metric))) {}

std::vector<Responder> Responders::nearest(const ResponseSearch& search, Instant when,
                                           const Readiness& readiness) const {
  if (!is_valid(search.place)) {
    throw Error(ErrorCode::invalid_argument,
                "the place is no place on the ground; use degrees of WGS 84, the longitude first",
                "place");
  }
  const Compiled& here = *compiled_;
  const Filter filter(here.directory, search, when, readiness);
  const bool by_metres = !here.roads && !here.metric;
  std::vector<Fitting> near =
      by_metres ? here.nearest_by_metres(search, filter) : here.all_that_fit(search, filter);
  const auto cheaper = [](const Fitting& a, const Fitting& b) { return a.cost < b.cost; };
  if (search.count > 0 && near.size() > search.count) {
    // Only those that tie with the last one are asked for their load as well.
    const auto last = near.begin() + static_cast<std::ptrdiff_t>(search.count - 1);
    std::nth_element(near.begin(), last, near.end(), cheaper);
    const double limit = last->cost;
    near.erase(std::remove_if(near.begin(), near.end(),
                              [limit](const Fitting& one) { return one.cost > limit; }),
               near.end());
  }
  for (Fitting& fitting : near) {
    filter.on_duty(here.unit(fitting.unit), fitting);
    filter.load(here.unit(fitting.unit), fitting);
  }
  std::sort(near.begin(), near.end(), [&](const Fitting& a, const Fitting& b) {
    return std::tie(a.cost, *a.load, here.unit(a.unit).code) <
           std::tie(b.cost, *b.load, here.unit(b.unit).code);
  });
  if (near.size() > search.count) near.resize(search.count);
  std::vector<Responder> responders;
  for (const Fitting& fitting : near)
    responders.push_back(here.described(fitting, search, readiness));
  return responders;
}

}  // namespace gridcase
