#include "store/sqlite_query.hpp"

#include "store/scope_sql.hpp"
#include "store/sqlite_store.hpp"
#include "store/statements.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace gridcase::store {

namespace {

constexpr int count_of_columns(std::string_view list) {
  int count = 1;
  for (const char c : list)
    count += c == ',' ? 1 : 0;
  return count;
}

constexpr int first_filter_column = count_of_columns(GRIDCASE_CASE_COLUMNS);

// The rows a selector goes through, with the column that orders them (none for one row). A CROSS
// JOIN keeps the order in which the two tables are looked up.
struct Source {
  std::string text;
  std::string case_id;
};

Source source_of(Selector selector, Parameters& parameters) {
  const std::string county = parameters.next();
  const auto cases = [&](const std::string& condition, const char* case_id = "t.case_id") {
    return Source{"cases t WHERE t.county = " + county + condition, case_id};
  };
  switch (selector) {
  case Selector::all: return cases("");
  case Selector::open: return cases(" AND t.is_open = 1");
  case Selector::number: return cases(" AND t.number = " + parameters.next(), "");
  case Selector::holder: return cases(" AND t.is_open = 1 AND t.holder = " + parameters.next());
  case Selector::township: return cases(" AND t.township = " + parameters.next());
  case Selector::grid: return cases(" AND t.grid = " + parameters.next());
  case Selector::part_of:
    return cases(" AND t.part_of = " + parameters.next() + " AND t.part_of <> 0");
  case Selector::about: return cases(" AND t.about = " + parameters.next() + " AND t.about <> 0");
  case Selector::merged_into:
    return cases(" AND t.merged_into = " + parameters.next() + " AND t.merged_into <> 0");
  case Selector::assigned:
    return {"assignments o CROSS JOIN cases t WHERE o.county = " + county +
                " AND o.ended IS NULL AND o.unit = " + parameters.next() +
                " AND t.county = o.county AND t.case_id = o.case_id AND t.is_open = 1",
            "o.case_id"};
  case Selector::concerns: break;  // see concerns_text
  case Selector::incoming:
    return cases(" AND t.nature = " + parameters.next() + " AND t.nature >= 9");
  case Selector::subject: {
    const std::string kind = parameters.next();
    return {"subjects s CROSS JOIN cases t WHERE s.county = " + county + " AND s.kind = " + kind +
                " AND s.subject = " + parameters.next() +
                " AND t.county = s.county AND t.case_id = s.case_id",
            "s.case_id"};
  }
  case Selector::external_id: {
    const std::string system = parameters.next();
    return {"external_ids e CROSS JOIN cases t WHERE e.county = " + county +
                " AND e.system = " + system + " AND e.external_id = " + parameters.next() +
                " AND t.county = e.county AND t.case_id = e.case_id",
            ""};
  }
  }
  return {};
}

const char* column_of(BoardKey key) {
  switch (key) {
  case BoardKey::holder: return "t.holder";
  case BoardKey::lead: return "t.lead";
  case BoardKey::township: return "t.township";
  case BoardKey::category: return "t.category";
  case BoardKey::channel: return "t.channel";
  case BoardKey::tier: return "t.origin, t.back, t.back2";
  }
  return "";
}

// The tier a case is on. An ended or suspended one: where it was; one that remembers nothing: where
// it came up.
Tier tier_of_position(State state, State back, State back2, Tier origin) {
  for (const State it : {state, back, back2}) {
    if (const auto tier = tier_of(it)) return *tier;
  }
  return origin;
}

void count(BoardLine& line, State state, std::int64_t cases) {
  if (is_end(state)) {
    (state == State::closed ? line.closed : line.other_ends) += cases;
    return;
  }
  line.open += cases;
  if (state == State::suspended) line.suspended += cases;
  line.by_stage[static_cast<std::size_t>(stage_of(state)) - 1] += cases;
}

bool gives_one(Selector selector) noexcept {
  return selector == Selector::number || selector == Selector::external_id;
}

// What of a query is decided row by row.
class Filter {
public:
  Filter(const CaseQuery& query, std::unordered_set<std::int64_t> categories)
      : query_(query), categories_(std::move(categories)) {}

