// Lines about scores and stars: what is entered, frozen, and expected.

#include "raw_json.hpp"
#include "script_reader.hpp"

#include <gridcase/scoring.hpp>

namespace gridcase::cli {

void ScriptReader::read_assess(ScriptLine& line, std::string_view text) {
  line.kind = ScriptLine::Kind::assess;
  check_keys(line.object, script_keys::assess);
  read_time(line, true);
  read_actor(line);
  for (const char* key : {"give_marks", "freeze"}) {
    const Object* what = object_of(line.object, key, false);
    if (what == nullptr) continue;
    const std::string path = std::string(key) + ".";
    check_keys(*what, script_keys::assessed_period, path);
    text_of(*what, "rules", true, path);
    text_of(*what, "period", true, path);
    line.document = raw_member(raw_member(text, key), "marks");
    if (key != std::string_view("freeze")) check_list(*what, "marks");
  }
  if (const Object* stars = object_of(line.object, "give_stars", false)) {
    check_keys(*stars, script_keys::starred, "give_stars.");
    text_of(*stars, "scheme", true, "give_stars.");
    line.document = raw_member(raw_member(text, "give_stars"), "events");
    check_list(*stars, "events");
  }
  if (const Object* expect = object_of(line.object, "expect", false)) {
    check_keys(*expect, script_keys::assess_expect, "expect.");
    if (const Value* error = expect->if_contains("error"))
      check_one_of(error_words(), "error", "expect.error", *error);
  }
}

void ScriptReader::read_scores_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_scores);
  check_list(line.object, "expect_scores");
  text_of(line.object, "rules", true);
  text_of(line.object, "period", true);
  read_time(line, false);
  read_actor(line, false);
}

void ScriptReader::read_stars_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_stars);
  object_of(line.object, "expect_stars", true);
  text_of(line.object, "scheme", true);
  text_of(line.object, "on", true);
  read_actor(line, false);
}

}  // namespace gridcase::cli
