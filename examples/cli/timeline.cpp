#include "timeline.hpp"

#include "case_text.hpp"
#include "documents.hpp"
#include "forms.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

bool has_seconds(Instant instant) {
  return std::chrono::floor<std::chrono::minutes>(instant) !=
         std::chrono::floor<std::chrono::seconds>(instant);
}

// Seconds are shown for all events or for none, so that the column lines up.
bool needs_seconds(const std::vector<Event>& history) {
  return std::any_of(history.begin(), history.end(),
                     [](const Event& event) { return has_seconds(event.happened); });
}

std::string time_text(const Output& output, const Names& names, const Event& event, bool seconds) {
  std::string time = names.time(event.happened);
  if (!seconds && time.size() > 3) time.erase(time.size() - 3);
  return event.action.approximate ? output.say("timeline.about", time) : time;
}

std::string action_text(const Output& output, const Names& names, const Event& event) {
  const std::string action = output.word("action", name(event.action.kind));
  const bool same_tier = tier_of(event.before.state) == tier_of(event.after.state);
  switch (event.outcome) {
  case Outcome::only: return action;
  case Outcome::to_village:
  case Outcome::to_township:
  case Outcome::to_county:
    // A report and a decision that stays on the tier need no direction.
    if (same_tier || event.before.state == State::none) return action;
    return output.say("timeline.towards", action, names.tier(*tier_of(event.after.state)));
  case Outcome::partly:
  case Outcome::whole:
    // For signatures only the first one of the lead matters, and the state shows it.
    if (event.action.kind == ActionKind::sign) return action;
    break;
  default: break;
  }
  return output.say("timeline.outcome", action, output.word("outcome", name(event.outcome)));
}

std::string movement(const Output& output, const Names& names, const Event& event) {
  if (event.before == event.after) return {};
  const std::string after = names.position(event.after);
  if (event.before.state == State::none) return after;
  return output.say("timeline.moves", names.position(event.before), after);
}

// The lines below an event, each a key of the catalogue with what was said.
class Details {
public:
  Details(const Output& output, const Names& names, Table& table)
      : output_(output), names_(names), table_(table) {}

  void add(std::string_view key, const std::string& what) {
    if (!what.empty()) table_.note(2, output_.say("detail.line", output_.text(key), what));
  }
  void add(const Order& order);
  void add_time(std::string_view key, const std::optional<Instant>& time) {
    if (time) add(key, names_.time(*time));
  }

  void add_action(const Action& action);
  // What the rules decided beside the action.
  void add_facts(const Event& event, const Case& whole);
  // Rungs of ladders: what was done, and when it was to be done.
  void add_fired(const std::vector<ClockEntry>& entries);

private:
  void add_subject(const Action& action);
  void add_lists(const Action& action);
  void add_orders(const Action& action);
  void add_words(const Action& action);
  std::string units(const std::vector<std::string>& codes) const;

  const Output& output_;
  const Names& names_;
  Table& table_;
};

std::string Details::units(const std::vector<std::string>& codes) const {
  std::vector<std::string> named;
  for (const std::string& code : codes)
    named.push_back(names_.unit(code));
  return joined(named, output_.text("list.separator"));
}

void Details::add(const Order& order) {
  const std::string unit = names_.unit(order.unit);
  const std::string role = output_.word("role", name(order.role));
  std::string text = order.task.empty() ? output_.say("detail.order_plain", unit, role)
                                        : output_.say("detail.order_task", unit, role, order.task);
  if (!order.after.empty()) text = output_.say("detail.order_after", text, units(order.after));
  add("detail.order", text);
  if (!order.checklist.empty()) add("field.checklist", checklist_text(output_, order.checklist));
}

// Of the orders with these numbers.
std::vector<std::string> units_of(const Case& whole, const std::vector<std::int32_t>& orders) {
  std::vector<std::string> units;
  for (const std::int32_t no : orders) {
    for (const Assignment& order : whole.assignments) {
      if (order.no == no) units.push_back(order.unit);
    }
  }
  return units;
}

