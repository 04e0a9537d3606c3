#pragma once
/// \file error.hpp
/// Failures and faults.
///
/// gridcase keeps three things apart:
///  - a *refusal* (action.hpp) is the answer "no" to an action: a value, nothing was changed;
///  - an `Error` is thrown when a call could not be carried out at all;
///  - a `Fault` is one finding about a document (an organization, a policy): documents are checked
///    whole, so faults come in lists.
///
/// All types here are plain values; any thread may use them.

#include <gridcase/export.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Why a call could not be carried out. The numbers are stable for ever and shared with the C
/// interface.
enum class ErrorCode : std::int32_t {
  invalid_argument =
      1,  ///< the caller passed something that can never work; `Error::field` names it
  invalid_document = 2,  ///< a JSON document has faults; see `DocumentError::faults`
  not_found = 3,         ///< no such case, unit, file …
  busy = 4,              ///< another writer holds the store longer than the bounded wait
  io = 5,                ///< the operating system or the disk refused
  corrupt = 6,           ///< the store contradicts itself; nothing was written
  unsupported = 7,       ///< a newer schema, a foreign file, too old a SQLite, a network drive
  needs_reopen = 8,      ///< a write failed in a way that leaves its fate open: reopen and resubmit
  forked = 9,            ///< the engine was opened by the parent of this process
  stopped = 10,          ///< the host ended the call, by `EngineOptions::stop`
  internal = 100,        ///< a bug in gridcase
};

/// The stable lower-case name of a code, such as "not_found".
GRIDCASE_API std::string_view name(ErrorCode code) noexcept;

/// Thrown when a call could not be carried out. The message says what, which, and what to do; it
/// never quotes the text of a case or personal data.
class GRIDCASE_API Error : public std::runtime_error {
public:
  /// The message is one sentence: what is wrong and what to do; the field what it is about, empty
  /// if nothing.
  Error(ErrorCode code, const std::string& message, std::string field = {});
  ~Error() override;

  /// For programs; `what()` is for people.
  ErrorCode code() const noexcept { return code_; }
  /// The argument or the path in a document the error is about; empty if it is about none.
  const std::string& field() const noexcept { return field_; }

private:
  ErrorCode code_;
  std::string field_;
};

/// How much a fault weighs.
enum class Severity : std::uint8_t {
  error = 1,    ///< the document cannot be used
  warning = 2,  ///< it can be used; somebody should look
};

/// One finding about a document.
struct Fault {
  Severity severity = Severity::error;
  std::string code;     ///< stable name of the rule that is broken, such as "unit.parent_unknown"
  std::string path;     ///< where, such as "units[12].parent" or "units[330881001]"
  std::string message;  ///< what is wrong
  std::string fix;      ///< what to do about it

  friend bool operator==(const Fault& a, const Fault& b) {
    return a.severity == b.severity && a.code == b.code && a.path == b.path &&
           a.message == b.message && a.fix == b.fix;
  }
};

/// Thrown when a document cannot be used. Carries every fault, not the first one only.
class GRIDCASE_API DocumentError : public Error {
public:
  /// `document` is what kind of document it is; there is at least one fault.
  explicit DocumentError(const std::string& document, std::vector<Fault> faults);
  ~DocumentError() override;

  /// All that were found, in the order of the document.
  const std::vector<Fault>& faults() const noexcept { return faults_; }

private:
  std::vector<Fault> faults_;
};

}  // namespace gridcase
