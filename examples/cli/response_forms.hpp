#pragma once
// The JSON of who can be there, what is proposed, how far units are and how they are judged.

#include <gridcase/query.hpp>
#include <gridcase/response.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

std::string responders_json(const std::vector<Responder>& found);
// The orders have the form that an action takes.
std::string proposal_json(const std::vector<ProposedOrder>& orders);
std::string providers_json(const std::vector<ProposedProvider>& providers);
std::string allocation_json(const CaseAllocation& allocation);
std::string ratings_json(const std::vector<Rating>& ratings);
std::string figures_json(const std::vector<FigureSum>& sums);
std::string roll_up_json(const RollUp& whole, const std::string& zone);

}  // namespace gridcase::cli
