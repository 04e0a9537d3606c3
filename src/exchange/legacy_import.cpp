#include "base/hash.hpp"
#include "base/text.hpp"
#include "engine/same_content.hpp"
#include "exchange/legacy_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <map>
#include <unordered_map>
#include <utility>

namespace gridcase {

namespace exchange {
namespace {

using Cells = std::vector<std::string>;

std::string digest_of(const std::vector<std::string_view>& parts) {
  constexpr std::size_t digits = 24;
  std::string text;
  for (const std::string_view part : parts)
    text += fmt::format("{}:{}", part.size(), part);
  return base::sha256_hex(text).substr(0, digits);
}

// A row that is ready for the engine, and its place for the case that it is refused.
struct Pending {
  std::size_t line = 0;
  Cells cells;
  std::string text;  // instead, of a record that cannot be told into cells
  LegacyRow row;
  const LegacyStep* step = nullptr;
};

// What is wrong with a row.
struct Problem {
  std::string code;
  std::string field;
  std::string column;
  std::string value;
  std::string reason;
};

// ---- the columns of a table --------------------------------------------------------------------

class Header {
public:
  Header(Cells names, const LegacyMapping& mapping, LegacyTable table) : names_(std::move(names)) {
    for (std::string& one : names_)
      one = std::string(without_spaces(one));
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!places_.emplace(names_[i], i).second && !names_[i].empty())
        faults.push_back(fault(fmt::format("column \"{}\" stands there twice", names_[i]),
                               "give each column its own name"));
      if (names_[i].empty()) names_[i] = fmt::format("column {}", i + 1);
    }
    need(rows_of(mapping, table).fields, faults);
    if (table == LegacyTable::steps) {
      need_column(mapping.step_column, faults);
      for (const auto& [theirs, step] : mapping.kinds)
        need(step.fields, faults);
    }
    if (!faults.empty()) throw DocumentError("legacy table", std::move(faults));
  }

  const Cells& names() const { return names_; }

  std::string cell(const Cells& cells, const std::string& column) const {
    const std::size_t place = places_.at(column);
    return place < cells.size() ? std::string(without_spaces(cells[place])) : std::string();
  }

  // What makes a row without an id itself: all of it, but what a report of refusals added.
  std::string key(const Cells& cells) const {
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < names_.size() && i < cells.size(); ++i) {
      if (names_[i].rfind("refused_", 0) == 0) continue;
      parts.push_back(names_[i]);
      parts.push_back(cells[i]);
    }
    return digest_of(parts);
  }

private:
  static Fault fault(std::string message, std::string fix) {
    return {Severity::error, "legacy.header", "line 1", std::move(message), std::move(fix)};
  }

  void need(const LegacyFields& fields, std::vector<Fault>& faults) const {
    for (const auto& [name, source] : fields) {
      if (!source.column.empty()) need_column(source.column, faults);
    }
  }

  void need_column(const std::string& column, std::vector<Fault>& faults) const {
    if (places_.count(column) != 0) return;
    Fault missing = fault(fmt::format("there is no column \"{}\"", column),
                          "add the column, correct its name in the mapping, or name the right "
                          "encoding");
    if (std::find(faults.begin(), faults.end(), missing) == faults.end())
      faults.push_back(std::move(missing));
  }

  Cells names_;
  std::map<std::string, std::size_t> places_;
};

// ---- from a row to an action -------------------------------------------------------------------

class Translation {
public:
  Translation(const LegacyMapping& mapping, LegacyTable table, const Header& header,
              const Cells& cells)
      : mapping_(mapping), table_(table), header_(header), cells_(cells) {}

  // False when there is a problem.
  bool translate(LegacyRow& row, const LegacyStep* step) {
    const LegacyRows& rows = rows_of(mapping_, table_);
    if (!fill(row, rows.fields, path_of(rows.fields))) return false;
    if (step != nullptr && !fill(row, step->fields, path_of(step->fields))) return false;
    if (!row.action.happened) return missing("happened");
    if (table_ == LegacyTable::steps) {
      if (row.about.empty() == row.contact.empty()) return missing("case");
    } else if (row.id.empty()) {
      return missing("id");
    }
    return check_point(row);
  }

