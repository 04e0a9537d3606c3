#include "model/action_json.hpp"

#include "base/json_writer.hpp"
#include "model/clock_json.hpp"
#include "model/instant_json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <charconv>

namespace gridcase {
namespace model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

// Which fields to write. A field belongs to exactly one of the first three parts.
struct Parts {
  bool plain = false;
  bool text = false;
  bool personal = false;
  bool columns = false;  // those that an event keeps in columns of its own
};

// ---- writing -----------------------------------------------------------------------------------

void write_id(JsonWriter& out, std::string_view key, CaseId id) {
  if (id != CaseId::none) out.field(key, std::to_string(to_number(id)));
}

template <typename Items, typename WriteItem>
void write_array(JsonWriter& out, std::string_view key, const Items& items, WriteItem write_item) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const auto& item : items) {
    out.begin_object();
    write_item(item);
    out.end_object();
  }
  out.end_array();
}

void write_words(JsonWriter& out, std::string_view key, const std::vector<std::string>& words) {
  if (words.empty()) return;
  out.key(key).begin_array();
  for (const std::string& word : words)
    out.value(word);
  out.end_array();
}

void write_orders(JsonWriter& out, const std::vector<Order>& orders, Parts parts) {
  const bool has_tasks = std::any_of(orders.begin(), orders.end(),
                                     [](const Order& order) { return !order.task.empty(); });
  if (!parts.plain && !has_tasks) return;
  write_array(out, "orders", orders, [&](const Order& order) {
    if (parts.plain) {
      out.field("unit", order.unit).field("role", name(order.role));
      write_words(out, "after", order.after);
      write_array(out, "checklist", order.checklist, [&](const CheckItem& item) {
        out.field("code", item.code).field("expected", std::int64_t{item.expected});
      });
    }
    if (parts.text) out.field_if("task", order.task);
  });
}

void write_parties(JsonWriter& out, const std::vector<Party>& parties, Parts parts) {
  const auto is_named = [](const Party& party) {
    return !party.name.empty() || !party.telephone.empty() || !party.address.empty() ||
           !party.area_code.empty();
  };
  if (!parts.plain && !std::any_of(parties.begin(), parties.end(), is_named)) return;
  write_array(out, "parties", parties, [&](const Party& party) {
    if (parts.plain) out.field("role", party.role);
    if (!parts.personal) return;
    out.field_if("name", party.name);
    out.field_if("telephone", party.telephone);
    out.field_if("address", party.address);
    out.field_if("area_code", party.area_code);
  });
}

void write_attachments(JsonWriter& out, const std::vector<Attachment>& attachments, Parts parts) {
  const auto has_text = [](const Attachment& a) { return !a.name.empty() || !a.uri.empty(); };
  if (!parts.plain && !std::any_of(attachments.begin(), attachments.end(), has_text)) return;
  write_array(out, "attachments", attachments, [&](const Attachment& attachment) {
    if (parts.text) out.field_if("name", attachment.name);
    if (parts.plain) {
      out.field_if("media_type", attachment.media_type);
      out.field("size", attachment.size).field("sha256", attachment.sha256);
      out.field_if("kind", attachment.kind);
      out.field_if("asset", attachment.asset);
    }
    if (parts.text) out.field_if("uri", attachment.uri);
  });
}

void write_columns(JsonWriter& out, const Action& action) {
  out.field("kind", name(action.kind));
  write_id(out, "case_id", action.case_id);
  out.field_if("command_id", action.command_id);
  if (action.expected_version) out.field("expected_version", *action.expected_version);
  write_instant(out, "happened", action.happened);
}

void write_texts(JsonWriter& out, const Action& action) {
  out.field_if("performer", action.performer);
  out.field_if("title", action.title);
  out.field_if("text", action.text);
  out.field_if("address", action.address);
  out.field_if("note", action.note);
  out.field_if("reply", action.reply);
  write_array(out, "subjects", action.subjects, [&](const Subject& subject) {
    out.field("kind", subject.kind).field("code", subject.code);
    out.field_if("name", subject.name);
  });
}

