// Lines about what comes in: alerts, totals, coverage, and what the public may see.

#include "raw_json.hpp"
#include "script_reader.hpp"

namespace gridcase::cli {

// "becomes" names the case that the alert makes, if it makes one.
void ScriptReader::read_raise(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::raise;
  check_keys(line.object, script_keys::raise);
  read_time(line, true);
  read_actor(line);
  line.case_name = text_of(line.object, "as", false);
  line.names_case = !line.case_name.empty();
  if (line.names_case) name_case(line.case_name, "as");
  line.other = text_of(line.object, "becomes", false);
  if (!line.other.empty()) name_case(line.other, "becomes");
  if (object_of(line.object, "raise", true) != nullptr)
    read_action_text(line, "raise", raw_member(text, "raise"));
  if (const Object* expect = object_of(line.object, "expect", false))
    check_keys(*expect, script_keys::raise_expect, "expect.");
}

void ScriptReader::read_intake_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_intake);
  check_list(line.object, "expect_intake");
  read_actor(line, false);
}

void ScriptReader::read_coverage_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_coverage);
  text_of(line.object, "expect_coverage", true);
  read_actor(line, false);
}

void ScriptReader::read_duty_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_duty);
  read_time(line, false);
  if (const Object* duty = object_of(line.object, "expect_duty", true))
    check_keys(*duty, script_keys::duty_expect, "expect_duty.");
}

void ScriptReader::read_public_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_public);
  line.case_name = text_of(line.object, "expect_public", true);
  need_case(line.case_name, "expect_public");
}

}  // namespace gridcase::cli
