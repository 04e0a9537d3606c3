#pragma once
// The words a script may use: keys of each kind of line, and names of enumerations.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::cli {

using KeySet = std::set<std::string_view>;

namespace script_keys {

extern const KeySet header, step, tick, tick_expect, govern, govern_expect, mode, task_force, bulk,
    bulk_line, bulk_expect, patrol_line, patrol_expect, receive, receive_expect, use_roads;
extern const KeySet expect_case, expect_order, expect_clock, expect_allowed, expect_cases,
    expect_board, expect_log, expect_responsible, expect_sums, expect_nearest, expect_proposal,
    expect_providers, expect_ratings, expect_roll_up, raise, raise_expect, expect_intake,
    expect_coverage, expect_duty, duty_expect, expect_public, assess, assess_expect,
    assessed_period, starred, expect_scores, expect_stars, expect_outbox;

}  // namespace script_keys

const std::vector<std::string>& status_words();
const std::vector<std::string>& refusal_words();
const std::vector<std::string>& error_words();
const std::vector<std::string>& light_words();
const std::vector<std::string>& clock_state_words();
const std::vector<std::string>& limit_words();
const std::vector<std::string>& stage_words();
const std::vector<std::string>& state_words();
const std::vector<std::string>& role_words();
const std::vector<std::string>& order_state_words();
const std::vector<std::string>& tier_words();
const std::vector<std::string>& mode_words();
const std::vector<std::string>& unit_kind_words();
const std::vector<std::string>& board_words();

}  // namespace gridcase::cli