  const Problem& problem() const { return problem_; }

private:
  std::string path_of(const LegacyFields& fields) const {
    std::string path{name(table_)};
    if (table_ == LegacyTable::steps && &fields != &mapping_.steps.fields)
      path += ".kinds." + header_.cell(cells_, mapping_.step_column);
    return path + ".fields.";
  }

  bool fill(LegacyRow& row, const LegacyFields& fields, const std::string& path) {
    for (const auto& [name, source] : fields) {
      if (!fill(row, *legacy_field(name), source, path)) return false;
    }
    return true;
  }

  bool fill(LegacyRow& row, const LegacyField& field, const LegacySource& source,
            const std::string& path) {
    const std::string cell =
        source.column.empty() ? std::string() : header_.cell(cells_, source.column);
    const std::vector<std::string> items =
        field.is_list ? split_list(cell) : std::vector<std::string>{cell};
    if (items.empty()) return set(row, field, source, source.otherwise.value_or(std::string()));
    for (const std::string& item : items) {
      const auto value = ours(source, item);
      if (!value) return unmapped(field, source, item, path);
      if (!set(row, field, source, *value)) return false;
    }
    return true;
  }

  // Nothing where the mapping says nothing.
  static std::optional<std::string> ours(const LegacySource& source, const std::string& theirs) {
    const auto code = source.codes.find(theirs);
    if (code != source.codes.end()) return code->second;
    const bool unknown = theirs.empty() || !source.codes.empty();
    if (unknown && source.otherwise) return source.otherwise;
    if (unknown && !theirs.empty()) return std::nullopt;
    return theirs;
  }

  bool set(LegacyRow& row, const LegacyField& field, const LegacySource& source,
           const std::string& value) {
    if (value.empty()) return true;
    if (!base::is_valid_utf8(value)) return fail("legacy.value", field, source, "is not UTF-8");
    if (field.is_time) {
      const auto time = read_legacy_time(value, mapping_);
      if (time) row.action.*field.time = time;
      return time || fail("legacy.time", field, source,
                          fmt::format("is no time in {}; correct it, or add its format to times",
                                      formats()));
    }
    return field.set(row, value) ||
           fail("legacy.value", field, source, fmt::format("is not {}", field.words));
  }

  std::string formats() const {
    return mapping_.times.empty() ? std::string("YYYY-MM-DD hh:mm")
                                  : fmt::format("{}", fmt::join(mapping_.times, ", "));
  }

  bool fail(const char* code, const LegacyField& field, const LegacySource& source,
            const std::string& what) {
    problem_ = {code, std::string(field.name), source.column, {}, {}};
    if (!source.column.empty() && !field.is_text)
      problem_.value = header_.cell(cells_, source.column);
    problem_.reason = fmt::format("{} {}", field.name, what);
    return false;
  }

  bool unmapped(const LegacyField& field, const LegacySource& source, const std::string& item,
                const std::string& path) {
    fail("legacy.code", field, source, "");
    problem_.value = item;
    problem_.reason = fmt::format("\"{}\" is not among the codes; add it to {}{}.codes, or give a "
                                  "default there",
                                  item, path, field.name);
    return false;
  }

  bool missing(const std::string& field) {
    const LegacyFields& fields = rows_of(mapping_, table_).fields;
    const auto source = fields.find(field);
    problem_ = {"legacy.missing",
                field,
                source == fields.end() ? "" : source->second.column,
                {},
                fmt::format("{} is missing; fill it in", field)};
    if (field == "case")
      problem_.reason = "a step is about one case or one contact; name the old id of one";
    return false;
  }

  bool check_point(const LegacyRow& row) {
    const LegacyFields& fields = rows_of(mapping_, table_).fields;
    if (!row.action.point) return true;
    for (const char* half : {"longitude", "latitude"}) {
      const auto source = fields.find(half);
      if (source == fields.end() || source->second.column.empty()) continue;
      if (header_.cell(cells_, source->second.column).empty()) return missing(half);
    }
    return true;
  }

  const LegacyMapping& mapping_;
  LegacyTable table_;
  const Header& header_;
  const Cells& cells_;
  Problem problem_;
};

// ---- the import --------------------------------------------------------------------------------

class Importing {
public:
  Importing(CsvReader& reader, LegacyTable table, const LegacyMapping& mapping, Engine& engine,
            const Actor& importer, Instant now,
            const std::function<void(const LegacyRefusal&)>& refused, const LegacyOptions& options)
      : reader_(reader), table_(table), mapping_(mapping), engine_(engine), importer_(importer),
        now_(now), refused_(refused), options_(options), header_(read_header()) {}

