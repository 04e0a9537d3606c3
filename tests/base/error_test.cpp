#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace gridcase;

TEST_CASE("codes have stable names") {
  CHECK(name(ErrorCode::not_found) == "not_found");
  CHECK(name(ErrorCode::needs_reopen) == "needs_reopen");
  CHECK(name(ErrorCode::internal) == "internal");
}

TEST_CASE("an error carries its code and field") {
  const Error error(ErrorCode::not_found, "there is no unit", "unit");
  CHECK(error.code() == ErrorCode::not_found);
  CHECK(error.field() == "unit");
  CHECK(std::string(error.what()) == "there is no unit");
}

TEST_CASE("a document error says its first error and keeps every fault") {
  const Fault warning{Severity::warning, "a.b", "units[0]", "odd", "look"};
  const Fault fault{Severity::error, "c.d", "units[1]", "wrong", "correct it"};
  const DocumentError error("organization", {warning, fault});
  CHECK(error.code() == ErrorCode::invalid_document);
  CHECK(error.faults().size() == 2);
  CHECK(error.field() == "units[1]");
  CHECK(std::string(error.what()) ==
        "the organization has 2 faults; the first: units[1]: wrong; correct it");
  CHECK(std::string(DocumentError("policy", {}).what()) == "the policy cannot be used");
}