void write_report(JsonWriter& out, const Action& action) {
  if (action.nature != Nature::ordinary) out.field("nature", name(action.nature));
  out.field_if("type", action.type);
  out.field_if("category", action.category);
  out.field_if("grade", action.grade);
  if (action.request != RequestKind::unstated) out.field("request", name(action.request));
  out.field_if("channel", action.channel);
  out.field_if("number_dialled", action.number_dialled);
  out.field_if("tool", action.tool);
  if (action.point) {
    out.key("point").begin_array();
    out.value(action.point->longitude).value(action.point->latitude).end_array();
  }
  out.field_if("grid", action.grid);
  if (action.tier) out.field("tier", name(*action.tier));
  write_array(out, "external_ids", action.external_ids, [&](const ExternalId& external) {
    out.field("system", external.system).field("id", external.id);
  });
  write_instant(out, "occurred", action.occurred);
  write_instant(out, "lasted_until", action.lasted_until);
  write_instant(out, "due", action.due);
  out.field_if("drill", action.drill);
  out.field_if("surprise", action.surprise);
}

void write_result(JsonWriter& out, const Action& action) {
  out.field_if("reason", action.reason);
  out.field_if("internal_note", action.internal_note);
  out.field_if("approximate", action.approximate);
  out.field_if("unit", action.unit);
  write_words(out, "units", action.units);
  out.field_if("join", action.join);
  out.field_if("forced", action.forced);
  out.field_if("conclusive", action.conclusive);
  write_array(out, "counts", action.counts, [&](const CheckItem& item) {
    out.field("code", item.code).field("counted", std::int64_t{item.counted});
  });
  if (action.passed) out.field("passed", *action.passed);
  write_instant(out, "until", action.until);
  write_id(out, "other_case", action.other_case);
  if (action.relation) out.field("relation", name(*action.relation));
  out.field_if("level", static_cast<std::int64_t>(action.level));
  write_array(out, "figures", action.figures, [&](const Figure& figure) {
    out.field("name", figure.name).field("value", figure.value);
    out.field_if("measure", figure.measure);
  });
  out.field_if("satisfaction", static_cast<std::int64_t>(action.satisfaction));
  out.field_if("solved", action.solved);
  if (action.clock) out.field("clock", *action.clock);
  out.field_if("keep_deadlines", action.keep_deadlines);
}

void write_fields(JsonWriter& out, const Action& action, Parts parts) {
  if (parts.columns) write_columns(out, action);
  if (parts.text) write_texts(out, action);
  if (parts.plain) {
    write_report(out, action);
    write_result(out, action);
  }
  if (parts.plain || parts.text) {
    write_orders(out, action.orders, parts);
    write_attachments(out, action.attachments, parts);
  }
  if (parts.plain || parts.personal) write_parties(out, action.parties, parts);
}

void write_numbers(JsonWriter& out, std::string_view key,
                   const std::vector<std::int32_t>& numbers) {
  if (numbers.empty()) return;
  out.key(key).begin_array();
  for (const std::int32_t number : numbers)
    out.value(std::int64_t{number});
  out.end_array();
}

void write_facts(JsonWriter& out, const Event::Facts& facts) {
  out.field_if("number", facts.number);
  out.field_if("grid", facts.grid);
  out.field_if("village", facts.village);
  out.field_if("township", facts.township);
  out.field_if("holder", facts.holder);
  out.field_if("sender", facts.sender);
  out.field_if("campaign", facts.campaign);
  out.field_if("because", facts.because);
  out.field_if("for_requester", facts.for_requester);
  write_numbers(out, "let_go", facts.let_go);
  write_numbers(out, "kept", facts.kept);
  write_clocks(out, facts.clocks);
}

// ---- reading -----------------------------------------------------------------------------------

void read_id(ObjectReader& in, std::string_view key, CaseId& out) {
  std::string digits;
  in.read(key, digits);
  if (digits.empty()) return;
  std::int64_t number = 0;
  const auto end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc() || stop != end || number <= 0) {
    in.fault(key, "action.case_id", "\"" + digits + "\" is no case id",
             "write its digits in quotes");
  } else {
    out = CaseId{number};
  }
}

void read_point(ObjectReader& in, std::optional<Point>& out) {
  const boost::json::array* numbers = in.array("point");
  if (numbers == nullptr) return;
  if (numbers->size() == 2 && (*numbers)[0].is_number() && (*numbers)[1].is_number()) {
    out = Point{(*numbers)[0].to_number<double>(), (*numbers)[1].to_number<double>()};
  } else {
    in.fault("point", "action.point", "a point has two numbers", "write [longitude, latitude]");
  }
}

