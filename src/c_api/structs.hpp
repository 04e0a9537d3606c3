#pragma once
// Structs of the C interface that grow: read and written as far as the caller knows them.

#include <gridcase/action.hpp>
#include <gridcase/engine.hpp>
#include <gridcase/gridcase.h>
#include <gridcase/query.hpp>

#include <algorithm>
#include <cstring>

namespace gridcase::c_api {

// Throws Error: NULL, a size that no version had, a struct newer than this library.
void check_struct(const void* given, std::size_t size, std::size_t known, const char* name);

// What the caller gave; fields that it does not know are as in `defaults`.
template <typename Struct>
Struct taken(const Struct* given, const Struct& defaults, const char* name) {
  check_struct(given, given == nullptr ? 0 : given->struct_size, sizeof(Struct), name);
  Struct whole = defaults;
  std::memcpy(&whole, given, given->struct_size);
  return whole;
}

// Writes what the caller has room for; its `struct_size` stays.
template <typename Struct> void hand_out(Struct* out, Struct whole, std::size_t size) {
  whole.struct_size = size;
  std::memcpy(out, &whole, std::min(size, sizeof(Struct)));
}

// `name` is that of the argument.
Actor actor_of(const gridcase_actor* actor, const char* name = "actor");
// NULL: the defaults. Callbacks that fail become Error io.
EngineOptions options_of(const gridcase_options* options);
gridcase_answer answer_of(const Answer& answer);
gridcase_tick_report report_of(const TickReport& report);

}  // namespace gridcase::c_api
