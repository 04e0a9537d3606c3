#pragma once
// A store opened for one command.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/engine.hpp>

#include <string>
#include <string_view>

namespace gridcase::cli {

enum class Access { read, write };

// A folder is no store: Failure exit_store.
void need_no_folder(const std::string& file);
// Opens the store. Throws Failure exit_store when there is none, or one that is damaged.
Engine open_store(const std::string& file, const EngineOptions& options);
Engine open_store(const std::string& file, Access access);

class Session {
public:
  Session(const Output& output, const std::string& file, Access access);
  Session(const Output& output, Engine engine);

  Engine engine;
  Names names;

  // Takes the names of units that were formed since.
  void refresh_names();

  // Who asks: UNIT[/PERSON[/POST]], the county's command centre if empty.
  Actor reader(const std::string& by) const;
  // A time as typed, the wall clock if empty.
  Instant when(const std::string& at) const;
  // A case given by id or by number in this field. Throws Failure exit_refused when there is none
  // that the actor may see.
  CaseId find_case(const std::string& text, const Actor& actor,
                   std::string_view field = "CASE") const;
};

// The directory of a store, or of an organization or policy document.
Directory open_directory(const std::string& file);

}  // namespace gridcase::cli