void Details::add_facts(const Event& event, const Case& whole) {
  add("field.let_go", units(units_of(whole, event.facts.let_go)));
  add("field.kept", units(units_of(whole, event.facts.kept)));
  add("field.campaign", event.facts.campaign);
  add("field.because", event.facts.because);
}

void Details::add_subject(const Action& action) {
  const bool report = action.kind == ActionKind::report || action.kind == ActionKind::transfer_in;
  if (action.nature != Nature::ordinary)
    add("field.nature", output_.word("nature", name(action.nature)));
  if (!action.type.empty()) add("field.type", output_.word("type", action.type));
  add("field.number_dialled", action.number_dialled);
  if (action.surprise) add("field.surprise", std::string(output_.text("detail.surprise")));
  add("field.title", action.title);
  if (report || action.kind == ActionKind::broadcast || action.kind == ActionKind::enter_record ||
      action.kind == ActionKind::settle)
    add("field.text", action.text);
  if (action.kind == ActionKind::conclude) add("field.minutes", action.text);
  add("field.category", names_.category(action.category));
  if (report) add("field.address", action.address);
  const bool broadcast = action.kind == ActionKind::broadcast;
  add(broadcast ? "field.made_known_by" : "field.channel",
      action.channel.empty() ? "" : output_.word("channel", action.channel));
  add("field.tool", action.tool);
  add("field.performer", action.performer);
  if (!report) add_time("field.occurred", action.occurred);
  if (!report) add("field.unit", names_.unit(action.unit));
  const bool consult = action.kind == ActionKind::consult;
  add(consult ? "field.participants" : "field.units", units(action.units));
  if (action.kind == ActionKind::mediate && action.passed) {
    add("field.mediation", output_.word("mediation", *action.passed ? "settled" : "not_settled"));
  }
  if (action.level != 0) add("field.level", std::to_string(action.level));
}

void Details::add_orders(const Action& action) {
  for (const Order& order : action.orders)
    add(order);
  // The rules complete a dispatch with the ordinary one; only another says something.
  if (action.join != "ordinary") add("field.join", action.join);
  if (action.forced) add("detail.order", std::string(output_.text("detail.forced")));
  if (action.conclusive) add("field.result", std::string(output_.text("detail.conclusive")));
}

void Details::add_lists(const Action& action) {
  for (const gridcase::Subject& subject : action.subjects)
    add("field.subject", subject_text(output_, subject));
  for (const Party& party : action.parties) {
    add("field.party", output_.say("detail.party", output_.word("party", party.role), party.name));
  }
  for (const ExternalId& id : action.external_ids)
    add("field.external_id", id.system + " " + id.id);
  for (const Attachment& file : action.attachments)
    add("field.attachment", attachment_text(output_, names_, file));
  for (const CheckItem& item : action.counts)
    add("field.counted", output_.say("detail.counted", item.code, item.counted));
  for (const Figure& figure : action.figures) {
    add("field.figure", output_.say("detail.figure", figure.name, figure.value, figure.measure));
  }
}

void Details::add_words(const Action& action) {
  // Of a clock that fell due, the line about its ladder says it better.
  const bool has_reason = !action.reason.empty() && action.kind != ActionKind::fall_due;
  add("field.reason", has_reason ? output_.word("reason", action.reason) : "");
  add(action.internal_note ? "field.internal_note" : "field.note", action.note);
  add("field.reply", action.reply);
  add_time("field.until", action.until);
  add_time("field.due", action.due);
  if (action.other_case != CaseId::none) {
    const std::string id = id_text(action.other_case);
    add("field.other_case", action.relation
                                ? output_.say("detail.order_plain", id,
                                              output_.word("relation", name(*action.relation)))
                                : id);
  }
  if (action.satisfaction != 0) {
    add("field.satisfaction", output_.say("detail.satisfaction", action.satisfaction));
  }
  add("field.solved", action.solved.empty() ? "" : output_.word("solved", action.solved));
  add("field.clock", action.clock ? std::to_string(*action.clock) : "");
  if (action.keep_deadlines) {
    add("field.keep_deadlines", std::string(output_.text("detail.keep_deadlines")));
  }
}

