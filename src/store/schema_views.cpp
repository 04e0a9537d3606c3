#include "store/schema_views.hpp"

#include "store/schema_ocel.hpp"

#include <string>
#include <vector>

namespace gridcase::store {
namespace {

struct Column {
  enum class Kind { plain, code, word, time, yes };
  std::string name;  // in the view
  Kind kind = Kind::plain;
  std::string source;  // in the table; as the name if empty
  std::string domain;  // of a word
};

using Kind = Column::Kind;

std::string expression(const Column& column) {
  const std::string source = "t." + (column.source.empty() ? column.name : column.source);
  switch (column.kind) {
  case Kind::code:
    return "(SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = " + source + ")";
  case Kind::word:
    return "(SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = '" +
           column.domain + "' AND w.value = " + source + ")";
  case Kind::time: {
    // The remainder is made positive first, so that times before 1970 come out right.
    const std::string fraction = "((" + source + " % 1000000 + 1000000) % 1000000)";
    return "strftime('%Y-%m-%dT%H:%M:%S', (" + source + " - " + fraction +
           ") / 1000000, 'unixepoch') || printf('.%06dZ', " + fraction + ")";
  }
  case Kind::plain:
  case Kind::yes: break;
  }
  return source;
}

std::string view(const std::string& name, const std::string& table, const std::string& condition,
                 const std::vector<Column>& columns) {
  std::string text = "CREATE VIEW " + name + " AS SELECT ";
  for (const Column& column : columns) {
    if (&column != columns.data()) text += ", ";
    text += expression(column) + " AS " + column.name;
  }
  return text + " FROM " + table + " t" + condition + ";\n";
}

std::string case_view() {
  return view("case_view", "cases", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"state", Kind::word, "", "state"},
               {"stage", Kind::word, "state", "stage"},
               {"back", Kind::word, "", "state"},
               {"back2", Kind::word, "", "state"},
               {"is_open", Kind::plain, "", ""},
               {"title", Kind::plain, "", ""},
               {"category", Kind::code, "", ""},
               {"grade", Kind::code, "", ""},
               {"request", Kind::word, "", "request"},
               {"channel", Kind::code, "", ""},
               {"longitude", Kind::plain, "", ""},
               {"latitude", Kind::plain, "", ""},
               {"drill", Kind::plain, "", ""},
               {"grid", Kind::code, "", ""},
               {"village", Kind::code, "", ""},
               {"township", Kind::code, "", ""},
               {"holder", Kind::code, "", ""},
               {"lead", Kind::code, "", ""},
               {"checker", Kind::code, "", ""},
               {"reporter_unit", Kind::code, "", ""},
               {"reporter_person", Kind::code, "", ""},
               {"has_requester", Kind::plain, "", ""},
               {"replied", Kind::plain, "", ""},
               {"origin", Kind::word, "", "tier"},
               {"solved_on", Kind::word, "", "tier"},
               {"mode", Kind::word, "", "mode"},
               {"urgency", Kind::plain, "", ""},
               {"returns", Kind::plain, "", ""},
               {"suspensions", Kind::plain, "", ""},
               {"merged_into", Kind::plain, "", ""},
               {"policy_version", Kind::plain, "", ""},
               {"occurred", Kind::time, "", ""},
               {"reported", Kind::time, "", ""},
               {"accepted", Kind::time, "", ""},
               {"check_sent", Kind::time, "", ""},
               {"checked", Kind::time, "", ""},
               {"filed", Kind::time, "", ""},
               {"dispatched", Kind::time, "", ""},
               {"contacted", Kind::time, "", ""},
               {"arrived", Kind::time, "", ""},
               {"controlled", Kind::time, "", ""},
               {"handled", Kind::time, "", ""},
               {"confirm_sent", Kind::time, "", ""},
               {"confirmed", Kind::time, "", ""},
               {"ended", Kind::time, "", ""},
               {"resume_at", Kind::time, "", ""},
               {"due", Kind::time, "", ""},
               {"waiting_since", Kind::time, "", ""},
               {"last_happened", Kind::time, "", ""},
               {"deadline", Kind::time, "", ""},
               {"yellow", Kind::time, "", ""},
               {"red", Kind::time, "", ""},
               {"part_of", Kind::plain, "", ""},
               {"first_receiver", Kind::code, "", ""},
               {"sender", Kind::code, "", ""},
               {"join_rule", Kind::code, "", ""},
               {"consultations", Kind::plain, "", ""},
               {"urges", Kind::plain, "", ""},
               {"supervision", Kind::plain, "", ""},
               {"mediation", Kind::word, "", "mediation"},
               {"verifiers", Kind::plain, "", ""},
               {"nature", Kind::word, "", "nature"},
               {"about", Kind::code, "", ""},
               {"campaign", Kind::code, "", ""},
               {"hard_since", Kind::time, "", ""},
               {"surprise", Kind::plain, "", ""},
               {"satisfaction", Kind::plain, "", ""},
               {"solved", Kind::plain, "", ""},
               {"type", Kind::code, "", ""},
               {"repeats", Kind::plain, "", ""},
               {"lasted_until", Kind::time, "", ""},
               {"number_dialled", Kind::code, "dialled", ""}});
}

