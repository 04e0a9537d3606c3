#include "support/cap_messages.hpp"

#include <cmath>

namespace gridcase::test {

namespace {

// Dice::between has a form for decimal numbers as well.
std::size_t number_of(Dice& dice, std::size_t low, std::size_t high) {
  return dice.between(low, high);
}

std::string random_text(Dice& dice) {
  static const std::vector<std::string> words{"台风", "storm", " ",  "<b>", "&amp;", "\"", "'",
                                              "\r\n", "\t",    "𠮷", "]]>", "z",     "é",  "\x7F"};
  std::string text;
  for (std::size_t left = number_of(dice, 1, 6); left > 0; --left)
    text += dice.pick(words);
  return text;
}

std::string maybe_text(Dice& dice) { return dice.chance(50) ? random_text(dice) : std::string(); }

std::string random_token(Dice& dice) {
  static const std::vector<std::string> words{"a", "B", "9", "-", ".", "@", "网", ";", "\"", ">"};
  std::string text = "t";
  for (std::size_t left = number_of(dice, 0, 6); left > 0; --left)
    text += dice.pick(words);
  return text;
}

CapTime random_time(Dice& dice) {
  const auto seconds = static_cast<std::int64_t>(dice.below(4102444800U));
  const auto offset = static_cast<std::int32_t>(dice.below(1681)) - 840;
  return {from_microseconds(seconds * 1000000), offset};
}

std::optional<CapTime> maybe_time(Dice& dice) {
  if (dice.chance(50)) return std::nullopt;
  return random_time(dice);
}

double random_number(Dice& dice, double low, double high) {
  switch (dice.below(4)) {
  case 0: return low;
  case 1: return static_cast<double>(static_cast<int>(dice.between(low, high)));
  case 2: return dice.between(0.0, 1e-9);
  default: return dice.between(low, high);
  }
}

double random_height(Dice& dice) { return std::round(dice.between(-1000.0, 30000.0) * 100) / 100; }

Point random_point(Dice& dice) {
  return {random_number(dice, -180, 180), random_number(dice, -90, 90)};
}

std::vector<CapValue> random_values(Dice& dice) {
  std::vector<CapValue> values;
  for (std::size_t left = dice.below(3); left > 0; --left)
    values.push_back({random_text(dice), maybe_text(dice)});
  return values;
}

std::vector<std::string> random_list(Dice& dice, std::size_t least) {
  std::vector<std::string> texts;
  for (std::size_t left = number_of(dice, least, 3); left > 0; --left) {
    std::string text = random_token(dice) + (dice.chance(30) ? " b  c " : "");
    for (char& c : text)
      c = c == '"' ? '_' : c;
    texts.push_back(text);
  }
  return texts;
}

CapArea random_area(Dice& dice) {
  CapArea area;
  area.description = random_text(dice);
  for (std::size_t left = dice.below(3); left > 0; --left) {
    Ring ring;
    for (std::size_t corner = number_of(dice, 3, 6); corner > 0; --corner)
      ring.push_back(random_point(dice));
    if (ring.front() == ring.back()) ring.back() = {1.25, 2.5};
    if (ring.front() == ring.back()) ring.front() = {3, 4};
    area.polygons.push_back(ring);
  }
  for (std::size_t left = dice.below(3); left > 0; --left)
    area.circles.push_back({random_point(dice), random_number(dice, 0, 20000)});
  area.geocodes = random_values(dice);
  if (dice.chance(50)) {
    area.altitude_in_feet = random_height(dice);
    if (dice.chance(50)) area.ceiling_in_feet = random_height(dice);
  }
  return area;
}

CapResource random_resource(Dice& dice) {
  CapResource resource;
  resource.description = random_text(dice);
  resource.mime_type = "image/png";
  if (dice.chance(50)) resource.size_in_bytes = static_cast<std::int64_t>(dice.below(1U << 30U));
  if (dice.chance(50)) resource.uri = "http://example.org/a?b=1&c=%20";
  if (dice.chance(50)) resource.content = "TWVuIFdvcmxk";
  if (dice.chance(50)) resource.digest = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
  return resource;
}

template <typename Enum> Enum random_word(Dice& dice, std::size_t count) {
  return static_cast<Enum>(number_of(dice, 1, count));
}

CapInfo random_info(Dice& dice) {
  CapInfo info;
  const std::vector<std::string> languages{"", "zh-CN", "en", "en-US", "zh-Hans-CN"};
  info.language = dice.pick(languages);
  for (std::size_t left = number_of(dice, 1, 3); left > 0; --left)
    info.categories.push_back(random_word<CapCategory>(dice, 12));
  info.event = random_text(dice);
  for (std::size_t left = dice.below(3); left > 0; --left)
    info.responses.push_back(random_word<CapResponse>(dice, 9));
  info.urgency = random_word<CapUrgency>(dice, 5);
  info.severity = random_word<CapSeverity>(dice, 5);
  info.certainty = random_word<CapCertainty>(dice, 5);
  info.audience = maybe_text(dice);
  info.event_codes = random_values(dice);
  info.effective = maybe_time(dice);
  info.onset = maybe_time(dice);
  info.expires = maybe_time(dice);
  info.sender_name = maybe_text(dice);
  info.headline = maybe_text(dice);
  info.description = maybe_text(dice);
  info.instruction = maybe_text(dice);
  if (dice.chance(50)) info.web = "http://example.org/%E9%9B%A8";
  info.contact = maybe_text(dice);
  info.parameters = random_values(dice);
  for (std::size_t left = dice.below(3); left > 0; --left)
    info.resources.push_back(random_resource(dice));
  for (std::size_t left = dice.below(3); left > 0; --left)
    info.areas.push_back(random_area(dice));
  return info;
}

}  // namespace

CapAlert typhoon_warning() {
  CapAlert alert;
  alert.identifier = "330881.2018.0711.1";
  alert.sender = "command@jiangshan.example";
  alert.sent = {parse_instant("2018-07-11T01:30:00Z"), 480};
  CapInfo info;
  info.language = "zh-CN";
  info.categories = {CapCategory::met, CapCategory::safety};
  info.event = "台风";
  info.responses = {CapResponse::evacuate};
  info.urgency = CapUrgency::expected;
  info.certainty = CapCertainty::likely;
  set_warning_level(info, WarningLevel::orange);
  info.expires = CapTime{parse_instant("2018-07-12T01:30:00Z"), 480};
  info.headline = "台风橙色预警";
  CapArea area;
  area.description = "江山市";
  area.polygons = {{{118.5, 28.5}, {118.7, 28.5}, {118.7, 28.8}}};
  area.circles = {{{118.6, 28.7}, 2.5}};
  area.geocodes = {division_geocode("330881"), division_geocode("330881101")};
  info.areas = {area};
  alert.infos = {info, info};
  alert.infos[1].language = "en";
  alert.infos[1].event = "Typhoon";
  return alert;
}

CapAlert random_cap_alert(Dice& dice) {
  CapAlert alert;
  alert.identifier = random_token(dice);
  alert.sender = random_token(dice);
  alert.sent = random_time(dice);
  alert.status = random_word<CapStatus>(dice, 5);
  alert.type = random_word<CapMessageType>(dice, 5);
  alert.source = maybe_text(dice);
  alert.scope = random_word<CapScope>(dice, 3);
  alert.restriction = alert.scope == CapScope::restricted ? random_text(dice) : maybe_text(dice);
  alert.addresses = random_list(dice, alert.scope == CapScope::closed ? 1 : 0);
  for (std::size_t left = dice.below(3); left > 0; --left)
    alert.codes.push_back(random_text(dice));
  alert.note = maybe_text(dice);
  for (std::size_t left = dice.below(3); left > 0; --left)
    alert.references.push_back({random_token(dice), random_token(dice), random_time(dice)});
  alert.incidents = random_list(dice, 0);
  for (std::size_t left = dice.below(3); left > 0; --left)
    alert.infos.push_back(random_info(dice));
  return alert;
}

}  // namespace gridcase::test
