#include "names.hpp"

#include <utility>

namespace gridcase::cli {

Names::Names(Language language, Directory directory)
    : language_(language), directory_(std::move(directory)) {}

std::string Names::unit(std::string_view code) const {
  const Unit* unit = directory_.unit(code);
  return unit != nullptr ? unit->name : std::string(code);
}

std::string Names::person(std::string_view code) const {
  const Person* person = directory_.person(code);
  return person != nullptr ? person->name : std::string(code);
}

std::string Names::category(std::string_view code) const {
  const Category* category = directory_.category(code);
  return category != nullptr ? category->name : std::string(code);
}

std::string Names::unit_with_code(std::string_view code) const {
  const Unit* unit = directory_.unit(code);
  return unit == nullptr ? std::string(code) : say(language_, "name.with_code", unit->name, code);
}

std::string Names::tier(Tier tier) const {
  const auto index = static_cast<std::size_t>(tier) - 1;
  const auto& names = directory_.organization().tier_names;
  const bool own = index < names.size() && !names[index].empty() &&
                   has_chinese(names[index]) == (language_ == Language::zh);
  return own ? names[index] : word(language_, "tier", gridcase::name(tier));
}

std::string Names::state(State state) const {
  const auto on = tier_of(state);
  if (!on) return word(language_, "state", gridcase::name(state));
  return say(language_, "state.on_tier", tier(*on),
             word(language_, "phase", gridcase::name(*phase_of(state))));
}

std::string Names::position(const Position& position) const {
  if (position.state != State::suspended) return state(position.state);
  return say(language_, "state.from", state(position.state), state(position.back));
}

std::string Names::time(Instant instant) const { return format_local(instant, zone()); }

}  // namespace gridcase::cli
