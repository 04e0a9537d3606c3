#pragma once
// The fields of an action as options: --note TEXT, --order unit=…,role=lead, --due TIME …

#include "command.hpp"
#include "session.hpp"

#include <gridcase/action.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

// What is typed: any number of values for each field, by the place of the field in the table.
class FieldValues {
public:
  FieldValues();
  // Adds the options of a report only, or of every action.
  void add_report_options(Command& command);
  void add_all_options(Command& command);

  // Sets what was typed by the actor at that time: cases are those of the session, and so are the
  // units below one.
  void apply(Action& action, const Session& session, const Actor& actor, Instant now) const;

private:
  struct Value {
    std::string text;
    std::vector<std::string> list;
    bool flag = false;
  };
  void add_options(Command& command, bool report_only);

  std::vector<Value> values_;
};

}  // namespace gridcase::cli
