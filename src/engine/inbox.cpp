#include "engine/inbox.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "engine/intake.hpp"
#include "engine/outbox.hpp"
#include "engine/reading.hpp"
#include "engine/same_content.hpp"
#include "rules/action_fields.hpp"
#include "rules/decide.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace gridcase::engine {
namespace {

using A = ActionKind;
using rules::Field;
using rules::refusal;

constexpr std::size_t longest_name = 200;  // as the id of an external id

std::string digest_of(std::initializer_list<std::string_view> parts, std::size_t digits) {
  base::Hasher hasher(base::DigestKind::sha256);
  std::string text;
  for (const std::string_view part : parts) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
  }
  return base::sha256_hex(text).substr(0, digits);
}

bool makes_case(A kind) {
  return kind == A::report || kind == A::transfer_in || kind == A::enter_record;
}

bool takes(A kind, Field field) {
  for (const auto& list : {rules::required_fields(kind), rules::optional_fields(kind)}) {
    if (std::find(list.begin(), list.end(), field) != list.end()) return true;
  }
  return false;
}

// ---- from a message to an action ---------------------------------------------------------------

// Where the case is that the message speaks of.
struct Found {
  std::optional<CaseId> by_name;    // that has the external id
  std::optional<CaseId> by_number;  // that has the number, or is named by its id
  bool goes_on = false;             // by name: that one goes on in this
  // What the unit may do there, where a word of theirs means several things.
  std::vector<A> allowed;
};

// The action a message means, or why it means none.
class Translation {
public:
  Translation(const Platform& platform, const Rulebook& rules, const InMessage& message)
      : platform_(platform), rules_(rules), message_(message), action_(message.action) {}

  std::optional<Refusal> refused() const { return refused_; }
  const Action& action() const { return action_; }

  // Each step only while nothing was refused before.
  void translate(const Found& found) {
    for (const auto step : {&Translation::name_kind, &Translation::find_case,
                            &Translation::name_category, &Translation::check_right}) {
      if (!refused_) (this->*step)(found);
    }
    action_.command_id = command_of(platform_.system, message_);
    action_.expected_version.reset();
  }

private:
  void refuse(RefusalCode code, std::string_view field, const std::string& why) {
    refused_ = refusal(code, field, why);
  }

  // Of several the first that is possible, else the first.
  const Platform::Step* step_for(const Found& found) const {
    const Platform::Step* first = nullptr;
    for (const Platform::Step& one : platform_.steps) {
      if (one.theirs != message_.step) continue;
      if (std::count(found.allowed.begin(), found.allowed.end(), one.action) != 0) return &one;
      if (first == nullptr) first = &one;
    }
    return first;
  }

  void name_kind(const Found& found) {
    if (message_.step.empty()) {
      if (action_.kind == A::comment) action_.kind = A::transfer_in;
      return;
    }
    const Platform::Step* const step = step_for(found);
    if (step == nullptr) {
      return refuse(RefusalCode::bad_value, "step",
                    fmt::format("what {} calls {} means nothing here; add it to the steps of the "
                                "system in platforms",
                                platform_.system, message_.step));
    }
    if (action_.kind != A::comment && action_.kind != step->action) {
      return refuse(RefusalCode::bad_value, "step",
                    fmt::format("{} means {}, and the action is {}; leave the kind out",
                                message_.step, name(step->action), name(action_.kind)));
    }
    action_.kind = step->action;
  }

  void find_case(const Found& found) {
    if (found.by_name && found.by_number && *found.by_name != *found.by_number) {
      return refuse(RefusalCode::bad_value, "external_id",
                    "external_id and number are of two cases; leave one of them out");
    }
    const auto known = found.by_name ? found.by_name : found.by_number;
    if (known) {
      if (makes_case(action_.kind)) make_news();
      action_.case_id = *known;
    } else if (!message_.number.empty() || action_.case_id != CaseId::none) {
      return refuse(RefusalCode::unknown_case, "number", "there is no case with this number");
    } else if (!makes_case(action_.kind)) {
      return refuse(RefusalCode::unknown_case, "external_id",
                    fmt::format("no case has this external id; send what makes it first, then {}",
                                name(action_.kind)));
    }
    if (!found.by_name) add_name();
  }

  // The case exists: what would make it says something about it.
  void make_news() {
    is_news_ = true;
    Action news;
    for (const std::string* said : {&action_.title, &action_.text, &action_.note}) {
      if (said->empty()) continue;
      news.note += (news.note.empty() ? "" : "\n") + *said;
    }
    news.kind = news.note.empty() && !action_.attachments.empty() ? A::attach : A::comment;
    news.internal_note = action_.internal_note;
    news.case_id = action_.case_id;
    news.happened = action_.happened;
    news.occurred = action_.occurred;
    news.performer = std::move(action_.performer);
    news.attachments = std::move(action_.attachments);
    news.external_ids = std::move(action_.external_ids);
    action_ = std::move(news);
  }