  LegacyReport run() {
    CsvRecord record;
    std::vector<Pending> steps;
    while (!report_.more && next(record)) {
      ++report_.rows;
      auto ready = translate(std::move(record));
      if (!ready) continue;
      if (table_ == LegacyTable::steps) {
        steps.push_back(std::move(*ready));
      } else {
        add(std::move(*ready));
      }
    }
    carry_out_in_order(std::move(steps));
    flush();
    return report_;
  }

private:
  Header read_header() {
    CsvRecord record;
    if (!reader_.next(record)) {
      throw DocumentError("legacy table",
                          {{Severity::error, "legacy.header", "line 1", "the table is empty",
                            "its first line names the columns"}});
    }
    if (record.problem) throw DocumentError("legacy table", {*record.problem});
    return {std::move(record.fields), mapping_, table_};
  }

  // Where the table cannot be read on, what was read is entered all the same.
  bool next(CsvRecord& record) {
    try {
      return reader_.next(record);
    } catch (const DocumentError&) {
      flush();
      throw;
    }
  }

  // A record that came whole, its meaning and its actor; else it is refused here.
  std::optional<Pending> translate(CsvRecord record) {
    Pending row;
    row.line = record.line;
    // Where a byte is damaged the cells are known all the same.
    const bool is_damaged = record.problem && (record.problem->code == "csv.encoding" ||
                                               record.problem->code == "csv.nul");
    if (record.problem && !is_damaged) {
      row.text = std::move(record.text);
    } else {
      row.cells = std::move(record.fields);
    }
    if (auto problem = problem_of(record, row)) return refuse(row, *std::move(problem));
    if (table_ == LegacyTable::steps && !find_step(row)) return std::nullopt;
    Translation translation(mapping_, table_, header_, row.cells);
    if (!translation.translate(row.row, row.step)) return refuse(row, translation.problem());
    complete(row);
    if (is_twice(row)) return std::nullopt;
    return row;
  }

  std::optional<Problem> problem_of(const CsvRecord& record, const Pending& row) const {
    if (record.problem)
      return Problem{"legacy.row", "", "", "",
                     fmt::format("{}: {}; {}", record.problem->path, record.problem->message,
                                 record.problem->fix)};
    if (row.cells.size() == header_.names().size()) return std::nullopt;
    return Problem{"legacy.row", "", "", "",
                   fmt::format("the row has {} cells, the table {} columns; put text with a "
                               "separator in quotes",
                               row.cells.size(), header_.names().size())};
  }

  bool find_step(Pending& row) {
    const std::string word = header_.cell(row.cells, mapping_.step_column);
    const auto kind = mapping_.kinds.find(word);
    if (kind == mapping_.kinds.end()) {
      refuse(row, {"legacy.code", "", mapping_.step_column, word,
                   fmt::format("\"{}\" means no action; add it to steps.kinds", word)});
      return false;
    }
    if (kind->second.ignored) ++report_.ignored;
    row.step = &kind->second;
    return !kind->second.ignored;
  }

  const std::string& system_of(LegacyTable table) const {
    const std::string& own = rows_of(mapping_, table).system;
    return own.empty() ? mapping_.system : own;
  }

  void complete(Pending& row) {
    Action& action = row.row.action;
    if (row.row.actor.unit.empty()) row.row.actor = importer_;
    const std::string key =
        row.row.id.empty() ? header_.key(row.cells) : digest_of({"id", row.row.id});
    action.command_id = fmt::format("legacy.{}.{}.{}", system_of(table_), name(table_), key);
    if (table_ == LegacyTable::steps) {
      action.kind = row.step->action;
      return;
    }
    action.external_ids = {{system_of(table_), row.row.id}};
    action.kind = ActionKind::report;
    if (table_ == LegacyTable::cases) return;
    action.kind = ActionKind::enter_record;
    action.nature = Nature::contact;
  }

  // The same row twice is one; two rows with one id contradict each other.
  bool is_twice(const Pending& row) {
    const auto [first, is_new] =
        seen_.emplace(row.row.action.command_id, Seen{row.line, header_.key(row.cells)});
    if (is_new) return false;
    if (first->second.key == header_.key(row.cells)) {
      ++report_.already;
      return true;
    }
    refuse(row, {"legacy.id_twice", "id", "", row.row.id,
                 fmt::format("line {} has the same id and says something else; give each its own",
                             first->second.line)});
    return true;
  }

