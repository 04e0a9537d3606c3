#pragma once
// The cases of a log, one after the other: each with its whole history and what it comes to.

#include <gridcase/engine.hpp>

#include <functional>
#include <vector>

namespace gridcase::exchange {

struct CaseLog {
  std::vector<Event> events;  // by version; never empty
  Case whole;                 // their fold, so that both are of the same moment
};

// By id, cases before what came in and articles; as far as the actor may see, personal data masked. Throws Error invalid_argument
// as Engine::find, and for a query with `after`.
void each_case_log(const Engine& engine, const Actor& actor, CaseQuery query,
                   const std::function<void(const CaseLog&)>& each);

}  // namespace gridcase::exchange
