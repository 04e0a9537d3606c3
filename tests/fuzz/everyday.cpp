// The targets without libFuzzer: the seeds, and some thousand inputs made of them, the same in
// every run.
//
//   everyday                 all targets
//   everyday NAME [ROUNDS]   one of them
//   everyday --seeds FOLDER  writes the seeds to FOLDER/NAME/1, 2 …
#include "fuzz/target.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

namespace {

using gridcase::fuzz::Target;

std::string changed(const Target& target, std::mt19937_64& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  const auto any_seed = [&] { return target.seeds()[below(target.seeds().size())]; };
  std::string input = any_seed();
  for (std::size_t change = 1 + below(4); change > 0; --change) {
    const std::size_t at = below(input.size() + 1);
    switch (below(6)) {
    case 0: input.insert(at, 1, static_cast<char>(random() & 0xFFU)); break;
    case 1: input.erase(at, 1 + below(8)); break;
    case 2:
      if (at < input.size()) input[at] = static_cast<char>(random() & 0xFFU);
      break;
    case 3: input.insert(at, input.substr(below(input.size() + 1), 1 + below(40))); break;
    case 4: input.resize(at); break;
    default: {
      const std::string other = any_seed();
      input = input.substr(0, at) + other.substr(below(other.size() + 1));
    }
    }
  }
  return input;
}

void write_seeds(const std::filesystem::path& folder) {
  for (const Target* target : gridcase::fuzz::targets()) {
    std::filesystem::create_directories(folder / target->name());
    int number = 0;
    for (const std::string& seed : target->seeds()) {
      std::ofstream out(folder / target->name() / std::to_string(++number), std::ios::binary);
      out << seed;
    }
  }
}

}  // namespace

int main(int count, char** words) {
  if (count == 3 && std::strcmp(words[1], "--seeds") == 0) {
    write_seeds(words[2]);
    return 0;
  }
  const int rounds = count > 2 ? std::atoi(words[2]) : 5000;
  bool found = false;
  for (const Target* target : gridcase::fuzz::targets()) {
    if (count > 1 && std::strcmp(words[1], target->name()) != 0) continue;
    found = true;
    for (const std::string& seed : target->seeds())
      target->run(seed);
    std::mt19937_64 random(20180316);
    for (int round = 0; round < rounds; ++round)
      target->run(changed(*target, random));
    std::printf("%-12s %zu seeds, %d inputs made of them\n", target->name(), target->seeds().size(),
                rounds);
  }
  return found ? 0 : 2;
}
