#pragma once
// What is counted, found and proposed: boards, figures, totals, responders, bulks, verification.

#include "c_api/put.hpp"

#include <gridcase/assessment.hpp>
#include <gridcase/coverage.hpp>
#include <gridcase/engine.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/query.hpp>
#include <gridcase/response.hpp>
#include <gridcase/search.hpp>

namespace gridcase::c_api {

void put_page(JsonWriter& out, const CasePage& page, const std::string& zone);
void put_board(JsonWriter& out, const Board& board, BoardKey by);
void put_hits(JsonWriter& out, const SearchPage& page, const std::string& zone);
void put_candidates(JsonWriter& out, const std::vector<DuplicateCandidate>& found);
void put_bulk(JsonWriter& out, const BulkReport& report, const std::string& zone);
void put_verification(JsonWriter& out, const Verification& result);
void put_allowed(JsonWriter& out, const std::vector<Allowed>& allowed);

void put_responders(JsonWriter& out, const std::vector<Responder>& found);
void put_proposals(JsonWriter& out, const std::vector<ProposedOrder>& orders);
void put_providers(JsonWriter& out, const std::vector<ProposedProvider>& providers);
void put_allocation(JsonWriter& out, const CaseAllocation& allocation);
void put_ratings(JsonWriter& out, const std::vector<Rating>& ratings);
void put_roll_up(JsonWriter& out, const RollUp& whole, const std::string& zone);

void put_intake_totals(JsonWriter& out, const IntakeTotals& totals);
void put_coverage(JsonWriter& out, const Coverage& coverage);
void put_public_view(JsonWriter& out, const PublicView& view, const std::string& zone);

void put_measurements(JsonWriter& out, const std::vector<Measurement>& figures);
void put_measure_facts(JsonWriter& out, const MeasureFacts& behind, const std::string& zone);
void put_figure_sums(JsonWriter& out, const std::vector<FigureSum>& sums);
void put_assessment(JsonWriter& out, const Assessment& assessment, const std::string& zone);
void put_frozen_period(JsonWriter& out, const FrozenPeriod& period, const std::string& zone);

}  // namespace gridcase::c_api
