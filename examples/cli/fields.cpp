#include "fields.hpp"

#include "documents.hpp"
#include "failure.hpp"
#include "subtree.hpp"
#include "text.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace gridcase::cli {
namespace {

enum class Form { text, flag, list };

struct Context {
  const std::string& field;  // as typed, such as "--due"
  const std::string& zone;
  const Session& session;
  const Actor& actor;
  std::vector<Subtree>& subtrees;
};

struct Field {
  const char* option;
  const char* type;
  Form form;
  bool on_report;
  void (*set)(Action&, const std::string&, const Context&);
};

std::int32_t small_integer(const Context& context, const std::string& text) {
  const std::int64_t number = parse_integer(context.field, text);
  if (number < std::numeric_limits<std::int32_t>::min() ||
      number > std::numeric_limits<std::int32_t>::max()) {
    throw Failure("not_a_number", context.field, {text});
  }
  return static_cast<std::int32_t>(number);
}

// The words under which an enumeration is known, for the fix of a wrong one.
template <typename Enum> std::string words_of(std::initializer_list<Enum> values) {
  std::vector<std::string> words;
  for (const Enum value : values)
    words.emplace_back(name(value));
  return joined(words);
}

template <typename Enum>
Enum required_word(const Context& context, const std::string& text, std::optional<Enum> value,
                   const std::string& words) {
  if (!value) throw Failure("unknown_word", context.field, {text, words});
  return *value;
}

void set_request(Action& action, const std::string& text, const Context& context) {
  action.request =
      required_word(context, text, request_kind_from_name(text),
                    words_of({RequestKind::complaint, RequestKind::tip_off, RequestKind::inquiry,
                              RequestKind::help, RequestKind::suggestion}));
}

void set_tier(Action& action, const std::string& text, const Context& context) {
  action.tier = required_word(context, text, tier_from_name(text),
                              words_of({Tier::village, Tier::township, Tier::county}));
}

void set_relation(Action& action, const std::string& text, const Context& context) {
  action.relation = required_word(context, text, relation_from_name(text),
                                  words_of({Relation::related, Relation::part_of, Relation::follows,
                                            Relation::earlier, Relation::distinct}));
}

AssignmentRole role_of(const Context& context, const std::string& text) {
  return required_word(
      context, text, assignment_role_from_name(text),
      words_of({AssignmentRole::lead, AssignmentRole::assist, AssignmentRole::scene,
                AssignmentRole::support, AssignmentRole::verify}));
}

UnitKind unit_kind_of(const Context& context, const std::string& text) {
  std::vector<std::string> words;
  for (auto kind = UnitKind::city_center; kind <= UnitKind::platform;
       kind = static_cast<UnitKind>(static_cast<int>(kind) + 1))
    words.emplace_back(name(kind));
  return required_word(context, text, unit_kind_from_name(text), joined(words));
}

// [{"code": "h01", "expected": 5}, …], the form it has in an action.
std::vector<CheckItem> read_checklist(const Context& context, const std::string& file) {
  const std::string list = read_text(file, context.field);
  return read_action("{\"kind\":\"dispatch\",\"orders\":[{\"unit\":\"-\",\"checklist\":" + list +
                     "}]}")
      .orders.front()
      .checklist;
}

// Only a task has commas of its own: elsewhere a key that is not known stands behind one.
void need_no_comma(const Context& context, const std::string& key, const std::string& value,
                   const std::vector<std::string>& keys) {
  const std::size_t comma = value.find(',');
  if (key == "task" || comma == std::string::npos) return;
  throw Failure("not_pairs", context.field, {value.substr(comma + 1), joined(keys)});
}

void add_order(Action& action, const std::string& text, const Context& context) {
  static const std::vector<std::string> keys{"unit", "below", "kind",     "role",
                                             "task", "after", "checklist"};
  Order order;
  Subtree subtree{action.orders.size(), std::nullopt};
  bool is_subtree = false;
  for (const auto& [key, value] : parse_pairs(context.field, text, keys)) {
    need_no_comma(context, key, value, keys);
    if (key == "unit" || key == "below") {
      if (!order.unit.empty()) throw Failure("given_twice", context.field + " unit, below");
      order.unit = value;
      is_subtree = key == "below";
    }
    if (key == "kind") subtree.kind = unit_kind_of(context, value);
    if (key == "role") order.role = role_of(context, value);
    if (key == "task") order.task = value;
    if (key == "after") order.after.push_back(value);  // as often as needed
    if (key == "checklist") order.checklist = read_checklist(context, value);
  }
  if (subtree.kind && !is_subtree) throw Failure("missing", context.field + " below");
  if (is_subtree) context.subtrees.push_back(subtree);
  action.orders.push_back(order);
}

// CODE=N, several behind commas.
void add_counts(Action& action, const std::string& text, const Context& context) {
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(',', from), text.size());
    const std::string one = text.substr(from, end - from);
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Failure("not_a_count", context.field, {one});
    CheckItem item;
    item.code = one.substr(0, equals);
    item.counted = small_integer(context, one.substr(equals + 1));
    action.counts.push_back(item);
    from = end + 1;
  }
}

