#pragma once
// A call of `gridcase_call`: it reads all its parameters, so that all faults are known, and gives
// the work that is left to do.

#include "base/json_writer.hpp"

#include <gridcase/engine.hpp>

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace gridcase::c_api {

class Request;

// What a call works with.
struct Context {
  Engine* engine = nullptr;     // never null in calls that need one
  std::string zone = "UTC";     // in which times are written: the organization's
  std::istream* in = nullptr;   // of calls that import
  std::ostream* out = nullptr;  // of calls that export
};

// Writes the answer, one JSON value.
using Work = std::function<void(Context&, base::JsonWriter&)>;

enum class Needs : unsigned char { nothing, engine };
// What becomes of the file of a call.
enum class File : unsigned char { none, read, written };

struct Call {
  const char* name;
  Needs needs;
  Work (*read)(Request&);
  File file = File::none;
};

using Calls = std::vector<Call>;

// The calls, by subject. Each list is in the file of its name.
Calls acting_calls();
Calls case_calls();
Calls time_calls();
Calls governing_calls();
Calls responding_calls();
Calls intake_calls();
Calls figure_calls();
Calls score_calls();
Calls organization_calls();
Calls document_calls();
Calls lifecycle_calls();
Calls monitor_calls();
Calls export_calls();
Calls import_calls();

// All of them, by name. Made at first use.
const Calls& all_calls();
// Null for an unknown name.
const Call* find_call(std::string_view name);

}  // namespace gridcase::c_api
