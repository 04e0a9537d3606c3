#pragma once
// Cases, events and answers.

#include "c_api/put.hpp"

#include <gridcase/query.hpp>

namespace gridcase::c_api {

void put_summary(JsonWriter& out, const CaseSummary& summary, const std::string& zone);
void put_case(JsonWriter& out, const Case& whole, const std::string& zone);
void put_event(JsonWriter& out, const Event& event, const std::string& zone);
void put_answer(JsonWriter& out, const Answer& answer);
void put_answers(JsonWriter& out, const std::vector<Answer>& answers);
void put_order(JsonWriter& out, const Order& order);

}  // namespace gridcase::c_api
