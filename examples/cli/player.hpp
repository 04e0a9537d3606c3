#pragma once
// Runs the lines of a script against a store.

#include "expectation.hpp"
#include "script.hpp"
#include "session.hpp"
#include "timeline.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::cli {

class Player {
public:
  // Both must live as long as the player.
  Player(const Script& script, Session& session, Language language);

  void run(Progress& progress);

  struct CaseOfPlay {
    std::string name;
    CaseId id = CaseId::none;
    bool shown = true;  // of a step that is repeated only the first
  };
  const std::vector<CaseOfPlay>& cases() const noexcept { return cases_; }
  const std::vector<Mismatch>& mismatches() const noexcept { return mismatches_; }
  const Invented& invented() const noexcept { return invented_; }
  int steps() const noexcept { return steps_; }
  int checks() const noexcept { return checks_; }
  // The county's own history since the play began: modes, task forces.
  std::vector<Event> county_log() const;

private:
  void run_step(const ScriptLine& line);
  void run_line(const ScriptLine& line);
  void run_tick(const ScriptLine& line);
  void run_govern(const ScriptLine& line);
  void run_bulk(const ScriptLine& line);
  void run_patrol(const ScriptLine& line);
  void run_use_roads(const ScriptLine& line);
  void run_raise(const ScriptLine& line);
  void run_receive(const ScriptLine& line);
  void run_expect_case(const ScriptLine& line);
  void run_expect_order(const ScriptLine& line);
  void run_expect_clock(const ScriptLine& line);
  void run_expect_allowed(const ScriptLine& line);
  // About more than one case (player_lists.cpp, player_response.cpp).
  void run_expect_cases(const ScriptLine& line);
  void run_expect_board(const ScriptLine& line);
  void run_expect_log(const ScriptLine& line);
  void run_expect_responsible(const ScriptLine& line);
  void run_expect_sums(const ScriptLine& line);
  void run_expect_nearest(const ScriptLine& line);
  void run_expect_proposal(const ScriptLine& line);
  void run_expect_providers(const ScriptLine& line);
  void run_expect_ratings(const ScriptLine& line);
  void run_expect_roll_up(const ScriptLine& line);
  // About what comes in (player_intake.cpp).
  void run_expect_intake(const ScriptLine& line);
  void run_expect_coverage(const ScriptLine& line);
  void run_expect_duty(const ScriptLine& line);
  void run_expect_public(const ScriptLine& line);
  void run_expect_outbox(const ScriptLine& line);
  // About scores and stars (player_scores.cpp).
  void run_assess(const ScriptLine& line);
  void assess(const ScriptLine& line);
  void run_expect_scores(const ScriptLine& line);
  void run_expect_stars(const ScriptLine& line);
  void run_act(const ScriptLine& line, boost::json::object found,
               const std::function<void(boost::json::object& found)>& act);
  // Does it; returns the version of the policy.
  std::int64_t govern(const ScriptLine& line);
  const Actor& asks(const ScriptLine& line) const;
  // None when the step that was to make the case failed.
  std::optional<CaseId> case_of(const std::string& name, Checks& checks) const;
  void keep(const Checks& checks);
  void keep_patrol(const ScriptLine& line, const std::vector<Answer>& answers);
  void keep_received(const ScriptLine& line, const std::vector<Answer>& answers);

  const Script& script_;
  Session& session_;
  Language language_;
  Actor viewer_;             // sees every case
  std::int64_t before_ = 0;  // latest event of the history before the play
  Instant latest_{};
  std::vector<CaseOfPlay> cases_;
  std::vector<Mismatch> mismatches_;
  Invented invented_;
  int steps_ = 0;
  int checks_ = 0;
};

}  // namespace gridcase::cli
