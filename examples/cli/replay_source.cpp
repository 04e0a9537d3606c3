#include "replay_source.hpp"

#include "failure.hpp"
#include "text.hpp"

#include <gridcase/csv.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gridcase::cli::replay {

namespace {

[[noreturn]] void spool_failed() {
  throw Error(ErrorCode::io, "the temporary file for the rows cannot be written or read; make room "
                             "in the folder for temporary files");
}

std::optional<double> number(std::string text, char decimal) {
  std::replace(text.begin(), text.end(), decimal, '.');
  double value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, value);
  if (problem != std::errc() || stop != end) return std::nullopt;
  return value;
}

// Geocoders round differently; a tenth of a metre is the same place.
bool is_same_place(Point a, Point b) {
  return std::abs(a.longitude - b.longitude) < 1e-6 && std::abs(a.latitude - b.latitude) < 1e-6;
}

std::uint64_t hash_of_fields(const std::vector<std::string>& fields) {
  std::uint64_t hash = hash_of("");
  for (const std::string& field : fields)
    hash = hash_of("\x1f", hash_of(field, hash));
  return hash;
}

std::string no_time(const std::string& text) {
  return "\"" + text + "\" is no time of the forms given";
}

// Everything that is read must be UTF-8: nothing in a table says which other encoding it has.
[[noreturn]] void table_failed(const DocumentError& error) {
  const Fault& fault = error.faults().front();
  if (fault.code != "csv.encoding") throw error;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto from = std::find_if(fault.path.begin(), fault.path.end(), digit);
  throw Failure("table_not_utf8", "CSV",
                {std::string(from, std::find_if_not(from, fault.path.end(), digit))});
}

// A table in another encoding is no table with damaged rows.
void check_encoding(const CsvRecord& record) {
  if (record.problem &&
      (record.problem->code == "csv.encoding" || record.problem->code == "csv.nul"))
    throw DocumentError("CSV", {*record.problem});
}

CsvFormat format_of(const Mapping& mapping) {
  CsvFormat format;
  format.encoding = TextEncoding::utf8;
  format.separator = mapping.separator;
  format.longest_record = format.longest_field;
  format.keep_going = true;
  format.unify_line_breaks = true;
  return format;
}

}  // namespace

void Troubles::add(Trouble trouble) {
  const auto count = ++counts_[{trouble.kind, trouble.reason}];
  if (count <= static_cast<std::int64_t>(kept)) list_.push_back(std::move(trouble));
}

std::int64_t Troubles::count(Trouble::Kind kind) const {
  std::int64_t sum = 0;
  for (const auto& [key, count] : counts_)
    sum += key.first == kind ? count : 0;
  return sum;
}

Source::Source(const Mapping& mapping, std::istream& in, std::int64_t limit, Troubles& troubles)
    : mapping_(mapping), troubles_(troubles), spool_(std::tmpfile()) {
  if (!spool_) spool_failed();
  try {
    read_all(in, limit);
  } catch (const DocumentError& error) {
    table_failed(error);
  }
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return a.opened != b.opened ? a.opened < b.opened : a.line < b.line;
  });
}

void Source::read_all(std::istream& in, std::int64_t limit) {
  CsvReader reader(in, format_of(mapping_));
  CsvRecord record;
  if (!reader.next(record)) {
    throw Error(ErrorCode::invalid_argument, "the table is empty; its first line names the columns",
                "CSV");
  }
  if (record.problem) throw DocumentError("CSV", {*record.problem});
  read_header(std::move(record.fields));
  while ((limit == 0 || records_ < limit) && reader.next(record)) {
    check_encoding(record);
    ++records_;
    Row row;
    row.line = static_cast<std::uint32_t>(record.line);
    if (record.problem) {
      refuse(row, {}, "bad_record", "", record.problem->message);
      continue;
    }
    if (record.fields.size() != width_) {
      refuse(row, {}, "ragged", "",
             fmt::format("{} fields, where the first line has {}", record.fields.size(), width_));
    } else {
      read_row(std::move(record.fields), row.line);
    }
  }
}

