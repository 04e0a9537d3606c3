#include "engine/intake.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "engine/reading.hpp"
#include "rules/decide.hpp"
#include "rules/fold.hpp"
#include "rules/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace gridcase::engine {
namespace {

// ---- the same alert again ----------------------------------------------------------------------

// How far back the first report of an alert without a subject is looked for.
constexpr auto longest_without_subject = std::chrono::hours(24) * 31;

constexpr std::int64_t counters = 10'000'000;  // ids a day
constexpr std::int64_t days = 1'000'000;

// Where the ids of a day begin.
CaseId first_of_day(const Policy& policy, Instant when) {
  const Date date = date_of(when, policy.organization.time_zone);
  const std::int64_t day = (date.year % 100) * 10'000 + date.month * 100 + date.day;
  const std::int64_t county = std::stoll(policy.organization.code);
  return CaseId{(county * days + day) * counters};
}

using Things = std::set<std::pair<std::string, std::string>>;  // kind and code

// Whatever their order, and however often one is named. Of the action or of the store.
template <typename Subjects> Things things_of(const Subjects& subjects) {
  Things things;
  for (const auto& one : subjects)
    things.emplace(one.kind, one.code);
  return things;
}

CaseQuery known_alerts(const Policy& policy, const rules::Window& window, const Action& alert) {
  CaseQuery query;
  query.nature = Nature::alert;
  query.type = alert.type;
  query.limit = 1000;
  if (alert.subjects.empty()) {
    query.after = first_of_day(policy, window.from - longest_without_subject);
  } else {
    query.subject = alert.subjects.front();  // whoever is about all of them is about this one
  }
  return query;
}

// ---- what becomes of an alert ------------------------------------------------------------------

class Raising {
public:
  Raising(store::Store& store, const Rulebook& rules, GroupCommit& queue, const Actor& actor,
          Instant now)
      : store_(store), rules_(rules), queue_(queue), actor_(actor), now_(now) {}

  std::vector<Answer> carry_out(const Action& alert) {
    Action entered = alert;
    entered.kind = ActionKind::enter_record;
    entered.nature = Nature::alert;
    (void)submit(entered, actor_, Origin::host);
    if (const auto id = entered_as(entered)) convert(*id, entered);
    return std::move(answers_);
  }

  std::vector<Answer> carry_on(CaseId id, const Action& alert) {
    convert(id, alert);
    return std::move(answers_);
  }

private:
  // Also of an alert that is told once more: its host may have died before a case was made of it.
  std::optional<CaseId> entered_as(const Action& alert) const {
    const Answer& answer = answers_.front();
    if (answer.ok()) return answer.case_id;
    if (!answer.refusal || answer.refusal->code != RefusalCode::duplicate_external) {
      return std::nullopt;
    }
    for (const ExternalId& name : alert.external_ids) {
      if (const auto owner = store_.case_of(name)) return owner;
    }
    return std::nullopt;
  }

  bool submit(const Action& action, const Actor& actor, Origin origin) {
    const Submission submission{action, actor, now_};
    answers_.push_back(queue_.submit(&submission, 1, origin).front());
    return answers_.back().ok();
  }

  void convert(CaseId id, const Action& alert) {
    const auto known = store_.read(id);
    if (known && known->snapshot.summary.nature == Nature::alert) {
      convert(known->snapshot.summary, alert);
    }
  }

  void convert(const CaseSummary& known, const Action& alert) {
    const AlertType type = rules::alert_type(*rules_.policy, known.type);
    if (type.category.empty()) return;
    std::string unit = type.unit;
    if (!type.site_list.empty()) {
      const Site* site = site_of(type, known);
      if (site == nullptr) return;
      if (unit.empty()) unit = site->unit;
    }
    // One that ended became a case, or was settled by somebody.
    if (is_end(known.position.state) && known.merged_into == CaseId::none) return;
    // What is left of it is done for who told it first, also when it is told again by another.
    const bool is_theirs = known.reporter_unit == actor_.unit;
    const Actor teller = is_theirs ? actor_ : Actor{known.reporter_unit, known.reporter_person, {}};
    if (!submit(report(known, alert, type), teller, Origin::bulk)) return;
    const CaseId made = answers_.back().case_id;
    if (unit.empty()) return;
    const Actor centre{rules_.centre(), {}, "alert"};
    if (submit(file(known.id, made), centre, Origin::bulk)) {
      (void)submit(order(known.id, made, unit), centre, Origin::bulk);
    }
  }

  const Site* site_of(const AlertType& type, const CaseSummary& known) const {
    for (const SiteList& list : rules_.policy->site_lists) {
      if (list.code == type.site_list) return rules::site_at(list, known.point);
    }
    return nullptr;
  }

  static std::string command(CaseId alert, int step) {
    return fmt::format("{}{}:{}", rules::alert_command, to_number(alert), step);
  }

