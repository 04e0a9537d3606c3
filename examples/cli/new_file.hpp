#pragma once
// A file that is written aside and gets its name when it is whole.

#include <fstream>
#include <ostream>
#include <string>

namespace gridcase::cli {

struct Subject;

// Throws Failure about the option when there is such a file already, unless it may be replaced; a
// store never is.
void need_free_name(const Subject& file, bool replace);

class NewFile {
public:
  // Throws Failure about "--out" when there is such a file already, unless it may be replaced.
  NewFile(std::string path, bool replace);
  ~NewFile();  // takes away what was not published
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  std::ostream& out() noexcept { return out_; }
  // Everything is written. Throws Failure when the disk did not take it.
  void publish();

private:
  [[noreturn]] void fail() const;

  std::string path_;
  std::string aside_;
  std::ofstream out_;
  bool replace_;
};

}  // namespace gridcase::cli
