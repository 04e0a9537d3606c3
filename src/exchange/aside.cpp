#include "exchange/aside.hpp"

#include "store/file_system.hpp"

#include <gridcase/error.hpp>

#include <utility>

namespace gridcase::exchange {

namespace {

void require_free(const std::string& path) {
  if (!store::file_exists(path)) return;
  throw Error(ErrorCode::invalid_argument,
              path + " exists already and is never overwritten; choose another path", "path");
}

void remove_all(const std::string& path) {
  for (const char* suffix : {"-journal", ""})
    store::remove_if_exists(path + suffix);
}

// Where what went wrong before is the error to report; the next writer takes away what is left.
void try_to_remove(const std::string& path) noexcept {
  try {
    remove_all(path);
  } catch (const Error&) {
    return;
  }
}

}  // namespace

Aside::Aside(std::string path) : path_(std::move(path)), aside_(path_ + ".tmp") {
  store::require_path(path_, "path");
  require_free(path_);
  remove_all(aside_);  // left by a process that died here
}

Aside::~Aside() {
  if (!published_) try_to_remove(aside_);
}

void Aside::publish() {
  require_free(path_);
  store::sync_file(aside_);
  store::rename_file(aside_, path_);
  published_ = true;
  store::sync_folder_of(path_);
}

Scratch::Scratch(std::string path) : path_(std::move(path)) { remove_all(path_); }

Scratch::~Scratch() { try_to_remove(path_); }

}  // namespace gridcase::exchange
