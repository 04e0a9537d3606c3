#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "exchange/legacy_fields.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gridcase {

namespace exchange {
namespace {

using base::JsonWriter;
using base::ObjectReader;

constexpr const char* document = "legacy mapping";

// ---- reading -----------------------------------------------------------------------------------

void read_source(ObjectReader& in, LegacySource& source) {
  in.read("column", source.column);
  std::string constant;
  for (const char* key : {"default", "value"}) {
    in.read(key, constant);
    if (in.has(key)) source.otherwise = constant;
  }
  if (in.has("column") == in.has("value")) {
    in.fault("column", "legacy.source",
             "a field comes from a column, or has one value for all rows",
             "write either column or value");
  }
  in.with_object("codes", [&](ObjectReader& codes) {
    for (const auto& [key, value] : *in.object("codes")) {
      const std::string theirs(key.data(), key.size());
      codes.read(theirs, source.codes[theirs]);
    }
  });
}

// Every name is asked for, so that the fix for a wrong one can name the nearest.
void read_fields(ObjectReader& in, LegacyFields& fields) {
  in.with_object("fields", [&](ObjectReader& all) {
    const boost::json::object* object = in.object("fields");
    for (const LegacyField& field : legacy_fields()) {
      const std::string name(field.name);
      const boost::json::value* value = object->if_contains(name);
      if (value != nullptr && value->is_object()) {
        all.with_object(name, [&](ObjectReader& one) { read_source(one, fields[name]); });
        continue;
      }
      std::string column;
      all.read(name, column);
      if (!column.empty()) fields[name].column = column;
    }
  });
}

void read_encoding(ObjectReader& in, std::optional<TextEncoding>& out) {
  if (!in.has("encoding")) return;
  TextEncoding encoding = TextEncoding::utf8;
  in.read_word("encoding", encoding, text_encoding_from_name, "utf-8, gb18030, detect");
  out = encoding;
}

void read_rows(ObjectReader& in, LegacyRows& rows) {
  in.read("system", rows.system);
  if (in.has("encoding")) read_encoding(in, rows.encoding);
  read_fields(in, rows.fields);
}

void read_step(ObjectReader& in, LegacyStep& step) {
  in.read("ignore", step.ignored);
  if (!step.ignored) in.require("action");
  in.read_word("action", step.action, action_from_name, "dispatch, sign, feedback, close …");
  read_fields(in, step.fields);
}

void read_kinds(ObjectReader& in, LegacyMapping& mapping) {
  in.require("step");
  in.read("step", mapping.step_column);
  in.with_object("kinds", [&](ObjectReader& kinds) {
    for (const auto& [key, value] : *in.object("kinds")) {
      const std::string theirs(key.data(), key.size());
      LegacyStep& step = mapping.kinds[theirs];
      kinds.with_object(theirs, [&](ObjectReader& one) { read_step(one, step); });
    }
  });
}

void read_separator(ObjectReader& in, char& out) {
  std::string text(1, out);
  in.read("separator", text);
  if (text.size() == 1) {
    out = text[0];
  } else {
    in.fault("separator", "legacy.separator", "a separator is one ASCII character",
             "write \",\", \";\" or \"\\t\"");
  }
}

void read_mapping(ObjectReader& in, LegacyMapping& mapping) {
  in.require("system");
  in.read("system", mapping.system);
  in.read("time_zone", mapping.time_zone);
  in.read("times", mapping.times);
  std::optional<TextEncoding> encoding;
  read_encoding(in, encoding);
  mapping.encoding = encoding.value_or(mapping.encoding);
  read_separator(in, mapping.separator);
  in.with_object("contacts", [&](ObjectReader& rows) { read_rows(rows, mapping.contacts); });
  in.with_object("cases", [&](ObjectReader& rows) { read_rows(rows, mapping.cases); });
  in.with_object("steps", [&](ObjectReader& rows) {
    read_rows(rows, mapping.steps);
    read_kinds(rows, mapping);
  });
}

// ---- writing -----------------------------------------------------------------------------------

void write_source(JsonWriter& out, const LegacySource& source) {
  if (source.codes.empty() && !source.otherwise) {
    out.value(source.column);
    return;
  }
  out.begin_object();
  out.field_if("column", source.column);
  if (!source.codes.empty()) {
    out.key("codes").begin_object();
    for (const auto& [theirs, ours] : source.codes)
      out.field(theirs, ours);
    out.end_object();
  }
  if (source.otherwise) out.field(source.column.empty() ? "value" : "default", *source.otherwise);
  out.end_object();
}

void write_fields(JsonWriter& out, const LegacyFields& fields) {
  if (fields.empty()) return;
  out.key("fields").begin_object();
  for (const auto& [name, source] : fields)
    write_source(out.key(name), source);
  out.end_object();
}

void write_rows(JsonWriter& out, const LegacyRows& rows) {
  out.field_if("system", rows.system);
  if (rows.encoding) out.field("encoding", name(*rows.encoding));
  write_fields(out, rows.fields);
}

void write_kinds(JsonWriter& out, const LegacyMapping& mapping) {
  out.field("step", mapping.step_column).key("kinds").begin_object();
  for (const auto& [theirs, step] : mapping.kinds) {
    out.key(theirs).begin_object();
    out.field_if("ignore", step.ignored);
    if (!step.ignored) out.field("action", name(step.action));
    write_fields(out, step.fields);
    out.end_object();
  }
  out.end_object();
}

// ---- checking ----------------------------------------------------------------------------------

class Check {
public:
  explicit Check(const LegacyMapping& mapping) : mapping_(mapping) {}

