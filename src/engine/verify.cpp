#include "engine/verify.hpp"

#include "base/search_terms.hpp"
#include "engine/assessment_line.hpp"
#include "engine/following.hpp"
#include "engine/outbox.hpp"
#include "engine/searching.hpp"
#include "engine/snapshot_difference.hpp"
#include "engine/verify_frozen.hpp"
#include "rules/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

class Verifying {
public:
  Verifying(store::Store& store, Rulebooks& rulebooks, const store::County& county)
      : store_(store), rulebooks_(rulebooks), moments_(waited_for(rulebooks)),
        county_code_(county.code), hasher_(county.digest) {}

  Verification run() {
    look(CaseId::none, [&] {
      for (Finding& finding : store_.check())
        add(std::move(finding));
    });
    look(CaseId::none, [&] { check_county_line(); });
    look(CaseId::none, [&] { check_cases(); });
    look(CaseId::none, [&] { check_names_elsewhere(); });
    look(CaseId::none, [&] {
      check_frozen(store_, rulebooks_, frozen_, [&](const std::string& message) {
        add({"frozen_differs", CaseId::none, 0, message});
      });
    });
    return std::move(result_);
  }

private:
  // Damage that keeps one thing from being looked at is a finding; the others are looked at still.
  template <typename Check> void look(CaseId id, Check check) {
    try {
      check();
    } catch (const Error& error) {
      const ErrorCode code = error.code();
      if (code == ErrorCode::needs_reopen || code == ErrorCode::forked || code == ErrorCode::busy ||
          code == ErrorCode::stopped)
        throw;
      add({"unreadable", id, 0, error.what()});
    }
  }

  void check_cases() {
    constexpr std::int32_t page = 1000;
    for (CaseId after = CaseId::none;;) {
      const std::vector<CaseId> ids = store_.case_ids(after, page);
      for (const CaseId id : ids)
        look(id, [&] { check_case(id); });
      if (ids.size() < page) return;
      after = ids.back();
    }
  }

  void add(Finding finding) {
    constexpr std::size_t most = 1000;
    if (result_.findings.size() < most) result_.findings.push_back(std::move(finding));
  }
  void add(std::string_view code, const store::Record& record, std::string message) {
    add({std::string(code), record.case_id, record.sequence, std::move(message)});
  }

  // Calls `each` with every record of a line whose hash holds; tells whether all did. `key` is null
  // when it was erased, and texts can no longer be held against their commitments.
  template <typename Each> bool walk(CaseId id, const store::Key* key, Each each) {
    constexpr std::int32_t page = 500;
    base::Digest previous{};
    for (std::int64_t version = 0;;) {
      const auto records = store_.history(id, version, page);
      for (const store::Record& record : records) {
        ++result_.events;
        if (!check_record(record, ++version, previous, key)) return false;
        previous = record.hash;
        each(record);
      }
      if (records.size() < page) return true;
    }
  }

  bool check_record(const store::Record& record, std::int64_t version, const base::Digest& previous,
                    const store::Key* key) {
    if (record.version != version) {
      add("gap", record, fmt::format("version {} is missing", version));
      return false;
    }
    if (store::expected_hash(record, county_code_, previous, hasher_) != record.hash) {
      add("chain_broken", record, "the hash of this event does not follow from the one before");
      return false;
    }
    // A part is erased only together with the key, and the key only with all parts.
    const auto holds = [&](const std::string& text, std::string_view domain,
                           const base::Digest& committed) {
      if (key == nullptr) return text.empty();
      return store::commitment(*key, domain, version, text, hasher_) == committed;
    };
    if (!holds(record.parts.text, "text", record.text_commitment)) {
      add("text_changed", record, "the text is not the one that was committed to");
    }
    if (!holds(record.parts.personal, "personal", record.personal_commitment)) {
      add("text_changed", record, "the personal data is not what was committed to");
    }
    return true;
  }

  // Others may write meanwhile: a row that moved on between the reading of it and of its history is
  // looked at once more.
  void check_case(CaseId id) {
    ++result_.cases;
    constexpr int tries = 10;
    for (int i = 1; !compare_case(id, i == tries); ++i) {
    }
  }