std::string history_view() {
  return view("history_view", "history", "",
              {{"sequence", Kind::plain, "", ""},
               {"county", Kind::plain, "", ""},
               {"commit_number", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"action", Kind::word, "", "action"},
               {"outcome", Kind::word, "", "outcome"},
               {"happened", Kind::time, "", ""},
               {"recorded", Kind::time, "", ""},
               {"unit", Kind::code, "", ""},
               {"person", Kind::code, "", ""},
               {"post", Kind::code, "", ""},
               {"before_state", Kind::word, "", "state"},
               {"before_back", Kind::word, "", "state"},
               {"before_back2", Kind::word, "", "state"},
               {"after_state", Kind::word, "", "state"},
               {"after_back", Kind::word, "", "state"},
               {"after_back2", Kind::word, "", "state"},
               {"policy_version", Kind::plain, "", ""},
               {"command_id", Kind::plain, "", ""},
               {"detail", Kind::plain, "", ""},
               {"text", Kind::plain, "", ""}});
}

std::string assignment_view() {
  return view("assignment_view", "assignments", "",
              {{"county", Kind::plain, "", ""},     {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},     {"unit", Kind::code, "", ""},
               {"role", Kind::word, "", "role"},    {"state", Kind::word, "", "assignment_state"},
               {"dispatch", Kind::plain, "", ""},   {"round", Kind::plain, "", ""},
               {"ordered", Kind::time, "", ""},     {"signed_at", Kind::time, "", ""},
               {"contacted", Kind::time, "", ""},   {"arrived", Kind::time, "", ""},
               {"controlled", Kind::time, "", ""},  {"ended", Kind::time, "", ""},
               {"freed", Kind::time, "", ""},       {"begun", Kind::time, "", ""},
               {"finished", Kind::time, "", ""},    {"forced", Kind::plain, "", ""},
               {"conclusive", Kind::plain, "", ""}, {"waits_for", Kind::plain, "", ""},
               {"handlers", Kind::plain, "", ""},   {"checklist", Kind::plain, "", ""}});
}

std::string figure_view() {
  return view("figure_view", "figures", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"name", Kind::code, "", ""},
               {"measure", Kind::code, "", ""},
               {"unit", Kind::code, "", ""},
               {"value", Kind::plain, "", ""}});
}

std::string clock_view() {
  return view("clock_view", "clocks", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},
               {"milestone", Kind::code, "", ""},
               {"assignment", Kind::plain, "", ""},
               {"unit", Kind::code, "", ""},
               {"state", Kind::word, "", "clock_state"},
               {"limit_unit", Kind::word, "", "limit_unit"},
               {"budget", Kind::plain, "", ""},
               {"extended", Kind::plain, "", ""},
               {"extensions", Kind::plain, "", ""},
               {"calendar", Kind::code, "", ""},
               {"rules", Kind::plain, "", ""},
               {"started", Kind::time, "", ""},
               {"deadline", Kind::time, "", ""},
               {"yellow", Kind::time, "", ""},
               {"red", Kind::time, "", ""},
               {"due", Kind::time, "", ""},
               {"rung", Kind::plain, "", ""},
               {"provisional", Kind::plain, "", ""},
               {"stopped", Kind::time, "", ""},
               {"exempt", Kind::plain, "", ""}});
}

std::string deadline_view() {
  return view("deadline_view", "deadlines", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"clock", Kind::plain, "", ""},
               {"due_at", Kind::time, "", ""}});
}

std::string external_id_view() {
  return view("external_id_view", "external_ids", "",
              {{"county", Kind::plain, "", ""},
               {"system", Kind::code, "", ""},
               {"external_id", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""}});
}

std::string subject_view() {
  return view("subject_view", "subjects", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"kind", Kind::code, "", ""},
               {"subject", Kind::plain, "", ""}});
}

// Marks are a set: bit n stands for the mark with the number n in `words`.
std::string fact_view() {
  return view("fact_view", "facts", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"kind", Kind::word, "", "fact_kind"},
               {"moment", Kind::word, "", "moment"},
               {"number", Kind::plain, "", ""},
               {"day", Kind::plain, "", ""},
               {"happened", Kind::time, "", ""},
               {"marks", Kind::plain, "", ""},
               {"amount", Kind::plain, "", ""},
               {"unit", Kind::code, "", ""},
               {"person", Kind::code, "", ""},
               {"grid", Kind::code, "", ""},
               {"category", Kind::code, "", ""},
               {"channel", Kind::code, "", ""}});
}

}  // namespace

void create_views(Connection& connection) {
  connection.execute(case_view() + history_view() + assignment_view() + clock_view() +
                     deadline_view() + external_id_view() + figure_view() + subject_view() +
                     fact_view() + ocel_views());
}

void drop_views(Connection& connection) {
  const std::vector<std::string> logs = ocel_view_names();
  for (auto name = logs.rbegin(); name != logs.rend(); ++name)
    connection.execute("DROP VIEW IF EXISTS " + *name);
  for (const char* view :
       {"case_view", "history_view", "assignment_view", "clock_view", "deadline_view",
        "external_id_view", "figure_view", "subject_view", "fact_view"}) {
    connection.execute(std::string("DROP VIEW IF EXISTS ") + view);
  }
}

}  // namespace gridcase::store
