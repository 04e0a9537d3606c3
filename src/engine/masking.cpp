#include "engine/masking.hpp"

#include <string>

namespace gridcase::engine {
namespace {

// The first character of a name: 李 of 李先生.
std::string masked_name(const std::string& name) {
  if (name.empty()) return name;
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
    ++end;
  return name.substr(0, end) + "**";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last two digits, enough for an operator to tell two callers apart. Other characters may be
// longer than a byte, and are not known to be worth showing.
std::string masked_telephone(const std::string& telephone) {
  const std::size_t size = telephone.size();
  if (size == 0) return telephone;
  const bool shows = size >= 7 && is_digit(telephone[size - 1]) && is_digit(telephone[size - 2]);
  return shows ? "***" + telephone.substr(size - 2) : "***";
}

void hide_names(std::vector<Attachment>& attachments) {
  for (Attachment& attachment : attachments) {
    attachment.name.clear();
    attachment.uri.clear();
  }
}

}  // namespace

void mask(std::vector<Party>& parties) {
  for (Party& party : parties) {
    party.name = masked_name(party.name);
    party.telephone = masked_telephone(party.telephone);
    if (!party.address.empty()) party.address = "***";
  }
}

void mask(Case& whole) {
  mask(whole.parties);
  for (Consultation& conference : whole.conferences)
    mask(conference.parties);
}

void hide(CaseSummary& summary) {
  summary.title = "***";
  summary.point.reset();
}

void hide(Case& whole) {
  hide(static_cast<CaseSummary&>(whole));
  for (std::string* const text : {&whole.text, &whole.address, &whole.reply})
    text->clear();
  whole.parties.clear();
  whole.subjects.clear();
  whole.notes.clear();
  hide_names(whole.attachments);
  for (Assignment& assignment : whole.assignments)
    assignment.task.clear();
  for (Consultation& conference : whole.conferences) {
    conference.parties.clear();
    for (std::string* const text : {&conference.reason, &conference.minutes, &conference.opinion})
      text->clear();
  }
}

void hide(Event& event) { hide(event.action); }

void hide(Action& action) {
  if (!action.title.empty()) action.title = "***";
  for (std::string* const text : {&action.text, &action.address, &action.note, &action.reply})
    text->clear();
  action.point.reset();
  action.parties.clear();
  action.subjects.clear();
  hide_names(action.attachments);
  for (Order& order : action.orders)
    order.task.clear();
}

}  // namespace gridcase::engine
