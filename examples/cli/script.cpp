#include "script_reader.hpp"

#include "documents.hpp"
#include "duration.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "raw_json.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string_view>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

constexpr std::int32_t largest_number = 100'000;

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string listed(const KeySet& words) {
  return joined(std::vector<std::string>(words.begin(), words.end()));
}

// "#120.{n}" becomes a number, so that the line is JSON before and after.
std::string with_numerals(std::string text, const std::string& digits) {
  if (text.find("\"#") == std::string::npos) return text;
  static const std::regex numeral("\"#(-?[0-9.]*)\\{n\\}([0-9.]*)\"");
  return std::regex_replace(text, numeral, "$01" + digits + "$02");
}

// "{n}" is the number of the repetition, wherever it stands in the line.
std::string numbered(std::string_view line, std::int32_t number) {
  constexpr std::string_view mark = "{n}";
  const std::string digits = std::to_string(number);
  const std::string text = with_numerals(std::string(line), digits);
  std::string out;
  for (std::size_t from = 0;;) {
    const std::size_t at = text.find(mark, from);
    out += text.substr(from, at == std::string::npos ? at : at - from);
    if (at == std::string::npos) return out;
    out += digits;
    from = at + mark.size();
  }
}

}  // namespace

void ScriptReader::fault(std::string code, const std::string& field, std::string message,
                         std::string fix) {
  std::string path = script_.file + ":" + std::to_string(number_);
  if (!field.empty()) path += ": " + field;
  faults_.push_back({Severity::error, "script." + code, path, std::move(message), std::move(fix)});
}

void ScriptReader::check_keys(const Object& object, const KeySet& known, const std::string& path) {
  for (const auto& member : object) {
    const std::string key(member.key());
    if (known.count(key) == 0) {
      fault("unknown_key", path + key, "this key is not known here",
            "use one of: " + listed(known));
    }
  }
}

std::string ScriptReader::text_of(const Object& object, const char* key, bool required,
                                  const std::string& path) {
  const Value* value = object.if_contains(key);
  if (value != nullptr && value->is_string() && !value->get_string().empty()) {
    return std::string(value->get_string());
  }
  if (value != nullptr || required) {
    fault("not_text", path + key,
          value != nullptr ? "must be a text that is not empty" : "is missing",
          "write \"" + std::string(key) + "\": \"…\"");
  }
  return {};
}

const ScriptReader::Object* ScriptReader::object_of(const Object& object, const char* key,
                                                    bool required) {
  const Value* value = object.if_contains(key);
  if (value != nullptr && value->is_object()) return &value->get_object();
  if (value != nullptr || required) {
    fault("not_object", key, value != nullptr ? "must be an object" : "is missing",
          "write \"" + std::string(key) + "\": {…}");
  }
  return nullptr;
}

void ScriptReader::read_time(ScriptLine& line, bool required) {
  const std::string text = text_of(line.object, "at", required);
  if (text.empty()) return;
  try {
    line.at = parse_time("at", text, zone_);
  } catch (const Failure& failure) {
    fault(failure.code(), "at", failure.message(Language::en), failure.fix(Language::en));
  }
}

std::int32_t ScriptReader::whole_number_of(const Object& object, const char* key,
                                           std::int32_t otherwise) {
  const Value* value = object.if_contains(key);
  if (value == nullptr) return otherwise;
  if (value->is_int64() && value->get_int64() >= 0 && value->get_int64() <= largest_number) {
    return static_cast<std::int32_t>(value->get_int64());
  }
  fault("not_a_number", key, "must be a whole number from 0 to " + std::to_string(largest_number),
        "write \"" + std::string(key) + "\": 2");
  return otherwise;
}

std::vector<std::string> ScriptReader::texts_of(const Object& object, const char* key,
                                                const std::string& path) {
  std::vector<std::string> texts;
  const Value* value = object.if_contains(key);
  if (value == nullptr) return texts;
  bool good = value->is_array();
  if (good) {
    for (const Value& one : value->get_array()) {
      good = good && one.is_string();
      if (one.is_string()) texts.emplace_back(one.get_string());
    }
  }
  if (!good) {
    fault("not_list", path + key, "must be a list of texts",
          "write \"" + std::string(key) + "\": [\"…\"]");
  }
  return texts;
}

void ScriptReader::read_actor(ScriptLine& line, bool required) {
  if (!required && !line.object.contains("by")) return;
  const Value* value = line.object.if_contains("by");
  if (value != nullptr && value->is_string()) {
    try {
      line.by = parse_actor("by", std::string(value->get_string()));
    } catch (const Failure& failure) {
      fault(failure.code(), "by", failure.message(Language::en), failure.fix(Language::en));
    }
    return;
  }
  const Object* by = object_of(line.object, "by", true);
  if (by == nullptr) return;
  check_keys(*by, {"unit", "person", "post"}, "by.");
  line.by.unit = text_of(*by, "unit", true, "by.");
  line.by.person = text_of(*by, "person", false, "by.");
  line.by.post = text_of(*by, "post", false, "by.");
}

