// Which records have the words, and what happened when and where.

#include "base/search_terms.hpp"
#include "store/scope_sql.hpp"
#include "store/search_index.hpp"
#include "store/sqlite_store.hpp"
#include "store/statements.hpp"

#include <gridcase/geo.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

namespace gridcase::store {

namespace {

// So many records that have the terms are looked at; for one who sees little, so many of them or of
// its own.
constexpr std::size_t most_found = 1000;
constexpr std::size_t most_own = 2000;
// So many are looked at without asking which of them are one's own.
constexpr std::size_t few_found = 64;
// A list that is longer is left to the rows.
constexpr std::size_t most_marks = 64;
constexpr std::size_t most_ways = 100;

std::string quoted(const std::string& term) { return '"' + term + '"'; }

std::string one_of(const std::vector<std::string>& marks) {
  std::string text;
  for (const std::string& mark : marks)
    text += (text.empty() ? "(" : " OR ") + quoted(mark);
  return text + ")";
}

// The question in the language of FTS5. What it finds may have the terms apart from each other.
class Expression {
public:
  void add(const std::string& part) { text_ += (text_.empty() ? "" : " AND ") + part; }
  void add_words(const std::vector<std::string>& words) {
    std::set<std::string> terms;
    for (const std::string& word : words) {
      for (std::string& term : base::terms_asked_for(word))
        terms.insert(std::move(term));
    }
    for (const std::string& term : terms)
      add(quoted(term));
  }
  void add_any(const std::vector<std::string>& marks) {
    if (!marks.empty() && marks.size() <= most_marks) add(one_of(marks));
  }
  const std::string& text() const noexcept { return text_; }

private:
  std::string text_;
};

bool has_word(const SearchedTexts& texts, const std::string& word) {
  return base::count_word(texts.title, word) > 0 || base::count_word(texts.address, word) > 0 ||
         base::count_word(texts.body, word) > 0;
}

// One search in one read transaction.
class Searching {
public:
  Searching(Connection& connection, Codes& codes, std::int64_t county, const TextSearch& search,
            const model::Scope& scope)
      : connection_(connection), codes_(codes), county_(county), search_(search), scope_(scope),
        sql_(scope) {
    for (const std::string& category : search.categories)
      categories_.insert(codes.find(connection, category));
    Parameters parameters;
    filter_ = "SELECT t.state, t.category, t.reported, t.nature, CASE WHEN " +
              sql_.condition(parameters) + " THEN 1 ELSE 0 END FROM cases t WHERE t.county = ";
    filter_ += parameters.next();
    filter_ += " AND t.case_id = " + parameters.next();
  }

  TextsFound run() {
    const bool sees_little = !sql_.is_everything() && ways() <= most_ways;
    const std::size_t most = sees_little ? most_own : most_found;
    std::vector<std::int64_t> ids = with_terms(most);
    if (sees_little && ids.size() > few_found) {
      // Who sees little finds all of it among its own; others find the newest.
      Own own = own_ids();
      if (ids.size() > most) {
        result_.partial = !own.is_all;
        ids = std::move(own.ids);
        mostly_seen_ = true;
      } else if (own.is_all) {
        ids = in_both(std::move(ids), std::move(own.ids));
        mostly_seen_ = true;
      }
    } else if (ids.size() > most) {
      result_.partial = true;
      ids.resize(most);
    }
    for (const std::int64_t id : ids)
      look_at(id);
    return std::move(result_);
  }

private:
  // Newest first, one more than are looked at if there are more. Those that are not in the index
  // yet come as they are.
  std::vector<std::int64_t> with_terms(std::size_t most) {
    std::vector<std::int64_t> ids;
    Cursor progress = connection_.query(sql::select_search_progress, county_);
    Cursor newest = connection_.query(sql::search_ids_after, county_,
                                      progress.step() ? progress.integer(0) : std::int64_t{0});
    while (newest.step())
      ids.push_back(newest.integer(0));
    Cursor rows =
        connection_.query(sql::found_in_index, expression(), static_cast<std::int64_t>(most) + 1);
    while (rows.step())
      ids.push_back(rows.integer(0));
    return ids;
  }

