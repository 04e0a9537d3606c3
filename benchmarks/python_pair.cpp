// What python_benchmark.py does, in C++: reports in batches, built inside the timed part.
// python_pair POLICY STORE REPORTS BATCH: prints the seconds it took.
#include <gridcase/gridcase.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

gridcase::Submission report_of(int number, const gridcase::Actor& actor, gridcase::Instant now) {
  gridcase::Submission made;
  made.action.kind = gridcase::ActionKind::report;
  made.action.title = "No. " + std::to_string(number);
  made.action.category = "04-04";
  made.action.command_id = "c-" + std::to_string(number);
  made.actor = actor;
  made.now = now;
  return made;
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 5) return 2;
  std::ifstream file(arguments[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const gridcase::Instant now = gridcase::parse_instant("2018-03-16T08:30:00+08:00");
  gridcase::Engine engine =
      gridcase::Engine::create(arguments[2], gridcase::read_policy(text), {}, now);
  const int reports = std::atoi(arguments[3]);
  const int batch = std::atoi(arguments[4]);
  const gridcase::Actor actor{"330881", "", ""};
  const auto began = std::chrono::steady_clock::now();
  int done = 0;
  for (int first = 0; first < reports; first += batch) {
    if (batch == 1) {
      const gridcase::Submission one = report_of(first, actor, now);
      done += engine.submit(one.action, one.actor, one.now).ok() ? 1 : 0;
      continue;
    }
    std::vector<gridcase::Submission> submissions;
    submissions.reserve(static_cast<std::size_t>(batch));
    for (int i = first; i < first + batch; ++i)
      submissions.push_back(report_of(i, actor, now));
    for (const gridcase::Answer& answer : engine.batch(submissions))
      done += answer.ok() ? 1 : 0;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::printf("%.6f\n", took.count());
  return done == reports ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
