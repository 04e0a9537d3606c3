#pragma once
// Personal data as everybody may see it, and what a sensitive case shows. Whoever needs more
// reveals it with a logged reason.

#include <gridcase/action.hpp>
#include <gridcase/case.hpp>

#include <vector>

namespace gridcase::engine {

void mask(std::vector<Party>& parties);
// Of those that speak in it and those that were called to a conference.
void mask(Case& whole);

// Leaves number, stage, times, units, category, codes and counts; takes what is written or tells
// of people, places and things.
void hide(CaseSummary& summary);
void hide(Case& whole);
// Reasons stay: they are codes.
void hide(Action& action);
void hide(Event& event);

}  // namespace gridcase::engine
