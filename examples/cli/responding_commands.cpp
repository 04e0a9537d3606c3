// responders, propose, figures: who can be at a case first, whom to send there, what came of it.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "response_forms.hpp"
#include "session.hpp"
#include "text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

std::uint8_t parse_class(const std::string& text) {
  const std::int64_t number = parse_integer("--class", text);
  if (number < 0 || number > 3) throw Failure("unknown_word", "--class", {text, "0, 1, 2, 3"});
  return static_cast<std::uint8_t>(number);
}

std::size_t parse_count(std::string_view field, const std::string& text, std::size_t otherwise,
                        std::int64_t least) {
  if (text.empty()) return otherwise;
  const std::int64_t number = parse_integer(field, text);
  if (number < least) throw Failure("not_a_number", std::string(field), {text});
  return static_cast<std::size_t>(number);
}

void use_roads(Engine& engine, const std::string& file) {
  if (!file.empty()) engine.use_roads(RoadNetwork(read_roads(read_text(file, "--roads"))));
}

std::string whole_metres(const std::optional<double>& metres) {
  return metres ? fmt::format("{:.0f}", *metres) : std::string();
}

// ---- responders --------------------------------------------------------------------------------

struct RespondersOptions {
  std::string file, case_text, by, at, capability, count, point, roads;
  std::vector<std::string> classes, leave_out;
  bool on_duty = false, with_room = false;
};

// The case's own place counts, so that another one is needed only where it has none.
ResponseSearch search_of(const RespondersOptions& options, const Case& subject) {
  ResponseSearch search;
  search.capability = options.capability;
  search.count = parse_count("--count", options.count, 10, 1);
  for (const std::string& text : options.classes)
    search.classes.push_back(parse_class(text));
  search.leave_out = options.leave_out;
  search.on_duty_only = options.on_duty;
  search.with_room_only = options.with_room;
  if (!options.point.empty()) {
    search.place = parse_point("--point", options.point);
  } else if (!subject.point) {
    throw Failure("missing", "--point");
  }
  return search;
}

void print_responders(const Output& output, const Names& names,
                      const std::vector<Responder>& found) {
  Table table({{std::string(output.text("column.unit")), false, 48},
               {std::string(output.text("column.metres")), true},
               {std::string(output.text("column.cost")), true},
               {std::string(output.text("column.class")), true},
               {std::string(output.text("column.duty"))},
               {std::string(output.text("column.load")), true}});
  for (const Responder& one : found) {
    table.add({names.unit_with_code(one.unit), whole_metres(one.metres),
               one.cost ? fmt::format("{:.0f}", *one.cost) : std::string(),
               std::to_string(one.response_class),
               std::string(output.text(one.on_duty ? "duty.on" : "duty.off")),
               std::to_string(one.load)});
    table.note(0, output.say("because", one.because));
  }
  print(table.text(output.colour));
}

int responders(const RespondersOptions& options, const Output& output) {
  Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  const CaseId id = session.find_case(options.case_text, actor);
  const ResponseSearch search = search_of(options, *session.engine.get(id, actor));
  use_roads(session.engine, options.roads);
  const auto found = session.engine.nearest_responders(id, search, actor, now);
  if (output.json) {
    print_line(responders_json(found));
  } else if (found.empty()) {
    print_line(output.text("responders.none"));
  } else {
    print_responders(output, session.names, found);
  }
  return found.empty() ? exit_refused : exit_ok;
}

// ---- propose -----------------------------------------------------------------------------------

struct ProposeOptions {
  std::string file, case_text, by, at, response_class, scene, roads;
};

void print_proposal(const Output& output, const Names& names,
                    const std::vector<ProposedOrder>& orders) {
  Table table({{std::string(output.text("column.role"))},
               {std::string(output.text("column.unit")), false, 48},
               {std::string(output.text("column.metres")), true}});
  for (const ProposedOrder& one : orders) {
    table.add({output.word("role", name(one.order.role)), names.unit_with_code(one.order.unit),
               whole_metres(one.metres)});
    table.note(1, output.say("because", one.because));
  }
  print(table.text(output.colour));
}

int propose(const ProposeOptions& options, const Output& output) {
  const std::uint8_t response_class =
      options.response_class.empty() ? std::uint8_t{1} : parse_class(options.response_class);
  const std::size_t scene = parse_count("--scene", options.scene, 1, 0);
  Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  const CaseId id = session.find_case(options.case_text, actor);
  use_roads(session.engine, options.roads);
  const auto orders = session.engine.propose_orders(id, response_class, scene, actor, now);
  if (output.json) {
    print_line(proposal_json(orders));
  } else if (orders.empty()) {
    print_line(output.text("propose.none"));
  } else {
    print_proposal(output, session.names, orders);
  }
  return orders.empty() ? exit_refused : exit_ok;
}

// ---- figures -----------------------------------------------------------------------------------

struct FiguresOptions {
  std::string file, by, from, until;
};

void print_figures(const Output& output, const Names& names, const std::vector<FigureSum>& sums) {
  Table table({{std::string(output.text("column.figure"))},
               {std::string(output.text("column.sum")), true},
               {std::string(output.text("column.measure"))},
               {std::string(output.text("column.unit")), false, 48},
               {std::string(output.text("column.cases")), true}});
  for (const FigureSum& sum : sums) {
    table.add({sum.name, std::to_string(sum.value), sum.measure, names.unit_with_code(sum.unit),
               std::to_string(sum.cases)});
  }
  print(table.text(output.colour));
}

int figures(const FiguresOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const std::string& zone = session.names.zone();
  const Instant from = parse_time("--from", options.from, zone);
  const Instant until = parse_time("--until", options.until, zone);
  const auto sums = session.engine.sum_figures(from, until, session.reader(options.by));
  if (output.json) {
    print_line(figures_json(sums));
  } else if (sums.empty()) {
    print_line(output.text("figures.none"));
  } else {
    print_figures(output, session.names, sums);
  }
  return exit_ok;
}

}  // namespace

void add_responding_commands(CLI::App& app, Output& output) {
  auto r = std::make_shared<RespondersOptions>();
  Command(app, output, "responders")
      .store_file(r->file)
      .positional("CASE", r->case_text)
      .option("--capability", r->capability, "WORD")
      .option("--class", r->classes, "N")
      .option("--count", r->count, "N")
      .option("--leave-out", r->leave_out, "UNIT")
      .flag("--on-duty", r->on_duty)
      .flag("--with-room", r->with_room)
      .option("--point", r->point, "LON,LAT")
      .option("--roads", r->roads, "DOC")
      .actor(r->by, Need::optional)
      .time(r->at)
      .run([r, &output] { return responders(*r, output); });

  auto p = std::make_shared<ProposeOptions>();
  Command(app, output, "propose")
      .store_file(p->file)
      .positional("CASE", p->case_text)
      .option("--class", p->response_class, "N")
      .option("--scene", p->scene, "N")
      .option("--roads", p->roads, "DOC")
      .actor(p->by, Need::optional)
      .time(p->at)
      .run([p, &output] { return propose(*p, output); });

  auto f = std::make_shared<FiguresOptions>();
  Command(app, output, "figures")
      .store_file(f->file)
      .option("--from", f->from, "TIME", Need::required)
      .option("--until", f->until, "TIME", Need::required)
      .actor(f->by, Need::optional)
      .run([f, &output] { return figures(*f, output); });
}

}  // namespace gridcase::cli
