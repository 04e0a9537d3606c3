#include "store/rows.hpp"

#include <algorithm>
#include <cstring>

namespace gridcase::store {

namespace {

// Stored as NULL: no commitment was made.
Blob commitment_blob(const base::Digest& digest) {
  const bool none = std::all_of(digest.begin(), digest.end(), [](auto byte) { return byte == 0; });
  return none ? Blob{} : blob_of(digest);
}

std::optional<std::string_view> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

void bind_position(Cursor& cursor, const Position& position) {
  cursor.bind(position.state).bind(position.back).bind(position.back2);
}

void read_position(Row& row, Position& position) {
  row.read(position.state);
  row.read(position.back);
  row.read(position.back2);
}

}  // namespace

std::vector<std::pair<std::int64_t, Instant>>
deadlines_of(State state, std::optional<Instant> resume_at, std::optional<Instant> due) {
  std::vector<std::pair<std::int64_t, Instant>> deadlines;
  if (!is_open(state)) return deadlines;
  if (resume_at) deadlines.emplace_back(deadline_resume, *resume_at);
  if (due) deadlines.emplace_back(deadline_due, *due);
  return deadlines;
}

// ---- Row

void Row::check_size(Blob bytes) const {
  if (bytes.size == 32) return;
  throw Error(ErrorCode::corrupt, "a digest or key of the store does not have 32 bytes");
}

void Row::read(std::optional<Instant>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = from_microseconds(cursor_.integer(at_));
  ++at_;
}

void Row::read(base::Digest& out) {
  out.fill(0);
  if (!cursor_.is_null(at_)) {
    const Blob bytes = cursor_.blob(at_);
    check_size(bytes);
    std::memcpy(out.data(), bytes.data, out.size());
  }
  ++at_;
}

void Row::read(std::optional<Key>& out) {
  out.reset();
  if (cursor_.is_null(at_)) {
    ++at_;
    return;
  }
  read(out.emplace());
}

void Row::read(std::optional<Point>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = Point{cursor_.real(at_), cursor_.real(at_ + 1)};
  at_ += 2;
}

void Row::read(std::optional<Tier>& out) {
  out.reset();
  if (!cursor_.is_null(at_)) out = static_cast<Tier>(cursor_.integer(at_));
  ++at_;
}

// ---- cases

void bind_case(Cursor& cursor, NewCodes& codes, const Loaded& loaded) {
  const CaseSummary& it = loaded.snapshot.summary;
  cursor.bind(it.version);
  bind_position(cursor, it.position);
  cursor.bind(it.title).bind(codes.code(it.category)).bind(codes.code(it.grade));
  cursor.bind(it.request).bind(codes.code(it.channel));
  cursor.bind(it.point ? std::optional<double>(it.point->longitude) : std::nullopt);
  cursor.bind(it.point ? std::optional<double>(it.point->latitude) : std::nullopt);
  cursor.bind(it.drill).bind(codes.code(it.village)).bind(codes.code(it.lead));
  cursor.bind(codes.code(it.checker)).bind(codes.code(it.reporter_unit));
  cursor.bind(codes.code(it.reporter_person)).bind(it.has_requester).bind(it.replied);
  cursor.bind(it.origin).bind(it.solved_on).bind(it.mode).bind(it.urgency).bind(it.returns);
  cursor.bind(it.merged_into).bind(it.policy_version).bind(it.occurred).bind(it.reported);
  cursor.bind(it.accepted).bind(it.checked).bind(it.filed).bind(it.dispatched);
  cursor.bind(it.handled).bind(it.confirmed).bind(it.ended).bind(it.resume_at).bind(it.due);
  cursor.bind(it.last_happened).bind(blob_of(loaded.head)).bind(blob_of(loaded.key));
}

CaseSummary read_summary(Row& row) {
  CaseSummary it;
  row.read(it.id);
  row.read(it.number);
  row.read_code(it.grid);
  row.read_code(it.township);
  row.read_code(it.holder);
  row.read(it.version);
  read_position(row, it.position);
  row.read(it.title);
  row.read_code(it.category);
  row.read_code(it.grade);
  row.read(it.request);
  row.read_code(it.channel);
  row.read(it.point);
  row.read(it.drill);
  row.read_code(it.village);
  row.read_code(it.lead);
  row.read_code(it.checker);
  row.read_code(it.reporter_unit);
  row.read_code(it.reporter_person);
  row.read(it.has_requester);
  row.read(it.replied);
  row.read(it.origin);
  row.read(it.solved_on);
  row.read(it.mode);
  row.read(it.urgency);
  row.read(it.returns);
  row.read(it.merged_into);
  row.read(it.policy_version);
  for (Instant* time : {&it.occurred, &it.reported})
    row.read(*time);
  for (auto* time : {&it.accepted, &it.checked, &it.filed, &it.dispatched, &it.handled,
                     &it.confirmed, &it.ended, &it.resume_at, &it.due}) {
    row.read(*time);
  }
  row.read(it.last_happened);
  return it;
}

Loaded read_case(Row& row) {
  Loaded loaded;
  loaded.snapshot.summary = read_summary(row);
  row.read(loaded.head);
  row.read(loaded.key);
  return loaded;
}

// ---- history

void bind_record(Cursor& cursor, NewCodes& codes, std::int64_t county, const Record& it) {
  cursor.bind(it.sequence).bind(county).bind(it.commit).bind(it.case_id).bind(it.version);
  cursor.bind(it.action).bind(it.outcome).bind(it.happened).bind(it.recorded);
  cursor.bind(codes.code(it.actor.unit)).bind(codes.code(it.actor.person));
  cursor.bind(codes.code(it.actor.post));
  bind_position(cursor, it.before);
  bind_position(cursor, it.after);
  cursor.bind(it.policy_version).bind(unless_empty(it.command_id)).bind(it.parts.detail);
  cursor.bind(unless_empty(it.parts.text)).bind(commitment_blob(it.text_commitment));
  cursor.bind(commitment_blob(it.personal_commitment)).bind(blob_of(it.hash));
}

Record read_record(Row& row) {
  Record it;
  row.read(it.sequence);
  row.read(it.commit);
  row.read(it.case_id);
  row.read(it.version);
  row.read(it.action);
  row.read(it.outcome);
  row.read(it.happened);
  row.read(it.recorded);
  row.read_code(it.actor.unit);
  row.read_code(it.actor.person);
  row.read_code(it.actor.post);
  read_position(row, it.before);
  read_position(row, it.after);
  row.read(it.policy_version);
  row.read(it.command_id);
  row.read(it.parts.detail);
  row.read(it.parts.text);
  row.read(it.text_commitment);
  row.read(it.personal_commitment);
  row.read(it.hash);
  row.read(it.parts.personal);
  return it;
}

// ---- assignments

namespace {

void read_rest(Row& row, Assignment& it) {
  row.read(it.role);
  row.read(it.state);
  row.read(it.round);
  row.read(it.ordered);
  for (auto* time : {&it.signed_at, &it.contacted, &it.arrived, &it.controlled, &it.ended}) {
    row.read(*time);
  }
}

}  // namespace

Assignment read_assignment(Row& row) {
  Assignment it;
  row.read(it.no);
  row.read_code(it.unit);
  read_rest(row, it);
  return it;
}

Assignment read_course(const Cursor& cursor) {
  Assignment it;
  Row row(cursor);
  row.read(it.no);
  row.skip();
  read_rest(row, it);
  return it;
}

void bind_assignment(Cursor& cursor, const Assignment& it) {
  cursor.bind(it.role).bind(it.round).bind(it.ordered).bind(it.signed_at).bind(it.contacted);
  cursor.bind(it.arrived).bind(it.controlled).bind(it.ended);
}

bool same_course(const Assignment& a, const Assignment& b) {
  return a.role == b.role && a.round == b.round && a.ordered == b.ordered &&
         a.signed_at == b.signed_at && a.contacted == b.contacted && a.arrived == b.arrived &&
         a.controlled == b.controlled && a.ended == b.ended;
}

}  // namespace gridcase::store
