#pragma once
// The text of tables, indexes and triggers. What a schema brought is never changed once the next
// one stands: a store that was brought forward and a new one have the same text.

namespace gridcase::store {

extern const char* const tables;
extern const char* const tables_of_schema_2;
extern const char* const tables_of_schema_3;
extern const char* const changes_of_schema_4;
extern const char* const tables_of_schema_5;
extern const char* const changes_of_schema_6;
extern const char* const triggers;
extern const char* const statistics;

}  // namespace gridcase::store
