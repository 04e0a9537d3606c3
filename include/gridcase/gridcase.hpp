#pragma once
/// \file gridcase.hpp
/// Everything. Reading order: organization, calendar, clock, lifecycle, case, action, engine.
///
/// Pages that headers name, such as src/model/action.schema.md, stand in the source tree, and are
/// installed in the same folders under share/doc/libgridcase-dev.

#include <gridcase/action.hpp>
#include <gridcase/assessment.hpp>
#include <gridcase/calendar.hpp>
#include <gridcase/cap.hpp>
#include <gridcase/case.hpp>
#include <gridcase/clock.hpp>
#include <gridcase/coverage.hpp>
#include <gridcase/csv.hpp>
#include <gridcase/decimal.hpp>
#include <gridcase/engine.hpp>
#include <gridcase/error.hpp>
#include <gridcase/event_log.hpp>
#include <gridcase/geo.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/intake.hpp>
#include <gridcase/legacy.hpp>
#include <gridcase/lifecycle.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/monitor.hpp>
#include <gridcase/observer.hpp>
#include <gridcase/open311.hpp>
#include <gridcase/organization.hpp>
#include <gridcase/platform.hpp>
#include <gridcase/policy.hpp>
#include <gridcase/query.hpp>
#include <gridcase/rating.hpp>
#include <gridcase/response.hpp>
#include <gridcase/scoring.hpp>
#include <gridcase/search.hpp>
#include <gridcase/time.hpp>
#include <gridcase/track.hpp>
#include <gridcase/version.hpp>
#include <gridcase/what_if.hpp>