  std::vector<Fault> run() {
    check_system("system", mapping_.system);
    check_times();
    if (!mapping_.contacts.fields.empty()) {
      check_rows("contacts", mapping_.contacts, ActionKind::enter_record,
                 {"id", "happened", "title"});
    }
    if (!mapping_.cases.fields.empty()) {
      check_rows("cases", mapping_.cases, ActionKind::report,
                 {"id", "happened", "title", "category"});
    }
    if (!mapping_.steps.fields.empty()) check_steps();
    return std::move(faults_);
  }

private:
  void fault(const std::string& code, const std::string& path, const std::string& message,
             const std::string& fix) {
    faults_.push_back({Severity::error, "legacy." + code, path, message, fix});
  }

  // The command ids of the rows begin with it.
  void check_system(const std::string& path, const std::string& system) {
    constexpr std::size_t longest = 20;
    if (!system.empty() && system.size() <= longest && base::has_code_characters_only(system))
      return;
    fault("system", path, fmt::format("\"{}\" is no code of a system", system),
          "write 1 to 20 of A-Z a-z 0-9 . _ -");
  }

  void check_times() {
    if (!zone_exists(mapping_.time_zone)) {
      fault("time_zone", "time_zone", fmt::format("there is no zone {}", mapping_.time_zone),
            "write a name of the IANA database, such as Asia/Shanghai");
    }
    for (std::size_t i = 0; i < mapping_.times.size(); ++i) {
      if (is_time_format(mapping_.times[i])) continue;
      fault("times", fmt::format("times[{}]", i),
            fmt::format("\"{}\" is no format of a time", mapping_.times[i]),
            "write YYYY, M or MM, D or DD, and as it is needed h, m, s, each once");
    }
  }

  void check_rows(const std::string& table, const LegacyRows& rows, ActionKind kind,
                  std::initializer_list<const char*> needed) {
    if (!rows.system.empty()) check_system(table + ".system", rows.system);
    for (const char* name : needed) {
      if (rows.fields.count(name) != 0) continue;
      fault("missing", fmt::format("{}.fields.{}", table, name),
            fmt::format("{} need {}", table, name), "name the column it stands in");
    }
    check_fields(table, rows.fields, kind);
    for (const char* name : {"case", "contact"}) {
      if (rows.fields.count(name) == 0 || (kind == ActionKind::report && name[1] == 'o')) continue;
      fault("field", fmt::format("{}.fields.{}", table, name),
            fmt::format("{} take no {}", table, name), "take it out");
    }
  }

  void check_steps() {
    const LegacyFields& fields = mapping_.steps.fields;
    if (!mapping_.steps.system.empty()) check_system("steps.system", mapping_.steps.system);
    if (fields.count("happened") == 0)
      fault("missing", "steps.fields.happened", "steps need happened", "name the column");
    if (fields.count("case") == 0 && fields.count("contact") == 0)
      fault("missing", "steps.fields.case", "steps need the case they are about",
            "name the column with its old id");
    if (mapping_.step_column.empty())
      fault("missing", "steps.step", "nothing says what a step is", "name the column");
    for (const auto& [theirs, step] : mapping_.kinds) {
      if (step.ignored) continue;
      check_kind(theirs, step);
      check_fields("steps", fields, step.action);
      check_fields("steps.kinds." + theirs, step.fields, step.action);
    }
    drop_repeated();
  }