// Calls `read_item` for each element with the item of the same index, made if it is not there, so
// that the parts of an action that was split meet again.
template <typename Item, typename ReadItem>
void read_array(ObjectReader& in, std::string_view key, std::vector<Item>& items,
                ReadItem read_item) {
  std::size_t index = 0;
  in.each_object(key, [&](ObjectReader& element) {
    if (items.size() <= index) items.emplace_back();
    read_item(element, items[index++]);
  });
}

void read_orders(ObjectReader& in, std::vector<Order>& orders) {
  read_array(in, "orders", orders, [](ObjectReader& element, Order& order) {
    element.read("unit", order.unit);
    element.read_word("role", order.role, assignment_role_from_name,
                      "lead, assist, scene, support, verify");
    element.read("task", order.task);
    element.read("after", order.after);
    read_array(element, "checklist", order.checklist, [](ObjectReader& item, CheckItem& check) {
      item.read("code", check.code);
      item.read("expected", check.expected);
    });
  });
}

void read_parties(ObjectReader& in, std::vector<Party>& parties) {
  read_array(in, "parties", parties, [](ObjectReader& element, Party& party) {
    element.read("role", party.role);
    element.read("name", party.name);
    element.read("telephone", party.telephone);
    element.read("address", party.address);
    element.read("area_code", party.area_code);
  });
}

void read_attachments(ObjectReader& in, std::vector<Attachment>& attachments) {
  read_array(in, "attachments", attachments, [](ObjectReader& element, Attachment& attachment) {
    element.read("name", attachment.name);
    element.read("media_type", attachment.media_type);
    element.read("size", attachment.size);
    element.read("sha256", attachment.sha256);
    element.read("kind", attachment.kind);
    element.read("uri", attachment.uri);
    element.read("asset", attachment.asset);
  });
}

void read_columns(ObjectReader& in, Action& action, Kind kind) {
  if (kind == Kind::must_be_there) in.require("kind");
  in.read_word("kind", action.kind, action_from_name, "report, accept, file, dispatch …");
  read_id(in, "case_id", action.case_id);
  in.read("command_id", action.command_id);
  in.read("expected_version", action.expected_version);
  read_instant(in, "happened", action.happened);
}

void read_tier(ObjectReader& in, std::optional<Tier>& out) {
  if (!in.has("tier")) return;
  Tier tier = Tier::county;
  in.read_word("tier", tier, tier_from_name, "village, township, county");
  out = tier;
}

void read_report(ObjectReader& in, Action& action) {
  in.read_word("nature", action.nature, nature_from_name,
               "ordinary, directive, patrol, duty_check, inspection, notice, accountability, "
               "negative_event, contact, alert, article");
  in.read("type", action.type);
  in.read("performer", action.performer);
  in.read("title", action.title);
  in.read("text", action.text);
  in.read("address", action.address);
  in.read("category", action.category);
  in.read("grade", action.grade);
  in.read_word("request", action.request, request_kind_from_name,
               "complaint, tip_off, inquiry, help, suggestion");
  in.read("channel", action.channel);
  in.read("number_dialled", action.number_dialled);
  in.read("tool", action.tool);
  read_point(in, action.point);
  in.read("grid", action.grid);
  read_tier(in, action.tier);
  read_parties(in, action.parties);
  read_array(in, "external_ids", action.external_ids,
             [](ObjectReader& element, ExternalId& external) {
               element.read("system", external.system);
               element.read("id", external.id);
             });
  read_array(in, "subjects", action.subjects, [](ObjectReader& element, Subject& subject) {
    element.read("kind", subject.kind);
    element.read("code", subject.code);
    element.read("name", subject.name);
  });
  read_instant(in, "occurred", action.occurred);
  read_instant(in, "lasted_until", action.lasted_until);
  read_instant(in, "due", action.due);
  in.read("drill", action.drill);
  in.read("surprise", action.surprise);
}

void read_clock(ObjectReader& in, std::optional<std::int32_t>& out) {
  std::int32_t number = 0;
  in.read("clock", number);
  if (in.has("clock")) out = number;
}

void read_relation(ObjectReader& in, std::optional<Relation>& out) {
  if (!in.has("relation")) return;
  Relation relation = Relation::related;
  in.read_word("relation", relation, relation_from_name,
               "related, part_of, follows, earlier, distinct");
  out = relation;
}

