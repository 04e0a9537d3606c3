#pragma once
// Trees given by a parent for each node: depth, containment and cycles, all without recursion, so
// that a chain of any length needs no stack.

#include <cstdint>
#include <vector>

namespace gridcase::model {

constexpr std::uint32_t nothing = 0xFFFFFFFFU;  // no such index

class Forest {
public:
  // `parent[i]` is the node above `i`, or `nothing` for a root. Cycles are allowed.
  explicit Forest(std::vector<std::uint32_t> parent);

  std::uint32_t parent(std::uint32_t node) const { return parent_[node]; }
  // Whether a root stands above the node; false on a cycle and below one.
  bool is_rooted(std::uint32_t node) const { return enter_[node] != nothing; }
  // Steps to the root; only for rooted nodes.
  std::uint32_t depth(std::uint32_t node) const { return depth_[node]; }
  // Whether `above` is `node` or stands above it. False for nodes without a root.
  bool is_within(std::uint32_t node, std::uint32_t above) const {
    return is_rooted(node) && is_rooted(above) && enter_[above] <= enter_[node] &&
           enter_[node] < leave_[above];
  }
  bool is_leaf(std::uint32_t node) const { return first_[node] == first_[node + 1]; }
  // The nodes directly below, in ascending order.
  std::vector<std::uint32_t> children(std::uint32_t node) const;
  // Each cycle once, beginning with its smallest node, following the parents.
  std::vector<std::vector<std::uint32_t>> cycles() const;

private:
  void walk_down_from(std::uint32_t root, std::uint32_t& clock);

  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> first_;  // children of i: children_[first_[i]] … [first_[i + 1])
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::uint32_t> enter_;  // preorder number; those below a node lie in
  std::vector<std::uint32_t> leave_;  // [enter_, leave_) of it
};

}  // namespace gridcase::model
