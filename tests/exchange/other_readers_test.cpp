// What is written is read by readers of others: those of Python's standard library.
#include "support/county.hpp"

#include <gridcase/csv.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/open311.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

void write_open311(const TemporaryFolder& folder, County& county, const Actor& actor) {
  const auto requests = find_open311(county.engine(), {}, actor, county.now());
  for (const Open311Format format : {Open311Format::json, Open311Format::xml}) {
    std::ofstream out(folder / (format == Open311Format::xml ? "requests.xml" : "requests.json"));
    Open311Writer writer(out, format, "Asia/Shanghai");
    for (const Open311Request& request : requests)
      writer.write(request);
    writer.finish();
  }
  std::ofstream services(folder / "services.json");
  write_open311_services(services, open311_services(county.engine().directory()),
                         Open311Format::json);
  Open311ServiceDefinition definition;
  definition.service_code = "0404";
  definition.attributes.resize(2);
  definition.attributes[0].code = "A";
  definition.attributes[1].code = "B";
  definition.attributes[1].datatype = Open311Datatype::multivaluelist;
  definition.attributes[1].order = 2;
  definition.attributes[1].values = {{"1", "一"}, {"2", "\"二\""}};
  std::ofstream out(folder / "definition.json");
  write_open311_definition(out, definition, Open311Format::json);
}

}  // namespace

TEST_CASE("Python reads what is written") {
  County county;
  const Actor actor{centre, "", ""};
  county.dispatched();
  county.report(centre, [](Action& action) {
    action.title = "\"引号\", 逗号\n换行";
    action.text.assign(9000, 'x');
    action.point = Point{118.625, -0.5};
    action.address = "<路> & 1 号";
  });
  const TemporaryFolder folder;
  write_open311(folder, county, actor);
  for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gb18030}) {
    std::ofstream out(folder / (encoding == TextEncoding::utf8 ? "cases.csv" : "cases-gb.csv"));
    CsvOutput output;
    output.encoding = encoding;
    write_cases_csv(out, county.engine(), {}, actor, output);
  }
  {
    Organization organization = small_organization();
    for (Unit& unit : organization.units) {
      if (unit.kind == UnitKind::grid) unit.area = {square({118, 28}, 0.5), square({119, 28}, 0.5)};
    }
    std::ofstream units(folder / "units.geojson");
    write_units_geojson(units, organization, std::nullopt);
    std::ofstream cases(folder / "cases.geojson");
    write_cases_geojson(cases, county.engine(), {}, actor);
  }
  const std::string script = std::string(GRIDCASE_TESTS_DIR) + "/exchange/other_readers.py";
  CHECK(std::system(("python3 '" + script + "' '" + (folder / "") + "'").c_str()) == 0);
}
