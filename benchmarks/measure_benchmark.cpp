// What the figures of a month cost in a large store beside a small one, and beside counting them
// out of the rows of cases and clocks with SQL.
//
//     bench_measure_benchmark [CASES [UNITS]]      1,000,000 and 100 if not said
//
// Each month has 10,000 cases, spread over its days and over the units; each is reported, filed,
// handled and closed by its unit, one in ten after its deadline. The last month is measured, by
// unit: in a store of that month alone, and in one of CASES. Times in the middle (medians) are
// measured apart: they read the facts of the month one by one. Then all units are scored by a sheet
// of six measures, each unit with all units below it.
// Standalone, since the stores are large and made once.

#include <gridcase/gridcase.hpp>

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace gridcase;
using Watch = std::chrono::steady_clock;

constexpr std::int64_t cases_a_month = 10'000;
constexpr int last_year = 2018;
constexpr int last_month = 3;

double milliseconds_since(Watch::time_point began) {
  return std::chrono::duration<double, std::milli>(Watch::now() - began).count();
}

const Actor centre{"330881", {}, {}};

std::string unit_code(std::size_t number) { return fmt::format("u{:03}", number); }

Policy policy(std::size_t units) {
  std::string rooms;
  for (std::size_t i = 0; i < units; ++i) {
    rooms += fmt::format(R"(, {{"code": "{0}", "name": "{0}", "kind": "command_room",
                              "tier": "township", "parent": "330881",
                              "area_code": "330881{1:03}"}})",
                         unit_code(i), i + 1);
  }
  return read_policy(R"({
    "organization": {"code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
      "units": [{"code": "330881", "name": "centre", "kind": "command_center",
                 "area_code": "330881"})" +
                     rooms + R"(],
      "categories": [{"code": "04", "name": "events"}],
      "duties": [{"category": "04", "tier": "county", "lead": "330881"}]},
    "time": {"milestones": [{"code": "close", "from": "reported", "until": "closed"}],
             "limits": [{"milestone": "close", "within": {"value": 8, "unit": "urgent_hour"}}]},
    "scoring": [{"code": "rooms", "english": "Rooms", "valid_from": "2000-01-01",
      "who": {"kinds": ["command_room"]},
      "sheet": {"code": "total", "english": "Total", "points": 100, "parts": [
        {"code": "closed", "english": "Closed", "points": 30,
         "scale": {"kind": "linear", "measure": "closing_rate"}},
        {"code": "in_time", "english": "In time", "points": 30,
         "scale": {"kind": "linear", "measure": "closing_in_time_rate"}},
        {"code": "filed", "english": "Filed", "points": 20,
         "scale": {"kind": "linear", "measure": "filing_rate"}},
        {"code": "work", "english": "Work", "points": 20,
         "changes": [{"measure": "limits_missed", "points": "-0.1"},
                     {"measure": "returns", "points": "-0.1"},
                     {"measure": "reworked_orders", "points": "-0.1"}]}]}}]})");
}

// The first moment of a month, so many before the last one.
Instant month_begin(std::int64_t before) {
  const std::int64_t month = last_year * 12 + last_month - 1 - before;
  return parse_local(fmt::format("{:04}-{:02}-01 00:00", month / 12, month % 12 + 1),
                     "Asia/Shanghai");
}

class Filling {
public:
  Filling(Engine& engine, std::size_t units) : engine_(engine), units_(units) {}

  void month(Instant begin) {
    constexpr std::int64_t some = 100;
    const Duration step = std::chrono::hours(28 * 24) / (cases_a_month / some);
    for (std::int64_t done = 0; done < cases_a_month; done += some)
      run(begin + step * (done / some), static_cast<std::size_t>(done), some);
  }

private:
  // At an hour, the work of some cases; those that are late are closed before the next begin.
  void run(Instant at, std::size_t first, std::int64_t count) {
    std::vector<CaseId> ids(static_cast<std::size_t>(count), CaseId::none);
    const auto answers = all(ids, first, ActionKind::report, at);
    std::transform(answers.begin(), answers.end(), ids.begin(),
                   [](const Answer& answer) { return answer.case_id; });
    all(ids, first, ActionKind::file, at + std::chrono::minutes(5));
    all(ids, first, ActionKind::handle, at + std::chrono::minutes(10));
    all(ids, first, ActionKind::feedback, at + std::chrono::minutes(90));
    all(ids, first, ActionKind::close, at + std::chrono::minutes(100));
  }

