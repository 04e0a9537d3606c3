#include "c_api/errors.hpp"

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <new>
#include <stdexcept>
#include <string>

using gridcase::DocumentError;
using gridcase::Error;
using gridcase::ErrorCode;
using gridcase::Fault;
using gridcase::Severity;
using gridcase::c_api::guarded;

namespace {

template <typename Thrown> gridcase_error* error_of(const Thrown& thrown, int32_t expected) {
  gridcase_error* error = nullptr;
  CHECK(guarded(&error, [&] { throw thrown; }) == expected);
  CHECK(guarded(nullptr, [&] { throw thrown; }) == expected);
  REQUIRE(error != nullptr);
  CHECK(gridcase_error_code(error) == expected);
  return error;
}

}  // namespace

TEST_CASE("Codes of the C interface are those of the library") {
  for (const ErrorCode code :
       {ErrorCode::invalid_argument, ErrorCode::invalid_document, ErrorCode::not_found,
        ErrorCode::busy, ErrorCode::io, ErrorCode::corrupt, ErrorCode::unsupported,
        ErrorCode::needs_reopen, ErrorCode::forked, ErrorCode::stopped, ErrorCode::internal}) {
    CHECK(gridcase_code_name(static_cast<int32_t>(code)) == std::string(name(code)));
    gridcase_error* error = error_of(Error(code, "why", "what"), static_cast<int32_t>(code));
    CHECK(gridcase_error_field(error) == std::string("what"));
    gridcase_error_free(error);
  }
}

TEST_CASE("All faults of a document are in the detail of the error") {
  gridcase_error* error = error_of(
      DocumentError("policy", {{Severity::warning, "a.b", "units[1]", "odd \"quoted\"", "look"},
                               {Severity::error, "c.d", "units[2]", "wrong", "mend it"}}),
      GRIDCASE_INVALID_DOCUMENT);
  CHECK(gridcase_error_field(error) == std::string("units[2]"));
  const std::string detail = gridcase_error_detail(error);
  CHECK(detail.find(R"({"severity":"warning","code":"a.b","path":"units[1]",)"
                    R"("message":"odd \"quoted\"","fix":"look"})") != std::string::npos);
  CHECK(detail.find(R"("path":"units[2]")") != std::string::npos);
  gridcase_error_free(error);
}

TEST_CASE("What is no error of the library is internal, whatever it is") {
  gridcase_error* error = error_of(std::runtime_error("no idea"), GRIDCASE_INTERNAL);
  CHECK(gridcase_error_message(error) == std::string("no idea"));
  gridcase_error_free(error);
  error = error_of(42, GRIDCASE_INTERNAL);
  CHECK(*gridcase_error_message(error) != '\0');
  gridcase_error_free(error);
}

TEST_CASE("Without memory there is an error that needs none, and freeing it does nothing") {
  gridcase_error* first = error_of(std::bad_alloc(), GRIDCASE_OUT_OF_MEMORY);
  gridcase_error* second = error_of(std::bad_alloc(), GRIDCASE_OUT_OF_MEMORY);
  CHECK(first == second);
  gridcase_error_free(first);
  CHECK(gridcase_error_code(second) == GRIDCASE_OUT_OF_MEMORY);
  CHECK(gridcase_error_message(second) == std::string("out of memory"));
  CHECK(std::string(gridcase_error_detail(second)).find("\"out_of_memory\"") != std::string::npos);
  gridcase_error_free(second);
}

TEST_CASE("An error of an earlier call is taken out of the way first") {
  gridcase_error* error = reinterpret_cast<gridcase_error*>(&error);
  CHECK(guarded(&error, [] {}) == GRIDCASE_OK);
  CHECK(error == nullptr);
}
