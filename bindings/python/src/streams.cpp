#include "streams.hpp"

#include <stdexcept>
#include <vector>

namespace gridcase::python {

namespace {

constexpr std::size_t piece = 65536;

py::object function_of(py::handle file, const char* name, const char* function) {
  const py::object text = py::module_::import("io").attr("TextIOBase");
  if (py::isinstance(file, text) || !py::hasattr(file, function))
    refuse_type({nullptr, name, 0}, "a file opened in binary mode", file);
  return file.attr(function);
}

}  // namespace

class OutFile::Buffer final : public std::streambuf {
public:
  explicit Buffer(py::object write) : write_(std::move(write)), room_(piece) { begin(); }

protected:
  int_type overflow(int_type c) override {
    write();
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
    return c;
  }
  int sync() override {
    write();
    return 0;
  }

private:
  void begin() { setp(room_.data(), room_.data() + room_.size()); }

  void write() {
    const auto count = static_cast<std::size_t>(pptr() - pbase());
    begin();
    if (count == 0) return;
    const py::gil_scoped_acquire gil;
    py::bytes left(room_.data(), count);
    // A raw file may take a part only, and says how much; others may say nothing.
    for (;;) {
      const py::object taken = write_(left);
      if (!PyLong_Check(taken.ptr())) return;
      const auto size = static_cast<std::size_t>(PyBytes_GET_SIZE(left.ptr()));
      const auto done = taken.cast<std::size_t>();
      if (done >= size) return;
      if (done == 0) throw std::runtime_error("the file takes nothing more");
      left = py::bytes(PyBytes_AS_STRING(left.ptr()) + done, size - done);
    }
  }

  py::object write_;
  std::vector<char> room_;
};

OutFile::OutFile(py::handle file, const char* name)
    : buffer_(std::make_unique<Buffer>(function_of(file, name, "write"))), stream_(buffer_.get()) {
  stream_.exceptions(std::ios::badbit);
}

OutFile::~OutFile() = default;

class InFile::Buffer final : public std::streambuf {
public:
  Buffer(py::object read, const char* name) : read_(std::move(read)), name_(name) {}

protected:
  int_type underflow() override {
    const py::gil_scoped_acquire gil;
    held_ = read_(piece);
    if (!PyBytes_Check(held_.ptr())) refuse_type({nullptr, name_, 0}, "bytes read from it", held_);
    char* bytes = PyBytes_AS_STRING(held_.ptr());
    const Py_ssize_t count = PyBytes_GET_SIZE(held_.ptr());
    setg(bytes, bytes, bytes + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(*bytes);
  }

private:
  py::object read_;
  const char* name_;
  py::object held_;
};

InFile::InFile(py::handle file, const char* name)
    : buffer_(std::make_unique<Buffer>(function_of(file, name, "read"), name)),
      stream_(buffer_.get()) {
  stream_.exceptions(std::ios::badbit);
}

InFile::~InFile() = default;

}  // namespace gridcase::python
