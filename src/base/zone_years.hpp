#pragma once
// Years for which zone files have no rules any more.

#include <date/date.h>

namespace gridcase::base {

// How far to go back from a year to one whose rules hold for it.
//
// Compiled zone files list transitions to 2037 only. The Gregorian calendar repeats in 28 years
// between two century exceptions, so a later year has the rules of a year of the same length that
// begins on the same weekday; it is searched among 2009 … 2036.
date::days shift_to_known_rules(date::year year);

}  // namespace gridcase::base
