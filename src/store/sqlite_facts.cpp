// Facts and their sums by month: kept by the writer, read by who measures.
#include "store/sqlite_facts.hpp"

#include "store/sqlite_store.hpp"
#include "store/statements.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace gridcase::store {
namespace {

std::int64_t number_of(Date day) { return day.year * 10000 + day.month * 100 + day.day; }

std::int64_t month_of(std::int64_t day) { return day / 100; }

std::int64_t first_day_of(std::int64_t month) { return month * 100 + 1; }

std::int64_t month_after(std::int64_t month) {
  return month % 100 == 12 ? month + 100 - 11 : month + 1;
}

std::int64_t number_of(std::optional<Moment> moment) {
  return moment ? static_cast<std::int64_t>(*moment) : 0;
}

FactProgress read_progress(Connection& connection, std::int64_t county) {
  Cursor row = connection.query(sql::select_fact_progress, county);
  if (!row.step()) return {};
  return {row.integer(0), std::string(row.text(1))};
}

// GRIDCASE_FACT_COLUMNS
FactRow read_row(const Cursor& row) {
  FactRow it;
  int column = 0;
  for (std::int64_t* const value :
       {&it.kind, &it.moment, &it.number, &it.day, &it.happened, &it.marks, &it.amount, &it.unit,
        &it.person, &it.grid, &it.category, &it.channel}) {
    *value = row.integer(column++);
  }
  return it;
}

std::vector<FactRow> rows_of(Connection& connection, std::int64_t county, CaseId id) {
  std::vector<FactRow> list;
  Cursor rows = connection.query(sql::facts_of_case, county, id);
  while (rows.step())
    list.push_back(read_row(rows));
  return list;
}

Fact fact_of(const FactRow& row, CaseId id, Codes& codes, Connection& connection) {
  Fact fact;
  fact.kind = static_cast<FactKind>(row.kind);
  if (row.moment != 0) fact.moment = static_cast<Moment>(row.moment);
  fact.number = static_cast<std::int32_t>(row.number);
  fact.at = from_microseconds(row.happened);
  fact.marks = Marks(static_cast<std::uint64_t>(row.marks));
  fact.amount = row.amount;
  fact.unit = codes.text(connection, row.unit);
  fact.person = codes.text(connection, row.person);
  fact.case_id = id;
  fact.grid = codes.text(connection, row.grid);
  fact.category = codes.text(connection, row.category);
  fact.channel = codes.text(connection, row.channel);
  return fact;
}

auto key_of(const FactRow& row) { return std::tie(row.kind, row.moment, row.number); }

std::vector<Fact> facts_of(Connection& connection, std::int64_t county, CaseId id, Codes& codes) {
  std::vector<Fact> facts;
  for (const FactRow& row : rows_of(connection, county, id))
    facts.push_back(fact_of(row, id, codes, connection));
  return facts;
}

}  // namespace

static auto tied(const FactRow& row) {
  return std::tie(row.kind, row.moment, row.number, row.day, row.happened, row.marks, row.amount,
                  row.unit, row.person, row.grid, row.category, row.channel);
}

bool operator==(const FactRow& a, const FactRow& b) { return tied(a) == tied(b); }

// ---- the writer

FactRow FactKeeper::row_of(const Fact& fact) {
  FactRow row;
  row.kind = static_cast<std::int64_t>(fact.kind);
  row.moment = number_of(fact.moment);
  row.number = fact.number;
  row.day = number_of(date_of(fact.at, zone_));
  row.happened = to_microseconds(fact.at);
  row.marks = static_cast<std::int64_t>(fact.marks.bits());
  row.amount = fact.amount;
  row.unit = codes_.code(fact.unit);
  row.person = codes_.code(fact.person);
  row.grid = codes_.code(fact.grid);
  row.category = codes_.code(fact.category);
  row.channel = codes_.code(fact.channel);
  return row;
}

// Only what differs is written: most facts of a case stay when another comes.
void FactKeeper::replace(const CaseFacts& facts) {
  std::vector<FactRow> now;
  for (const Fact& fact : facts.facts)
    now.push_back(row_of(fact));
  const std::vector<FactRow> before = rows_of(connection_, county_, facts.case_id);
  const auto is_in = [](const std::vector<FactRow>& rows, const FactRow& row) {
    const auto place =
        std::lower_bound(rows.begin(), rows.end(), row,
                         [](const FactRow& a, const FactRow& b) { return key_of(a) < key_of(b); });
    return place != rows.end() && *place == row;
  };
  for (const FactRow& row : before) {
    if (is_in(now, row)) continue;
    connection_.run(sql::delete_fact, county_, facts.case_id, row.kind, row.moment, row.number);
    count(row, -1);
  }
  for (const FactRow& row : now) {
    if (is_in(before, row)) continue;
    connection_.run(sql::insert_fact, county_, facts.case_id, row.kind, row.moment, row.number,
                    row.day, row.happened, row.marks, row.amount, row.unit, row.person, row.grid,
                    row.category, row.channel);
    count(row, 1);
  }
}

