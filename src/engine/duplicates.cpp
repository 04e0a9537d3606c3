#include "engine/duplicates.hpp"

#include "base/search_terms.hpp"
#include "base/text.hpp"
#include "engine/reading.hpp"
#include "rules/duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace gridcase::engine {
namespace {

void check_limit(std::int32_t limit) {
  if (limit >= 1 && limit <= 100) return;
  throw Error(ErrorCode::invalid_argument, "limit must be 1 to 100", "limit");
}

// Whether it was found to be a matter of its own that the two are.
std::set<CaseId> told_apart_from(store::Store& store, CaseId id) {
  std::set<CaseId> others;
  each_event(store, id, [&](const Event& event) {
    if (event.action.relation == Relation::distinct) others.insert(event.action.other_case);
  });
  return others;
}

class Looking {
public:
  Looking(store::Store& store, const Rulebook& rules, const Actor& actor)
      : store_(store), directory_(rules.directory), limits_(rules.policy->duplicates),
        scope_(text_scope_of(rules, actor)) {}

  const model::Scope& scope() const noexcept { return scope_; }

  // `self` is none for a report that is not yet made.
  std::vector<DuplicateCandidate> run(const rules::Matter& matter, CaseId self, bool drill,
                                      std::int32_t limit) {
    std::set<CaseId> others;
    if (self != CaseId::none) others = told_apart_from(store_, self);
    others.insert(self);
    std::vector<DuplicateCandidate> list;
    for (DuplicateCandidate& it : candidates(matter)) {
      if (list.size() == static_cast<std::size_t>(limit)) break;
      if (others.count(it.case_id) == 0 && may_stand(it, self, drill))
        list.push_back(std::move(it));
    }
    return list;
  }

private:
  // Whoever may see them, most likely first; equal ones newest first.
  std::vector<DuplicateCandidate> candidates(const rules::Matter& matter) {
    store::OccurrenceQuery query;
    query.from = matter.occurred - limits_.within;
    query.until = matter.occurred + limits_.within;
    query.closest_to = matter.occurred;
    query.categories = rules::same_categories(directory_, limits_, matter.category);
    query.point = matter.point;
    query.metres = limits_.metres;
    const bool has_text =
        rules::is_long_enough(matter.text) && !directory_.is_sensitive(matter.category);
    std::vector<DuplicateCandidate> list;
    for (const store::Occurrence& it : store_.occurrences(query)) {
      const std::string text = has_text ? text_of(it) : std::string();
      auto candidate = rules::compare(directory_, limits_, matter,
                                      {it.category, it.occurred, it.point, it.title, text});
      if (!candidate) continue;
      candidate->case_id = it.case_id;
      list.push_back(std::move(*candidate));
    }
    std::sort(list.begin(), list.end(),
              [](const DuplicateCandidate& a, const DuplicateCandidate& b) {
                if (a.score != b.score) return a.score > b.score;
                return to_number(a.case_id) > to_number(b.case_id);
              });
    return list;
  }

  // What is sensitive is never compared by what is written in it.
  std::string text_of(const store::Occurrence& it) {
    if (directory_.is_sensitive(it.category)) return {};
    const auto texts = store_.searched_texts(it.case_id);
    return texts ? texts->body : std::string();
  }

  bool may_stand(DuplicateCandidate& it, CaseId self, bool drill) {
    const auto loaded = store_.read(it.case_id);
    if (!loaded || !scope_.covers(loaded->snapshot)) return false;
    const CaseSummary& summary = loaded->snapshot.summary;
    const State state = summary.position.state;
    if (state == State::merged || state == State::annulled || summary.drill != drill) return false;
    if (self != CaseId::none && told_apart_from(store_, it.case_id).count(self) != 0) return false;
    it.number = summary.number;
    it.state = state;
    return true;
  }

  store::Store& store_;
  const Directory& directory_;
  const DuplicateRules& limits_;
  const model::Scope scope_;
};

}  // namespace

std::vector<DuplicateCandidate> duplicates(store::Store& store, const Rulebook& rules,
                                           const Action& report, std::int32_t limit,
                                           const Actor& actor, Instant now) {
  check_limit(limit);
  Looking looking(store, rules, actor);
  if (!report.category.empty() && rules.directory.category(report.category) == nullptr) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("there is no category {}", report.category), "category");
  }
  if (!base::is_valid_utf8(report.title))
    throw Error(ErrorCode::invalid_argument, "title must be UTF-8", "title");
  if (!base::is_valid_utf8(report.text))
    throw Error(ErrorCode::invalid_argument, "text must be UTF-8", "text");
  const Instant occurred = report.occurred.value_or(report.happened.value_or(now));
  return looking.run({report.category, occurred, report.point, base::searchable(report.title),
                      base::searchable(report.text)},
                     CaseId::none, report.drill, limit);
}

std::vector<DuplicateCandidate> duplicates(store::Store& store, const Rulebook& rules, CaseId id,
                                           std::int32_t limit, const Actor& actor) {
  check_limit(limit);
  Looking looking(store, rules, actor);
  const auto loaded = id == CaseId::none ? std::nullopt : store.read(id);
  if (!loaded || !looking.scope().covers(loaded->snapshot)) return {};
  const CaseSummary& it = loaded->snapshot.summary;
  const auto texts = store.searched_texts(id);
  rules::Matter matter{it.category, it.occurred, it.point, {}};
  if (texts) {
    matter.title = texts->title;
    matter.text = texts->body;
  }
  return looking.run(matter, id, it.drill, limit);
}

}  // namespace gridcase::engine
