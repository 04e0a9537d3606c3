#pragma once
/// \file legacy.hpp
/// A legacy system's history: contacts, cases and their past steps from CSV tables, entered through
/// the same door as everything else. Each row becomes an action that happened when the old system
/// says, and is recorded now; the rules decide about it as about any other, and a row they refuse
/// comes back with its place and what to do, so that it can be mended and imported again.
///
/// Import contacts first, then cases, then steps: a later table names rows of the earlier ones by
/// their old ids, kept as external ids {system, old id}.
///
/// Once and resumable: a row's command id follows from its old id (of a step without one, from all
/// its columns but those that begin with "refused_"), so importing a table again, after a crash or
/// with more rows, does only what is left. A row that was imported and has changed since, or means
/// something else by a mapping that changed, is counted and named by its line, and changes nothing:
/// what is to be different is done as an action of today. Compared is what readers see: of names
/// and telephones what masking leaves of them, of a sensitive case its codes and times only.
///
/// Who: the unit that `by` gives, with the rights of that unit; the importer where it gives none.
/// Steps of a contact come before the case it became, for that settles it: where there are such,
/// import steps before cases and again after them.
///
/// A unit that is no more cannot act, nor can one act before it was there: the codes of `by` name
/// the successor. Who did it there is `performer`, erasable text.
///
/// Clocks: they start, stop and are met at the old times, since events say when they happened.
/// While a table is imported nothing fires. A case that is closed when the steps are in has clocks
/// that were met or dropped, and nothing fires for it, ever. For a case that is still open the next
/// `Engine::tick` fires every rung that is past, once and in order, as after a standstill. So tick
/// only when all steps are in, and import into a store that nobody ticks yet: steps may come after
/// it, but what has fired stays fired, also where such a step met the clock long before.
///
/// Plain values; `import_legacy` is one call on one thread.

#include <gridcase/csv.hpp>
#include <gridcase/engine.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gridcase {

/// What the rows of a table are.
enum class LegacyTable : std::uint8_t {
  contacts = 1,  ///< calls, letters, visits: each is entered as a contact
  cases,         ///< each is reported
  steps,         ///< what was done with a case or a contact
};

GRIDCASE_API std::string_view name(LegacyTable table) noexcept;
GRIDCASE_API std::optional<LegacyTable> legacy_table_from_name(std::string_view name) noexcept;

/// Where a value comes from.
struct LegacySource {
  std::string column;  ///< of the table; empty: `otherwise` for every row
  /// What theirs are here; "" leaves the field out. Empty: theirs are ours.
  std::map<std::string, std::string> codes;
  /// For cells that are empty or not among the codes; without it an empty cell leaves the field
  /// out, and one that is not among the codes is refused.
  std::optional<std::string> otherwise;
};

/// By name of a field (src/exchange/legacy.schema.md).
using LegacyFields = std::map<std::string, LegacySource>;

/// How a table is read.
struct LegacyRows {
  std::string system;                    ///< of its old ids; that of the mapping if empty
  std::optional<TextEncoding> encoding;  ///< that of the mapping if absent
  LegacyFields fields;
};

/// What a step of theirs means.
struct LegacyStep {
  ActionKind action = ActionKind::comment;
  LegacyFields fields;   ///< beside those of all steps
  bool ignored = false;  ///< it means nothing here; the row is counted and left out
};

/// How the tables of one system are read.
struct LegacyMapping {
  std::string system;  ///< code, 1 … 20 of A–Z a–z 0–9 . _ -
  std::string time_zone = "Asia/Shanghai";
  /// Such as "YYYY/M/D h:mm": YYYY four digits, MM two, M one or two; h, m, s likewise; the rest as
  /// it stands. The first that fits counts. Empty: as `parse_local` and `parse_instant`.
  std::vector<std::string> times;
  TextEncoding encoding = TextEncoding::utf8;
  char separator = ',';
  LegacyRows contacts;
  LegacyRows cases;
  LegacyRows steps;
  std::string step_column;  ///< says what the step is
  std::map<std::string, LegacyStep> kinds;
};

/// Reads and writes the JSON form (src/exchange/legacy.schema.md).
/// \throws DocumentError with all faults.
GRIDCASE_API LegacyMapping read_legacy_mapping(std::string_view json);
/// The JSON form that `read_legacy_mapping` takes.
GRIDCASE_API std::string write_legacy_mapping(const LegacyMapping& mapping);

/// A row that was not imported. Nothing of it was written.
struct LegacyRefusal {
  LegacyTable table = LegacyTable::contacts;
  std::size_t line = 0;  ///< where the row begins, from 1
  std::string id;        ///< old id, if it has one
  std::string column;    ///< the column it is about, empty if none
  std::string value;     ///< what stands there; empty where it is text about people
  /// legacy.row, legacy.missing, legacy.code, legacy.value, legacy.time, legacy.id_twice,
  /// legacy.unknown_case, legacy.unknown_contact; else the name of a `RefusalCode`.
  std::string code;
  std::string reason;  ///< what is wrong and what to do, such as the code to add to the mapping
  std::vector<std::string> columns;  ///< of the table, by name
  /// The row by name of column: as many cells as it has, those beyond the last column without name.
  std::vector<std::pair<std::string, std::string>> cells;
  /// Instead of cells, of a row that cannot be told into cells: its text as it stands.
  std::string text;
};

/// How a legacy table is taken over.
struct LegacyOptions {
  std::size_t batch = 500;              ///< actions handed to the engine at a time, 1 … 512
  std::int64_t budget = 1'000'000'000;  ///< rows done in this call, at least 1
};

/// How far an import came: rows = done + already + changed + ignored + refused.
struct LegacyReport {
  std::int64_t rows = 0;     ///< looked at
  std::int64_t done = 0;     ///< imported by this call
  std::int64_t already = 0;  ///< by an earlier one, or the same row twice
  std::int64_t changed = 0;  ///< by an earlier one, and it says something else now
  std::int64_t ignored = 0;  ///< steps that mean nothing here
  std::int64_t refused = 0;
  bool more = false;  ///< the budget is used up; call again with the whole table
  std::vector<std::size_t> changed_lines;  ///< where those rows begin, ascending; 1,000 at most
};

/// Imports one table. Contacts and cases are read as a stream; steps are held in memory and carried
/// out by their time, of the same time by their line, wherever in the table they stand; a step that
/// is refused does not stop the others. `importer` must see the cases that are named, as the
/// command centre does. `refused` is called for each row that is refused, in no particular order;
/// what it throws ends the import, which can be resumed.
/// \throws DocumentError (the mapping; the table: as `CsvReader`, legacy.header), Error
/// invalid_argument (an option, a table the mapping does not describe), busy or needs_reopen (run
/// it again), and what `Engine::batch` throws.
GRIDCASE_API LegacyReport import_legacy(std::istream& table, LegacyTable which,
                                        const LegacyMapping& mapping, Engine& engine,
                                        const Actor& importer, Instant now,
                                        const std::function<void(const LegacyRefusal&)>& refused,
                                        const LegacyOptions& options = {});

}  // namespace gridcase
