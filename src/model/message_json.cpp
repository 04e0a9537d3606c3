// The JSON form of the messages that go between systems; platform.schema.md describes it.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/action_json.hpp"
#include "model/instant_json.hpp"

#include <gridcase/platform.hpp>

namespace gridcase {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void read_message(ObjectReader& in, InMessage& message) {
  in.require("message_id");
  in.read("message_id", message.message_id);
  in.read("external_id", message.external_id);
  in.read("number", message.number);
  in.read("step", message.step);
  in.read("category", message.category);
  in.with_object("action", [&](ObjectReader& action) {
    message.action = model::read_action(action, model::Kind::may_be_missing);
  });
}

void write_event(JsonWriter& out, const Event& event) {
  out.begin_object().field("case_id", std::to_string(to_number(event.case_id)));
  out.field("version", event.version).field("outcome", name(event.outcome));
  out.field("happened", format_instant(event.happened));
  out.field("recorded", format_instant(event.recorded));
  out.key("actor").begin_object().field("unit", event.actor.unit);
  out.field_if("person", event.actor.person).field_if("post", event.actor.post).end_object();
  out.field("before", name(event.before.state)).field("after", name(event.after.state));
  out.field_if("erased", event.erased);
  out.key("action").raw(write_action(event.action)).end_object();
}

void write_message(JsonWriter& out, const OutMessage& message) {
  out.begin_object().field("sequence", message.sequence).field("number", message.number);
  out.field_if("external_id", message.external_id).field_if("category", message.category);
  out.key("event");
  write_event(out, message.event);
  if (message.opening) out.key("opening").raw(write_action(*message.opening));
  out.end_object();
}

}  // namespace

std::vector<InMessage> read_messages(std::string_view json) {
  std::vector<InMessage> messages;
  const auto read = [&](std::string_view text) {
    base::read_document(text, "messages", [&](ObjectReader& in) {
      in.each_object("messages",
                     [&](ObjectReader& item) { read_message(item, messages.emplace_back()); });
    });
  };
  const std::size_t first = json.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || json[first] != '[') {
    read(json);
  } else {
    read("{\"messages\":" + std::string(json) + "}");
  }
  return messages;
}

std::string write_outbox(const Outbox& outbox) {
  JsonWriter out;
  out.begin_object().key("messages").begin_array();
  for (const OutMessage& message : outbox.messages)
    write_message(out, message);
  out.end_array().field("acknowledged", outbox.acknowledged).field("last", outbox.last);
  return out.field("more", outbox.more).end_object().take();
}

}  // namespace gridcase
