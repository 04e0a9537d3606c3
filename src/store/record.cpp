#include "store/record.hpp"

#include <string>

namespace gridcase::store {
namespace {

// Canonical bytes: integers big-endian in eight bytes, texts preceded by their length, digests as
// they are. Nothing can be moved from one field to the next without changing the bytes.
class Canonical {
public:
  Canonical& number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes_.push_back(static_cast<char>(static_cast<unsigned char>(bits >> shift & 0xFFu)));
    }
    return *this;
  }
  Canonical& text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    bytes_.append(value);
    return *this;
  }
  Canonical& digest(const base::Digest& value) {
    bytes_.append(reinterpret_cast<const char*>(value.data()), value.size());
    return *this;
  }
  const std::string& bytes() const { return bytes_; }

private:
  std::string bytes_;
};

Canonical& append_position(Canonical& out, const Position& position) {
  return out.number(static_cast<std::int64_t>(position.state))
      .number(static_cast<std::int64_t>(position.back))
      .number(static_cast<std::int64_t>(position.back2));
}

constexpr std::string_view layout = "gridcase event 1";

bool is_zero(const base::Digest& digest) {
  for (const std::uint8_t byte : digest) {
    if (byte != 0) return false;
  }
  return true;
}

}  // namespace

base::Digest commitment(const Key& key, std::string_view domain, std::int64_t version,
                        std::string_view text, base::Hasher& hasher) {
  if (text.empty()) return {};
  Canonical bytes;
  bytes.text(domain).number(version).text(text);
  return hasher.keyed({reinterpret_cast<const char*>(key.data()), key.size()}, bytes.bytes());
}

base::Digest expected_hash(const Record& record, std::string_view county,
                           const base::Digest& previous, base::Hasher& hasher) {
  Canonical bytes;
  bytes.text(layout).digest(previous).text(county);
  bytes.number(to_number(record.case_id)).number(record.version);
  bytes.text(name(record.action)).text(name(record.outcome));
  bytes.number(to_microseconds(record.happened)).number(to_microseconds(record.recorded));
  bytes.text(record.actor.unit).text(record.actor.person).text(record.actor.post);
  append_position(append_position(bytes, record.before), record.after);
  bytes.number(record.policy_version).text(record.command_id).text(record.parts.detail);
  bytes.digest(record.text_commitment).digest(record.personal_commitment);
  return hasher.digest(bytes.bytes());
}

Record encode(const Event& event, std::string_view county, const Key& key,
              const base::Digest& previous, base::Hasher& hasher) {
  Record record;
  record.case_id = event.case_id;
  record.version = event.version;
  record.action = event.action.kind;
  record.outcome = event.outcome;
  record.happened = event.happened;
  record.recorded = event.recorded;
  record.actor = event.actor;
  record.before = event.before;
  record.after = event.after;
  record.policy_version = event.policy_version;
  record.command_id = event.action.command_id;
  record.parts = model::split(event.action, event.facts);
  record.text_commitment = commitment(key, "text", event.version, record.parts.text, hasher);
  record.personal_commitment =
      commitment(key, "personal", event.version, record.parts.personal, hasher);
  record.hash = expected_hash(record, county, previous, hasher);
  return record;
}

Event decode(const Record& record) {
  Event event;
  event.sequence = record.sequence;
  event.commit = record.commit;
  event.case_id = record.case_id;
  event.version = record.version;
  event.outcome = record.outcome;
  event.happened = record.happened;
  event.recorded = record.recorded;
  event.actor = record.actor;
  event.before = record.before;
  event.after = record.after;
  event.policy_version = record.policy_version;
  model::join(record.parts, event.action, event.facts);
  event.action.kind = record.action;
  event.action.case_id = record.case_id;
  event.action.command_id = record.command_id;
  event.action.happened = record.happened;
  event.erased = (record.parts.text.empty() && !is_zero(record.text_commitment)) ||
                 (record.parts.personal.empty() && !is_zero(record.personal_commitment));
  event.hash = record.hash;
  return event;
}

}  // namespace gridcase::store
