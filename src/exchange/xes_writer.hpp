#pragma once
// XES, written a trace at a time.

#include "exchange/xml.hpp"

#include <gridcase/event_log.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace gridcase::exchange {

class XesWriter {
public:
  // Times are written in `zone`.
  XesWriter(std::ostream& out, const XesHeader& header, std::string zone);

  void add(const XesTrace& trace);
  void finish();

private:
  void write(const XesAttribute& attribute);
  void write(const std::vector<XesAttribute>& attributes);
  void write_globals(const char* scope, const std::vector<XesAttribute>& globals);

  XmlWriter xml_;
  std::string zone_;
};

// What is said of a case, and of each of its events.
XesHeader xes_header();
XesTrace xes_trace(const Case& whole, const std::vector<Event>& events);

}  // namespace gridcase::exchange
