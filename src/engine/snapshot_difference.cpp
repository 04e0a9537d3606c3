#include "engine/snapshot_difference.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string text(std::int64_t value) { return fmt::format("{}", value); }
std::string text(CaseId id) { return text(to_number(id)); }
std::string text(Instant instant) { return text(to_microseconds(instant)); }
std::string text(const Position& position) {
  return fmt::format("{}/{}/{}", name(position.state), name(position.back), name(position.back2));
}
std::string text(Point point) { return fmt::format("{},{}", point.longitude, point.latitude); }
template <typename Value> std::string text(const std::optional<Value>& value) {
  return value ? text(*value) : "none";
}
template <typename Enum> std::string words(const std::optional<Enum>& value) {
  return value ? std::string(name(*value)) : "none";
}

Fields fields_of(const CaseSummary& it) {
  return {{"id", text(it.id)},
          {"number", it.number},
          {"version", text(it.version)},
          {"position", text(it.position)},
          {"category", it.category},
          {"grade", it.grade},
          {"request", std::string(name(it.request))},
          {"channel", it.channel},
          {"point", text(it.point)},
          {"drill", text(std::int64_t{it.drill})},
          {"grid", it.grid},
          {"village", it.village},
          {"township", it.township},
          {"holder", it.holder},
          {"lead", it.lead},
          {"checker", it.checker},
          {"reporter_unit", it.reporter_unit},
          {"reporter_person", it.reporter_person},
          {"has_requester", text(std::int64_t{it.has_requester})},
          {"replied", text(std::int64_t{it.replied})},
          {"origin", std::string(name(it.origin))},
          {"solved_on", words(it.solved_on)},
          {"mode", std::string(name(it.mode))},
          {"urgency", text(std::int64_t{it.urgency})},
          {"returns", text(std::int64_t{it.returns})},
          {"suspensions", text(std::int64_t{it.suspensions})},
          {"merged_into", text(it.merged_into)},
          {"part_of", text(it.part_of)},
          {"first_receiver", it.first_receiver},
          {"sender", it.sender},
          {"join", it.join},
          {"consultations", text(std::int64_t{it.consultations})},
          {"urges", text(std::int64_t{it.urges})},
          {"supervision", text(std::int64_t{it.supervision})},
          {"mediation", std::string(name(it.mediation))},
          {"nature", std::string(name(it.nature))},
          {"type", it.type},
          {"repeats", text(std::int64_t{it.repeats})},
          {"lasted_until", text(it.lasted_until)},
          {"number_dialled", it.number_dialled},
          {"about", it.about},
          {"campaign", it.campaign},
          {"hard_since", text(it.hard_since)},
          {"surprise", text(std::int64_t{it.surprise})},
          {"satisfaction", text(std::int64_t{it.satisfaction})},
          {"solved", it.solved},
          {"verifiers", fmt::format("{}", fmt::join(it.verifiers, " "))},
          {"policy_version", text(it.policy_version)},
          {"occurred", text(it.occurred)},
          {"reported", text(it.reported)},
          {"accepted", text(it.accepted)},
          {"check_sent", text(it.check_sent)},
          {"checked", text(it.checked)},
          {"filed", text(it.filed)},
          {"dispatched", text(it.dispatched)},
          {"contacted", text(it.contacted)},
          {"arrived", text(it.arrived)},
          {"controlled", text(it.controlled)},
          {"handled", text(it.handled)},
          {"confirm_sent", text(it.confirm_sent)},
          {"confirmed", text(it.confirmed)},
          {"ended", text(it.ended)},
          {"resume_at", text(it.resume_at)},
          {"due", text(it.due)},
          {"waiting_since", text(it.waiting_since)},
          {"last_happened", text(it.last_happened)},
          {"deadline", text(it.deadline)},
          {"yellow", text(it.yellow)},
          {"red", text(it.red)}};
}

