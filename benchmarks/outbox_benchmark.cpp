// How long a system waits for what concerns it: one that nearly nothing concerns, and one that
// everything does.
//
//     bench_outbox_benchmark [EVENTS]      1,000,000 if not said
//
// Each case has ten events and a name in the system "all"; one in a hundred is given out to "zf",
// too. Read are pages of 100 messages, each acknowledged, to the end or as many as are enough to
// know; then what one poll costs when there is nothing new.
// Standalone, since the store is large and made once.

#include <gridcase/gridcase.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace gridcase;
using Watch = std::chrono::steady_clock;

double milliseconds_since(Watch::time_point began) {
  return std::chrono::duration<double, std::milli>(Watch::now() - began).count();
}

Policy policy() {
  return read_policy(R"({
    "platforms": [{"system": "zf", "unit": "zf"}, {"system": "all", "unit": "all"}],
    "organization": {"code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
      "units": [{"code": "330881", "name": "centre", "kind": "command_center",
                 "area_code": "330881"},
                {"code": "zf", "name": "zf", "kind": "platform", "tier": "county",
                 "parent": "330881"},
                {"code": "all", "name": "all", "kind": "platform", "tier": "county",
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
        one.action.external_ids = {{"all", std::to_string(++names_)}};
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
  std::int64_t names_ = 0;
};

void measure(Engine& engine, const std::string& system) {
  constexpr std::size_t most_calls = 1000;
  std::vector<double> times;
  std::int64_t messages = 0;
  for (bool more = true; more && times.size() < most_calls;) {
    const auto call = Watch::now();
    const Outbox box = engine.outbox(system, 100, centre);
    times.push_back(milliseconds_since(call));
    messages += static_cast<std::int64_t>(box.messages.size());
    if (box.last > box.acknowledged) engine.acknowledge(system, box.last, centre, start);
    more = box.more;
  }
  std::sort(times.begin(), times.end());
  fmt::print("{}: {} messages in {} calls: median {:.1f} ms, the longest {:.1f} ms\n", system,
             messages, times.size(), times[times.size() / 2], times.back());
  constexpr int polls = 100;
  const auto polling = Watch::now();
  for (int i = 0; i < polls; ++i)
    (void)engine.outbox(system, 100, centre);
  fmt::print("{}: a poll after that: {:.3f} ms\n", system, milliseconds_since(polling) / polls);
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
    fmt::print("{} events written in {:.1f} s\n", events, milliseconds_since(began) / 1000);
    measure(engine, "zf");
    measure(engine, "all");
  }
  for (const char* suffix : {"", "-wal", "-shm", "-lock"})
    std::filesystem::remove(path + suffix);
  return 0;
}
