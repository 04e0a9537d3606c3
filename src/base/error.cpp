#include <gridcase/error.hpp>

#include <utility>

namespace gridcase {

std::string_view name(ErrorCode code) noexcept {
  switch (code) {
  case ErrorCode::invalid_argument: return "invalid_argument";
  case ErrorCode::invalid_document: return "invalid_document";
  case ErrorCode::not_found: return "not_found";
  case ErrorCode::busy: return "busy";
  case ErrorCode::io: return "io";
  case ErrorCode::corrupt: return "corrupt";
  case ErrorCode::unsupported: return "unsupported";
  case ErrorCode::needs_reopen: return "needs_reopen";
  case ErrorCode::forked: return "forked";
  case ErrorCode::stopped: return "stopped";
  case ErrorCode::internal: break;
  }
  return "internal";
}

Error::Error(ErrorCode code, const std::string& message, std::string field)
    : std::runtime_error(message), code_(code), field_(std::move(field)) {}

Error::~Error() = default;

namespace {

// The first error, or the first fault where there is none: what one line can say of a list.
const Fault* leading(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    if (fault.severity == Severity::error) return &fault;
  }
  return faults.empty() ? nullptr : &faults.front();
}

std::string summary(const std::string& document, const std::vector<Fault>& faults) {
  const Fault* first = leading(faults);
  if (first == nullptr) return "the " + document + " cannot be used";
  std::string text = "the " + document + " has " + std::to_string(faults.size()) +
                     (faults.size() == 1 ? " fault: " : " faults; the first: ");
  if (!first->path.empty()) text += first->path + ": ";
  text += first->message;
  if (!first->fix.empty()) text += "; " + first->fix;
  return text;
}

std::string leading_path(const std::vector<Fault>& faults) {
  const Fault* first = leading(faults);
  return first == nullptr ? std::string() : first->path;
}

}  // namespace

DocumentError::DocumentError(const std::string& document, std::vector<Fault> faults)
    : Error(ErrorCode::invalid_document, summary(document, faults), leading_path(faults)),
      faults_(std::move(faults)) {}

DocumentError::~DocumentError() = default;

}  // namespace gridcase
