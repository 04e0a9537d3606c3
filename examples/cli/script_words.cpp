#include "script_words.hpp"

#include <gridcase/organization.hpp>
#include <gridcase/query.hpp>

namespace gridcase::cli {
namespace {

// Names of an enumeration that is numbered from 1, gaps allowed.
template <typename Enum> std::vector<std::string> names_from_one() {
  std::vector<std::string> names;
  const std::string_view beyond = name(static_cast<Enum>(127));
  for (int i = 1; i < 127; ++i) {
    const std::string_view word = name(static_cast<Enum>(i));
    if (word != beyond) names.emplace_back(word);
  }
  return names;
}

}  // namespace

namespace script_keys {

const KeySet header{"play", "title",  "organization", "rules",      "time",    "holidays",
                    "zone", "source", "note",         "programmes", "scoring", "stars"};
const KeySet step{"at",  "about",  "by",   "do",     "case",  "as",  "other",
                  "syn", "expect", "note", "repeat", "every", "from"};
const KeySet tick{"at", "tick", "expect", "syn", "note"};
const KeySet tick_expect{"fired", "resumed", "more", "latest", "next"};
const KeySet govern{"at",  "by",     "switch_mode", "form_task_force", "dissolve_task_force",
                    "syn", "expect", "note"};
const KeySet govern_expect{"error", "field", "policy_version"};
const KeySet mode{"unit", "mode", "reason"};
const KeySet bulk_line{"at", "by", "bulk", "preview", "expect", "syn", "note"};
const KeySet task_force{"code", "name", "members", "parent", "capabilities"};
const KeySet bulk{"key", "where", "action"};
const KeySet bulk_expect{"cases", "done", "refused", "failed", "finished", "error", "field"};
const KeySet patrol_line{"at", "by", "patrol", "as", "cases", "expect", "syn", "note"};
const KeySet patrol_expect{"answers", "error", "field"};
const KeySet receive{"at", "receive", "messages", "cases", "expect", "syn", "note"};
const KeySet receive_expect{"answers", "error", "field"};
const KeySet expect_outbox{"expect_outbox", "by", "messages", "more", "syn", "note"};
const KeySet use_roads{"use_roads", "syn", "note"};
const KeySet expect_case{"expect_case",   "by",       "hidden", "path",    "states", "actions",
                         "stage",         "order_of", "said",   "elapsed", "count",  "fields",
                         "resolved_tier", "syn",      "note",   "repeat",  "from"};
// The rest are the fields of an order.
const KeySet expect_order{"expect_order", "syn", "note"};
const KeySet expect_clock{
    "expect_clock", "at",     "milestone", "unit",        "no",         "state",   "light",
    "late",         "exempt", "deadline",  "provisional", "started",    "stopped", "budget",
    "used",         "limit",  "rung",      "next",        "extensions", "syn",     "note"};
const KeySet expect_allowed{"expect_allowed", "at", "by", "includes", "excludes", "syn", "note"};
const KeySet expect_cases{"expect_cases", "by", "has", "count", "of", "percent", "syn", "note"};
const KeySet expect_board{"expect_board", "key",   "open", "closed", "other_ends",
                          "suspended",    "lines", "syn",  "note"};
const KeySet expect_log{"expect_log", "syn", "note"};
const KeySet expect_responsible{
    "expect_responsible", "place", "tier", "mode", "lead", "assists", "syn", "note"};
const KeySet expect_sums{"expect_sums", "by", "from", "until", "syn", "note"};
const KeySet expect_nearest{"expect_nearest", "by",    "at",    "capability", "classes",
                            "count",          "units", "costs", "syn",        "note"};
const KeySet expect_proposal{"expect_proposal", "by",     "at",  "response_class",
                             "scene",           "orders", "syn", "note"};
const KeySet expect_providers{"expect_providers", "by",  "at",  "skill", "count",
                              "providers",        "syn", "note"};
const KeySet expect_ratings{"expect_ratings", "by", "from", "until", "syn", "note"};
const KeySet expect_roll_up{"expect_roll_up", "by", "lines", "syn", "note"};
const KeySet raise{"at",     "by",   "raise",  "as",    "becomes", "syn",
                   "expect", "note", "repeat", "every", "from"};
const KeySet raise_expect{"answers", "state"};
const KeySet expect_intake{"expect_intake", "by", "from", "until", "syn", "note"};
const KeySet expect_coverage{"expect_coverage", "by",      "type",      "from", "until", "matched",
                             "expected",        "percent", "elsewhere", "syn",  "note"};
const KeySet expect_duty{"expect_duty", "at", "syn", "note"};
const KeySet duty_expect{"assigned", "gaps", "overlaps", "accounts"};
const KeySet assess{"at", "by", "give_marks", "freeze", "give_stars", "syn", "expect", "note"};
const KeySet assess_expect{"error", "field"};
const KeySet assessed_period{"rules", "period", "marks"};
const KeySet starred{"scheme", "events"};
const KeySet expect_scores{"expect_scores", "rules",      "period", "afresh", "at", "by",
                           "frozen",        "exemptions", "syn",    "note"};
const KeySet expect_stars{"expect_stars", "scheme", "on", "by", "syn", "note"};
const KeySet expect_public{"expect_public", "stage", "reply", "ended", "goes_on", "syn", "note"};

}  // namespace script_keys

const std::vector<std::string>& status_words() {
  static const std::vector<std::string> words = names_from_one<Status>();
  return words;
}

const std::vector<std::string>& refusal_words() {
  static const std::vector<std::string> words = names_from_one<RefusalCode>();
  return words;
}

const std::vector<std::string>& error_words() {
  static const std::vector<std::string> words = names_from_one<ErrorCode>();
  return words;
}

const std::vector<std::string>& light_words() {
  static const std::vector<std::string> words = names_from_one<Light>();
  return words;
}

const std::vector<std::string>& clock_state_words() {
  static const std::vector<std::string> words = names_from_one<ClockState>();
  return words;
}

const std::vector<std::string>& limit_words() {
  static const std::vector<std::string> words = names_from_one<LimitUnit>();
  return words;
}

const std::vector<std::string>& stage_words() {
  static const std::vector<std::string> words = names_from_one<Stage>();
  return words;
}

const std::vector<std::string>& state_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> names;
    for (const State state : all_states())
      names.emplace_back(name(state));
    return names;
  }();
  return words;
}

const std::vector<std::string>& role_words() {
  static const std::vector<std::string> words = names_from_one<AssignmentRole>();
  return words;
}

const std::vector<std::string>& order_state_words() {
  static const std::vector<std::string> words = names_from_one<AssignmentState>();
  return words;
}

const std::vector<std::string>& tier_words() {
  static const std::vector<std::string> words = names_from_one<Tier>();
  return words;
}

const std::vector<std::string>& mode_words() {
  static const std::vector<std::string> words = names_from_one<OperatingMode>();
  return words;
}

const std::vector<std::string>& unit_kind_words() {
  static const std::vector<std::string> words = names_from_one<UnitKind>();
  return words;
}

const std::vector<std::string>& board_words() {
  static const std::vector<std::string> words = names_from_one<BoardKey>();
  return words;
}

}  // namespace gridcase::cli
