#include "c_api/streams.hpp"

#include <gridcase/error.hpp>

namespace gridcase::c_api {

void CallbackInput::check() const {
  if (failed_)
    throw Error(ErrorCode::io, "the callback that reads says that it failed", "streams.read");
}

CallbackInput::int_type CallbackInput::underflow() {
  const int64_t count = read_(user_, bytes_.data(), bytes_.size());
  failed_ = count < 0 || count > static_cast<int64_t>(bytes_.size());
  check();
  setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
  return count == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
}

CallbackOutput::CallbackOutput(gridcase_write write, void* user) : write_(write), user_(user) {
  setp(bytes_.data(), bytes_.data() + bytes_.size());
}

void CallbackOutput::check() const {
  if (failed_)
    throw Error(ErrorCode::io, "the callback that writes says that it failed", "streams.write");
}

CallbackOutput::int_type CallbackOutput::overflow(int_type next) {
  sync();
  if (!traits_type::eq_int_type(next, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(next);
    pbump(1);
  }
  return traits_type::not_eof(next);
}

int CallbackOutput::sync() {
  const auto count = static_cast<std::size_t>(pptr() - pbase());
  setp(bytes_.data(), bytes_.data() + bytes_.size());
  if (count != 0 && !failed_) failed_ = write_(user_, bytes_.data(), count) != 0;
  check();
  return 0;
}

}  // namespace gridcase::c_api
