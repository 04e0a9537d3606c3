#include "session.hpp"
#include "documents.hpp"
#include "failure.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace gridcase::cli {
namespace {

bool all_digits(const std::string& text) {
  return !text.empty() && text.size() <= 18 + 1 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The first character that is no space tells a JSON document from a store.
bool is_document(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  char c = 0;
  return (in >> c) && (c == '{' || c == '\xEF');
}

std::string command_center(const Organization& organization) {
  for (const Unit& unit : organization.units) {
    if (unit.kind == UnitKind::command_center) return unit.code;
  }
  return {};
}

}  // namespace

void need_no_folder(const std::string& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored))
    throw Failure("store_is_folder", Subject{"FILE", file}, {}, exit_store);
}

Engine open_store(const std::string& file, const EngineOptions& options) {
  need_no_folder(file);
  try {
    Engine engine = Engine::open(file, options);
    name_store(file);
    return engine;
  } catch (const Error& error) {
    switch (error.code()) {
    case ErrorCode::not_found:
      throw Failure("store_missing", Subject{"FILE", file}, {}, exit_store);
    case ErrorCode::corrupt:
    case ErrorCode::internal:
    case ErrorCode::invalid_document:  // its policy cannot be read
      throw Failure("store_damaged", Subject{"FILE", file}, {error.what()}, exit_store);
    default: throw;
    }
  }
}

Engine open_store(const std::string& file, Access access) {
  EngineOptions options;
  options.read_only = access == Access::read;
  return open_store(file, options);
}

Session::Session(const Output& output, const std::string& file, Access access)
    : Session(output, open_store(file, access)) {}

Session::Session(const Output& output, Engine opened)
    : engine(std::move(opened)), names(output.language, engine.directory()) {}

void Session::refresh_names() { names = Names(names.language(), engine.directory()); }

Actor Session::reader(const std::string& by) const {
  if (!by.empty()) return parse_actor("--by", by);
  Actor actor;
  actor.unit = command_center(names.directory().organization());
  return actor;
}

Instant Session::when(const std::string& at) const {
  return at.empty() ? wall_clock() : parse_time("--at", at, names.zone());
}

CaseId Session::find_case(const std::string& text, const Actor& actor,
                          std::string_view field) const {
  if (all_digits(text)) {
    const auto id = static_cast<CaseId>(parse_integer(field, text));
    if (id != CaseId::none && engine.get(id, actor)) return id;
  }
  CaseQuery query;
  query.number = text;
  const CasePage page = engine.find(query, actor);
  if (page.cases.empty())
    throw Failure("case_missing", Subject{std::string(field), text}, {}, exit_refused);
  return page.cases.front().id;
}

Directory open_directory(const std::string& file) {
  if (is_document(file)) return Directory(read_policy_file(file).organization);
  return open_store(file, Access::read).directory();
}

}  // namespace gridcase::cli
