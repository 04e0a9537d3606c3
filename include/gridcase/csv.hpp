#pragma once
/// \file csv.hpp
/// Comma-separated values (RFC 4180), in UTF-8 or GB18030, read and written as a stream in constant
/// memory.
///
/// Reading takes LF, CRLF and CR at line ends, a byte order mark at the beginning, and quoted
/// fields with separators, line breaks and doubled quotes; empty lines are skipped. Writing ends
/// lines with CRLF and quotes only what must be quoted.
///
/// Reader and writer belong to one thread at a time. The stream must outlive them.

#include <gridcase/engine.hpp>
#include <gridcase/error.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// How characters are written as bytes.
enum class TextEncoding : std::uint8_t {
  /// Of reading only. With a byte order mark what it says; else UTF-8 if the 64 KiB from the first
  /// byte on that is not ASCII are valid UTF-8, else GB18030. A few Chinese characters in GB18030
  /// can be valid UTF-8 by chance, and UTF-8 with a damaged byte counts as GB18030: who knows the
  /// encoding should name it.
  detect = 1,
  utf8,
  gb18030,  ///< GB 18030; GBK and GB 2312 are parts of it
};

GRIDCASE_API std::string_view name(TextEncoding encoding) noexcept;
GRIDCASE_API std::optional<TextEncoding> text_encoding_from_name(std::string_view name) noexcept;

/// How a table is read.
struct CsvFormat {
  TextEncoding encoding = TextEncoding::detect;
  char separator = ',';                    ///< ASCII; no quote and no line break
  std::size_t longest_field = 1U << 20U;   ///< bytes of UTF-8
  std::size_t longest_record = 1U << 22U;  ///< bytes of UTF-8, quotes and separators included
  /// A record that cannot be trusted is returned with its `problem`; else it is thrown. Bytes that
  /// are no characters, and NULs, spoil their own record then, with U+FFFD in their place; but
  /// where `detect` took what is no UTF-8 for GB18030, they end the reading: it may be neither.
  bool keep_going = false;
  /// CR and CRLF within a field come out as LF; else fields are given as they are.
  bool unify_line_breaks = false;
};

/// A line of a table, or several where a field has line breaks.
struct CsvRecord {
  std::vector<std::string> fields;  ///< UTF-8
  std::size_t line = 0;             ///< where it begins, from 1
  std::optional<Fault> problem;     ///< why the fields cannot be trusted
  /// With a problem: the record as it stands, quotes and separators included, as far as it was
  /// read; of one whose quote never closes the first line, for those behind it are read as their
  /// own.
  std::string text;
};

/// Reads a table row by row. One thread at a time; the stream must outlive it.
class GRIDCASE_API CsvReader {
public:
  /// \throws Error invalid_argument (the separator), unsupported: the system cannot convert
  /// GB18030.
  explicit CsvReader(std::istream& in, const CsvFormat& format = {});
  /// What was moved from may only be destroyed or assigned to.
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// False at the end. A quote that never closes and a field or record that is too long spoil their
  /// own line only: after that reading goes on with the line behind it.
  /// csv.quote names line and column of the quote that is opened.
  /// \throws DocumentError "CSV" with line and column, when all records before have been returned:
  /// csv.encoding (bytes that are no characters), csv.nul. Reading cannot go on then. Likewise
  /// csv.quote, csv.field_too_long, csv.record_too_long; then it can. With `keep_going` all of them
  /// are the `problem` of their record.
  /// \throws Error io: the stream failed.
  bool next(CsvRecord& record);

private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// How a table is written.
struct CsvOutput {
  TextEncoding encoding = TextEncoding::utf8;
  bool byte_order_mark = false;  ///< of UTF-8: older spreadsheets take it for another without
  char separator = ',';
  /// A field that begins with = + - @, a tab or a CR gets a ' before it, so that no spreadsheet
  /// takes it for a formula. Numbers below 0 get it, too; reading does not take it away.
  bool spreadsheet_safe = false;
};

/// Writes a table row by row. One thread at a time; the stream must outlive it.
class GRIDCASE_API CsvWriter {
public:
  /// \throws Error invalid_argument (separator; encoding `detect`), unsupported.
  explicit CsvWriter(std::ostream& out, const CsvOutput& output = {});
  /// What was moved from may only be destroyed or assigned to.
  CsvWriter(CsvWriter&&) noexcept;
  CsvWriter& operator=(CsvWriter&&) noexcept;
  ~CsvWriter();

  /// Writes a line; `CsvReader` reads the same fields. A line without fields cannot be written.
  /// \throws Error invalid_argument: no fields, a field that is not UTF-8, has a NUL, or a
  /// character that GB18030 has no place for; nothing is written. io: the stream failed.
  void write(const std::vector<std::string>& fields);

private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The columns of `write_cases_csv`, in their order. Later versions add columns at the end only.
/// Codes and the names of enumerations as in the headers; times in RFC 3339 with the offset of the
/// organization's time zone; nothing where something is not known; true and false.
GRIDCASE_API const std::vector<std::string>& case_csv_columns();

/// A line of column names, then one line for each case that the query finds and the actor may see,
/// in ascending order of id, all pages of it: `after` counts, `limit` does not. Cases that others
/// record meanwhile may be among them. No personal data, and of free text the title only.
/// Returns the number of cases.
/// \throws Error as `Engine::find` and `CsvWriter`.
GRIDCASE_API std::int64_t write_cases_csv(std::ostream& out, const Engine& engine,
                                          const CaseQuery& query, const Actor& actor,
                                          const CsvOutput& output = {});

}  // namespace gridcase
