// How long a system waits for what concerns it in a county where nearly everything concerns others.
//
//     bench_outbox_benchmark [EVENTS]      1,000,000 if not said
//
// One case in a hundred is given out to the system; each case has ten events. Read are pages of 100
// messages, each acknowledged, to the end; then what one poll costs when there is nothing new.
// Standalone, since the store is large and made once.

#include <gridcase/gridcase.hpp>

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace gridcase;
using Watch = std::chrono::steady_clock;

double seconds_since(Watch::time_point began) {
  return std::chrono::duration<double>(Watch::now() - began).count();
}

Policy policy() {
  return read_policy(R"({
    "platforms": [{"system": "zf", "unit": "zf"}],
    "organization": {"code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
      "units": [{"code": "330881", "name": "centre", "kind": "command_center",
                 "area_code": "330881"},
                {"code": "zf", "name": "zf", "kind": "platform", "tier": "county",
                 "parent": "330881"}],
      "categories": [{"code": "04", "name": "events"}],
      "duties": [{"category": "04", "tier": "county", "lead": "330881"}]}})");
}

const Instant start = parse_instant("2018-03-16T08:00:00+08:00");
const Actor centre{"330881", {}, {}};

class Filling {
public:
  explicit Filling(Engine& engine) : engine_(engine) {}

  // A thousand cases at a time, each step by step.
  void run(std::int64_t events) {
    constexpr std::int64_t some = 500;
    for (std::int64_t cases = 0; cases * 10 < events; cases += some) {
      std::vector<CaseId> ids;
      for (const Answer& answer : all(std::vector<CaseId>(some, CaseId::none), ActionKind::report))
        ids.push_back(answer.case_id);
      all(ids, ActionKind::file);
      std::vector<CaseId> given;
      for (std::size_t i = 0; i < ids.size(); i += 100)
        given.push_back(ids[i]);
      all(given, ActionKind::transfer_out);
      for (int i = 0; i < 8; ++i)
        all(ids, ActionKind::comment);
    }
  }

private:
  std::vector<Answer> all(const std::vector<CaseId>& ids, ActionKind kind) {
    std::vector<Submission> batch;
    for (const CaseId id : ids) {
      Submission& one = batch.emplace_back();
      one.actor = centre;
      one.now = start;
      one.action.kind = kind;
      one.action.case_id = id;
      if (kind == ActionKind::report) {
        one.action.title = "sewage";
        one.action.category = "04";
      }
      if (kind == ActionKind::transfer_out) one.action.unit = "zf";
      if (kind == ActionKind::comment) one.action.note = "looked at, and nothing has changed";
    }
    auto answers = engine_.batch(batch);
    for (const Answer& answer : answers) {
      if (!answer.ok()) throw std::runtime_error(answer.refusal ? answer.refusal->reason : "busy");
    }
    return answers;
  }

  Engine& engine_;
};

void measure(Engine& engine) {
  const auto began = Watch::now();
  double longest = 0;
  std::int64_t messages = 0;
  std::int64_t calls = 0;
  for (bool more = true; more; ++calls) {
    const auto call = Watch::now();
    const Outbox box = engine.outbox("zf", 100, centre);
    longest = std::max(longest, seconds_since(call));
    messages += static_cast<std::int64_t>(box.messages.size());
    if (box.last > box.acknowledged) engine.acknowledge("zf", box.last, centre, start);
    more = box.more;
  }
  fmt::print("{} messages in {} calls: {:.2f} s, the longest call {:.1f} ms\n", messages, calls,
             seconds_since(began), longest * 1000);
  constexpr int polls = 100;
  const auto polling = Watch::now();
  for (int i = 0; i < polls; ++i)
    (void)engine.outbox("zf", 100, centre);
  fmt::print("a poll without news: {:.3f} ms\n", seconds_since(polling) * 1000 / polls);
}

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t events = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
  const std::string path = (std::filesystem::temp_directory_path() / "gridcase-outbox").string();
  for (const char* suffix : {"", "-wal", "-shm", "-lock"})
    std::filesystem::remove(path + suffix);
  EngineOptions options;
  options.durability = Durability::relaxed;
  {
    Engine engine = Engine::create(path, policy(), options, start);
    const auto began = Watch::now();
    Filling(engine).run(events);
    fmt::print("{} events written in {:.1f} s\n", events, seconds_since(began));
    measure(engine);
  }
  for (const char* suffix : {"", "-wal", "-shm", "-lock"})
    std::filesystem::remove(path + suffix);
  return 0;
}
