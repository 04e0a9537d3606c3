#pragma once
// Reads what people hand to the command line: files, times, actors, numbers. Every function throws
// Failure that names the field and the fix; documents of the library throw DocumentError.

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gridcase::cli {

// The whole file as UTF-8 without a byte order mark; "-" is standard input. `field` is what named
// it.
std::string read_text(const std::string& path, std::string_view field = "DOC");
// A policy, or an organization alone with default rules.
Policy read_policy_file(const std::string& path);

// A policy in parts: calendars, milestones and limits are kept apart from the organization, and so
// are campaigns and patrol lists; holiday tables, which are the same for all counties, from all.
struct PolicyFiles {
  std::string document;  // a policy, or an organization
  std::string time;      // what takes the place of the policy's `time`; may be empty
  std::vector<std::string>
      holidays;            // tables that are added, or take the place of one of their code
  std::string programmes;  // campaigns and patrol lists, likewise; may be empty
  std::vector<std::string> scoring = {};  // rules for scores, added likewise by code and day
  std::vector<std::string> ratings = {};  // star schemes, by code
};
Policy read_policy_files(const PolicyFiles& files);
// The policy with the parts that are named; `document` is not read.
Policy with_policy_files(Policy policy, const PolicyFiles& files);

// UNIT[/PERSON[/POST]].
Actor parse_actor(std::string_view field, std::string_view text);
// LONGITUDE,LATITUDE.
Point parse_point(std::string_view field, std::string_view text);
// RFC 3339 with an offset, or a civil time in the zone.
Instant parse_time(std::string_view field, const std::string& text, const std::string& zone);
std::int64_t parse_integer(std::string_view field, std::string_view text);
// A kind of matter by its name.
// KIND:CODE of a thing that cases are about.
gridcase::Subject parse_subject(std::string_view field, const std::string& text);
Nature parse_nature(std::string_view field, const std::string& text);
// "yes" or "no".
bool parse_yes_no(std::string_view field, std::string_view text);

// key=value,key=value with these keys. A comma belongs to the value unless a known key follows it.
std::vector<std::pair<std::string, std::string>>
parse_pairs(std::string_view field, std::string_view text, const std::vector<std::string>& keys);

// "a, b, c".
std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ");

// The wall clock; only the command line, as the host, reads it.
Instant wall_clock();

}  // namespace gridcase::cli