  void carry_out_in_order(std::vector<Pending> steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const Pending& a, const Pending& b) {
      return *a.row.action.happened < *b.row.action.happened;
    });
    for (Pending& step : steps) {
      if (report_.more) {
        --report_.rows;  // not looked at
        continue;
      }
      add(std::move(step));
    }
  }

  void add(Pending row) {
    if (!tie(row)) return;
    pending_.push_back(std::move(row));
    const auto waiting = static_cast<std::int64_t>(pending_.size());
    if (pending_.size() >= options_.batch || report_.done + waiting >= options_.budget) flush();
    report_.more = report_.done >= options_.budget;
  }

  // Names the case or contact that the row speaks of.
  bool tie(Pending& row) {
    Action& action = row.row.action;
    if (!row.row.contact.empty()) {
      const CaseId contact = find(LegacyTable::contacts, row.row.contact);
      if (contact == CaseId::none) return refuse_unknown(row, "contact", row.row.contact);
      if (table_ == LegacyTable::steps) {
        action.case_id = contact;
      } else {
        action.other_case = contact;
        action.relation = Relation::follows;
      }
    }
    if (row.row.about.empty()) return true;
    action.case_id = find(LegacyTable::cases, row.row.about);
    return action.case_id != CaseId::none || refuse_unknown(row, "case", row.row.about);
  }

  CaseId find(LegacyTable table, const std::string& id) {
    const std::string key = std::string(name(table)) + id;
    const auto known = found_.find(key);
    if (known != found_.end()) return known->second;
    CaseQuery query;
    query.external_id = ExternalId{system_of(table), id};
    const auto cases = engine_.find(query, importer_).cases;
    return found_[key] = cases.empty() ? CaseId::none : cases.front().id;
  }

  bool refuse_unknown(const Pending& row, const std::string& what, const std::string& id) {
    const LegacyFields& fields = rows_of(mapping_, table_).fields;
    const auto source = fields.find(what);
    refuse(row,
           {"legacy.unknown_" + what, what,
            source == fields.end() ? std::string() : source->second.column, id,
            fmt::format("there is no {} {} of {}; import it first", what, id,
                        system_of(what == "case" ? LegacyTable::cases : LegacyTable::contacts))});
    return false;
  }

  void flush() {
    std::vector<Submission> submissions;
    submissions.reserve(pending_.size());
    for (const Pending& row : pending_)
      submissions.push_back({row.row.action, row.row.actor, now_});
    const auto answers = engine_.batch(submissions);
    const std::vector<Pending> rows = std::exchange(pending_, {});
    for (std::size_t i = 0; i < rows.size(); ++i)
      settle(rows[i], answers[i]);
    if (!stuck_) return;
    throw Error(*stuck_, "the import was held up; run it again, and it does what is left");
  }

  void settle(const Pending& row, const Answer& answer) {
    switch (answer.status) {
    case Status::committed: ++report_.done; return;
    case Status::duplicate: count_again(row, answer); return;
    case Status::busy: stuck_ = ErrorCode::busy; return;
    case Status::unknown: stuck_ = ErrorCode::needs_reopen; return;
    case Status::refused:
    case Status::conflict: break;
    }
    const Refusal& why = answer.refusal.value();
    Problem problem{std::string(name(why.code)), why.field, {}, {}, why.reason};
    // The id is made of the row: only another unit can have used it.
    if (why.field == "command_id")
      problem.reason = "another unit has imported this row; let that one import it again";
    name_column(row, problem);
    refuse(row, std::move(problem));
  }

  void count_again(const Pending& row, const Answer& answer) {
    constexpr std::size_t most_named = 1000;
    const auto history = engine_.history(answer.case_id, importer_);
    if (engine::is_same_as_shown(row.row.action, history, answer.version)) {
      ++report_.already;
      return;
    }
    ++report_.changed;
    auto& lines = report_.changed_lines;
    lines.insert(std::lower_bound(lines.begin(), lines.end(), row.line), row.line);
    if (lines.size() > most_named) lines.pop_back();
  }

  // The column that filled the field the engine complains of.
  void name_column(const Pending& row, Problem& problem) const {
    const std::string field = problem.field.substr(0, problem.field.find('['));
    const LegacyFields none;
    const LegacyFields& own = row.step == nullptr ? none : row.step->fields;
    for (const LegacyFields* fields : {&own, &rows_of(mapping_, table_).fields}) {
      for (const auto& [name, source] : *fields) {
        const LegacyField& known = *legacy_field(name);
        const bool is_it = name == field || known.fills == field ||
                           (name == "by" && (field == "actor" || field == "actor.unit"));
        if (!is_it || source.column.empty()) continue;
        problem.column = source.column;
        if (!known.is_text) problem.value = header_.cell(row.cells, source.column);
        return;
      }
    }
  }

  std::nullopt_t refuse(const Pending& row, Problem problem) {
    ++report_.refused;
    if (!refused_) return std::nullopt;
    LegacyRefusal refusal;
    refusal.table = table_;
    refusal.line = row.line;
    refusal.id = row.row.id.empty() ? id_in(row.cells) : row.row.id;
    refusal.column = std::move(problem.column);
    refusal.value = std::move(problem.value);
    refusal.code = std::move(problem.code);
    refusal.reason = std::move(problem.reason);
    refusal.columns = header_.names();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      refusal.cells.emplace_back(i < header_.names().size() ? header_.names()[i] : std::string(),
                                 row.cells[i]);
    }
    refusal.text = row.text;
    refused_(refusal);
    return std::nullopt;
  }

  // As it stands, where the row did not come so far that it was read.
  std::string id_in(const Cells& cells) const {
    const LegacyFields& fields = rows_of(mapping_, table_).fields;
    const auto source = fields.find("id");
    if (source == fields.end() || source->second.column.empty()) return {};
    return header_.cell(cells, source->second.column);
  }

  struct Seen {
    std::size_t line;
    std::string key;
  };

  CsvReader& reader_;
  LegacyTable table_;
  const LegacyMapping& mapping_;
  Engine& engine_;
  const Actor& importer_;
  Instant now_;
  const std::function<void(const LegacyRefusal&)>& refused_;
  const LegacyOptions& options_;
  Header header_;
  LegacyReport report_;
  std::vector<Pending> pending_;
  std::unordered_map<std::string, CaseId> found_;
  std::unordered_map<std::string, Seen> seen_;
  std::optional<ErrorCode> stuck_;
};