void Source::read_header(Fields header) {
  width_ = header.size();
  for (std::size_t i = 0; i < width_; ++i)
    columns_.emplace(std::move(header[i]), i);
  std::vector<Fault> faults;
  const auto check = [&](const char* path, const std::string& column) {
    if (column.empty() || columns_.count(column) > 0) return;
    faults.push_back({Severity::error, "mapping.column_unknown", path,
                      "the table has no column \"" + column + "\"",
                      "name a column of its first line"});
  };
  const Mapping& m = mapping_;
  check("id", m.id);
  check("opened", m.opened);
  check("closed", m.closed);
  check("due", m.due);
  check("status.column", m.status);
  check("ontime.column", m.flag);
  check("texts.title", m.case_title);
  check("texts.text", m.text);
  check("texts.address", m.address);
  check("texts.reply", m.reply);
  check("category.column", m.category.name);
  check("category_parent.column", m.category_parent.name);
  check("department.column", m.department.name);
  check("township.column", m.township.name);
  check("grid.column", m.grid.name);
  check("channel.column", m.channel.name);
  check("way.column", m.way.name);
  check("point.longitude", m.longitude);
  check("point.latitude", m.latitude);
  if (!faults.empty()) throw DocumentError("mapping", faults);
}

std::string Source::field(const Fields& fields, const std::string& column) const {
  const auto found = columns_.find(column);
  return found == columns_.end() ? std::string() : mapping_.value(fields[found->second]);
}

void Source::note(const Row& row, const Fields& fields, Trouble::Kind kind, std::string reason,
                  std::string column, std::string message) {
  Trouble trouble;
  trouble.kind = kind;
  trouble.reason = std::move(reason);
  trouble.line = row.line;
  trouble.id = fields.empty() ? std::string() : field(fields, mapping_.id);
  trouble.column = std::move(column);
  trouble.message = std::move(message);
  troubles_.add(std::move(trouble));
}

void Source::refuse(const Row& row, const Fields& fields, std::string reason, std::string column,
                    std::string message) {
  note(row, fields, Trouble::Kind::row, std::move(reason), std::move(column), std::move(message));
}

bool Source::read_opening(const Fields& fields, Row& row) {
  const std::string text = field(fields, mapping_.opened);
  if (text.empty()) {
    refuse(row, fields, "no_time", mapping_.opened, "the time of opening is missing");
    return false;
  }
  const auto opened = mapping_.time(text);
  if (!opened) {
    refuse(row, fields, "bad_time", mapping_.opened, no_time(text));
    return false;
  }
  row.opened = to_microseconds(*opened);
  return true;
}

// What cannot be read of it leaves the case open: that it was opened is true all the same.
void Source::read_closing(const Fields& fields, Row& row) {
  const std::string text = field(fields, mapping_.closed);
  const auto closed = text.empty() ? std::nullopt : mapping_.time(text);
  if (closed) row.closed = to_microseconds(*closed);

  const std::string status = field(fields, mapping_.status);
  const auto& words = mapping_.closed_words;
  const bool said_closed = mapping_.status.empty()
                               ? !text.empty()
                               : std::find(words.begin(), words.end(), status) != words.end();
  row.is_closed = said_closed && closed;
  if (!text.empty() && !closed) {
    note(row, fields, said_closed ? Trouble::Kind::action : Trouble::Kind::note, "bad_time",
         mapping_.closed, no_time(text));
  } else if (said_closed != closed.has_value()) {
    note(row, fields, Trouble::Kind::note, said_closed ? "closed_without_time" : "open_with_time",
         mapping_.closed,
         said_closed ? "closed, and no time of closing" : "open, and a time of closing");
  }
}

