#pragma once
// Binary files of Python as streams: anything with `write(bytes)`, or with `read(count)`.
//
// The library works without the GIL; a stream takes it for one piece of 64 KiB at a time. What
// Python raises goes through the library and out as it was.

#include "convert.hpp"

#include <istream>
#include <memory>
#include <ostream>
#include <streambuf>

namespace gridcase::python {

class OutFile {
public:
  // With the GIL, as all but `stream`. A TypeError for what is no binary file.
  OutFile(py::handle file, const char* name);
  ~OutFile();
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;

  std::ostream& stream() { return stream_; }
  // Writes what is left; without it that is lost.
  void finish() { stream_.flush(); }

private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::ostream stream_;
};

class InFile {
public:
  InFile(py::handle file, const char* name);
  ~InFile();
  InFile(const InFile&) = delete;
  InFile& operator=(const InFile&) = delete;

  std::istream& stream() { return stream_; }

private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::istream stream_;
};

}  // namespace gridcase::python
