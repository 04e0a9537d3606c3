#include "support/county.hpp"

#include <gridcase/open311.hpp>

#include <doctest/doctest.h>

#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr Open311Format formats[] = {Open311Format::json, Open311Format::xml};

Open311Request sample() {
  Open311Request request;
  request.service_request_id = "638344";
  request.closed = true;
  request.status_notes = "已疏通 <管道> & \"复查\"";
  request.service_name = "下水道堵塞或破损";
  request.service_code = "0404";
  request.description = "污水\n倒灌";
  request.agency_responsible = "市政中心";
  request.service_notice = "3 日内疏通";
  request.requested = parse_instant("2018-03-16T08:30:00+08:00");
  request.updated = parse_instant("2018-03-17T08:30:00.5+08:00");
  request.expected = parse_instant("2018-03-18T08:30:00+08:00");
  request.address = "江滨路 1 号";
  request.address_id = "17";
  request.zipcode = "324100";
  request.point = Point{118.6270, 28.7371};
  request.media_url = "https://example.org/a?b=1&c=2";
  return request;
}

std::string written(const std::vector<Open311Request>& requests, Open311Format format,
                    const std::string& zone = "Asia/Shanghai") {
  std::ostringstream out;
  Open311Writer writer(out, format, zone);
  for (const Open311Request& request : requests)
    writer.write(request);
  writer.finish();
  return out.str();
}

std::vector<Open311Request> read_back(const std::string& text, Open311Format format) {
  std::istringstream in(text);
  std::vector<Open311Request> requests;
  const std::int64_t count = read_open311_requests(
      in, format, [&](const Open311Request& request) { requests.push_back(request); });
  CHECK(count == static_cast<std::int64_t>(requests.size()));
  return requests;
}

