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
  need_free_name({"--out", path_}, replace_);
  out_.open(aside_, std::ios::binary | std::ios::trunc);
  if (!out_) fail();
}

NewFile::~NewFile() {
  if (!aside_.empty()) std::remove(aside_.c_str());
}

void need_free_name(const Subject& file, bool replace) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file.value, ignored)) throw Failure("file_is_folder", file);
  if (is_store(file.value)) throw Failure("file_is_store", file);
  if (!replace && std::filesystem::exists(file.value, ignored)) throw Failure("file_exists", file);
}

void NewFile::fail() const {
  throw Failure("output", Subject{"--out", path_}, {std::strerror(errno)}, exit_store);
}

void NewFile::publish() {
  out_.close();
  if (!out_ || !sync(aside_)) fail();
  need_free_name({"--out", path_}, replace_);
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail();
  aside_.clear();
}

}  // namespace gridcase::cli
