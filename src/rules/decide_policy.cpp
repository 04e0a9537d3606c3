#include "rules/deciding.hpp"

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
  const bool sends_on = kind == A::dispatch || kind == A::send_back || kind == A::guide;
  if (most == 0 || it.phase() != Phase::returned || !sends_on || it.summary().returns < most) {
    return std::nullopt;
  }
  return refusal(
      RefusalCode::needs_consultation, "",
      fmt::format("the case has come back {} times; call a consultation", it.summary().returns));
}

bool is_finder(const Deciding& it) {
  const CaseSummary& summary = it.summary();
  if (!it.actor.person.empty() && !summary.reporter_person.empty()) {
    return it.actor.person == summary.reporter_person;
  }
  return it.actor.unit == summary.reporter_unit;
}

bool has_handled(const Deciding& it) {
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(), [&](const Assignment& a) {
    return a.unit == it.actor.unit && a.role != AssignmentRole::verify && a.signed_at;
  });
}

// 巡办分离: patrol, handling and checking are different hands.
MaybeRefusal check_separation(const Deciding& it) {
  if (!it.rules().separate_duties) return std::nullopt;
  const Action& action = it.event.action;
  const bool handles = action.kind == A::handle || action.kind == A::sign ||
                       action.kind == A::start || action.kind == A::feedback;
  if (handles && is_finder(it)) {
    return refusal(RefusalCode::separate_duties, "actor",
                   "who found the matter may check it but not handle it; somebody else must act");
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

}  // namespace

bool needs_evidence(const Directory& directory, const Action& action,
                    const model::Snapshot& subject) {
  if (action.kind != A::close) return false;
  const Category* category = directory.category(subject.summary.category);
  return category != nullptr && !category->required_evidence.empty();
}

MaybeRefusal check_policy(Deciding& it) {
  for (const auto check : {check_reply, check_checks, check_evidence, check_returns,
                           check_separation, check_suspension}) {
    if (auto refused = check(it)) return refused;
  }
  return std::nullopt;
}

}  // namespace gridcase::rules