  void add_name() {
    if (message_.external_id.empty()) return;
    const ExternalId own{platform_.system, message_.external_id};
    auto& all = action_.external_ids;
    const bool is_there = std::any_of(all.begin(), all.end(), [&](const ExternalId& one) {
      return one.system == own.system && one.id == own.id;
    });
    if (!is_there) all.push_back(own);
  }

  void name_category(const Found& /*found*/) {
    const bool wanted = action_.case_id == CaseId::none || action_.kind == A::reclassify;
    if (!wanted) return;
    if (message_.category.empty()) return name_nothing();
    const std::string ours = category_for(message_.category);
    if (ours.empty()) {
      return refuse(RefusalCode::unknown_category, "category",
                    fmt::format("the category {} of {} is none of ours; add it to the "
                                "category_codes of the system in platforms",
                                message_.category, platform_.system));
    }
    if (!action_.category.empty() && action_.category != ours) {
      return refuse(RefusalCode::bad_value, "category",
                    fmt::format("{} means {}, and the action has {}; leave one of them out",
                                message_.category, ours, action_.category));
    }
    action_.category = ours;
  }

  // A case needs a category also where they have none, as of a contact that is handed over.
  void name_nothing() {
    const bool needs_one = action_.kind == A::report || action_.kind == A::transfer_in;
    if (!needs_one || !action_.category.empty()) return;
    action_.category = category_for("");
    if (!action_.category.empty()) return;
    refuse(RefusalCode::missing_field, "category",
           fmt::format("{} gives no category; give one, or say what that means with an empty "
                       "\"theirs\" in the category_codes of the system in platforms",
                       platform_.system));
  }

  // Where nothing is mapped, theirs are ours.
  std::string category_for(const std::string& theirs) const {
    for (const Platform::Code& code : platform_.category_codes) {
      if (code.theirs == theirs) return code.ours;
    }
    const bool is_ours = rules_.directory.category(theirs) != nullptr;
    return platform_.category_codes.empty() && is_ours ? theirs : std::string();
  }

  void check_right(const Found& /*found*/) {
    const auto& sends = platform_.sends;
    const bool may = sends.empty() || std::any_of(sends.begin(), sends.end(), [&](A kind) {
                       return kind == action_.kind || (is_news_ && makes_case(kind));
                     });
    if (may) return;
    refuse(RefusalCode::not_permitted, message_.step.empty() ? "kind" : "step",
           fmt::format("{} may not send {}; add it to the sends of the system in platforms",
                       platform_.system, name(action_.kind)));
  }

  const Platform& platform_;
  const Rulebook& rules_;
  const InMessage& message_;
  Action action_;
  bool is_news_ = false;
  std::optional<Refusal> refused_;
};

// ---- the same message again --------------------------------------------------------------------

void drop_own_name(Action& action, const ExternalId& own) {
  auto& all = action.external_ids;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const ExternalId& one) {
                             return one.system == own.system && one.id == own.id;
                           }),
            all.end());
}

// The name of the case was added to what was said where it was new then.
bool is_same(Action said, Event event, const ExternalId& own) {
  drop_own_name(said, own);
  drop_own_name(event.action, own);
  return is_same_content(std::move(said), event);
}

Answer first_answer(const Event& event) {
  return {Status::duplicate, event.case_id,     event.version,
          event.sequence,    event.after.state, std::nullopt};
}

Answer refused_with(Refusal why, CaseId id = CaseId::none) {
  Answer answer;
  answer.case_id = id;
  answer.state = why.state;
  answer.refusal = std::move(why);
  return answer;
}

// ---- taking them -------------------------------------------------------------------------------

std::optional<Refusal> check_text(std::string_view field, const std::string& text, bool needed) {
  if (text.empty() && needed) {
    return refusal(RefusalCode::missing_field, field, fmt::format("{} is missing", field));
  }
  if (!base::is_valid_utf8(text) || text.find('\0') != std::string::npos) {
    return refusal(RefusalCode::bad_value, field, fmt::format("{} is not valid UTF-8", field));
  }
  if (base::length_in_characters(text) <= longest_name) return std::nullopt;
  return refusal(RefusalCode::limit, field,
                 fmt::format("{} is longer than {} characters", field, longest_name));
}

