#include "exchange/case_log.hpp"

#include "rules/fold.hpp"

namespace gridcase::exchange {

namespace {

void each_of_nature(const Engine& engine, const Actor& actor, CaseQuery query,
                    const std::function<void(const CaseLog&)>& each) {
  query.limit = 100;
  for (;;) {
    const CasePage page = engine.find(query, actor);
    for (const CaseSummary& summary : page.cases) {
      CaseLog log;
      log.events = engine.history(summary.id, actor);
      if (log.events.empty()) continue;  // no longer the actor's to see
      for (const Event& event : log.events)
        rules::apply(log.whole, event);
      each(log);
    }
    if (!page.next) return;
    query.after = *page.next;
  }
}

}  // namespace

void each_case_log(const Engine& engine, const Actor& actor, CaseQuery query,
                   const std::function<void(const CaseLog&)>& each) {
  if (query.after != CaseId::none) {
    throw Error(ErrorCode::invalid_argument, "a log begins with the first case; leave it out",
                "after");
  }
  each_of_nature(engine, actor, query, each);
  if (query.nature || query.subject) return;
  // What came in is found only when it is asked for.
  for (const Nature nature : {Nature::contact, Nature::alert, Nature::article}) {
    query.nature = nature;
    each_of_nature(engine, actor, query, each);
  }
}

}  // namespace gridcase::exchange