std::string text(const std::vector<CheckItem>& list) {
  std::string all;
  for (const CheckItem& item : list)
    all += fmt::format("{}:{}:{} ", item.code, item.expected, item.counted);
  return all;
}

Fields fields_of(const Assignment& it) {
  return {{"unit", it.unit},
          {"role", std::string(name(it.role))},
          {"state", std::string(name(it.state))},
          {"dispatch", text(std::int64_t{it.dispatch})},
          {"round", text(std::int64_t{it.round})},
          {"ordered", text(it.ordered)},
          {"signed_at", text(it.signed_at)},
          {"contacted", text(it.contacted)},
          {"arrived", text(it.arrived)},
          {"controlled", text(it.controlled)},
          {"ended", text(it.ended)},
          {"freed", text(it.freed)},
          {"begun", text(it.begun)},
          {"finished", text(it.finished)},
          {"checklist", text(it.checklist)},
          {"forced", text(std::int64_t{it.forced})},
          {"conclusive", text(std::int64_t{it.conclusive})},
          {"after", fmt::format("{}", fmt::join(it.after, " "))},
          {"handlers", fmt::format("{}", fmt::join(it.handlers, " "))}};
}

std::string text(const std::vector<Clock::Hold>& holds) {
  std::string all;
  for (const Clock::Hold& hold : holds)
    all += fmt::format("{}-{} ", text(hold.from), text(hold.until));
  return all;
}

Fields fields_of(const Clock& it) {
  return {{"number", text(std::int64_t{it.no})},
          {"milestone", it.milestone},
          {"assignment", text(std::int64_t{it.assignment})},
          {"unit", it.unit},
          {"state", std::string(name(it.state))},
          {"limit", std::string(name(it.limit))},
          {"budget", text(it.budget)},
          {"extended", text(it.extended)},
          {"extensions", text(std::int64_t{it.extensions})},
          {"calendar", it.calendar},
          {"rules", text(it.rules)},
          {"started", text(it.started)},
          {"holds", text(it.holds)},
          {"deadline", text(it.times.deadline)},
          {"yellow", text(it.times.yellow)},
          {"red", text(it.times.red)},
          {"due", text(it.times.next)},
          {"rung", text(std::int64_t{it.times.rung})},
          {"provisional", text(std::int64_t{it.times.provisional})},
          {"stopped", text(it.stopped)},
          {"round", text(std::int64_t{it.round})},
          {"exempt", text(std::int64_t{it.exempt})},
          {"approvals", text(std::int64_t{it.approvals})},
          {"asked_by", it.asked_by},
          {"asked_by_person", it.asked_by_person},
          {"approved_by", it.approved_by},
          {"reviews", text(std::int64_t{it.reviews})},
          {"appealed_by", it.appealed_by},
          {"reviewed_by", it.reviewed_by}};
}

std::string compare(std::string_view where, const Fields& kept, const Fields& folded) {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i].second == folded[i].second) continue;
    return fmt::format("{}{} is {}, the history gives {}", where, kept[i].first, kept[i].second,
                       folded[i].second);
  }
  return {};
}

template <typename Part>
std::string compare(std::string_view what, const std::vector<Part>& kept,
                    const std::vector<Part>& folded) {
  if (kept.size() != folded.size()) {
    return fmt::format("there are {} {}s, the history gives {}", kept.size(), what, folded.size());
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    std::string found =
        compare(fmt::format("{} {} ", what, i + 1), fields_of(kept[i]), fields_of(folded[i]));
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

std::string first_difference(const model::Snapshot& kept, const model::Snapshot& folded) {
  std::string found = compare("", fields_of(kept.summary), fields_of(folded.summary));
  if (!found.empty()) return found;
  if (kept.summary.title != folded.summary.title) return "title is not the one of the history";
  found = compare("assignment", kept.assignments, folded.assignments);
  return found.empty() ? compare("clock", kept.clocks, folded.clocks) : found;
}

}  // namespace gridcase::engine
