#pragma once
// C++ streams over the callbacks of the host.

#include <gridcase/gridcase.h>

#include <array>
#include <streambuf>

namespace gridcase::c_api {

// Throws when the callback fails; a stream over it swallows that and goes bad.
class CallbackInput : public std::streambuf {
public:
  CallbackInput(gridcase_read read, void* user) : read_(read), user_(user) {}
  // Throws Error io, field "streams.read", if the callback has failed.
  void check() const;

protected:
  int_type underflow() override;

private:
  gridcase_read read_;
  void* user_;
  bool failed_ = false;
  std::array<char, 16384> bytes_{};
};

// Likewise.
class CallbackOutput : public std::streambuf {
public:
  CallbackOutput(gridcase_write write, void* user);
  // Throws Error io, field "streams.write", if the callback has failed.
  void check() const;

protected:
  int_type overflow(int_type next) override;
  int sync() override;

private:
  gridcase_write write_;
  void* user_;
  bool failed_ = false;
  std::array<char, 16384> bytes_{};
};

}  // namespace gridcase::c_api