  void check_kind(const std::string& theirs, const LegacyStep& step) {
    using A = ActionKind;
    const bool makes_case =
        step.action == A::report || step.action == A::enter_record || step.action == A::transfer_in;
    const bool is_engines =
        step.action == A::fall_due || step.action == A::recalculate || step.action == A::repeat;
    if (!makes_case && !is_engines) return;
    fault("action", fmt::format("steps.kinds.{}.action", theirs),
          fmt::format("a step cannot be {}", name(step.action)),
          makes_case ? "put it into the table of cases or contacts" : "take another action");
  }

  static bool takes(ActionKind kind, std::string_view field) {
    static const std::vector<Allowed> catalogue = action_catalogue();
    const auto line = std::find_if(catalogue.begin(), catalogue.end(),
                                   [&](const Allowed& one) { return one.action == kind; });
    if (line == catalogue.end()) return false;
    for (const auto* list : {&line->required, &line->optional}) {
      if (std::find(list->begin(), list->end(), field) != list->end()) return true;
    }
    return false;
  }

  void check_fields(const std::string& path, const LegacyFields& fields, ActionKind kind) {
    for (const auto& [name, source] : fields) {
      const LegacyField* field = legacy_field(name);
      const std::string place = fmt::format("{}.fields.{}", path, name);
      if (field == nullptr) {
        fault("field", place, "there is no such field", "see legacy.schema.md");
        continue;
      }
      if (source.column.empty() && !source.otherwise)
        fault("source", place, "it comes from nowhere", "write column or value");
      if (field->fills.empty() || takes(kind, field->fills)) continue;
      fault("field", place, fmt::format("{} does not take {}", gridcase::name(kind), field->fills),
            path == "steps" ? "move it to the kinds that take it" : "take it out");
    }
  }

  // What all steps have in common is looked at for each kind.
  void drop_repeated() {
    std::vector<Fault> kept;
    for (Fault& one : faults_) {
      if (std::find(kept.begin(), kept.end(), one) == kept.end()) kept.push_back(std::move(one));
    }
    faults_ = std::move(kept);
  }

  const LegacyMapping& mapping_;
  std::vector<Fault> faults_;
};

constexpr std::array<base::Word<LegacyTable>, 3> table_words{{
    {LegacyTable::contacts, "contacts"},
    {LegacyTable::cases, "cases"},
    {LegacyTable::steps, "steps"},
}};

}  // namespace

std::vector<Fault> check_legacy_mapping(const LegacyMapping& mapping) {
  return Check(mapping).run();
}

}  // namespace exchange

std::string_view name(LegacyTable table) noexcept {
  return base::name_in(exchange::table_words, table);
}

std::optional<LegacyTable> legacy_table_from_name(std::string_view name) noexcept {
  return base::value_in(exchange::table_words, name);
}

LegacyMapping read_legacy_mapping(std::string_view json) {
  LegacyMapping mapping;
  base::read_document(json, exchange::document,
                      [&](base::ObjectReader& in) { exchange::read_mapping(in, mapping); });
  auto faults = exchange::check_legacy_mapping(mapping);
  if (!faults.empty()) throw DocumentError(exchange::document, std::move(faults));
  return mapping;
}

std::string write_legacy_mapping(const LegacyMapping& mapping) {
  base::JsonWriter out(2);
  out.begin_object().field("system", mapping.system).field("time_zone", mapping.time_zone);
  out.field_if("times", mapping.times).field("encoding", name(mapping.encoding));
  if (mapping.separator != ',') out.field("separator", std::string(1, mapping.separator));
  for (const LegacyTable table : {LegacyTable::contacts, LegacyTable::cases, LegacyTable::steps}) {
    const LegacyRows& rows = exchange::rows_of(mapping, table);
    if (rows.fields.empty()) continue;
    out.key(name(table)).begin_object();
    exchange::write_rows(out, rows);
    if (table == LegacyTable::steps) exchange::write_kinds(out, mapping);
    out.end_object();
  }
  return out.end_object().take();
}

}  // namespace gridcase
