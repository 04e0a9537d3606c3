#include "rules/action_fields.hpp"

#include "base/text.hpp"
#include "rules/lifecycle_machine.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace gridcase::rules {
namespace {

using Mask = std::uint64_t;

constexpr Mask bit(Field field) { return Mask{1} << static_cast<unsigned>(field); }

template <typename... Fields> constexpr Mask fields(Fields... list) {
  return (Mask{0} | ... | bit(list));
}

using F = Field;

// Taken by every kind.
constexpr Mask always = fields(F::note, F::attachments, F::performer);

// Of steps that other systems report: their name of the case, and when it was, if too much has
// happened since to say so with `happened`.
constexpr Mask of_outside = fields(F::external_ids, F::occurred);

constexpr Mask place = fields(F::point, F::address, F::grid);
constexpr Mask of_report =
    place | fields(F::text, F::grade, F::request, F::channel, F::number_dialled, F::tool, F::tier,
                   F::parties, F::external_ids, F::occurred, F::due, F::drill, F::other_case,
                   F::relation, F::nature, F::subjects, F::lasted_until);

struct FieldLine {
  ActionKind kind;
  Mask required;
  Mask optional;
};

using A = ActionKind;

constexpr std::array<FieldLine, 68> table{{
    {A::report, fields(F::title, F::category), of_report},
    {A::accept, 0, of_outside},
    {A::reject, fields(F::reason), of_outside | fields(F::reply)},
    {A::answer, fields(F::reply), of_outside | fields(F::other_case)},
    {A::check, 0, fields(F::unit, F::passed, F::reason)},
    {A::file, 0, fields(F::grade, F::keep_deadlines, F::external_ids)},
    {A::handle, 0, 0},
    {A::guide, 0, fields(F::unit, F::tier)},
    {A::escalate, fields(F::reason), fields(F::tier, F::tool)},
    {A::hand_down, 0, fields(F::unit, F::tier, F::reason)},
    {A::transfer, fields(F::unit, F::reason), of_outside},
    {A::transfer_out, fields(F::unit), fields(F::reason, F::external_ids)},
    {A::transfer_in, 0, of_report | fields(F::title, F::category)},
    {A::consult, 0, fields(F::reason, F::parties, F::units)},
    {A::conclude, fields(F::passed), fields(F::orders, F::text, F::join, F::forced)},
    {A::dispatch, fields(F::orders), fields(F::join, F::forced, F::reason)},
    {A::withdraw, 0, fields(F::unit, F::reason)},
    {A::sign, 0, of_outside},
    {A::decline, fields(F::reason), of_outside},
    {A::start, 0, of_outside},
    {A::contact, 0, of_outside | fields(F::reply)},
    {A::arrive, 0, of_outside | fields(F::point)},
    {A::control, 0, of_outside},
    {A::progress, 0, of_outside | fields(F::figures, F::counts)},
    {A::reinforce, fields(F::orders), fields(F::forced, F::reason)},
    {A::release, fields(F::unit), fields(F::reason)},
    {A::feedback, 0, of_outside | fields(F::reply, F::figures, F::conclusive, F::counts)},
    {A::send_back, fields(F::reason), fields(F::unit, F::tier)},
    {A::confirm, 0, fields(F::unit, F::passed, F::reason)},
    {A::close, 0, of_outside | fields(F::reply, F::reason)},
    {A::force_close, fields(F::reason), fields(F::reply)},
    {A::follow_up, 0, fields(F::reply, F::satisfaction, F::solved)},
    {A::reopen, fields(F::reason), 0},
    {A::suspend, fields(F::reason, F::until), 0},
    {A::resume, 0, fields(F::reason)},
    {A::request_info, fields(F::note), of_outside},
    {A::supply_info, fields(F::note), of_outside},
    {A::request_extension, fields(F::reason), fields(F::clock)},
    {A::decide_extension, fields(F::passed), fields(F::reason, F::clock)},
    {A::expedite, fields(F::reason), fields(F::grade, F::keep_deadlines)},
    {A::urge, 0, fields(F::unit)},
    {A::supervise, fields(F::reason), fields(F::unit, F::level, F::passed)},
    {A::merge, fields(F::other_case), fields(F::reason, F::reply)},
    {A::unmerge, fields(F::reason), 0},
    {A::split, 0, fields(F::reason)},
    {A::link, fields(F::other_case), fields(F::relation, F::reason)},
    {A::annul, fields(F::reason), fields(F::reply)},
    {A::reclassify, fields(F::category), fields(F::grade, F::reason, F::keep_deadlines)},
    {A::amend, 0,
     place | fields(F::title, F::text, F::parties, F::subjects, F::external_ids, F::request,
                    F::occurred, F::lasted_until, F::due, F::reason)},
    {A::rebase, 0, fields(F::reason, F::keep_deadlines)},
    {A::comment, fields(F::note), of_outside},
    {A::attach, fields(F::attachments), of_outside},
    {A::record_outcome, fields(F::figures), 0},
    {A::rate, fields(F::satisfaction), fields(F::solved)},
    {A::appeal, fields(F::reason), fields(F::clock)},
    {A::decide_appeal, fields(F::passed), fields(F::reason, F::clock)},
    {A::fall_due, fields(F::clock), fields(F::reason)},
    {A::recalculate, 0, fields(F::reason)},
    {A::mediate, fields(F::passed), fields(F::reason, F::parties)},
    {A::take_over, fields(F::units), fields(F::unit, F::reason)},
    {A::finish, 0, of_outside | fields(F::figures, F::counts)},
    {A::broadcast, fields(F::text), fields(F::units, F::channel)},
    {A::mark_hard, 0, fields(F::passed, F::reason)},
    {A::enter_record, fields(F::nature, F::title),
     fields(F::unit, F::text, F::reason, F::category, F::grade, F::channel, F::occurred, F::point,
            F::address, F::grid, F::figures, F::counts, F::parties, F::other_case, F::relation,
            F::surprise, F::type, F::subjects, F::lasted_until, F::request, F::number_dialled,
            F::tool, F::external_ids, F::due, F::drill)},
    {A::settle, 0, of_outside | fields(F::passed, F::reason, F::figures, F::text, F::other_case)},
    {A::repeat, 0,
     place | fields(F::text, F::occurred, F::lasted_until, F::external_ids, F::figures)},
    {A::reveal, fields(F::reason), 0},
    {A::erase, fields(F::reason), 0},
}};

const FieldLine& line_of(ActionKind kind) {
  static_assert(table.front().kind == ActionKind::report && table.back().kind == last_action &&
                table.size() == static_cast<std::size_t>(last_action));
  const auto index = static_cast<std::size_t>(kind) - 1;
  if (index >= table.size()) {
    throw Error(ErrorCode::invalid_argument, "there is no action with this number", "kind");
  }
  return table[index];
}

constexpr std::array<std::string_view, 44> names{
    "reason",         "note",         "reply",        "title",       "text",
    "category",       "grade",        "request",      "channel",     "number_dialled",
    "tool",           "point",        "address",      "grid",        "tier",
    "parties",        "external_ids", "occurred",     "due",         "drill",
    "unit",           "orders",       "passed",       "until",       "other_case",
    "attachments",    "figures",      "satisfaction", "solved",      "clock",
    "keep_deadlines", "units",        "join",         "forced",      "conclusive",
    "relation",       "level",        "nature",       "counts",      "surprise",
    "type",           "performer",    "subjects",     "lasted_until"};

std::vector<Field> listed(Mask mask) {
  std::vector<Field> list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((mask & bit(static_cast<Field>(i))) != 0) list.push_back(static_cast<Field>(i));
  }
  return list;
}