void FactKeeper::count(const FactRow& row, std::int64_t sign) {
  const std::pair<Dimension, std::int64_t> keys[] = {{Dimension::total, 0},
                                                     {Dimension::unit, row.unit},
                                                     {Dimension::person, row.person},
                                                     {Dimension::grid, row.grid},
                                                     {Dimension::category, row.category},
                                                     {Dimension::channel, row.channel}};
  for (const auto& [dimension, code] : keys) {
    Change& change = changes_[{static_cast<std::int64_t>(dimension), row.kind, row.moment,
                               month_of(row.day), code, row.marks}];
    change.facts += sign;
    change.amount += sign * row.amount;
  }
}

void FactKeeper::finish() {
  for (const auto& [key, change] : changes_) {
    if (change.facts == 0 && change.amount == 0) continue;
    const auto& [dimension, kind, moment, month, code, marks] = key;
    connection_.run(sql::add_to_tally, change.facts, change.amount, county_, dimension, kind,
                    moment, month, code, marks);
    if (connection_.changes() == 0) {
      connection_.run(sql::insert_tally, change.facts, change.amount, county_, dimension, kind,
                      moment, month, code, marks);
    } else if (change.facts < 0) {
      connection_.run(sql::delete_empty_tally, county_, dimension, kind, moment, month, code,
                      marks);
    }
  }
}

bool SqliteStore::keep_facts(const FactProgress& before, const FactProgress& after,
                             const std::vector<CaseFacts>& cases) {
  require_usable();
  if (!writer_) {
    throw Error(ErrorCode::invalid_argument, "the store was opened for reading only", "read_only");
  }
  NewCodes codes(*codes_, *writer_);
  {
    Transaction transaction(*writer_, Transaction::Kind::write);
    if (!(read_progress(*writer_, county_) == before)) return false;
    if (before.zone != after.zone) {
      writer_->run(sql::delete_facts, county_);
      writer_->run(sql::delete_tallies, county_);
    }
    FactKeeper keeper(*writer_, codes, county_, after.zone);
    for (const CaseFacts& facts : cases)
      keeper.replace(facts);
    keeper.finish();
    writer_->run(sql::delete_fact_progress, county_);
    writer_->run(sql::insert_fact_progress, county_, after.sequence, after.zone);
    commit(transaction);
  }
  codes.publish();
  checkpoint_when_long();
  return true;
}

// ---- readers

namespace {

const char* column_of(Dimension dimension) {
  switch (dimension) {
  case Dimension::unit: return "f.unit";
  case Dimension::person: return "f.person";
  case Dimension::grid: return "f.grid";
  case Dimension::category: return "f.category";
  case Dimension::channel: return "f.channel";
  case Dimension::total:
  case Dimension::tier: break;  // the tier stands in the marks
  }
  return "0";
}

bool has_column(Dimension dimension) {
  return dimension != Dimension::total && dimension != Dimension::tier;
}

bool has_moments(FactKind kind) {
  return kind == FactKind::limit || kind == FactKind::limit_or_done;
}

// From the first day up to and without the second; as numbers.
struct Days {
  std::int64_t from = 0;
  std::int64_t until = 0;
};

// Whole months are read as sums; the days before and after them fact by fact.
struct Parts {
  Days months;  // numbers of months
  std::vector<Days> days;
};

Parts parts_of(const FactRange& range, const std::string& zone) {
  const Days whole{number_of(range.days.from), number_of(range.days.until)};
  const std::int64_t today = number_of(date_of(range.until, zone));
  std::int64_t first = month_of(whole.from);
  if (first_day_of(first) < whole.from) first = month_after(first);
  std::int64_t end = first;
  while (first_day_of(month_after(end)) <= std::min(whole.until, today))
    end = month_after(end);
  if (end == first) return {{}, {whole}};
  Parts parts{{first, end}, {}};
  if (whole.from < first_day_of(first)) parts.days.push_back({whole.from, first_day_of(first)});
  if (first_day_of(end) < whole.until) parts.days.push_back({first_day_of(end), whole.until});
  return parts;
}

class FactReader {
public:
  FactReader(Connection& connection, Codes& codes, std::int64_t county, const FactRange& range,
             const model::Scope& scope)
      : connection_(connection), codes_(codes), county_(county), range_(range), visible_(scope) {}

