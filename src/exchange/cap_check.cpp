#include "exchange/cap_text.hpp"
#include "exchange/cap_words.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace gridcase {

namespace {

using exchange::all_words;
using exchange::is_word;

bool is_language(std::string_view text) {
  std::size_t length = 0;  // of the part; parts have 1 … 8 characters, the first has letters only
  bool first = true;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
    } else if (++length > 8 || !(letter || (!first && c >= '0' && c <= '9'))) {
      return false;
    }
  }
  return length > 0;
}

bool has_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

// Of a number with an index: "info[3]".
std::string at(const std::string& path, const char* element, std::size_t index) {
  return (path.empty() ? "" : path + ".") + element + "[" + std::to_string(index) + "]";
}

class CapCheck {
public:
  explicit CapCheck(const CapAlert& alert) : alert_(alert) {}

  std::vector<Fault> run() && {
    check_head();
    check_readers();
    check_references();
    for (std::size_t i = 0; i < alert_.infos.size(); ++i)
      check_info(alert_.infos[i], at("", "info", i));
    return std::move(faults_);
  }

private:
  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, "cap." + code, std::move(path), std::move(message), std::move(fix)});
  }
  void warning(std::string code, std::string path, std::string message, std::string fix) {
    error(std::move(code), std::move(path), std::move(message), std::move(fix));
    faults_.back().severity = Severity::warning;
  }

  void check_head() {
    check_token(alert_.identifier, "identifier");
    check_token(alert_.sender, "sender");
    check_time(alert_.sent, "sent");
    check_word(exchange::cap_statuses, alert_.status, "status");
    check_word(exchange::cap_types, alert_.type, "msgType");
    check_word(exchange::cap_scopes, alert_.scope, "scope");
    if (alert_.status == CapStatus::exercise && alert_.note.empty()) {
      warning("note_missing", "note", "an exercise says in its note which exercise it is",
              "write a note");
    }
  }

  void check_readers() {
    if (alert_.scope == CapScope::restricted && alert_.restriction.empty()) {
      error("restriction_missing", "restriction", "a restricted message has no rule for whom it is",
            "write the restriction, or make the scope Public");
    }
    if (alert_.scope == CapScope::closed && alert_.addresses.empty()) {
      error("addresses_missing", "addresses", "a private message is addressed to nobody",
            "write the addresses, or make the scope Public");
    }
    check_list(alert_.addresses, "addresses");
    check_list(alert_.incidents, "incidents");
  }

  void check_references() {
    for (std::size_t i = 0; i < alert_.references.size(); ++i) {
      const auto& reference = alert_.references[i];
      const std::string path = at("", "references", i);
      check_token(reference.sender, path);
      check_token(reference.identifier, path);
      check_time(reference.sent, path);
    }
    if (alert_.type != CapMessageType::alert && alert_.references.empty()) {
      warning("references_missing", "references",
              std::string(name(alert_.type)) + " says nothing of the message it is about",
              "refer to that message");
    }
  }

  void check_info(const CapInfo& info, const std::string& path) {
    if (!info.language.empty() && !is_language(info.language)) {
      error("language", path + ".language", "this is no code of a language",
            "write one such as zh-CN (RFC 3066)");
    }
    if (info.categories.empty()) {
      error("required", path + ".category", "category is missing", "give at least one");
    }
    for (const auto category : info.categories)
      check_word(exchange::cap_categories, category, path + ".category");
    require(info.event, path + ".event");
    for (const auto response : info.responses)
      check_word(exchange::cap_responses, response, path + ".responseType");
    check_word(exchange::cap_urgencies, info.urgency, path + ".urgency");
    check_word(exchange::cap_severities, info.severity, path + ".severity");
    check_word(exchange::cap_certainties, info.certainty, path + ".certainty");
    check_times(info, path);
    check_uri(info.web, path + ".web");
    for (std::size_t i = 0; i < info.resources.size(); ++i)
      check_resource(info.resources[i], at(path, "resource", i));
    for (std::size_t i = 0; i < info.areas.size(); ++i)
      check_area(info.areas[i], at(path, "area", i));
  }

  void check_times(const CapInfo& info, const std::string& path) {
    if (info.effective) check_time(*info.effective, path + ".effective");
    if (info.onset) check_time(*info.onset, path + ".onset");
    if (!info.expires) return;
    check_time(*info.expires, path + ".expires");
    const auto begins = info.effective.value_or(alert_.sent).instant;
    if (info.expires->instant < begins) {
      warning("expires_early", path + ".expires", "it expires before it takes effect",
              "correct expires or effective");
    }
  }

  void check_resource(const CapResource& resource, const std::string& path) {
    require(resource.description, path + ".resourceDesc");
    require(resource.mime_type, path + ".mimeType");
    if (resource.size_in_bytes.value_or(0) < 0) {
      error("size", path + ".size", "no file has fewer than 0 bytes", "correct it or leave it out");
    }
    check_uri(resource.uri, path + ".uri");
  }

  void check_area(const CapArea& area, const std::string& path) {
    require(area.description, path + ".areaDesc");
    for (std::size_t i = 0; i < area.polygons.size(); ++i)
      check_polygon(area.polygons[i], at(path, "polygon", i));
    for (std::size_t i = 0; i < area.circles.size(); ++i)
      check_circle(area.circles[i], at(path, "circle", i));
    for (std::size_t i = 0; i < area.geocodes.size(); ++i) {
      if (area.geocodes[i].name.empty()) {
        warning("system_missing", at(path, "geocode", i) + ".valueName",
                "a code without its system cannot be understood", "name the system of codes");
      }
    }
    check_height(area.altitude_in_feet, path + ".altitude");
    check_height(area.ceiling_in_feet, path + ".ceiling");
    if (area.ceiling_in_feet && !area.altitude_in_feet) {
      error("ceiling_alone", path + ".ceiling", "a ceiling stands without an altitude",
            "give the altitude where the ground of the area begins");
    }
  }

  void check_polygon(const Ring& ring, const std::string& path) {
    const bool closed = ring.size() > 1 && ring.front() == ring.back();
    if (ring.size() < (closed ? 4U : 3U)) {
      error("polygon_short", path, "a polygon has fewer than three corners",
            "give at least three points, and the first once more at the end");
    }
    if (!std::all_of(ring.begin(), ring.end(), [](Point point) { return is_valid(point); })) {
      error("point", path, "a point lies outside of the earth",
            "write latitude,longitude in degrees");
    }
  }

  void check_circle(CapCircle circle, const std::string& path) {
    if (!is_valid(circle.centre)) {
      error("point", path, "the centre lies outside of the earth",
            "write latitude,longitude in degrees");
    }
    if (!std::isfinite(circle.radius_in_kilometres) || circle.radius_in_kilometres < 0) {
      error("radius", path, "this is no radius", "write kilometres, 0 or more");
    }
  }

  void check_height(const std::optional<double>& feet, const std::string& path) {
    if (!feet) return;
    // A reader of XML Schema must take so many digits of a decimal number, and many take no more.
    constexpr std::size_t longest = 18;
    if (!std::isfinite(*feet) || exchange::written(std::abs(*feet)).size() > longest) {
      error("height", path, "this is no height, or one of more than 17 digits",
            "write feet above mean sea level, rounded to hundredths");
    }
  }

  void check_token(const std::string& text, const std::string& path) {
    if (text.empty()) {
      error("required", path, path + " is missing", "give it");
    } else if (has_any(text, " \t\r\n,<&")) {
      error("token", path, "a blank, a comma, < or & stands in it, which references cannot carry",
            "take it out");
    }
  }

  void check_list(const std::vector<std::string>& texts, const std::string& path) {
    const auto bad = [](const std::string& text) {
      return text.empty() || text.find('"') != std::string::npos;
    };
    if (std::any_of(texts.begin(), texts.end(), bad)) {
      error("list", path, "one is empty or holds a quotation mark", "take it out");
    }
  }

  void check_uri(const std::string& uri, const std::string& path) {
    if (has_any(uri, " \t\r\n<>\"")) {
      error("uri", path, "a blank, < > or a quotation mark stands in it",
            "write it in percent code (RFC 3986)");
    }
  }

  void check_time(CapTime time, const std::string& path) {
    if (std::abs(time.offset_in_minutes) > 840) {
      error("offset", path, "no zone is more than 14 hours from UTC",
            "give the offset in minutes, 480 in China");
    } else if (time.instant != std::chrono::floor<std::chrono::seconds>(time.instant)) {
      error("fraction", path, "CAP knows whole seconds only", "cut it off, as cap_time does");
    } else if (time.instant < parse_instant("1901-01-01T00:00:00Z") ||
               time.instant >= parse_instant("2500-01-01T00:00:00Z")) {
      error("year", path, "it is not between 1901 and 2499", "correct the time");
    }
  }

  template <typename Words, typename Enum>
  void check_word(const Words& words, Enum value, const std::string& path) {
    if (is_word(words, value)) return;
    error("unknown_word", path, "this value has no word in CAP", "use one of: " + all_words(words));
  }

  void require(const std::string& text, const std::string& path) {
    if (text.empty()) error("required", path, path + " is missing", "give it");
  }

  const CapAlert& alert_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> validate(const CapAlert& alert) { return CapCheck(alert).run(); }

}  // namespace gridcase
