// Lines that do something but a step: ticks, acts of command, bulks, rounds of patrol, roads; and
// orders to everything below a unit.

#include "documents.hpp"
#include "failure.hpp"
#include "patrols.hpp"
#include "raw_json.hpp"
#include "script_reader.hpp"

#include <gridcase/response.hpp>

#include <utility>

namespace gridcase::cli {

std::vector<Subtree> ScriptReader::read_subtrees(Object& action) {
  std::vector<Subtree> subtrees;
  Value* orders = action.if_contains("orders");
  if (orders == nullptr || !orders->is_array()) return subtrees;
  for (std::size_t i = 0; i < orders->get_array().size(); ++i) {
    Object* order = orders->get_array()[i].if_object();
    if (order == nullptr || !order->contains("below")) continue;
    const std::string path = "do.orders[" + std::to_string(i) + "].";
    const std::string kind = text_of(*order, "kind", false, path);
    if (!kind.empty()) check_one_of(unit_kind_words(), "kind", path + "kind", order->at("kind"));
    if (order->contains("unit")) {
      fault("two_units", path + "unit", "an order has \"unit\" or \"below\", not both",
            "remove one of them");
    }
    Value below = std::move(order->at("below"));  // adding a key may move what is there
    order->erase("below");
    order->erase("kind");
    (*order)["unit"] = std::move(below);
    subtrees.push_back({i, unit_kind_from_name(kind)});
  }
  return subtrees;
}

void ScriptReader::read_tick(ScriptLine& line) {
  line.kind = ScriptLine::Kind::tick;
  check_keys(line.object, script_keys::tick);
  read_time(line, true);
  if (const Object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, script_keys::tick_expect, "expect.");
}

void ScriptReader::read_govern(ScriptLine& line) {
  line.kind = ScriptLine::Kind::govern;
  check_keys(line.object, script_keys::govern);
  read_time(line, true);
  read_actor(line);
  if (const Object* mode = object_of(line.object, "switch_mode", false)) {
    check_keys(*mode, script_keys::mode, "switch_mode.");
    text_of(*mode, "unit", true, "switch_mode.");
    check_one_of(*mode, "mode", mode_words());
  }
  if (const Object* unit = object_of(line.object, "form_task_force", false)) {
    check_keys(*unit, script_keys::task_force, "form_task_force.");
    text_of(*unit, "code", true, "form_task_force.");
    texts_of(*unit, "members", "form_task_force.");
    texts_of(*unit, "capabilities", "form_task_force.");
  }
  text_of(line.object, "dissolve_task_force", false);
  if (const Object* expect = object_of(line.object, "expect", false)) {
    check_keys(*expect, script_keys::govern_expect, "expect.");
    if (const Value* error = expect->if_contains("error"))
      check_one_of(error_words(), "error", "expect.error", *error);
  }
}

void ScriptReader::read_bulk(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::bulk;
  check_keys(line.object, script_keys::bulk_line);
  read_time(line, true);
  read_actor(line);
  const Object* bulk = object_of(line.object, "bulk", true);
  if (bulk == nullptr) return;
  check_keys(*bulk, script_keys::bulk, "bulk.");
  text_of(*bulk, "key", true, "bulk.");
  text_of(*bulk, "where", true, "bulk.");
  if (const Object* action = object_of(*bulk, "action", true); action != nullptr)
    read_action_text(line, std::string("bulk.") + "action",
                     raw_member(raw_member(text, "bulk"), "action"));
  if (const Object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, script_keys::bulk_expect, "expect.");
}

// "cases" names those that the failures make, one after the other.
void ScriptReader::read_patrol_line(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::patrol;
  check_keys(line.object, script_keys::patrol_line);
  read_time(line, true);
  read_actor(line);
  line.case_name = text_of(line.object, "as", false);
  if (!line.case_name.empty()) name_case(line.case_name, "as");
  line.names_case = !line.case_name.empty();
  line.patrol_cases = texts_of(line.object, "cases");
  for (const std::string& name : line.patrol_cases)
    name_case(name, "cases");
  if (object_of(line.object, "patrol", true) == nullptr) return;
  try {
    line.patrol = read_patrol(raw_member(text, "patrol"), zone_);
  } catch (const DocumentError& error) {
    keep_faults("patrol", error.faults());
  }
  if (const Object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, script_keys::patrol_expect, "expect.");
}

// "cases" names those that the messages make or speak of, one after the other.
void ScriptReader::read_receive(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::receive;
  check_keys(line.object, script_keys::receive);
  read_time(line, true);
  line.system = text_of(line.object, "receive", true);
  line.patrol_cases = texts_of(line.object, "cases");
  for (const std::string& name : line.patrol_cases)
    name_case(name, "cases");
  if (!line.object.contains("messages")) {
    fault("missing", "messages", "what is received is missing", "write \"messages\": [{…}]");
    return;
  }
  try {
    line.messages = read_messages(raw_member(text, "messages"));
  } catch (const DocumentError& error) {
    keep_faults("messages", error.faults());
  }
  if (const Object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, script_keys::receive_expect, "expect.");
}

void ScriptReader::read_roads_line(ScriptLine& line) {
  line.kind = ScriptLine::Kind::use_roads;
  check_keys(line.object, script_keys::use_roads);
  if (line.object.at("use_roads").is_null()) return;
  const std::string path = text_of(line.object, "use_roads", true);
  if (path.empty()) return;
  line.roads = beside(path);
  try {
    const RoadNetwork checked(read_roads(read_text(line.roads)));
  } catch (const DocumentError& error) {
    keep_faults("use_roads", error.faults());
  } catch (const Failure& failure) {
    fault(failure.code(), "use_roads", failure.message(Language::en), failure.fix(Language::en));
  }
}

}  // namespace gridcase::cli
