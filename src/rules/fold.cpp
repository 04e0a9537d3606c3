#include "rules/fold.hpp"

#include "rules/clock_fold.hpp"
#include "rules/fold_orders.hpp"
#include "rules/fold_summary.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace gridcase::rules {
namespace {

using A = ActionKind;

constexpr const char* no_part = "none";

void set_if(std::string& target, const std::string& value) {
  if (!value.empty()) target = value;
}

void set_if_absent(std::string& target, const std::string& value) {
  if (target.empty()) target = value;
}

template <typename Item> void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Whether people of this name are known by different telephones.
bool are_several(const Party& person, const std::vector<Party>& parties) {
  std::set<std::string> telephones{person.telephone};
  for (const Party& party : parties) {
    if (party.name == person.name) telephones.insert(party.telephone);
  }
  telephones.erase("");
  return telephones.size() > 1;
}

// The entries of one person, latest first. Without a name nobody knows who it is.
std::vector<Party> entries_of(const Party& person, const std::vector<Party>& parties) {
  std::vector<Party> entries;
  if (person.name.empty()) return entries;
  const bool by_telephone = are_several(person, parties);
  if (by_telephone && person.telephone.empty()) return entries;
  std::copy_if(
      parties.rbegin(), parties.rend(), std::back_inserter(entries), [&](const Party& party) {
        return party.name == person.name && (!by_telephone || party.telephone == person.telephone);
      });
  return entries;
}

// What is not said again stays.
Party renewed(Party now, const std::vector<Party>& entries) {
  for (const Party& before : entries) {
    set_if_absent(now.telephone, before.telephone);
    set_if_absent(now.address, before.address);
    set_if_absent(now.area_code, before.area_code);
  }
  return now;
}

// Who is named again has this part from then on; those named at once stand side by side, also one
// person in two parts.
void give_parts(std::vector<Party>& parties, const std::vector<Party>& given) {
  const std::vector<Party> before = parties;
  std::vector<Party> now;
  for (const Party& person : given) {
    const std::vector<Party> entries = entries_of(person, before);
    const auto is_one = [&](const Party& party) {
      return std::any_of(entries.begin(), entries.end(), [&](const Party& entry) {
        return party.name == entry.name && party.telephone == entry.telephone;
      });
    };
    parties.erase(std::remove_if(parties.begin(), parties.end(), is_one), parties.end());
    if (person.role != no_part) now.push_back(renewed(person, entries));
  }
  append(parties, now);
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
  // Who takes part in a conference keeps the part they have in the matter.
  if (action.kind == A::consult) {
    append(whole.parties, action.parties);
  } else {
    give_parts(whole.parties, action.parties);
  }
  append(whole.subjects, action.subjects);
  append(whole.external_ids, action.external_ids);
  const std::size_t earlier = whole.attachments.size();
  append(whole.attachments, action.attachments);
  for (std::size_t i = earlier; i < whole.attachments.size(); ++i)
    whole.attachments[i].internal = action.internal_note;
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
