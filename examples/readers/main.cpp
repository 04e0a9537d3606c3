// One process writes, others read the same store. Usage: readers ORGANIZATION STORE READERS CASES
#include <gridcase/gridcase.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

constexpr std::int32_t page = 200;

std::string centre_of(const gridcase::Organization& county) {
  for (const gridcase::Unit& unit : county.units)
    if (unit.kind == gridcase::UnitKind::command_center) return unit.code;
  throw std::runtime_error("the organization has no command centre");
}

gridcase::Policy read_document(const std::string& path) {
  std::ifstream file(path);
  return gridcase::read_policy(std::string{std::istreambuf_iterator<char>(file), {}});
}

gridcase::Action report(const gridcase::Policy& policy, int number) {
  gridcase::Action action;
  action.kind = gridcase::ActionKind::report;
  action.title = "case " + std::to_string(number);
  action.category = policy.organization.categories.front().code;
  for (const gridcase::Unit& unit : policy.organization.units) {
    if (unit.kind != gridcase::UnitKind::grid) continue;
    action.grid = unit.code;
    break;
  }
  return action;
}

void must(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

// Follows the store until the annulment of a case says that this was the last.
void read_along(const std::string& store, const std::string& centre) {
  gridcase::EngineOptions options;
  options.read_only = true;
  const gridcase::Engine engine = gridcase::Engine::open(store, options);
  const gridcase::Actor actor{centre, "", ""};
  std::int64_t seen = 0;
  std::int64_t cases = 0;
  std::int64_t looks = 0;
  bool at_end = false;
  while (!at_end) {
    const auto events = engine.read_log(seen, page, actor);
    for (const gridcase::Event& event : events) {
      must(event.sequence == seen + 1, "an event is missing, or came twice");
      seen = event.sequence;
      if (event.action.kind == gridcase::ActionKind::report) ++cases;
      at_end = event.action.kind == gridcase::ActionKind::annul;
    }
    // The board is younger than the events: nothing of theirs may be missing in it.
    gridcase::BoardQuery query;
    query.open_only = false;
    const gridcase::Board board = engine.board(query, actor);
    must(board.total.open + board.total.closed + board.total.other_ends >= cases,
         "the board has lost a case");
    ++looks;
    if (events.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  std::cout << "a reader looked " << looks << " times and saw " << cases << " cases in " << seen
            << " events" << std::endl;
}

void write_cases(gridcase::Engine& engine, const gridcase::Policy& policy, int count,
                 gridcase::Instant now) {
  const gridcase::Actor centre{centre_of(policy.organization), "", ""};
  gridcase::CaseId last = gridcase::CaseId::none;
  for (int number = 1; number <= count; ++number) {
    now += std::chrono::seconds(1);
    const gridcase::Answer answer = engine.submit(report(policy, number), centre, now);
    must(answer.ok(), "a report was refused");
    last = answer.case_id;
  }
  gridcase::Action end;
  end.kind = gridcase::ActionKind::annul;
  end.case_id = last;
  end.reason = "the_end";
  must(engine.submit(end, centre, now + std::chrono::seconds(1)).ok(), "the end was refused");
}

// What a process of its own does, and whether it went well.
pid_t start_reader(const std::string& store, const std::string& centre) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    read_along(store, centre);
    std::_Exit(0);
  } catch (const std::exception& error) {
    std::cerr << "a reader: " << error.what() << std::endl;
    std::_Exit(1);
  }
}

bool ended_well(pid_t reader) {
  int status = 0;
  return waitpid(reader, &status, 0) == reader && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int run(const std::string& document, const std::string& store, int readers, int cases) {
  const gridcase::Policy policy = read_document(document);
  const auto now = gridcase::parse_local("2018-03-16 08:30", policy.organization.time_zone);
  // An engine is of the process that opened it: the store is made, closed, and opened again after
  // the readers have started.
  { gridcase::Engine::create(store, policy, {}, now); }
  std::vector<pid_t> started;
  for (int i = 0; i < readers; ++i)
    started.push_back(start_reader(store, centre_of(policy.organization)));
  gridcase::Engine engine = gridcase::Engine::open(store);
  write_cases(engine, policy, cases, now);
  const auto failed = std::count_if(started.begin(), started.end(),
                                    [](pid_t reader) { return !ended_well(reader); });
  std::cout << "the writer recorded " << cases << " cases; "
            << (engine.verify().ok() ? "the record is sound" : "the record is damaged") << "\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::cerr << "usage: readers ORGANIZATION STORE READERS CASES\n";
    return 2;
  }
  try {
    return run(arguments[1], arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
  } catch (const std::exception& error) {
    std::cerr << "readers: " << error.what() << "\n";
    return 1;
  }
}
