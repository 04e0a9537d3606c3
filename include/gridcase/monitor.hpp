#pragma once
/// \file monitor.hpp
/// What an operator of a host wants to know of an engine: a log, counters, and how long things
/// take. The library keeps them in memory and gives them as data; it writes nothing anywhere.

#include <gridcase/export.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

enum class LogLevel : std::uint8_t {
  info = 1,  ///< what happened in the ordinary course
  warning,   ///< carried on, but somebody should look
  error,     ///< something was not done
};

GRIDCASE_API std::string_view name(LogLevel level) noexcept;

/// A value that goes with a line of the log; `name` is a constant.
struct LogField {
  std::string_view name;
  std::string value;
};

/// One line of the log. The views live as long as the call.
///
/// | code | level | when | fields |
/// | --- | --- | --- | --- |
/// | `store.opened` | info | an engine was opened, made or attached | county, durability |
/// | `store.migrated` | info | an older schema was brought forward | from, to |
/// | `store.stopped` | error | a write failed and its fate is open: open the store again | |
/// | `policy.adopted` | info | a new version is in force | version |
/// | `write.busy` | warning | another writer was in the way for longer than the wait | submissions |
/// | `write.failed` | error | submissions were not carried out | submissions |
/// | `write.overtaken` | warning | other processes keep changing a case | submissions |
/// | `submission.failed` | error | one could not be decided, the others were | case_id |
/// | `hold.stuck` | warning | a hold that is over could not be ended | case_id |
/// | `clock.behind` | warning | a `now` lies more than a minute before the latest recorded time; said once until it no longer does | seconds |
/// | `checkpoint.failed` | error | the log could not be moved into the file | result |
/// | `checkpoint.late` | warning | readers have kept the log from being moved for long | pages |
/// | `observer.failed` | warning | an observer threw, or could not be told | |
struct LogRecord {
  LogLevel level = LogLevel::info;
  std::string_view code;     ///< see above; stable
  std::string_view message;  ///< in English, for people; never text of a case, never a person
  std::vector<LogField> fields;
};

/// Called in the thread of the call that has something to say, at times several at once, with locks
/// of the engine held: it must not call the engine. What it throws is lost and counted
/// (`log_failures`).
using LogSink = std::function<void(const LogRecord&)>;

/// A number that tells something since the engine was opened, or stands for now.
struct Counter {
  std::string name;       ///< stable: letters and underscores
  std::string help;       ///< in English
  bool is_gauge = false;  ///< of now; else it only grows
  std::int64_t value = 0;
};

/// How long something took, in nanoseconds of the host's stopwatch.
struct Histogram {
  std::string name;
  std::string help;
  std::vector<std::int64_t> bounds;  ///< upper bounds of the buckets, inclusive, ascending
  std::vector<std::int64_t> counts;  ///< of each bucket, and of what was longer than all of them
  std::int64_t count = 0;
  std::int64_t sum = 0;
};

}  // namespace gridcase
