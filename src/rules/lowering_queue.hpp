#pragma once
// A priority queue of numbers, least key first, whose keys can be lowered while they wait: without
// that, a search that finds many slightly better ways fills the queue with what is out of date.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gridcase::rules {

template <typename Key> class LoweringQueue {
public:
  struct Entry {
    Key key;
    std::uint32_t number;
  };

  // For numbers below `count`.
  explicit LoweringQueue(std::size_t count) : places_(count, nowhere) {}

  bool empty() const { return heap_.empty(); }
  // The least; of equal keys the smaller number.
  const Entry& top() const { return heap_.front(); }

  void pop() {
    places_[heap_.front().number] = nowhere;
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last);
  }

  // Adds the number, or lowers its key.
  void push(Key key, std::uint32_t number) {
    if (places_[number] == nowhere) {
      places_[number] = heap_.size();
      heap_.push_back({key, number});
    }
    rise(places_[number], {key, number});
  }

  void clear() {
    for (const Entry& entry : heap_)
      places_[entry.number] = nowhere;
    heap_.clear();
  }

private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  static constexpr std::size_t children = 4;  // flatter than two: fewer misses of the cache

  static bool is_less(const Entry& a, const Entry& b) {
    if (a.key < b.key) return true;
    return !(b.key < a.key) && a.number < b.number;
  }

  void put(std::size_t place, Entry entry) {
    heap_[place] = entry;
    places_[entry.number] = place;
  }

  void rise(std::size_t place, Entry entry) {
    while (place > 0 && is_less(entry, heap_[(place - 1) / children])) {
      put(place, heap_[(place - 1) / children]);
      place = (place - 1) / children;
    }
    put(place, entry);
  }

  // From the top.
  void sink(Entry entry) {
    std::size_t place = 0;
    for (;;) {
      const std::size_t first = place * children + 1;
      if (first >= heap_.size()) break;
      std::size_t least = first;
      const std::size_t end = std::min(first + children, heap_.size());
      for (std::size_t child = first + 1; child < end; ++child) {
        if (is_less(heap_[child], heap_[least])) least = child;
      }
      if (!is_less(heap_[least], entry)) break;
      put(place, heap_[least]);
      place = least;
    }
    put(place, entry);
  }

  std::vector<Entry> heap_;
  std::vector<std::size_t> places_;  // by number
};

}  // namespace gridcase::rules