// The faults as "code path", a line each; the message of an error that has none.
std::string trouble(const std::string& text, Open311Format format = Open311Format::json) {
  try {
    read_back(text, format);
  } catch (const DocumentError& error) {
    std::string all;
    for (const Fault& fault : error.faults())
      all += fault.code + " " + fault.path + "\n";
    return all;
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

void check_same(const Open311Request& a, const Open311Request& b) {
  CHECK(a.service_request_id == b.service_request_id);
  CHECK(a.closed == b.closed);
  CHECK(a.status_notes == b.status_notes);
  CHECK(a.service_name == b.service_name);
  CHECK(a.service_code == b.service_code);
  CHECK(a.description == b.description);
  CHECK(a.agency_responsible == b.agency_responsible);
  CHECK(a.service_notice == b.service_notice);
  CHECK(a.requested == b.requested);
  CHECK(a.updated == b.updated);
  CHECK(a.expected == b.expected);
  CHECK(a.address == b.address);
  CHECK(a.address_id == b.address_id);
  CHECK(a.zipcode == b.zipcode);
  CHECK(a.point == b.point);
  CHECK(a.media_url == b.media_url);
}

const std::string least =
    R"("service_request_id":"1","status":"open","service_code":"a","requested_datetime":"2018-03-16T00:00:00Z")";

}  // namespace

TEST_CASE("requests come back as they were, in JSON and in XML") {
  for (const Open311Format format : formats) {
    const auto read = read_back(written({sample(), sample()}, format), format);
    REQUIRE(read.size() == 2);
    check_same(read[1], sample());
    CHECK(read_back(written({}, format), format).empty());
  }
}

TEST_CASE("ids are texts, times have the offset of the zone, the status is one of two words") {
  const std::string json = written({sample()}, Open311Format::json);
  CHECK(json.find(R"("service_request_id":"638344")") != std::string::npos);
  CHECK(json.find(R"("requested_datetime":"2018-03-16T08:30:00+08:00")") != std::string::npos);
  CHECK(json.find(R"("status":"closed")") != std::string::npos);
  CHECK(json.find(R"("lat":28.7371,"long":118.627)") != std::string::npos);
  const std::string xml = written({sample()}, Open311Format::xml, "UTC");
  CHECK(xml.find("<requested_datetime>2018-03-16T00:30:00Z<") != std::string::npos);
  CHECK(xml.find("<long>118.627</long>") != std::string::npos);
}

TEST_CASE("personal fields of a posted request are never written") {
  Open311Request request = sample();
  request.first_name = "secret-first";
  request.last_name = "secret-last";
  request.phone = "secret-phone";
  request.email = "secret-email";
  request.device_id = request.account_id = "secret-id";
  request.attributes = {{"A", {"secret-answer"}}};
  for (const Open311Format format : formats)
    CHECK(written({request}, format).find("secret") == std::string::npos);
}

TEST_CASE("a description is cut at 4,000 characters, never within one") {
  Open311Request request = sample();
  request.description.clear();
  for (int i = 0; i < 4001; ++i)
    request.description += "污";
  for (const Open311Format format : formats)
    CHECK(read_back(written({request}, format), format)[0].description.size() == 12000);
}

TEST_CASE("what a listed request must have is asked for before anything is written") {
  for (const Open311Format format : formats) {
    std::ostringstream out;
    Open311Writer writer(out, format);
    const std::string before = out.str();
    Open311Request request = sample();
    request.requested.reset();
    CHECK_THROWS_AS(writer.write(request), Error);
    request = sample();
    request.point = Point{200, 0};
    CHECK_THROWS_AS(writer.write(request), Error);
    request = sample();
    request.service_code.clear();
    CHECK_THROWS_AS(writer.write(request), Error);
    CHECK(out.str() == before);
  }
  std::ostringstream out;
  CHECK_THROWS_AS(Open311Writer(out, Open311Format::json, "Nowhere"), Error);
}

TEST_CASE("what others write is read: numbers for ids, texts for coordinates, nulls, own fields") {
  const auto read = read_back(
      R"([{"service_request_id":17,"status":"open","service_code":4,"requested_datetime":"2018-03-16T00:00:00Z",
           "lat":"28.7","long":118,"address":null,"extended_attributes":{"a":[1]},"token":"x"}])",
      Open311Format::json);
  REQUIRE(read.size() == 1);
  CHECK(read[0].service_request_id == "17");
  CHECK(read[0].service_code == "4");
  CHECK(read[0].point == Point{118, 28.7});
  CHECK(read[0].address.empty());
  CHECK(read[0].skipped == std::vector<std::string>{"extended_attributes", "token"});
  const auto nowhere =
      read_back("<service_requests><request><service_request_id>17</service_request_id>"
                "<status>open</status><service_code>4</service_code><requested_datetime>"
                "2018-03-16T00:00:00Z</requested_datetime><lat>0</lat><long>0.0</long>"
                "<extended_attributes><a>1</a>b</extended_attributes><description>d</description>"
                "</request></service_requests>",
                Open311Format::xml);
  REQUIRE(nowhere.size() == 1);
  CHECK_FALSE(nowhere[0].point);
  CHECK(nowhere[0].description == "d");
  CHECK(nowhere[0].skipped == std::vector<std::string>{"extended_attributes", "lat", "long"});
}

TEST_CASE("a request with faults keeps back no other, where somebody is told of it") {
  for (const Open311Format format : {Open311Format::json, Open311Format::xml}) {
    std::istringstream in(
        format == Open311Format::json
            ? "[{" + least + R"(},{"status":"OPEN"},{)" + least + "}]"
            : "<service_requests><request><status>x</status></request><request>"
              "<service_request_id>17</service_request_id><status>open</status><service_code>4"
              "</service_code><requested_datetime>2018-03-16T00:00:00Z</requested_datetime>"
              "</request></service_requests>");
    int given = 0;
    std::vector<std::string> fields;
    read_open311_requests(
        in, format, [&](const Open311Request&) { ++given; },
        [&](const DocumentError& error) { fields.push_back(error.faults().front().path); });
    const bool is_json = format == Open311Format::json;
    CHECK(given == (is_json ? 2 : 1));
    CHECK(fields == std::vector<std::string>{is_json ? "service_requests[1].status"
                                                     : "service_requests[0].status"});
  }
}