  bool keeps(const Cursor& row) const {
    const auto state = static_cast<State>(row.integer(first_filter_column));
    const Instant reported = from_microseconds(row.integer(first_filter_column + 2));
    return (!query_.state || state == *query_.state) && (!query_.open_only || is_open(state)) &&
           (!query_.stage || (state != State::none && stage_of(state) == *query_.stage)) &&
           (!query_.reported_from || reported >= *query_.reported_from) &&
           (!query_.reported_until || reported < *query_.reported_until) &&
           (query_.category.empty() ||
            categories_.count(row.integer(first_filter_column + 1)) > 0) &&
           is_due(row) && row.integer(first_filter_column + 4) != 0;
  }

private:
  bool is_due(const Cursor& row) const {
    const int column = first_filter_column + 3;
    return !query_.deadline_before ||
           (!row.is_null(column) &&
            from_microseconds(row.integer(column)) < *query_.deadline_before);
  }

  const CaseQuery& query_;
  const std::unordered_set<std::int64_t> categories_;
};

// Whoever asks for what is known by that wants it, whatever it is.
bool names_case(const CaseQuery& query) {
  return !query.number.empty() || query.external_id || query.subject ||
         query.merged_into != CaseId::none || !query.concerns.empty();
}

// What few queries ask: not worth columns of its own in the filter.
bool is_asked_for(const CaseQuery& query, const CaseSummary& summary) {
  const bool has_nature = query.nature ? summary.nature == *query.nature
                                       : summary.nature < Nature::contact || names_case(query);
  return has_nature && (query.type.empty() || summary.type == query.type) &&
         (query.campaign.empty() || summary.campaign == query.campaign) &&
         (!query.hard_only || summary.hard_since);
}

void bind_selector(Cursor& cursor, Selector selector, const CaseQuery& query, Codes& codes,
                   Connection& connection) {
  const auto code = [&](const std::string& text) { return codes.find(connection, text); };
  switch (selector) {
  case Selector::all:
  case Selector::open: break;
  case Selector::number: cursor.bind(query.number); break;
  case Selector::external_id:
    cursor.bind(code(query.external_id->system)).bind(query.external_id->id);
    break;
  case Selector::holder: cursor.bind(code(query.holder)); break;
  case Selector::assigned: cursor.bind(code(query.assigned)); break;
  case Selector::township: cursor.bind(code(query.township)); break;
  case Selector::grid: cursor.bind(code(query.grid)); break;
  case Selector::part_of: cursor.bind(query.part_of); break;
  case Selector::merged_into: cursor.bind(query.merged_into); break;
  case Selector::about: cursor.bind(code(query.about)); break;
  case Selector::concerns: cursor.bind(code(query.concerns)); break;
  case Selector::incoming: cursor.bind(*query.nature); break;
  case Selector::subject: cursor.bind(code(query.subject->kind)).bind(query.subject->code); break;
  }
}

// The scope stands in the result, not in the condition: the rows outside it count as looked at. In
// a CASE it is not evaluated further than needed.
std::string filter_columns(const ScopeSql& scope, Parameters& parameters) {
  const std::string columns = ", t.state, t.category, t.reported, t.deadline, ";
  if (scope.is_everything()) return columns + "1";
  return columns + "CASE WHEN " + scope.condition(parameters) + " THEN 1 ELSE 0 END";
}

// Three ways to a case, each along an index that has the order of ids, merged without sorting. What
// is found on two ways comes twice, one after the other.
std::string concerns_text(const ScopeSql& scope) {
  Parameters parameters;
  const std::string rest =
      std::string(GRIDCASE_CASE_COLUMNS).substr(std::string_view("t.case_id").size()) +
      filter_columns(scope, parameters);
  const std::string county = parameters.next();
  const std::string unit = parameters.next();
  const std::string after = parameters.next();
  const auto cases = [&](const std::string& condition) {
    return "SELECT t.case_id" + rest + " FROM cases t WHERE t.county = " + county +
           " AND t.is_open = 1 AND " + condition + " AND t.case_id > " + after;
  };
  return cases("t.holder = " + unit) + " UNION ALL SELECT o.case_id" + rest +
         " FROM assignments o CROSS JOIN cases t WHERE o.county = " + county +
         " AND o.ended IS NULL AND o.unit = " + unit +
         " AND t.county = o.county AND t.case_id = o.case_id AND t.is_open = 1 AND o.case_id > " +
         after + " UNION ALL " + cases("t.checker = " + unit + " AND t.checker <> 0") +
         " ORDER BY 1 LIMIT " + parameters.next();
}

// The cases that sums are made of. Parameters: the county, the first and the end of the reports,
// then those of the scope.
std::string counted_cases(const ScopeSql& scope) {
  Parameters parameters;
  // Named one after the other: in what order a sum calls them is not laid down.
  const std::string county = parameters.next();
  const std::string first = parameters.next();
  const std::string end = parameters.next();
  const std::string text = "t.county = " + county + " AND t.drill = 0 AND t.state <> " +
                           std::to_string(static_cast<int>(State::annulled)) +
                           " AND t.reported >= " + first + " AND t.reported < " + end;
  if (scope.is_everything()) return text;
  return text + " AND (" + scope.condition(parameters) + ")";
}

}  // namespace