  std::string expression() {
    Expression it;
    it.add_words(search_.words);
    if (search_.nature) it.add(quoted(nature_mark(*search_.nature)));
    std::vector<std::string> marks;
    for (const std::int64_t category : categories_)
      marks.push_back(category_mark(category));
    it.add_any(marks);
    if (search_.reported_from && search_.reported_until) {
      const std::int64_t first = span_of(*search_.reported_from);
      const std::int64_t last = span_of(*search_.reported_until);
      marks.clear();
      for (std::int64_t span = first; span <= last && marks.size() <= most_marks; ++span)
        marks.push_back(span_mark(span));
      it.add_any(marks);
    }
    return it.text();
  }

  std::size_t ways() const {
    std::size_t count = scope_.units.size();
    for (const model::Scope::View& view : scope_.views)
      count += view.everything ? most_ways + 1
                               : view.townships.size() + view.villages.size() + view.grids.size();
    return count;
  }

  // Every way to a case that may be in the scope, each by an index in the order of ids.
  std::string own_text() const {
    std::string text;
    Parameters parameters;
    const std::string county = parameters.next();
    const auto add = [&](const char* table, const char* column, std::size_t times) {
      for (std::size_t i = 0; i < times; ++i) {
        text += std::string(text.empty() ? "" : " UNION ALL ") + "SELECT case_id FROM " + table +
                " WHERE county = " + county + " AND " + column + " = " + parameters.next();
      }
    };
    add("seen_by", "unit", scope_.units.size());
    for (const model::Scope::View& view : scope_.views) {
      add("cases", "township", view.townships.size());
      add("seen_by", "unit", view.villages.size());
      add("cases", "grid", view.grids.size());
    }
    // What lies on the ground of a unit is not among what it sees otherwise.
    add("cases", "township", scope_.units.size());
    add("cases", "grid", scope_.units.size());
    return text + " ORDER BY 1 DESC LIMIT " + parameters.next();
  }

  void bind_own(Cursor& cursor) {
    cursor.bind(county_);
    const auto bind = [&](const model::Scope::Codes& units) {
      for (const std::string& unit : units)
        cursor.bind(codes_.find(connection_, unit));
    };
    bind(scope_.units);
    for (const model::Scope::View& view : scope_.views) {
      bind(view.townships);
      bind(view.villages);
      bind(view.grids);
    }
    bind(scope_.units);
    bind(scope_.units);
  }

  struct Own {
    std::vector<std::int64_t> ids;  // newest first
    bool is_all = true;             // false if there are more than can be looked at
  };

  Own own_ids() {
    constexpr std::size_t most_rows = most_own * 3;
    Cursor rows = connection_.prepare_built(own_text());
    bind_own(rows);
    rows.bind(static_cast<std::int64_t>(most_rows));
    Own own;
    std::size_t seen = 0;
    for (; rows.step(); ++seen) {
      const std::int64_t id = rows.integer(0);
      if (!own.ids.empty() && own.ids.back() == id) continue;  // two ways lead to it
      own.is_all = own.ids.size() < most_own;
      if (!own.is_all) return own;
      own.ids.push_back(id);
    }
    own.is_all = seen < most_rows;
    return own;
  }

  static std::vector<std::int64_t> in_both(std::vector<std::int64_t> a,
                                           std::vector<std::int64_t> b) {
    std::vector<std::int64_t> both;
    const auto newer = std::greater<>();
    std::sort(a.begin(), a.end(), newer);
    std::sort(b.begin(), b.end(), newer);
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both), newer);
    return both;
  }

  // Where most is not the actor's to see, that is left out before its text is read.
  void look_at(std::int64_t id) {
    SearchedTexts texts;
    if (!mostly_seen_ && !is_asked_for(id, texts.is_article)) return;
    {
      Cursor row = connection_.query(sql::select_search_text, county_, id);
      if (!row.step()) return;
      texts.title = row.text(0);
      texts.address = row.text(1);
      texts.body = row.text(2);
    }
    const auto& words = search_.words;
    const bool has_all = std::all_of(
        words.begin(), words.end(), [&](const std::string& word) { return has_word(texts, word); });
    if (!has_all) return;
    if (mostly_seen_ && !is_asked_for(id, texts.is_article)) return;
    texts.case_id = static_cast<CaseId>(id);
    result_.found.push_back(std::move(texts));
  }