std::optional<Refusal> check_form(const InMessage& message) {
  const bool is_named = !message.number.empty() || message.action.case_id != CaseId::none;
  if (auto refused = check_text("message_id", message.message_id, true)) return refused;
  if (auto refused = check_text("external_id", message.external_id, !is_named)) return refused;
  for (const auto& [field, text] :
       {std::pair<std::string_view, const std::string&>{"number", message.number},
        {"step", message.step},
        {"category", message.category}}) {
    if (auto refused = check_text(field, text, false)) return refused;
  }
  return std::nullopt;
}

class Receiving {
public:
  Receiving(store::Store& store, Rulebooks& rulebooks, const Rulebook& rules, GroupCommit& queue,
            const Platform& platform, Instant now)
      : store_(store), rulebooks_(rulebooks), rules_(rules), queue_(queue), platform_(platform),
        now_(now) {}

  std::vector<Answer> take(const std::vector<InMessage>& messages) {
    answers_.resize(messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i)
      take(messages[i], i);
    carry_out();
    return std::move(answers_);
  }

private:
  struct Pending {
    const InMessage* message;
    std::size_t index;
    Submission submission;
    Origin origin;
  };

  // Messages wait for each other's end only where they are about one case: what the first of them
  // comes to decides what the next one means.
  void take(const InMessage& message, std::size_t index) {
    if (auto refused = check_form(message)) {
      answers_[index] = refused_with(*std::move(refused));
      return;
    }
    const std::string command = command_of(platform_.system, message);
    if (busy_names_.count(name_of(message)) != 0) carry_out();
    if (const auto record = store_.event_of(command)) {
      answers_[index] = answer_again(message, store::decode(*record));
      return;
    }
    Found found = find(message);
    if (is_busy(found)) {
      carry_out();
      found = find(message);
    }
    found.allowed = allowed_in(found, message);
    Translation translation(platform_, rules_, message);
    translation.translate(found);
    if (auto refused = translation.refused()) {
      answers_[index] = refused_with(*std::move(refused), translation.action().case_id);
      return;
    }
    add(message, index, translation.action(), found.goes_on ? Origin::source : Origin::bulk);
  }

  void add(const InMessage& message, std::size_t index, const Action& action, Origin origin) {
    if (!pending_.empty() && pending_.front().origin != origin) carry_out();
    pending_.push_back({&message, index, {action, {platform_.unit, {}, {}}, now_}, origin});
    busy_names_.insert(name_of(message));
    if (action.case_id != CaseId::none) busy_cases_.insert(action.case_id);
    if (pending_.size() == GroupCommit::largest_group) carry_out();
  }

  static const std::string& name_of(const InMessage& message) {
    return message.external_id.empty() ? message.number : message.external_id;
  }

  bool is_busy(const Found& found) const {
    return (found.by_name && busy_cases_.count(*found.by_name) != 0) ||
           (found.by_number && busy_cases_.count(*found.by_number) != 0);
  }

  Found find(const InMessage& message) const {
    Found found;
    if (!message.external_id.empty()) {
      found.by_name = store_.case_of({platform_.system, message.external_id});
      if (found.by_name) {
        const CaseId named = *found.by_name;
        found.by_name = goes_on_in(named);
        found.goes_on = *found.by_name != named;
      }
    }
    if (!message.number.empty()) {
      CaseQuery query;
      query.number = message.number;
      const auto cases = store_.find(query, {}, scope_of(rules_, {platform_.unit, {}, {}})).cases;
      if (!cases.empty()) {
        found.by_number = goes_on_in(cases.front().id);
        found.goes_on = found.goes_on || *found.by_number != cases.front().id;
      }
    } else if (message.action.case_id != CaseId::none) {
      found.by_number = message.action.case_id;
    }
    return found;
  }

  std::vector<A> allowed_in(const Found& found, const InMessage& message) const {
    const auto& steps = platform_.steps;
    const auto meanings = std::count_if(steps.begin(), steps.end(), [&](const Platform::Step& one) {
      return one.theirs == message.step;
    });
    const auto id = found.by_name ? found.by_name : found.by_number;
    if (meanings < 2 || !id) return {};
    const auto known = store_.read(*id);
    if (!known) return {};
    return rules::allowed(rules_.directory, {platform_.unit, {}, {}}, &known->snapshot);
  }

  Instant adopted(std::int64_t version) {
    const auto known = adopted_.find(version);
    if (known != adopted_.end()) return known->second;
    const auto policy = store_.policy(version);
    return adopted_[version] = policy ? policy->adopted : Instant::min();
  }

  RulebookPtr in_force_at(Instant when) {
    RulebookPtr rules = rulebooks_.current();
    for (std::int64_t version = rules->version; version > 1; --version) {
      if (adopted(version) <= when) break;
      rules = rulebooks_.version(version - 1);
    }
    return rules;
  }