void ScriptReader::need_case(const std::string& name, const char* key) {
  if (name.empty() || cases_.count(name) != 0) return;
  fault("unknown_case", key, "no earlier line names a case " + in_quotes(name),
        "name it where it is reported: \"as\": " + in_quotes(name));
}

void ScriptReader::read_names(ScriptLine& line) {
  const std::string as = text_of(line.object, "as", false);
  line.case_name = text_of(line.object, "case", false);
  line.other = text_of(line.object, "other", false);
  need_case(line.case_name, "case");
  need_case(line.other, "other");
  if (as.empty()) return;
  if (!line.case_name.empty()) {
    fault("two_names", "as", "a line has \"case\" or \"as\", not both", "remove one of them");
  }
  name_case(as, "as");
  line.case_name = as;
  line.names_case = true;
}

void ScriptReader::name_case(const std::string& name, const char* key) {
  if (cases_.insert(name).second) return;
  fault("name_taken", key, "a case " + in_quotes(name) + " is there already", "use another name");
}

void ScriptReader::read_action_of(ScriptLine& line, std::string_view text) {
  const Object* action = object_of(line.object, "do", true);
  if (action == nullptr) return;
  if (!action->contains("kind")) {
    fault("no_kind", "do.kind", "is missing", "write \"do\": {\"kind\": \"report\", …}");
  }
  Object rewritten = *action;
  line.subtrees = read_subtrees(rewritten);
  // No action with orders has decimal numbers that could be rounded.
  read_action_text(line, "do",
                   line.subtrees.empty() ? raw_member(text, "do") : json::serialize(rewritten));
}

void ScriptReader::read_action_text(ScriptLine& line, const std::string& path,
                                    std::string_view text) {
  try {
    line.action = read_action(text);
  } catch (const DocumentError& error) {
    keep_faults(path, error.faults());
  }
}

void ScriptReader::keep_faults(const std::string& path, const std::vector<Fault>& faults) {
  for (const Fault& one : faults)
    fault(one.code, one.path.empty() ? path : path + "." + one.path, one.message, one.fix);
}

void ScriptReader::check_fields(const Object* object, const std::string& path, bool of_answer) {
  if (object == nullptr) return;
  const std::set<std::string_view> answer_keys{"status", "refusal", "field"};
  for (const auto& member : *object) {
    const std::string key(member.key());
    check_word(key, path + "." + key, member.value());
    if (of_answer && answer_keys.count(key) != 0) continue;
    if (case_fields().contains(key)) continue;
    fault("unknown_field", path + "." + key, "a case has no field of this name",
          "`gridcase show … --json` lists the fields" +
              std::string(of_answer ? "; of an answer: status, refusal, field" : ""));
  }
}

// Words that can only be one of a list: an unknown one would never be met.
void ScriptReader::check_word(const std::string& key, const std::string& path, const Value& value) {
  const std::vector<std::string>* known = nullptr;
  if (key == "status") known = &status_words();
  if (key == "refusal") known = &refusal_words();
  if (key == "state") known = &state_words();
  if (key == "stage") known = &stage_words();
  if (known != nullptr) check_one_of(*known, key, path, value);
}

void ScriptReader::check_one_of(const std::vector<std::string>& known, const std::string& key,
                                const std::string& path, const Value& value) {
  const bool is_text = value.is_string();
  const std::string word = is_text ? std::string(value.get_string()) : json::serialize(value);
  if (is_text && std::find(known.begin(), known.end(), word) != known.end()) return;
  fault("unknown_" + key, path, in_quotes(word) + " is not known here",
        "use one of: " + joined(known));
}

void ScriptReader::read_step(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::step;
  check_keys(line.object, script_keys::step);
  read_time(line, true);
  read_actor(line);
  read_names(line);
  read_action_of(line, text);
  check_fields(object_of(line.object, "expect", false), "expect", true);
  const Value* about = line.object.if_contains("about");
  if (about != nullptr && !about->is_bool()) {
    fault("not_bool", "about", "must be true or false", "write \"about\": true");
  } else if (about != nullptr) {
    line.action.approximate = about->get_bool();
  }
}

// A path that is written relative to the script.
std::string ScriptReader::beside(const std::string& path) const {
  const auto folder = std::filesystem::path(script_.file).parent_path();
  return (folder / path).lexically_normal().string();
}

void ScriptReader::read_header(const Object& object, std::string_view line) {
  check_keys(object, script_keys::header);
  script_.name = text_of(object, "play", true);
  script_.organization = text_of(object, "organization", false);
  if (!script_.organization.empty()) script_.organization = beside(script_.organization);
  const std::string time = text_of(object, "time", false);
  if (!time.empty()) script_.time = beside(time);
  const std::string programmes = text_of(object, "programmes", false);
  if (!programmes.empty()) script_.programmes = beside(programmes);
  const std::string holidays = text_of(object, "holidays", false);
  if (!holidays.empty()) script_.holidays.push_back(beside(holidays));
  for (const std::string& path : texts_of(object, "scoring"))
    script_.scoring.push_back(beside(path));
  for (const std::string& path : texts_of(object, "stars"))
    script_.ratings.push_back(beside(path));
  zone_ = text_of(object, "zone", false);
  if (zone_.empty()) zone_ = zone_of_(script_.organization);
  if (!zone_exists(zone_)) fault("zone", "zone", "no such time zone", "write \"Asia/Shanghai\"");
  if (const Value* title = object.if_contains("title")) script_.title = *title;
  if (object_of(object, "rules", false) != nullptr) script_.rules = raw_member(line, "rules");
}