Selector selector_of(const CaseQuery& query) noexcept {
  if (!query.number.empty()) return Selector::number;
  if (query.external_id) return Selector::external_id;
  if (!query.holder.empty()) return Selector::holder;
  if (!query.assigned.empty()) return Selector::assigned;
  if (!query.township.empty()) return Selector::township;
  if (!query.grid.empty()) return Selector::grid;
  if (query.part_of != CaseId::none) return Selector::part_of;
  if (query.merged_into != CaseId::none) return Selector::merged_into;
  if (!query.about.empty()) return Selector::about;
  if (!query.concerns.empty()) return Selector::concerns;
  if (query.subject) return Selector::subject;
  if (query.nature && *query.nature >= Nature::contact) return Selector::incoming;
  return query.open_only || query.deadline_before ? Selector::open : Selector::all;
}

std::string list_text(Selector selector, const ScopeSql& scope) {
  if (selector == Selector::concerns) return concerns_text(scope);
  Parameters parameters;
  std::string text = "SELECT " GRIDCASE_CASE_COLUMNS + filter_columns(scope, parameters);
  const Source source = source_of(selector, parameters);
  text += " FROM " + source.text;
  if (source.case_id.empty()) return text;
  text += " AND " + source.case_id + " > " + parameters.next();
  return text + " ORDER BY " + source.case_id + " LIMIT " + parameters.next();
}

std::string board_text(BoardKey key, bool open_only, Nature nature, const ScopeSql& scope) {
  Parameters parameters;
  std::string text = std::string("SELECT ") + column_of(key) + ", t.state, count(*) FROM cases t ";
  text += "WHERE t.county = " + parameters.next() +
          " AND t.drill = 0 AND t.nature = " + std::to_string(static_cast<int>(nature));
  if (open_only) text += " AND t.is_open = 1";
  if (!scope.is_everything()) text += " AND (" + scope.condition(parameters) + ")";
  return text + " GROUP BY " + column_of(key) + ", t.state";
}

CasePage SqliteStore::find(const CaseQuery& query, const std::vector<std::string>& categories,
                           const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    std::unordered_set<std::int64_t> category_codes;
    for (const std::string& it : categories)
      category_codes.insert(codes_->find(connection, it));
    const Filter filter(query, std::move(category_codes));
    const Selector selector = selector_of(query);
    const std::int64_t budget = rows_looked_at(query.limit);
    const ScopeSql visible(scope);
    Cursor rows = connection.prepare_built(list_text(selector, visible));
    visible.bind(rows, *codes_, connection);
    rows.bind(county_);
    bind_selector(rows, selector, query, *codes_, connection);
    if (!gives_one(selector)) rows.bind(query.after).bind(budget + 1);

    CasePage page;
    CaseId last = CaseId::none;
    for (std::int64_t looked_at = 0; rows.step(); ++looked_at) {
      const bool full = page.cases.size() >= static_cast<std::size_t>(query.limit);
      const auto id = static_cast<CaseId>(rows.integer(0));
      if (to_number(id) <= to_number(query.after)) continue;
      if (id == last) continue;  // a unit may have two orders in a case
      if (full || looked_at >= budget) {
        page.next = last;
        break;
      }
      last = id;
      if (!filter.keeps(rows)) continue;
      Row row(rows, *codes_, connection);
      CaseSummary summary = read_summary(row);
      if (is_asked_for(query, summary)) page.cases.push_back(std::move(summary));
    }
    return page;
  });
}

std::vector<FigureSum> SqliteStore::sum_figures(Instant from, Instant until,
                                                const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    const ScopeSql visible(scope);
    Cursor rows = connection.prepare_built(
        "SELECT f.name, f.measure, f.unit, sum(f.value), count(DISTINCT f.case_id) "
        "FROM cases t JOIN figures f ON f.county = t.county AND f.case_id = t.case_id WHERE " +
        counted_cases(visible) + " GROUP BY f.name, f.measure, f.unit");
    rows.bind(county_).bind(from).bind(until);
    visible.bind(rows, *codes_, connection);
    std::vector<FigureSum> sums;
    while (rows.step()) {
      Row row(rows, *codes_, connection);
      FigureSum& it = sums.emplace_back();
      row.read_code(it.name);
      row.read_code(it.measure);
      row.read_code(it.unit);
      row.read(it.value);
      row.read(it.cases);
    }
    std::sort(sums.begin(), sums.end(), [](const FigureSum& a, const FigureSum& b) {
      return std::tie(a.name, a.measure, a.unit) < std::tie(b.name, b.measure, b.unit);
    });
    return sums;
  });
}

