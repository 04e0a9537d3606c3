#include "replay_mapping.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace gridcase::cli::replay {

namespace {

namespace json = boost::json;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// What may stand behind % in a form of time.
constexpr std::string_view time_letters = "YymdHIMSp";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the document and collects what is wrong with it.
class Reader {
public:
  explicit Reader(std::string_view text) {
    boost::system::error_code problem;
    document_ = json::parse(json::string_view(text.data(), text.size()), problem);
    if (problem || !document_.is_object()) {
      fault("", "mapping.json", problem ? problem.message() : "this is no object",
            "write one JSON object");
      finish();
    }
  }

  const json::object& top() const { return document_.get_object(); }

  void fault(std::string path, std::string code, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }
  void finish() const {
    if (!faults_.empty()) throw DocumentError("mapping", faults_);
  }

  void only(const json::object& from, const std::string& path, std::set<std::string_view> known) {
    for (const auto& item : from) {
      const std::string_view key(item.key().data(), item.key().size());
      if (known.count(key) == 0 && key != "remark") {
        fault(path + std::string(key), "mapping.unknown_key", "there is no such key",
              "remove it, or correct the spelling");
      }
    }
  }
  std::string text(const json::object& from, const std::string& path, std::string_view key,
                   bool required = false) {
    const json::value* found = from.if_contains(key);
    if (found != nullptr && found->is_string()) {
      return {found->get_string().data(), found->get_string().size()};
    }
    if (found != nullptr || required) {
      fault(path + std::string(key), "mapping.text",
            found != nullptr ? "this is no text" : "this is missing", "write a text");
    }
    return {};
  }
  std::vector<std::string> texts(const json::object& from, const std::string& path,
                                 std::string_view key) {
    std::vector<std::string> all;
    const json::value* found = from.if_contains(key);
    if (found == nullptr) return all;
    const json::array* list = found->if_array();
    if (list == nullptr || std::any_of(list->begin(), list->end(),
                                       [](const json::value& v) { return !v.is_string(); })) {
      fault(path + std::string(key), "mapping.texts", "this is no list of texts",
            "write [\"…\", \"…\"]");
      return all;
    }
    for (const json::value& item : *list) {
      all.emplace_back(item.get_string().data(), item.get_string().size());
    }
    return all;
  }
  const json::object* object(const json::object& from, const std::string& path,
                             std::string_view key) {
    const json::value* found = from.if_contains(key);
    if (found == nullptr) return nullptr;
    if (!found->is_object()) {
      fault(path + std::string(key), "mapping.object", "this is no object", "write { … }");
      return nullptr;
    }
    return &found->get_object();
  }
  std::map<std::string, std::string> table(const json::object& from, const std::string& path,
                                           std::string_view key) {
    std::map<std::string, std::string> all;
    const json::object* found = object(from, path, key);
    if (found == nullptr) return all;
    for (const auto& item : *found) {
      all[std::string(item.key().data(), item.key().size())] =
          text(*found, path + std::string(key) + ".", {item.key().data(), item.key().size()});
    }
    return all;
  }

private:
  json::value document_;
  std::vector<Fault> faults_;
};

char one_character(Reader& reader, const json::object& from, std::string_view key, char otherwise) {
  const std::string text = reader.text(from, "", key);
  if (text.empty()) return otherwise;
  if (text.size() != 1) {
    reader.fault(std::string(key), "mapping.character", "this is not one ASCII character",
                 "write \",\", \";\" or \"\\t\"");
  }
  return text[0];
}

void read_spelling(Reader& reader, const json::object& from, const std::string& path,
                   Spelling& spelling) {
  spelling.prefixes = reader.texts(from, path, "prefixes");
  spelling.table = reader.table(from, path, "table");
  const json::value* digits = from.if_contains("digits");
  if (digits == nullptr) return;
  if (digits->is_int64() && digits->get_int64() >= 0 && digits->get_int64() <= 20) {
    spelling.digits = static_cast<std::size_t>(digits->get_int64());
  } else {
    reader.fault(path + "digits", "mapping.digits", "this is no number of digits",
                 "write a whole number of 0 to 20");
  }
}

void read_column(Reader& reader, std::string_view key, Column& column) {
  const json::object* from = reader.object(reader.top(), "", key);
  if (from == nullptr) return;
  const std::string path = std::string(key) + ".";
  column.name = reader.text(*from, path, "column", true);
  read_spelling(reader, *from, path, column.spelling);
}

void read_units(Reader& reader, std::string_view key, UnitColumn& column) {
  read_column(reader, key, column);
  const json::object* from = reader.object(reader.top(), "", key);
  if (from == nullptr) return;
  const std::string path = std::string(key) + ".";
  reader.only(*from, path,
              {"column", "prefixes", "table", "digits", "file", "code", "parent", "label"});
  column.file = reader.text(*from, path, "file");
  column.code = reader.text(*from, path, "code", !column.file.empty());
  column.parent = reader.text(*from, path, "parent");
  column.label = reader.text(*from, path, "label");
}

Entry read_entry(Reader& reader, const json::object& from, const std::string& path) {
  Entry entry;
  entry.channel = reader.text(from, path, "channel", true);
  const auto tier = tier_from_name(reader.text(from, path, "tier", true));
  if (tier) {
    entry.tier = *tier;
  } else {
    reader.fault(path + "tier", "mapping.tier", "there is no such tier",
                 "write village, township or county");
  }
  return entry;
}

void read_channel(Reader& reader, Mapping& mapping) {
  read_column(reader, "channel", mapping.channel);
  const json::object* from = reader.object(reader.top(), "", "channel");
  mapping.otherwise = {"other", Tier::county};
  if (from == nullptr) return;
  reader.only(*from, "channel.", {"column", "prefixes", "table", "digits", "entry", "otherwise"});
  if (const json::object* entries = reader.object(*from, "channel.", "entry")) {
    for (const auto& item : *entries) {
      const std::string word(item.key().data(), item.key().size());
      if (const json::object* entry = reader.object(*entries, "channel.entry.", word)) {
        mapping.entries[word] = read_entry(reader, *entry, "channel.entry." + word + ".");
      }
    }
  }
  if (const json::object* entry = reader.object(*from, "channel.", "otherwise")) {
    mapping.otherwise = read_entry(reader, *entry, "channel.otherwise.");
  }
}

void read_way(Reader& reader, Mapping& mapping) {
  read_column(reader, "way", mapping.way);
  const json::object* from = reader.object(reader.top(), "", "way");
  if (from == nullptr) return;
  for (const auto& [word, meaning] : reader.table(*from, "way.", "words")) {
    if (meaning == "self" || meaning == "guided" || meaning == "dispatched") {
      mapping.ways[word] = meaning == "self"     ? Way::self
                           : meaning == "guided" ? Way::guided
                                                 : Way::dispatched;
    } else {
      reader.fault("way.words." + word, "mapping.way", "there is no such way",
                   "write self, guided or dispatched");
    }
  }
}

void read_points(Reader& reader, Mapping& mapping) {
  const json::object* from = reader.object(reader.top(), "", "point");
  if (from == nullptr) return;
  reader.only(*from, "point.", {"longitude", "latitude", "decimal", "ignore"});
  mapping.longitude = reader.text(*from, "point.", "longitude", true);
  mapping.latitude = reader.text(*from, "point.", "latitude", true);
  mapping.decimal = one_character(reader, *from, "decimal", '.');
  const json::value* ignore = from->if_contains("ignore");
  if (ignore == nullptr) return;
  const json::array* list = ignore->if_array();
  for (const json::value& item : list != nullptr ? *list : json::array()) {
    const json::array* pair = item.if_array();
    if (pair != nullptr && pair->size() == 2 && (*pair)[0].is_number() && (*pair)[1].is_number()) {
      mapping.ignored_points.push_back(
          {(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()});
    } else {
      reader.fault("point.ignore", "mapping.point", "this is no point",
                   "write [longitude, latitude]");
    }
  }
}

void read_closing(Reader& reader, Mapping& mapping) {
  const json::object* from = reader.object(reader.top(), "", "status");
  if (from == nullptr) return;
  reader.only(*from, "status.", {"column", "closed"});
  mapping.status = reader.text(*from, "status.", "column", true);
  mapping.closed_words = reader.texts(*from, "status.", "closed");
}

void read_flag(Reader& reader, Mapping& mapping) {
  const json::object* from = reader.object(reader.top(), "", "ontime");
  if (from == nullptr) return;
  reader.only(*from, "ontime.", {"column", "on_time", "late"});
  mapping.flag = reader.text(*from, "ontime.", "column", true);
  mapping.flag_on_time = reader.texts(*from, "ontime.", "on_time");
  mapping.flag_late = reader.texts(*from, "ontime.", "late");
  for (const std::string& word : mapping.flag_on_time) {
    if (std::find(mapping.flag_late.begin(), mapping.flag_late.end(), word) ==
        mapping.flag_late.end()) {
      continue;
    }
    reader.fault("ontime.late", "mapping.flag", "\"" + word + "\" is a word for in time, too",
                 "remove it from one of the two");
  }
}

void check_time_form(Reader& reader, const std::string& path, const std::string& form) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != '%') continue;
    ++i;
    if (i < form.size() && time_letters.find(form[i]) != std::string_view::npos) continue;
    reader.fault(path, "mapping.times",
                 i < form.size() ? "a time has no \"%" + form.substr(i, 1) + "\""
                                 : "nothing follows the last %",
                 "use %Y %y %m %d %H %I %M %S %p and literal characters, or rfc3339");
  }
}

