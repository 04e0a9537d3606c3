// locate, route, responsible, assets: questions about an organization, answered with a reason. They
// take a store, or an organization or policy document.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"

#include <memory>
#include <optional>

namespace gridcase::cli {
namespace {

struct LocateOptions {
  std::string file, point;
};

int locate(const LocateOptions& options, const Output& output) {
  const Point point = parse_point("POINT", options.point);
  const Names names(output.language, open_directory(options.file));
  const Located located = names.directory().locate(point);
  if (output.json) {
    print_line(Json()
                   .begin_object()
                   .text_or_null("grid", located.grid)
                   .field("others", located.others)
                   .field("because", located.because)
                   .end_object()
                   .text());
  } else {
    print_line(located.grid.empty() ? std::string(output.text("locate.nowhere"))
                                    : printable(names.unit_with_code(located.grid)));
    for (const std::string& other : located.others) {
      print_line(printable(output.say("locate.other", names.unit_with_code(other))));
    }
    print_line(printable(output.say("because", located.because)));
  }
  return located.grid.empty() ? exit_refused : exit_ok;
}

struct RouteOptions {
  std::string file, from, to;
};

std::string route_json(const RouteOptions& options, const Route& route, const Verdict& may) {
  Json json;
  json.begin_object().field("from", options.from).field("to", options.to);
  json.field("found", route.found).key("steps").begin_array();
  for (const Route::Step& step : route.steps) {
    json.begin_object().field("unit", step.unit).field("by", step.by).end_object();
  }
  json.end_array().field("because", route.because);
  json.key("may_send").begin_object().field("yes", may.yes).field("because", may.because);
  return json.end_object().end_object().text();
}

void print_route(const Output& output, const Names& names, const RouteOptions& options,
                 const Route& route, const Verdict& may) {
  print_line(printable(names.unit_with_code(options.from)));
  for (const Route::Step& step : route.steps) {
    print_line(printable(
        output.say("route.step", output.word("way", step.by), names.unit_with_code(step.unit))));
  }
  if (!route.found) print_line(output.text("route.none"));
  print_line(printable(output.say("because", route.because)));
  print_line(printable(output.say(may.yes ? "route.may" : "route.may_not", may.because)));
}

int route(const RouteOptions& options, const Output& output) {
  const Names names(output.language, open_directory(options.file));
  const Route route = names.directory().route(options.from, options.to);
  const Verdict may = names.directory().may_send(options.from, options.to);
  if (output.json) {
    print_line(route_json(options, route, may));
  } else {
    print_route(output, names, options, route, may);
  }
  return route.found ? exit_ok : exit_refused;
}

struct ResponsibleOptions {
  std::string file, category, place, tier, mode;
};

int responsible(const ResponsibleOptions& options, const Output& output) {
  const auto tier = tier_from_name(options.tier);
  if (!tier) throw Failure("unknown_word", "TIER", {options.tier, "village, township, county"});
  const auto mode = options.mode.empty() ? std::optional(OperatingMode::normal)
                                         : operating_mode_from_name(options.mode);
  if (!mode) throw Failure("unknown_word", "--mode", {options.mode, "normal, emergency"});
  const Names names(output.language, open_directory(options.file));
  const Responsible who =
      names.directory().responsible(options.category, options.place, *tier, *mode);
  if (output.json) {
    print_line(Json()
                   .begin_object()
                   .text_or_null("lead", who.lead)
                   .field("assists", who.assists)
                   .field("because", who.because)
                   .end_object()
                   .text());
  } else {
    const auto line = [&](std::string_view role, const std::string& unit) {
      print_line(printable(
          output.say("detail.line", output.word("role", role), names.unit_with_code(unit))));
    };
    if (who.lead.empty()) print_line(output.text("responsible.nobody"));
    if (!who.lead.empty()) line("lead", who.lead);
    for (const std::string& unit : who.assists)
      line("assist", unit);
    print_line(printable(output.say("because", who.because)));
  }
  return who.lead.empty() ? exit_refused : exit_ok;
}

struct AssetsOptions {
  std::string question, file, point, kind, count;
};

std::string asset_json(const Asset& asset, const Near& near) {
  Json json;
  json.begin_object().field("asset", asset.code).field("name", asset.name);
  json.field("kind", asset.kind).field("unit", asset.unit).field("metres", near.metres);
  return json.field("because", near.because).end_object().text();
}

void print_assets(const Output& output, const Names& names, const std::vector<Near>& found) {
  Table table({{std::string(output.text("column.asset")), false, 40},
               {std::string(output.text("column.kind"))},
               {std::string(output.text("column.unit")), false, 40},
               {std::string(output.text("column.metres")), true}});
  for (const Near& near : found) {
    const Asset& asset = *names.directory().asset(near.unit);
    const std::string named =
        asset.name.empty() ? asset.code : asset.name + " (" + asset.code + ")";
    table.add(
        {named, asset.kind, names.unit_with_code(asset.unit), fmt::format("{:.0f}", near.metres)});
  }
  print(table.text(output.colour));
}

int assets(const AssetsOptions& options, const Output& output) {
  if (options.question != "near")
    throw Failure("unknown_word", "QUESTION", {options.question, "near"});
  const Point point = parse_point("POINT", options.point);
  const std::int64_t count = options.count.empty() ? 10 : parse_integer("--count", options.count);
  if (count < 1) throw Failure("not_a_number", "--count", {options.count});
  const Names names(output.language, open_directory(options.file));
  const auto found =
      names.directory().nearest_assets(point, options.kind, static_cast<std::size_t>(count));
  if (output.json) {
    for (const Near& near : found)
      print_line(asset_json(*names.directory().asset(near.unit), near));
  } else if (found.empty()) {
    print_line(output.text("assets.none"));
  } else {
    print_assets(output, names, found);
  }
  return found.empty() ? exit_refused : exit_ok;
}

}  // namespace

void add_organization_commands(CLI::App& app, Output& output) {
  auto l = std::make_shared<LocateOptions>();
  Command(app, output, "locate")
      .positional("FILE", l->file)
      .positional("POINT", l->point)
      .run([l, &output] { return locate(*l, output); });

  auto r = std::make_shared<RouteOptions>();
  Command(app, output, "route")
      .positional("FILE", r->file)
      .positional("FROM", r->from)
      .positional("TO", r->to)
      .run([r, &output] { return route(*r, output); });

  auto w = std::make_shared<ResponsibleOptions>();
  Command(app, output, "responsible")
      .positional("FILE", w->file)
      .positional("CATEGORY", w->category)
      .positional("PLACE", w->place)
      .positional("TIER", w->tier)
      .option("--mode", w->mode, "MODE")
      .run([w, &output] { return responsible(*w, output); });

  auto a = std::make_shared<AssetsOptions>();
  Command(app, output, "assets")
      .positional("QUESTION", a->question)
      .positional("FILE", a->file)
      .positional("POINT", a->point)
      .option("--kind", a->kind, "WORD")
      .option("--count", a->count, "N")
      .run([a, &output] { return assets(*a, output); });
}

}  // namespace gridcase::cli