  // False when row and history are of different moments, unless this is the last try.
  bool compare_case(CaseId id, bool last_try) {
    const std::int64_t events_before = result_.events;
    const std::size_t findings_before = result_.findings.size();
    const auto kept = store_.read(id);
    if (!kept) {
      add({"orphan", id, 0, "the row vanished while it was verified"});
      return true;
    }
    model::Snapshot folded;
    base::Digest head{};
    bool erased = false;
    std::vector<ExternalId> names;
    std::vector<store::StoredFigure> figures;
    std::vector<store::StoredSubject> subjects;
    store::SearchedTexts texts;
    const auto counted = store_.kept_facts(id);
    rules::FactMeter meter;
    const bool whole =
        walk(id, kept->key ? &*kept->key : nullptr, [&](const store::Record& record) {
          const Event event = store::decode(record);
          erased = erased || event.erased;
          const std::string title = folded.summary.title;
          rules::apply(folded, event);
          if (record.sequence <= counted.first.sequence) meter.add(event);
          follow(texts, text_change(event, title, folded.summary.title));
          const auto& given = event.action.external_ids;
          names.insert(names.end(), given.begin(), given.end());
          for (const Figure& figure : event.action.figures)
            figures.push_back({event.version, number_in(event, figure), event.actor.unit, figure});
          for (const Subject& subject : event.action.subjects)
            subjects.push_back(
                {event.version, number_in(event, subject), subject.kind, subject.code});
          head = record.hash;
        });
    if (!whole) return true;
    if (folded.summary.version != kept->snapshot.summary.version && !last_try) {
      result_.events = events_before;
      result_.findings.resize(findings_before);
      return false;
    }
    if (erased) {
      folded.summary.title = kept->snapshot.summary.title;
      folded.summary.replied = kept->snapshot.summary.replied;
    }
    const std::string difference = head == kept->head
                                       ? first_difference(kept->snapshot, folded)
                                       : "its latest hash is not the one of the history";
    if (!difference.empty()) add({"row_differs", id, 0, difference});
    for (const ExternalId& name : names)
      check_name(id, name);
    if (!is_same(store_.figures(id), figures)) {
      add({"row_differs", id, 0, "its figures are not those of the history"});
    }
    if (!is_same(store_.subjects(id), subjects)) {
      add({"row_differs", id, 0, "its subjects are not those of the history"});
    }
    if (meter.read(moments_) != counted.second) {
      add({"row_differs", id, 0, "its facts are not those of the history"});
    }
    if (!is_searched_by(id, kept->key ? &texts : nullptr)) {
      const auto now = store_.read(id);
      if (now && now->snapshot.summary.version != kept->snapshot.summary.version && !last_try) {
        result_.events = events_before;
        result_.findings.resize(findings_before);
        return false;
      }
      add({"row_differs", id, 0, "the texts it is searched by are not those of the history"});
    }
    return true;
  }

  static void follow(store::SearchedTexts& texts, const store::TextChange& change) {
    if (change.title) texts.title = base::searchable(*change.title);
    if (change.text) texts.body = base::searchable(*change.text);
    if (change.address) texts.address = base::searchable(*change.address);
  }

  // Null: an erased case must not be found by texts.
  bool is_searched_by(CaseId id, const store::SearchedTexts* texts) {
    const auto kept = store_.searched_texts(id);
    if (!kept || texts == nullptr) return !kept && texts == nullptr;
    return kept->title == texts->title && kept->body == texts->body &&
           kept->address == texts->address;
  }

  static std::int32_t number_in(const Event& event, const Subject& subject) {
    return static_cast<std::int32_t>(&subject - event.action.subjects.data()) + 1;
  }

  static bool is_same(const std::vector<store::StoredSubject>& kept,
                      const std::vector<store::StoredSubject>& named) {
    return std::equal(kept.begin(), kept.end(), named.begin(), named.end(),
                      [](const store::StoredSubject& a, const store::StoredSubject& b) {
                        return a.version == b.version && a.number == b.number && a.kind == b.kind &&
                               a.code == b.code;
                      });
  }

  static std::int32_t number_in(const Event& event, const Figure& figure) {
    return static_cast<std::int32_t>(&figure - event.action.figures.data()) + 1;
  }

