// Who is called to a place, and in which order.
#include "rules/directory_nearest.hpp"
#include "rules/road_network.hpp"

#include <gridcase/response.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
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

// The least costs that were found, as many as are wanted.
class LeastCosts {
public:
  explicit LeastCosts(std::size_t wanted) : wanted_(wanted) {}

  void add(double cost) {
    costs_.push(cost);
    if (costs_.size() > wanted_) costs_.pop();
  }
  // What costs more is not among them.
  double limit() const {
    return costs_.size() < wanted_ ? std::numeric_limits<double>::infinity() : costs_.top();
  }

private:
  std::size_t wanted_;
  std::priority_queue<double> costs_;
};

}  // namespace

struct Responders::Compiled {
  Compiled(const Directory& of, std::optional<RoadNetwork> network, Metric host_metric);

  const Unit& unit(std::uint32_t position) const {
    return directory.organization().units[position];
  }

  void find_crossings();

  using Near = std::vector<Fitting>;
  Near nearest_by_metres(const ResponseSearch& search, const Filter& filter) const;
  Near nearest_by_road(const ResponseSearch& search, const Filter& filter) const;
  Near all_by_metric(const ResponseSearch& search, const Filter& filter) const;
  void set_costs(Near& near, Point place) const;
  Responder described(const Fitting& fitting, const ResponseSearch& search,
                      const Readiness& readiness) const;

  // A unit and the crossing its way begins at.
  struct AtCrossing {
    rules::RoadGraph::Access access;
    std::uint32_t unit;

    friend bool operator<(const AtCrossing& a, const AtCrossing& b) {
      return a.access.crossing < b.access.crossing;
    }
  };
  // The units of one capability and one class: a rare one is found without passing the others.
  struct Group {
    std::vector<rules::PlaceIndex::Entry> entries;
    std::unique_ptr<const rules::PlaceIndex> index;
    std::vector<AtCrossing> by_crossing;  // with roads only
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
  if (roads) find_crossings();
}

// Units stay where they are, so no question need look for their crossings.
void Responders::Compiled::find_crossings() {
  std::map<std::uint32_t, rules::RoadGraph::Access> accesses;
  for (auto& [capability, groups] : by_capability) {
    for (Group& group : groups) {
      for (const auto& [place, position] : group.entries) {
        auto known = accesses.find(position);
        if (known == accesses.end())
          known = accesses.emplace(position, graph_of(*roads).access(place)).first;
        group.by_crossing.push_back({known->second, position});
      }
      std::stable_sort(group.by_crossing.begin(), group.by_crossing.end());
    }
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

// Backwards from the place along the roads, until all that are left are too far.
std::vector<Fitting> Responders::Compiled::nearest_by_road(const ResponseSearch& search,
                                                           const Filter& filter) const {
  Near near;
  const auto groups = by_capability.find(search.capability);
  if (groups == by_capability.end() || search.count == 0) return near;
  std::vector<const std::vector<AtCrossing>*> lists;
  std::size_t left = 0;
  const Classes classes = classes_of(search);
  for (std::size_t i = 0; i < class_count; ++i) {
    if (!classes[i]) continue;
    lists.push_back(&groups->second[i].by_crossing);
    left += lists.back()->size();
  }
  const rules::RoadGraph& graph = graph_of(*roads);
  const auto end = graph.access(search.place);
  LeastCosts costs(search.count);
  graph.search_backwards(end.crossing, [&](std::uint32_t crossing, double by_road) {
    // Rounded like the times themselves, so none of those left is less. One that is equal may have
    // less load.
    if (left == 0 || by_road + end.seconds > costs.limit()) return false;
    AtCrossing here;
    here.access.crossing = crossing;
    for (const auto* list : lists) {
      const auto [first, last] = std::equal_range(list->begin(), list->end(), here);
      left -= static_cast<std::size_t>(last - first);
      for (auto at = first; at != last; ++at) {
        Fitting fitting;
        fitting.unit = at->unit;
        fitting.cost = graph.seconds(at->access, by_road, end);
        if (std::isinf(fitting.cost) || fitting.cost > costs.limit()) continue;
        if (!filter.fits(unit(at->unit), fitting)) continue;
        fitting.metres = distance_in_metres(search.place, at->access.place);
        costs.add(fitting.cost);
        near.push_back(fitting);
      }
    }
    return true;
  });
  return near;
}

std::vector<Fitting> Responders::Compiled::all_by_metric(const ResponseSearch& search,
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

// Without those from which there is no way.
void Responders::Compiled::set_costs(Near& near, Point place) const {
  for (Fitting& one : near) {
    one.cost = metric(*unit(one.unit).location, place);
    if (one.cost >= 0) continue;  // false for what is no number as well
    throw Error(ErrorCode::invalid_argument,
                fmt::format("the metric gives {} for the way from {}; a cost is 0 or more",
                            one.cost, unit(one.unit).code),
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
  std::vector<Fitting> near = here.roads    ? here.nearest_by_road(search, filter)
                              : here.metric ? here.all_by_metric(search, filter)
                                            : here.nearest_by_metres(search, filter);
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
