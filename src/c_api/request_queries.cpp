#include "c_api/request_queries.hpp"

#include "model/action_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace gridcase::c_api {

using base::ObjectReader;

const char* const tier_words = "village, township, county";

namespace {

void read_selectors(Request& in, CaseQuery& query) {
  query.number = in.text("number");
  in.in().with_object("external_id", [&](ObjectReader& id) {
    query.external_id.emplace();
    id.require("system");
    id.read("system", query.external_id->system);
    id.require("id");
    id.read("id", query.external_id->id);
  });
  query.holder = in.text("holder");
  query.assigned = in.text("assigned");
  query.concerns = in.text("concerns");
  query.township = in.text("township");
  query.grid = in.text("grid");
  in.in().with_object("subject", [&](ObjectReader& subject) {
    query.subject.emplace();
    subject.require("kind");
    subject.read("kind", query.subject->kind);
    subject.require("code");
    subject.read("code", query.subject->code);
  });
  query.part_of = in.optional_case_id("part_of");
  query.merged_into = in.optional_case_id("merged_into");
}

std::string state_words() {
  std::string words;
  for (const State state : all_states())
    words += (words.empty() ? "" : ", ") + std::string(name(state));
  return words;
}

void read_filters(Request& in, CaseQuery& query) {
  query.stage = in.optional_word<Stage>("stage", stage_from_name, words_from(Stage::report));
  query.state = in.optional_word<State>("state", state_from_name, state_words());
  query.category = in.text("category");
  query.reported_from = in.optional_time("reported_from");
  query.reported_until = in.optional_time("reported_until");
  query.open_only = in.flag("open_only");
  query.nature = in.optional_word<Nature>("nature", nature_from_name, words_from(Nature::ordinary));
  query.type = in.text("type");
  query.about = in.text("about");
  query.campaign = in.text("campaign");
  query.hard_only = in.flag("hard_only");
  query.deadline_before = in.optional_time("deadline_before");
  query.after = in.optional_case_id("after");
  query.limit = in.number("limit", query.limit);
}

CaseQuery read_query(Request& request, std::string_view key) {
  CaseQuery query;
  request.with(key, [&](Request& in) {
    read_selectors(in, query);
    read_filters(in, query);
  });
  return query;
}

std::vector<Attachment> read_attachments(Request& in) {
  std::vector<Attachment> attachments;
  in.in().each_object("attachments", [&](ObjectReader& one) {
    Attachment& file = attachments.emplace_back();
    one.read("name", file.name);
    one.read("media_type", file.media_type);
    one.read("size", file.size);
    one.read("sha256", file.sha256);
    one.read("kind", file.kind);
    one.read("uri", file.uri);
    one.read("asset", file.asset);
  });
  return attachments;
}

// The list as a document of its own; its paths are those of the request then.
std::vector<RatingEvent> events_in(std::string_view json) {
  try {
    return read_rating_events("{\"events\":" + std::string(json) + "}");
  } catch (const DocumentError& error) {
    throw DocumentError("events", faults_below(error.faults(), "events"));
  }
}

}  // namespace

CaseQuery read_case_query(Request& request) { return read_query(request, "query"); }

BoardQuery read_board_query(Request& request) {
  BoardQuery query;
  request.with("query", [&](Request& in) {
    query.by = in.word("by", board_key_from_name, query.by, words_from(BoardKey::holder));
    in.in().read("open_only", query.open_only);
    query.nature = in.word("nature", nature_from_name, query.nature, words_from(Nature::ordinary));
  });
  return query;
}

SearchQuery read_search_query(Request& request) {
  SearchQuery query;
  request.in().require("query");
  request.with("query", [&](Request& in) {
    query.text = in.required_text("text");
    // "any" asks for all natures: a key that is left out means ordinary cases, as in the struct.
    std::string word = in.text("nature");
    if (word == "any") {
      query.nature.reset();
    } else if (!word.empty()) {
      query.nature = in.optional_word<Nature>("nature", nature_from_name,
                                              "any, " + words_from(Nature::ordinary));
    }
    query.category = in.text("category");
    query.open_only = in.flag("open_only");
    query.reported_from = in.optional_time("reported_from");
    query.reported_until = in.optional_time("reported_until");
    query.limit = in.number("limit", query.limit);
    query.skip = in.number("skip", query.skip);
  });
  return query;
}

MeasureQuery read_measure_query(Request& request) {
  MeasureQuery query;
  request.in().require("query");
  request.with("query", [&](Request& in) {
    query.measures = in.texts("measures");
    query.by = in.word("by", dimension_from_name, query.by, words_from(Dimension::total));
    query.keys = in.texts("keys");
    query.below = in.flag("below");
    query.channel = in.text("channel");
    query.period = in.period();
    query.as_of = in.optional_time("as_of");
  });
  return query;
}

AssessmentQuery read_assessment_query(Request& request) {
  AssessmentQuery query;
  request.in().require("query");
  request.with("query", [&](Request& in) {
    query.rules = in.required_text("rules");
    query.period = in.period();
    query.afresh = in.flag("afresh");
    query.as_of = in.optional_time("as_of");
  });
  return query;
}

ResponseSearch read_response_search(Request& request) {
  ResponseSearch search;
  request.with("search", [&](Request& in) {
    search.place = in.optional_point("place").value_or(Point{});
    search.capability = in.text("capability");
    if (const boost::json::array* classes = in.in().array("classes")) {
      for (const boost::json::value& one : *classes) {
        const std::int64_t number = one.is_int64() ? one.get_int64() : -1;
        if (number < 0 || number > 3) {
          in.in().fault("classes", "json.range", "there are the response classes 0 to 3",
                        "write a list of them, such as [1, 2]");
        }
        search.classes.push_back(static_cast<std::uint8_t>(number));
      }
    }
    search.count = in.count("count", search.count);
    search.leave_out = in.texts("leave_out");
    search.on_duty_only = in.flag("on_duty_only");
    search.with_room_only = in.flag("with_room_only");
  });
  return search;
}

Patrol read_patrol(Request& request) {
  Patrol patrol;
  request.in().require("patrol");
  request.with("patrol", [&](Request& in) {
    patrol.key = in.required_text("key");
    patrol.list = in.required_text("list");
    patrol.note = in.text("note");
    patrol.happened = in.optional_time("happened");
    patrol.passed = in.texts("passed");
    in.each("failed", [&](Request& one) {
      Patrol::Failure& failure = patrol.failed.emplace_back();
      failure.clause = one.required_text("clause");
      failure.title = one.text("title");
      failure.text = one.text("text");
      failure.point = one.optional_point("point");
      failure.address = one.text("address");
      failure.attachments = read_attachments(one);
    });
  });
  return patrol;
}

Bulk read_bulk(Request& request) {
  Bulk bulk;
  request.in().require("bulk");
  request.with("bulk", [&](Request& in) {
    bulk.key = in.required_text("key");
    bulk.query = read_query(in, "query");
    bulk.action = in.action();
  });
  return bulk;
}

std::vector<RatingEvent> read_events(Request& request) {
  return request.document<std::vector<RatingEvent>>("events", events_in);
}

}  // namespace gridcase::c_api