void Details::add_action(const Action& action) {
  add_subject(action);
  add_orders(action);
  add_lists(action);
  add_words(action);
}

void Details::add_fired(const std::vector<ClockEntry>& entries) {
  for (const ClockEntry& entry : entries) {
    if (entry.step != ClockStep::fire) continue;
    add("field.fired", output_.say("detail.fired", output_.word("rung", name(entry.rung)),
                                   names_.time(entry.due.value_or(entry.at))));
  }
}

}  // namespace

std::string actor_text(const Output& output, const Names& names, const Actor& actor) {
  const std::string unit = names.unit(actor.unit);
  if (actor.person.empty()) return unit;
  const std::string person = names.person(actor.person);
  if (actor.post.empty()) return output.say("actor.person", unit, person);
  return output.say("actor.post", unit, person, output.word("post", actor.post));
}

std::string elapsed_text(const Output& output, Duration elapsed, bool seconds) {
  using namespace std::chrono;
  const bool negative = elapsed < Duration::zero();
  const auto total = duration_cast<std::chrono::seconds>(negative ? -elapsed : elapsed).count();
  const auto days = total / 86400;
  std::string clock = fmt::format("{:02}:{:02}", total / 3600 % 24, total / 60 % 60);
  if (seconds) clock += fmt::format(":{:02}", total % 60);
  const std::string_view sign = negative ? "-" : "+";
  return days == 0 ? output.say("elapsed.clock", sign, clock)
                   : output.say("elapsed.days", sign, days, clock);
}

std::string case_heading(const Output& output, const Names& names, const CaseSummary& summary) {
  const std::string state = names.position(summary.position);
  std::string line = output.paint(Style::bold, printable(summary.title)) + "  " +
                     printable(summary.number) + "  " + output.paint(Style::green, state);
  if (summary.drill) line += "  " + output.paint(Style::yellow, output.text("case.drill"));
  return line + "\n";
}

std::string timeline(const Output& output, const Names& names, const Case& whole,
                     const std::vector<Event>& history, const Invented& invented) {
  Table table({{"", false, 0, Style::plain},
               {"", true, 0, Style::dim},
               {"", false, 0, Style::bold},
               {"", false, 0, Style::plain}},
              false);
  const bool seconds = needs_seconds(history);
  for (const Event& event : history) {
    table.add({time_text(output, names, event, seconds),
               elapsed_text(output, event.happened - whole.reported, seconds),
               action_text(output, names, event), actor_text(output, names, event.actor)});
    Details details(output, names, table);
    details.add("field.state", movement(output, names, event));
    details.add_action(event.action);
    details.add_facts(event, whole);
    details.add_fired(event.facts.clocks);
    if (event.erased) details.add("detail.erased", std::string(output.text("detail.erased_text")));
    const auto invention = invented.find(event.sequence);
    if (invention != invented.end()) details.add("detail.invented", invention->second);
  }
  return table.text(output.colour);
}

std::string county_timeline(const Output& output, const Names& names, const std::vector<Event>& log,
                            const Invented& invented) {
  Table table({{"", false, 0, Style::plain},
               {"", false, 0, Style::bold},
               {"", false, 0, Style::plain},
               {"", false, 0, Style::plain}},
              false);
  for (const Event& event : log) {
    const std::string& tool = event.action.tool;
    table.add({names.time(event.happened), output.word("county", tool.empty() ? "adopt" : tool),
               names.unit(event.action.unit), actor_text(output, names, event.actor)});
    Details details(output, names, table);
    details.add("field.reason", event.action.reason.empty()
                                    ? std::string()
                                    : output.word("reason", event.action.reason));
    const auto invention = invented.find(event.sequence);
    if (invention != invented.end()) details.add("detail.invented", invention->second);
  }
  return table.text(output.colour);
}

}  // namespace gridcase::cli
