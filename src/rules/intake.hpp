#pragma once
// Which way contacts go, and when an alert is the one that came before.

#include "model/snapshot.hpp"

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

#include <optional>
#include <string>

namespace gridcase::rules {

PathProposal propose_path(const Policy& policy, const Directory& directory, const Action& contact);

// The type of the policy, or what holds for one it does not know.
AlertType alert_type(const Policy& policy, const std::string& code);

// When it was observed.
struct Window {
  Instant from{};
  Instant until{};
};
Window window_of(const CaseSummary& alert);
Window window_of(const Action& alert, Instant now);

// Of two alerts of one type about one subject, or both about none.
bool is_same_alert(const AlertType& type, const CaseSummary& known, const Action& alert,
                   Instant now);

// The earliest limit of a contact: the requester's time goes on in what it becomes.
std::optional<Instant> limit_of(const model::Snapshot& contact);

// Whether the requester of a contact is still to be answered.
bool waits_for_reply(const CaseSummary& contact);

// Whether a running case that the contact joins does not do for its requester what the contact
// does: wait for a reply, and no longer than was promised.
bool owes_more(const model::Snapshot& contact, const model::Snapshot& joined);

// The limit that was given with the case, as its clock has it now; none if it was given none.
std::optional<Instant> given_limit(const model::Snapshot& snapshot);

// The nearest site of the list that the place lies at; null if there is none.
const Site* site_at(const SiteList& list, const std::optional<Point>& place);

}  // namespace gridcase::rules
