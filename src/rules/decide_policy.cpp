#include "rules/deciding.hpp"
#include "rules/permission.hpp"
#include "rules/telling.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;

bool ends_case(ActionKind kind) {
  return kind == A::reject || kind == A::answer || kind == A::close || kind == A::force_close ||
         kind == A::annul || kind == A::merge;
}

// 事事有回音: nobody who waits is left without an answer.
MaybeRefusal check_reply(const Deciding& it) {
  const CaseSummary& summary = it.summary();
  if (!ends_case(it.event.action.kind) || !it.rules().reply_before_end) return std::nullopt;
  if (!summary.has_requester || summary.replied || !it.event.action.reply.empty()) {
    return std::nullopt;
  }
  return refusal(RefusalCode::needs_reply, "reply",
                 "a requester waits for an answer; give reply with this action");
}

bool goes_to_work(const Action& action) {
  switch (action.kind) {
  case A::dispatch:
  case A::handle:
  case A::guide:
  case A::transfer_out: return true;
  case A::conclude: return action.passed.value_or(false);
  default: return false;
  }
}

MaybeRefusal check_checks(const Deciding& it) {
  const CaseSummary& summary = it.summary();
  const auto& channels = it.rules().check_before_filing;
  const ActionKind kind = it.event.action.kind;
  // A case that came back before it was filed may go to work from there, but not unchecked.
  const bool files = kind == A::file || (!summary.filed && goes_to_work(it.event.action));
  if (files && !summary.checked &&
      std::find(channels.begin(), channels.end(), summary.channel) != channels.end()) {
    return refusal(RefusalCode::needs_check, "",
                   fmt::format("reports by {} are checked before they are filed; ask for a check",
                               summary.channel));
  }
  if (kind == A::close && it.rules().check_after_handling && !summary.confirmed) {
    return refusal(RefusalCode::needs_check, "",
                   "the policy asks for a passed check after handling; ask for one with confirm");
  }
  return std::nullopt;
}

MaybeRefusal check_evidence(const Deciding& it) {
  if (it.situation.evidence == nullptr) return std::nullopt;
  const Category* category = it.directory().category(it.summary().category);
  for (const std::string& kind : category->required_evidence) {
    const auto& have = *it.situation.evidence;
    const auto& now = it.event.action.attachments;
    const bool attached =
        std::find(have.begin(), have.end(), kind) != have.end() ||
        std::any_of(now.begin(), now.end(), [&](const Attachment& a) { return a.kind == kind; });
    if (attached) continue;
    return refusal(RefusalCode::needs_evidence, "attachments",
                   fmt::format("cases of category {} need an attachment of kind {} before closing",
                               category->code, kind));
  }
  return std::nullopt;
}

MaybeRefusal check_returns(const Deciding& it) {
  const ActionKind kind = it.event.action.kind;
  const std::int32_t most = it.rules().return_limit;
  // Nor does a consultation that came to nothing, or another room, give it a fresh start.
  const bool waits = !it.is_at_work();
  const bool goes_down = kind == A::send_back && it.phase() != Phase::review;  // not rework
  const bool sends_on = kind == A::dispatch || kind == A::transfer_out || goes_down ||
                        kind == A::hand_down || kind == A::guide;
  if (most == 0 || !waits || !sends_on || it.summary().returns < most || it.event.action.forced) {
    return std::nullopt;
  }
  return refusal(
      RefusalCode::needs_consultation, "",
      fmt::format("the case has come back {} times; call a consultation and conclude it with "
                  "orders, or let the command centre give the order (forced)",
                  it.summary().returns));
}

bool is_finder(const Deciding& it) {
  const CaseSummary& summary = it.summary();
  if (!it.actor.person.empty() && !summary.reporter_person.empty()) {
    return it.actor.person == summary.reporter_person;
  }
  return it.actor.unit == summary.reporter_unit;
}

