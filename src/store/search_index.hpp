#pragma once
// The texts of cases in the form in which they are searched, and the index over them. A new text
// is only kept at first; a batch of them goes into the index at once, which costs a tenth of one
// after the other.

#include "store/sqlite.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::store {

// A row of search_texts.
struct SearchRow {
  std::string title;
  std::string address;
  std::string body;
  std::string marks;  // see marks_of
};

// What a search narrows by, so that the index alone finds it. With blanks between; no text has
// such terms, since a private character stands first.
std::string marks_of(Nature nature, std::int64_t category, Instant reported);
std::string nature_mark(Nature nature);
std::string category_mark(std::int64_t category);
// Times are marked by spans of thirty days from 1970.
std::int64_t span_of(Instant reported);
std::string span_mark(std::int64_t span);

// Everything that the index holds of a row, each term once.
std::vector<std::string> index_terms(const SearchRow& row);

// Writes, inside a transaction of the caller.
class SearchIndex {
public:
  SearchIndex(Connection& connection, std::int64_t county)
      : connection_(connection), county_(county) {}

  void add(CaseId id, const TextChange& change, const std::string& marks);
  // Texts that do not change are as before. Nothing for a case that has no texts.
  void change(CaseId id, const TextChange& change, const std::string& marks);
  void erase(CaseId id);
  // Once, after the last of them: what was added gets into the index, and what was erased out of
  // it.
  void catch_up();
  void purge();

private:
  std::optional<SearchRow> row(CaseId id);
  std::int64_t indexed_up_to();
  void insert_terms(CaseId id, const SearchRow& row);
  void delete_terms(CaseId id, const SearchRow& row);

  Connection& connection_;
  const std::int64_t county_;
  bool added_ = false;
  bool erased_ = false;
};

}  // namespace gridcase::store
