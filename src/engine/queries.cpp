#include "engine/queries.hpp"

#include "engine/judging.hpp"
#include "engine/masking.hpp"
#include "engine/reading.hpp"
#include "rules/action_fields.hpp"
#include "rules/decide.hpp"
#include "rules/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase {
namespace engine {
namespace {

std::vector<std::string> names_of(const std::vector<rules::Field>& fields) {
  std::vector<std::string> names;
  for (const rules::Field field : fields)
    names.emplace_back(rules::name(field));
  return names;
}

Allowed described(ActionKind kind) {
  return {kind, names_of(rules::required_fields(kind)), names_of(rules::optional_fields(kind))};
}

// The cases that name this one, as far as the scope goes.
std::vector<CaseId> cases_with(store::Store& store, CaseId CaseQuery::*relation, CaseId id,
                               const model::Scope& scope) {
  constexpr std::size_t most = 1000;
  CaseQuery query;
  query.*relation = id;
  query.limit = static_cast<std::int32_t>(most);
  std::vector<CaseId> ids;
  for (;;) {
    const CasePage page = store.find(query, {}, scope);
    for (const CaseSummary& summary : page.cases) {
      if (ids.size() < most) ids.push_back(summary.id);
    }
    if (!page.next || ids.size() == most) return ids;
    query.after = *page.next;
  }
}

// Which cases are sensitive as they stand; each is looked up once.
class SensitiveCases {
public:
  SensitiveCases(store::Store& store, const Directory& directory)
      : store_(store), directory_(directory) {
    for (const Category& category : directory.organization().categories)
      any_ = any_ || category.sensitive;
  }