// Unit or person.
bool has_handled(const Deciding& it) {
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(), [&](const Assignment& a) {
    if (a.role == AssignmentRole::verify || a.role == AssignmentRole::consult) return false;
    const auto& hands = a.handlers;
    return (a.unit == it.actor.unit && a.signed_at) ||
           std::find(hands.begin(), hands.end(), it.actor.person) != hands.end();
  });
}

bool has_verified(const Deciding& it) {
  const auto& all = it.summary().verifiers;
  return std::any_of(all.begin(), all.end(), [&](const std::string& who) {
    const std::size_t slash = who.find('/');
    const bool is_person = slash != std::string::npos && who.substr(slash + 1) == it.actor.person;
    return who.substr(0, slash) == it.actor.unit || is_person;
  });
}

// For checks only, or in a consultation: that is not handling.
bool is_beside_the_work(const Deciding& it) {
  const Assignment* mine = open_assignment(it.subject(), it.actor.unit);
  return mine != nullptr &&
         (mine->role == AssignmentRole::verify || mine->role == AssignmentRole::consult);
}

// 巡办分离: patrol, handling and checking are different hands.
MaybeRefusal check_separation(const Deciding& it) {
  if (!it.rules().separate_duties) return std::nullopt;
  const Action& action = it.event.action;
  const bool works = action.kind == A::handle || action.kind == A::control ||
                     (needs_order(action.kind) && action.kind != A::decline);
  const bool handles = works && !is_beside_the_work(it);
  if (handles && is_finder(it)) {
    return refusal(RefusalCode::separate_duties, "actor",
                   "who found the matter may check it but not handle it; somebody else must act");
  }
  if (handles && has_verified(it)) {
    return refusal(RefusalCode::separate_duties, "actor",
                   "who checked the matter may not handle it; somebody else must act");
  }
  const bool answers_check = action.kind == A::confirm && action.passed.has_value();
  if (answers_check && has_handled(it)) {
    return refusal(RefusalCode::separate_duties, "actor",
                   "who handled the matter may not check it; ask another unit");
  }
  return std::nullopt;
}

MaybeRefusal check_suspension(const Deciding& it) {
  if (it.event.action.kind != A::suspend) return std::nullopt;
  const DeviationRules& most = it.situation.policy.time.deviations;
  if (most.suspensions != 0 && it.summary().suspensions >= most.suspensions) {
    return refusal(RefusalCode::limit, "",
                   fmt::format("the case was on hold {} times; the policy allows no more",
                               it.summary().suspensions));
  }
  const auto longest = std::chrono::hours(24) * most.longest_suspension_days;
  if (*it.event.action.until - it.event.happened > longest) {
    return refusal(RefusalCode::limit, "until",
                   fmt::format("a hold lasts at most {} days", most.longest_suspension_days));
  }
  return std::nullopt;
}

// No end of the whole before that of its parts.
MaybeRefusal check_parts(const Deciding& it) {
  const ActionKind kind = it.event.action.kind;
  if (!it.rules().parts_first || it.situation.parts == nullptr || kind == A::link) {
    return std::nullopt;
  }
  const auto& parts = *it.situation.parts;
  const auto open = std::find_if(parts.begin(), parts.end(),
                                 [](const model::Part& part) { return part.is_open; });
  if (open == parts.end()) return std::nullopt;
  return refusal(
      RefusalCode::waits, "",
      fmt::format("part {} goes on; end it first, or split it off", to_number(open->case_id)));
}

// What failed in mediation ends only with word of where it goes on.
MaybeRefusal check_mediation(const Deciding& it) {
  const Action& action = it.event.action;
  const bool failed = it.summary().mediation == Mediation::not_settled;
  if (action.kind != A::close || !failed || !action.reason.empty()) return std::nullopt;
  return refusal(RefusalCode::missing_field, "reason",
                 "the mediation settled nothing; give the referral as reason, such as litigation");
}

