#include "script.hpp"

#include "documents.hpp"
#include "duration.hpp"
#include "failure.hpp"
#include "forms.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

// The text of a member of the outermost object, exactly as written: Boost.JSON rounds decimal
// numbers, and the library reads an action better than that. The line is known to be valid JSON.
std::string_view raw_member(std::string_view line, std::string_view key) {
  int depth = 0;
  bool in_string = false;
  std::size_t string_from = 0;
  std::string_view last_string, found_key;
  std::size_t value_from = std::string_view::npos;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') {
        in_string = false;
        last_string = line.substr(string_from, at - string_from);
      }
      continue;
    }
    if (c == '"') {
      in_string = true;
      string_from = at + 1;
    }
    const bool ends = depth == 1 && (c == ',' || c == '}');
    if (ends && value_from != std::string_view::npos && found_key == key) {
      return line.substr(value_from, at - value_from);
    }
    if (depth == 1 && c == ':') {
      found_key = last_string;
      value_from = at + 1;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
  }
  return {};
}

const std::set<std::string_view> header_keys{"play",     "title", "organization", "rules", "time",
                                             "holidays", "zone",  "source",       "note"};
const std::set<std::string_view> step_keys{"at", "about", "by",  "do",     "case",
                                           "as", "other", "syn", "expect", "note"};
const std::set<std::string_view> expect_case_keys{
    "expect_case", "path",          "states", "actions", "stage", "order_of",
    "elapsed",     "resolved_tier", "count",  "fields",  "syn",   "note"};
const std::set<std::string_view> tick_keys{"at", "tick", "expect", "syn", "note"};
const std::set<std::string_view> tick_expect_keys{"fired", "resumed", "more", "latest", "next"};
const std::set<std::string_view> clock_keys{
    "expect_clock", "at",     "milestone", "unit",        "no",         "state",   "light",
    "late",         "exempt", "deadline",  "provisional", "started",    "stopped", "budget",
    "used",         "limit",  "rung",      "next",        "extensions", "syn",     "note"};
const std::set<std::string_view> expect_allowed_keys{"expect_allowed", "at",  "by",  "includes",
                                                     "excludes",       "syn", "note"};

// Names of an enumeration that is numbered from 1 without gaps.
template <typename Enum> std::vector<std::string> names_from_one() {
  std::vector<std::string> names;
  const std::string_view beyond = name(static_cast<Enum>(127));
  for (int i = 1; i < 127 && name(static_cast<Enum>(i)) != beyond; ++i)
    names.emplace_back(name(static_cast<Enum>(i)));
  return names;
}

const std::vector<std::string>& status_words() {
  static const std::vector<std::string> words = names_from_one<Status>();
  return words;
}

const std::vector<std::string>& refusal_words() {
  static const std::vector<std::string> words = names_from_one<RefusalCode>();
  return words;
}

const std::vector<std::string>& light_words() {
  static const std::vector<std::string> words = names_from_one<Light>();
  return words;
}

const std::vector<std::string>& clock_state_words() {
  static const std::vector<std::string> words = names_from_one<ClockState>();
  return words;
}

const std::vector<std::string>& limit_words() {
  static const std::vector<std::string> words = names_from_one<LimitUnit>();
  return words;
}

const std::vector<std::string>& stage_words() {
  static const std::vector<std::string> words = names_from_one<Stage>();
  return words;
}

const std::vector<std::string>& state_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> names;
    for (const State state : all_states())
      names.emplace_back(name(state));
    return names;
  }();
  return words;
}

// Checks one line after the other and keeps what is wrong with them.
class Reader {
public:
  using ZoneOf = std::function<std::string(const std::string&)>;
  Reader(const std::string& file, const ZoneOf& zone_of) : zone_of_(zone_of) {
    script_.file = file;
  }

  Script read(const std::string& text);

private:
  void read_line(std::string_view line);
  void read_header(const json::object& object, std::string_view line);
  void read_step(ScriptLine& line, std::string_view text);
  void read_names(ScriptLine& line);
  void read_action_of(ScriptLine& line, std::string_view text);
  void read_case_expectation(ScriptLine& line);
  void read_clock_expectation(ScriptLine& line);
  void read_allowed_expectation(ScriptLine& line);
  void read_tick(ScriptLine& line);

