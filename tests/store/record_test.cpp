#include "store/record.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

using namespace gridcase;
using namespace gridcase::store;

namespace {

Event sample() {
  Event event;
  event.case_id = CaseId{3308811803160000001};
  event.version = 2;
  event.outcome = Outcome::to_township;
  event.happened = parse_instant("2018-03-16T08:31:00+08:00");
  event.recorded = parse_instant("2018-03-16T08:31:02+08:00");
  event.actor = {"330881001002001", "heweiqi", "grid_worker"};
  event.before.state = State::village_intake;
  event.after.state = State::township_intake;
  event.policy_version = 1;
  event.action.kind = ActionKind::escalate;
  event.action.case_id = event.case_id;
  event.action.command_id = "c-2";
  event.action.reason = "beyond_capability";
  event.action.note = "曾疏通无效";
  event.facts.holder = "330881001";
  return event;
}

Key key_of(std::uint8_t first) {
  Key key{};
  key[0] = first;
  return key;
}

std::string hex(const base::Digest& digest) {
  return base::to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace

TEST_CASE("an event comes back from its record") {
  base::Hasher hasher(base::DigestKind::sha256);
  const Event event = sample();
  const Event back = decode(encode(event, "330881", key_of(1), {}, hasher));
  CHECK(back.version == event.version);
  CHECK(back.outcome == event.outcome);
  CHECK(back.actor == event.actor);
  CHECK(back.before == event.before);
  CHECK(back.after == event.after);
  CHECK(back.action.kind == event.action.kind);
  CHECK(back.action.note == event.action.note);
  CHECK(back.facts.holder == event.facts.holder);
  CHECK_FALSE(back.erased);
}

// Pinned: verifiers in other languages rely on the layout.
TEST_CASE("the hash of the sample is the one that was published") {
  base::Hasher hasher(base::DigestKind::sha256);
  const Record record = encode(sample(), "330881", key_of(1), {}, hasher);
  CHECK(hex(record.text_commitment) ==
        "78fa4e190598a55fd2e5681e6dc219ebe355243d50465c6ffca4eac9c8a23721");
  CHECK(hex(record.hash) == "bbdf9d9121bbf27cfbaf82ea94cfd0d60cda94a0a678fe3ca741c35602571445");
}

TEST_CASE("every field of a record is in its hash") {
  base::Hasher hasher(base::DigestKind::sha256);
  const Record record = encode(sample(), "330881", key_of(1), {}, hasher);
  const std::vector<std::function<void(Record&)>> changes{
      [](Record& r) { r.case_id = CaseId{1}; },
      [](Record& r) { ++r.version; },
      [](Record& r) { r.action = ActionKind::comment; },
      [](Record& r) { r.outcome = Outcome::to_county; },
      [](Record& r) { r.happened += Duration{1}; },
      [](Record& r) { r.recorded += Duration{1}; },
      [](Record& r) { r.actor.unit += "x"; },
      [](Record& r) { r.actor.person += "x"; },
      [](Record& r) { r.actor.post += "x"; },
      [](Record& r) { r.before.state = State::village_triage; },
      [](Record& r) { r.before.back = State::village_triage; },
      [](Record& r) { r.before.back2 = State::village_triage; },
      [](Record& r) { r.after.state = State::village_triage; },
      [](Record& r) { r.after.back = State::village_triage; },
      [](Record& r) { r.after.back2 = State::village_triage; },
      [](Record& r) { ++r.policy_version; },
      [](Record& r) { r.command_id += "x"; },
      [](Record& r) { r.parts.detail += " "; },
      [](Record& r) { r.text_commitment[31] ^= 1; },
      [](Record& r) { r.personal_commitment[0] ^= 1; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CAPTURE(i);
    Record changed = record;
    changes[i](changed);
    CHECK(expected_hash(changed, "330881", {}, hasher) != record.hash);
  }
  CHECK(expected_hash(record, "330382", {}, hasher) != record.hash);
  base::Digest previous{};
  previous[5] = 1;
  CHECK(expected_hash(record, "330881", previous, hasher) != record.hash);
}

TEST_CASE("characters cannot move from one field to the next unseen") {
  base::Hasher hasher(base::DigestKind::sha256);
  Record record = encode(sample(), "330881", key_of(1), {}, hasher);
  record.actor.unit = "ab";
  record.actor.person = "c";
  const base::Digest one = expected_hash(record, "330881", {}, hasher);
  record.actor.unit = "a";
  record.actor.person = "bc";
  CHECK(expected_hash(record, "330881", {}, hasher) != one);
}

TEST_CASE("equal texts under different keys, versions or domains commit differently") {
  base::Hasher hasher(base::DigestKind::sha256);
  const base::Digest one = commitment(key_of(1), "text", 1, "污水", hasher);
  CHECK(commitment(key_of(2), "text", 1, "污水", hasher) != one);
  CHECK(commitment(key_of(1), "text", 2, "污水", hasher) != one);
  CHECK(commitment(key_of(1), "personal", 1, "污水", hasher) != one);
  CHECK(commitment(key_of(1), "text", 1, "", hasher) == base::Digest{});
}

TEST_CASE("an event whose text is gone says so, and its hash still holds") {
  base::Hasher hasher(base::DigestKind::sha256);
  Record record = encode(sample(), "330881", key_of(1), {}, hasher);
  record.parts.text.clear();
  CHECK(decode(record).erased);
  CHECK(decode(record).action.reason == "beyond_capability");
  CHECK(expected_hash(record, "330881", {}, hasher) == record.hash);
}
