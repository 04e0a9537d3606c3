#pragma once
// What the columns of a city's table of requests mean. Data, so that another city needs a file and
// no change of code; examples/boston/README.md describes every key.

#include <gridcase/action.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::cli::replay {

// Makes one spelling out of many: "Ward 3", "3" and "03" become "03".
struct Spelling {
  std::vector<std::string> prefixes;         // the first that fits is taken away
  std::map<std::string, std::string> table;  // then looked up, if it is there
  std::size_t digits = 0;                    // then numbers are filled up with zeros to this length

  std::string apply(std::string_view text) const;
};

// A column and how its values are spelt.
struct Column {
  std::string name;  // empty: the city has none
  Spelling spelling;
};

// Units that the rows name, and where their ground comes from.
struct UnitColumn : Column {
  std::string file;    // GeoJSON; empty when they are known by name only
  std::string code;    // its property for the code
  std::string parent;  // its property for the unit above
  std::string label;   // "Ward {}"; the code alone if empty
};

// How a request comes in.
struct Entry {
  std::string channel;
  Tier tier = Tier::county;
};

// How a request is solved, where the city says so.
enum class Way : std::uint8_t { dispatched, guided, self };

struct Mapping {
  std::string title;
  std::string system;  // for external ids
  std::string zone;
  char separator = ',';
  std::vector<std::string> times;  // "%d/%m/%Y %H:%M", or "rfc3339"
  std::vector<std::string> empty;  // words that mean nothing is known; blanks always do
  std::string id, opened, closed, due;
  std::string status;  // column; empty: closed is what has a time of closing
  std::vector<std::string> closed_words;
  std::string flag;  // column that says whether it was in time; empty: the city has none
  std::vector<std::string> flag_on_time, flag_late;
  std::string case_title, text, address, reply;
  Column category, category_parent, department;
  UnitColumn township, grid;
  Column channel;
  std::map<std::string, Entry> entries;
  Entry otherwise;
  Column way;
  std::map<std::string, Way> ways;
  std::string longitude, latitude;
  char decimal = '.';
  std::vector<Point> ignored_points;         // where a geocoder puts what it does not find
  std::string county_code, county_name;      // of the organization that is made
  std::map<std::string, std::string> names;  // of departments, by what the rows write

  // Trimmed; empty if it is a word for nothing.
  std::string value(std::string_view raw) const;
  // Nothing if the text is no time in any of the forms.
  std::optional<Instant> time(std::string_view word) const;
};

// \throws DocumentError with all faults.
Mapping read_mapping(std::string_view json);

// A code of the library's alphabet for any text, at most `most` characters; different texts that
// would look alike keep apart by a hash.
std::string code_for(std::string_view prefix, std::string_view text, std::size_t most = 32);

std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325U) noexcept;

}  // namespace gridcase::cli::replay
