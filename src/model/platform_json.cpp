#include "model/platform_json.hpp"

#include <gridcase/platform.hpp>

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void read_actions(ObjectReader& in, std::string_view key, std::vector<ActionKind>& actions) {
  std::vector<std::string> words;
  in.read(key, words);
  for (const std::string& word : words) {
    if (const auto action = action_from_name(word)) {
      actions.push_back(*action);
    } else {
      in.fault(key, "json.unknown_word", "\"" + word + "\" is no action",
               "use names of actions, such as sign, progress, feedback");
    }
  }
}

void read_platform(ObjectReader& in, Platform& platform) {
  in.require("system");
  in.read("system", platform.system);
  in.read("name", platform.name);
  in.require("unit");
  in.read("unit", platform.unit);
  in.read_word("means", platform.means, platform_means_from_name,
               "both, push_only, pull_only, manual");
  in.read("categories", platform.categories);
  read_actions(in, "sends", platform.sends);
  read_actions(in, "receives", platform.receives);
  in.read("personal", platform.personal);
  in.each_object("category_codes", [&](ObjectReader& item) {
    Platform::Code& code = platform.category_codes.emplace_back();
    item.require("ours");
    item.read("theirs", code.theirs);
    item.read("ours", code.ours);
  });
  in.each_object("steps", [&](ObjectReader& item) {
    Platform::Step& step = platform.steps.emplace_back();
    for (const char* key : {"theirs", "action"})
      item.require(key);
    item.read("theirs", step.theirs);
    item.read_word("action", step.action, action_from_name, "sign, progress, feedback …");
  });
}

void write_actions(JsonWriter& out, std::string_view key, const std::vector<ActionKind>& actions) {
  if (actions.empty()) return;
  out.key(key).begin_array();
  for (const ActionKind action : actions)
    out.value(name(action));
  out.end_array();
}

template <typename Items, typename WriteItem>
void write_list(JsonWriter& out, std::string_view key, const Items& items, WriteItem write_item) {
  if (items.empty()) return;
  out.key(key).begin_array();
  for (const auto& item : items) {
    out.begin_object();
    write_item(item);
    out.end_object();
  }
  out.end_array();
}

void write_platform(JsonWriter& out, const Platform& platform) {
  out.field("system", platform.system).field_if("name", platform.name);
  out.field("unit", platform.unit);
  if (platform.means != Platform::Means::both) out.field("means", name(platform.means));
  out.field_if("categories", platform.categories);
  write_actions(out, "sends", platform.sends);
  write_actions(out, "receives", platform.receives);
  out.field_if("personal", platform.personal);
  write_list(out, "category_codes", platform.category_codes, [&](const Platform::Code& code) {
    out.field("theirs", code.theirs).field("ours", code.ours);
  });
  write_list(out, "steps", platform.steps, [&](const Platform::Step& step) {
    out.field("theirs", step.theirs).field("action", name(step.action));
  });
}

}  // namespace

void read_platforms(ObjectReader& in, Policy& policy) {
  in.each_object("platforms",
                 [&](ObjectReader& item) { read_platform(item, policy.platforms.emplace_back()); });
}

void write_platforms(JsonWriter& out, const Policy& policy) {
  write_list(out, "platforms", policy.platforms,
             [&](const Platform& platform) { write_platform(out, platform); });
}

}  // namespace gridcase::model
