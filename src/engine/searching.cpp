#include "engine/searching.hpp"

#include "base/search_terms.hpp"
#include "base/text.hpp"
#include "engine/masking.hpp"
#include "engine/queries.hpp"
#include "engine/reading.hpp"
#include "rules/fold.hpp"
#include "rules/search_score.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::engine {
namespace {

struct Ranked {
  CaseId id = CaseId::none;
  double score = 0;
};

bool is_before(const Ranked& a, const Ranked& b) {
  return a.score != b.score ? a.score > b.score : to_number(a.id) > to_number(b.id);
}

[[noreturn]] void refuse(const char* message, const char* field) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

std::vector<std::string> checked_words(const SearchQuery& query) {
  constexpr std::size_t most_characters = 200;
  if (!base::is_valid_utf8(query.text)) refuse("text must be UTF-8", "text");
  if (base::length_in_characters(query.text) > most_characters)
    refuse("text must have at most 200 characters", "text");
  if (query.limit < 1 || query.limit > 200) refuse("limit must be 1 to 200", "limit");
  if (query.skip < 0 || query.skip > 1000) refuse("skip must be 0 to 1000", "skip");
  std::vector<std::string> words = base::query_words(query.text);
  if (words.empty()) refuse("text must have a letter or a digit to be searched for", "text");
  return words;
}

// The searches of one question: of what the actor sees, then of the knowledge base, which is open
// to everybody.
class Asking {
public:
  Asking(store::Store& store, store::TextSearch search)
      : store_(store), search_(std::move(search)) {}

  void ask(std::optional<Nature> nature, const model::Scope& scope) {
    search_.nature = nature;
    const bool with_articles = nature == Nature::article;
    // What was withdrawn answers nothing any more.
    search_.open_only = search_.open_only || with_articles;
    const store::TextsFound found = store_.search(search_, scope);
    partial_ = partial_ || found.partial;
    for (const store::SearchedTexts& it : found.found) {
      if (!with_articles && it.is_article) continue;
      ranked_.push_back(
          {it.case_id, rules::search_score(search_.words, it.title, it.address, it.body)});
    }
  }

  bool is_partial() const noexcept { return partial_; }
  // Best first, as far as `count`.
  const std::vector<Ranked>& best(std::size_t count) {
    const auto end = ranked_.begin() + static_cast<std::ptrdiff_t>(std::min(count, ranked_.size()));
    std::partial_sort(ranked_.begin(), end, ranked_.end(), is_before);
    return ranked_;
  }

private:
  store::Store& store_;
  store::TextSearch search_;
  std::vector<Ranked> ranked_;
  bool partial_ = false;
};

}  // namespace

store::TextChange text_change(const Event& event, const std::string& title_before,
                              const std::string& title) {
  const Action& action = event.action;
  store::TextChange change;
  if (title != title_before) change.title = title;
  if (rules::gives_text(action.kind) && !action.text.empty()) change.text = action.text;
  if (!action.address.empty()) change.address = action.address;
  return change;
}

SearchPage search(store::Store& store, const Rulebook& rules, const SearchQuery& query,
                  const Actor& actor) {
  const model::Scope scope = text_scope_of(rules, actor);
  const model::Scope articles = rules::with_knowledge_base(rules.directory, scope);
  store::TextSearch search;
  search.words = checked_words(query);
  search.categories = with_descendants(rules, query.category);
  search.open_only = query.open_only;
  search.reported_from = query.reported_from;
  search.reported_until = query.reported_until;
  Asking asking(store, std::move(search));
  if (query.nature != Nature::article) asking.ask(query.nature, scope);
  if (!query.nature || query.nature == Nature::article) asking.ask(Nature::article, articles);

  SearchPage page;
  page.partial = asking.is_partial();
  const auto first = static_cast<std::size_t>(query.skip);
  const std::size_t end = first + static_cast<std::size_t>(query.limit);
  const std::vector<Ranked>& ranked = asking.best(end);
  page.more = ranked.size() > end;
  for (std::size_t i = first; i < std::min(end, ranked.size()); ++i) {
    const auto loaded = store.read(ranked[i].id);
    if (!loaded) continue;
    const CaseSummary& summary = loaded->snapshot.summary;
    // It may have gone from one hand to another since it was found.
    const bool is_article = summary.nature == Nature::article;
    if (!(is_article ? articles : scope).covers(loaded->snapshot)) continue;
    SearchHit& hit = page.hits.emplace_back(SearchHit{summary, ranked[i].score});
    // Who has the right to read it does so by revealing it.
    if (rules.directory.is_sensitive(summary.category)) hide(hit.summary);
  }
  return page;
}

}  // namespace gridcase::engine
