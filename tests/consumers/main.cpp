// The program that every sample project here builds, each getting the library in its own way.
#include <gridcase/version.hpp>

#include <iostream>

int main() {
  std::cout << "gridcase " << gridcase::version() << "\n";
  return 0;
}