  Action report(const CaseSummary& known, const Action& alert, const AlertType& type) const {
    Action action;
    action.kind = ActionKind::report;
    action.command_id = command(known.id, 1);
    action.other_case = known.id;
    action.relation = Relation::follows;
    const bool is_closed = rules_.directory.is_sensitive(known.category) &&
                           !rules_.directory.is_sensitive(type.category);
    action.category = is_closed ? known.category : type.category;
    action.title = known.title;
    action.channel = known.channel.empty() ? "alert" : known.channel;
    action.point = known.point;
    action.address = alert.address;
    action.subjects = alert.subjects;
    action.occurred = known.occurred;
    action.drill = known.drill;
    action.tier = Tier::county;
    return action;
  }

  static Action file(CaseId alert, CaseId made) {
    Action action;
    action.kind = ActionKind::file;
    action.case_id = made;
    action.command_id = command(alert, 2);
    return action;
  }

  static Action order(CaseId alert, CaseId made, const std::string& unit) {
    Action action;
    action.kind = ActionKind::dispatch;
    action.case_id = made;
    action.command_id = command(alert, 3);
    action.orders.push_back({unit, AssignmentRole::lead, {}});
    return action;
  }

  store::Store& store_;
  const Rulebook& rules_;
  GroupCommit& queue_;
  const Actor& actor_;
  Instant now_;
  std::vector<Answer> answers_;
};

// What says nothing of itself is an alert.
void check_is_alert(const Action& action) {
  if (action.kind != Action().kind && action.kind != ActionKind::enter_record) {
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("an alert is entered with enter_record, not with {}; leave the kind out",
                    name(action.kind)),
        "kind");
  }
  if (action.nature == Nature::ordinary || action.nature == Nature::alert) return;
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("this enters a {}, not an alert; submit it as an action", name(action.nature)),
      "nature");
}

// ---- coverage ----------------------------------------------------------------------------------

void add_sites(const Policy& policy, const std::string& code, CoverageRequest& request) {
  for (const SiteList& list : policy.site_lists) {
    if (list.code != code) continue;
    for (const Site& site : list.sites)
      request.sites.push_back({site.code, site.point, site.metres, {}});
    return;
  }
  throw Error(ErrorCode::not_found,
              fmt::format("the policy has no site list {}; it is named by its code", code),
              "site_list");
}

void add_alert(const CaseSummary& alert, const std::vector<store::StoredSubject>& subjects,
               CoverageRequest& request) {
  const rules::Window window = rules::window_of(alert);
  CoverageAlert it;
  it.place = alert.point;
  it.from = window.from;
  it.until = window.until;
  // At each of the sites that it is about; else where it was.
  std::set<std::string> sites;
  for (const store::StoredSubject& subject : subjects) {
    const auto is_it = [&](const CoverageSite& site) { return site.code == subject.code; };
    if (std::any_of(request.sites.begin(), request.sites.end(), is_it)) sites.insert(subject.code);
  }
  if (sites.empty()) sites.emplace();
  for (const std::string& site : sites) {
    it.subject = site;
    request.alerts.push_back(it);
  }
}

// ---- the public view ---------------------------------------------------------------------------

// Follows from the key of the case, so that nothing is stored, and nobody can guess it from the
// number.
std::string code_of(const store::Loaded& loaded, base::DigestKind digest) {
  if (!loaded.key) return {};
  base::Hasher hasher(digest);
  const CaseSummary& it = loaded.snapshot.summary;
  const base::Digest commitment = store::commitment(*loaded.key, "public", 0, it.number, hasher);
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i)
    number = number << 8 | commitment[static_cast<std::size_t>(i)];
  return fmt::format("{:08}", number % 100'000'000);
}

// Not the first difference, but whether there is one: the time it takes tells nothing.
bool are_equal(const std::string& a, const std::string& b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    difference |= a[i] == b[i] ? 0U : 1U;
  return difference == 0;
}

// What was replied before somebody came was no reply to them.
std::string last_reply(store::Store& store, CaseId id, Instant since) {
  std::string reply;
  each_event(store, id, [&](const Event& event) {
    if (!event.action.reply.empty() && event.happened >= since) reply = event.action.reply;
  });
  return reply;
}

// What the case goes on in; of the several that a contact may have become one that is not over.
CaseSummary goes_on_in(store::Store& store, const CaseSummary& it) {
  std::optional<CaseSummary> found = last_of(store, it.merged_into);
  if (it.nature != Nature::contact || !found) return found.value_or(it);
  each_event(store, it.id, [&](const Event& event) {
    const bool is_next = event.action.kind == ActionKind::link && is_end(event.before.state);
    if (!is_next || !is_end(found->position.state)) return;
    if (auto next = last_of(store, event.action.other_case)) found = std::move(next);
  });
  return *found;
}

// An alert without a point or a subject is known by what and where it was said to be.
bool needs_words(const Action& alert) { return !alert.point && alert.subjects.empty(); }

// `address` is asked for last: it stands in the history.
template <typename Address>
bool is_same_place(const CaseSummary& known, Address address, const Action& alert) {
  if (!needs_words(alert)) return true;
  const auto& ground = !known.grid.empty()      ? known.grid
                       : !known.village.empty() ? known.village
                                                : known.township;
  return ground == alert.grid && known.title == alert.title && address() == alert.address;
}

