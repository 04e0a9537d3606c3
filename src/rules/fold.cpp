#include "rules/fold.hpp"

#include "rules/clock_fold.hpp"
#include "rules/fold_orders.hpp"
#include "rules/fold_summary.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

using A = ActionKind;

void set_if(std::string& target, const std::string& value) {
  if (!value.empty()) target = value;
}

template <typename Item> void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void add_tasks(std::vector<Assignment>& assignments, const Action& action) {
  const std::size_t first = assignments.size() - std::min(assignments.size(), action.orders.size());
  for (std::size_t i = first; i < assignments.size(); ++i)
    assignments[i].task = action.orders[i - first].task;
}

void apply_to_conferences(std::vector<Consultation>& conferences, const Event& event) {
  const Action& action = event.action;
  const bool is_open = !conferences.empty() && !conferences.back().concluded;
  if (action.kind == A::consult) {
    if (!is_open) conferences.emplace_back().called = event.happened;
    Consultation& it = conferences.back();
    set_if(it.reason, action.reason);
    append(it.units, action.units);
    append(it.parties, action.parties);
  } else if (action.kind == A::conclude && is_open) {
    Consultation& it = conferences.back();
    it.concluded = event.happened;
    it.agreed = *action.passed;
    it.minutes = action.text;
    it.opinion = action.note;
    for (const Order& order : action.orders) {
      if (order.role == AssignmentRole::lead) it.lead = order.unit;
    }
  }
}

}  // namespace

void apply(model::Snapshot& snapshot, const Event& event) {
  apply_to_orders(snapshot.assignments, event);
  apply_to_summary(snapshot.summary, snapshot.assignments, event);
  apply_clocks(snapshot.clocks, event);
  note_clocks(snapshot.summary, snapshot.clocks);
}

bool gives_text(ActionKind kind) { return kind != A::conclude && kind != A::broadcast; }

void apply(Case& whole, const Event& event) {
  const Action& action = event.action;
  apply_to_orders(whole.assignments, event);
  apply_to_summary(whole, whole.assignments, event);
  apply_clocks(whole.clocks, event);
  note_clocks(whole, whole.clocks);
  if (gives_text(action.kind)) set_if(whole.text, action.text);
  set_if(whole.address, action.address);
  set_if(whole.reply, action.reply);
  append(whole.parties, action.parties);
  append(whole.subjects, action.subjects);
  append(whole.external_ids, action.external_ids);
  append(whole.attachments, action.attachments);
  append(whole.figures, action.figures);
  const bool goes_on = action.kind == A::merge || action.kind == A::settle;
  if (action.other_case != CaseId::none && !goes_on) {
    whole.links.push_back({action.other_case, action.relation.value_or(Relation::related)});
  }
  add_tasks(whole.assignments, action);
  apply_to_conferences(whole.conferences, event);
  if (!action.note.empty()) {
    whole.notes.push_back({event.happened, event.actor.unit, action.note, action.internal_note});
  }
}

}  // namespace gridcase::rules