void check_times(Reader& reader, const Mapping& mapping) {
  for (std::size_t i = 0; i < mapping.times.size(); ++i)
    check_time_form(reader, fmt::format("times[{}]", i), mapping.times[i]);
  if (!mapping.times.empty()) return;
  reader.fault("times", "mapping.times", "no form of time is given",
               "write such as [\"%Y-%m-%d %H:%M:%S\"]");
}

void read_head(Reader& reader, Mapping& mapping) {
  const json::object& top = reader.top();
  reader.only(top, "",
              {"title",
               "system",
               "zone",
               "separator",
               "times",
               "empty",
               "id",
               "opened",
               "closed",
               "due",
               "status",
               "texts",
               "ontime",
               "category",
               "category_parent",
               "department",
               "department_names",
               "township",
               "grid",
               "channel",
               "way",
               "point",
               "county"});
  mapping.title = reader.text(top, "", "title", true);
  mapping.system = reader.text(top, "", "system", true);
  mapping.zone = reader.text(top, "", "zone", true);
  mapping.separator = one_character(reader, top, "separator", ',');
  mapping.times = reader.texts(top, "", "times");
  mapping.empty = reader.texts(top, "", "empty");
  mapping.id = reader.text(top, "", "id", true);
  mapping.opened = reader.text(top, "", "opened", true);
  mapping.closed = reader.text(top, "", "closed");
  mapping.due = reader.text(top, "", "due");
  check_times(reader, mapping);
  if (!mapping.id.empty() && mapping.id == mapping.opened) {
    reader.fault("opened", "mapping.column_twice", "this is the column of \"id\"",
                 "name the column of the time of opening");
  }
  if (!mapping.zone.empty() && !zone_exists(mapping.zone)) {
    reader.fault("zone", "mapping.zone", "there is no such time zone",
                 "write a name of the IANA database, such as America/New_York");
  }
}

