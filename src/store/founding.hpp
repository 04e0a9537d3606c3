#pragma once
// How the tables of a store come into a database, and how older ones are brought up to date.

#include "store/sqlite.hpp"
#include "store/store.hpp"

namespace gridcase::store {

// The tables, made by `create`, with the county and the first event of its line: all or nothing.
void write_founding(Connection& connection, const Founding& founding, void (*create)(Connection&));
// The schema, and the words for enumerations.
void bring_up_to_date(Connection& connection, const LogSink& log);

}  // namespace gridcase::store
