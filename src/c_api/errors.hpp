#pragma once
// What every function of the C interface stands in: nothing that is thrown leaves it.

#include <gridcase/gridcase.h>

#include <cstddef>
#include <string_view>
#include <utility>

namespace gridcase::c_api {

// Makes an error object of the exception that is being handled, if `error` is given, and returns
// its code. Call it in a catch block.
int32_t fail(gridcase_error** error) noexcept;

// Runs `work`; what it throws becomes the code and the error object.
template <typename Work> int32_t guarded(gridcase_error** error, Work&& work) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    std::forward<Work>(work)();
    return GRIDCASE_OK;
  } catch (...) {
    return fail(error);
  }
}

// Throws Error invalid_argument that names the argument, if it is NULL.
void need(const void* argument, const char* name);
// What no memory can hold is a negative number that became unsigned on its way here.
void check_size(std::size_t size, const char* name);
// A text of that size; both are looked at.
std::string_view text_of(const char* text, std::size_t size, const char* name);

// A copy that `gridcase_string_free` frees.
char* given_text(const char* text, std::size_t size);

}  // namespace gridcase::c_api