// ---- what a field may hold ---------------------------------------------------------------------

std::optional<Refusal> check_text(std::string_view field, const std::string& text,
                                  std::size_t most) {
  if (text.size() > most * 4) {
    return refusal(RefusalCode::limit, field,
                   fmt::format("{} is longer than {} characters", field, most));
  }
  if (!base::is_valid_utf8(text)) {
    return refusal(RefusalCode::bad_value, field, fmt::format("{} is not valid UTF-8", field));
  }
  if (text.find('\0') != std::string::npos) {
    return refusal(RefusalCode::bad_value, field, fmt::format("{} contains a zero byte", field));
  }
  if (base::length_in_characters(text) > most) {
    return refusal(RefusalCode::limit, field,
                   fmt::format("{} is longer than {} characters", field, most));
  }
  return std::nullopt;
}

std::optional<Refusal> check_code(std::string_view field, const std::string& code,
                                  std::size_t most = 64) {
  if (code.size() <= most && base::has_code_characters_only(code)) return std::nullopt;
  return refusal(RefusalCode::bad_value, field,
                 fmt::format("{} must be at most {} characters of A-Z a-z 0-9 . _ -", field, most));
}

std::optional<Refusal> check_texts(const Action& action) {
  struct Limit {
    std::string_view field;
    const std::string& text;
    std::size_t most;
  };
  const std::array<Limit, 10> limits{{
      {"title", action.title, 200},
      {"text", action.text, 10000},
      {"address", action.address, 500},
      {"note", action.note, longest_note},
      {"reply", action.reply, 4000},
      {"grade", action.grade, 64},
      {"channel", action.channel, 64},
      {"number_dialled", action.number_dialled, 64},
      {"tool", action.tool, 64},
      {"performer", action.performer, 200},
  }};
  for (const Limit& limit : limits) {
    if (auto refused = check_text(limit.field, limit.text, limit.most)) return refused;
  }
  if (auto refused = check_text("command_id", action.command_id, 64)) return refused;
  if (auto refused = check_code("join", action.join)) return refused;
  if (auto refused = check_code("type", action.type)) return refused;
  return check_code("reason", action.reason);
}

