// Event logs in XES and in OCEL's JSON: read to the end, or refused with the place.
#include "fuzz/target.hpp"

#include <gridcase/event_log.hpp>

#include <sstream>

namespace {

using namespace gridcase;

struct Names : OcelHandler {
  void object(const OcelObject& object) override {
    for (const OcelRelation& relation : object.relations)
      fuzz::must(!relation.object.empty(), "a relation names what it leads to");
  }
  void event(const OcelEvent& event) override {
    fuzz::must(!event.id.empty(), "an event has an id");
  }
};

void read(std::string_view input) {
  const std::string text(input);
  try {
    std::istringstream in(text);
    Names names;
    read_ocel_json(in, names);
  } catch (const Error&) {
    // It may be the other format.
  }
  std::istringstream in(text);
  read_xes(in, [](XesTrace&& trace) {
    for (const XesAttribute& attribute : trace.attributes)
      fuzz::must(find_attribute(trace.attributes, attribute.key) != nullptr, "a key is found");
  });
}

const fuzz::Target target(
    "event_logs", read,
    {R"({"objectTypes":[{"name":"case","attributes":[{"name":"title","type":"string"}]}],"eventTypes":[{"name":"file","attributes":[]}],"objects":[{"id":"1","type":"case","attributes":[{"name":"title","time":"1970-01-01T00:00:00Z","value":"a"}],"relationships":[{"objectId":"2","qualifier":"of"}]},{"id":"2","type":"case"}],"events":[{"id":"3","type":"file","time":"2018-03-16T08:30:00+08:00","attributes":[],"relationships":[{"objectId":"1","qualifier":"case"}]}]})",
     R"(<log xes.version="2.0" xmlns="http://www.xes-standard.org/"><extension name="Concept" prefix="concept" uri="u"/><global scope="event"><string key="concept:name" value="x"/></global><classifier name="a" keys="concept:name 'b c'"/><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="file"/><date key="time:timestamp" value="2018-03-16T08:30:00.000+08:00"/><int key="n" value="7"/><list key="l"><values><float key="f" value="1.5"/></values></list></event></trace></log>)",
     R"(<log><trace><event><boolean key="b" value="true"><id key="i" value="x"/></boolean><container key="c"><string key="d" value="e"/></container></event></trace><event/></log>)"});

}  // namespace
