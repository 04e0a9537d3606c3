#include "base/text.hpp"
#include "engine/bulk.hpp"
#include "rules/permission.hpp"

#include <fmt/format.h>

namespace gridcase::engine {
namespace {

[[noreturn]] void refuse(const std::string& message, const char* field) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

void check_key(const std::string& key) {
  const bool fits = !key.empty() && key.size() <= 32 && base::has_code_characters_only(key);
  if (!fits) refuse("a key has 1 to 32 characters of A-Z a-z 0-9 . _ -", "key");
}

// A limit would be taken for the number of cases it is done to.
void check_query(const CaseQuery& query) {
  if (query.after != CaseId::none) refuse("a bulk begins with the first case", "query.after");
  if (query.limit != CaseQuery{}.limit) {
    refuse("a bulk is for all cases of the query; give a budget instead", "query.limit");
  }
}

void check_action(const Action& action) {
  switch (action.kind) {
  case ActionKind::report:
  case ActionKind::transfer_in:
  case ActionKind::enter_record:
  case ActionKind::fall_due:
  case ActionKind::recalculate:
    refuse(fmt::format("{} is not done to many cases", name(action.kind)), "action.kind");
  default: break;
  }
  if (action.case_id != CaseId::none) refuse("the query says which cases", "action.case_id");
  if (!action.command_id.empty()) {
    refuse("each case gets a command_id of the bulk's", "action.command_id");
  }
  if (action.expected_version) {
    refuse("the cases have no version in common", "action.expected_version");
  }
}

}  // namespace

void check_bulk(const Bulk& bulk, bool needs_key) {
  if (needs_key || !bulk.key.empty()) check_key(bulk.key);
  check_query(bulk.query);
  check_action(bulk.action);
}

void check_bulk_actor(const Rulebook& rules, const Actor& actor, Instant now) {
  const auto refused = rules::check_actor(rules.directory, actor, now);
  if (refused) refuse(refused->reason, refused->field.c_str());
}

}  // namespace gridcase::engine
