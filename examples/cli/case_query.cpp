#include "case_query.hpp"

#include "documents.hpp"
#include "failure.hpp"

namespace gridcase::cli {
namespace {

bool needs_yes(const std::string& key, const std::string& value) {
  if (value != "yes") throw Failure("unknown_word", "--where", {key + "=" + value, key + "=yes"});
  return true;
}

Stage stage_of_text(const std::string& value) {
  if (const auto stage = stage_from_name(value)) return *stage;
  std::vector<std::string> words;
  for (int i = 1; i <= 6; ++i)
    words.emplace_back(name(static_cast<Stage>(i)));
  throw Failure("unknown_word", "--where", {value, joined(words)});
}

State state_of_text(const std::string& value) {
  if (const auto state = state_from_name(value)) return *state;
  std::vector<std::string> words;
  for (const State state : all_states())
    words.emplace_back(name(state));
  throw Failure("unknown_word", "--where", {value, joined(words)});
}

void narrow(CaseQuery& query, const std::string& key, const std::string& value,
            const Session& session, Instant now) {
  const std::string& zone = session.names.zone();
  if (key == "holder") query.holder = value;
  if (key == "assigned") query.assigned = value;
  if (key == "concerns") query.concerns = value;
  if (key == "township") query.township = value;
  if (key == "grid") query.grid = value;
  if (key == "number") query.number = value;
  if (key == "category") query.category = value;
  if (key == "stage") query.stage = stage_of_text(value);
  if (key == "state") query.state = state_of_text(value);
  if (key == "from") query.reported_from = parse_time("--where", value, zone);
  if (key == "until") query.reported_until = parse_time("--where", value, zone);
  if (key == "nature") query.nature = parse_nature("--where", value);
  if (key == "about") query.about = value;
  if (key == "campaign") query.campaign = value;
  if (key == "subject") query.subject = parse_subject("--where", value);
  if (key == "hard") query.hard_only = needs_yes(key, value);
  if (key == "open") query.open_only = needs_yes(key, value);
  if (key == "overdue" && needs_yes(key, value)) query.deadline_before = now;
}

}  // namespace

CaseQuery parse_case_query(const std::vector<std::string>& where, const Session& session,
                           Instant now) {
  static const std::vector<std::string> keys{
      "holder",   "assigned", "concerns", "township", "grid",  "number",
      "category", "stage",    "state",    "from",     "until", "open",
      "overdue",  "nature",   "about",    "campaign", "hard",  "subject"};
  CaseQuery query;
  for (const std::string& text : where) {
    for (const auto& [key, value] : parse_pairs("--where", text, keys))
      narrow(query, key, value, session, now);
  }
  return query;
}

}  // namespace gridcase::cli