  void read(const FactSelection& selection, const std::string& zone, FactReading& reading) {
    std::vector<FactSum>& sums = reading.sums.emplace_back();
    const Days whole{number_of(range_.days.from), number_of(range_.days.until)};
    if (selection.form == FactSelection::Form::whole) {
      return read_facts(selection, whole, reading.whole);
    }
    const bool is_kept = visible_.is_everything() && range_.channel.empty();
    if (selection.form == FactSelection::Form::each || !is_kept) {
      return read_days(selection, whole, sums);
    }
    const Parts parts = parts_of(range_, zone);
    if (parts.months.from < parts.months.until) read_months(selection, parts.months, sums);
    for (const Days& days : parts.days)
      read_days(selection, days, sums);
  }

private:
  void read_months(const FactSelection& selection, Days months, std::vector<FactSum>& sums) {
    Parameters parameters;
    std::string text = "SELECT code, marks, sum(facts), sum(amount) FROM tallies WHERE county = ";
    text += parameters.next();
    text += " AND dimension = " + parameters.next();
    text += " AND kind = " + parameters.next();
    text += condition_on_moment("moment", selection, parameters);
    text += " AND month >= " + parameters.next();
    text += " AND month < " + parameters.next() + " GROUP BY code, marks";
    Cursor rows = connection_.prepare_built(text);
    rows.bind(county_).bind(has_column(range_.by) ? range_.by : Dimension::total);
    rows.bind(selection.kind);
    bind_moment(rows, selection);
    rows.bind(months.from).bind(months.until);
    add(rows, sums);
  }

  void read_days(const FactSelection& selection, Days days, std::vector<FactSum>& sums) {
    const bool is_sum = selection.form == FactSelection::Form::sums;
    const std::string column = column_of(range_.by);
    Cursor rows =
        prepare("SELECT " + column +
                    (is_sum ? ", f.marks, count(*), sum(f.amount)" : ", f.marks, 1, f.amount"),
                false, is_sum ? " GROUP BY 1, 2" : "", selection);
    bind(rows, selection, days);
    add(rows, sums);
  }

  void read_facts(const FactSelection& selection, Days days, std::vector<Fact>& facts) {
    const bool by_key = has_column(range_.by) && !range_.key.empty();
    Cursor rows = prepare("SELECT " GRIDCASE_FACT_COLUMNS ", f.case_id", by_key, "", selection);
    bind(rows, selection, days, by_key);
    while (rows.step()) {
      const auto id = static_cast<CaseId>(rows.integer(12));
      facts.push_back(fact_of(read_row(rows), id, codes_, connection_));
    }
  }

  Cursor prepare(const std::string& select, bool by_key, const char* end,
                 const FactSelection& selection) {
    Parameters parameters;
    const bool everything = visible_.is_everything();
    std::string text = select + " FROM facts f" + (everything ? "" : " CROSS JOIN cases t");
    text += " WHERE f.county = " + parameters.next();
    text += " AND f.kind = " + parameters.next();
    text += condition_on_moment("f.moment", selection, parameters);
    text += " AND f.day >= " + parameters.next();
    text += " AND f.day < " + parameters.next();
    text += " AND f.happened <= " + parameters.next();
    if (by_key) text += std::string(" AND ") + column_of(range_.by) + " = " + parameters.next();
    if (!range_.channel.empty()) text += " AND f.channel = " + parameters.next();
    if (!everything) {
      text += " AND t.county = f.county AND t.case_id = f.case_id AND (" +
              visible_.condition(parameters) + ")";
    }
    return connection_.prepare_built(text + end);
  }

  void bind(Cursor& rows, const FactSelection& selection, Days days, bool by_key = false) {
    rows.bind(county_).bind(selection.kind);
    bind_moment(rows, selection);
    rows.bind(days.from).bind(days.until).bind(range_.until);
    if (by_key) rows.bind(codes_.find(connection_, range_.key));
    if (!range_.channel.empty()) rows.bind(codes_.find(connection_, range_.channel));
    visible_.bind(rows, codes_, connection_);
  }