// ---- times -------------------------------------------------------------------------------------

struct Civil {
  int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int half = -1;  // 0 a.m., 1 p.m.
};

bool take_number(std::string_view& text, std::size_t most, int& out) {
  std::size_t length = 0;
  out = 0;
  while (length < most && length < text.size() && is_digit(text[length])) {
    out = out * 10 + (text[length++] - '0');
  }
  text.remove_prefix(length);
  return length > 0;
}

bool take_half(std::string_view& text, Civil& civil) {
  if (text.size() < 2 || std::toupper(static_cast<unsigned char>(text[1])) != 'M') return false;
  const int first = std::toupper(static_cast<unsigned char>(text[0]));
  if (first != 'A' && first != 'P') return false;
  civil.half = first == 'P' ? 1 : 0;
  text.remove_prefix(2);
  return true;
}

bool take_field(char directive, std::string_view& text, Civil& civil) {
  switch (directive) {
  case 'Y': return take_number(text, 4, civil.year);
  case 'y':
    if (!take_number(text, 2, civil.year)) return false;
    civil.year += civil.year < 69 ? 2000 : 1900;  // as POSIX has it
    return true;
  case 'm': return take_number(text, 2, civil.month);
  case 'd': return take_number(text, 2, civil.day);
  case 'H':
  case 'I': return take_number(text, 2, civil.hour);
  case 'M': return take_number(text, 2, civil.minute);
  case 'S': return take_number(text, 2, civil.second);
  case 'p': return take_half(text, civil);
  default: return false;
  }
}