TEST_CASE("the faults of a request are named all at once, after those before it were given") {
  CHECK(
      trouble("[{" + least + R"(},{"status":"OPEN","lat":1,"requested_datetime":"2018-03-16"}])") ==
      "open311.status service_requests[1].status\n"
      "open311.requested_datetime service_requests[1].requested_datetime\n"
      "open311.long service_requests[1].long\n"
      "open311.service_code service_requests[1].service_code\n"
      "open311.service_request_id service_requests[1].service_request_id\n");
  CHECK(trouble("[{" + least + R"(,"lat":91,"long":0}])") ==
        "open311.lat service_requests[0].lat\n");
  CHECK(trouble("[{" + least + R"(,"lat":"nan","long":0}])") ==
        "open311.lat service_requests[0].lat\n");
  CHECK(
      trouble(R"([{"service_request_id":12345678901234567890123,"status":"open","service_code":"4",
                   "requested_datetime":"2018-03-16T00:00:00Z"}])")
          .find("open311.service_request_id service_requests[0].service_request_id\n") == 0);
  CHECK(trouble("[3]").find("open311.form service_requests[0]\n") == 0);
  CHECK(trouble("<service_requests><request><status>x</status></request></service_requests>",
                Open311Format::xml)
            .find("open311.status service_requests[0].status\n") == 0);
}

TEST_CASE("text that is no list is refused with its place") {
  CHECK(trouble("[{" + least + "}\n  {}]") == "json.syntax line 2, column 3\n");
  CHECK(trouble("[\n {\"a\":}]") == "json.syntax line 2, column 7\n");
  CHECK(trouble("{}") == "json.syntax line 1, column 1\n");
  CHECK(trouble("[") == "json.syntax line 1, column 2\n");
  CHECK(trouble("[]x") == "json.syntax line 1, column 3\n");
  CHECK(trouble("[{\"a\":1,\"a\":2}]").find("json.key_twice") == 0);
  CHECK(trouble("<a/>", Open311Format::xml).find("<service_requests> is expected here") !=
        std::string::npos);
  CHECK(trouble("<service_requests><x/></service_requests>", Open311Format::xml) != "");
  CHECK(trouble("<service_requests>", Open311Format::xml) != "");
}

TEST_CASE("a byte order mark before a document is skipped, and only there") {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string list = "[{" + least + "}]";
  CHECK(read_back(mark + list, Open311Format::json).size() == 1);
  CHECK(read_back(mark + written({sample()}, Open311Format::xml), Open311Format::xml).size() == 1);
  CHECK(trouble("\xEF\xBB" + list) == "json.syntax line 1, column 2\n");
  CHECK(trouble(mark + mark + list) == "json.syntax line 1, column 1\n");
  CHECK(trouble("[" + mark + "{" + least + "}]") == "json.syntax line 1, column 2\n");
  CHECK(trouble(mark + "[{" + least + "},]") != "");

  std::istringstream services(mark + R"([{"service_code":"1","service_name":"a"}])");
  CHECK(read_open311_services(services, Open311Format::json).size() == 1);
  std::istringstream definition(mark + R"({"service_code":"1","attributes":[]})");
  CHECK(read_open311_definition(definition, Open311Format::json).service_code == "1");
  CHECK(read_open311_mapping(mark + R"({"system":"city"})").system == "city");
}

TEST_CASE("services and definitions come back as they were") {
  Open311Service service;
  service.service_code = "001";
  service.service_name = "Cans left out 24x7";
  service.description = "bins";
  service.metadata = true;
  service.type = Open311ServiceType::batch;
  service.keywords = {"lorem", "ipsum"};
  service.group = "sanitation";
  Open311Attribute list;
  list.code = "WHISHETN";
  list.datatype = Open311Datatype::singlevaluelist;
  list.required = true;
  list.datatype_description = "pick one";
  list.order = 1;
  list.description = "What is the ticket?";
  list.values = {{"123", "Ford"}, {"124", "Chrysler & <others>"}};
  Open311Attribute note;
  note.code = "N";
  note.variable = false;
  for (const Open311Format format : formats) {
    std::ostringstream out;
    write_open311_services(out, {service, service}, format);
    std::istringstream in(out.str());
    const auto services = read_open311_services(in, format);
    REQUIRE(services.size() == 2);
    CHECK(services[1].service_code == "001");
    CHECK(services[1].service_name == service.service_name);
    CHECK(services[1].metadata);
    CHECK(services[1].type == Open311ServiceType::batch);
    CHECK(services[1].keywords == service.keywords);
    CHECK(services[1].group == "sanitation");

    std::ostringstream out2;
    write_open311_definition(out2, {"001", {list, note}}, format);
    std::istringstream in2(out2.str());
    const auto definition = read_open311_definition(in2, format);
    CHECK(definition.service_code == "001");
    REQUIRE(definition.attributes.size() == 2);
    const Open311Attribute& read = definition.attributes[0];
    CHECK(read.code == list.code);
    CHECK(read.datatype == list.datatype);
    CHECK(read.required);
    CHECK(read.order == 1);
    CHECK(read.description == list.description);
    REQUIRE(read.values.size() == 2);
    CHECK(read.values[1].name == "Chrysler & <others>");
    CHECK_FALSE(definition.attributes[1].variable);
  }
}

