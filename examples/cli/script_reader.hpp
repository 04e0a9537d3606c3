#pragma once
// Reads a script: checks one line after the other and keeps what is wrong with them.
// script.cpp reads lines that do something, script_expectations.cpp those that expect something.

#include "script.hpp"
#include "script_words.hpp"

#include <gridcase/error.hpp>

namespace gridcase::cli {

class ScriptReader {
public:
  using ZoneOf = std::function<std::string(const std::string&)>;
  ScriptReader(const std::string& file, const ZoneOf& zone_of) : zone_of_(zone_of) {
    script_.file = file;
  }

  Script read(const std::string& text);

private:
  using Object = boost::json::object;
  using Value = boost::json::value;

  void read_line(std::string_view text);
  void repeat_line(const Object& object, std::string_view text);
  void read_one(std::string_view text, std::int32_t repetition, Duration later);
  bool read_kind(ScriptLine& line, std::string_view text);
  void read_header(const Object& object, std::string_view text);
  void read_step(ScriptLine& line, std::string_view text);
  void read_names(ScriptLine& line);
  void read_action_of(ScriptLine& line, std::string_view text);
  // Entries of "orders" that are for everything below a unit.
  std::vector<Subtree> read_subtrees(Object& action);
  void read_action_text(ScriptLine& line, const std::string& path, std::string_view text);
  void read_tick(ScriptLine& line);
  void read_govern(ScriptLine& line);
  void read_bulk(ScriptLine& line, std::string_view text);
  void read_patrol_line(ScriptLine& line, std::string_view text);
  void read_receive(ScriptLine& line, std::string_view text);
  void read_roads_line(ScriptLine& line);
  void read_raise(ScriptLine& line, std::string_view text);
  void read_assess(ScriptLine& line, std::string_view text);

  // False if the line expects nothing.
  bool read_expectation(ScriptLine& line);
  void read_case_expectation(ScriptLine& line);
  void read_order_expectation(ScriptLine& line);
  void read_clock_expectation(ScriptLine& line);
  void read_allowed_expectation(ScriptLine& line);
  void read_cases_expectation(ScriptLine& line);
  void read_board_expectation(ScriptLine& line);
  void read_log_expectation(ScriptLine& line);
  void read_responsible_expectation(ScriptLine& line);
  void read_sums_expectation(ScriptLine& line);
  void read_nearest_expectation(ScriptLine& line);
  void read_proposal_expectation(ScriptLine& line);
  void read_providers_expectation(ScriptLine& line);
  void read_ratings_expectation(ScriptLine& line);
  void read_roll_up_expectation(ScriptLine& line);
  void read_intake_expectation(ScriptLine& line);
  void read_coverage_expectation(ScriptLine& line);
  void read_duty_expectation(ScriptLine& line);
  void read_public_expectation(ScriptLine& line);
  void read_outbox_expectation(ScriptLine& line);
  void read_scores_expectation(ScriptLine& line);
  void read_stars_expectation(ScriptLine& line);

  void check_keys(const Object& object, const KeySet& known, const std::string& path = {});
  void check_words(const Object& object, const char* key, bool states);
  void check_fields(const Object* object, const std::string& path, bool of_answer);
  void check_word(const std::string& key, const std::string& path, const Value& value);
  void check_one_of(const std::vector<std::string>& known, const std::string& key,
                    const std::string& path, const Value& value);
  void check_one_of(const Object& object, const char* key, const std::vector<std::string>& known);
  void check_list(const Object& object, const char* key);
  void check_count(const Object* object);
  void check_said(const Object* object);
  void check_elapsed(const Value* value);
  void check_duration(const std::string& path, const std::string& text);

  std::string beside(const std::string& path) const;
  std::string text_of(const Object& object, const char* key, bool required,
                      const std::string& path = {});
  const Object* object_of(const Object& object, const char* key, bool required);
  std::int32_t whole_number_of(const Object& object, const char* key, std::int32_t otherwise);
  std::vector<std::string> texts_of(const Object& object, const char* key,
                                    const std::string& path = {});
  void read_time(ScriptLine& line, bool required);
  void read_actor(ScriptLine& line, bool required = true);
  void need_case(const std::string& name, const char* key);
  void name_case(const std::string& name, const char* key);
  void keep_faults(const std::string& path, const std::vector<Fault>& faults);
  void fault(std::string code, const std::string& field, std::string message, std::string fix);

  Script script_;
  const ZoneOf& zone_of_;
  std::string zone_ = "UTC";
  int number_ = 0;
  std::set<std::string> cases_;
  std::vector<Fault> faults_;
};

}  // namespace gridcase::cli