// What is written in a sensitive case would lie open with its new category.
MaybeRefusal check_secrecy(const Deciding& it) {
  const std::string& category = it.event.action.category;
  if (category.empty() || !it.directory().is_sensitive(it.summary().category) ||
      it.directory().is_sensitive(category)) {
    return std::nullopt;
  }
  // Without roles it is not for who only works on it.
  const Opening opening = opening_of(it.directory(), it.actor, it.subject());
  const bool by_roles = !it.directory().organization().roles.empty();
  if (by_roles ? opening.sensitive : opening.personal) return std::nullopt;
  return refusal(RefusalCode::not_permitted, "category",
                 "the case is sensitive and would no longer be; that is for who has the right to "
                 "open it");
}

bool is_given_order(const Action& action, const std::string& unit) {
  return std::any_of(action.orders.begin(), action.orders.end(),
                     [&](const Order& order) { return order.unit == unit; });
}

// Whether every system that the unit speaks for sends only. One that is no system has people.
bool hears_nothing(const Deciding& it, const std::string& unit) {
  if (it.directory().unit(unit)->kind != UnitKind::platform) return false;
  bool sends = false;
  for (const Platform& platform : it.situation.policy.platforms) {
    if (platform.unit != unit) continue;
    if (platform.means != Platform::Means::push_only) return false;
    sends = true;
  }
  return sends;
}

// A system that would never hear of it cannot work on it.
MaybeRefusal check_systems(const Deciding& it) {
  const Action& action = it.event.action;
  const std::string& category = it.summary().category;
  for (const Platform& platform : it.situation.policy.platforms) {
    const bool is_asked = it.event.outcome == Outcome::requested || action.kind == A::transfer;
    const bool is_offered = is_asked && action.unit == platform.unit;
    const bool is_called = action.kind == A::consult &&
                           std::count(action.units.begin(), action.units.end(), platform.unit) != 0;
    if (!is_offered && !is_called && !is_given_order(action, platform.unit)) continue;
    const char* field = is_offered ? "unit" : is_called ? "units" : "orders";
    if (hears_nothing(it, platform.unit)) {
      return refusal(RefusalCode::no_way, field,
                     fmt::format("{} only sends and would never hear of it; change its means in "
                                 "platforms, or send another unit",
                                 platform.system));
    }
    const bool is_told =
        platform.means == Platform::Means::both || platform.means == Platform::Means::pull_only;
    if (!is_told || may_be_told(platform, it.directory(), category)) continue;
    return refusal(RefusalCode::no_way, field,
                   fmt::format("the register lets no case of category {} go to {}; change its "
                               "categories in platforms, or send another unit",
                               category, platform.system));
  }
  return std::nullopt;
}

MaybeRefusal check_figures(const Deciding& it) {
  const auto& types = it.rules().figures;
  if (types.empty()) return std::nullopt;
  for (const Figure& figure : it.event.action.figures) {
    const auto type = std::find_if(types.begin(), types.end(),
                                   [&](const FigureType& one) { return one.name == figure.name; });
    if (type == types.end()) {
      return refusal(
          RefusalCode::bad_value, "figures",
          fmt::format("the policy has no figure {}; name one of its figures", figure.name));
    }
    if (figure.measure != type->measure) {
      return refusal(RefusalCode::bad_value, "figures",
                     fmt::format("{} is measured in {}, not in \"{}\"", figure.name, type->measure,
                                 figure.measure));
    }
  }
  return std::nullopt;
}

}  // namespace

bool needs_evidence(const Directory& directory, const Action& action,
                    const model::Snapshot& subject) {
  if (action.kind != A::close) return false;
  const Category* category = directory.category(subject.summary.category);
  return category != nullptr && !category->required_evidence.empty();
}

MaybeRefusal check_policy(Deciding& it) {
  for (const auto check : {check_reply, check_checks, check_evidence, check_returns,
                           check_separation, check_suspension, check_parts, check_mediation,
                           check_secrecy, check_systems, check_figures}) {
    if (auto refused = check(it)) return refused;
  }
  return std::nullopt;
}

}  // namespace gridcase::rules