std::optional<Refusal> check_count(std::string_view field, std::size_t count, std::size_t most) {
  if (count <= most) return std::nullopt;
  return refusal(RefusalCode::limit, field,
                 fmt::format("{} has {} entries; at most {} are taken", field, count, most));
}

std::optional<Refusal> check_items(std::string_view field, const std::vector<CheckItem>& items) {
  if (auto refused = check_count(field, items.size(), 1000)) return refused;
  std::set<std::string_view> seen;
  for (const CheckItem& item : items) {
    if (item.code.empty()) {
      return refusal(RefusalCode::missing_field, field, "an item of the list has no code");
    }
    if (auto refused = check_code(field, item.code)) return refused;
    if (!seen.insert(item.code).second) {
      return refusal(RefusalCode::bad_value, field,
                     fmt::format("{} stands in the list twice", item.code));
    }
    if (item.expected < 0 || item.expected > 1'000'000 || item.counted < 0 ||
        item.counted > 1'000'000) {
      return refusal(RefusalCode::bad_value, field,
                     fmt::format("{} is counted from 0 to 1,000,000", item.code));
    }
  }
  return std::nullopt;
}

std::optional<Refusal> check_orders(const std::vector<Order>& orders) {
  if (auto refused = check_count("orders", orders.size(), 200)) return refused;
  std::set<std::string_view> seen;
  for (const Order& order : orders) {
    if (order.unit.empty()) {
      return refusal(RefusalCode::missing_field, "orders", "an order names no unit");
    }
    if (!seen.insert(order.unit).second) {
      return refusal(RefusalCode::bad_value, "orders",
                     fmt::format("{} stands in the orders twice; name it once", order.unit));
    }
    if (order.role == AssignmentRole::consult) {
      return refusal(RefusalCode::bad_value, "orders",
                     "nobody is ordered to consult; name the units with consult");
    }
    if (auto refused = check_text("orders", order.task, 4000)) return refused;
    if (auto refused = check_count("orders", order.after.size(), 50)) return refused;
    if (auto refused = check_items("orders", order.checklist)) return refused;
  }
  return std::nullopt;
}