  bool is_asked_for(std::int64_t id, bool& is_article) {
    Cursor row = connection_.prepare_built(filter_);
    sql_.bind(row, codes_, connection_);
    row.bind(county_).bind(id);
    if (!row.step() || row.integer(4) == 0) return false;
    const Instant reported = from_microseconds(row.integer(2));
    const auto nature = static_cast<Nature>(row.integer(3));
    is_article = nature == Nature::article;
    return (!search_.open_only || is_open(static_cast<State>(row.integer(0)))) &&
           (search_.categories.empty() || categories_.count(row.integer(1)) > 0) &&
           (!search_.reported_from || reported >= *search_.reported_from) &&
           (!search_.reported_until || reported < *search_.reported_until) &&
           (!search_.nature || nature == *search_.nature);
  }

  Connection& connection_;
  Codes& codes_;
  const std::int64_t county_;
  const TextSearch& search_;
  const model::Scope& scope_;
  const ScopeSql sql_;
  std::set<std::int64_t> categories_;
  std::string filter_;
  bool mostly_seen_ = sql_.is_everything();
  TextsFound result_;
};

// Narrower than any distance that is measured exactly later.
class Surroundings {
public:
  explicit Surroundings(const OccurrenceQuery& query) : query_(query) {
    if (!query.point) return;
    constexpr double metres_of_degree = 110000;
    latitude_ = query.metres / metres_of_degree;
    const double least = std::max(
        0.01, std::cos((std::abs(query.point->latitude) + latitude_) * 3.14159265358979 / 180));
    longitude_ = latitude_ / least;
  }

  bool may_hold(Point point) const {
    const Point& from = *query_.point;
    const double east = std::abs(point.longitude - from.longitude);
    return std::abs(point.latitude - from.latitude) <= latitude_ &&
           std::min(east, 360 - east) <= longitude_;
  }

private:
  const OccurrenceQuery& query_;
  double latitude_ = 0;
  double longitude_ = 0;
};

}  // namespace

TextsFound SqliteStore::search(const TextSearch& search, const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    Transaction transaction(connection, Transaction::Kind::read);
    TextsFound found = Searching(connection, *codes_, county_, search, scope).run();
    transaction.commit();
    return found;
  });
}

std::optional<SearchedTexts> SqliteStore::searched_texts(CaseId id) {
  return as_reader([&](Connection& connection) -> std::optional<SearchedTexts> {
    Cursor row = connection.query(sql::select_search_text, county_, id);
    if (!row.step()) return std::nullopt;
    return SearchedTexts{id, std::string(row.text(0)), std::string(row.text(1)),
                         std::string(row.text(2)), false};
  });
}

std::vector<Occurrence> SqliteStore::occurrences(const OccurrenceQuery& query) {
  constexpr std::size_t most = 1000;
  return as_reader([&](Connection& connection) {
    std::unordered_set<std::int64_t> categories;
    for (const std::string& category : query.categories)
      categories.insert(codes_->find(connection, category));
    const Surroundings surroundings(query);
    std::vector<Occurrence> list;
    Cursor rows = connection.query(sql::occurrences_between, county_, query.from, query.until);
    while (rows.step()) {
      if (!categories.empty() && categories.count(rows.integer(2)) == 0) continue;
      Occurrence it;
      if (!rows.is_null(3)) it.point = Point{rows.real(3), rows.real(4)};
      if (it.point && query.point && !surroundings.may_hold(*it.point)) continue;
      it.occurred = from_microseconds(rows.integer(0));
      it.case_id = static_cast<CaseId>(rows.integer(1));
      it.category = codes_->text(connection, rows.integer(2));
      list.push_back(std::move(it));
    }
    const auto apart = [&](const Occurrence& it) {
      const Duration time = it.occurred - query.closest_to;
      return time < Duration::zero() ? -time : time;
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const Occurrence& a, const Occurrence& b) { return apart(a) < apart(b); });
    if (list.size() > most) list.resize(most);
    for (Occurrence& it : list) {
      Cursor row = connection.query(sql::select_search_text, county_, it.case_id);
      if (row.step()) it.title = row.text(0);
    }
    return list;
  });
}

}  // namespace gridcase::store
