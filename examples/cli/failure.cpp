#include "failure.hpp"
#include "json.hpp"
#include "output.hpp"

#include <gridcase/error.hpp>

#include <exception>
#include <new>
#include <utility>

#include <fmt/args.h>

namespace gridcase::cli {
namespace {

std::string filled(Language language, const std::string& key,
                   const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments)
    store.push_back(printable(argument));
  return fmt::vformat(text(language, key), store);
}

Exit exit_of(ErrorCode code) {
  switch (code) {
  case ErrorCode::invalid_argument:
  case ErrorCode::invalid_document:
  case ErrorCode::not_found: return exit_usage;
  case ErrorCode::busy:
  case ErrorCode::io:
  case ErrorCode::corrupt:
  case ErrorCode::unsupported:
  case ErrorCode::needs_reopen:
  case ErrorCode::forked:
  case ErrorCode::stopped: return exit_store;
  case ErrorCode::internal: return exit_internal;
  }
  return exit_internal;
}

// Of a process with one command, hence with one store.
std::string& open_store_name() {
  static std::string file;
  return file;
}

// In a store that was opened, SQL that fails is a store that is not as it was written.
bool is_damage(const Error& error) {
  return !open_store_name().empty() &&
         (error.code() == ErrorCode::corrupt || error.code() == ErrorCode::internal);
}

// Everything that one failure says.
struct Said {
  Exit exit = exit_internal;
  std::string code;
  std::string field;
  std::string value;
  std::string message;
  std::string fix;
  std::vector<Fault> faults;
};

int print_for_machines(const Said& said) {
  Json json;
  json.begin_object().key("error").begin_object();
  json.field("code", said.code).text_or_null("field", said.field);
  json.text_or_null("value", said.value);
  json.field("message", said.message).text_or_null("fix", said.fix);
  json.key("faults").begin_array();
  for (const Fault& fault : said.faults) {
    json.begin_object()
        .field("severity", fault.severity == Severity::error ? "error" : "warning")
        .field("code", fault.code)
        .field("path", fault.path)
        .field("message", fault.message)
        .field("fix", fault.fix)
        .end_object();
  }
  json.end_array().end_object().end_object();
  print_error_line(json.text());
  return said.exit;
}

int print_for_people(const Output& output, const Said& said) {
  std::string line = "gridcase: ";
  const std::string& about = said.value.empty() ? said.field : said.value;
  if (!about.empty()) line += about + ": ";
  line += said.message;
  if (!said.fix.empty()) line += std::string(output.text("fail.then")) + said.fix;
  print_error_line(printable(line));
  for (const Fault& fault : said.faults)
    print_error_line(fault_line(output, fault));
  return said.exit;
}

int print_failure(const Output& output, const Said& said) {
  return output.json ? print_for_machines(said) : print_for_people(output, said);
}

Said said_of(const Output& output, const Failure& failure) {
  return {failure.exit(),
          failure.code(),
          failure.field(),
          failure.value(),
          failure.message(output.language),
          failure.fix(output.language),
          {}};
}

// In Chinese the kind of error is said first; the library's own sentence is English.
Said said_of(const Output& output, const Error& error) {
  Said said;
  said.exit = exit_of(error.code());
  said.code = std::string(name(error.code()));
  said.field = error.field();
  said.message =
      output.language == Language::en
          ? std::string(error.what())
          : output.say("error.with_detail", output.word("error", said.code), error.what());
  return said;
}

}  // namespace

Failure::Failure(std::string code, std::string field, std::vector<std::string> arguments, Exit exit)
    : Failure(std::move(code), Subject{std::move(field), {}}, std::move(arguments), exit) {}

Failure::Failure(std::string code, Subject subject, std::vector<std::string> arguments, Exit exit)
    : code_(std::move(code)), subject_(std::move(subject)), arguments_(std::move(arguments)),
      exit_(exit) {}

std::string Failure::message(Language language) const {
  return filled(language, "fail." + code_, arguments_);
}

std::string Failure::fix(Language language) const {
  return has_text("fix." + code_) ? filled(language, "fix." + code_, arguments_) : std::string();
}

std::string fault_line(const Output& output, const Fault& fault) {
  const std::string_view severity =
      output.text(fault.severity == Severity::error ? "fault.error" : "fault.warning");
  return "  " +
         printable(fault.fix.empty()
                       ? output.say("fault.line", severity, fault.path, fault.message, fault.code)
                       : output.say("fault.line_with_fix", severity, fault.path, fault.message,
                                    fault.fix, fault.code));
}

void name_store(const std::string& file) { open_store_name() = file; }

int report_failure(const Output& output) {
  try {
    throw;
  } catch (const Failure& failure) {
    return print_failure(output, said_of(output, failure));
  } catch (const DocumentError& error) {
    Said said = said_of(output, error);
    said.field.clear();  // that of the first fault; all are listed
    said.message = output.say("fail.document", error.faults().size());
    said.faults = error.faults();
    return print_failure(output, said);
  } catch (const Error& error) {
    if (!is_damage(error)) return print_failure(output, said_of(output, error));
    const Failure damage("store_damaged", Subject{"FILE", open_store_name()}, {error.what()},
                         exit_store);
    return print_failure(output, said_of(output, damage));
  } catch (const std::bad_alloc&) {
    return print_failure(
        output,
        {exit_internal, "internal", "", "", std::string(output.text("fail.memory")), "", {}});
  } catch (const std::exception& error) {
    return print_failure(output, {exit_internal,
                                  "internal",
                                  "",
                                  "",
                                  output.say("fail.internal", error.what()),
                                  std::string(output.text("fix.internal")),
                                  {}});
  }
}

}  // namespace gridcase::cli
