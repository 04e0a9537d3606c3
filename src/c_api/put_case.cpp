#include "c_api/put_case.hpp"

#include "c_api/put_clock.hpp"

namespace gridcase::c_api {
namespace {

std::string_view word_of(State state) {
  return state == State::none ? std::string_view() : name(state);
}

void put_identity(JsonWriter& out, const CaseSummary& c) {
  out.field("id", id_text(c.id)).field("number", c.number).field("version", c.version);
  out.field("state", name(c.position.state)).field("stage", name(stage_of(c.position.state)));
  put_text(out, "back", word_of(c.position.back));
  put_text(out, "back2", word_of(c.position.back2));
  out.field("nature", name(c.nature));
  put_text(out, "type", c.type);
  out.field("repeats", c.repeats);
  put_text(out, "about", c.about);
  put_text(out, "campaign", c.campaign);
  out.field("surprise", c.surprise).field("title", c.title).field("category", c.category);
  put_text(out, "grade", c.grade);
  out.field("request", name(c.request));
  put_text(out, "channel", c.channel);
  put_text(out, "number_dialled", c.number_dialled);
  out.key("point");
  if (c.point) {
    out.begin_array().value(c.point->longitude).value(c.point->latitude).end_array();
  } else {
    out.null();
  }
  out.field("drill", c.drill);
}

void put_units(JsonWriter& out, const CaseSummary& c) {
  put_text(out, "grid", c.grid);
  put_text(out, "village", c.village);
  put_text(out, "township", c.township);
  put_text(out, "holder", c.holder);
  put_text(out, "lead", c.lead);
  put_text(out, "checker", c.checker);
  put_text(out, "reporter_unit", c.reporter_unit);
  put_text(out, "reporter_person", c.reporter_person);
  out.field("has_requester", c.has_requester).field("replied", c.replied);
  out.field("origin", name(c.origin));
  put_word(out, "solved_on", c.solved_on);
  out.field("mode", name(c.mode)).field("urgency", c.urgency).field("returns", c.returns);
  out.field("suspensions", c.suspensions);
  put_id(out, "merged_into", c.merged_into);
  put_id(out, "part_of", c.part_of);
  put_text(out, "first_receiver", c.first_receiver);
  put_text(out, "sender", c.sender);
  put_text(out, "join", c.join);
  out.field("consultations", c.consultations);
  out.field("urges", c.urges).field("supervision", c.supervision);
  put_text(out, "mediation",
           c.mediation == Mediation::none ? std::string_view() : name(c.mediation));
  out.field("satisfaction", c.satisfaction);
  put_text(out, "solved", c.solved);
  out.field("verifiers", c.verifiers).field("policy_version", c.policy_version);
}

void put_times(JsonWriter& out, const CaseSummary& c, const std::string& zone) {
  put_time(out, "occurred", c.occurred, zone);
  put_time(out, "lasted_until", c.lasted_until, zone);
  put_time(out, "reported", c.reported, zone);
  put_time(out, "accepted", c.accepted, zone);
  put_time(out, "check_sent", c.check_sent, zone);
  put_time(out, "checked", c.checked, zone);
  put_time(out, "filed", c.filed, zone);
  put_time(out, "dispatched", c.dispatched, zone);
  put_time(out, "contacted", c.contacted, zone);
  put_time(out, "arrived", c.arrived, zone);
  put_time(out, "controlled", c.controlled, zone);
  put_time(out, "handled", c.handled, zone);
  put_time(out, "confirm_sent", c.confirm_sent, zone);
  put_time(out, "confirmed", c.confirmed, zone);
  put_time(out, "ended", c.ended, zone);
  put_time(out, "resume_at", c.resume_at, zone);
  put_time(out, "due", c.due, zone);
  put_time(out, "waiting_since", c.waiting_since, zone);
  put_time(out, "hard_since", c.hard_since, zone);
  put_time(out, "last_happened", c.last_happened, zone);
  put_time(out, "deadline", c.deadline, zone);
  put_time(out, "yellow", c.yellow, zone);
  put_time(out, "red", c.red, zone);
}

void put_members(JsonWriter& out, const CaseSummary& c, const std::string& zone) {
  put_identity(out, c);
  put_units(out, c);
  put_times(out, c, zone);
}

void put_checklist(JsonWriter& out, const std::vector<CheckItem>& items) {
  out.key("checklist");
  put_list(out, items, [&](const CheckItem& item) {
    out.begin_object().field("code", item.code).field("expected", item.expected);
    out.field("counted", item.counted).end_object();
  });
}

void put_assignment(JsonWriter& out, const Assignment& a, const std::string& zone) {
  out.begin_object().field("no", a.no).field("unit", a.unit);
  out.field("role", name(a.role)).field("state", name(a.state));
  out.field("dispatch", a.dispatch).field("round", a.round).field("task", a.task);
  put_numbers(out, "after", a.after);
  out.field("forced", a.forced).field("conclusive", a.conclusive);
  out.field("handlers", a.handlers);
  put_time(out, "ordered", a.ordered, zone);
  put_time(out, "freed", a.freed, zone);
  put_time(out, "signed_at", a.signed_at, zone);
  put_time(out, "begun", a.begun, zone);
  put_time(out, "contacted", a.contacted, zone);
  put_time(out, "arrived", a.arrived, zone);
  put_time(out, "controlled", a.controlled, zone);
  put_time(out, "finished", a.finished, zone);
  put_time(out, "ended", a.ended, zone);
  put_checklist(out, a.checklist);
  out.end_object();
}

void put_parties(JsonWriter& out, const std::vector<Party>& parties) {
  out.key("parties");
  put_list(out, parties, [&](const Party& party) {
    out.begin_object()
        .field("role", party.role)
        .field("name", party.name)
        .field("telephone", party.telephone)
        .field("address", party.address)
        .field("area_code", party.area_code)
        .end_object();
  });
}

void put_conference(JsonWriter& out, const Consultation& one, const std::string& zone) {
  out.begin_object();
  put_time(out, "called", one.called, zone);
  put_time(out, "concluded", one.concluded, zone);
  put_text(out, "reason", one.reason);
  out.field("units", one.units);
  put_parties(out, one.parties);
  out.field("agreed", one.agreed);
  put_text(out, "lead", one.lead);
  put_text(out, "minutes", one.minutes);
  put_text(out, "opinion", one.opinion);
  out.end_object();
}

void put_relations(JsonWriter& out, const Case& c) {
  put_parties(out, c.parties);
  out.key("subjects");
  put_list(out, c.subjects, [&](const Subject& subject) {
    out.begin_object().field("kind", subject.kind).field("code", subject.code);
    put_text(out, "name", subject.name);
    out.end_object();
  });
  out.key("external_ids");
  put_list(out, c.external_ids, [&](const ExternalId& id) {
    out.begin_object().field("system", id.system).field("id", id.id).end_object();
  });
  out.key("links");
  put_list(out, c.links, [&](const Link& link) {
    out.begin_object().field("case_id", id_text(link.case_id));
    out.field("relation", name(link.relation)).end_object();
  });
  put_ids(out, "parts", c.parts);
  put_ids(out, "merged", c.merged);
}

void put_evidence(JsonWriter& out, const Case& c, const std::string& zone) {
  out.key("attachments");
  put_list(out, c.attachments, [&](const Attachment& a) {
    out.begin_object().field("name", a.name).field("media_type", a.media_type);
    out.field("size", a.size).field("sha256", a.sha256).field("kind", a.kind).field("uri", a.uri);
    put_text(out, "asset", a.asset);
    out.field("internal", a.internal).end_object();
  });
  out.key("notes");
  put_list(out, c.notes, [&](const Note& note) {
    out.begin_object();
    put_time(out, "happened", note.happened, zone);
    out.field("unit", note.unit).field("text", note.text).field("internal", note.internal);
    out.end_object();
  });
  out.key("figures");
  put_list(out, c.figures, [&](const Figure& figure) {
    out.begin_object().field("name", figure.name).field("value", figure.value);
    out.field("measure", figure.measure).end_object();
  });
}

void put_position(JsonWriter& out, std::string_view key, const Position& position) {
  out.key(key).begin_object().field("state", name(position.state));
  put_text(out, "back", word_of(position.back));
  put_text(out, "back2", word_of(position.back2));
  out.end_object();
}

void put_event_facts(JsonWriter& out, const Event::Facts& facts, const std::string& zone) {
  out.begin_object().field("number", facts.number);
  out.field("grid", facts.grid).field("village", facts.village);
  out.field("township", facts.township).field("holder", facts.holder);
  out.field("campaign", facts.campaign).field("sender", facts.sender);
  out.field("because", facts.because).field("for_requester", facts.for_requester);
  put_numbers(out, "let_go", facts.let_go);
  put_numbers(out, "kept", facts.kept);
  out.key("clocks");
  put_list(out, facts.clocks, [&](const ClockEntry& entry) { put_entry(out, entry, zone); });
  out.end_object();
}

std::string hexadecimal(const std::array<std::uint8_t, 32>& hash) {
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : hash) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

}  // namespace

void put_summary(JsonWriter& out, const CaseSummary& summary, const std::string& zone) {
  out.begin_object();
  put_members(out, summary, zone);
  out.end_object();
}

void put_case(JsonWriter& out, const Case& whole, const std::string& zone) {
  out.begin_object();
  put_members(out, whole, zone);
  out.field("text", whole.text).field("address", whole.address);
  put_text(out, "reply", whole.reply);
  out.key("assignments");
  put_list(out, whole.assignments, [&](const Assignment& a) { put_assignment(out, a, zone); });
  out.key("clocks");
  put_list(out, whole.clocks, [&](const Clock& clock) { put_clock(out, clock, zone); });
  out.key("conferences");
  put_list(out, whole.conferences,
           [&](const Consultation& one) { put_conference(out, one, zone); });
  put_relations(out, whole);
  put_evidence(out, whole, zone);
  out.end_object();
}

void put_event(JsonWriter& out, const Event& event, const std::string& zone) {
  out.begin_object().field("sequence", event.sequence).field("commit", event.commit);
  put_id(out, "case_id", event.case_id);
  out.field("version", event.version).field("action", name(event.action.kind));
  out.field("outcome", name(event.outcome));
  put_time(out, "happened", event.happened, zone);
  put_time(out, "recorded", event.recorded, zone);
  out.key("actor");
  put_actor(out, event.actor);
  put_position(out, "before", event.before);
  put_position(out, "after", event.after);
  out.field("policy_version", event.policy_version);
  out.key("detail").raw(write_action(event.action));
  out.key("facts");
  put_event_facts(out, event.facts, zone);
  out.field("erased", event.erased).field("hash", hexadecimal(event.hash)).end_object();
}

void put_answer(JsonWriter& out, const Answer& answer) {
  out.begin_object().field("status", name(answer.status));
  put_id(out, "case_id", answer.case_id);
  out.field("version", answer.version).field("sequence", answer.sequence);
  out.field("state", name(answer.state));
  if (answer.provisional) out.field("provisional", true);
  out.key("refusal");
  if (!answer.refusal) {
    out.null().end_object();
    return;
  }
  const Refusal& refusal = *answer.refusal;
  out.begin_object().field("code", name(refusal.code));
  put_text(out, "field", refusal.field);
  out.field("reason", refusal.reason).field("state", name(refusal.state)).key("allowed");
  put_list(out, refusal.allowed, [&](ActionKind kind) { out.value(name(kind)); });
  out.end_object().end_object();
}

void put_answers(JsonWriter& out, const std::vector<Answer>& answers) {
  put_list(out, answers, [&](const Answer& answer) { put_answer(out, answer); });
}

void put_order(JsonWriter& out, const Order& order) {
  out.begin_object().field("unit", order.unit).field("role", name(order.role)).end_object();
}

}  // namespace gridcase::c_api
