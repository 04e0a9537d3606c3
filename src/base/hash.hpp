#pragma once
// Digests for the record: SHA-256 or SM3 through libcrypto.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gridcase::base {

enum class DigestKind : std::uint8_t { sha256 = 1, sm3 = 2 };

using Digest = std::array<std::uint8_t, 32>;

// One digest after the other without allocating each time; not for several threads at once.
class Hasher {
public:
  explicit Hasher(DigestKind kind);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void update(std::string_view bytes);
  Digest finish();  // and starts anew
  Digest digest(std::string_view bytes);
  // HMAC (RFC 2104) with the same digest; the key is at most 64 bytes.
  Digest keyed(std::string_view key, std::string_view bytes);

private:
  struct Context;
  Context* context_;
};

std::string to_hex(std::string_view bytes);
// 64 digits in lower case.
std::string sha256_hex(std::string_view bytes);
// Bytes from the system's random source. Throws Error io when it has none.
void random_bytes(std::uint8_t* out, std::size_t count);

}  // namespace gridcase::base
