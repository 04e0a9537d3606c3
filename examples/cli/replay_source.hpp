#pragma once
// The table of requests, read once from front to back and then row by row in the order of time.

#include "replay_mapping.hpp"

#include <cstdint>
#include <cstdio>
#include <istream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::cli::replay {

// Something that is wrong with a row.
struct Trouble {
  enum class Kind : std::uint8_t {
    row,     // no case was made of it
    action,  // a step was refused, by the library or since its time cannot be read
    note,    // a case was made, without what is wrong
  };
  Kind kind = Kind::note;
  std::string reason;  // stable word; of a refused action the library's own
  std::uint32_t line = 0;
  std::string id;
  std::string column;   // or the action that was refused
  std::string message;  // what to do about it goes with the reason
};

// Counts all of them and keeps the first of each reason.
class Troubles {
public:
  static constexpr std::size_t kept = 1000;

  void add(Trouble trouble);
  const std::map<std::pair<Trouble::Kind, std::string>, std::int64_t>& counts() const noexcept {
    return counts_;
  }
  const std::vector<Trouble>& list() const noexcept { return list_; }
  std::int64_t count(Trouble::Kind kind) const;

private:
  std::map<std::pair<Trouble::Kind, std::string>, std::int64_t> counts_;
  std::vector<Trouble> list_;
};

// What is kept of a row while others are read: 48 bytes.
struct Row {
  std::int64_t opened = 0;  // microseconds
  std::int64_t closed = 0;
  std::int64_t offset = 0;  // in the spool
  std::uint64_t hash = 0;   // of its fields
  CaseId case_id = CaseId::none;
  std::uint32_t line = 0;
  bool is_closed = false;
  bool failed = false;  // an action was refused; nothing more is tried
};

// A row in the library's terms, before anything is looked up.
struct Request {
  std::string id, title, text, address, reply;
  std::string category, category_parent, department, township, grid;
  Entry entry;
  Way way = Way::dispatched;
  std::optional<Point> point;
  std::optional<Instant> due;
  std::string flag;  // what the row says of being in time
};

// The values that occur, for an organization made of them.
struct Values {
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::int64_t>>
      departments_of;  // of a category and its parent
  std::map<std::string, std::int64_t> departments, townships, grids;
  std::map<std::string, std::string> township_of;  // of a grid, the first that a row names
};

class Source {
public:
  // Reads the whole of it; rows of which no case can be made go to the troubles. The fields of the
  // others are laid down in a temporary file: only `Row` stays in memory.
  Source(const Mapping& mapping, std::istream& in, std::int64_t limit, Troubles& troubles);

  std::vector<Row>& rows() noexcept { return rows_; }  // in the order of opening, then of lines
  const Values& values() const noexcept { return values_; }
  std::int64_t records() const noexcept { return records_; }
  Request request(const Row& row);

private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  using Fields = std::vector<std::string>;

  void read_all(std::istream& in, std::int64_t limit);
  void read_header(Fields header);
  void read_row(Fields fields, std::uint32_t line);
  bool read_opening(const Fields& fields, Row& row);
  void read_closing(const Fields& fields, Row& row);
  void read_due(const Fields& fields, const Row& row);
  void note(const Row& row, const Fields& fields, Trouble::Kind kind, std::string reason,
            std::string column, std::string message);
  std::string field(const Fields& fields, const std::string& column) const;
  Request request_of(const Fields& fields) const;
  std::optional<Point> point_of(const Fields& fields) const;
  void count_values(const Request& request);
  void lay_down(const Fields& fields, Row& row);
  Fields pick_up(std::int64_t offset);
  void refuse(const Row& row, const Fields& fields, std::string reason, std::string column,
              std::string message);

  const Mapping& mapping_;
  Troubles& troubles_;
  std::map<std::string, std::size_t> columns_;
  std::size_t width_ = 0;  // columns of the first line, nameless and repeated ones too
  std::vector<Row> rows_;
  Values values_;
  std::unique_ptr<std::FILE, Close> spool_;
  std::int64_t spooled_ = 0;
  std::int64_t records_ = 0;
};

}  // namespace gridcase::cli::replay
