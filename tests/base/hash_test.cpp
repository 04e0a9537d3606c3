#include "base/hash.hpp"

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::base;

namespace {

std::string hex(const Digest& digest) {
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180") {
  Hasher hasher(DigestKind::sha256);
  CHECK(hex(hasher.digest("")) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(hasher.digest("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(hasher.digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("SM3 gives the digests of GB/T 32905") {
  Hasher hasher(DigestKind::sm3);
  CHECK(hex(hasher.digest("abc")) ==
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  std::string repeated;
  for (int i = 0; i < 16; ++i)
    repeated += "abcd";
  CHECK(hex(hasher.digest(repeated)) ==
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST_CASE("a digest does not depend on how the bytes are handed over") {
  Hasher hasher(DigestKind::sha256);
  const Digest whole = hasher.digest("one two three");
  hasher.update("one ");
  hasher.update("");
  hasher.update("two three");
  CHECK(hasher.finish() == whole);
  CHECK(hasher.digest("one two three") == whole);
}

TEST_CASE("keyed digests are those of RFC 4231") {
  Hasher hasher(DigestKind::sha256);
  CHECK(hex(hasher.keyed(std::string(20, '\x0b'), "Hi There")) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hex(hasher.keyed("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hex(hasher.keyed(std::string(20, '\xaa'), std::string(50, '\xdd'))) ==
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
}

TEST_CASE("a key longer than a block is refused") {
  Hasher hasher(DigestKind::sha256);
  CHECK_NOTHROW(hasher.keyed(std::string(64, 'k'), "text"));
  CHECK_THROWS_AS(hasher.keyed(std::string(65, 'k'), "text"), Error);
}

TEST_CASE("hex digits are lower case, two a byte") {
  CHECK(to_hex("") == "");
  CHECK(to_hex(std::string_view("\x00\x0f\xf0\xff", 4)) == "000ff0ff");
}

TEST_CASE("random bytes differ from call to call") {
  std::array<std::uint8_t, 32> a{};
  std::array<std::uint8_t, 32> b{};
  random_bytes(a.data(), a.size());
  random_bytes(b.data(), b.size());
  CHECK(a != b);
  CHECK_NOTHROW(random_bytes(nullptr, 0));
}
