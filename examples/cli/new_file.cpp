#include "new_file.hpp"
#include "failure.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

namespace gridcase::cli {
namespace {

// Whether the bytes have reached the disk, not only its cache.
bool sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  ::close(file);
  return done;
}

// A store is never an output of before: it says in its header whose it is.
bool is_store(const std::string& path) {
  constexpr std::streamoff application = 68;
  std::ifstream file(path, std::ios::binary);
  char name[4] = {};
  return file.seekg(application) && file.read(name, sizeof name) &&
         std::string_view(name, sizeof name) == "GCSE";
}

}  // namespace

NewFile::NewFile(std::string path, bool replace)
    : path_(std::move(path)), aside_(path_ + ".tmp"), replace_(replace) {
  need_free_name();
  out_.open(aside_, std::ios::binary | std::ios::trunc);
  if (!out_) fail();
}

NewFile::~NewFile() {
  if (!aside_.empty()) std::remove(aside_.c_str());
}

void NewFile::need_free_name() const {
  std::error_code ignored;
  if (std::filesystem::is_directory(path_, ignored)) {
    throw Failure("file_is_folder", Subject{"--out", path_});
  }
  if (is_store(path_)) throw Failure("file_is_store", Subject{"--out", path_});
  if (!replace_ && std::filesystem::exists(path_, ignored)) {
    throw Failure("file_exists", Subject{"--out", path_});
  }
}

void NewFile::fail() const {
  throw Failure("output", Subject{"--out", path_}, {std::strerror(errno)}, exit_store);
}

void NewFile::publish() {
  out_.close();
  if (!out_ || !sync(aside_)) fail();
  need_free_name();
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail();
  aside_.clear();
}

}  // namespace gridcase::cli
