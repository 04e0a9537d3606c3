#pragma once
// Figures of a unit with everything below it, from the facts of the county. The library gives those
// of each unit by itself; a township is judged by its villages and grids as well.

#include <gridcase/measure.hpp>
#include <gridcase/organization.hpp>

#include <optional>
#include <string>

namespace gridcase::cli {

// The figure of the facts of the unit and all below it; of one channel only if one is named.
Ratio ratio_within(const MeasureDefinition& definition, const MeasureFacts& facts,
                   const Directory& directory, const std::string& unit,
                   const std::string& channel = {});
// In hundredths of a percent, of an hour or of one, as the form of the measure says.
std::optional<std::int64_t> hundredths_of(const MeasureDefinition& definition, Ratio ratio);

}  // namespace gridcase::cli