  bool has(CaseId id) {
    if (!any_ || id == CaseId::none) return false;
    const auto [at, is_new] = known_.emplace(id, false);
    if (is_new) {
      const auto loaded = store_.read(id);
      at->second = loaded && directory_.is_sensitive(loaded->snapshot.summary.category);
    }
    return at->second;
  }

private:
  store::Store& store_;
  const Directory& directory_;
  bool any_ = false;
  std::map<CaseId, bool> known_;
};

}  // namespace

std::vector<std::string> with_descendants(const Rulebook& rules, const std::string& category) {
  if (category.empty()) return {};
  if (rules.directory.category(category) == nullptr) {
    throw Error(ErrorCode::invalid_argument, fmt::format("there is no category {}", category),
                "category");
  }
  return rules.directory.with_below(category);
}

void check_may_adopt(const Rulebook& rules, const Actor& actor, Instant now) {
  if (const auto refused = rules::check_actor(rules.directory, actor, now)) {
    throw Error(ErrorCode::invalid_argument, refused->reason, refused->field);
  }
  check_governs(rules, actor, "only the command centre adopts a policy");
}

void check_case_query(const Rulebook& rules, const CaseQuery& query) {
  const int selectors = !query.number.empty() + query.external_id.has_value() +
                        !query.holder.empty() + !query.assigned.empty() + !query.township.empty() +
                        !query.grid.empty() + (query.part_of != CaseId::none) +
                        (query.merged_into != CaseId::none) + !query.concerns.empty() +
                        !query.about.empty() + query.subject.has_value();
  if (selectors > 1) {
    throw Error(
        ErrorCode::invalid_argument,
        "at most one of number, external_id, holder, assigned, concerns, township, grid, part_of "
        "and merged_into may be set",
        "query");
  }
  if (query.limit < 1 || query.limit > 1000) {
    throw Error(ErrorCode::invalid_argument, "limit must be 1 to 1000", "limit");
  }
  const auto check_unit = [&](const char* field, const std::string& code) {
    if (code.empty() || rules.directory.unit(code) != nullptr) return;
    throw Error(ErrorCode::invalid_argument, fmt::format("there is no unit {}", code), field);
  };
  check_unit("holder", query.holder);
  check_unit("assigned", query.assigned);
  check_unit("concerns", query.concerns);
  check_unit("township", query.township);
  check_unit("grid", query.grid);
}

namespace {

void add_name(Case& whole, const ExternalId& name) {
  const bool is_there =
      std::any_of(whole.external_ids.begin(), whole.external_ids.end(), [&](const ExternalId& one) {
        return one.system == name.system && one.id == name.id;
      });
  if (!is_there) whole.external_ids.push_back(name);
}

// One that was taken out of the case again is no longer about it.
bool goes_on_in(const Case& contact, CaseId id) {
  const auto& links = contact.links;
  return contact.merged_into == id ||
         std::any_of(links.begin(), links.end(),
                     [&](const Link& link) { return link.case_id == id; });
}

}  // namespace

// What was said in confidence is read there alone.
void add_contacts(store::Store& store, const Directory& directory, Case& whole) {
  const bool is_sensitive = directory.is_sensitive(whole.category);
  const model::Scope everything = model::whole_county();
  std::vector<CaseId> ids = cases_with(store, &CaseQuery::merged_into, whole.id, everything);
  for (const Link& link : whole.links) {
    if (link.relation == Relation::follows) ids.push_back(link.case_id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (const CaseId id : ids) {
    const auto other = store.read(id);
    if (!other || other->snapshot.summary.nature != Nature::contact) continue;
    if (!is_sensitive && directory.is_sensitive(other->snapshot.summary.category)) continue;
    Case contact;
    each_event(store, id, [&](const Event& event) { rules::apply(contact, event); });
    if (!goes_on_in(contact, whole.id)) continue;
    whole.parties.insert(whole.parties.end(), contact.parties.begin(), contact.parties.end());
    for (const ExternalId& name : contact.external_ids)
      add_name(whole, name);
  }
}

Case read_whole(store::Store& store, const Rulebook& rules, const store::Loaded& loaded,
                const Actor& actor) {
  Case whole;
  bool erased = false;
  const CaseId id = loaded.snapshot.summary.id;
  each_event(store, id, [&](const Event& event) {
    erased = erased || event.erased;
    rules::apply(whole, event);
  });
  add_contacts(store, rules.directory, whole);
  // What texts said of it is known from its row only.
  if (erased) whole.replied = whole.replied || loaded.snapshot.summary.replied;
  const model::Scope scope = scope_of(rules, actor);
  whole.parts = cases_with(store, &CaseQuery::part_of, id, scope);
  whole.merged = cases_with(store, &CaseQuery::merged_into, id, scope);
  return whole;
}

std::optional<Case> get(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor) {
  const auto loaded = read_readable(store, rules, id, actor);
  if (!loaded) return std::nullopt;
  Case whole = read_whole(store, rules, *loaded, actor);
  if (rules.directory.is_sensitive(whole.category)) hide(whole);
  mask(whole);
  return whole;
}

std::vector<Event> history(store::Store& store, const Rulebook& rules, CaseId id,
                           const Actor& actor) {
  std::vector<Event> events;
  const auto loaded = read_readable(store, rules, id, actor);
  if (!loaded) return events;
  const bool is_sensitive = rules.directory.is_sensitive(loaded->snapshot.summary.category);
  each_event(store, id, [&](Event&& event) {
    mask(event.action.parties);
    if (is_sensitive) hide(event);
    events.push_back(std::move(event));
  });
  return events;
}

CasePage find(store::Store& store, const Rulebook& rules, const CaseQuery& query,
              const Actor& actor) {
  // Without the right nobody learns from a list what sensitive case something is in.
  model::Scope scope = query.subject ? text_scope_of(rules, actor) : scope_of(rules, actor);
  if (query.nature == Nature::article)
    scope = rules::with_knowledge_base(rules.directory, std::move(scope));
  check_case_query(rules, query);
  return store.find(query, with_descendants(rules, query.category), scope);
}

CasePage find_shown(store::Store& store, const Rulebook& rules, const CaseQuery& query,
                    const Actor& actor) {
  CasePage page = find(store, rules, query, actor);
  for (CaseSummary& summary : page.cases) {
    if (rules.directory.is_sensitive(summary.category)) hide(summary);
  }
  return page;
}

Board board(store::Store& store, const Rulebook& rules, const BoardQuery& query,
            const Actor& actor) {
  return store.board(query, scope_of(rules, actor));
}

std::vector<Allowed> allowed(store::Store& store, const Rulebook& rules, CaseId id,
                             const Actor& actor, Instant now) {
  std::vector<Allowed> list;
  if (rules::check_actor(rules.directory, actor, now)) return list;
  const auto loaded = read_visible(store, rules, id, actor);
  if (id != CaseId::none && !loaded) return list;
  for (const ActionKind kind :
       rules::allowed(rules.directory, actor, loaded ? &loaded->snapshot : nullptr)) {
    if (loaded && !loaded->key && needs_key(kind)) continue;  // it was erased
    list.push_back(described(kind));
  }
  return list;
}

std::vector<Event> read_log(store::Store& store, const Rulebook& rules, std::int64_t after,
                            std::int32_t limit, const Actor& actor) {
  (void)scope_of(rules, actor);  // there must be such an actor
  check_governs(rules, actor, "the history of the whole county is for its command centre only");
  if (limit < 1 || limit > 10'000) {
    throw Error(ErrorCode::invalid_argument, "limit must be 1 to 10000", "limit");
  }
  std::vector<Event> events;
  SensitiveCases sensitive(store, rules.directory);
  for (const store::Record& record : store.read_log(after, limit)) {
    events.push_back(store::decode(record));
    mask(events.back().action.parties);
    if (sensitive.has(record.case_id)) hide(events.back());
  }
  return events;
}

}  // namespace engine

std::vector<Allowed> action_catalogue() {
  std::vector<Allowed> list;
  for (const ActionKind kind : all_actions())
    list.push_back(engine::described(kind));
  return list;
}

}  // namespace gridcase
