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

// The last two digits, enough for an operator to tell two callers apart.
std::string masked_telephone(const std::string& telephone) {
  if (telephone.empty()) return telephone;
  return telephone.size() < 7 ? "***" : "***" + telephone.substr(telephone.size() - 2);
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
