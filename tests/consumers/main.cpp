// What a host does first: makes a county, reports a case and closes it.

#include <gridcase/gridcase.hpp>

#include <cstdio>
#include <string>

namespace {

gridcase::Unit unit(const std::string& code, gridcase::UnitKind kind, const std::string& parent) {
  gridcase::Unit made;
  made.code = code;
  made.name = code;
  made.kind = kind;
  made.parent = parent;
  return made;
}

gridcase::Policy policy() {
  gridcase::Policy made;
  made.name = "consumer";
  made.organization.code = "330881";
  made.organization.time_zone = "Asia/Shanghai";
  made.organization.units = {unit("330881", gridcase::UnitKind::command_center, ""),
                             unit("330881001", gridcase::UnitKind::command_room, "330881"),
                             unit("330881001001", gridcase::UnitKind::village, "330881001"),
                             unit("330881001001001", gridcase::UnitKind::grid, "330881001001")};
  gridcase::Category sewage;
  sewage.code = "0404";
  sewage.name = "blocked sewer";
  made.organization.categories = {sewage};
  return made;
}

int run(const std::string& path) {
  const gridcase::Instant now = gridcase::parse_instant("2018-03-16T08:30:00+08:00");
  const gridcase::Actor grid{"330881001001001", "", "grid_worker"};
  auto engine = gridcase::Engine::create(path, policy(), {}, now);

  gridcase::Action action;
  action.kind = gridcase::ActionKind::report;
  action.title = "Sewage comes up in flat 201";
  action.category = "0404";
  gridcase::Answer answer = engine.submit(action, grid, now);
  for (const auto kind : {gridcase::ActionKind::file, gridcase::ActionKind::handle,
                          gridcase::ActionKind::feedback, gridcase::ActionKind::close}) {
    if (!answer.ok()) break;
    gridcase::Action next;
    next.kind = kind;
    next.case_id = answer.case_id;
    answer = engine.submit(next, grid, now);
  }
  if (answer.refusal) std::printf("refused: %s\n", answer.refusal->reason.c_str());
  const bool closed = answer.ok() && answer.state == gridcase::State::closed;
  const bool sound = engine.verify().ok();
  std::printf("gridcase %s: case %s, record %s\n", gridcase::version(),
              closed ? "closed" : "not closed", sound ? "sound" : "not sound");
  return closed && sound ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string path = argc > 1 ? argv[1] : "consumer.gridcase";
  try {
    return run(path);
  } catch (const gridcase::Error& error) {
    std::printf("%s: %s\n", std::string(gridcase::name(error.code())).c_str(), error.what());
    return 1;
  }
}
