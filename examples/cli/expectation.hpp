#pragma once
// Compares what a script expects with what is there.

#include "script.hpp"

#include <gridcase/query.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

// One expectation that was not met.
struct Mismatch {
  int line = 0;
  std::string what;  // field or check
  std::string expected;
  std::string found;
};

// A case and its history as they are when the line is reached.
struct Evidence {
  const Case& whole;
  const std::vector<Event>& history;
  const std::string& zone;
};

// The result of one line: how much was checked, and what failed.
class Checks {
public:
  explicit Checks(int line) : line_(line) {}

  void equal(const std::string& what, const boost::json::value& expected,
             const boost::json::value& found, const std::string& zone);
  void require(bool met, const std::string& what, const std::string& expected,
               const std::string& found);

  int count() const noexcept { return count_; }
  const std::vector<Mismatch>& mismatches() const noexcept { return mismatches_; }

private:
  int line_;
  int count_ = 0;
  std::vector<Mismatch> mismatches_;
};

// Expected objects may leave keys out; times are compared as times, however they are written.
bool matches(const boost::json::value& expected, const boost::json::value& found,
             const std::string& zone);

// "expect" of a step, with the case after it if there is one.
void check_answer(Checks& checks, const boost::json::object* expected, const Answer& answer,
                  const Evidence* evidence);
// A line "expect_case".
void check_case(Checks& checks, const boost::json::object& line, const Evidence& evidence);
// A line "expect_clock": what is said of the one clock that it names.
void check_clock(Checks& checks, const boost::json::object& line,
                 const std::vector<ClockView>& views, const std::string& zone);
// A line "expect_order": the order of the unit, the latest if it has several and "no" does not say.
void check_order(Checks& checks, const boost::json::object& line, const Evidence& evidence);
// "expect" of a tick.
void check_tick(Checks& checks, const boost::json::object& expected, const TickReport& report,
                const std::string& zone);
// A line "expect_allowed".
void check_allowed(Checks& checks, const boost::json::object& line,
                   const std::vector<std::string>& allowed);

// Lines about more than one case (expectation_lists.cpp).
void check_cases(Checks& checks, const boost::json::object& line,
                 const std::vector<CaseSummary>& cases, const std::string& zone);
void check_board(Checks& checks, const boost::json::object& line, const Board& board);
void check_log(Checks& checks, const boost::json::object& line, const std::vector<Event>& log,
               const std::string& zone);
void check_responsible(Checks& checks, const boost::json::object& line, const Responsible& found);
void check_sums(Checks& checks, const boost::json::object& line,
                const std::vector<FigureSum>& sums);

}  // namespace gridcase::cli
