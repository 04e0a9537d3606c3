#pragma once
// model::Scope in SQL: the one compiler for every list, count, sum and search.

#include "model/scope.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gridcase::store {

class Codes;
class Connection;
class Cursor;

// Gives the parameters their numbers. SQLite counts names by where they stand first in the text:
// bind in that order.
class Parameters {
public:
  std::string next() { return "$" + std::to_string(++last_); }

private:
  int last_ = 0;
};

// A condition on a row `t` of cases. Scopes of the same shape have the same text, so that few
// statements are kept: lists are filled up to powers of two.
class ScopeSql {
public:
  // The scope must outlive this.
  explicit ScopeSql(const model::Scope& scope);

  // Whether the condition is always true, and has no parameters.
  bool is_everything() const noexcept { return everything_; }
  std::string condition(Parameters& parameters) const;
  void bind(Cursor& cursor, Codes& codes, Connection& connection) const;

private:
  // A list of codes that a column is, or is not, among.
  struct List {
    const char* column;
    bool is_among;
    const model::Scope::Codes* codes;
    std::size_t size;  // in the text
  };
  // "of these categories, and on this ground"
  struct Part {
    std::vector<List> categories;
    std::vector<List> ground;
    bool everywhere = false;
  };

  std::string units_condition(Parameters& parameters) const;

  bool everything_;
  std::vector<Part> parts_;
  const model::Scope::Codes* units_;
};

}  // namespace gridcase::store