  // A contact that became a case, a case that was merged: what is said of it is said of that.
  CaseId goes_on_in(CaseId id) const {
    const auto last = last_of(store_, id);
    return last ? last->id : id;
  }

  Answer answer_again(const InMessage& message, const Event& event) {
    Found found = find(message);
    if (event.version == 1) found = {};  // it made the case
    found.allowed = {event.action.kind};
    // What their words mean here may be another thing since.
    const RulebookPtr then = in_force_at(event.recorded);
    const Platform* platform = find_platform(*then, platform_.system);
    Translation translation(platform != nullptr ? *platform : platform_, *then, message);
    translation.translate(found);
    const ExternalId own{platform_.system, message.external_id};
    // What the register no longer translates was taken all the same; an alert that came before was
    // counted.
    const bool was_taken = translation.refused() || event.action.kind == A::repeat;
    if (was_taken || is_same(translation.action(), event, own)) {
      // Whoever took it may have died before a case was made of it.
      follow_alert(event.case_id, event.action);
      return first_answer(event);
    }
    Answer answer = refused_with(
        refusal(RefusalCode::bad_value, "message_id",
                "this message id was used for other content; give each message its own"),
        event.case_id);
    return answer;
  }

  void carry_out() {
    std::vector<Submission> submissions;
    submissions.reserve(pending_.size());
    for (const Pending& one : pending_)
      submissions.push_back(one.submission);
    if (submissions.empty()) return;
    const auto answers = queue_.submit_own(submissions, pending_.front().origin);
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      Answer& answer = answers_[pending_[i].index];
      answer = settle(pending_[i], answers[i]);
      if (answer.ok()) follow_alert(answer.case_id, pending_[i].submission.action);
    }
    pending_.clear();
    busy_names_.clear();
    busy_cases_.clear();
  }

  // An alert becomes a case as its type says. One that cannot stays an alert for people to see.
  void follow_alert(CaseId id, const Action& entered) const {
    if (entered.kind != A::enter_record || entered.nature != Nature::alert) return;
    (void)convert_alert(store_, rules_, queue_, id, entered, {platform_.unit, {}, {}}, now_);
  }

  // What can be done about a refusal is done: at another time, to a case that came about meanwhile.
  Answer settle(Pending& one, Answer answer) {
    constexpr int tries = 3;
    for (int i = 0; i < tries && answer.refusal; ++i) {
      const bool again = answer.refusal->code == RefusalCode::out_of_order         ? make_late(one)
                         : answer.refusal->code == RefusalCode::duplicate_external ? find_again(one)
                                                                                   : false;
      if (!again) break;
      answer = queue_.submit_own({one.submission}, one.origin).front();
    }
    return answer;
  }

  // History stays in order: it is recorded as happening now, with their time beside it.
  static bool make_late(Pending& one) {
    Action& action = one.submission.action;
    if (!action.happened || action.occurred || !takes(action.kind, Field::occurred)) return false;
    action.occurred = std::exchange(action.happened, std::nullopt);
    return true;
  }

  // Somebody else took a message about the same case at the same time.
  bool find_again(Pending& one) {
    if (one.submission.action.case_id != CaseId::none) return false;
    const Found found = find(*one.message);
    if (!found.by_name) return false;
    Translation translation(platform_, rules_, *one.message);
    translation.translate(found);
    if (translation.refused()) return false;
    one.submission.action = translation.action();
    one.origin = found.goes_on ? Origin::source : Origin::bulk;
    return true;
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  const Rulebook& rules_;
  GroupCommit& queue_;
  const Platform& platform_;
  Instant now_;
  std::map<std::int64_t, Instant> adopted_;  // versions of the policy
  std::vector<Pending> pending_;
  std::set<std::string> busy_names_;
  std::set<CaseId> busy_cases_;
  std::vector<Answer> answers_;
};

}  // namespace

std::string command_prefix(std::string_view system) {
  return fmt::format("{}{}.", rules::inbox_command, digest_of({system}, 16));
}

std::string command_of(std::string_view system, const InMessage& message) {
  const std::string& name = message.external_id.empty() ? message.number : message.external_id;
  return command_prefix(system) + digest_of({system, name, message.message_id}, 40);
}

std::vector<Answer> receive(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue,
                            const std::string& system, const std::vector<InMessage>& messages,
                            Instant now) {
  const RulebookPtr rules = rulebooks.current();
  const Platform& platform = platform_of(*rules, system);
  if (platform.means == Platform::Means::pull_only || platform.means == Platform::Means::manual) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} is {}: it sends nothing", system, name(platform.means)), "system");
  }
  return Receiving(store, rulebooks, *rules, queue, platform, now).take(messages);
}

}  // namespace gridcase::engine
