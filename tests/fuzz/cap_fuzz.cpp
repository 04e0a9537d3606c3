// Any bytes as a warning: read, or refused; what was read can be written and is read again the
// same.
#include "fuzz/target.hpp"

#include <gridcase/cap.hpp>

#include <sstream>

namespace {

using namespace gridcase;

void read(std::string_view input) {
  CapReading reading;
  try {
    reading = read_cap(input);
  } catch (const DocumentError& error) {
    fuzz::must(!error.faults().empty(), "what is refused has a fault");
    return;
  } catch (const Error& error) {
    fuzz::must(error.code() == ErrorCode::invalid_argument, "what cannot be read is refused");
    return;
  }
  std::ostringstream out;
  write_cap(out, reading.alert);
  fuzz::must(read_cap(out.str()).alert == reading.alert, "a warning comes back as it was");
}

const fuzz::Target
    target("cap", read,
           {"<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>a</identifier>"
            "<sender>b</sender><sent>2018-03-16T08:30:00+08:00</sent><status>Actual</status>"
            "<msgType>Alert</msgType><scope>Public</scope><info><language>zh-CN</language>"
            "<category>Met</category><event>rain</event><urgency>Expected</urgency>"
            "<severity>Severe</severity><certainty>Likely</certainty><area><areaDesc>c</areaDesc>"
            "<polygon>28,118 29,118 29,119 28,118</polygon><circle>28.5,118.5 10</circle>"
            "<geocode><valueName>d</valueName><value>e</value></geocode></area></info></alert>",
            "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>a</identifier>"
            "<sender>b</sender><sent>2018-03-16T08:30:00+08:00</sent><status>Exercise</status>"
            "<msgType>Cancel</msgType><scope>Restricted</scope><restriction>r</restriction>"
            "<references>b,a,2018-03-16T08:30:00+08:00</references></alert>"});

}  // namespace
