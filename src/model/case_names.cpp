// The stable names of what cases, answers and queries are made of.

#include "base/words.hpp"

#include <gridcase/intake.hpp>
#include <gridcase/platform.hpp>
#include <gridcase/query.hpp>

namespace gridcase {
namespace {

using base::Word;

constexpr std::array<Word<Nature>, 11> natures{{
    {Nature::ordinary, "ordinary"},
    {Nature::directive, "directive"},
    {Nature::patrol, "patrol"},
    {Nature::duty_check, "duty_check"},
    {Nature::inspection, "inspection"},
    {Nature::notice, "notice"},
    {Nature::accountability, "accountability"},
    {Nature::negative_event, "negative_event"},
    {Nature::contact, "contact"},
    {Nature::alert, "alert"},
    {Nature::article, "article"},
}};

constexpr std::array<Word<Path>, 4> paths{{
    {Path::answer, "answer"},
    {Path::report, "report"},
    {Path::provider, "provider"},
    {Path::transfer, "transfer"},
}};

constexpr std::array<Word<Platform::Means>, 4> platform_means{{
    {Platform::Means::both, "both"},
    {Platform::Means::push_only, "push_only"},
    {Platform::Means::pull_only, "pull_only"},
    {Platform::Means::manual, "manual"},
}};

constexpr std::array<Word<Role::Reads>, 3> role_reads{{
    {Role::Reads::participation, "participation"},
    {Role::Reads::territory, "territory"},
    {Role::Reads::everything, "everything"},
}};

constexpr std::array<Word<RequestKind>, 6> request_kinds{{
    {RequestKind::unstated, "unstated"},
    {RequestKind::complaint, "complaint"},
    {RequestKind::tip_off, "tip_off"},
    {RequestKind::inquiry, "inquiry"},
    {RequestKind::help, "help"},
    {RequestKind::suggestion, "suggestion"},
}};

constexpr std::array<Word<ResolutionMode>, 4> resolution_modes{{
    {ResolutionMode::undecided, "undecided"},
    {ResolutionMode::self, "self"},
    {ResolutionMode::guided, "guided"},
    {ResolutionMode::dispatched, "dispatched"},
}};

constexpr std::array<Word<AssignmentRole>, 6> assignment_roles{{
    {AssignmentRole::lead, "lead"},
    {AssignmentRole::assist, "assist"},
    {AssignmentRole::scene, "scene"},
    {AssignmentRole::support, "support"},
    {AssignmentRole::verify, "verify"},
    {AssignmentRole::consult, "consult"},
}};

constexpr std::array<Word<AssignmentState>, 10> assignment_states{{
    {AssignmentState::assigned, "assigned"},
    {AssignmentState::signed_for, "signed_for"},
    {AssignmentState::done, "done"},
    {AssignmentState::declined, "declined"},
    {AssignmentState::withdrawn, "withdrawn"},
    {AssignmentState::released, "released"},
    {AssignmentState::contacted, "contacted"},
    {AssignmentState::arrived, "arrived"},
    {AssignmentState::controlled, "controlled"},
    {AssignmentState::finished, "finished"},
}};

constexpr std::array<Word<Relation>, 5> relations{{
    {Relation::related, "related"},
    {Relation::part_of, "part_of"},
    {Relation::follows, "follows"},
    {Relation::earlier, "earlier"},
    {Relation::distinct, "distinct"},
}};

constexpr std::array<Word<Mediation>, 3> mediations{{
    {Mediation::none, "none"},
    {Mediation::settled, "settled"},
    {Mediation::not_settled, "not_settled"},
}};

constexpr std::array<Word<RefusalCode>, 30> refusal_codes{{
    {RefusalCode::unknown_case, "unknown_case"},
    {RefusalCode::unknown_unit, "unknown_unit"},
    {RefusalCode::unknown_person, "unknown_person"},
    {RefusalCode::unknown_category, "unknown_category"},
    {RefusalCode::not_possible, "not_possible"},
    {RefusalCode::not_permitted, "not_permitted"},
    {RefusalCode::missing_field, "missing_field"},
    {RefusalCode::unexpected_field, "unexpected_field"},
    {RefusalCode::bad_value, "bad_value"},
    {RefusalCode::stale_version, "stale_version"},
    {RefusalCode::out_of_order, "out_of_order"},
    {RefusalCode::too_far_ahead, "too_far_ahead"},
    {RefusalCode::not_assigned, "not_assigned"},
    {RefusalCode::wrong_step, "wrong_step"},
    {RefusalCode::one_lead, "one_lead"},
    {RefusalCode::no_way, "no_way"},
    {RefusalCode::needs_reply, "needs_reply"},
    {RefusalCode::needs_evidence, "needs_evidence"},
    {RefusalCode::needs_check, "needs_check"},
    {RefusalCode::needs_consultation, "needs_consultation"},
    {RefusalCode::separate_duties, "separate_duties"},
    {RefusalCode::duplicate_external, "duplicate_external"},
    {RefusalCode::limit, "limit"},
    {RefusalCode::drill_only, "drill_only"},
    {RefusalCode::overdue, "overdue"},
    {RefusalCode::not_late, "not_late"},
    {RefusalCode::no_clock, "no_clock"},
    {RefusalCode::second_person, "second_person"},
    {RefusalCode::waits, "waits"},
    {RefusalCode::cannot_decline, "cannot_decline"},
}};

constexpr std::array<Word<Status>, 6> statuses{{
    {Status::committed, "committed"},
    {Status::refused, "refused"},
    {Status::duplicate, "duplicate"},
    {Status::conflict, "conflict"},
    {Status::busy, "busy"},
    {Status::unknown, "unknown"},
}};

constexpr std::array<Word<BoardKey>, 6> board_keys{{
    {BoardKey::holder, "holder"},
    {BoardKey::lead, "lead"},
    {BoardKey::township, "township"},
    {BoardKey::category, "category"},
    {BoardKey::tier, "tier"},
    {BoardKey::channel, "channel"},
}};

constexpr std::array<Word<Share::Kind>, 4> share_kinds{{
    {Share::Kind::unit, "unit"},
    {Share::Kind::hold, "hold"},
    {Share::Kind::reporter, "reporter"},
    {Share::Kind::nobody, "nobody"},
}};

constexpr std::array<Word<Share::Role>, 8> share_roles{{
    {Share::Role::none, "none"},
    {Share::Role::holder, "holder"},
    {Share::Role::lead, "lead"},
    {Share::Role::assist, "assist"},
    {Share::Role::scene, "scene"},
    {Share::Role::support, "support"},
    {Share::Role::verify, "verify"},
    {Share::Role::consult, "consult"},
}};

}  // namespace

std::string_view name(Path path) noexcept { return name_in(paths, path); }
std::string_view name(Platform::Means means) noexcept { return name_in(platform_means, means); }
std::string_view name(Role::Reads reads) noexcept { return name_in(role_reads, reads); }
std::string_view name(Nature nature) noexcept { return name_in(natures, nature); }
std::string_view name(RequestKind kind) noexcept { return name_in(request_kinds, kind); }
std::string_view name(ResolutionMode mode) noexcept { return name_in(resolution_modes, mode); }
std::string_view name(AssignmentRole role) noexcept { return name_in(assignment_roles, role); }
std::string_view name(AssignmentState state) noexcept { return name_in(assignment_states, state); }
std::string_view name(Relation relation) noexcept { return name_in(relations, relation); }
std::string_view name(Mediation mediation) noexcept { return name_in(mediations, mediation); }
std::string_view name(RefusalCode code) noexcept { return name_in(refusal_codes, code); }
std::string_view name(Status status) noexcept { return name_in(statuses, status); }
std::string_view name(BoardKey key) noexcept { return name_in(board_keys, key); }
std::string_view name(Share::Kind kind) noexcept { return name_in(share_kinds, kind); }
std::string_view name(Share::Role role) noexcept { return name_in(share_roles, role); }

std::optional<Path> path_from_name(std::string_view name) noexcept { return value_in(paths, name); }
std::optional<Platform::Means> platform_means_from_name(std::string_view name) noexcept {
  return value_in(platform_means, name);
}
std::optional<Role::Reads> role_reads_from_name(std::string_view name) noexcept {
  return value_in(role_reads, name);
}
std::optional<Nature> nature_from_name(std::string_view name) noexcept {
  return value_in(natures, name);
}
std::optional<RequestKind> request_kind_from_name(std::string_view name) noexcept {
  return value_in(request_kinds, name);
}
std::optional<AssignmentRole> assignment_role_from_name(std::string_view name) noexcept {
  return value_in(assignment_roles, name);
}
std::optional<Relation> relation_from_name(std::string_view name) noexcept {
  return value_in(relations, name);
}
std::optional<BoardKey> board_key_from_name(std::string_view name) noexcept {
  return value_in(board_keys, name);
}

}  // namespace gridcase
