#include "engine/observing.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace gridcase {

// ---- one that is told

void Subscription::Impl::tell(const std::vector<Event>& events) {
  const auto is_new = [&](const Event& event) { return event.sequence > delivered_; };
  const auto first = std::find_if(events.begin(), events.end(), is_new);
  if (first == events.end()) return;
  if (first == events.begin()) return call(events);
  call({first, events.end()});
}

void Subscription::Impl::call(const std::vector<Event>& events) noexcept {
  Observer last;  // goes without the lock: it may hold this subscription
  const std::lock_guard lock(running_);
  if (has_ended_) return;
  runner_ = std::this_thread::get_id();
  try {
    observer_(events);
  } catch (const std::exception& error) {
    note_failure(error.what());
  } catch (...) {
    note_failure("the observer threw something that is no exception");
  }
  delivered_ = events.back().sequence;
  runner_ = std::thread::id();
  if (has_ended_) last.swap(observer_);
}

void Subscription::Impl::note_failure(const std::string& what) noexcept {
  ++failures_;
  try {
    const std::lock_guard lock(failure_);
    last_failure_ = what;
  } catch (const std::exception&) {
    // The count says that there was one.
  }
}

std::string Subscription::Impl::last_failure() const {
  const std::lock_guard lock(failure_);
  return last_failure_;
}

void Subscription::Impl::end() noexcept {
  has_ended_ = true;
  if (runner_ == std::this_thread::get_id()) return;
  Observer last;
  const std::lock_guard wait_for_it(running_);
  last.swap(observer_);
}

Subscription::Subscription() noexcept = default;
Subscription::Subscription(std::shared_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Subscription::Subscription(Subscription&&) noexcept = default;

Subscription& Subscription::operator=(Subscription&& other) noexcept {
  if (this == &other) return *this;
  end();
  impl_ = std::move(other.impl_);
  return *this;
}

Subscription::~Subscription() { end(); }

void Subscription::end() noexcept {
  if (impl_) impl_->end();
}

std::int64_t Subscription::delivered() const noexcept { return impl_ ? impl_->delivered() : 0; }
std::int64_t Subscription::failures() const noexcept { return impl_ ? impl_->failures() : 0; }

std::string Subscription::last_failure() const {
  return impl_ ? impl_->last_failure() : std::string();
}

// ---- all of them

namespace engine {

void Observing::add(std::shared_ptr<Subscription::Impl> subscription) {
  const std::lock_guard lock(mutex_);
  subscriptions_.push_back(std::move(subscription));
  has_any_ = true;
}

Observing::Subscriptions Observing::current() {
  const std::lock_guard lock(mutex_);
  subscriptions_.erase(std::remove_if(subscriptions_.begin(), subscriptions_.end(),
                                      [](const auto& it) { return it->has_ended(); }),
                       subscriptions_.end());
  has_any_ = !subscriptions_.empty();
  return subscriptions_;
}

void Observing::deliver() noexcept {
  if (!has_any_) return;
  ++wanted_;
  // Who wants it while another is at it may rely on that one to look again.
  while (!delivering_.exchange(true)) {
    const std::int64_t seen = wanted_;
    deliver_timed();
    delivering_ = false;
    if (wanted_ == seen) return;
  }
}

void Observing::deliver_timed() noexcept {
  if (monitor_ == nullptr) return deliver_all();
  monitor_->count(Count::deliveries);
  const Monitor::Timed timed(*monitor_, Time::delivery);
  deliver_all();
}

// From the one that is furthest behind; the others skip what they know.
void Observing::deliver_all() noexcept {
  Subscriptions all;
  try {
    for (all = current(); !all.empty(); all = current()) {
      const auto behind =
          std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return a->delivered() < b->delivered();
          });
      const std::vector<Event> events = read_((*behind)->delivered());
      if (events.empty()) return;
      for (const auto& subscription : all)
        tell(*subscription, events);
    }
  } catch (const std::exception& error) {
    // They are still there to be delivered the next time.
    for (const auto& subscription : all)
      subscription->note_failure(error.what());
    note_failures(static_cast<std::int64_t>(all.size()));
  }
}

void Observing::tell(Subscription::Impl& subscription, const std::vector<Event>& events) {
  const std::int64_t before = subscription.failures();
  subscription.tell(events);
  note_failures(subscription.failures() - before);
}

void Observing::note_failures(std::int64_t count) noexcept {
  if (count == 0 || monitor_ == nullptr) return;
  monitor_->count(Count::observer_failures, count);
  monitor_->log(LogLevel::warning, "observer.failed", "an observer threw, or could not be told");
}

}  // namespace engine
}  // namespace gridcase