void add_party(Action& action, const std::string& text, const Context& context) {
  Party party;
  for (const auto& [key, value] :
       parse_pairs(context.field, text, {"role", "name", "telephone", "address", "area_code"})) {
    if (key == "role") party.role = value;
    if (key == "name") party.name = value;
    if (key == "telephone") party.telephone = value;
    if (key == "address") party.address = value;
    if (key == "area_code") party.area_code = value;
  }
  action.parties.push_back(party);
}

void add_subject(Action& action, const std::string& text, const Context& context) {
  gridcase::Subject subject;
  for (const auto& [key, value] : parse_pairs(context.field, text, {"kind", "code", "name"})) {
    if (key == "kind") subject.kind = value;
    if (key == "code") subject.code = value;
    if (key == "name") subject.name = value;
  }
  action.subjects.push_back(subject);
}

void add_external_id(Action& action, const std::string& text, const Context& context) {
  ExternalId id;
  for (const auto& [key, value] : parse_pairs(context.field, text, {"system", "id"})) {
    (key == "system" ? id.system : id.id) = value;
  }
  action.external_ids.push_back(id);
}

void add_attachment(Action& action, const std::string& text, const Context& context) {
  Attachment file;
  for (const auto& [key, value] : parse_pairs(
           context.field, text, {"name", "media_type", "size", "sha256", "kind", "uri", "asset"})) {
    if (key == "name") file.name = value;
    if (key == "media_type") file.media_type = value;
    if (key == "size") file.size = parse_integer(context.field, value);
    if (key == "sha256") file.sha256 = value;
    if (key == "kind") file.kind = value;
    if (key == "uri") file.uri = value;
    if (key == "asset") file.asset = value;
  }
  action.attachments.push_back(file);
}

void add_figure(Action& action, const std::string& text, const Context& context) {
  Figure figure;
  for (const auto& [key, value] : parse_pairs(context.field, text, {"name", "value", "measure"})) {
    if (key == "name") figure.name = value;
    if (key == "value") figure.value = parse_integer(context.field, value);
    if (key == "measure") figure.measure = value;
  }
  action.figures.push_back(figure);
}

template <std::string Action::*Member>
void set_text(Action& action, const std::string& text, const Context&) {
  action.*Member = text;
}

template <bool Action::*Member> void set_flag(Action& action, const std::string&, const Context&) {
  action.*Member = true;
}

template <std::optional<Instant> Action::*Member>
void set_time(Action& action, const std::string& text, const Context& context) {
  action.*Member = parse_time(context.field, text, context.zone);
}

constexpr bool report = true;
constexpr bool other = false;