  // By an index that begins with it, whether all are asked for or one.
  static std::string condition_on_moment(const std::string& column, const FactSelection& selection,
                                         Parameters& parameters) {
    if (selection.moment || !has_moments(selection.kind)) {
      return " AND " + column + " = " + parameters.next();
    }
    std::string list;
    for (int moment = 1; moment <= static_cast<int>(Moment::confirm_sent); ++moment)
      list += (list.empty() ? "" : ", ") + std::to_string(moment);
    return " AND " + column + " IN (" + list + ")";
  }

  static void bind_moment(Cursor& rows, const FactSelection& selection) {
    if (selection.moment || !has_moments(selection.kind)) rows.bind(number_of(selection.moment));
  }

  void add(Cursor& rows, std::vector<FactSum>& sums) {
    while (rows.step()) {
      FactSum& sum = sums.emplace_back();
      sum.key = codes_.text(connection_, rows.integer(0));
      sum.marks = Marks(static_cast<std::uint64_t>(rows.integer(1)));
      sum.facts = rows.integer(2);
      sum.amount = rows.integer(3);
    }
  }

  Connection& connection_;
  Codes& codes_;
  std::int64_t county_;
  const FactRange& range_;
  ScopeSql visible_;
};

}  // namespace

void check_fact_days(Connection& connection, const std::function<void(std::int64_t)>& found) {
  Cursor rows = connection.prepare(
      "SELECT f.case_id, f.day, f.happened, coalesce(p.zone, '') FROM facts f LEFT JOIN "
      "fact_progress p ON p.county = f.county ORDER BY f.case_id");
  while (rows.step()) {
    const std::string zone(rows.text(3));
    const bool is_right =
        zone_exists(zone) &&
        rows.integer(1) == number_of(date_of(from_microseconds(rows.integer(2)), zone));
    if (!is_right) found(rows.integer(0));
  }
}

FactProgress SqliteStore::fact_progress() {
  return as_reader([&](Connection& connection) { return read_progress(connection, county_); });
}

std::pair<FactProgress, std::vector<Fact>> SqliteStore::kept_facts(CaseId id) {
  return as_reader([&](Connection& connection) {
    Transaction transaction(connection, Transaction::Kind::read);
    auto kept =
        std::pair(read_progress(connection, county_), facts_of(connection, county_, id, *codes_));
    transaction.commit();
    return kept;
  });
}

ChangedCases SqliteStore::changed_after(std::int64_t sequence, std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    ChangedCases changed;
    Cursor rows = connection.query(sql::places_after, sequence, limit);
    while (rows.step()) {
      changed.until = rows.integer(0);
      const auto id = static_cast<CaseId>(rows.integer(1));
      if (id != CaseId::none) changed.cases.push_back(id);
    }
    std::sort(changed.cases.begin(), changed.cases.end());
    changed.cases.erase(std::unique(changed.cases.begin(), changed.cases.end()),
                        changed.cases.end());
    return changed;
  });
}

std::vector<CaseId> SqliteStore::cases_with(ActionKind kind, std::int64_t after) {
  return as_reader([&](Connection& connection) {
    std::vector<CaseId> ids;
    Cursor rows = connection.query(sql::cases_with_action, after, kind);
    while (rows.step())
      ids.push_back(static_cast<CaseId>(rows.integer(0)));
    return ids;
  });
}

FactReading SqliteStore::read_facts(const std::vector<FactSelection>& selections,
                                    const FactRange& range, const model::Scope& scope) {
  return as_reader([&](Connection& connection) {
    Transaction transaction(connection, Transaction::Kind::read);
    FactReading reading;
    reading.progress = read_progress(connection, county_);
    reading.last_sequence = std::min(read_county(connection).county.last_sequence, range.sequence);
    FactReader reader(connection, *codes_, county_, range, scope);
    const std::string zone = reading.progress.zone.empty() ? "UTC" : reading.progress.zone;
    for (const FactSelection& selection : selections)
      reader.read(selection, zone, reading);
    std::vector<CaseId> ids;
    {
      const std::int64_t known = std::min(reading.progress.sequence, range.sequence);
      Cursor rows = connection.query(sql::cases_after, known);
      while (rows.step())
        ids.push_back(static_cast<CaseId>(rows.integer(0)));
    }
    for (const CaseId id : ids) {
      if (!scope.is_everything()) {
        const auto loaded = load_one(connection, id);
        if (!loaded || !scope.covers(loaded->snapshot)) continue;
      }
      reading.changed.push_back({id, facts_of(connection, county_, id, *codes_)});
    }
    transaction.commit();
    return reading;
  });
}

}  // namespace gridcase::store