void ScriptReader::read_line(std::string_view text) {
  json::error_code error;
  json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error || !value.is_object()) {
    fault("json", "", error ? "is not JSON: " + error.message() : "is not a JSON object",
          "write one JSON object on each line, or begin the line with # or //");
    return;
  }
  const Object& object = value.get_object();
  if (script_.name.empty()) {
    if (object.contains("play")) return read_header(object, text);
    fault("no_header", "play", "the first line must say which play this is",
          "begin with {\"play\": \"…\", \"organization\": \"…\"}");
    script_.name = "?";
  }
  repeat_line(object, text);
}

// A fault is told once, not at every repetition.
void ScriptReader::repeat_line(const Object& object, std::string_view text) {
  if (!object.contains("repeat")) return read_one(text, 0, Duration::zero());
  const std::int32_t times = whole_number_of(object, "repeat", 1);
  const std::int32_t from = whole_number_of(object, "from", 1);
  Duration every = Duration::zero();
  if (const std::string length = text_of(object, "every", false); !length.empty()) {
    check_duration("every", length);
    if (faults_.empty()) every = parse_duration("every", length);
  }
  const std::size_t faults = faults_.size();
  for (std::int32_t i = 0; i < times && faults_.size() == faults; ++i)
    read_one(numbered(text, from + i), i + 1, i * every);
}

void ScriptReader::read_one(std::string_view text, std::int32_t repetition, Duration later) {
  ScriptLine line;
  line.number = number_;
  line.repetition = repetition;
  line.object = json::parse(json::string_view(text.data(), text.size())).as_object();
  if (!read_kind(line, text)) {
    fault(
        "no_kind", "", "this line neither does nor expects anything",
        "give it \"do\", \"raise\", \"tick\", \"bulk\", \"patrol\", \"receive\", \"switch_mode\", "
        "\"form_task_force\", \"dissolve_task_force\", \"give_marks\", "
        "\"freeze\", \"give_stars\", \"use_roads\" or \"expect_…\"");
    return;
  }
  if (line.at) *line.at += later;
  script_.lines.push_back(std::move(line));
}

bool ScriptReader::read_kind(ScriptLine& line, std::string_view text) {
  if (line.object.contains("do")) {
    read_step(line, text);
  } else if (line.object.contains("tick")) {
    read_tick(line);
  } else if (line.object.contains("give_marks") || line.object.contains("freeze") ||
             line.object.contains("give_stars")) {
    read_assess(line, text);
  } else if (line.object.contains("switch_mode") || line.object.contains("form_task_force") ||
             line.object.contains("dissolve_task_force")) {
    read_govern(line);
  } else if (line.object.contains("bulk")) {
    read_bulk(line, text);
  } else if (line.object.contains("patrol")) {
    read_patrol_line(line, text);
  } else if (line.object.contains("receive")) {
    read_receive(line, text);
  } else if (line.object.contains("use_roads")) {
    read_roads_line(line);
  } else if (line.object.contains("raise")) {
    read_raise(line, text);
  } else {
    return read_expectation(line);
  }
  return true;
}

Script ScriptReader::read(const std::string& text) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string_view line = std::string_view(text).substr(from, end - from);
    from = end + 1;
    ++number_;
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) continue;
    line.remove_prefix(start);
    if (line.front() == '#' || line.substr(0, 2) == "//") continue;
    read_line(line);
  }
  if (script_.name.empty()) fault("empty", "play", "the script has no line", "see README.md");
  if (!faults_.empty()) throw DocumentError(script_.file, faults_);
  return std::move(script_);
}

Script read_script(const std::string& file,
                   const std::function<std::string(const std::string&)>& zone_of) {
  return ScriptReader(file, zone_of).read(read_text(file, "SCRIPT"));
}

std::string localized(const boost::json::value* value, Language language) {
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(value->get_string());
  if (!value->is_object()) return {};
  const auto& texts = value->get_object();
  const auto* text = texts.if_contains(language == Language::zh ? "zh" : "en");
  if (text == nullptr && !texts.empty()) text = &texts.begin()->value();
  return text != nullptr && text->is_string() ? std::string(text->get_string()) : std::string();
}

const boost::json::object& case_fields() {
  static const boost::json::object fields =
      boost::json::parse(case_json(Case{}, "UTC")).as_object();
  return fields;
}

const boost::json::object& order_fields() {
  static const boost::json::object fields = [] {
    Case whole;
    whole.assignments.emplace_back();
    const auto parsed = boost::json::parse(case_json(whole, "UTC"));
    return parsed.as_object().at("assignments").as_array().at(0).as_object();
  }();
  return fields;
}

}  // namespace gridcase::cli
