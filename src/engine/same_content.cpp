#include "engine/same_content.hpp"

#include "engine/masking.hpp"
#include "model/action_json.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::engine {
namespace {

// What a case has from the contact or alert it came of, where nothing else was said.
void take_out_of_origin(const Action& said, Action& recorded) {
  for (std::string Action::*field :
       {&Action::text, &Action::address, &Action::grid, &Action::category}) {
    if ((said.*field).empty()) (recorded.*field).clear();
  }
  if (said.subjects.empty()) recorded.subjects.clear();
  if (!said.point) recorded.point.reset();
  if (!said.lasted_until) recorded.lasted_until.reset();
  if (recorded.attachments.size() > said.attachments.size())
    recorded.attachments.resize(said.attachments.size());
  if (!said.due || (recorded.due && *recorded.due < *said.due)) recorded.due = said.due;
}

void take_out_completed(const Action& said, Action& recorded) {
  take_out_of_origin(said, recorded);
  if (said.orders.empty()) recorded.orders.clear();
  if (said.units.empty()) recorded.units.clear();
  if (!said.relation) recorded.relation.reset();
  if (said.request == RequestKind::unstated) recorded.request = RequestKind::unstated;
  for (std::string Action::*field :
       {&Action::join, &Action::unit, &Action::type, &Action::channel, &Action::number_dialled}) {
    if ((said.*field).empty()) (recorded.*field).clear();
  }
}

// Of a recorded action what can have been said, of the other what was recorded of it.
void make_comparable(Action& said, Action& recorded) {
  // What was too late for its own time has it in `occurred`.
  if (said.happened && !said.occurred && recorded.occurred == said.happened)
    recorded.occurred.reset();
  else if (said.happened && recorded.happened != said.happened)
    recorded.occurred = recorded.happened;  // another time
  else if (!said.occurred)
    recorded.occurred.reset();
  take_out_completed(said, recorded);
  for (Action* action : {&said, &recorded}) {
    action->case_id = CaseId::none;
    action->happened.reset();
    action->command_id.clear();
    action->expected_version.reset();
  }
}

}  // namespace

bool is_same_content(Action said, const Event& event) {
  Action recorded = event.action;
  if (said.kind != recorded.kind) return false;
  if (said.case_id != CaseId::none && said.case_id != event.case_id) return false;
  make_comparable(said, recorded);
  const model::ActionParts a = model::split(said, {});
  const model::ActionParts b = model::split(recorded, {});
  return a.detail == b.detail && (event.erased || (a.text == b.text && a.personal == b.personal));
}

bool is_same_as_shown(Action said, const std::vector<Event>& history, std::int64_t version) {
  const auto event = std::find_if(history.begin(), history.end(),
                                  [&](const Event& one) { return one.version == version; });
  if (event == history.end()) return true;  // cannot be seen
  mask(said.parties);
  // Every case begins with a title.
  Event beginning = history.front();
  hide(beginning);
  if (beginning.action.title != history.front().action.title) return is_same_content(said, *event);
  Event hidden;
  hidden.action = std::move(said);
  hide(hidden);
  return is_same_content(std::move(hidden.action), *event);
}

}  // namespace gridcase::engine
