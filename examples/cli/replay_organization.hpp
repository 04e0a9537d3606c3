#pragma once
// The organization a table of requests is replayed in: made of what the rows name and of polygons,
// or one that is ready.

#include "replay_source.hpp"

#include <gridcase/policy.hpp>

#include <map>
#include <set>
#include <string>
#include <utility>

namespace gridcase::cli::replay {

// From what the rows write to codes of the organization; an empty code where there is none.
struct Codes {
  std::string center;
  std::map<std::string, std::string> townships, grids, departments;
  std::map<std::pair<std::string, std::string>, std::string> categories;  // by parent and name
  std::string otherwise;          // category of what has none
  std::set<std::string> by_rows;  // grids that stand under the township the rows name

  static std::string find(const std::map<std::string, std::string>& codes,
                          const std::string& value);
  std::string category(const Request& request) const;
};

struct Setting {
  Policy policy;
  Codes codes;
};

// Made of the values and of the GeoJSON files of the mapping, looked for in `folders` in turn.
Setting make_setting(const Mapping& mapping, const Values& values,
                     const std::vector<std::string>& folders);

// A ready one: what the rows write is a code or a name of it.
Setting use_setting(Policy policy);

}  // namespace gridcase::cli::replay