TEST_CASE("the body of a post is read") {
  const Open311Request request = read_open311_form(
      "api_key=x&service_code=0404&lat=28.7&long=118.6&description=%E6%B1%A1+%26&first_name=a"
      "&last_name=b&phone=1%2B2&address_string=road&attribute[A]=1&attribute[B][]=2"
      "&attribute%5BB%5D%5B%5D=3&&media_url=http%3A%2F%2Fx");
  CHECK(request.service_code == "0404");
  CHECK(request.point == Point{118.6, 28.7});
  CHECK(request.description == "污 &");
  CHECK(request.phone == "1+2");
  CHECK(request.address == "road");
  REQUIRE(request.attributes.size() == 2);
  CHECK(request.attributes[1].values == std::vector<std::string>{"2", "3"});
  for (const char* bad :
       {"service_code=%", "service_code=%4", "service_code=%4g", "service_code=a&lat=1",
        "service_code=%00", "service_code=%FF", "", "lat=x&long=1&service_code=a"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(read_open311_form(bad), DocumentError);
  }
}

TEST_CASE("services are the categories that have none below them") {
  Organization organization = small_organization();
  organization.categories.push_back({});
  Category& category = organization.categories.back();
  category.code = "040499";
  category.name = "井盖";
  category.parent = "0404";
  category.business_line = "综治";
  category.filing_condition = "缺失";
  organization.duties.front().category = "04";
  const auto services = open311_services(Directory(organization));
  bool found = false;
  for (const Open311Service& service : services) {
    CHECK(service.service_code != "0404");
    if (service.service_code != "040499") continue;
    found = true;
    CHECK(service.service_name == "井盖");
    CHECK(service.description == "缺失");
    CHECK(service.group == "综治");
  }
  CHECK(found);
  for (Category& each : organization.categories)
    each.sensitive = each.code == "04";
  for (const Open311Service& service : open311_services(Directory(organization)))
    CHECK(service.service_code.substr(0, 2) != "04");
}

TEST_CASE("a posted request becomes a report that the engine takes, and a request again") {
  Open311Request posted;
  posted.service_request_id = "A-17";
  posted.service_code = "sewer";
  posted.description = "  Water comes up\nin the yard";
  posted.first_name = "Li";
  posted.last_name = "Lei";
  posted.phone = "13800000000";
  posted.requested = parse_instant("2018-03-15T00:00:00Z");
  posted.attributes = {{"DEPTH", {"2", "3"}}};
  const Open311Mapping mapping =
      read_open311_mapping(R"({"system":"open311","categories":{"sewer":"0404"}})");
  Action report = to_report(posted, mapping);
  CHECK(report.title == "Water comes up");
  CHECK(report.text == "  Water comes up\nin the yard\nDEPTH: 2 3");
  CHECK(report.occurred == posted.requested);
  CHECK(report.external_ids.at(0).id == "A-17");
  CHECK(report.parties.at(0).name == "Li Lei");
  CHECK(report.channel == "platform");

  County county;
  report.grid = grid;
  report.address = "yard 7";
  Attachment photo;
  photo.name = "a.jpg";
  photo.media_type = "image/jpeg";
  photo.sha256 = std::string(64, 'a');
  photo.uri = "file:///a.jpg";
  report.attachments = {photo, photo};
  report.attachments[1].uri = "https://example.org/a.jpg";
  const Answer answer = county.engine().submit(report, {centre, "", ""}, county.now());
  REQUIRE(answer.ok());
  const CaseId id = answer.case_id;
  county.must(ActionKind::comment, id, centre, [](Action& a) { a.note = "seen"; });
  county.must(ActionKind::comment, id, centre, [](Action& a) {
    a.note = "not for you";
    a.internal_note = true;
  });
  Open311Request request = to_open311(county.whole(id), county.engine().directory());
  CHECK(request.service_request_id == county.whole(id).number);
  CHECK(request.service_code == "0404");
  CHECK(request.service_name != "");
  CHECK_FALSE(request.closed);
  CHECK(request.status_notes == "seen");
  CHECK(request.description == report.text);
  CHECK(request.address == "yard 7");
  CHECK(request.media_url == "https://example.org/a.jpg");
  CHECK(request.agency_responsible == county.engine().directory().unit(centre)->name);
  CHECK(request.requested == county.whole(id).reported);
  CHECK(request.updated == county.whole(id).last_happened);
  for (const Open311Format format : formats) {
    const std::string text = written({request}, format);
    CHECK(text.find("Li Lei") == std::string::npos);
    CHECK(text.find("1380") == std::string::npos);
    CHECK(text.find("not for you") == std::string::npos);
  }

  county.must(ActionKind::answer, id, centre, [](Action& a) { a.reply = "done"; });
  request = to_open311(county.whole(id), county.engine().directory());
  CHECK(request.closed);
  CHECK(request.status_notes == "done");
  CHECK(request.updated == county.whole(id).ended);
  CHECK_FALSE(request.expected);
}

namespace {

const Open311Mapping own{"city", {}, true, "platform"};

// One who is told by another system of a request, and of what became of it.
struct Told {
  County county;
  Open311Request request;

  Told() {
    request.service_request_id = "B-1";
    request.service_code = "0404";
    request.description = "污水";
    request.requested = county.now() - std::chrono::hours(2);
  }
  CaseId report(Instant happened) {
    Action action = to_report(request, own);
    action.happened = happened;
    action.grid = grid;
    const Answer answer = county.engine().submit(action, {centre, "", ""}, county.now());
    REQUIRE(answer.ok());
    return answer.case_id;
  }
  Answer end(CaseId id) {
    const auto action = to_answer(request, own, county.whole(id));
    REQUIRE(action);
    return county.engine().submit(*action, {centre, "", ""}, county.now());
  }
  Open311Request back(CaseId id) {
    return to_open311(county.whole(id), county.engine().directory());
  }
};

}  // namespace

TEST_CASE("a closed request ends its case when it was closed, with its notes, once") {
  Told it;
  const CaseId id = it.report(*it.request.requested);
  CHECK_FALSE(to_answer(it.request, own, it.county.whole(id)));  // it is open
  it.request.closed = true;
  it.request.status_notes = "已疏通";
  it.request.updated = *it.request.requested + std::chrono::hours(1);
  const auto action = to_answer(it.request, own, it.county.whole(id));
  REQUIRE(it.end(id).ok());
  const Open311Request back = it.back(id);
  CHECK(back.closed);
  CHECK(back.status_notes == "已疏通");
  CHECK(back.requested == it.request.requested);
  CHECK(back.updated == it.request.updated);
  CHECK_FALSE(to_answer(it.request, own, it.county.whole(id)));  // it has ended
  CHECK(it.county.engine().submit(*action, {centre, "", ""}, it.county.now()).status ==
        Status::duplicate);
}

TEST_CASE("a request that says little about its end is closed all the same") {
  Told it;
  it.request.closed = true;
  SUBCASE("not when it was closed") {}
  SUBCASE("nothing but blanks") { it.request.status_notes = " \u3000\n"; }
  SUBCASE("closed before it was asked for") {
    it.request.updated = *it.request.requested - std::chrono::hours(1);
  }
  SUBCASE("closed before it was recorded here") {
    it.request.requested = it.county.now();
    it.request.updated = it.county.now() - std::chrono::hours(1);
  }
  const CaseId id = it.report(*it.request.requested);
  REQUIRE(it.end(id).ok());
  CHECK(it.back(id).closed);
  CHECK(it.back(id).status_notes == "closed");
  CHECK(it.back(id).updated == it.county.now());
  const auto history = it.county.engine().history(id, {centre, "", ""});
  CHECK(history.back().action.occurred == it.request.updated);
}

TEST_CASE("notes longer than a reply are cut, never within a character") {
  Told it;
  it.request.closed = true;
  for (int i = 0; i < 4001; ++i)
    it.request.status_notes += "污";
  const CaseId id = it.report(*it.request.requested);
  REQUIRE(it.end(id).ok());
  CHECK(it.back(id).status_notes.size() == 3 * 4000);
}

TEST_CASE("a request that cannot be ended here is refused, and stays open") {
  Told it;
  const CaseId id = it.report(*it.request.requested);
  it.county.must(ActionKind::file, id, centre);
  it.county.must(ActionKind::handle, id, centre);
  it.request.closed = true;
  const Answer answer = it.end(id);
  CHECK(answer.status == Status::refused);
  CHECK(answer.refusal->code == RefusalCode::not_possible);
  CHECK_FALSE(it.back(id).closed);
  it.request.service_request_id.clear();
  CHECK_THROWS_AS(to_answer(it.request, own, it.county.whole(id)), DocumentError);
}

TEST_CASE("what is not kept of a request is named") {
  CHECK(open311_left_out(sample()) ==
        std::vector<std::string_view>{"agency_responsible", "service_notice", "expected_datetime",
                                      "address_id", "zipcode", "media_url"});
  Open311Request open = sample();
  open.closed = false;
  CHECK(open311_left_out(open).front() == "status_notes");
  CHECK(open311_left_out(Open311Request()).empty());
}

TEST_CASE("a service code without a category is named") {
  Open311Request posted;
  posted.service_code = "trees";
  Open311Mapping mapping;
  mapping.system = "open311";
  try {
    to_report(posted, mapping);
    FAIL("no fault");
  } catch (const DocumentError& error) {
    CHECK(error.faults().at(0).code == "open311.service_unmapped");
    CHECK(error.faults().at(0).path == "service_code");
    CHECK(error.faults().at(0).message.find("trees") != std::string::npos);
  }
  mapping.same_codes = true;
  CHECK(to_report(posted, mapping).category == "trees");
  mapping.categories["trees"] = "0101";
  const Open311Mapping read = read_open311_mapping(write_open311_mapping(mapping));
  CHECK(read.categories == mapping.categories);
  CHECK(read.same_codes);
  CHECK(read.system == "open311");
  CHECK_THROWS_AS(read_open311_mapping("{}"), DocumentError);
  CHECK_THROWS_AS(read_open311_mapping(R"({"system":"a","categories":{"b":1}})"), DocumentError);
}

TEST_CASE("requests are found as the specification has it") {
  County county;
  county.wait_until("2018-01-01 08:00");
  const CaseId old = county.report();
  county.wait_until("2018-05-01 08:00");
  const CaseId open = county.report();
  const CaseId ended = county.report(centre);
  county.must(ActionKind::answer, ended, centre, [](Action& a) { a.reply = "done"; });
  county.report(grid, [](Action& a) { a.drill = true; });
  const Actor actor{centre, "", ""};
  const auto found = [&](const Open311Query& query) {
    std::string numbers;
    for (const Open311Request& request : find_open311(county.engine(), query, actor, county.now()))
      numbers += request.service_request_id.substr(request.service_request_id.size() - 1);
    return numbers;
  };
  const auto last = [&](CaseId id) {
    const std::string number = county.whole(id).number;
    return number.substr(number.size() - 1);
  };
  CHECK(found({}) == last(open) + last(ended));
  Open311Query query;
  query.closed = true;
  CHECK(found(query) == last(ended));
  query.closed = false;
  CHECK(found(query) == last(open));
  // Ids go before everything else.
  query.service_request_ids = {county.whole(ended).number, "none", county.whole(old).number};
  CHECK(found(query) == last(ended) + last(old));
  query = {};
  query.start = parse_instant("2018-01-01T00:00:00Z");
  CHECK(found(query) == last(old));
  query.end = *query.start + std::chrono::hours(24 * 90) + Duration(1);
  CHECK_THROWS_AS(found(query), Error);
  query.end = *query.start - Duration(1);
  CHECK_THROWS_AS(found(query), Error);
  query = {};
  query.service_codes = {"04"};
  CHECK(found(query) == last(open) + last(ended));
  query.service_codes = {"nonsense"};
  CHECK_THROWS_AS(found(query), Error);
  // Nothing of what is sensitive.
  Policy policy = *county.engine().policy();
  for (Category& category : policy.organization.categories)
    category.sensitive = category.code == "04";
  county.engine().adopt(policy, actor, county.now());
  CHECK(found({}).empty());
  query = {};
  query.service_request_ids = {county.whole(ended).number};
  CHECK(found(query).empty());
  // Another township sees nothing of it.
  CHECK(find_open311(county.engine(), {}, {other_room, "", ""}, county.now()).empty());
}
