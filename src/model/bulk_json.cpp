#include "model/bulk_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/instant_json.hpp"

#include <charconv>

namespace gridcase::model {
namespace {

using base::JsonWriter;
using base::ObjectReader;

void write_id(JsonWriter& out, std::string_view key, CaseId id) {
  if (id != CaseId::none) out.field(key, std::to_string(to_number(id)));
}

CaseId read_id(ObjectReader& in, std::string_view key) {
  std::string text;
  in.read(key, text);
  std::int64_t number = 0;
  (void)std::from_chars(text.data(), text.data() + text.size(), number);
  return static_cast<CaseId>(number);
}

void write_selector(JsonWriter& out, const CaseQuery& query) {
  out.field_if("number", query.number);
  if (query.external_id) {
    out.key("external_id").begin_object();
    out.field("system", query.external_id->system).field("id", query.external_id->id);
    out.end_object();
  }
  out.field_if("holder", query.holder);
  out.field_if("assigned", query.assigned);
  out.field_if("concerns", query.concerns);
  out.field_if("township", query.township);
  out.field_if("grid", query.grid);
  write_id(out, "part_of", query.part_of);
  write_id(out, "merged_into", query.merged_into);
}

void write_filters(JsonWriter& out, const CaseQuery& query) {
  if (query.stage) out.field("stage", name(*query.stage));
  if (query.state) out.field("state", name(*query.state));
  out.field_if("category", query.category);
  write_instant(out, "reported_from", query.reported_from);
  write_instant(out, "reported_until", query.reported_until);
  out.field_if("open_only", query.open_only);
  write_instant(out, "deadline_before", query.deadline_before);
}

// A code that a newer gridcase knows is `not_possible` here.
RefusalCode code_from_name(std::string_view text) {
  for (std::int32_t i = 1;; ++i) {
    const auto code = static_cast<RefusalCode>(i);
    if (name(code) == text) return code;
    if (name(code) == "unknown") return RefusalCode::not_possible;
  }
}

void write_verdict(JsonWriter& out, const BulkVerdict& verdict) {
  out.begin_object();
  write_id(out, "case_id", verdict.case_id);
  out.field("number", verdict.number).field("state", name(verdict.before));
  out.field("code", name(verdict.refusal->code));
  out.field_if("field", verdict.refusal->field);
  out.field("reason", verdict.refusal->reason);
  out.end_object();
}

BulkVerdict read_verdict(ObjectReader& in) {
  BulkVerdict verdict;
  verdict.case_id = read_id(in, "case_id");
  in.read("number", verdict.number);
  std::string word;
  in.read("state", word);
  verdict.before = verdict.after = state_from_name(word).value_or(State::none);
  Refusal& refusal = verdict.refusal.emplace();
  in.read("code", word);
  refusal.code = code_from_name(word);
  in.read("field", refusal.field);
  in.read("reason", refusal.reason);
  refusal.state = verdict.before;
  return verdict;
}

}  // namespace

std::string write_bulk(const Bulk& bulk) {
  Action action = bulk.action;
  action.parties.clear();
  JsonWriter query;
  query.begin_object();
  write_selector(query, bulk.query);
  write_filters(query, bulk.query);
  JsonWriter out;
  out.begin_object().key("query").raw(query.end_object().text());
  out.key("action").raw(write_action(action));
  return out.end_object().take();
}

std::string write_tally(const BulkTally& tally, std::int64_t done) {
  JsonWriter out;
  out.begin_object();
  write_id(out, "position", tally.position);
  out.field("done", done).field("refused", tally.refused).field("failed", tally.failed);
  out.key("refusals").begin_array();
  for (const auto& [code, count] : tally.refusals)
    out.begin_object().field("code", name(code)).field("count", count).end_object();
  out.end_array().key("listed").begin_array();
  for (const BulkVerdict& verdict : tally.listed)
    write_verdict(out, verdict);
  return out.end_array().end_object().take();
}

WrittenTally read_tally(std::string_view text) {
  WrittenTally written;
  BulkTally& tally = written.tally;
  try {
    base::read_document(text, "receipt", [&](ObjectReader& in) {
      tally.position = read_id(in, "position");
      in.read("done", written.done);
      in.read("refused", tally.refused);
      in.read("failed", tally.failed);
      in.each_object("refusals", [&](ObjectReader& each) {
        std::string code;
        std::int64_t count = 0;
        each.read("code", code);
        each.read("count", count);
        tally.refusals[code_from_name(code)] += count;
      });
      in.each_object("listed",
                     [&](ObjectReader& each) { tally.listed.push_back(read_verdict(each)); });
    });
  } catch (const DocumentError& error) {
    throw Error(ErrorCode::corrupt, "the county's own history holds an unreadable receipt: " +
                                        error.faults().front().message);
  }
  return written;
}

}  // namespace gridcase::model
