#pragma once
// A file that is written aside and gets its name when it is whole: whoever finds the name finds all
// of it. Nothing is ever overwritten.

#include <string>

namespace gridcase::exchange {

class Aside {
public:
  // Throws Error invalid_argument (field "path") when there is such a file already.
  explicit Aside(std::string path);
  ~Aside();  // takes away what was not published
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  // Where to write; nothing is there.
  const std::string& path() const noexcept { return aside_; }
  // When everything is written and closed: synced and renamed.
  void publish();

private:
  std::string path_;
  std::string aside_;
  bool published_ = false;
};

// A file needed for a while only. What stood under its name, left by a process that died, goes.
class Scratch {
public:
  explicit Scratch(std::string path);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& path() const noexcept { return path_; }

private:
  std::string path_;
};

}  // namespace gridcase::exchange
