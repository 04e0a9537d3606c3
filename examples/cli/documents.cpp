#include "documents.hpp"
#include "failure.hpp"
#include "text.hpp"

#include <gridcase/error.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace gridcase::cli {
namespace {

std::string slurp(std::istream& in) {
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

std::string read_bytes(const std::string& path, std::string_view field) {
  const Subject subject{std::string(field), path};
  if (path == "-") return slurp(std::cin);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) throw Failure("file_missing", subject);
  if (std::filesystem::is_directory(path, error)) throw Failure("file_is_folder", subject);
  std::ifstream in(path, std::ios::binary);
  std::string text = in ? slurp(in) : std::string();
  if (!in || in.bad()) throw Failure("file_unreadable", subject, {std::strerror(errno)});
  return text;
}

// Whether a time ends with an offset: "Z", "+08:00" or "-03:30" behind the clock time.
bool has_offset(std::string_view text) {
  if (text.size() < 7) return false;
  if (text.back() == 'Z' || text.back() == 'z') return true;
  const char sign = text[text.size() - 6];
  return text[text.size() - 3] == ':' && (sign == '+' || sign == '-') && text.size() > 16;
}

bool is_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

bool parse_double(std::string_view text, double& out) {
  // strtod minds the locale, which this program never sets.
  const std::string copy(text);
  char* end = nullptr;
  out = std::strtod(copy.c_str(), &end);
  return !copy.empty() && end == copy.c_str() + copy.size();
}

// Where the next "key=" of a known key begins behind a comma; npos if nowhere.
std::size_t next_pair(std::string_view text, std::size_t from,
                      const std::vector<std::string>& keys) {
  for (std::size_t at = text.find(',', from); at != std::string_view::npos;
       at = text.find(',', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    const bool known = std::any_of(keys.begin(), keys.end(), [rest](const std::string& key) {
      return rest.size() > key.size() && rest.substr(0, key.size()) == key &&
             rest[key.size()] == '=';
    });
    if (known) return at;
  }
  return std::string_view::npos;
}

// Members of a policy by themselves. Form only: what they mean is checked with the organization
// they are for.
Policy read_part(const std::string& members) {
  return read_policy("{\"name\":\"\"," + members +
                     ",\"organization\":{\"code\":\"000000\",\"name\":\"-\","
                     "\"time_zone\":\"UTC\",\"units\":[]}}");
}

const std::vector<std::string> programme_keys{"campaigns",   "patrol_lists", "intake",
                                              "alert_types", "site_lists",   "duplicates",
                                              "platforms",   "scoring",      "ratings"};

Policy read_programmes(const std::string& file) {
  boost::json::error_code error;
  const boost::json::value document = boost::json::parse(read_text(file, "--programmes"), error);
  if (error || !document.is_object()) {
    throw DocumentError(
        file, {{Severity::error, "programmes.form", "",
                error ? "is not JSON: " + error.message() : "is not an object",
                "write {\"campaigns\": […], \"patrol_lists\": […], \"platforms\": […]}"}});
  }
  std::string members = "\"rules\":{}";
  std::vector<Fault> faults;
  for (const auto& member : document.get_object()) {
    const std::string key(member.key());
    if (std::find(programme_keys.begin(), programme_keys.end(), key) == programme_keys.end()) {
      faults.push_back({Severity::error, "programmes.unknown_key", key, "is not known here",
                        "use one of: " + joined(programme_keys)});
    }
    members += ",\"" + key + "\":" + boost::json::serialize(member.value());
  }
  if (!faults.empty()) throw DocumentError(file, faults);
  return read_part(members);
}

// Adds it, or puts it in the place of the same one.
template <typename Item, typename Same>
void put(std::vector<Item>& items, Item item, Same is_same) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& one) { return is_same(one, item); });
  if (found == items.end()) {
    items.push_back(std::move(item));
  } else {
    *found = std::move(item);
  }
}

}  // namespace

std::string read_text(const std::string& path, std::string_view field) {
  std::string text = read_bytes(path, field);
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.compare(0, mark.size(), mark) == 0) text.erase(0, mark.size());
  const std::size_t bad = find_invalid_utf8(text);
  if (bad != std::string::npos) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    throw Failure("file_not_utf8", Subject{std::string(field), path}, {std::to_string(line)});
  }
  return text;
}

Policy read_policy_file(const std::string& path) { return read_policy(read_text(path)); }

Policy read_policy_files(const PolicyFiles& files) {
  return with_policy_files(read_policy_file(files.document), files);
}