  std::vector<Answer> all(const std::vector<CaseId>& ids, std::size_t first, ActionKind kind,
                          Instant at) {
    std::vector<Submission> batch;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Submission& one = batch.emplace_back();
      const std::size_t number = first + i;
      one.actor = {unit_code(number % units_), {}, {}};
      one.now = at;
      if (kind == ActionKind::close && number % 10 == 0) one.now = at + std::chrono::hours(7);
      one.action.kind = kind;
      one.action.case_id = ids[i];
      if (kind != ActionKind::report) continue;
      one.action.title = "sewage";
      one.action.category = "04";
      one.action.channel = number % 3 == 0 ? "hotline" : "patrol";
      one.action.tier = Tier::township;
    }
    // In the order of time, since nothing is recorded earlier than what is there.
    std::stable_sort(batch.begin(), batch.end(),
                     [](const Submission& a, const Submission& b) { return a.now < b.now; });
    std::vector<Answer> answers = engine_.batch(batch);
    for (const Answer& answer : answers) {
      if (!answer.ok()) throw std::runtime_error(answer.refusal ? answer.refusal->reason : "busy");
    }
    return answers;
  }

  Engine& engine_;
  std::size_t units_;
};

void remove_store(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm", "-writer"})
    std::filesystem::remove(path + suffix);
}

void make_store(const std::string& path, std::int64_t cases, std::size_t units) {
  remove_store(path);
  EngineOptions options;
  options.durability = Durability::relaxed;
  const std::int64_t months = std::max<std::int64_t>(cases / cases_a_month, 1);
  auto began = Watch::now();
  Engine engine = Engine::create(path, policy(units), options, month_begin(months));
  Filling filling(engine, units);
  for (std::int64_t before = months - 1; before >= 0; --before)
    filling.month(month_begin(before));
  fmt::print("{} cases made in {:.1f} s\n", months * cases_a_month,
             milliseconds_since(began) / 1000);
  began = Watch::now();
  std::int64_t followed = 0;
  for (std::int64_t behind = 1; behind > 0;) {
    const TickReport report = engine.tick(month_begin(-1), 100'000, 512);
    followed += report.followed;
    behind = report.behind;
  }
  const double took = milliseconds_since(began);
  fmt::print("{} events followed in {:.1f} s, {:.0f} a second\n", followed, took / 1000,
             static_cast<double>(followed) * 1000 / took);
}

// The median of some calls, in milliseconds.
double median_of(const std::function<void()>& call, int times) {
  std::vector<double> took;
  for (int i = 0; i < times; ++i) {
    const auto began = Watch::now();
    call();
    took.push_back(milliseconds_since(began));
  }
  std::sort(took.begin(), took.end());
  return took[took.size() / 2];
}

MeasureQuery last_month_by_unit(std::vector<std::string> measures) {
  MeasureQuery query;
  query.measures = std::move(measures);
  query.by = Dimension::unit;
  query.period = parse_period(fmt::format("{:04}-{:02}", last_year, last_month));
  return query;
}

const std::vector<std::string> compared{"reports", "closing_in_time_rate", "closings"};

// All of the catalogue but times in the middle.
std::vector<std::string> sums() {
  std::vector<std::string> codes;
  for (const MeasureDefinition& one : measure_catalogue()) {
    const bool is_middle = one.form == MeasureForm::median || one.form == MeasureForm::percentile90;
    if (!is_middle) codes.push_back(one.code);
  }
  return codes;
}

struct Times {
  double compared = 0;
  double sums = 0;
  double median = 0;
  double scores = 0;
  double by_hand = 0;
};

// The three figures by unit, as they are counted where nothing is kept.
class ByHand {
public:
  explicit ByHand(const std::string& path) {
    if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
      throw std::runtime_error("SQLite cannot open the store");
  }
  ~ByHand() { sqlite3_close(database_); }
  ByHand(const ByHand&) = delete;
  ByHand& operator=(const ByHand&) = delete;

  // By unit and measure: numerators, and the denominator of the rate.
  std::map<std::string, std::int64_t> count() {
    counts_.clear();
    const std::string in_month = fmt::format(
        " >= {} AND {{0}} < {}", to_microseconds(month_begin(0)), to_microseconds(month_begin(-1)));
    const auto within = [&](const std::string& column) {
      return column + fmt::format(in_month, column);
    };
    const auto by = [](const char* column) {
      return fmt::format(" JOIN codes c ON c.county = t.county AND c.code = {} WHERE ", column);
    };
    const std::string end = " GROUP BY c.text";
    read("reports", "SELECT c.text, count(*) FROM cases t" + by("t.reporter_unit") +
                        "t.drill = 0 AND " + within("t.reported") + end);
    read("closings", "SELECT c.text, count(*) FROM cases t" + by("t.holder") +
                         "t.drill = 0 AND t.state = 2 AND " + within("t.ended") + end);
    read("in_time", "SELECT c.text, sum(t.state = 3 AND t.stopped <= t.deadline) FROM clocks t" +
                        by("t.unit") + within("t.deadline") + end);
    read("due",
         "SELECT c.text, count(*) FROM clocks t" + by("t.unit") + within("t.deadline") + end);
    return counts_;
  }

private:
  void read(const std::string& what, const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, text.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* unit = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      counts_[what + " " + unit] = sqlite3_column_int64(statement, 1);
    }
    sqlite3_finalize(statement);
  }

  sqlite3* database_ = nullptr;
  std::map<std::string, std::int64_t> counts_;
};