std::optional<Civil> civil_time(std::string_view form, std::string_view text) {
  Civil civil;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '%' && i + 1 < form.size()) {
      if (!take_field(form[++i], text, civil)) return std::nullopt;
    } else if (!text.empty() && text.front() == form[i]) {
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (!text.empty()) return std::nullopt;
  if (civil.half >= 0) civil.hour = civil.hour % 12 + 12 * civil.half;
  return civil;
}

}  // namespace

std::string Spelling::apply(std::string_view text) const {
  std::string word(trimmed(text));
  for (const std::string& prefix : prefixes) {
    if (word.compare(0, prefix.size(), prefix) == 0) {
      word = std::string(trimmed(std::string_view(word).substr(prefix.size())));
      break;
    }
  }
  if (const auto found = table.find(word); found != table.end()) word = found->second;
  if (digits > 0 && !word.empty() && std::all_of(word.begin(), word.end(), is_digit)) {
    word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
    if (word.size() < digits) word.insert(0, digits - word.size(), '0');
  }
  return word;
}

std::string Mapping::value(std::string_view raw) const {
  const std::string_view word = trimmed(raw);
  return std::find(empty.begin(), empty.end(), word) != empty.end() ? std::string()
                                                                    : std::string(word);
}

std::optional<Instant> Mapping::time(std::string_view word) const {
  for (const std::string& form : times) {
    try {
      if (form == "rfc3339") return parse_instant(word);
      const auto civil = civil_time(form, word);
      if (!civil) continue;
      return parse_local(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", civil->year,
                                     civil->month, civil->day, civil->hour, civil->minute,
                                     civil->second),
                         zone);
    } catch (const Error&) {
      continue;  // such as the 31st of June
    }
  }
  return std::nullopt;
}

Mapping read_mapping(std::string_view text) {
  Reader reader(text);
  Mapping mapping;
  read_head(reader, mapping);
  read_closing(reader, mapping);
  read_flag(reader, mapping);
  if (const json::object* texts = reader.object(reader.top(), "", "texts")) {
    reader.only(*texts, "texts.", {"title", "text", "address", "reply"});
    mapping.case_title = reader.text(*texts, "texts.", "title");
    mapping.text = reader.text(*texts, "texts.", "text");
    mapping.address = reader.text(*texts, "texts.", "address");
    mapping.reply = reader.text(*texts, "texts.", "reply");
  }
  read_column(reader, "category", mapping.category);
  read_column(reader, "category_parent", mapping.category_parent);
  read_column(reader, "department", mapping.department);
  mapping.names = reader.table(reader.top(), "", "department_names");
  read_units(reader, "township", mapping.township);
  read_units(reader, "grid", mapping.grid);
  read_channel(reader, mapping);
  read_way(reader, mapping);
  read_points(reader, mapping);
  if (const json::object* county = reader.object(reader.top(), "", "county")) {
    reader.only(*county, "county.", {"code", "name"});
    mapping.county_code = reader.text(*county, "county.", "code", true);
    mapping.county_name = reader.text(*county, "county.", "name", true);
  }
  reader.finish();
  return mapping;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) noexcept {
  for (const char c : text) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 0x100000001b3U;  // FNV-1a
  }
  return seed;
}

std::string code_for(std::string_view prefix, std::string_view text, std::size_t most) {
  std::string code(prefix);
  bool lossless = true;
  for (const char c : text) {
    const bool plain = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '_' || c == '-';
    lossless = lossless && plain;
    if (plain) {
      code.push_back(c);
    } else if (code.size() > prefix.size() && code.back() != '-') {
      code.push_back('-');
    }
  }
  if (lossless && code.size() <= most) return code;
  if (code.size() > most - 9) code.resize(most - 9);
  return fmt::format("{}.{:08x}", code, static_cast<std::uint32_t>(hash_of(text)));
}

}  // namespace gridcase::cli::replay