void read_result(ObjectReader& in, Action& action) {
  in.read("reason", action.reason);
  in.read("note", action.note);
  in.read("internal_note", action.internal_note);
  in.read("reply", action.reply);
  in.read("approximate", action.approximate);
  in.read("unit", action.unit);
  in.read("units", action.units);
  in.read("join", action.join);
  in.read("forced", action.forced);
  in.read("conclusive", action.conclusive);
  read_array(in, "counts", action.counts, [](ObjectReader& element, CheckItem& item) {
    element.read("code", item.code);
    element.read("counted", item.counted);
  });
  read_orders(in, action.orders);
  in.read("passed", action.passed);
  read_instant(in, "until", action.until);
  read_id(in, "other_case", action.other_case);
  read_relation(in, action.relation);
  in.read("level", action.level);
  read_attachments(in, action.attachments);
  read_array(in, "figures", action.figures, [](ObjectReader& element, Figure& figure) {
    element.read("name", figure.name);
    element.read("value", figure.value);
    element.read("measure", figure.measure);
  });
  in.read("satisfaction", action.satisfaction);
  in.read("solved", action.solved);
  read_clock(in, action.clock);
  in.read("keep_deadlines", action.keep_deadlines);
}

void read_numbers(ObjectReader& in, std::string_view key, std::vector<std::int32_t>& out) {
  const boost::json::array* numbers = in.array(key);
  if (numbers == nullptr) return;
  for (const boost::json::value& number : *numbers)
    out.push_back(number.to_number<std::int32_t>());
}

void read_facts(ObjectReader& in, Event::Facts& facts) {
  in.read("number", facts.number);
  in.read("grid", facts.grid);
  in.read("village", facts.village);
  in.read("township", facts.township);
  in.read("holder", facts.holder);
  in.read("sender", facts.sender);
  in.read("campaign", facts.campaign);
  in.read("because", facts.because);
  in.read("for_requester", facts.for_requester);
  read_numbers(in, "let_go", facts.let_go);
  read_numbers(in, "kept", facts.kept);
  read_clocks(in, facts.clocks);
}

void join_part(const std::string& part, const char* what, Action& action, Event::Facts* facts) {
  if (part.empty()) return;
  try {
    base::read_document(part, what, [&](ObjectReader& in) {
      read_report(in, action);
      read_result(in, action);
      if (facts == nullptr) return;
      in.with_object("facts", [&](ObjectReader& fact) { read_facts(fact, *facts); });
    });
  } catch (const DocumentError& error) {
    throw Error(ErrorCode::corrupt, std::string("the history holds an unreadable ") + what + ": " +
                                        error.faults().front().message);
  }
}

}  // namespace

ActionParts split(const Action& action, const Event::Facts& facts) {
  const auto part = [&](Parts which) {
    JsonWriter out;
    out.begin_object();
    write_fields(out, action, which);
    if (which.plain) {
      JsonWriter inner;
      write_facts(inner.begin_object(), facts);
      if (const std::string& written = inner.end_object().text(); written != "{}") {
        out.key("facts").raw(written);
      }
    }
    return out.end_object().take();
  };
  ActionParts parts{part({true, false, false, false}), part({false, true, false, false}),
                    part({false, false, true, false})};
  if (parts.text == "{}") parts.text.clear();
  if (parts.personal == "{}") parts.personal.clear();
  return parts;
}

void join(const ActionParts& parts, Action& action, Event::Facts& facts) {
  join_part(parts.detail, "detail", action, &facts);
  join_part(parts.text, "text", action, nullptr);
  join_part(parts.personal, "personal part", action, nullptr);
}

Action read_action(ObjectReader& reader, Kind kind) {
  Action action;
  read_columns(reader, action, kind);
  read_report(reader, action);
  read_result(reader, action);
  return action;
}

}  // namespace model

Action read_action(std::string_view json) {
  Action action;
  base::read_document(json, "action",
                      [&](base::ObjectReader& reader) { action = model::read_action(reader); });
  return action;
}

std::string write_action(const Action& action) {
  base::JsonWriter out;
  out.begin_object();
  model::write_fields(out, action, {true, true, true, true});
  return out.end_object().take();
}

}  // namespace gridcase
