// The command line of gridcase. Commands are in the *_commands.cpp files, words in messages.cpp.

#include "command.hpp"

int main(int argc, char** argv) { return gridcase::cli::run_program(argc, argv); }