const Field fields[] = {
    {"--command-id", "ID", Form::text, report, set_text<&Action::command_id>},
    {"--expected-version", "N", Form::text, other,
     [](Action& a, const std::string& t, const Context& c) {
       a.expected_version = parse_integer(c.field, t);
     }},
    {"--happened", "TIME", Form::text, report, set_time<&Action::happened>},
    {"--approximate", "", Form::flag, report, set_flag<&Action::approximate>},
    {"--reason", "CODE", Form::text, other, set_text<&Action::reason>},
    {"--note", "TEXT", Form::text, report, set_text<&Action::note>},
    {"--internal-note", "", Form::flag, report, set_flag<&Action::internal_note>},
    {"--reply", "TEXT", Form::text, other, set_text<&Action::reply>},
    {"--nature", "WORD", Form::text, report,
     [](Action& a, const std::string& t, const Context& c) {
       a.nature = parse_nature(c.field, t);
     }},
    {"--type", "CODE", Form::text, other, set_text<&Action::type>},
    {"--performer", "TEXT", Form::text, other, set_text<&Action::performer>},
    {"--title", "TEXT", Form::text, report, set_text<&Action::title>},
    {"--text", "TEXT", Form::text, report, set_text<&Action::text>},
    {"--category", "CODE", Form::text, report, set_text<&Action::category>},
    {"--grade", "WORD", Form::text, report, set_text<&Action::grade>},
    {"--request", "KIND", Form::text, report, set_request},
    {"--channel", "WORD", Form::text, report, set_text<&Action::channel>},
    {"--number-dialled", "NUMBER", Form::text, report, set_text<&Action::number_dialled>},
    {"--tool", "WORD", Form::text, report, set_text<&Action::tool>},
    {"--point", "LON,LAT", Form::text, report,
     [](Action& a, const std::string& t, const Context& c) { a.point = parse_point(c.field, t); }},
    {"--address", "TEXT", Form::text, report, set_text<&Action::address>},
    {"--grid", "UNIT", Form::text, report, set_text<&Action::grid>},
    {"--tier", "TIER", Form::text, report, set_tier},
    {"--party", "KEY=VALUE,...", Form::list, report, add_party},
    {"--subject", "KEY=VALUE,...", Form::list, report, add_subject},
    {"--external-id", "KEY=VALUE,...", Form::list, report, add_external_id},
    {"--occurred", "TIME", Form::text, report, set_time<&Action::occurred>},
    {"--lasted-until", "TIME", Form::text, report, set_time<&Action::lasted_until>},
    {"--due", "TIME", Form::text, report, set_time<&Action::due>},
    {"--drill", "", Form::flag, report, set_flag<&Action::drill>},
    {"--surprise", "", Form::flag, other, set_flag<&Action::surprise>},
    {"--unit", "UNIT", Form::text, other, set_text<&Action::unit>},
    {"--order", "KEY=VALUE,...", Form::list, other, add_order},
    {"--ask", "UNIT", Form::list, other,
     [](Action& a, const std::string& t, const Context&) { a.units.push_back(t); }},
    {"--join", "CODE", Form::text, other, set_text<&Action::join>},
    {"--forced", "", Form::flag, other, set_flag<&Action::forced>},
    {"--conclusive", "", Form::flag, other, set_flag<&Action::conclusive>},
    {"--level", "1-3", Form::text, other,
     [](Action& a, const std::string& t, const Context& c) { a.level = small_integer(c, t); }},
    {"--count", "CODE=N,...", Form::list, other, add_counts},
    {"--passed", "yes|no", Form::text, other,
     [](Action& a, const std::string& t, const Context& c) {
       a.passed = parse_yes_no(c.field, t);
     }},
    {"--until", "TIME", Form::text, other, set_time<&Action::until>},
    {"--other-case", "CASE", Form::text, report,
     [](Action& a, const std::string& t, const Context& c) {
       a.other_case = c.session.find_case(t, c.actor, c.field);
     }},
    {"--relation", "WORD", Form::text, report, set_relation},
    {"--attachment", "KEY=VALUE,...", Form::list, report, add_attachment},
    {"--figure", "KEY=VALUE,...", Form::list, other, add_figure},
    {"--satisfaction", "1-5", Form::text, other,
     [](Action& a, const std::string& t, const Context& c) {
       a.satisfaction = small_integer(c, t);
     }},
    {"--solved", "yes|no|partly", Form::text, other, set_text<&Action::solved>},
    {"--clock", "N", Form::text, other,
     [](Action& a, const std::string& t, const Context& c) { a.clock = small_integer(c, t); }},
    {"--keep-deadlines", "", Form::flag, other, set_flag<&Action::keep_deadlines>},
};

}  // namespace

FieldValues::FieldValues() : values_(std::size(fields)) {}

void FieldValues::add_report_options(Command& command) { add_options(command, true); }
void FieldValues::add_all_options(Command& command) { add_options(command, false); }

void FieldValues::add_options(Command& command, bool report_only) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Field& field = fields[i];
    if (report_only && !field.on_report) continue;
    switch (field.form) {
    case Form::text: command.option(field.option, values_[i].text, field.type); break;
    case Form::flag: command.flag(field.option, values_[i].flag); break;
    case Form::list: command.option(field.option, values_[i].list, field.type); break;
    }
  }
}

void FieldValues::apply(Action& action, const Session& session, const Actor& actor,
                        Instant now) const {
  std::vector<Subtree> subtrees;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::string option = fields[i].option;
    const Context context{option, session.names.zone(), session, actor, subtrees};
    const Value& value = values_[i];
    if (value.flag || !value.text.empty()) fields[i].set(action, value.text, context);
    for (const std::string& one : value.list)
      fields[i].set(action, one, context);
  }
  spread_orders(action.orders, subtrees, session.names.directory(), now);
}

}  // namespace gridcase::cli