void Source::read_due(const Fields& fields, const Row& row) {
  const std::string text = field(fields, mapping_.due);
  if (text.empty() || mapping_.time(text)) return;
  note(row, fields, Trouble::Kind::note, "bad_time", mapping_.due, no_time(text));
}

std::optional<Point> Source::point_of(const Fields& fields) const {
  const auto longitude = number(field(fields, mapping_.longitude), mapping_.decimal);
  const auto latitude = number(field(fields, mapping_.latitude), mapping_.decimal);
  if (!longitude || !latitude) return std::nullopt;
  const Point point{*longitude, *latitude};
  if (!is_valid(point) || is_same_place(point, Point{})) return std::nullopt;
  for (const Point ignored : mapping_.ignored_points) {
    if (is_same_place(point, ignored)) return std::nullopt;
  }
  return point;
}

Request Source::request_of(const Fields& fields) const {
  const Mapping& m = mapping_;
  const auto spelt = [&](const Column& column) {
    return column.spelling.apply(field(fields, column.name));
  };
  Request request;
  request.id = field(fields, m.id);
  request.title = field(fields, m.case_title);
  request.text = field(fields, m.text);
  request.address = field(fields, m.address);
  request.reply = field(fields, m.reply);
  request.category = spelt(m.category);
  request.category_parent = spelt(m.category_parent);
  request.department = spelt(m.department);
  request.township = spelt(m.township);
  request.grid = spelt(m.grid);
  const auto entry = m.entries.find(spelt(m.channel));
  request.entry = entry == m.entries.end() ? m.otherwise : entry->second;
  const auto way = m.ways.find(spelt(m.way));
  if (way != m.ways.end()) request.way = way->second;
  request.point = point_of(fields);
  request.flag = field(fields, m.flag);
  if (const std::string due = field(fields, m.due); !due.empty()) request.due = m.time(due);
  return request;
}

void Source::count_values(const Request& request) {
  auto& departments = values_.departments_of[{request.category_parent, request.category}];
  ++departments[request.department];
  if (!request.department.empty()) ++values_.departments[request.department];
  if (!request.township.empty()) ++values_.townships[request.township];
  if (request.grid.empty()) return;
  ++values_.grids[request.grid];
  if (!request.township.empty()) values_.township_of.emplace(request.grid, request.township);
}

void Source::read_row(Fields fields, std::uint32_t line) {
  Row row;
  row.line = line;
  if (field(fields, mapping_.id).empty()) {
    refuse(row, fields, "no_id", mapping_.id, "the number of the request is missing");
    return;
  }
  if (!read_opening(fields, row)) return;
  read_closing(fields, row);
  read_due(fields, row);
  row.hash = hash_of_fields(fields);
  count_values(request_of(fields));
  lay_down(fields, row);
  rows_.push_back(row);
}

// Each field behind its length; the form lives no longer than this process.
void Source::lay_down(const Fields& fields, Row& row) {
  row.offset = spooled_;
  for (const std::string& text : fields) {
    const auto length = static_cast<std::uint32_t>(text.size());
    if (std::fwrite(&length, sizeof length, 1, spool_.get()) != 1 ||
        std::fwrite(text.data(), 1, text.size(), spool_.get()) != text.size()) {
      spool_failed();
    }
    spooled_ += static_cast<std::int64_t>(sizeof length + text.size());
  }
}

Source::Fields Source::pick_up(std::int64_t offset) {
  if (fseeko(spool_.get(), offset, SEEK_SET) != 0) spool_failed();
  Fields fields(width_);
  for (std::string& text : fields) {
    std::uint32_t length = 0;
    if (std::fread(&length, sizeof length, 1, spool_.get()) != 1) spool_failed();
    text.resize(length);
    if (std::fread(text.data(), 1, length, spool_.get()) != length) spool_failed();
  }
  return fields;
}

Request Source::request(const Row& row) { return request_of(pick_up(row.offset)); }

}  // namespace gridcase::cli::replay
