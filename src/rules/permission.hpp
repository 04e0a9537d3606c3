#pragma once
// Who may do what: the one place where permission is decided.

#include "model/scope.hpp"
#include "model/snapshot.hpp"

#include <gridcase/action.hpp>
#include <gridcase/organization.hpp>

#include <optional>
#include <string>

namespace gridcase::rules {

// What the actor may see. Without roles in the organization, and for a unit that acts without a
// person, it follows from the unit: the ground of its place in the command line, and what is with
// it. With roles, a person sees what its posts at the unit give, or the one that is named: all of
// them together; without a post there, nothing. Acting for a task force as a member's person, posts
// held at home count, for what is with the task force. A substitute has the posts of the absent,
// too. What is with the unit is seen on any ground, of the categories of the post.
model::Scope scope_of(const Directory& directory, const Actor& actor);

// The same without sensitive cases that the actor has no right to open: where a text is searched
// for, or a subject, that a case is found says what is in it. Without roles only the command centre
// finds them so; who works on one finds it in lists.
model::Scope text_scope_of(const Directory& directory, const Actor& actor);

// The scope for articles: the knowledge base is open to everybody, but for sensitive categories.
model::Scope with_knowledge_base(const Directory& directory, model::Scope scope);

// What `reveal` shows the actor of a case. With roles, by those of the person's posts that cover
// the case; a unit without a person opens nothing. Without roles, the unit that holds the case and
// the command centre all of it; who has an open order or check in a sensitive one, what is written.
struct Opening {
  bool sensitive = false;  // what is written in a sensitive case
  bool personal = false;   // names, telephones and addresses unmasked
};
Opening opening_of(const Directory& directory, const Actor& actor, const model::Snapshot& snapshot);

// Whether what concerns the unit is all the actor's to know: of a person with roles, if a post
// there is for all categories and ground.
bool speaks_for_unit(const Directory& directory, const Actor& actor);
// Whether the actor speaks for the county: its command centre, or a city's above it; a person with
// a post there that is limited in nothing, its actions neither.
bool governs(const Directory& directory, const Actor& actor);

// Whether the unit holds the case, or is above the one that does; and whether it is above.
bool holds(const Directory& directory, const std::string& unit, const model::Snapshot& snapshot);
bool is_superior(const Directory& directory, const std::string& unit,
                 const model::Snapshot& snapshot);

// False for a code that does not exist.
// Whether the actor may open every case and every name in it. Without roles everybody who governs
// may; with roles only a person reveals.
bool opens_all(const Directory& directory, const Actor& actor);
// Whether every unit that has a part in a case may do it.
bool is_for_participants(ActionKind kind) noexcept;
bool is_command_centre(const Directory& directory, const std::string& code);

// Whether the unit and the person exist, are valid at that time and belong together.
std::optional<Refusal> check_actor(const Directory& directory, const Actor& actor, Instant when);
// Whether the person holds the post that is named.
std::optional<Refusal> check_post(const Directory& directory, const Actor& actor);

// Whether a post of the actor that covers the case (any post, for a new one) has a role that lets
// do such a thing. Yes where no roles count.
Verdict may_by_role(const Directory& directory, const Actor& actor, ActionKind kind,
                    const model::Snapshot* snapshot);

// Whether the actor's unit stands where this kind of action asks it to stand: it holds the case, or
// has an order in it, or was asked for a check …, and whether the actor's role lets it.
// `passed` tells asking for a check from answering.
Verdict may(const Directory& directory, const Actor& actor, ActionKind kind, bool answers_check,
            const model::Snapshot& snapshot);

// Of what `may` says yes to: for whom it is, and by which roles the actor may. Without a case, of a
// new one.
std::string why_permitted(const Directory& directory, const Actor& actor, ActionKind kind,
                          const model::Snapshot* snapshot);

// Whether only a unit with an open order does such a thing.
bool needs_order(ActionKind kind) noexcept;

// The unit's order in the case that is still open; null when there is none.
const Assignment* open_assignment(const model::Snapshot& snapshot, const std::string& unit);

}  // namespace gridcase::rules
