#include "exchange/ocel_sqlite.hpp"

#include "exchange/aside.hpp"
#include "exchange/ocel_case.hpp"
#include "store/schema_ocel.hpp"

#include <algorithm>

namespace gridcase {
namespace exchange {

namespace {

using Columns = std::vector<store::OcelColumn>;

const Columns& columns_of(const std::string& object_type) {
  const auto& types = store::ocel_object_types();
  const auto found = std::find_if(types.begin(), types.end(),
                                  [&](const auto& type) { return type.name == object_type; });
  if (found == types.end()) {
    throw Error(ErrorCode::internal, "there is no type of objects " + object_type);
  }
  return found->columns;
}

// INSERT INTO event_<type> VALUES($1, $2 …)
std::string insertion(const std::string& table, std::size_t columns) {
  std::string text = "INSERT INTO " + table + " VALUES(";
  for (std::size_t i = 1; i <= columns; ++i)
    text += (i == 1 ? "$" : ", $") + std::to_string(i);
  return text + ")";
}

// The values that fit, in the order of the columns; NULL where there is none.
template <typename Fits>
void bind_values(store::Cursor& cursor, const Columns& columns,
                 const std::vector<OcelValue>& values, Fits fits) {
  for (const store::OcelColumn& column : columns) {
    const auto value = std::find_if(values.begin(), values.end(), [&](const OcelValue& it) {
      return it.name == column.name && fits(it);
    });
    if (value == values.end()) {
      cursor.bind(nullptr);
    } else {
      cursor.bind(value->value);
    }
  }
}

bool is_initial(const OcelValue& value) { return value.time == Instant{}; }

}  // namespace

OcelSqliteWriter::OcelSqliteWriter(const std::string& path)
    : connection_(path, store::Connection::Mode::create, 0) {
  // Nobody sees the file before it is whole and synced.
  connection_.execute("PRAGMA synchronous = OFF");
  connection_.execute("BEGIN IMMEDIATE");
  connection_.execute(store::ocel_tables());
}

void OcelSqliteWriter::add_values(const OcelObject& object) {
  const Columns& columns = columns_of(object.type);
  const std::string insert = insertion("object_" + object.type, columns.size() + 3);
  {
    store::Cursor row = connection_.prepare_built(insert);
    row.bind(object.id);
    bind_values(row, columns, object.attributes, is_initial);
    row.bind(ocel_time(Instant{})).bind(nullptr).run();
  }
  for (const OcelValue& change : object.attributes) {
    if (is_initial(change)) continue;
    store::Cursor row = connection_.prepare_built(insert);
    row.bind(object.id);
    bind_values(row, columns, object.attributes,
                [&](const OcelValue& value) { return &value == &change; });
    row.bind(ocel_time(change.time)).bind(change.name).run();
  }
}

// Cases and orders are objects of their own accord.
void OcelSqliteWriter::add_target(const std::string& id) {
  const std::string type = id.substr(0, id.find(':'));
  if (type == "case" || type == "order") return;
  connection_.run("INSERT OR IGNORE INTO object VALUES($1, $2)", id, type);
  if (connection_.changes() == 0) return;
  ++counts_.objects;
  add_values({id, type, {{"code", id.substr(type.size() + 1), Instant{}}}, {}});
}

void OcelSqliteWriter::add(const OcelObject& object) {
  connection_.run("INSERT INTO object VALUES($1, $2)", object.id, object.type);
  ++counts_.objects;
  if (object.type == "case") ++counts_.cases;
  add_values(object);
  for (const OcelRelation& relation : object.relations) {
    add_target(relation.object);
    connection_.run("INSERT OR IGNORE INTO object_object VALUES($1, $2, $3)", object.id,
                    relation.object, relation.qualifier);
  }
}

void OcelSqliteWriter::add(const OcelEvent& event) {
  connection_.run("INSERT INTO event VALUES($1, $2)", event.id, event.type);
  ++counts_.events;
  {
    const Columns& columns = store::ocel_event_columns();
    store::Cursor row =
        connection_.prepare_built(insertion("event_" + event.type, columns.size() + 2));
    row.bind(event.id).bind(ocel_time(event.time));
    bind_values(row, columns, event.attributes, [](const OcelValue&) { return true; });
    row.run();
  }
  for (const OcelRelation& relation : event.relations) {
    add_target(relation.object);
    connection_.run("INSERT OR IGNORE INTO event_object VALUES($1, $2, $3)", event.id,
                    relation.object, relation.qualifier);
  }
}

LogCounts OcelSqliteWriter::finish() {
  connection_.execute("DELETE FROM event_object WHERE ocel_qualifier = 'other' AND NOT EXISTS "
                      "(SELECT 1 FROM object o WHERE o.ocel_id = ocel_object_id)");
  connection_.execute("DELETE FROM object_object WHERE substr(ocel_target_id, 1, 5) = 'case:' AND "
                      "NOT EXISTS (SELECT 1 FROM object o WHERE o.ocel_id = ocel_target_id)");
  connection_.execute("COMMIT");
  counts_.event_relations = connection_.integer("SELECT count(*) FROM event_object");
  counts_.object_relations = connection_.integer("SELECT count(*) FROM object_object");
  return counts_;
}

}  // namespace exchange

LogCounts write_ocel_sqlite(const std::string& path, const Engine& engine, const Actor& actor,
                            const CaseQuery& query) {
  exchange::Aside aside(path);
  LogCounts counts;
  {
    exchange::OcelSqliteWriter writer(aside.path());
    exchange::each_case_log(engine, actor, query, [&](const exchange::CaseLog& log) {
      for (const OcelObject& object : exchange::ocel_objects(log))
        writer.add(object);
      for (const OcelEvent& event : exchange::ocel_events(log))
        writer.add(event);
    });
    counts = writer.finish();
  }
  aside.publish();
  return counts;
}

}  // namespace gridcase
