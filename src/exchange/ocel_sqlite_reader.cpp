#include "store/file_system.hpp"
#include "store/sqlite.hpp"

#include <gridcase/event_log.hpp>

#include <algorithm>

namespace gridcase {

OcelHandler::~OcelHandler() = default;
void OcelHandler::event_type(const OcelType& /*type*/) {}
void OcelHandler::object_type(const OcelType& /*type*/) {}

namespace exchange {

namespace {

using store::Connection;
using store::Cursor;

[[noreturn]] void no_log(const std::string& what) {
  throw Error(ErrorCode::invalid_argument, "this is no OCEL 2.0 log: " + what, "path");
}

// Names of types and columns are the file's own.
std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char c : name)
    text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

std::string type_of_column(std::string declared) {
  std::transform(declared.begin(), declared.end(), declared.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (declared == "TIMESTAMP" || declared == "DATETIME") return "time";
  if (declared.find("INT") != std::string::npos) return "integer";
  if (declared == "REAL" || declared == "FLOAT" || declared == "DOUBLE") return "float";
  if (declared == "BOOLEAN" || declared == "BOOL") return "boolean";
  return "string";
}

struct Table {
  OcelType type;
  std::string name;
  bool has_changes = false;  // of objects: a column for the field that changed
};

Table table_of(Connection& connection, const std::string& prefix, const std::string& type,
               const std::string& mapped) {
  Table table;
  table.type.name = type;
  table.name = prefix + mapped;
  bool has_id = false;
  bool has_time = false;
  Cursor columns = connection.query("SELECT name, type FROM pragma_table_info($1)", table.name);
  while (columns.step()) {
    const std::string column(columns.text(0));
    if (column == "ocel_id") {
      has_id = true;
    } else if (column == "ocel_time") {
      has_time = true;
    } else if (column == "ocel_changed_field") {
      table.has_changes = true;
    } else {
      table.type.attributes.push_back({column, type_of_column(std::string(columns.text(1)))});
    }
  }
  if (!has_id || !has_time) {
    no_log("the table " + table.name + " is missing, or has no ocel_id and ocel_time");
  }
  return table;
}

std::vector<Table> tables_of(Connection& connection, const std::string& what) {
  std::vector<std::pair<std::string, std::string>> names;
  {
    Cursor rows = connection.prepare_built("SELECT ocel_type, ocel_type_map FROM " + what +
                                           "_map_type ORDER BY ocel_type");
    while (rows.step())
      names.emplace_back(rows.text(0), rows.text(1));
  }
  std::vector<Table> tables;
  tables.reserve(names.size());
  for (const auto& [type, mapped] : names)
    tables.push_back(table_of(connection, what + "_", type, mapped));
  return tables;
}

Instant time_in(std::string_view text, const std::string& id) {
  const std::size_t day_end = text.find_first_of("T ");
  const bool has_offset =
      day_end != std::string_view::npos && text.find_first_of("Zz+-", day_end) != text.npos;
  try {
    std::string written(text);
    if (has_offset && written[day_end] == ' ') written[day_end] = 'T';
    return has_offset ? parse_instant(written) : parse_local(written, "UTC");
  } catch (const Error&) {
    no_log("the time of " + id + " is no time; write it as 2022-01-13T12:00:00Z");
  }
}

std::vector<OcelRelation> relations_of(Connection& connection, const char* query,
                                       const std::string& id) {
  std::vector<OcelRelation> relations;
  Cursor rows = connection.query(query, id);
  while (rows.step())
    relations.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
  return relations;
}

std::string columns_text(const Table& table, const std::string& rest) {
  std::string text = "SELECT ocel_id, ocel_time";
  for (const OcelType::Attribute& attribute : table.type.attributes)
    text += ", " + quoted(attribute.name);
  return text + rest + " FROM " + quoted(table.name);
}

void read_events(Connection& connection, const Table& table, OcelHandler& handler) {
  Cursor rows = connection.prepare_built(columns_text(table, "") + " ORDER BY ocel_id");
  while (rows.step()) {
    OcelEvent event;
    event.id = rows.text(0);
    event.type = table.type.name;
    event.time = time_in(rows.text(1), event.id);
    for (std::size_t i = 0; i < table.type.attributes.size(); ++i) {
      const int column = static_cast<int>(i) + 2;
      if (rows.is_null(column)) continue;
      event.attributes.push_back(
          {table.type.attributes[i].name, std::string(rows.text(column)), Instant{}});
    }
    event.relations =
        relations_of(connection,
                     "SELECT ocel_object_id, ocel_qualifier FROM event_object WHERE ocel_event_id "
                     "= $1 ORDER BY ocel_object_id, ocel_qualifier",
                     event.id);
    handler.event(event);
  }
}

// What a row says of its object: everything, or the one field that changed.
void add_values(OcelObject& object, const Cursor& row, const Table& table) {
  const auto& attributes = table.type.attributes;
  const int last = static_cast<int>(attributes.size()) + 2;
  const std::string changed =
      table.has_changes && !row.is_null(last) ? std::string(row.text(last)) : std::string();
  const Instant since = changed.empty() ? Instant{} : time_in(row.text(1), object.id);
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const int column = static_cast<int>(i) + 2;
    if (row.is_null(column) || (!changed.empty() && attributes[i].name != changed)) continue;
    object.attributes.push_back({attributes[i].name, std::string(row.text(column)), since});
  }
}

// Rows of objects and of their values, both by id.
void read_objects(Connection& connection, const Table& table, OcelHandler& handler) {
  Cursor rows = connection.prepare_built(
      columns_text(table, table.has_changes ? ", ocel_changed_field" : "") +
      " ORDER BY ocel_id, ocel_time");
  bool has_row = rows.step();
  Cursor objects = connection.query(
      "SELECT ocel_id FROM object WHERE ocel_type = $1 ORDER BY ocel_id", table.type.name);
  while (objects.step()) {
    OcelObject object;
    object.id = objects.text(0);
    object.type = table.type.name;
    if (has_row && rows.text(0) < object.id) {
      no_log(table.name + " has " + std::string(rows.text(0)) + ", which is no object of its type");
    }
    for (; has_row && rows.text(0) == object.id; has_row = rows.step())
      add_values(object, rows, table);
    object.relations =
        relations_of(connection,
                     "SELECT ocel_target_id, ocel_qualifier FROM object_object WHERE "
                     "ocel_source_id = $1 ORDER BY ocel_target_id, ocel_qualifier",
                     object.id);
    handler.object(object);
  }
  if (has_row) {
    no_log(table.name + " has " + std::string(rows.text(0)) + ", which is no object of its type");
  }
}

// Throws if the query, whose first column is an id, finds anything.
template <typename... Values>
void refuse_any(Connection& connection, const std::string& query, const std::string& why,
                const Values&... values) {
  Cursor rows = connection.prepare_built(query + " LIMIT 1");
  (rows.bind(values), ...);
  if (rows.step()) no_log(std::string(rows.text(0)) + " " + why);
}

void refuse_twice(Connection& connection, const std::string& table, const std::string& column) {
  refuse_any(connection,
             "SELECT " + column + " FROM " + table + " GROUP BY " + column + " HAVING count(*) > 1",
             "is in the table " + table + " twice");
}

// Every value of the column stands in the other one, too.
void refuse_unknown(Connection& connection, const std::string& table, const std::string& column,
                    const std::string& other, const std::string& other_column) {
  refuse_any(connection,
             "SELECT coalesce(one." + column + ", 'nothing') FROM " + table + " AS one LEFT JOIN " +
                 other + " AS other ON other." + other_column + " = one." + column +
                 " WHERE other." + other_column + " IS NULL",
             "stands in " + column + " of the table " + table + " and is not in the table " +
                 other);
}

// The declarations of keys say the same, but files do without them, and SQLite does not enforce it.
void check_keys(Connection& connection) {
  for (const std::string what : {"event", "object"}) {
    refuse_twice(connection, what + "_map_type", "ocel_type");
    refuse_twice(connection, what, "ocel_id");
    refuse_unknown(connection, what, "ocel_type", what + "_map_type", "ocel_type");
  }
  refuse_unknown(connection, "event_object", "ocel_event_id", "event", "ocel_id");
  refuse_unknown(connection, "event_object", "ocel_object_id", "object", "ocel_id");
  refuse_unknown(connection, "object_object", "ocel_source_id", "object", "ocel_id");
  refuse_unknown(connection, "object_object", "ocel_target_id", "object", "ocel_id");
}

// Every event of the type has one row there, and every row is such an event.
void check_events(Connection& connection, const Table& table) {
  const std::string name = quoted(table.name);
  refuse_twice(connection, name, "ocel_id");
  refuse_any(connection,
             "SELECT one.ocel_id FROM event AS one LEFT JOIN " + name +
                 " AS other ON other.ocel_id = one.ocel_id WHERE one.ocel_type = $1 AND "
                 "other.ocel_id IS NULL",
             "is an event of the type " + table.type.name + " and not in the table " + name,
             table.type.name);
  refuse_any(connection,
             "SELECT one.ocel_id FROM " + name +
                 " AS one LEFT JOIN event AS other ON other.ocel_id = one.ocel_id AND "
                 "other.ocel_type = $1 WHERE other.ocel_id IS NULL",
             "is in the table " + name + " and no event of its type", table.type.name);
}

void read_all(Connection& connection, OcelHandler& handler) {
  const std::int64_t known = connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name IN ('event_map_type', 'object_map_type', "
      "'event', 'object', 'event_object', 'object_object')");
  if (known != 6) no_log("one of the six tables every log has is missing");
  const std::vector<Table> events = tables_of(connection, "event");
  const std::vector<Table> objects = tables_of(connection, "object");
  check_keys(connection);
  for (const Table& table : events)
    check_events(connection, table);
  for (const Table& table : events)
    handler.event_type(table.type);
  for (const Table& table : objects)
    handler.object_type(table.type);
  for (const Table& table : objects)
    read_objects(connection, table, handler);
  for (const Table& table : events)
    read_events(connection, table, handler);
}

}  // namespace
}  // namespace exchange

void read_ocel_sqlite(const std::string& path, OcelHandler& handler) {
  store::require_path(path, "path");
  if (!store::file_exists(path)) throw Error(ErrorCode::not_found, "there is no " + path, "path");
  store::Connection connection(path, store::Connection::Mode::read, 0);
  store::Transaction transaction(connection, store::Transaction::Kind::read);
  try {
    exchange::read_all(connection, handler);
  } catch (const store::SqliteError& error) {
    if (error.code() == ErrorCode::io) throw;
    exchange::no_log(error.what());
  }
}

}  // namespace gridcase
