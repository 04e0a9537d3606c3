// The stable names of limits and clocks.
#include <gridcase/clock.hpp>

#include "base/words.hpp"

// Names are stored and sent: a line may be added here, never changed.

namespace gridcase {
namespace {

using base::name_in;
using base::value_in;
using base::Word;

constexpr std::array<Word<LimitUnit>, 7> limit_units{{
    {LimitUnit::urgent_minute, "urgent_minute"},
    {LimitUnit::urgent_hour, "urgent_hour"},
    {LimitUnit::calendar_day, "calendar_day"},
    {LimitUnit::working_minute, "working_minute"},
    {LimitUnit::working_hour, "working_hour"},
    {LimitUnit::working_day, "working_day"},
    {LimitUnit::end_of_working_day, "end_of_working_day"},
}};

constexpr std::array<Word<Moment>, 18> moments{{
    {Moment::reported, "reported"},
    {Moment::accepted, "accepted"},
    {Moment::checked, "checked"},
    {Moment::filed, "filed"},
    {Moment::dispatched, "dispatched"},
    {Moment::signed_for, "signed_for"},
    {Moment::contacted, "contacted"},
    {Moment::arrived, "arrived"},
    {Moment::controlled, "controlled"},
    {Moment::handled, "handled"},
    {Moment::confirmed, "confirmed"},
    {Moment::replied, "replied"},
    {Moment::closed, "closed"},
    {Moment::freed, "freed"},
    {Moment::begun, "begun"},
    {Moment::finished, "finished"},
    {Moment::check_sent, "check_sent"},
    {Moment::confirm_sent, "confirm_sent"},
}};

constexpr std::array<Word<RungKind>, 3> rung_kinds{{
    {RungKind::remind, "remind"},
    {RungKind::escalate, "escalate"},
    {RungKind::supervise, "supervise"},
}};

constexpr std::array<Word<ClockState>, 4> clock_states{{
    {ClockState::running, "running"},
    {ClockState::held, "held"},
    {ClockState::met, "met"},
    {ClockState::dropped, "dropped"},
}};

constexpr std::array<Word<Light>, 3> lights{{
    {Light::green, "green"},
    {Light::yellow, "yellow"},
    {Light::red, "red"},
}};

constexpr std::array<Word<ClockStep>, 17> clock_steps{{
    {ClockStep::start, "start"},
    {ClockStep::hold, "hold"},
    {ClockStep::resume, "resume"},
    {ClockStep::ask, "ask"},
    {ClockStep::approve, "approve"},
    {ClockStep::deny, "deny"},
    {ClockStep::extend, "extend"},
    {ClockStep::replace, "replace"},
    {ClockStep::transfer, "transfer"},
    {ClockStep::stop, "stop"},
    {ClockStep::drop, "drop"},
    {ClockStep::fire, "fire"},
    {ClockStep::move, "move"},
    {ClockStep::appeal, "appeal"},
    {ClockStep::review, "review"},
    {ClockStep::uphold, "uphold"},
    {ClockStep::exempt, "exempt"},
}};

using SegmentKind = Explanation::Segment::Kind;

constexpr std::array<Word<SegmentKind>, 6> segment_kinds{{
    {SegmentKind::counted, "counted"},
    {SegmentKind::closed, "closed"},
    {SegmentKind::day_off, "day_off"},
    {SegmentKind::holiday, "holiday"},
    {SegmentKind::held, "held"},
    {SegmentKind::late, "late"},
}};

}  // namespace

std::string_view name(LimitUnit unit) noexcept { return name_in(limit_units, unit); }
std::string_view name(Moment moment) noexcept { return name_in(moments, moment); }
std::string_view name(RungKind kind) noexcept { return name_in(rung_kinds, kind); }
std::string_view name(ClockState state) noexcept { return name_in(clock_states, state); }
std::string_view name(Light light) noexcept { return name_in(lights, light); }
std::string_view name(ClockStep step) noexcept { return name_in(clock_steps, step); }
std::string_view name(Explanation::Segment::Kind kind) noexcept {
  return name_in(segment_kinds, kind);
}

std::optional<LimitUnit> limit_unit_from_name(std::string_view name) noexcept {
  return value_in(limit_units, name);
}
std::optional<Moment> moment_from_name(std::string_view name) noexcept {
  return value_in(moments, name);
}
std::optional<RungKind> rung_kind_from_name(std::string_view name) noexcept {
  return value_in(rung_kinds, name);
}
std::optional<ClockStep> clock_step_from_name(std::string_view name) noexcept {
  return value_in(clock_steps, name);
}

}  // namespace gridcase
