#include "engine/ticking.hpp"

#include "engine/following.hpp"

#include <algorithm>

namespace gridcase::engine {
namespace {

class Ticking {
public:
  // The engine acts in the name of the command centre.
  Ticking(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, Instant now,
          Monitor* monitor)
      : store_(store), rulebooks_(rulebooks),
        queue_(queue), actor_{rulebooks.current()->centre(), {}, "tick"}, now_(now),
        monitor_(monitor) {}

  TickReport run(TickBudget budget) {
    std::int32_t left = budget.total;
    // What fires may make the next rung due at once, before what was looked at already: so again
    // from the first, until nothing more comes of it.
    for (bool goes_on = true; goes_on && left > 0;) {
      goes_on = false;
      report_.failed = 0;
      std::optional<store::Deadline> after;
      while (left > 0) {
        const auto slice =
            store_.due(now_, after ? &*after : nullptr, std::min(left, budget.slice));
        if (slice.empty()) break;
        after = slice.back();
        const std::int32_t done = carry_out(slice);
        left -= done;
        goes_on = goes_on || done > 0;
      }
    }
    report_.next = store_.next_due();
    report_.more = report_.next && *report_.next <= now_;
    keep_up({left, budget.slice});
    return report_;
  }

private:
  Submission submission_for(const store::Deadline& due) const {
    Submission submission;
    submission.actor = actor_;
    submission.now = now_;
    Action& action = submission.action;
    action.kind = due.clock == 0 ? ActionKind::resume : ActionKind::fall_due;
    action.case_id = due.case_id;
    if (due.clock != 0) action.clock = due.clock;
    return submission;
  }

  // How many of them were carried out. Others may have been quicker, or a case moved on: what is
  // still due is due the next time.
  std::int32_t carry_out(const std::vector<store::Deadline>& slice) {
    std::vector<Submission> submissions;
    submissions.reserve(slice.size());
    for (const store::Deadline& due : slice)
      submissions.push_back(submission_for(due));
    const auto began = read_stopwatch();
    const auto answers = queue_.submit_own(submissions);
    note_slice(began);
    std::int32_t done = 0;
    for (std::size_t i = 0; i < slice.size(); ++i) {
      if (answers[i].status != Status::committed) {
        if (answers[i].status != Status::duplicate) ++report_.failed;
        continue;
      }
      ++done;
      ++(slice[i].clock == 0 ? report_.resumed : report_.fired);
      report_.latest = std::max(report_.latest, Duration(now_ - slice[i].at));
    }
    return done;
  }

  void keep_up(TickBudget budget) {
    const Followed done =
        follow(store_, rulebooks_, queue_, {budget.total, budget.slice}, [&](const auto& slice) {
          const auto began = read_stopwatch();
          slice();
          note_slice(began);
        });
    report_.followed = done.events;
    report_.behind = done.behind;
  }

  std::optional<std::chrono::nanoseconds> read_stopwatch() const {
    return monitor_ == nullptr ? std::nullopt : monitor_->read_stopwatch();
  }

  void note_slice(std::optional<std::chrono::nanoseconds> began) {
    ++report_.slices;
    const auto ended = began ? read_stopwatch() : std::nullopt;
    if (!ended) return;
    const std::chrono::nanoseconds took = *ended - *began;
    monitor_->note(Time::slice, took);
    report_.longest_slice = std::max(report_.longest_slice.value_or(took), took);
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  GroupCommit& queue_;
  Actor actor_;
  Instant now_;
  Monitor* const monitor_;
  TickReport report_;
};

}  // namespace

TickReport tick(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, Instant now,
                TickBudget budget, Monitor* monitor) {
  return Ticking(store, rulebooks, queue, now, monitor).run(budget);
}

}  // namespace gridcase::engine
