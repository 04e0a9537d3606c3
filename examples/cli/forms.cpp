#include "forms.hpp"

#include "clock_forms.hpp"

#include <fmt/format.h>

namespace gridcase::cli {
namespace {

void put_id(Json& json, std::string_view key, CaseId id) {
  json.text_or_null(key, id == CaseId::none ? std::string() : id_text(id));
}

void put_ids(Json& json, std::string_view key, const std::vector<CaseId>& ids) {
  json.key(key).begin_array();
  for (const CaseId id : ids)
    json.value(id_text(id));
  json.end_array();
}

void put_point(Json& json, const std::optional<Point>& point) {
  json.key("point");
  if (!point) {
    json.null();
    return;
  }
  json.begin_array().value(point->longitude).value(point->latitude).end_array();
}

void put_identity(Json& json, const CaseSummary& c) {
  json.field("id", id_text(c.id)).field("number", c.number).field("version", c.version);
  json.field("state", name(c.position.state)).field("stage", name(stage_of(c.position.state)));
  json.text_or_null("back", c.position.back == State::none ? "" : name(c.position.back));
  json.text_or_null("back2", c.position.back2 == State::none ? "" : name(c.position.back2));
  json.field("nature", name(c.nature)).text_or_null("type", c.type);
  json.field("repeats", c.repeats).text_or_null("about", c.about);
  json.text_or_null("campaign", c.campaign).field("surprise", c.surprise);
  json.field("title", c.title).field("category", c.category).text_or_null("grade", c.grade);
  json.field("request", name(c.request)).text_or_null("channel", c.channel);
  json.text_or_null("number_dialled", c.number_dialled);
  put_point(json, c.point);
  json.field("drill", c.drill);
}

void put_units(Json& json, const CaseSummary& c) {
  json.text_or_null("grid", c.grid)
      .text_or_null("village", c.village)
      .text_or_null("township", c.township)
      .text_or_null("holder", c.holder)
      .text_or_null("lead", c.lead)
      .text_or_null("checker", c.checker)
      .text_or_null("reporter_unit", c.reporter_unit)
      .text_or_null("reporter_person", c.reporter_person);
  json.field("has_requester", c.has_requester).field("replied", c.replied);
  json.field("origin", name(c.origin));
  json.text_or_null("solved_on", c.solved_on ? name(*c.solved_on) : std::string_view());
  json.field("mode", name(c.mode)).field("urgency", c.urgency).field("returns", c.returns);
  json.field("suspensions", c.suspensions);
  put_id(json, "merged_into", c.merged_into);
  put_id(json, "part_of", c.part_of);
  json.text_or_null("first_receiver", c.first_receiver).text_or_null("sender", c.sender);
  json.text_or_null("join", c.join).field("consultations", c.consultations);
  json.field("urges", c.urges).field("supervision", c.supervision);
  json.text_or_null("mediation",
                    c.mediation == Mediation::none ? std::string_view() : name(c.mediation));
  json.field("satisfaction", c.satisfaction).text_or_null("solved", c.solved);
  json.field("verifiers", c.verifiers).field("policy_version", c.policy_version);
}

void put_times(Json& json, const CaseSummary& c, const std::string& zone) {
  put_time(json, "occurred", c.occurred, zone);
  put_time(json, "lasted_until", c.lasted_until, zone);
  put_time(json, "reported", c.reported, zone);
  put_time(json, "accepted", c.accepted, zone);
  put_time(json, "check_sent", c.check_sent, zone);
  put_time(json, "checked", c.checked, zone);
  put_time(json, "filed", c.filed, zone);
  put_time(json, "dispatched", c.dispatched, zone);
  put_time(json, "contacted", c.contacted, zone);
  put_time(json, "arrived", c.arrived, zone);
  put_time(json, "controlled", c.controlled, zone);
  put_time(json, "handled", c.handled, zone);
  put_time(json, "confirm_sent", c.confirm_sent, zone);
  put_time(json, "confirmed", c.confirmed, zone);
  put_time(json, "ended", c.ended, zone);
  put_time(json, "resume_at", c.resume_at, zone);
  put_time(json, "due", c.due, zone);
  put_time(json, "waiting_since", c.waiting_since, zone);
  put_time(json, "hard_since", c.hard_since, zone);
  put_time(json, "last_happened", c.last_happened, zone);
  put_time(json, "deadline", c.deadline, zone);
  put_time(json, "yellow", c.yellow, zone);
  put_time(json, "red", c.red, zone);
}

void put_summary(Json& json, const CaseSummary& summary, const std::string& zone) {
  put_identity(json, summary);
  put_units(json, summary);
  put_times(json, summary, zone);
}

void put_checklist(Json& json, const std::vector<CheckItem>& items) {
  json.key("checklist").begin_array();
  for (const CheckItem& item : items) {
    json.begin_object().field("code", item.code).field("expected", item.expected);
    json.field("counted", item.counted).end_object();
  }
  json.end_array();
}

void put_assignments(Json& json, const Case& c, const std::string& zone) {
  json.key("assignments").begin_array();
  for (const Assignment& a : c.assignments) {
    json.begin_object().field("no", a.no).field("unit", a.unit);
    json.field("role", name(a.role)).field("state", name(a.state));
    json.field("dispatch", a.dispatch).field("round", a.round);
    json.field("task", a.task).key("after").begin_array();
    for (const std::int32_t no : a.after)
      json.value(no);
    json.end_array().field("forced", a.forced).field("conclusive", a.conclusive);
    json.field("handlers", a.handlers);
    put_time(json, "ordered", a.ordered, zone);
    put_time(json, "freed", a.freed, zone);
    put_time(json, "signed_at", a.signed_at, zone);
    put_time(json, "begun", a.begun, zone);
    put_time(json, "contacted", a.contacted, zone);
    put_time(json, "arrived", a.arrived, zone);
    put_time(json, "controlled", a.controlled, zone);
    put_time(json, "finished", a.finished, zone);
    put_time(json, "ended", a.ended, zone);
    put_checklist(json, a.checklist);
    json.end_object();
  }
  json.end_array();
}

void put_clocks(Json& json, const Case& c, const std::string& zone) {
  json.key("clocks").begin_array();
  for (const Clock& clock : c.clocks)
    put_clock(json, clock, zone);
  json.end_array();
}

void put_parties(Json& json, const std::vector<Party>& parties) {
  json.key("parties").begin_array();
  for (const Party& party : parties) {
    json.begin_object()
        .field("role", party.role)
        .field("name", party.name)
        .field("telephone", party.telephone)
        .field("address", party.address)
        .field("area_code", party.area_code)
        .end_object();
  }
  json.end_array();
}

void put_conferences(Json& json, const Case& c, const std::string& zone) {
  json.key("conferences").begin_array();
  for (const Consultation& one : c.conferences) {
    json.begin_object();
    put_time(json, "called", one.called, zone);
    put_time(json, "concluded", one.concluded, zone);
    json.text_or_null("reason", one.reason).field("units", one.units);
    put_parties(json, one.parties);
    json.field("agreed", one.agreed).text_or_null("lead", one.lead);
    json.text_or_null("minutes", one.minutes).text_or_null("opinion", one.opinion).end_object();
  }
  json.end_array();
}

void put_people(Json& json, const Case& c) {
  put_parties(json, c.parties);
  json.key("subjects").begin_array();
  for (const gridcase::Subject& subject : c.subjects) {
    json.begin_object().field("kind", subject.kind).field("code", subject.code);
    json.text_or_null("name", subject.name).end_object();
  }
  json.end_array();
  json.key("external_ids").begin_array();
  for (const ExternalId& id : c.external_ids) {
    json.begin_object().field("system", id.system).field("id", id.id).end_object();
  }
  json.end_array().key("links").begin_array();
  for (const Link& link : c.links) {
    json.begin_object().field("case_id", id_text(link.case_id));
    json.field("relation", name(link.relation)).end_object();
  }
  json.end_array();
  put_ids(json, "parts", c.parts);
  put_ids(json, "merged", c.merged);
}

void put_evidence(Json& json, const Case& c, const std::string& zone) {
  json.key("attachments").begin_array();
  for (const Attachment& a : c.attachments) {
    json.begin_object().field("name", a.name).field("media_type", a.media_type);
    json.field("size", a.size).field("sha256", a.sha256).field("kind", a.kind).field("uri", a.uri);
    json.text_or_null("asset", a.asset).end_object();
  }
  json.end_array().key("notes").begin_array();
  for (const Note& note : c.notes) {
    json.begin_object();
    put_time(json, "happened", note.happened, zone);
    json.field("unit", note.unit).field("text", note.text).field("internal", note.internal);
    json.end_object();
  }
  json.end_array().key("figures").begin_array();
  for (const Figure& figure : c.figures) {
    json.begin_object().field("name", figure.name).field("value", figure.value);
    json.field("measure", figure.measure).end_object();
  }
  json.end_array();
}

void put_position(Json& json, std::string_view key, const Position& position) {
  json.key(key).begin_object().field("state", name(position.state));
  json.text_or_null("back", position.back == State::none ? "" : name(position.back));
  json.text_or_null("back2", position.back2 == State::none ? "" : name(position.back2))
      .end_object();
}

void put_numbers(Json& json, std::string_view key, const std::vector<std::int32_t>& numbers) {
  json.key(key).begin_array();
  for (const std::int32_t number : numbers)
    json.value(number);
  json.end_array();
}

std::string hexadecimal(const std::array<std::uint8_t, 32>& hash) {
  std::string out;
  for (const std::uint8_t byte : hash)
    out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace

std::string id_text(CaseId id) { return std::to_string(to_number(id)); }

void put_time(Json& json, std::string_view key, const std::optional<Instant>& time,
              const std::string& zone) {
  json.text_or_null(key, time ? format_instant(*time, zone) : std::string());
}

std::string summary_json(const CaseSummary& summary, const std::string& zone) {
  Json json;
  json.begin_object();
  put_summary(json, summary, zone);
  return json.end_object().text();
}

std::string case_json(const Case& whole, const std::string& zone) {
  Json json;
  json.begin_object();
  put_summary(json, whole, zone);
  json.field("text", whole.text).field("address", whole.address);
  json.text_or_null("reply", whole.reply);
  put_assignments(json, whole, zone);
  put_clocks(json, whole, zone);
  put_conferences(json, whole, zone);
  put_people(json, whole);
  put_evidence(json, whole, zone);
  return json.end_object().text();
}

std::string event_json(const Event& event, const std::string& zone) {
  Json json;
  json.begin_object().field("sequence", event.sequence).field("commit", event.commit);
  put_id(json, "case_id", event.case_id);
  json.field("version", event.version).field("action", name(event.action.kind));
  json.field("outcome", name(event.outcome));
  put_time(json, "happened", event.happened, zone);
  put_time(json, "recorded", event.recorded, zone);
  json.key("actor").begin_object().field("unit", event.actor.unit);
  json.field("person", event.actor.person).field("post", event.actor.post).end_object();
  put_position(json, "before", event.before);
  put_position(json, "after", event.after);
  json.field("policy_version", event.policy_version);
  json.key("detail").raw(write_action(event.action));
  json.key("facts").begin_object().field("number", event.facts.number);
  json.field("grid", event.facts.grid).field("village", event.facts.village);
  json.field("township", event.facts.township).field("holder", event.facts.holder);
  json.field("campaign", event.facts.campaign).field("sender", event.facts.sender);
  json.field("because", event.facts.because);
  put_numbers(json, "let_go", event.facts.let_go);
  put_numbers(json, "kept", event.facts.kept);
  json.key("clocks").begin_array();
  for (const ClockEntry& entry : event.facts.clocks)
    put_entry(json, entry, zone);
  json.end_array().end_object();
  json.field("erased", event.erased).field("hash", hexadecimal(event.hash));
  return json.end_object().text();
}

std::string answer_json(const Answer& answer) {
  Json json;
  json.begin_object().field("status", name(answer.status));
  put_id(json, "case_id", answer.case_id);
  json.field("version", answer.version).field("sequence", answer.sequence);
  json.field("state", name(answer.state)).key("refusal");
  if (!answer.refusal) return json.null().end_object().text();
  const Refusal& refusal = *answer.refusal;
  json.begin_object().field("code", name(refusal.code)).text_or_null("field", refusal.field);
  json.field("reason", refusal.reason).field("state", name(refusal.state));
  json.key("allowed").begin_array();
  for (const ActionKind kind : refusal.allowed)
    json.value(name(kind));
  return json.end_array().end_object().end_object().text();
}

}  // namespace gridcase::cli
