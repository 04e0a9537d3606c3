#include "store/file_system.hpp"

#include <gridcase/error.hpp>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

namespace gridcase::store {

namespace {

[[noreturn]] void fail(const char* doing, const std::string& path, int error) {
  throw Error(error == ENOENT ? ErrorCode::not_found : ErrorCode::io,
              std::string("cannot ") + doing + " " + path + ": " + std::strerror(error));
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

class File {
public:
  File(const std::string& path, int flags) : number_(open(path.c_str(), flags | O_CLOEXEC)) {
    if (number_ < 0) fail("open", path, errno);
  }
  ~File() { close(number_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number() const noexcept { return number_; }

private:
  int number_;
};

}  // namespace

void require_path(const std::string& path, const char* field) {
  if (path.empty()) throw Error(ErrorCode::invalid_argument, "a path is needed", field);
  if (path.find('\0') == std::string::npos) return;
  throw Error(ErrorCode::invalid_argument, "the path has a zero byte in it; leave it out", field);
}

bool is_network_drive(std::uint64_t kind) noexcept {
  switch (kind) {
  case 0x6969:      // NFS
  case 0x517B:      // SMB
  case 0xFF534D42:  // CIFS
  case 0xFE534D42:  // SMB 2
  case 0x65735546:  // FUSE, such as sshfs
  case 0x01021997:  // 9p
  case 0x5346414F:  // AFS
  case 0x6B414653:  // kAFS
  case 0x73757245:  // Coda
  case 0x564C:      // NCP
  case 0x00C36400:  // Ceph
  case 0x0BD00BD0:  // Lustre
  case 0x47504653:  // GPFS
  case 0x01161970:  // GFS2
  case 0x7461636F:  // OCFS2
  case 0x786F4256:  // folders of VirtualBox
  case 0x7C7C6673:  // folders of Parallels
    return true;
  default: return false;
  }
}

void refuse_network_drive(const std::string& path) {
#ifdef __linux__
  struct statfs about {};
  if (statfs(folder_of(path).c_str(), &about) != 0) fail("look at", folder_of(path), errno);
  const auto kind = static_cast<std::uint64_t>(about.f_type) & 0xFFFFFFFFU;
  if (!is_network_drive(kind)) return;
  throw Error(ErrorCode::unsupported,
              path + " lies on a network drive, where the locks of a store do not hold; keep it "
                     "on a disk of this machine");
#else
  (void)path;
#endif
}

bool file_exists(const std::string& path) noexcept {
  struct stat about {};
  return lstat(path.c_str(), &about) == 0;
}

bool is_folder(const std::string& path) noexcept {
  struct stat about {};
  return stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> found(realpath(path.c_str(), nullptr),
                                                          &std::free);
  if (!found) fail("find", path, errno);
  return found.get();
}

void remove_if_exists(const std::string& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT) fail("remove", path, errno);
}

void sync_file(const std::string& path) {
  const File file(path, O_RDONLY);
  if (fsync(file.number()) != 0) fail("write to disk", path, errno);
}

void sync_folder_of(const std::string& path) { sync_file(folder_of(path)); }

void rename_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) fail("rename", from, errno);
}

}  // namespace gridcase::store