Policy with_policy_files(Policy policy, const PolicyFiles& files) {
  if (!files.time.empty())
    policy.time = read_part("\"time\":" + read_text(files.time, "--time")).time;
  if (!files.programmes.empty()) {
    Policy part = read_programmes(files.programmes);
    policy.campaigns = std::move(part.campaigns);
    policy.patrol_lists = std::move(part.patrol_lists);
    policy.intake = std::move(part.intake);
    policy.alert_types = std::move(part.alert_types);
    policy.site_lists = std::move(part.site_lists);
    policy.duplicates = part.duplicates;
    policy.platforms = std::move(part.platforms);
    policy.scoring = std::move(part.scoring);
    policy.ratings = std::move(part.ratings);
  }
  const auto is_same_code = [](const auto& a, const auto& b) { return a.code == b.code; };
  for (const std::string& file : files.holidays)
    put(policy.time.holidays, read_holidays(read_text(file, "--holidays")), is_same_code);
  for (const std::string& file : files.scoring)
    put(policy.scoring, read_score_rules(read_text(file, "--scoring")),
        [](const ScoreRules& a, const ScoreRules& b) {
          return a.code == b.code && a.valid_from == b.valid_from;
        });
  for (const std::string& file : files.ratings)
    put(policy.ratings, read_rating_scheme(read_text(file, "--stars")), is_same_code);
  return policy;
}

Actor parse_actor(std::string_view field, std::string_view text) {
  Actor actor;
  std::string* parts[] = {&actor.unit, &actor.person, &actor.post};
  std::size_t part = 0;
  for (const char c : text) {
    if (c != '/') {
      *parts[part] += c;
    } else if (++part == 3) {
      throw Failure("not_an_actor", std::string(field), {std::string(text)});
    }
  }
  if (actor.unit.empty()) throw Failure("not_an_actor", std::string(field), {std::string(text)});
  return actor;
}

Point parse_point(std::string_view field, std::string_view text) {
  Point point;
  const std::size_t comma = text.find(',');
  const bool numbers = comma != std::string_view::npos &&
                       parse_double(text.substr(0, comma), point.longitude) &&
                       parse_double(text.substr(comma + 1), point.latitude);
  if (!numbers || !is_valid(point)) {
    throw Failure("not_a_point", std::string(field), {std::string(text)});
  }
  return point;
}

Instant parse_time(std::string_view field, const std::string& text, const std::string& zone) {
  try {
    if (has_offset(text)) return parse_instant(text);
    return parse_local(is_date(text) ? text + " 00:00" : text, zone);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) throw;
    if (!zone_exists(zone)) throw Failure("no_zone", std::string(field), {zone});
    throw Failure("not_a_time", std::string(field), {text});
  }
}

std::int64_t parse_integer(std::string_view field, std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) {
    throw Failure("not_a_number", std::string(field), {std::string(text)});
  }
  return number;
}

gridcase::Subject parse_subject(std::string_view field, const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
    throw Failure("not_subject", std::string(field), {text});
  }
  return {text.substr(0, colon), text.substr(colon + 1), {}};
}

Nature parse_nature(std::string_view field, const std::string& text) {
  if (const auto nature = nature_from_name(text)) return *nature;
  std::vector<std::string> words;
  for (auto one = Nature::ordinary; one <= Nature::article;
       one = static_cast<Nature>(static_cast<int>(one) + 1))
    words.emplace_back(name(one));
  throw Failure("unknown_word", std::string(field), {text, joined(words)});
}

bool parse_yes_no(std::string_view field, std::string_view text) {
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  throw Failure("not_yes_no", std::string(field), {std::string(text)});
}

std::vector<std::pair<std::string, std::string>>
parse_pairs(std::string_view field, std::string_view text, const std::vector<std::string>& keys) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t next = next_pair(text, at, keys);
    const std::string_view pair = text.substr(at, next - at);
    const std::size_t equals = pair.find('=');
    const std::string key(pair.substr(0, equals));
    if (equals == std::string_view::npos ||
        std::find(keys.begin(), keys.end(), key) == keys.end()) {
      throw Failure("not_pairs", std::string(field), {std::string(pair), joined(keys)});
    }
    pairs.emplace_back(key, pair.substr(equals + 1));
    at = next == std::string_view::npos ? text.size() + 1 : next + 1;
  }
  return pairs;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

Instant wall_clock() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

}  // namespace gridcase::cli
