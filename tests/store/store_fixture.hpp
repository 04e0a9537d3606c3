#pragma once
// A folder that disappears, a founded store in it, and deltas that a test fills.

#include "store/store.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace gridcase::store::test {

inline constexpr std::int64_t county = 330881;

// In memory where there is such a place: no test looks at what a power loss would leave, and a sync
// of a busy disk takes longer than the test.
class Folder {
public:
  Folder() {
    const std::filesystem::path memory = "/dev/shm";
    const bool has_memory = access(memory.c_str(), W_OK) == 0;
    const auto above = has_memory ? memory : std::filesystem::temp_directory_path();
    std::string name = (above / "gridcase-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const noexcept { return path_; }

private:
  std::string path_;
};

inline Instant at(std::int64_t seconds) { return Instant{std::chrono::seconds(seconds)}; }

inline Assignment order(std::int32_t number, std::string unit, AssignmentRole role,
                        Instant ordered) {
  Assignment it;
  it.no = number;
  it.unit = std::move(unit);
  it.role = role;
  it.ordered = ordered;
  return it;
}

inline base::Digest digest_of(std::int64_t number) {
  base::Digest digest{};
  for (std::size_t i = 0; i < 8; ++i) {
    digest[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  digest[31] = 1;  // never all zero
  return digest;
}

inline Founding founding() {
  Founding founding;
  founding.county = std::to_string(county);
  founding.now = at(1000);
  founding.key = digest_of(7);
  founding.policy_document = "{\"name\":\"first\"}";
  founding.record.version = 1;
  founding.record.happened = at(1000);
  founding.record.recorded = at(1000);
  founding.record.actor = {"centre", "admin", "director"};
  founding.record.policy_version = 1;
  founding.record.parts.detail = "{}";
  founding.record.hash = digest_of(8);
  return founding;
}

inline std::unique_ptr<Store> found(const std::string& path, EngineOptions options = {}) {
  return create_sqlite(path, founding(), options);
}

// A case reported as number `n` of the test, not yet in any store.
inline Loaded reported(CaseId id, std::int64_t n) {
  Loaded it;
  CaseSummary& summary = it.snapshot.summary;
  summary.id = id;
  summary.number = "N-" + std::to_string(n);
  summary.position.state = State::village_intake;
  summary.title = "case " + std::to_string(n);
  summary.category = "water";
  summary.channel = "patrol";
  summary.grid = "grid-1";
  summary.village = "village-1";
  summary.township = "township-1";
  summary.holder = "village-1";
  summary.reporter_unit = "grid-1";
  summary.reporter_person = "hwq";
  summary.origin = Tier::village;
  summary.policy_version = 1;
  summary.occurred = at(1000 + n);
  summary.reported = at(1000 + n);
  summary.last_happened = at(1000 + n);
  it.key = digest_of(n);
  return it;
}

// The event that leads from a case of the version before to `after`, which is brought up to date.
inline Delta step(Loaded& after, ActionKind action, const std::string& command_id = {}) {
  CaseSummary& summary = after.snapshot.summary;
  Delta delta;
  delta.expected_version = summary.version;
  summary.version += 1;
  after.head = digest_of(to_number(summary.id) ^ summary.version << 48);
  Record& record = delta.record;
  record.case_id = summary.id;
  record.version = summary.version;
  record.action = action;
  record.happened = summary.last_happened;
  record.recorded = summary.last_happened;
  record.actor = {"grid-1", "hwq", "grid_worker"};
  record.after = summary.position;
  record.policy_version = 1;
  record.command_id = command_id;
  record.parts.detail = "{}";
  record.hash = after.head;
  delta.after = after;
  return delta;
}

inline Loaded report(Store& store, std::int64_t n) {
  Loaded it = reported(store.reserve_case_id({2018, 3, 16}), n);
  const auto results = store.commit({step(it, ActionKind::report)});
  if (results.at(0).outcome != DeltaOutcome::committed) throw std::runtime_error("not committed");
  return it;
}

// A clock that runs, started with the case; its deadline is an hour after that.
inline Clock running(std::int32_t number, std::optional<Instant> next = std::nullopt) {
  Clock it;
  it.no = number;
  it.milestone = "handle";
  it.unit = "village-1";
  it.budget = 60;
  it.rules = 1;
  it.started = at(1000);
  it.times = {at(4600), at(3000), at(4000), next, 0, false};
  return it;
}

template <typename Call> ErrorCode error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode{};
}

inline bool equal(const CaseSummary& a, const CaseSummary& b) {
  return a.id == b.id && a.number == b.number && a.version == b.version &&
         a.position == b.position && a.title == b.title && a.category == b.category &&
         a.grade == b.grade && a.request == b.request && a.channel == b.channel &&
         a.point == b.point && a.drill == b.drill && a.grid == b.grid && a.village == b.village &&
         a.township == b.township && a.holder == b.holder && a.lead == b.lead &&
         a.checker == b.checker && a.reporter_unit == b.reporter_unit &&
         a.reporter_person == b.reporter_person && a.has_requester == b.has_requester &&
         a.replied == b.replied && a.origin == b.origin && a.solved_on == b.solved_on &&
         a.mode == b.mode && a.urgency == b.urgency && a.returns == b.returns &&
         a.suspensions == b.suspensions && a.contacted == b.contacted && a.arrived == b.arrived &&
         a.controlled == b.controlled && a.waiting_since == b.waiting_since &&
         a.deadline == b.deadline && a.yellow == b.yellow && a.red == b.red &&
         a.merged_into == b.merged_into && a.policy_version == b.policy_version &&
         a.occurred == b.occurred && a.reported == b.reported && a.accepted == b.accepted &&
         a.check_sent == b.check_sent && a.confirm_sent == b.confirm_sent &&
         a.checked == b.checked && a.filed == b.filed && a.dispatched == b.dispatched &&
         a.handled == b.handled && a.confirmed == b.confirmed && a.ended == b.ended &&
         a.resume_at == b.resume_at && a.due == b.due && a.last_happened == b.last_happened;
}

inline bool equal(const Assignment& a, const Assignment& b) {
  return a.no == b.no && a.unit == b.unit && a.role == b.role && a.state == b.state &&
         a.round == b.round && a.ordered == b.ordered && a.signed_at == b.signed_at &&
         a.contacted == b.contacted && a.arrived == b.arrived && a.controlled == b.controlled &&
         a.ended == b.ended;
}

inline bool equal(const Clock& a, const Clock& b) {
  return a.no == b.no && a.milestone == b.milestone && a.assignment == b.assignment &&
         a.unit == b.unit && a.state == b.state && a.limit == b.limit && a.budget == b.budget &&
         a.extended == b.extended && a.extensions == b.extensions && a.calendar == b.calendar &&
         a.rules == b.rules && a.started == b.started && a.holds == b.holds && a.times == b.times &&
         a.stopped == b.stopped && a.round == b.round && a.exempt == b.exempt &&
         a.approvals == b.approvals && a.asked_by == b.asked_by &&
         a.asked_by_person == b.asked_by_person && a.approved_by == b.approved_by &&
         a.reviews == b.reviews && a.appealed_by == b.appealed_by && a.reviewed_by == b.reviewed_by;
}

template <typename Part> bool equal(const std::vector<Part>& a, const std::vector<Part>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Part& one, const Part& other) { return equal(one, other); });
}

inline bool equal(const Loaded& a, const Loaded& b) {
  return equal(a.snapshot.summary, b.snapshot.summary) && a.head == b.head && a.key == b.key &&
         equal(a.snapshot.assignments, b.snapshot.assignments) &&
         equal(a.snapshot.clocks, b.snapshot.clocks);
}

}  // namespace gridcase::store::test