// Only the same figures are worth comparing.
void check(const std::vector<Measurement>& figures, std::map<std::string, std::int64_t> counts) {
  for (const Measurement& figure : figures) {
    const bool is_rate = figure.measure == "closing_in_time_rate";
    const std::string what = is_rate ? "in_time" : figure.measure;
    const bool is_same = counts[what + " " + figure.key] == figure.ratio.numerator &&
                         (!is_rate || counts["due " + figure.key] == figure.ratio.denominator);
    if (!is_same) throw std::runtime_error("the two disagree on " + figure.measure);
  }
  if (figures.empty()) throw std::runtime_error("nothing was measured");
}

Times measure_store(const std::string& path) {
  EngineOptions reading;
  reading.read_only = true;
  const Engine engine = Engine::open(path, reading);
  ByHand by_hand(path);
  const Instant now = month_begin(-1);
  const auto ask = [&](const MeasureQuery& query) { return engine.measure(query, centre, now); };
  check(ask(last_month_by_unit(compared)), by_hand.count());
  Times times;
  times.compared = median_of([&] { (void)ask(last_month_by_unit(compared)); }, 21);
  times.sums = median_of([&] { (void)ask(last_month_by_unit(sums())); }, 21);
  times.median = median_of([&] { (void)ask(last_month_by_unit({"closing_time_median"})); }, 21);
  const AssessmentQuery scored{"rooms", last_month_by_unit({}).period, false, {}};
  times.scores = median_of([&] { (void)engine.assess(scored, centre, now); }, 21);
  times.by_hand = median_of([&] { (void)by_hand.count(); }, 5);
  return times;
}

void print(const char* what, const Times& times) {
  fmt::print("{}: three figures {:.3f} ms, by GROUP BY {:.1f} ms ({:.0f} times as long); all sums "
             "of the catalogue {:.2f} ms; a median {:.2f} ms; scores of all units by six figures "
             "{:.2f} ms\n",
             what, times.compared, times.by_hand, times.by_hand / times.compared, times.sums,
             times.median, times.scores);
}

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t cases = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
  const std::size_t units = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 100;
  const auto folder = std::filesystem::temp_directory_path();
  const std::string small = (folder / "gridcase-measure-small").string();
  const std::string large = (folder / "gridcase-measure-large").string();
  make_store(small, cases_a_month, units);
  make_store(large, cases, units);
  const Times in_small = measure_store(small);
  const Times in_large = measure_store(large);
  print("10,000 cases", in_small);
  print(fmt::format("{} cases", cases).c_str(), in_large);
  fmt::print("large beside small: three figures {:.2f}, all sums {:.2f}, a median {:.2f}, scores "
             "{:.2f}\n",
             in_large.compared / in_small.compared, in_large.sums / in_small.sums,
             in_large.median / in_small.median, in_large.scores / in_small.scores);
  remove_store(small);
  remove_store(large);
  return 0;
}
