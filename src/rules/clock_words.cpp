// Limits and explanations in sentences.
#include <gridcase/clock.hpp>

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <utility>

namespace gridcase {
namespace {

using SegmentKind = Explanation::Segment::Kind;

// Both languages of one word or sentence.
struct Both {
  std::string_view english;
  std::string_view chinese;
  std::string_view in(Language language) const {
    return language == Language::chinese ? chinese : english;
  }
};

Both unit_word(LimitUnit unit) {
  switch (unit) {
  case LimitUnit::urgent_minute: return {"urgent minute", "紧急工作分钟"};
  case LimitUnit::urgent_hour: return {"urgent hour", "紧急工作时"};
  case LimitUnit::calendar_day: return {"calendar day", "自然日"};
  case LimitUnit::working_minute: return {"working minute", "工作分钟"};
  case LimitUnit::working_hour: return {"working hour", "工作时"};
  case LimitUnit::working_day:
  case LimitUnit::end_of_working_day: return {"working day", "工作日"};
  }
  return {"unit", "单位"};
}

Both state_word(ClockState state) {
  switch (state) {
  case ClockState::running: return {"running", "计时中"};
  case ClockState::held: return {"held", "暂停"};
  case ClockState::met: return {"done", "已完成"};
  case ClockState::dropped: return {"no longer waited for", "不再等待"};
  }
  return {"unknown", "未知"};
}

Both light_word(Light light) {
  switch (light) {
  case Light::green: return {"green", "绿灯"};
  case Light::yellow: return {"yellow", "黄灯"};
  case Light::red: return {"red", "红灯"};
  }
  return {"unknown", "未知"};
}

Both segment_word(SegmentKind kind) {
  switch (kind) {
  case SegmentKind::counted: return {"counted", "计时"};
  case SegmentKind::closed: return {"outside working hours", "非工作时间"};
  case SegmentKind::day_off: return {"day off", "休息日"};
  case SegmentKind::holiday: return {"holiday", "节假日"};
  case SegmentKind::held: return {"held", "暂停"};
  case SegmentKind::late: return {"late", "超时"};
  }
  return {"unknown", "未知"};
}

// "3 h 30 min"; parts that are zero are left out.
std::string duration_words(std::int64_t microseconds, Language language) {
  struct Part {
    std::int64_t size;
    Both word;
  };
  static constexpr std::array<Part, 4> parts{{{3'600'000'000, {" h", "小时"}},
                                              {60'000'000, {" min", "分钟"}},
                                              {1'000'000, {" s", "秒"}},
                                              {1, {" µs", "微秒"}}}};
  std::string text = microseconds < 0 ? "-" : "";
  const std::size_t sign = text.size();
  for (const Part& part : parts) {
    const std::int64_t count = microseconds / part.size;
    microseconds %= part.size;
    if (count == 0) continue;
    if (language == Language::english && text.size() > sign) text += ' ';
    text += fmt::format("{}{}", count < 0 ? -count : count, part.word.in(language));
  }
  return text.empty() ? std::string(Both{"0 min", "0分钟"}.in(language)) : text;
}

// What is counted, in the measure of the limit.
std::string counted_words(std::int64_t amount, LimitUnit limit, Language language) {
  if (measure_of(limit) != Measure::closing) return duration_words(amount, language);
  return language == Language::chinese
             ? fmt::format("{}个工作日", amount)
             : fmt::format("{} working day{}", amount, amount == 1 ? "" : "s");
}

std::string budget_words(const Clock& clock, Language language) {
  if (measure_of(clock.limit) == Measure::closing) {
    return in_words(Amount{clock.budget, clock.limit}, language);
  }
  const std::string counted = duration_words(clock.budget, language);
  const bool natural = measure_of(clock.limit) == Measure::natural;
  if (language == Language::chinese) {
    return fmt::format("{}{}（单位：{}）", natural ? "" : "工作时间", counted,
                       unit_word(clock.limit).chinese);
  }
  return fmt::format("{}{} (set in {}s)", counted, natural ? "" : " of working time",
                     unit_word(clock.limit).english);
}

// One explanation, line by line.
class Words {
public:
  Words(const Explanation& explanation, Language language)
      : it_(explanation), clock_(explanation.clock), language_(language) {}

  std::string all() {
    head();
    limit();
    calendar();
    deadline();
    for (const Explanation::Segment& segment : it_.segments)
      line(segment);
    end();
    return std::move(text_);
  }

private:
  template <typename... Values> void say(Both sentence, const Values&... values) {
    text_ += fmt::format(fmt::runtime(sentence.in(language_)), values...);
    text_ += '\n';
  }
  std::string time(Instant at) const { return format_local(at, it_.time_zone); }
  std::string counted(std::int64_t amount) const {
    return counted_words(amount, clock_.limit, language_);
  }
  std::string_view word(Both both) const { return both.in(language_); }

  void head() {
    say({"{}: {}, light {}.", "{}：{}，{}。"},
        it_.milestone.empty() ? clock_.milestone : it_.milestone, word(state_word(clock_.state)),
        word(light_word(it_.light)));
  }

  void limit() {
    say({"Limit: {}.", "时限：{}。"}, budget_words(clock_, language_));
    if (clock_.extended != 0) {
      say({"Extended by {} ({} granted).", "延长{}（批准{}次）。"}, counted(clock_.extended),
          clock_.extensions);
    }
    if (it_.rule.empty()) {
      say({"Rule: policy version {}.", "依据：政策第{}版。"}, it_.rules);
    } else {
      say({"Rule: {}; policy version {}.", "依据：{}；政策第{}版。"}, it_.rule, it_.rules);
    }
  }

  void calendar() {
    if (it_.calendar.empty()) {
      say({"Every hour counts, nights and days off too. Times are those of {}.",
           "昼夜连续计时，节假日不扣除。时间按{}。"},
          it_.time_zone);
    } else {
      say({"Calendar: {}. Times are those of {}.", "日历：{}。时间按{}。"}, it_.calendar,
          it_.time_zone);
    }
  }

  void deadline() {
    say({"Started: {}.", "起算：{}。"}, time(clock_.started));
    if (clock_.state == ClockState::held) {
      say({"Deadline, had the hold ended where it began: {}.", "截止（若暂停即刻结束）：{}。"},
          time(clock_.times.deadline));
    } else {
      say({"Deadline: {}.", "截止：{}。"}, time(clock_.times.deadline));
    }
    if (clock_.times.provisional && it_.horizon) {
      say({"Provisional: the holiday table ends on {}; days from then on are not decreed yet.",
           "暂定：节假日表截至{}（不含），此后的放假安排尚未公布。"},
          format_date(*it_.horizon));
    }
    if (clock_.stopped) say({"Stopped: {}.", "停止：{}。"}, time(*clock_.stopped));
  }

  void line(const Explanation::Segment& segment) {
    std::string what(word(segment_word(segment.kind)));
    const bool measured = segment.kind == SegmentKind::counted || segment.kind == SegmentKind::late;
    const bool blank = measure_of(clock_.limit) == Measure::closing && segment.amount == 0;
    if (measured && !blank) what += " " + counted(segment.amount);
    if (!segment.name.empty()) {
      what += fmt::format(fmt::runtime(word({" ({})", "（{}）"})), segment.name);
    }
    say({"{} – {}: {}", "{} 至 {}：{}"}, time(segment.from), time(segment.until), what);
  }

  void end() {
    std::int64_t sum = 0;
    for (const Explanation::Segment& segment : it_.segments) {
      if (segment.kind == SegmentKind::counted) sum += segment.amount;
    }
    const std::int64_t limit = clock_.budget + clock_.extended;
    if (sum == limit) {
      say({"The counted segments add up to {}, the limit.", "计时各段合计{}，等于时限。"},
          counted(sum));
    } else {
      say({"The counted segments add up to {} of {}: the clock was held.",
           "计时各段合计{}，时限{}：计时已暂停。"},
          counted(sum), counted(limit));
    }
    say({"What happens exactly at the deadline is in time.", "恰在截止时刻完成的，不算超时。"});
  }

  const Explanation& it_;
  const Clock& clock_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string in_words(Amount amount, Language language) {
  const Both unit = unit_word(amount.unit);
  if (amount.unit == LimitUnit::end_of_working_day) {
    if (language == Language::chinese) {
      return amount.value == 0 ? std::string("当个工作日结束时")
                               : fmt::format("第{}个工作日结束时", amount.value);
    }
    return amount.value == 0 ? std::string("the end of the working day")
                             : fmt::format("the end of working day {}", amount.value);
  }
  if (language == Language::chinese) return fmt::format("{} {}", amount.value, unit.chinese);
  return fmt::format("{} {}{}", amount.value, unit.english, amount.value == 1 ? "" : "s");
}

std::string in_words(const Explanation& explanation, Language language) {
  return Words(explanation, language).all();
}

}  // namespace gridcase