  void check_keys(const json::object& object, const std::set<std::string_view>& known,
                  const std::string& path = {});
  void check_words(const json::object& object, const char* key, bool states);
  void check_fields(const json::object* object, const std::string& path, bool of_answer);
  void check_word(const std::string& key, const std::string& path, const json::value& value);
  void check_one_of(const std::vector<std::string>& known, const std::string& key,
                    const std::string& path, const json::value& value);
  std::string beside(const std::string& path) const;
  void check_count(const json::object* object);
  void check_elapsed(const json::value* value);
  void check_duration(const std::string& path, const std::string& text);
  std::string text_of(const json::object& object, const char* key, bool required,
                      const std::string& path = {});
  const json::object* object_of(const json::object& object, const char* key, bool required);
  void read_time(ScriptLine& line, bool required);
  void read_actor(ScriptLine& line);
  void need_case(const std::string& name, const char* key);
  void fault(std::string code, const std::string& field, std::string message, std::string fix);

  Script script_;
  const ZoneOf& zone_of_;
  std::string zone_ = "UTC";
  int number_ = 0;
  std::set<std::string> cases_;
  std::vector<Fault> faults_;
};

void Reader::fault(std::string code, const std::string& field, std::string message,
                   std::string fix) {
  std::string path = script_.file + ":" + std::to_string(number_);
  if (!field.empty()) path += ": " + field;
  faults_.push_back({Severity::error, "script." + code, path, std::move(message), std::move(fix)});
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string listed(const std::set<std::string_view>& words) {
  return joined(std::vector<std::string>(words.begin(), words.end()));
}

void Reader::check_keys(const json::object& object, const std::set<std::string_view>& known,
                        const std::string& path) {
  for (const auto& member : object) {
    const std::string key(member.key());
    if (known.count(key) == 0) {
      fault("unknown_key", path + key, "this key is not known here",
            "use one of: " + listed(known));
    }
  }
}

std::string Reader::text_of(const json::object& object, const char* key, bool required,
                            const std::string& path) {
  const json::value* value = object.if_contains(key);
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

const json::object* Reader::object_of(const json::object& object, const char* key, bool required) {
  const json::value* value = object.if_contains(key);
  if (value != nullptr && value->is_object()) return &value->get_object();
  if (value != nullptr || required) {
    fault("not_object", key, value != nullptr ? "must be an object" : "is missing",
          "write \"" + std::string(key) + "\": {…}");
  }
  return nullptr;
}

void Reader::read_time(ScriptLine& line, bool required) {
  const std::string text = text_of(line.object, "at", required);
  if (text.empty()) return;
  try {
    line.at = parse_time("at", text, zone_);
  } catch (const Failure& failure) {
    fault(failure.code(), "at", failure.message(Language::en), failure.fix(Language::en));
  }
}

void Reader::read_actor(ScriptLine& line) {
  const json::value* value = line.object.if_contains("by");
  if (value != nullptr && value->is_string()) {
    try {
      line.by = parse_actor("by", std::string(value->get_string()));
    } catch (const Failure& failure) {
      fault(failure.code(), "by", failure.message(Language::en), failure.fix(Language::en));
    }
    return;
  }
  const json::object* by = object_of(line.object, "by", true);
  if (by == nullptr) return;
  check_keys(*by, {"unit", "person", "post"}, "by.");
  line.by.unit = text_of(*by, "unit", true, "by.");
  line.by.person = text_of(*by, "person", false, "by.");
  line.by.post = text_of(*by, "post", false, "by.");
}

void Reader::need_case(const std::string& name, const char* key) {
  if (name.empty() || cases_.count(name) != 0) return;
  fault("unknown_case", key, "no earlier line names a case " + in_quotes(name),
        "name it where it is reported: \"as\": " + in_quotes(name));
}

void Reader::read_names(ScriptLine& line) {
  const std::string as = text_of(line.object, "as", false);
  line.case_name = text_of(line.object, "case", false);
  line.other = text_of(line.object, "other", false);
  need_case(line.case_name, "case");
  need_case(line.other, "other");
  if (as.empty()) return;
  if (!line.case_name.empty()) {
    fault("two_names", "as", "a line has \"case\" or \"as\", not both", "remove one of them");
  }
  if (!cases_.insert(as).second) {
    fault("name_taken", "as", "a case " + in_quotes(as) + " is there already", "use another name");
  }
  line.case_name = as;
  line.names_case = true;
}

void Reader::read_action_of(ScriptLine& line, std::string_view text) {
  const json::object* action = object_of(line.object, "do", true);
  if (action == nullptr) return;
  if (!action->contains("kind")) {
    fault("no_kind", "do.kind", "is missing", "write \"do\": {\"kind\": \"report\", …}");
  }
  try {
    line.action = read_action(raw_member(text, "do"));
  } catch (const DocumentError& error) {
    for (const Fault& one : error.faults()) {
      fault(one.code, one.path.empty() ? "do" : "do." + one.path, one.message, one.fix);
    }
  }
}

void Reader::check_fields(const json::object* object, const std::string& path, bool of_answer) {
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
void Reader::check_word(const std::string& key, const std::string& path, const json::value& value) {
  const std::vector<std::string>* known = nullptr;
  if (key == "status") known = &status_words();
  if (key == "refusal") known = &refusal_words();
  if (key == "state") known = &state_words();
  if (key == "stage") known = &stage_words();
  if (known != nullptr) check_one_of(*known, key, path, value);
}

void Reader::check_one_of(const std::vector<std::string>& known, const std::string& key,
                          const std::string& path, const json::value& value) {
  const bool is_text = value.is_string();
  const std::string word = is_text ? std::string(value.get_string()) : json::serialize(value);
  if (is_text && std::find(known.begin(), known.end(), word) != known.end()) return;
  fault("unknown_" + key, path, in_quotes(word) + " is not known here",
        "use one of: " + joined(known));
}

void Reader::read_step(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::step;
  check_keys(line.object, step_keys);
  read_time(line, true);
  read_actor(line);
  read_names(line);
  read_action_of(line, text);
  check_fields(object_of(line.object, "expect", false), "expect", true);
  const json::value* about = line.object.if_contains("about");
  if (about != nullptr && !about->is_bool()) {
    fault("not_bool", "about", "must be true or false", "write \"about\": true");
  } else if (about != nullptr) {
    line.action.approximate = about->get_bool();
  }
}

// A list of names of states or actions. An action may say whose it is: "arrive@330881D01".
void Reader::check_words(const json::object& object, const char* key, bool states) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr) return;
  if (!value->is_array()) {
    fault("not_list", key, "must be a list of names", "write \"" + std::string(key) + "\": […]");
    return;
  }
  for (const json::value& one : value->get_array()) {
    const std::string word = one.is_string() ? std::string(one.get_string()) : json::serialize(one);
    const std::string name = word.substr(0, word.find('@'));
    if (states ? state_from_name(word).has_value() : action_from_name(name).has_value()) continue;
    fault(states ? "unknown_state" : "unknown_action", key, in_quotes(word) + " is not known here",
          states ? "they are named in the diagrams: gridcase diagram --format markdown"
                 : "`gridcase actions` lists them");
  }
}

void Reader::check_count(const json::object* object) {
  if (object == nullptr) return;
  for (const auto& member : *object) {
    const std::string key(member.key());
    const json::value* field = case_fields().if_contains(key);
    const bool known = key == "events" || action_from_name(key.substr(0, key.find('@'))) ||
                       (field != nullptr && field->is_array());
    if (!known || !member.value().is_int64()) {
      fault("count", "count." + key, "counts are of events, of an action or of a list of the case",
            "write \"count\": {\"events\": 12, \"dispatch\": 1, \"parties\": 2}");
    }
  }
}

void Reader::check_elapsed(const json::value* value) {
  if (value == nullptr) return;
  if (value->is_array()) {
    for (const json::value& one : value->get_array())
      check_elapsed(&one);
    return;
  }
  const json::object* span = value->if_object();
  const bool has_ends = span != nullptr && span->contains("from") && span->contains("to");
  if (!has_ends) {
    fault("elapsed", "elapsed", "needs a beginning, an end and a length",
          R"(write {"from": "reported", "to": "ended", "equals": "PT24H"})");
    return;
  }
  check_keys(*span, {"from", "to", "equals", "at_most", "at_least"}, "elapsed.");
  for (const char* key : {"from", "to", "equals", "at_most", "at_least"}) {
    const std::string text = text_of(*span, key, false, "elapsed.");
    const bool is_length = key[0] == 'e' || key[0] == 'a';
    if (!text.empty() && is_length) check_duration(std::string("elapsed.") + key, text);
  }
}

void Reader::check_duration(const std::string& path, const std::string& text) {
  try {
    parse_duration(path, text);
  } catch (const Failure& failure) {
    fault(failure.code(), path, failure.message(Language::en), failure.fix(Language::en));
  }
}

void Reader::read_case_expectation(ScriptLine& line) {
  line.kind = ScriptLine::Kind::expect_case;
  check_keys(line.object, expect_case_keys);
  line.case_name = text_of(line.object, "expect_case", true);
  need_case(line.case_name, "expect_case");
  check_words(line.object, "path", true);
  check_words(line.object, "states", true);
  check_words(line.object, "actions", false);
  check_words(line.object, "order_of", false);
  check_fields(object_of(line.object, "fields", false), "fields", false);
  if (const json::value* stage = line.object.if_contains("stage"))
    check_word("stage", "stage", *stage);
  check_count(object_of(line.object, "count", false));
  check_elapsed(line.object.if_contains("elapsed"));
}

void Reader::read_clock_expectation(ScriptLine& line) {
  line.kind = ScriptLine::Kind::expect_clock;
  check_keys(line.object, clock_keys);
  line.case_name = text_of(line.object, "expect_clock", true);
  need_case(line.case_name, "expect_clock");
  read_time(line, false);
  const auto check = [&](const char* key, const std::vector<std::string>& known) {
    if (const json::value* value = line.object.if_contains(key))
      check_one_of(known, key, key, *value);
  };
  check("light", light_words());
  check("state", clock_state_words());
  check("limit", limit_words());
  for (const char* key : {"budget", "used"}) {
    if (const json::value* value = line.object.if_contains(key); value && value->is_string())
      check_duration(key, std::string(value->get_string()));
  }
}

void Reader::read_tick(ScriptLine& line) {
  line.kind = ScriptLine::Kind::tick;
  check_keys(line.object, tick_keys);
  read_time(line, true);
  if (const json::object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, tick_expect_keys, "expect.");
}

void Reader::read_allowed_expectation(ScriptLine& line) {
  line.kind = ScriptLine::Kind::expect_allowed;
  check_keys(line.object, expect_allowed_keys);
  const json::value* name = line.object.if_contains("expect_allowed");
  if (!name->is_null()) line.case_name = text_of(line.object, "expect_allowed", true);
  need_case(line.case_name, "expect_allowed");
  read_time(line, false);
  read_actor(line);
  check_words(line.object, "includes", false);
  check_words(line.object, "excludes", false);
}

// A path that is written relative to the script.
std::string Reader::beside(const std::string& path) const {
  const auto folder = std::filesystem::path(script_.file).parent_path();
  return (folder / path).lexically_normal().string();
}

void Reader::read_header(const json::object& object, std::string_view line) {
  check_keys(object, header_keys);
  script_.name = text_of(object, "play", true);
  script_.organization = text_of(object, "organization", false);
  if (!script_.organization.empty()) script_.organization = beside(script_.organization);
  const std::string time = text_of(object, "time", false);
  if (!time.empty()) script_.time = beside(time);
  const std::string holidays = text_of(object, "holidays", false);
  if (!holidays.empty()) script_.holidays.push_back(beside(holidays));
  zone_ = text_of(object, "zone", false);
  if (zone_.empty()) zone_ = zone_of_(script_.organization);
  if (!zone_exists(zone_)) fault("zone", "zone", "no such time zone", "write \"Asia/Shanghai\"");
  if (const json::value* title = object.if_contains("title")) script_.title = *title;
  if (object_of(object, "rules", false) != nullptr) script_.rules = raw_member(line, "rules");
}

void Reader::read_line(std::string_view text) {
  json::error_code error;
  json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error || !value.is_object()) {
    fault("json", "", error ? "is not JSON: " + error.message() : "is not a JSON object",
          "write one JSON object on each line, or begin the line with # or //");
    return;
  }
  ScriptLine line;
  line.number = number_;
  line.object = std::move(value.get_object());
  if (script_.name.empty()) {
    if (line.object.contains("play")) return read_header(line.object, text);
    fault("no_header", "play", "the first line must say which play this is",
          "begin with {\"play\": \"…\", \"organization\": \"…\"}");
    script_.name = "?";
  }
  if (line.object.contains("do")) {
    read_step(line, text);
  } else if (line.object.contains("expect_case")) {
    read_case_expectation(line);
  } else if (line.object.contains("expect_clock")) {
    read_clock_expectation(line);
  } else if (line.object.contains("expect_allowed")) {
    read_allowed_expectation(line);
  } else if (line.object.contains("tick")) {
    read_tick(line);
  } else {
    fault("no_kind", "", "this line neither does nor expects anything",
          "give it \"do\", \"tick\", \"expect_case\", \"expect_clock\" or \"expect_allowed\"");
    return;
  }
  script_.lines.push_back(std::move(line));
}

Script Reader::read(const std::string& text) {
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

}  // namespace

Script read_script(const std::string& file,
                   const std::function<std::string(const std::string&)>& zone_of) {
  return Reader(file, zone_of).read(read_text(file));
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

}  // namespace gridcase::cli
