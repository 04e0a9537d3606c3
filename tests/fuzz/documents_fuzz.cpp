// The library's own documents; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/action.hpp>
#include <gridcase/cap.hpp>
#include <gridcase/legacy.hpp>
#include <gridcase/open311.hpp>
#include <gridcase/platform.hpp>
#include <gridcase/policy.hpp>
#include <gridcase/rating.hpp>
#include <gridcase/response.hpp>
#include <gridcase/scoring.hpp>
#include <gridcase/track.hpp>

namespace {

using namespace gridcase;

template <typename Attempt> void each(Attempt attempt) {
  try {
    attempt();
  } catch (const Error&) {
    // It is another document; the other readers are tried all the same.
  }
}

template <typename Document>
void comes_back(std::string_view input, Document (*read)(std::string_view),
                std::string (*write)(const Document&)) {
  each([&] {
    const std::string once = write(read(input));
    fuzz::must(write(read(once)) == once, "a document comes back as it was");
  });
}

void read(std::string_view input) {
  comes_back(input, read_action, write_action);
  comes_back(input, read_holidays, write_holidays);
  comes_back(input, read_policy, write_policy);
  comes_back(input, read_organization, write_organization);
  comes_back(input, read_rating_events, write_rating_events);
  comes_back(input, read_rating_scheme, write_rating_scheme);
  comes_back(input, read_roads, write_roads);
  comes_back(input, read_score_marks, write_score_marks);
  comes_back(input, read_score_rules, write_score_rules);
  comes_back(input, read_track_rules, write_track_rules);
  comes_back(input, read_cap_mapping, write_cap_mapping);
  comes_back(input, read_legacy_mapping, write_legacy_mapping);
  comes_back(input, read_open311_mapping, write_open311_mapping);
  each([&] { read_messages(input); });
}

const fuzz::Target target(
    "documents", read,
    {R"({"kind":"report","title":"a","category":"0404","point":[118.6,28.7],"occurred":"2018-03-16T08:30:00+08:00","parties":[{"role":"requester","name":"b"}],"external_ids":[{"system":"c","id":"d"}]})",
     R"({"kind":"dispatch","case_id":"3308811803160000001","orders":[{"unit":"a","role":"lead","after":["b"]}]})",
     R"({"code":"cn","until":"2019-01-01","days":[{"date":"2018-02-11","working":true,"windows":[["08:00","12:00"]]}]})",
     R"({"name":"a","rules":{},"organization":{"code":"330881","name":"b","time_zone":"Asia/Shanghai","units":[{"code":"330881","name":"c","kind":"command_center"}]}})",
     R"({"code":"330881","name":"b","time_zone":"Asia/Shanghai","units":[{"code":"330881","name":"c","kind":"command_center"}]})",
     R"({"code":"s","first_day":"2021-01-01","aspects":[{"code":"a","chinese":"b","points":"0.5"}],"bar":0,"below":"keep","vetoes":[{"code":"v"}]})",
     R"({"events":[{"kind":"assessment","unit":"u","day":"2022-01-10","cycle":1,"marks":[{"aspect":"a","points":"0.5"}]},{"kind":"veto","unit":"u","day":"2022-01-10","veto":"v","reason":"r"}]})",
     R"({"code":"s","valid_from":"2018-01-01","who":{"kinds":["command_room"]},"grades":[{"grade":"A","at_least":90}],"sheet":{"code":"t","points":100,"parts":[{"code":"a","points":100,"scale":{"kind":"bands","measure":"m","bands":[{"at_least":1,"marks":"0.5"},{"marks":0}]},"changes":[{"measure":"m","below":95,"part":"begun","points":"-0.5","channels":[{"channel":"c"}]}],"vetoes":[{"measure":"m","ceiling":1}]}]}})",
     R"({"marks":[{"subject":"u","node":"a","marks":1,"by":"p","reason":"r"}]})",
     R"({"crossings":[{"code":"a","place":[118.6,28.7]},{"code":"b","place":[118.7,28.7]}],"roads":[{"from":"a","to":"b","seconds":95.5,"one_way":true}],"off_road":5})",
     R"({"sites":[{"code":"s","name":"S","place":[120.8,31.9],"radius":300}],"subjects":[{"code":"t","kind":"truck","valid_until":"2020-06-30"}],"rules":[{"code":"stay","type":"dwell","radius":200,"at_least":1800,"permitted":["s"]},{"code":"road","type":"off_route","lines":[[[120.8,31.9],[121.0,32.0]]],"width":500}]})",
     R"({"system":"s","sender":"a","types":[{"code":"c","categories":["Met"]}]})",
     R"({"system":"old","times":["YYYY/M/D h:mm"],"contacts":{"fields":{"id":"call","by":{"value":"12345"}}},"cases":{"fields":{"id":"no","category":{"column":"kind","codes":{"a":"0404"}}}},"steps":{"fields":{"case":"no"},"step":"step","kinds":{"x":{"action":"file"},"y":{"ignore":true}}}})",
     R"({"system":"a","categories":{"b":"c"},"same_codes":true})",
     R"([{"message_id":"1","external_id":"Z","number":"330382-20231106-0000001","step":"x","action":{"happened":"2023-11-06T09:32:00+08:00","performer":"b"}}])"});

}  // namespace
