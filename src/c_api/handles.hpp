#pragma once
// What programs in C hold: numbers that look like pointers and are never followed. One that was
// closed, or never was one, is recognised; who works with a body while another thread closes it
// keeps it until it is done. Without locks, so that a fork leaves none behind.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace gridcase::c_api {

// At most 65,536 are open at once. A table is a static object; its slots are used again and again,
// each time under another handle, and never given back.
template <typename Body> class Handles {
public:
  // Keeps the body while it lives. Null if the handle is not open.
  class Use {
  public:
    Use(Handles& handles, std::uintptr_t handle) noexcept : slot_(handles.enter(handle)) {}
    ~Use() {
      if (slot_ != nullptr) leave(*slot_);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    Body* get() const noexcept { return slot_ == nullptr ? nullptr : slot_->body; }

  private:
    typename Handles::Slot* slot_;
  };

  // 0 when there is no room.
  std::uintptr_t open(std::unique_ptr<Body> body) {
    for (std::size_t index = 0; index < most; ++index) {
      Slot& slot = slot_at(index);
      std::uint64_t state = slot.state;
      if (is_open(state) || uses(state) != 0) continue;
      const std::uint64_t mine = with_uses(next_generation(state), 1);
      if (!slot.state.compare_exchange_strong(state, mine)) continue;
      slot.body = body.release();
      slot.state = with_uses(mine, 0) | open_bit;
      return handle_of(mine, index);
    }
    return 0;
  }

  // The body goes when nobody uses it any more. Does nothing if the handle is not open.
  void close(std::uintptr_t handle) noexcept {
    Slot* const slot = find(handle);
    if (slot == nullptr) return;
    std::uint64_t state = slot->state;
    do {
      if (!is_open(state) || handle_of(state, index_of(handle)) != handle) return;
    } while (!slot->state.compare_exchange_weak(state, (state & ~open_bit) + 1));
    leave(*slot);
  }

private:
  static constexpr std::size_t chunk = 64;
  static constexpr std::size_t most = 65'536;
  static constexpr std::uint64_t open_bit = std::uint64_t{1} << 31;
  static constexpr std::uint64_t use_bits = open_bit - 1;

  // The state: a generation of 32 bits, whether it is open, and how many use it.
  struct Slot {
    std::atomic<std::uint64_t> state{0};
    Body* body = nullptr;
  };
  using Chunk = std::array<Slot, chunk>;

  static bool is_open(std::uint64_t state) noexcept { return (state & open_bit) != 0; }
  static std::uint64_t uses(std::uint64_t state) noexcept { return state & use_bits; }
  static std::uint64_t with_uses(std::uint64_t state, std::uint64_t count) noexcept {
    return (state & ~(use_bits | open_bit)) | count;
  }
  static std::uint64_t next_generation(std::uint64_t state) noexcept {
    return state + (std::uint64_t{1} << 32);
  }
  // Odd, so that no pointer to an object is one.
  static std::uintptr_t handle_of(std::uint64_t state, std::size_t index) noexcept {
    return static_cast<std::uintptr_t>((state >> 32) << 17 | index << 1 | 1);
  }
  static std::size_t index_of(std::uintptr_t handle) noexcept { return handle >> 1 & (most - 1); }

  Slot& slot_at(std::size_t index) {
    std::atomic<Chunk*>& place = chunks_[index / chunk];
    Chunk* known = place;
    if (known == nullptr) {
      auto made = std::make_unique<Chunk>();
      if (place.compare_exchange_strong(known, made.get())) known = made.release();
    }
    return (*known)[index % chunk];
  }

  Slot* find(std::uintptr_t handle) noexcept {
    if ((handle & 1) == 0) return nullptr;
    const std::size_t index = index_of(handle);
    Chunk* const known = chunks_[index / chunk];
    return known == nullptr ? nullptr : &(*known)[index % chunk];
  }

  Slot* enter(std::uintptr_t handle) noexcept {
    Slot* const slot = find(handle);
    if (slot == nullptr) return nullptr;
    std::uint64_t state = slot->state;
    do {
      if (!is_open(state) || handle_of(state, index_of(handle)) != handle) return nullptr;
    } while (!slot->state.compare_exchange_weak(state, state + 1));
    return slot;
  }

  // The last one to leave a slot that was closed is alone with it.
  static void leave(Slot& slot) noexcept {
    std::uint64_t state = slot.state;
    for (;;) {
      if (!is_open(state) && uses(state) == 1) {
        const std::unique_ptr<Body> last(std::exchange(slot.body, nullptr));
        slot.state = with_uses(state, 0);
        return;
      }
      if (slot.state.compare_exchange_weak(state, state - 1)) return;
    }
  }

  std::array<std::atomic<Chunk*>, most / chunk> chunks_{};
};

}  // namespace gridcase::c_api
