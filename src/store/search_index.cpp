#include "store/search_index.hpp"

#include "base/search_terms.hpp"
#include "store/statements.hpp"

#include <algorithm>
#include <iterator>

namespace gridcase::store {
namespace {

// As many texts are looked through one by one at most, but for those of one commit.
constexpr std::int64_t batch = 128;

constexpr const char* mark = "\xEE\x80\x80";  // U+E000

std::string joined(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) {
    if (!text.empty()) text += ' ';
    text += term;
  }
  return text;
}

void set_if(std::string& target, const std::optional<std::string>& value) {
  if (value) target = base::searchable(*value);
}

void apply(const TextChange& change, SearchRow& row) {
  set_if(row.title, change.title);
  set_if(row.address, change.address);
  set_if(row.body, change.text);
}

bool same(const SearchRow& a, const SearchRow& b) {
  return a.title == b.title && a.address == b.address && a.body == b.body && a.marks == b.marks;
}

}  // namespace

std::string nature_mark(Nature nature) {
  return std::string(mark) + 'n' + std::to_string(static_cast<int>(nature));
}

std::string category_mark(std::int64_t category) {
  if (category < 0) return std::string(mark) + "cx";  // no case is of it
  return std::string(mark) + 'c' + std::to_string(category);
}

std::int64_t span_of(Instant reported) {
  constexpr std::int64_t length = std::int64_t{30} * 86400 * 1000000;
  const std::int64_t time = to_microseconds(reported);
  return time >= 0 ? time / length : -((-time - 1) / length) - 1;
}

std::string span_mark(std::int64_t span) {
  // A minus sign would part the term.
  return std::string(mark) + (span < 0 ? 'b' : 's') + std::to_string(span < 0 ? -span : span);
}

std::string marks_of(Nature nature, std::int64_t category, Instant reported) {
  return nature_mark(nature) + ' ' + category_mark(category) + ' ' + span_mark(span_of(reported));
}

std::vector<std::string> index_terms(const SearchRow& row) {
  std::vector<std::string> terms;
  for (const std::string* text : {&row.title, &row.address, &row.body}) {
    std::vector<std::string> more = base::terms_of(*text);
    terms.insert(terms.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  }
  for (std::size_t at = 0; at < row.marks.size();) {
    const std::size_t end = std::min(row.marks.find(' ', at), row.marks.size());
    terms.push_back(row.marks.substr(at, end - at));
    at = end + 1;
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

void SearchIndex::add(CaseId id, const TextChange& change, const std::string& marks) {
  added_ = true;
  SearchRow row;
  apply(change, row);
  row.marks = marks;
  connection_.run(sql::insert_search_text, county_, id, row.title, row.address, row.body,
                  row.marks);
  // Where the clock of the county went back, by another time zone.
  if (to_number(id) <= indexed_up_to()) insert_terms(id, row);
}

void SearchIndex::change(CaseId id, const TextChange& change, const std::string& marks) {
  const auto before = row(id);
  if (!before) return;
  SearchRow after = *before;
  apply(change, after);
  after.marks = marks;
  if (same(*before, after)) return;
  if (to_number(id) <= indexed_up_to()) {
    delete_terms(id, *before);
    insert_terms(id, after);
  }
  connection_.run(sql::update_search_text, after.title, after.address, after.body, after.marks,
                  county_, id);
}

void SearchIndex::erase(CaseId id) {
  const auto before = row(id);
  if (!before) return;
  connection_.run(sql::delete_search_text, county_, id);
  if (to_number(id) > indexed_up_to()) return;
  delete_terms(id, *before);
  erased_ = true;
}

// What is deleted stays in older parts of the index until they are merged with the newer one that
// says so. All parts become one here, as far as that goes in a bounded time; what is left of a very
// large index goes with what is written and erased later.
void SearchIndex::purge() {
  constexpr int most_rounds = 32;
  if (!erased_) return;
  connection_.run(sql::begin_merging_index);
  for (int round = 1; round < most_rounds; ++round) {
    const std::int64_t before = connection_.integer("SELECT total_changes()");
    connection_.run(sql::merge_index);
    if (connection_.integer("SELECT total_changes()") - before < 2) return;  // nothing to merge
  }
}

void SearchIndex::catch_up() {
  if (!added_) return;
  const std::int64_t last = indexed_up_to();
  Cursor count = connection_.query(sql::count_search_texts_after, county_, last);
  if (!count.step() || count.integer(0) < batch) return;
  std::int64_t newest = last;
  {
    Cursor rows = connection_.query(sql::search_texts_after, county_, last);
    while (rows.step()) {
      newest = rows.integer(0);
      insert_terms(static_cast<CaseId>(newest),
                   {std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3)),
                    std::string(rows.text(4))});
    }
  }
  connection_.run(sql::delete_search_progress, county_);
  connection_.run(sql::insert_search_progress, county_, newest);
}

std::optional<SearchRow> SearchIndex::row(CaseId id) {
  Cursor row = connection_.query(sql::select_search_text, county_, id);
  if (!row.step()) return std::nullopt;
  return SearchRow{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                   std::string(row.text(3))};
}

std::int64_t SearchIndex::indexed_up_to() {
  Cursor row = connection_.query(sql::select_search_progress, county_);
  return row.step() ? row.integer(0) : 0;
}

void SearchIndex::insert_terms(CaseId id, const SearchRow& row) {
  connection_.run(sql::insert_index_terms, id, joined(index_terms(row)));
}

void SearchIndex::delete_terms(CaseId id, const SearchRow& row) {
  connection_.run(sql::delete_index_terms, id, joined(index_terms(row)));
}

}  // namespace gridcase::store
