// import: the history of a legacy system.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "new_file.hpp"
#include "session.hpp"

#include <gridcase/legacy.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

namespace gridcase::cli {
namespace {

struct ImportOptions {
  std::string file, source, table, mapping, by, at, refused;
  bool force = false;
};

// ---- the rows that were refused ----------------------------------------------------------------

constexpr std::string_view added = "refused_";

// In the form of the table, so that it is read by the same mapping when it is mended.
CsvOutput form_of(const LegacyMapping& mapping, LegacyTable table) {
  const LegacyRows& rows = table == LegacyTable::contacts ? mapping.contacts
                           : table == LegacyTable::cases  ? mapping.cases
                                                          : mapping.steps;
  CsvOutput form;
  form.encoding = rows.encoding.value_or(mapping.encoding);
  form.separator = mapping.separator;
  if (form.encoding != TextEncoding::detect) return form;
  form.encoding = TextEncoding::utf8;
  form.byte_order_mark = true;
  return form;
}

class RefusedRows {
public:
  RefusedRows(const std::string& path, const CsvOutput& form)
      : path_(path), out_(path, std::ios::binary) {
    check();
    writer_.emplace(out_, form);
  }

  void write(const LegacyRefusal& refusal) {
    const std::vector<std::string> names = names_of(refusal);
    if (!begun_) writer_->write(names);
    begun_ = true;
    writer_->write(row_of(refusal, names.size()));
    out_.flush();
    check();
  }

private:
  static bool is_added(const std::string& name) { return name.substr(0, added.size()) == added; }

  static std::vector<std::string> names_of(const LegacyRefusal& refusal) {
    std::vector<std::string> names;
    for (const char* name : {"line", "column", "value", "code", "reason"})
      names.push_back(std::string(added) + name);
    for (const std::string& name : refusal.columns) {
      if (!is_added(name)) names.push_back(name);
    }
    return names;
  }

  // What was added stands first, so that the row behind it has the cells it had: one with too few
  // or too many is refused again until it is mended. Of one that cannot be told into cells the text
  // is a cell, and never are there as many cells as columns.
  static std::vector<std::string> row_of(const LegacyRefusal& refusal, std::size_t columns) {
    std::vector<std::string> row{std::to_string(refusal.line), refusal.column, refusal.value,
                                 refusal.code, refusal.reason};
    for (const auto& [name, cell] : refusal.cells) {
      if (!is_added(name)) row.push_back(cell);
    }
    if (refusal.text.empty()) return row;
    row.push_back(refusal.text);
    if (row.size() == columns) row.emplace_back();
    return row;
  }

  void check() const {
    if (!out_) throw Failure("output", Subject{"--refused", path_}, {std::strerror(errno)});
  }

  std::string path_;
  std::ofstream out_;
  std::optional<CsvWriter> writer_;
  bool begun_ = false;
};

// ---- the command -------------------------------------------------------------------------------

std::ifstream open_table(const std::string& path) {
  const Subject subject{"TABLE", path};
  std::error_code error;
  if (!std::filesystem::exists(path, error)) throw Failure("file_missing", subject);
  if (std::filesystem::is_directory(path, error)) throw Failure("file_is_folder", subject);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure("file_unreadable", subject, {std::strerror(errno)});
  return in;
}

std::optional<RefusedRows> open_refused(const ImportOptions& options, const CsvOutput& form) {
  if (options.refused.empty()) return std::nullopt;
  std::error_code error;
  for (const std::string* other : {&options.source, &options.file, &options.mapping}) {
    if (std::filesystem::equivalent(options.refused, *other, error))
      throw Failure("file_same", Subject{"--refused", options.refused});
  }
  need_free_name({"--refused", options.refused}, options.force);
  return std::optional<RefusedRows>(std::in_place, options.refused, form);
}

void put_refusal(const LegacyRefusal& refusal) {
  Json json;
  json.begin_object().field("line", refusal.line).field("id", refusal.id);
  json.field("column", refusal.column).field("value", refusal.value);
  json.field("code", refusal.code).field("reason", refusal.reason);
  print_line(json.end_object().text());
}

void put_report(const LegacyReport& report) {
  Json json;
  json.begin_object().field("rows", report.rows).field("done", report.done);
  json.field("already", report.already).field("changed", report.changed);
  json.field("ignored", report.ignored).field("refused", report.refused);
  json.key("changed_lines").begin_array();
  for (const std::size_t line : report.changed_lines)
    json.value(line);
  json.end_array();
  print_line(json.end_object().text());
}

std::string changed_in_words(const LegacyReport& report, const Output& output) {
  constexpr std::size_t shown = 20;
  std::string lines;
  for (std::size_t i = 0; i < report.changed_lines.size() && i < shown; ++i)
    lines += (i == 0 ? "" : ", ") + std::to_string(report.changed_lines[i]);
  if (report.changed > static_cast<std::int64_t>(shown)) lines += ", …";
  return output.say("import.changed", report.changed, lines);
}

int import_table(const ImportOptions& options, const Output& output) {
  constexpr std::int64_t shown = 20;
  const auto table = legacy_table_from_name(options.table);
  if (!table) throw Failure("unknown_word", "--table", {options.table, "contacts, cases, steps"});
  const LegacyMapping mapping = read_legacy_mapping(read_text(options.mapping, "--mapping"));
  std::ifstream in = open_table(options.source);
  Session session(output, options.file, Access::write);
  auto refused = open_refused(options, form_of(mapping, *table));
  std::int64_t count = 0;
  const auto take = [&](const LegacyRefusal& refusal) {
    if (refused) refused->write(refusal);
    ++count;
    if (output.json) {
      put_refusal(refusal);
    } else if (count <= shown) {
      print_line(output.say("import.refused", refusal.line,
                            refusal.column.empty() ? refusal.code : refusal.column,
                            refusal.reason));
    }
  };
  const LegacyReport report =
      import_legacy(in, *table, mapping, session.engine, parse_actor("--by", options.by),
                    session.when(options.at), take);
  if (output.json) {
    put_report(report);
  } else {
    if (count > shown && !refused) print_line(output.say("import.more", count - shown));
    if (report.changed > 0) print_line(changed_in_words(report, output));
    print_line(output.say("import.done", report.rows, report.done, report.already, report.ignored,
                          report.refused));
  }
  return report.refused == 0 ? exit_ok : exit_refused;
}

}  // namespace

void add_import_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<ImportOptions>();
  Command(app, output, "import")
      .store_file(o->file)
      .positional("TABLE", o->source)
      .option("--table", o->table, "contacts|cases|steps", Need::required)
      .option("--mapping", o->mapping, "PATH", Need::required)
      .option("--refused", o->refused, "PATH")
      .flag("--force", o->force)
      .actor(o->by)
      .time(o->at)
      .run([o, &output] { return import_table(*o, output); });
}

}  // namespace gridcase::cli
