#include "replay_clocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace gridcase::cli::replay {

namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Judge {
public:
  Judge(const Mapping& mapping, Troubles& troubles, std::string zone)
      : mapping_(mapping), troubles_(troubles), zone_(std::move(zone)) {}

  // `due` is the clock of the limit given with the report; none if there was no limit.
  void add(const Row& row, const Request& request, const ClockView* due) {
    const Verdict verdict = verdict_of(due);
    Judged::Counts& counts = judged_.by_verdict[static_cast<std::size_t>(verdict)];
    ++counts.cases;
    if (mapping_.flag.empty()) return;
    ++counts.by_flag[request.flag];
    const auto said_late = late_by_flag(row, request);
    if (!said_late || (verdict != Verdict::on_time && verdict != Verdict::late)) return;
    if (*said_late == (verdict == Verdict::late)) {
      ++judged_.agree;
      return;
    }
    ++judged_.contradict;
    const Clock& clock = due->clock;
    note(row, request, "flag_contradicts",
         fmt::format("the table says \"{}\"; the deadline was {}, closed {}", request.flag,
                     format_local(clock.times.deadline, zone_),
                     format_local(clock.stopped.value_or(Instant{}), zone_)));
  }

  const Judged& judged() const noexcept { return judged_; }

private:
  static Verdict verdict_of(const ClockView* due) {
    if (due == nullptr) return Verdict::no_limit;
    if (due->clock.state != ClockState::met) return Verdict::open;
    return due->late ? Verdict::late : Verdict::on_time;
  }

  std::optional<bool> late_by_flag(const Row& row, const Request& request) {
    if (request.flag.empty()) return std::nullopt;
    if (contains(mapping_.flag_on_time, request.flag)) return false;
    if (contains(mapping_.flag_late, request.flag)) return true;
    note(row, request, "unknown_flag", "\"" + request.flag + "\" is no word for in time or late");
    return std::nullopt;
  }

  void note(const Row& row, const Request& request, const char* reason, std::string message) {
    troubles_.add(
        {Trouble::Kind::note, reason, row.line, request.id, mapping_.flag, std::move(message)});
  }

  const Mapping& mapping_;
  Troubles& troubles_;
  std::string zone_;
  Judged judged_;
};

}  // namespace

std::string_view name(Verdict verdict) noexcept {
  switch (verdict) {
  case Verdict::on_time: return "on_time";
  case Verdict::late: return "late";
  case Verdict::open: return "open";
  case Verdict::no_limit: return "no_limit";
  }
  return "";
}

Judged judge(const Engine& engine, const std::string& center, const Mapping& mapping,
             Source& source, Troubles& troubles) {
  Judge judge(mapping, troubles, mapping.zone);
  const Actor actor{center, {}, {}};
  for (const Row& row : source.rows()) {
    if (row.case_id == CaseId::none) continue;
    // What has been met or is open is so at any time; only the light of an open one would differ.
    const auto views = engine.clocks(row.case_id, actor, from_microseconds(row.opened));
    const auto due = std::find_if(views.begin(), views.end(), [](const ClockView& view) {
      return view.clock.milestone == "due";
    });
    judge.add(row, source.request(row), due == views.end() ? nullptr : &*due);
  }
  return judge.judged();
}

}  // namespace gridcase::cli::replay