std::string address_of(store::Store& store, CaseId id) {
  std::string address;
  each_event(store, id, [&](const Event& event) {
    if (!event.action.address.empty()) address = event.action.address;
  });
  return address;
}

// Whether the case that came of it was over before the other one began: then that is another alert,
// for a repeat would reach nobody.
bool is_over(store::Store& store, const CaseSummary& known, const rules::Window& again) {
  const auto last = last_of(store, known.merged_into);
  return last && last->merged_into == CaseId::none && last->ended && *last->ended < again.from;
}

}  // namespace

std::optional<CaseId> find_same_alert(store::Store& store, const Rulebook& rules,
                                      const Action& alert, Instant now,
                                      const std::vector<PendingAlert>& pending) {
  const Policy& policy = *rules.policy;
  const AlertType type = rules::alert_type(policy, alert.type);
  // What is told in confidence is no news of what everybody may read, and hides nothing of it.
  const auto& category = alert.category.empty() ? type.category : alert.category;
  const bool is_closed = rules.directory.is_sensitive(category);
  const auto is_as_closed = [&](const CaseSummary& known) {
    return rules.directory.is_sensitive(known.category) == is_closed;
  };
  const Things things = things_of(alert.subjects);
  for (const PendingAlert& one : pending) {
    if (things_of(*one.subjects) == things && is_as_closed(*one.summary) &&
        rules::is_same_alert(type, *one.summary, alert, now) &&
        is_same_place(
            *one.summary, [&] { return one.address; }, alert)) {
      return one.summary->id;
    }
  }
  const rules::Window window = rules::window_of(alert, now);
  CaseQuery query = known_alerts(policy, window, alert);
  const model::Scope everything = model::whole_county();
  for (;;) {
    const CasePage page = store.find(query, {}, everything);
    for (const CaseSummary& known : page.cases) {
      if (!rules::is_same_alert(type, known, alert, now)) continue;
      if (!is_as_closed(known) || is_over(store, known, window)) continue;
      const auto address = [&] { return address_of(store, known.id); };
      if (!is_same_place(known, address, alert)) continue;
      if (things_of(store.subjects(known.id)) == things) return known.id;
    }
    if (!page.next) return std::nullopt;
    query.after = *page.next;
  }
}

std::vector<Answer> convert_alert(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                  CaseId id, const Action& alert, const Actor& actor, Instant now) {
  return Raising(store, rules, queue, actor, now).carry_on(id, alert);
}

std::vector<Answer> raise_alert(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                const Action& alert, const Actor& actor, Instant now) {
  check_is_alert(alert);
  return Raising(store, rules, queue, actor, now).carry_out(alert);
}

IntakeTotals intake_totals(store::Store& store, const Rulebook& rules, Instant from, Instant until,
                           const Actor& actor) {
  if (until < from)
    throw Error(ErrorCode::invalid_argument, "until is before from; exchange the two", "until");
  return {store.intake_totals(from, until, scope_of(rules, actor))};
}

Coverage coverage_of(store::Store& store, const Rulebook& rules, const CoverageQuestion& question,
                     const Actor& actor) {
  CoverageRequest request;
  add_sites(*rules.policy, question.site_list, request);
  request.from = question.from;
  request.until = question.until;
  // At which site it was says of a sensitive one what it is about.
  const model::Scope scope = text_scope_of(rules, actor);
  CaseQuery query;
  query.nature = Nature::alert;
  query.type = question.type;
  query.limit = 1000;
  for (;;) {
    const CasePage page = store.find(query, {}, scope);
    for (const CaseSummary& alert : page.cases) {
      if (!alert.drill && alert.position.state != State::annulled)
        add_alert(alert, store.subjects(alert.id), request);
    }
    if (!page.next) return coverage(request);
    query.after = *page.next;
  }
}

std::string public_code(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor) {
  const auto loaded = read_visible(store, rules, id, actor);
  return loaded ? code_of(*loaded, store.current_county().digest) : std::string();
}

std::optional<PublicView> public_view(store::Store& store, const Rulebook& rules,
                                      const std::string& number, const std::string& code) {
  const auto loaded = read_numbered(store, number);
  const std::string expected =
      loaded ? code_of(*loaded, store.current_county().digest) : std::string();
  if (expected.empty() || !are_equal(expected, code)) return std::nullopt;
  const CaseSummary& it = loaded->snapshot.summary;
  // A contact that became a case, a case that was merged: how far that is.
  const CaseSummary last = goes_on_in(store, it);
  PublicView view;
  view.number = it.number;
  view.stage = stage_of(last.position.state);
  view.reported = it.reported;
  view.ended = last.ended;
  if (last.id != it.id) view.continues_in = last.number;
  // Whoever sees the case can have its code; what is written in a sensitive one is read by
  // revealing.
  const auto is_open = [&](const CaseSummary& one) {
    return !rules.directory.is_sensitive(one.category);
  };
  if (is_open(last)) view.reply = last_reply(store, last.id, it.reported);
  if (view.reply.empty() && is_open(it)) view.reply = last_reply(store, it.id, it.reported);
  return view;
}

}  // namespace gridcase::engine
