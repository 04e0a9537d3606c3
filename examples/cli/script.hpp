#pragma once
// A script of `play`: JSON Lines, described in README.md. Read and checked as a whole before
// anything is run; every fault is listed with its line.

#include "messages.hpp"
#include "subtree.hpp"

#include <gridcase/platform.hpp>
#include <gridcase/query.hpp>

#include <boost/json.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::cli {

struct ScriptLine {
  enum class Kind {
    step,
    tick,
    govern,  // another mode, a task force
    bulk,
    patrol,
    receive,  // what another system says
    use_roads,
    raise,   // an alert
    assess,  // marks, a period that is frozen, stars
    expect_case,
    expect_order,
    expect_clock,
    expect_allowed,
    expect_cases,
    expect_board,
    expect_log,
    expect_responsible,
    expect_sums,
    expect_nearest,
    expect_proposal,
    expect_providers,
    expect_ratings,
    expect_roll_up,
    expect_intake,
    expect_coverage,
    expect_duty,
    expect_public,
    expect_outbox,
    expect_scores,
    expect_stars,
  };

  int number = 0;
  std::int32_t repetition = 0;  // of a line that is repeated, from 1
  Kind kind = Kind::step;
  boost::json::object object;  // as written; what follows is taken from it
  std::optional<Instant> at;
  Actor by;
  std::string case_name;    // of "case", "as", "expect_case", "expect_order" …
  std::string other;        // of "other": the name of the other case of a merge or link
  bool names_case = false;  // "as": the step makes the case
  Action action;
  std::vector<Subtree> subtrees;
  Patrol patrol;
  std::vector<std::string> patrol_cases;  // names of the cases that its failures make
  std::string roads;                      // path; empty if they are taken away
  std::string system;                     // of "receive" and "expect_outbox"
  std::vector<InMessage> messages;
  std::string document;  // of "give_marks" and "give_stars", as it is written
};

struct Script {
  std::string file;
  std::string name;
  boost::json::value title;
  std::string organization;  // path; in the file it is relative to the folder of the script
  std::string rules;         // JSON text, empty if there are none
  std::string time;          // paths as of the organization; empty if there are none
  std::string programmes;
  std::vector<std::string> holidays;
  std::vector<std::string> scoring;
  std::vector<std::string> ratings;
  std::vector<ScriptLine> lines;
};

// `zone_of` gives the zone of civil times where the script names none; it is told the path of the
// organization that the script names, empty if none. Throws DocumentError.
Script read_script(const std::string& file,
                   const std::function<std::string(const std::string&)>& zone_of);

// A text, or the one of the language from {"en": …, "zh": …}.
std::string localized(const boost::json::value* value, Language language);

// Fields of a case, and of an order of a case, as in the JSON of `show`.
const boost::json::object& case_fields();
const boost::json::object& order_fields();

}  // namespace gridcase::cli