std::optional<Refusal> check_units(const std::vector<std::string>& units) {
  if (auto refused = check_count("units", units.size(), 200)) return refused;
  std::set<std::string_view> seen;
  for (const std::string& unit : units) {
    if (unit.empty()) {
      return refusal(RefusalCode::missing_field, "units", "units has an empty code");
    }
    if (!seen.insert(unit).second) {
      return refusal(RefusalCode::bad_value, "units",
                     fmt::format("{} stands in units twice", unit));
    }
  }
  return std::nullopt;
}

std::optional<Refusal> check_nature(const Action& action) {
  if (name(action.nature) == "unknown") {
    return refusal(RefusalCode::bad_value, "nature", "there is no nature with this number");
  }
  const bool enters = action.kind == ActionKind::enter_record;
  if (action.nature == Nature::ordinary || enters == is_record(action.nature)) return std::nullopt;
  return refusal(RefusalCode::bad_value, "nature",
                 enters ? "a directive is reported and sent out, not entered; use report"
                        : fmt::format("{} is a record; use enter_record", name(action.nature)));
}

std::optional<Refusal> check_parties(const std::vector<Party>& parties) {
  if (auto refused = check_count("parties", parties.size(), 100)) return refused;
  for (const Party& party : parties) {
    if (party.role.empty()) {
      return refusal(RefusalCode::missing_field, "parties",
                     "a party has no role; write requester, affected, owner …");
    }
    if (auto refused = check_code("parties", party.role)) return refused;
    if (auto refused = check_code("parties", party.area_code)) return refused;
    for (const std::string* text : {&party.name, &party.telephone, &party.address}) {
      if (auto refused = check_text("parties", *text, 500)) return refused;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> check_subjects(const std::vector<Subject>& subjects) {
  if (auto refused = check_count("subjects", subjects.size(), 100)) return refused;
  for (const Subject& subject : subjects) {
    if (subject.kind.empty() || subject.code.empty()) {
      return refusal(RefusalCode::missing_field, "subjects",
                     "a subject needs both kind and code, such as vehicle and its plate");
    }
    if (auto refused = check_code("subjects", subject.kind)) return refused;
    if (auto refused = check_text("subjects", subject.code, 100)) return refused;
    if (auto refused = check_text("subjects", subject.name, 200)) return refused;
  }
  return std::nullopt;
}

bool is_sha256(const std::string& digits) {
  return digits.size() == 64 && std::all_of(digits.begin(), digits.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::optional<Refusal> check_attachments(const std::vector<Attachment>& attachments) {
  if (auto refused = check_count("attachments", attachments.size(), most_attachments))
    return refused;
  for (const Attachment& attachment : attachments) {
    if (!is_sha256(attachment.sha256)) {
      return refusal(RefusalCode::bad_value, "attachments",
                     "sha256 of an attachment must be 64 lower-case hexadecimal digits");
    }
    if (attachment.size < 0) {
      return refusal(RefusalCode::bad_value, "attachments", "size of an attachment is negative");
    }
    if (auto refused = check_code("attachments", attachment.kind)) return refused;
    if (auto refused = check_code("attachments", attachment.asset)) return refused;
    for (const std::string* text : {&attachment.name, &attachment.media_type, &attachment.uri}) {
      if (auto refused = check_text("attachments", *text, 1000)) return refused;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> check_external_ids(const std::vector<ExternalId>& external_ids) {
  if (auto refused = check_count("external_ids", external_ids.size(), 20)) return refused;
  for (const ExternalId& external : external_ids) {
    if (external.system.empty() || external.id.empty()) {
      return refusal(RefusalCode::missing_field, "external_ids",
                     "an external id needs both system and id");
    }
    if (auto refused = check_code("external_ids", external.system)) return refused;
    if (auto refused = check_text("external_ids", external.id, 200)) return refused;
  }
  return std::nullopt;
}

std::optional<Refusal> check_figures(const std::vector<Figure>& figures) {
  if (auto refused = check_count("figures", figures.size(), 100)) return refused;
  for (const Figure& figure : figures) {
    if (figure.name.empty()) {
      return refusal(RefusalCode::missing_field, "figures", "a figure has no name");
    }
    if (auto refused = check_code("figures", figure.name)) return refused;
    if (auto refused = check_text("figures", figure.measure, 64)) return refused;
  }
  return std::nullopt;
}

bool is_blank(std::string_view text) {
  constexpr std::string_view ideographic_space = "\u3000";
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n') {
      text.remove_prefix(1);
    } else if (text.substr(0, ideographic_space.size()) == ideographic_space) {
      text.remove_prefix(ideographic_space.size());
    } else {
      return false;
    }
  }
  return true;
}

// Times outside these years are neither written nor read (time.hpp).
bool is_writable(const std::optional<Instant>& instant) {
  constexpr Instant first{std::chrono::seconds(-2'208'988'800)};  // 1900-01-01
  constexpr Instant end{std::chrono::seconds(16'756'761'600)};    // 2501-01-01
  return !instant || (*instant >= first && *instant < end);
}

std::optional<Refusal> check_instants(const Action& action) {
  const std::array<std::pair<std::string_view, const std::optional<Instant>*>, 5> times{{
      {"happened", &action.happened},
      {"occurred", &action.occurred},
      {"lasted_until", &action.lasted_until},
      {"due", &action.due},
      {"until", &action.until},
  }};
  for (const auto& [field, instant] : times) {
    if (is_writable(*instant)) continue;
    return refusal(RefusalCode::bad_value, field,
                   fmt::format("{} must lie in the years 1900 to 2500", field));
  }
  return std::nullopt;
}

std::optional<Refusal> check_enumerations(const Action& action) {
  if (action.request > RequestKind::suggestion) {
    return refusal(RefusalCode::bad_value, "request", "there is no such kind of request");
  }
  if (action.tier && (*action.tier < Tier::village || *action.tier > Tier::county)) {
    return refusal(RefusalCode::bad_value, "tier", "there is no such tier");
  }
  for (const Order& order : action.orders) {
    if (order.role >= AssignmentRole::lead && order.role <= AssignmentRole::verify) continue;
    return refusal(RefusalCode::bad_value, "orders", "an order has no such role");
  }
  return std::nullopt;
}

std::optional<Refusal> check_values(const Action& action) {
  if (auto refused = check_enumerations(action)) return refused;
  if (auto refused = check_instants(action)) return refused;
  for (const auto& [field, text] :
       {std::pair<std::string_view, std::string_view>{"title", action.title},
        {"reply", action.reply},
        {"note", action.note}}) {
    if (text.empty() || !is_blank(text)) continue;
    return refusal(RefusalCode::bad_value, field, fmt::format("{} holds blanks only", field));
  }
  if (action.internal_note && action.note.empty()) {
    return refusal(RefusalCode::missing_field, "note",
                   "internal_note is about note, which is missing");
  }
  if (action.point && !is_valid(*action.point)) {
    return refusal(RefusalCode::bad_value, "point",
                   "point must be [longitude -180 … 180, latitude -90 … 90]");
  }
  if (action.occurred && action.lasted_until && *action.lasted_until < *action.occurred) {
    return refusal(RefusalCode::bad_value, "lasted_until", "it cannot end before it occurred");
  }
  if (action.satisfaction < 0 || action.satisfaction > 5) {
    return refusal(RefusalCode::bad_value, "satisfaction", "satisfaction is 1 … 5");
  }
  if (action.clock && *action.clock < 1) {
    return refusal(RefusalCode::bad_value, "clock", "the clocks of a case are counted from 1");
  }
  if (!action.solved.empty() && action.solved != "yes" && action.solved != "no" &&
      action.solved != "partly") {
    return refusal(RefusalCode::bad_value, "solved", "solved is yes, no or partly");
  }
  if (action.level < 0 || action.level > 3) {
    return refusal(RefusalCode::bad_value, "level", "level is 1 … 3, 3 the most urgent");
  }
  if (action.relation && action.other_case == CaseId::none) {
    return refusal(RefusalCode::missing_field, "other_case",
                   "relation says what the case is to other_case, which is missing");
  }
  if (auto refused = check_texts(action)) return refused;
  if (auto refused = check_units(action.units)) return refused;
  if (auto refused = check_items("counts", action.counts)) return refused;
  if (auto refused = check_nature(action)) return refused;
  if (auto refused = check_orders(action.orders)) return refused;
  if (auto refused = check_parties(action.parties)) return refused;
  if (auto refused = check_subjects(action.subjects)) return refused;
  if (auto refused = check_attachments(action.attachments)) return refused;
  if (auto refused = check_external_ids(action.external_ids)) return refused;
  return check_figures(action.figures);
}

}  // namespace

std::string_view name(Field field) noexcept { return names[static_cast<std::size_t>(field)]; }

bool is_given(const Action& action, Field field) {
  switch (field) {
  case F::reason: return !action.reason.empty();
  case F::note: return !action.note.empty();
  case F::reply: return !action.reply.empty();
  case F::title: return !action.title.empty();
  case F::text: return !action.text.empty();
  case F::category: return !action.category.empty();
  case F::grade: return !action.grade.empty();
  case F::request: return action.request != RequestKind::unstated;
  case F::channel: return !action.channel.empty();
  case F::number_dialled: return !action.number_dialled.empty();
  case F::tool: return !action.tool.empty();
  case F::point: return action.point.has_value();
  case F::address: return !action.address.empty();
  case F::grid: return !action.grid.empty();
  case F::tier: return action.tier.has_value();
  case F::parties: return !action.parties.empty();
  case F::external_ids: return !action.external_ids.empty();
  case F::occurred: return action.occurred.has_value();
  case F::due: return action.due.has_value();
  case F::drill: return action.drill;
  case F::unit: return !action.unit.empty();
  case F::orders: return !action.orders.empty();
  case F::passed: return action.passed.has_value();
  case F::until: return action.until.has_value();
  case F::other_case: return action.other_case != CaseId::none;
  case F::attachments: return !action.attachments.empty();
  case F::figures: return !action.figures.empty();
  case F::satisfaction: return action.satisfaction != 0;
  case F::solved: return !action.solved.empty();
  case F::clock: return action.clock.has_value();
  case F::keep_deadlines: return action.keep_deadlines;
  case F::units: return !action.units.empty();
  case F::join: return !action.join.empty();
  case F::forced: return action.forced;
  case F::conclusive: return action.conclusive;
  case F::relation: return action.relation.has_value();
  case F::level: return action.level != 0;
  case F::nature: return action.nature != Nature::ordinary;
  case F::counts: return !action.counts.empty();
  case F::surprise: return action.surprise;
  case F::type: return !action.type.empty();
  case F::performer: return !action.performer.empty();
  case F::subjects: return !action.subjects.empty();
  case F::lasted_until: return action.lasted_until.has_value();
  }
  return false;
}

std::vector<Field> required_fields(ActionKind kind) { return listed(line_of(kind).required); }

std::vector<Field> optional_fields(ActionKind kind) {
  const FieldLine& line = line_of(kind);
  return listed((line.optional | always) & ~line.required);
}

std::optional<Refusal> check_fields(const Action& action) {
  if (action.kind < ActionKind::report || action.kind > table.back().kind) {
    return refusal(RefusalCode::bad_value, "kind", "there is no action with this number");
  }
  const FieldLine& line = line_of(action.kind);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto field = static_cast<Field>(i);
    const bool given = is_given(action, field);
    if (!given && (line.required & bit(field)) != 0) {
      return refusal(RefusalCode::missing_field, names[i],
                     fmt::format("{} needs {}", gridcase::name(action.kind), names[i]));
    }
    if (given && ((line.required | line.optional | always) & bit(field)) == 0) {
      return refusal(RefusalCode::unexpected_field, names[i],
                     fmt::format("{} does not take {}", gridcase::name(action.kind), names[i]));
    }
  }
  return check_values(action);
}

}  // namespace gridcase::rules
