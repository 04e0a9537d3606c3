#pragma once
// The other half of the words: see messages.cpp.

namespace gridcase::cli {

struct Entry {
  const char* key;
  const char* en;
  const char* zh;
};

struct Entries {
  const Entry* first;
  const Entry* last;

  const Entry* begin() const noexcept { return first; }
  const Entry* end() const noexcept { return last; }
};

Entries help_texts() noexcept;

}  // namespace gridcase::cli