// Directives and records of other kinds do not come in. What was struck out did not either.
std::vector<IntakeTotals::Line> SqliteStore::intake_totals(Instant from, Instant until,
                                                           const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    const ScopeSql visible(scope);
    Cursor rows = connection.prepare_built(
        "SELECT t.nature, CASE WHEN t.nature = 1 THEN t.channel ELSE t.type END AS kind, "
        "t.dialled, t.request, count(*), sum(t.state = 3), sum(t.merged_into <> 0), "
        "sum(t.is_open), sum(t.repeats) FROM cases t WHERE t.nature IN (1, 9, 10) AND " +
        counted_cases(visible) + " GROUP BY t.nature, kind, t.dialled, t.request");
    rows.bind(county_).bind(from).bind(until);
    visible.bind(rows, *codes_, connection);
    std::vector<IntakeTotals::Line> lines;
    while (rows.step()) {
      Row row(rows, *codes_, connection);
      IntakeTotals::Line& it = lines.emplace_back();
      row.read(it.nature);
      row.read_code(it.type);
      row.read_code(it.number_dialled);
      row.read(it.request);
      for (std::int64_t* figure : {&it.count, &it.answered, &it.became, &it.open, &it.repeats})
        row.read(*figure);
    }
    std::sort(lines.begin(), lines.end(),
              [](const IntakeTotals::Line& a, const IntakeTotals::Line& b) {
                return std::tie(a.nature, a.type, a.number_dialled, a.request) <
                       std::tie(b.nature, b.type, b.number_dialled, b.request);
              });
    return lines;
  });
}

std::vector<Rating> SqliteStore::ratings(Instant from, Instant until, const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    const ScopeSql visible(scope);
    Cursor rows = connection.prepare_built(
        "SELECT t.lead, count(*), sum(t.satisfaction > 0), sum(t.satisfaction), "
        "sum(t.solved = 'yes'), sum(t.solved = 'partly'), sum(t.solved = 'no') FROM cases t "
        "WHERE " +
        counted_cases(visible) +
        " AND t.lead <> 0 AND (t.satisfaction > 0 OR t.solved <> '') GROUP BY t.lead");
    rows.bind(county_).bind(from).bind(until);
    visible.bind(rows, *codes_, connection);
    std::vector<Rating> ratings;
    while (rows.step()) {
      Row row(rows, *codes_, connection);
      Rating& it = ratings.emplace_back();
      row.read_code(it.unit);
      for (std::int64_t* const figure :
           {&it.cases, &it.rated, &it.stars, &it.solved, &it.partly, &it.unsolved}) {
        row.read(*figure);
      }
    }
    std::sort(ratings.begin(), ratings.end(),
              [](const Rating& a, const Rating& b) { return a.unit < b.unit; });
    return ratings;
  });
}

Board SqliteStore::board(const BoardQuery& query, const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    const ScopeSql visible(scope);
    Transaction transaction(connection, Transaction::Kind::read);
    Cursor rows =
        connection.prepare_built(board_text(query.by, query.open_only, query.nature, visible));
    rows.bind(county_);
    visible.bind(rows, *codes_, connection);
    const bool by_tier = query.by == BoardKey::tier;
    std::map<std::string, BoardLine> lines;
    Board board;
    while (rows.step()) {
      const auto state = static_cast<State>(rows.integer(by_tier ? 3 : 1));
      const std::int64_t cases = rows.integer(by_tier ? 4 : 2);
      const std::string key =
          by_tier ? std::string(name(tier_of_position(state, static_cast<State>(rows.integer(1)),
                                                      static_cast<State>(rows.integer(2)),
                                                      static_cast<Tier>(rows.integer(0)))))
                  : codes_->text(connection, rows.integer(0));
      count(lines[key], state, cases);
      count(board.total, state, cases);
    }
    for (auto& [key, line] : lines) {
      line.key = key;
      board.lines.push_back(line);
    }
    return board;
  });
}

}  // namespace gridcase::store
