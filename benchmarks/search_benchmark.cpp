// A million Chinese titles: how long a search takes for words of every kind, for who sees all and
// for who sees little, and how long it takes to find what may be a duplicate.
//
//     bench_search_benchmark [CASES]      1,000,000 if not said
//
// Titles are put together of streets, villages, numbers and what is wrong, so that there are words
// that stand in one, in thousands and in nearly all of them. Standalone, since filling the store
// takes far longer than anything that is measured.

#include <gridcase/gridcase.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace gridcase;
using Watch = std::chrono::steady_clock;

constexpr int rooms = 20;
constexpr int villages_each = 10;
constexpr int grids_each = 5;

const Instant start = parse_instant("2018-03-16T08:00:00+08:00");
const Actor centre{"330881", {}, {}};

double milliseconds_since(Watch::time_point began) {
  return std::chrono::duration<double, std::milli>(Watch::now() - began).count();
}

Unit unit(const std::string& code, UnitKind kind, const std::string& parent, Tier tier) {
  Unit it;
  it.code = code;
  it.name = code;
  it.kind = kind;
  it.parent = parent;
  it.tier = tier;
  return it;
}

std::string room_code(int room) { return fmt::format("330881{:03}", room + 1); }
std::string village_code(int room, int village) {
  return fmt::format("{}{:03}", room_code(room), village + 1);
}
std::string grid_code(int room, int village, int grid) {
  return fmt::format("{}{:03}", village_code(room, village), grid + 1);
}

Policy policy() {
  Policy policy;
  Organization& it = policy.organization;
  it.code = "330881";
  it.name = "county";
  it.time_zone = "Asia/Shanghai";
  it.chinese_area_codes = false;
  it.units.push_back(unit("330881", UnitKind::command_center, "", Tier::county));
  it.units.push_back(unit("water", UnitKind::department, "330881", Tier::county));
  for (int room = 0; room < rooms; ++room) {
    it.units.push_back(unit(room_code(room), UnitKind::command_room, "330881", Tier::township));
    for (int village = 0; village < villages_each; ++village) {
      const std::string code = village_code(room, village);
      it.units.push_back(unit(code, UnitKind::village, room_code(room), Tier::village));
      for (int grid = 0; grid < grids_each; ++grid)
        it.units.push_back(
            unit(grid_code(room, village, grid), UnitKind::grid, code, Tier::village));
    }
  }
  for (int i = 1; i <= 15; ++i) {
    Category category;
    category.code = fmt::format("{:02}", i);
    category.name = category.code;
    it.categories.push_back(category);
  }
  return policy;
}

// One of many words that sound like places.
class Titles {
public:
  std::string next() {
    static const std::vector<std::string> streets{"中山路", "人民路", "解放街", "江滨大道",
                                                  "虎山路", "城北街", "文溪路", "南市街",
                                                  "鹿溪路", "环城路"};
    static const std::vector<std::string> kinds{"村", "小区", "新村", "花园", "家园"};
    std::string name;
    for (int i = 0; i < 3; ++i)
      name += pick(characters());
    std::string title = pick(streets) + name + pick(kinds);
    title += std::to_string(random_() % 300) + "号附近";
    kind_ = static_cast<int>(random_() % 15);
    title += wrongs()[static_cast<std::size_t>(kind_)];
    if (random_() % 20000 == 0) title += "塌方滑坡";
    return title;
  }
  std::string category() const { return fmt::format("{:02}", kind_ + 1); }
  std::size_t below(std::size_t limit) { return random_() % limit; }

private:
  static const std::vector<std::string>& wrongs() {
    static const std::vector<std::string> list{
        "污水外溢", "路面塌陷",     "井盖丢失",     "路灯不亮",   "垃圾堆积",
        "占道经营", "违章建筑",     "夜间噪音扰民", "停水无通知", "消防通道堵塞",
        "油烟扰民", "河道有漂浮物", "树木倒伏",     "流浪犬伤人", "拖欠工资纠纷"};
    return list;
  }
  static const std::vector<std::string>& characters() {
    static const std::vector<std::string> list = [] {
      std::vector<std::string> all;
      const std::string text =
          "东西南北前后上下大小新老红绿青白金银木火土山川田园林泉桥坊里巷弄福禄寿喜安康宁和平"
          "明德仁义礼智信忠孝廉耻春夏秋冬梅兰竹菊松柏杨柳桃李杏梨";
      for (std::size_t at = 0; at < text.size(); at += 3)
        all.push_back(text.substr(at, 3));
      return all;
    }();
    return list;
  }
  template <typename List> const typename List::value_type& pick(const List& list) {
    return list[random_() % list.size()];
  }

