#include "engine/masking.hpp"

#include <string>

namespace gridcase::engine {
namespace {

// The first character of a name: 李 of 李先生.
std::string masked_name(const std::string& name) {
  if (name.empty()) return name;
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
    ++end;
  return name.substr(0, end) + "**";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last two digits, enough for an operator to tell two callers apart. Other characters may be
// longer than a byte, and are not known to be worth showing.
std::string masked_telephone(const std::string& telephone) {
  const std::size_t size = telephone.size();
  if (size == 0) return telephone;
  const bool shows = size >= 7 && is_digit(telephone[size - 1]) && is_digit(telephone[size - 2]);
  return shows ? "***" + telephone.substr(size - 2) : "***";
}

}  // namespace

void mask(std::vector<Party>& parties) {
  for (Party& party : parties) {
    party.name = masked_name(party.name);
    party.telephone = masked_telephone(party.telephone);
    if (!party.address.empty()) party.address = "***";
  }
}

}  // namespace gridcase::engine
