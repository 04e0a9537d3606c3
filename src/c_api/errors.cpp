#include "c_api/errors.hpp"

#include "base/text.hpp"
#include "c_api/put.hpp"

#include <gridcase/error.hpp>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

struct gridcase_error {
  int32_t code = GRIDCASE_INTERNAL;
  std::string message;
  std::string field;
  std::string detail;
};

namespace gridcase::c_api {
namespace {

// Given out when there is no memory for another one; never freed.
gridcase_error& no_memory() {
  static gridcase_error error{GRIDCASE_OUT_OF_MEMORY, {}, {}, {}};
  return error;
}

constexpr const char* no_memory_message = "out of memory";
constexpr const char* no_memory_detail =
    "{\"code\":\"out_of_memory\",\"field\":null,\"message\":\"out of memory\",\"faults\":[]}";

std::string detail_of(int32_t code, const std::string& message, const std::string& field,
                      const std::vector<Fault>& faults) {
  JsonWriter out;
  out.begin_object().field("code", gridcase_code_name(code));
  put_text(out, "field", field);
  out.field("message", message).key("faults");
  put_faults(out, faults);
  return out.end_object().take();
}

int32_t give(gridcase_error** error, int32_t code, const char* message,
             const std::string& field = {}, const std::vector<Fault>& faults = {}) {
  if (error == nullptr) return code;
  auto made = std::make_unique<gridcase_error>();
  made->code = code;
  made->message = base::repaired_utf8(message);  // it may quote a path, which is any bytes
  made->field = field;
  made->detail = detail_of(code, made->message, field, faults);
  *error = made.release();
  return code;
}

int32_t give_current(gridcase_error** error) {
  try {
    throw;
  } catch (const DocumentError& failed) {
    return give(error, static_cast<int32_t>(failed.code()), failed.what(), failed.field(),
                failed.faults());
  } catch (const Error& failed) {
    return give(error, static_cast<int32_t>(failed.code()), failed.what(), failed.field());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failed) {
    return give(error, GRIDCASE_INTERNAL, failed.what());
  } catch (...) {
    return give(error, GRIDCASE_INTERNAL, "something was thrown that is no exception of gridcase");
  }
}

}  // namespace

int32_t fail(gridcase_error** error) noexcept {
  try {
    return give_current(error);
  } catch (...) {  // the error object itself found no memory
    if (error != nullptr) *error = &no_memory();
    return GRIDCASE_OUT_OF_MEMORY;
  }
}

void need(const void* argument, const char* name) {
  if (argument == nullptr) {
    throw Error(ErrorCode::invalid_argument, std::string(name) + " is NULL; pass one", name);
  }
}

void check_size(std::size_t size, const char* name) {
  if (size <= PTRDIFF_MAX) return;
  throw Error(ErrorCode::invalid_argument,
              std::string(name) + ": a size of " + std::to_string(size) +
                  " is none; a negative number was passed",
              name);
}

std::string_view text_of(const char* text, std::size_t size, const char* name) {
  need(text, name);
  check_size(size, name);
  return {text, size};
}

char* given_text(const char* text, std::size_t size) {
  char* copy = static_cast<char*>(std::malloc(size + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text, size);
  copy[size] = '\0';
  return copy;
}

}  // namespace gridcase::c_api

using gridcase::c_api::no_memory;

const char* gridcase_code_name(int32_t code) {
  constexpr std::array<const char*, 11> names{
      "ok",      "invalid_argument", "invalid_document", "not_found", "busy",   "io",
      "corrupt", "unsupported",      "needs_reopen",     "forked",    "stopped"};
  if (code == GRIDCASE_INTERNAL) return "internal";
  if (code == GRIDCASE_OUT_OF_MEMORY) return "out_of_memory";
  const auto index = static_cast<std::size_t>(code);
  return code >= 0 && index < names.size() ? names.at(index) : "unknown";
}

int32_t gridcase_error_code(const gridcase_error* error) {
  return error == nullptr ? GRIDCASE_OK : error->code;
}

const char* gridcase_error_message(const gridcase_error* error) {
  if (error == nullptr) return "";
  return error == &no_memory() ? gridcase::c_api::no_memory_message : error->message.c_str();
}

const char* gridcase_error_field(const gridcase_error* error) {
  return error == nullptr ? "" : error->field.c_str();
}

const char* gridcase_error_detail(const gridcase_error* error) {
  if (error == nullptr) return "";
  return error == &no_memory() ? gridcase::c_api::no_memory_detail : error->detail.c_str();
}

void gridcase_error_free(gridcase_error* error) {
  if (error != &no_memory()) delete error;
}

void gridcase_string_free(char* text) { std::free(text); }
