#pragma once
// A case as it stands, for people: its ground, units, orders, parties, evidence.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/case.hpp>
#include <gridcase/policy.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

// "  holder: …", a line of its own; nothing if there is nothing to say.
std::string field_line(const Output& output, std::string_view key, const std::string& what);

// Everything but heading and timeline, a line each. The policy names the campaign.
std::string case_details(const Output& output, const Names& names, const Policy& policy,
                         const Case& whole);

// The file, and the camera, vehicle … that showed it.
std::string attachment_text(const Output& output, const Names& names, const Attachment& file);
// "浙H12345 (vehicle)"
std::string subject_text(const Output& output, const gridcase::Subject& subject);
// "36 of 36 (h01 5/5, h02 4/4)", cut where there are many.
std::string checklist_text(const Output& output, const std::vector<CheckItem>& items);

}  // namespace gridcase::cli
