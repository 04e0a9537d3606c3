#include "case_text.hpp"

#include "documents.hpp"
#include "forms.hpp"

namespace gridcase::cli {

std::string field_line(const Output& output, std::string_view key, const std::string& what) {
  return what.empty() ? std::string()
                      : "  " + printable(output.say("detail.line", output.text(key), what)) + "\n";
}

namespace {

// The name of a campaign that the policy still has.
std::string campaign_text(const Output& output, const Policy& policy, const std::string& code) {
  for (const Campaign& campaign : policy.campaigns) {
    if (campaign.code == code && !campaign.name.empty())
      return output.say("name.with_code", campaign.name, code);
  }
  return code;
}

std::string ids_text(const Output& output, const std::vector<CaseId>& ids) {
  std::vector<std::string> texts;
  for (const CaseId id : ids)
    texts.push_back(id_text(id));
  return joined(texts, output.text("list.separator"));
}

std::string ground_text(const Output& output, const Names& names, const Case& c) {
  std::vector<std::string> ground;
  for (const std::string* code : {&c.township, &c.village, &c.grid}) {
    if (!code->empty()) ground.push_back(names.unit(*code));
  }
  return joined(ground, output.text("list.separator"));
}

std::string assignments_text(const Output& output, const Names& names, const Case& c) {
  if (c.assignments.empty()) return {};
  Table table({{std::string(output.text("column.no")), true},
               {std::string(output.text("column.dispatch")), true},
               {std::string(output.text("column.unit"))},
               {std::string(output.text("column.role"))},
               {std::string(output.text("column.order_state"))},
               {std::string(output.text("column.ordered"))},
               {std::string(output.text("column.signed"))},
               {std::string(output.text("column.arrived"))},
               {std::string(output.text("column.finished"))},
               {std::string(output.text("column.ended"))}});
  const auto time = [&names](const std::optional<Instant>& t) {
    return t ? names.time(*t) : std::string();
  };
  for (const Assignment& a : c.assignments) {
    table.add({std::to_string(a.no), a.dispatch == 0 ? "" : std::to_string(a.dispatch),
               names.unit(a.unit), output.word("role", name(a.role)),
               output.word("order", name(a.state)), time(a.ordered), time(a.signed_at),
               time(a.arrived), time(a.finished), time(a.ended)});
    if (!a.checklist.empty())
      table.note(2, output.say("detail.line", output.text("field.checklist"),
                               checklist_text(output, a.checklist)));
  }
  return table.text(output.colour);
}

}  // namespace

std::string attachment_text(const Output& output, const Names& names, const Attachment& file) {
  const std::string& title = file.name.empty() ? file.kind : file.name;
  const Asset* asset = names.directory().asset(file.asset);
  return asset == nullptr ? title : output.say("detail.order_plain", title, asset->name);
}

std::string subject_text(const Output& output, const gridcase::Subject& subject) {
  const std::string kind = output.word("subject", subject.kind);
  const std::string text = output.say("detail.order_plain", subject.code, kind);
  return subject.name.empty() ? text : text + " " + subject.name;
}

std::string checklist_text(const Output& output, const std::vector<CheckItem>& items) {
  constexpr std::size_t most = 12;
  std::int64_t expected = 0, counted = 0;
  std::vector<std::string> words;
  for (const CheckItem& item : items) {
    expected += item.expected;
    counted += item.counted;
    if (words.size() < most)
      words.push_back(output.say("detail.item", item.code, item.counted, item.expected));
  }
  if (items.size() > most) words.emplace_back("…");
  return output.say("detail.checklist", counted, expected,
                    joined(words, output.text("list.separator")));
}

std::string case_details(const Output& output, const Names& names, const Policy& policy,
                         const Case& c) {
  std::string out;
  const auto line = [&](std::string_view key, const std::string& what) {
    out += field_line(output, key, what);
  };
  line("field.id", id_text(c.id));
  if (c.nature != Nature::ordinary) line("field.nature", output.word("nature", name(c.nature)));
  line("field.type", c.type.empty() ? "" : output.word("type", c.type));
  line("field.number_dialled", c.number_dialled);
  line("field.about", names.unit(c.about));
  if (c.surprise) line("field.surprise", std::string(output.text("detail.surprise")));
  line("field.category", names.category(c.category));
  line("field.campaign", campaign_text(output, policy, c.campaign));
  line("field.text", c.text);
  line("field.ground", ground_text(output, names, c));
  line("field.address", c.address);
  line("field.holder", c.holder.empty() ? "" : names.unit_with_code(c.holder));
  line("field.lead", names.unit(c.lead));
  line("field.checker", names.unit(c.checker));
  line("field.solved_on", c.solved_on ? names.tier(*c.solved_on) : "");
  if (c.resume_at) line("field.until", names.time(*c.resume_at));
  if (c.due) line("field.due", names.time(*c.due));
  if (c.hard_since) line("field.hard_since", names.time(*c.hard_since));
  if (c.repeats != 0) line("field.repeats", std::to_string(c.repeats));
  for (const gridcase::Subject& subject : c.subjects)
    line("field.subject", subject_text(output, subject));
  for (const Party& party : c.parties) {
    line("field.party", output.say("detail.party", output.word("party", party.role), party.name));
  }
  for (const ExternalId& id : c.external_ids)
    line("field.external_id", id.system + " " + id.id);
  for (const Attachment& file : c.attachments)
    line("field.attachment", attachment_text(output, names, file));
  for (const Figure& figure : c.figures) {
    line("field.figure", output.say("detail.figure", figure.name, figure.value, figure.measure));
  }
  for (const Link& link : c.links) {
    line("field.other_case", output.say("detail.order_plain", id_text(link.case_id),
                                        output.word("relation", name(link.relation))));
  }
  line("field.parts", ids_text(output, c.parts));
  line("field.merged", ids_text(output, c.merged));
  line("field.reply", c.reply);
  if (c.satisfaction != 0)
    line("field.satisfaction", output.say("detail.satisfaction", c.satisfaction));
  line("field.solved", c.solved.empty() ? "" : output.word("solved", c.solved));
  return out + assignments_text(output, names, c);
}

}  // namespace gridcase::cli