  std::mt19937_64 random_{1};
  int kind_ = 0;
};

// About 2,700 cases a day.
void fill(Engine& engine, std::int64_t cases) {
  Titles titles;
  std::vector<Submission> batch;
  const auto began = Watch::now();
  for (std::int64_t done = 0; done < cases;) {
    batch.clear();
    for (; done < cases && batch.size() < 500; ++done) {
      Submission one;
      one.action.kind = ActionKind::report;
      one.action.title = titles.next();
      one.action.category = titles.category();
      const double x = static_cast<double>(titles.below(100000)) / 200000;
      const double y = static_cast<double>(titles.below(100000)) / 200000;
      one.action.point = Point{118.4 + x, 28.4 + y};
      one.actor.unit = grid_code(static_cast<int>(titles.below(rooms)),
                                 static_cast<int>(titles.below(villages_each)),
                                 static_cast<int>(titles.below(grids_each)));
      one.now = start + std::chrono::seconds(32 * done);
      batch.push_back(std::move(one));
    }
    for (const Answer& answer : engine.batch(batch)) {
      if (!answer.ok()) throw std::runtime_error(answer.refusal->reason);
    }
  }
  std::printf("filled with %lld cases, %.0f microseconds each\n", static_cast<long long>(cases),
              milliseconds_since(began) * 1000 / static_cast<double>(cases));
}

template <typename Ask> void measure(const std::string& what, Ask ask) {
  std::vector<double> times;
  std::string result;
  for (int i = 0; i < 31; ++i) {
    const auto began = Watch::now();
    result = ask();
    times.push_back(milliseconds_since(began));
  }
  std::sort(times.begin(), times.end());
  std::printf("%-44s median %8.2f ms, worst %8.2f ms; %s\n", what.c_str(), times[times.size() / 2],
              times.back(), result.c_str());
}

void search(const Engine& engine, const std::string& who, const std::string& unit,
            const std::string& text) {
  SearchQuery query;
  query.text = text;
  measure(who + " " + text, [&] {
    const SearchPage page = engine.search(query, {unit, "", ""});
    return fmt::format("{} hits{}{}", page.hits.size(), page.more ? ", more" : "",
                       page.partial ? ", partial" : "");
  });
}

void ask(const Engine& engine, Instant end) {
  const std::string grid = grid_code(3, 4, 2);
  const std::vector<std::string> words{
      "塌方滑坡", "污水", "外溢",        "污水外溢", "路",         "水",     "附近",
      "中山路",   "299",  "污水 中山路", "塌",       "梅兰竹小区", "附近 路"};
  for (const std::string& text : words) {
    search(engine, "county", "330881", text);
    search(engine, "township", room_code(3), text);
    search(engine, "grid", grid, text);
    search(engine, "department", "water", text);
  }
  Action report;
  report.kind = ActionKind::report;
  report.title = "中山路污水外溢";
  report.category = "01";
  const auto duplicates = [&](const std::string& what) {
    measure(what, [&] {
      return fmt::format("{} candidates", engine.duplicates(report, 10, centre, end).size());
    });
  };
  duplicates("duplicates, without a place");
  report.point = Point{118.6, 28.6};
  duplicates("duplicates, with a place");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::int64_t cases = argc > 1 ? std::atoll(argv[1]) : 1000000;
    const auto folder = std::filesystem::temp_directory_path() / "gridcase-search-benchmark";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    const std::string path = (folder / "store").string();
    EngineOptions options;
    options.durability = Durability::relaxed;
    {
      Engine engine = Engine::create(path, policy(), options, start);
      fill(engine, cases);
      ask(engine, start + std::chrono::seconds(32 * cases));
    }
    std::printf("%.0f MB\n", static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    std::filesystem::remove_all(folder);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