  static bool is_same(const std::vector<store::StoredFigure>& kept,
                      const std::vector<store::StoredFigure>& folded) {
    return std::equal(kept.begin(), kept.end(), folded.begin(), folded.end(),
                      [](const store::StoredFigure& a, const store::StoredFigure& b) {
                        return a.version == b.version && a.number == b.number && a.unit == b.unit &&
                               a.figure.name == b.figure.name && a.figure.value == b.figure.value &&
                               a.figure.measure == b.figure.measure;
                      });
  }

  void check_name(CaseId id, const ExternalId& name) {
    CaseQuery query;
    query.external_id = name;
    const auto found = store_.find(query, {}, model::whole_county()).cases;
    if (found.size() == 1 && found.front().id == id) return;
    add({"row_differs", id, 0, "a name elsewhere does not lead to the case that was given it"});
  }

  // The other way round: no name without an event that gave it. Whatever is written meanwhile has
  // its event before its row is seen here.
  void check_names_elsewhere() {
    constexpr std::int32_t page = 1000;
    auto names = store_.external_ids(nullptr, page);
    while (!names.empty()) {
      for (const store::NamedElsewhere& name : names) {
        look(name.case_id, [&] {
          if (was_given(name)) return;
          add({"row_differs", name.case_id, 0, "a name elsewhere that no event gave the case"});
        });
      }
      const store::NamedElsewhere last = names.back();
      names = store_.external_ids(&last, page);
    }
  }

  bool was_given(const store::NamedElsewhere& name) {
    constexpr std::int32_t page = 500;
    for (std::int64_t version = 0;; version += page) {
      const auto records = store_.history(name.case_id, version, page);
      for (const store::Record& record : records) {
        for (const ExternalId& given : store::decode(record).action.external_ids) {
          if (given.system == name.external_id.system && given.id == name.external_id.id)
            return true;
        }
      }
      if (records.size() < page) return false;
    }
  }

  // The line gets its key with its first text. Others may write it meanwhile: then once more.
  void check_county_line() {
    constexpr int tries = 10;
    for (int i = 1;; ++i) {
      const std::int64_t events_before = result_.events;
      const std::size_t findings_before = result_.findings.size();
      const store::County before = store_.current_county();
      walk_county_line(before.line_key ? &*before.line_key : nullptr);
      if (i == tries || store_.current_county().line_version == before.line_version) return;
      result_.events = events_before;
      result_.findings.resize(findings_before);
    }
  }

  // Each version of the policy was put in force by the first event that names it.
  void walk_county_line(const store::Key* key) {
    std::int64_t in_force = 0;
    frozen_.clear();
    std::map<std::string, std::int64_t> places;
    const bool whole = walk(CaseId::none, key, [&](const store::Record& record) {
      const Event event = store::decode(record);
      if (const auto place = acknowledged(event)) {
        std::int64_t& known = places[place->name];
        known = std::max(known, place->sequence);
      }
      if (auto frozen = frozen_period_in(event)) frozen_.push_back(*std::move(frozen));
      if (record.policy_version == in_force) return;
      if (record.policy_version != ++in_force) {
        add("policy_changed", record, "a version of the policy was left out");
        in_force = record.policy_version;
      }
      const auto stored = store_.policy(in_force);
      const std::string hex = base::sha256_hex(stored ? stored->document : std::string());
      const auto& attachments = event.action.attachments;
      if (attachments.empty() || attachments.front().sha256 != hex) {
        add("policy_changed", record, "the policy document is not the one that was adopted");
      }
    });
    if (whole) check_places(places);
  }

  // How far readers of the history are follows from what they acknowledged.
  void check_places(const std::map<std::string, std::int64_t>& places) {
    std::map<std::string, std::int64_t> kept;
    for (const store::Consumer& one : store_.consumers())
      kept.emplace(one.name, one.sequence);
    if (kept == places) return;
    add({"row_differs", CaseId::none, 0,
         "how far other systems are is not what they acknowledged"});
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  const rules::WaitedFor moments_;
  std::string county_code_;
  base::Hasher hasher_;
  std::vector<FrozenPeriod> frozen_;
  Verification result_;
};

}  // namespace

Verification verify(store::Store& store, Rulebooks& rulebooks, const store::County& county) {
  return Verifying(store, rulebooks, county).run();
}

}  // namespace gridcase::engine