// Nothing is entered from a table whose encoding was guessed and guessed wrong. A stream that
// cannot go back is read once.
void check_detected(std::istream& table, const CsvFormat& format) {
  if (format.encoding != TextEncoding::detect) return;
  const std::istream::pos_type begin = table.tellg();
  if (begin == std::istream::pos_type(-1)) return table.clear();
  CsvReader reader(table, format);
  CsvRecord record;
  while (reader.next(record)) {
  }
  table.clear();
  table.seekg(begin);
}

void check_options(LegacyTable which, const LegacyMapping& mapping, const LegacyOptions& options) {
  constexpr std::size_t largest_batch = 512;
  if (options.batch < 1 || options.batch > largest_batch)
    throw Error(ErrorCode::invalid_argument, "a batch has 1 to 512 actions", "batch");
  if (options.budget < 1)
    throw Error(ErrorCode::invalid_argument, "the budget is at least 1", "budget");
  if (rows_of(mapping, which).fields.empty()) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("the mapping does not describe {}; add it", name(which)), "which");
  }
}

}  // namespace
}  // namespace exchange

LegacyReport import_legacy(std::istream& table, LegacyTable which, const LegacyMapping& mapping,
                           Engine& engine, const Actor& importer, Instant now,
                           const std::function<void(const LegacyRefusal&)>& refused,
                           const LegacyOptions& options) {
  auto faults = exchange::check_legacy_mapping(mapping);
  if (!faults.empty()) throw DocumentError("legacy mapping", std::move(faults));
  exchange::check_options(which, mapping, options);
  CsvFormat format;
  format.encoding = exchange::rows_of(mapping, which).encoding.value_or(mapping.encoding);
  format.separator = mapping.separator;
  format.keep_going = true;
  exchange::check_detected(table, format);
  CsvReader reader(table, format);
  return exchange::Importing(reader, which, mapping, engine, importer, now, refused, options).run();
}

}  // namespace gridcase
