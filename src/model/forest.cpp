#include "model/forest.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::model {

Forest::Forest(std::vector<std::uint32_t> parent)
    : parent_(std::move(parent)), first_(parent_.size() + 1, 0), depth_(parent_.size(), 0),
      enter_(parent_.size(), nothing), leave_(parent_.size(), nothing) {
  const auto count = static_cast<std::uint32_t>(parent_.size());
  for (const std::uint32_t above : parent_) {
    if (above != nothing) ++first_[above + 1];
  }
  for (std::uint32_t i = 0; i < count; ++i)
    first_[i + 1] += first_[i];
  children_.resize(first_[count]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (parent_[i] != nothing) children_[next[parent_[i]]++] = i;
  }
  std::uint32_t clock = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (parent_[i] == nothing) walk_down_from(i, clock);
  }
}

void Forest::walk_down_from(std::uint32_t root, std::uint32_t& clock) {
  struct Open {
    std::uint32_t node;
    std::uint32_t next;  // where its next child stands in children_
  };
  std::vector<Open> open{{root, first_[root]}};
  enter_[root] = clock++;
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next == first_[top.node + 1]) {
      leave_[top.node] = clock;
      open.pop_back();
      continue;
    }
    const std::uint32_t child = children_[top.next++];
    depth_[child] = depth_[top.node] + 1;
    enter_[child] = clock++;
    open.push_back({child, first_[child]});
  }
}

std::vector<std::uint32_t> Forest::children(std::uint32_t node) const {
  return {children_.begin() + first_[node], children_.begin() + first_[node + 1]};
}

std::vector<std::vector<std::uint32_t>> Forest::cycles() const {
  std::vector<std::vector<std::uint32_t>> found;
  std::vector<std::uint32_t> seen_in(parent_.size(), nothing);  // the walk that came by first
  for (std::uint32_t start = 0; start < parent_.size(); ++start) {
    if (is_rooted(start)) continue;
    std::uint32_t node = start;
    while (seen_in[node] == nothing) {
      seen_in[node] = start;
      node = parent_[node];
    }
    if (seen_in[node] != start) continue;  // ran into what an earlier walk has reported
    std::vector<std::uint32_t> cycle;
    for (std::uint32_t on = node; cycle.empty() || on != node; on = parent_[on]) {
      cycle.push_back(on);
    }
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    found.push_back(std::move(cycle));
  }
  return found;
}

}  // namespace gridcase::model
