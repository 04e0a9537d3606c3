// A county in one file: a case from the report to the answer, and what the record says of it.
#include <gridcase/gridcase.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace {

using gridcase::ActionKind;

const gridcase::Unit& first(const gridcase::Organization& organization, gridcase::UnitKind kind) {
  for (const gridcase::Unit& unit : organization.units)
    if (unit.kind == kind) return unit;
  throw std::runtime_error("the organization has no unit of a kind that this sample needs");
}

// Carries out one step; a refusal says why, and what to do about it.
gridcase::CaseId act(gridcase::Engine& engine, const gridcase::Action& action,
                     const std::string& unit, gridcase::Instant now) {
  const gridcase::Answer answer = engine.submit(action, {unit, "", ""}, now);
  if (!answer.ok()) {
    throw std::runtime_error(answer.refusal ? answer.refusal->reason
                                            : std::string(name(answer.status)));
  }
  return answer.case_id;
}

void run(const std::string& document, const std::string& store) {
  std::ifstream file(document);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const gridcase::Policy policy = gridcase::read_policy(text);
  const gridcase::Organization& county = policy.organization;
  const std::string centre = first(county, gridcase::UnitKind::command_center).code;
  const std::string department = first(county, gridcase::UnitKind::department).code;
  const gridcase::Unit& grid = first(county, gridcase::UnitKind::grid);

  // A real host asks its clock.
  gridcase::Instant now = gridcase::parse_local("2018-03-16 08:30", county.time_zone);
  gridcase::Engine engine = gridcase::Engine::create(store, policy, {}, now);

  gridcase::Action action;
  action.kind = ActionKind::report;
  action.title = "Stray dogs at the school gate";
  action.category = county.categories.front().code;
  action.grid = grid.code;
  const gridcase::CaseId id = act(engine, action, centre, now);
  const auto step = [&](ActionKind kind, const std::string& unit, const auto& fill) {
    gridcase::Action next;
    next.kind = kind;
    next.case_id = id;
    fill(next);
    now += std::chrono::minutes(20);
    act(engine, next, unit, now);
  };
  const auto as_it_is = [](gridcase::Action&) {};
  step(ActionKind::file, centre, as_it_is);
  step(ActionKind::dispatch, centre, [&](gridcase::Action& orders) {
    orders.orders = {{department, gridcase::AssignmentRole::lead, "be there before school ends"}};
  });
  step(ActionKind::sign, department, as_it_is);
  step(ActionKind::feedback, department, [](gridcase::Action& fed) { fed.note = "caught"; });
  step(ActionKind::close, centre,
       [](gridcase::Action& end) { end.reply = "The dogs are in the shelter."; });

  for (const gridcase::Event& event : engine.history(id, {centre, "", ""})) {
    std::cout << gridcase::format_local(event.happened, county.time_zone) << "  "
              << name(event.action.kind) << "  " << event.actor.unit << "  "
              << name(event.after.state) << "\n";
  }
  std::cout << (engine.verify().ok() ? "the record is sound\n" : "the record is damaged\n");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: minimal_host ORGANIZATION STORE\n";
    return 2;
  }
  try {
    run(arguments[1], arguments[2]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "minimal_host: " << error.what() << "\n";
    return 1;
  }
}
