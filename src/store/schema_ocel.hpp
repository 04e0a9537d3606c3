#pragma once
// The object-centric event log (OCEL 2.0): its types, the tables of a log file, and views with the
// names of those tables over a live store, so that a tool for such logs reads either. What the rows
// mean is written down in gridcase/event_log.hpp; src/exchange/ocel_case.cpp makes the same rows
// from the values of the engine, and tests compare the two row by row.

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::store {

struct OcelColumn {
  std::string_view name;
  std::string_view type;  // TEXT, INTEGER or TIMESTAMP
};

// Types are named by identifiers, so that a type and its part of a table's name are the same.
struct OcelObjectType {
  std::string_view name;
  std::vector<OcelColumn> columns;
};

// What every event has, whatever its type. The types of events are the names of the actions.
const std::vector<OcelColumn>& ocel_event_columns();
const std::vector<OcelObjectType>& ocel_object_types();

// CREATE TABLE for a log file, keys included, and the rows of the two tables of types.
std::string ocel_tables();

// CREATE VIEW over the tables of the store, with columns as in `ocel_tables`. The county's own line
// is no case and is left out. They hold codes, words, numbers and times, but neither free text nor
// personal data.
std::string ocel_views();
// In the order in which they are made; to be dropped in the reverse order.
std::vector<std::string> ocel_view_names();

}  // namespace gridcase::store
