#pragma once
// The words of CAP 1.2.

#include "base/words.hpp"

#include <gridcase/cap.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace gridcase::exchange {

constexpr std::string_view cap_namespace = "urn:oasis:names:tc:emergency:cap:1.2";

constexpr std::array<base::Word<CapStatus>, 5> cap_statuses{{{CapStatus::actual, "Actual"},
                                                             {CapStatus::exercise, "Exercise"},
                                                             {CapStatus::system, "System"},
                                                             {CapStatus::test, "Test"},
                                                             {CapStatus::draft, "Draft"}}};
constexpr std::array<base::Word<CapMessageType>, 5> cap_types{{{CapMessageType::alert, "Alert"},
                                                               {CapMessageType::update, "Update"},
                                                               {CapMessageType::cancel, "Cancel"},
                                                               {CapMessageType::ack, "Ack"},
                                                               {CapMessageType::error, "Error"}}};
constexpr std::array<base::Word<CapScope>, 3> cap_scopes{{{CapScope::open, "Public"},
                                                          {CapScope::restricted, "Restricted"},
                                                          {CapScope::closed, "Private"}}};
constexpr std::array<base::Word<CapCategory>, 12> cap_categories{
    {{CapCategory::geo, "Geo"},
     {CapCategory::met, "Met"},
     {CapCategory::safety, "Safety"},
     {CapCategory::security, "Security"},
     {CapCategory::rescue, "Rescue"},
     {CapCategory::fire, "Fire"},
     {CapCategory::health, "Health"},
     {CapCategory::env, "Env"},
     {CapCategory::transport, "Transport"},
     {CapCategory::infra, "Infra"},
     {CapCategory::cbrne, "CBRNE"},
     {CapCategory::other, "Other"}}};
constexpr std::array<base::Word<CapResponse>, 9> cap_responses{
    {{CapResponse::shelter, "Shelter"},
     {CapResponse::evacuate, "Evacuate"},
     {CapResponse::prepare, "Prepare"},
     {CapResponse::execute, "Execute"},
     {CapResponse::avoid, "Avoid"},
     {CapResponse::monitor, "Monitor"},
     {CapResponse::assess, "Assess"},
     {CapResponse::all_clear, "AllClear"},
     {CapResponse::none, "None"}}};
constexpr std::array<base::Word<CapUrgency>, 5> cap_urgencies{{{CapUrgency::immediate, "Immediate"},
                                                               {CapUrgency::expected, "Expected"},
                                                               {CapUrgency::future, "Future"},
                                                               {CapUrgency::past, "Past"},
                                                               {CapUrgency::unknown, "Unknown"}}};
constexpr std::array<base::Word<CapSeverity>, 5> cap_severities{
    {{CapSeverity::extreme, "Extreme"},
     {CapSeverity::severe, "Severe"},
     {CapSeverity::moderate, "Moderate"},
     {CapSeverity::minor, "Minor"},
     {CapSeverity::unknown, "Unknown"}}};
constexpr std::array<base::Word<CapCertainty>, 5> cap_certainties{
    {{CapCertainty::observed, "Observed"},
     {CapCertainty::likely, "Likely"},
     {CapCertainty::possible, "Possible"},
     {CapCertainty::unlikely, "Unlikely"},
     {CapCertainty::unknown, "Unknown"}}};

// "Actual, Exercise, …"
template <typename Enum, std::size_t N>
std::string all_words(const std::array<base::Word<Enum>, N>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : ", ") + std::string(word.name);
  return text;
}

template <typename Enum, std::size_t N>
bool is_word(const std::array<base::Word<Enum>, N>& words, Enum value) noexcept {
  return base::name_in(words, value) != "unknown";
}

}  // namespace gridcase::exchange
