#include "base/hash.hpp"

#include <gridcase/error.hpp>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <climits>
#include <memory>
#include <new>

namespace gridcase::base {

namespace {

constexpr std::size_t block_size = 64;  // of SHA-256 and of SM3

void check(int result, const char* what) {
  if (result != 1) throw Error(ErrorCode::internal, std::string("libcrypto refused ") + what);
}

const EVP_MD* digest_of(DigestKind kind) {
  if (kind == DigestKind::sha256) return EVP_sha256();
#ifndef OPENSSL_NO_SM3
  if (kind == DigestKind::sm3) return EVP_sm3();
#endif
  throw Error(ErrorCode::unsupported, "this libcrypto has no SM3; use SHA-256");
}

}  // namespace

struct Hasher::Context {
  EVP_MD_CTX* running = EVP_MD_CTX_new();
  EVP_MD_CTX* fresh = EVP_MD_CTX_new();  // begun and never fed: copying it is cheaper than init

  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() {
    EVP_MD_CTX_free(running);
    EVP_MD_CTX_free(fresh);
  }

  void restart() { check(EVP_MD_CTX_copy_ex(running, fresh), "to start a digest"); }
};

Hasher::Hasher(DigestKind kind) : context_(nullptr) {
  const EVP_MD* digest = digest_of(kind);
  auto context = std::make_unique<Context>();
  if (context->running == nullptr || context->fresh == nullptr) throw std::bad_alloc();
  check(EVP_DigestInit_ex(context->fresh, digest, nullptr), "to set up a digest");
  context->restart();
  context_ = context.release();
}

Hasher::~Hasher() { delete context_; }

void Hasher::update(std::string_view bytes) {
  check(EVP_DigestUpdate(context_->running, bytes.data(), bytes.size()), "to digest");
}

Digest Hasher::finish() {
  Digest out{};
  unsigned length = 0;
  check(EVP_DigestFinal_ex(context_->running, out.data(), &length), "to finish a digest");
  context_->restart();
  return out;
}

Digest Hasher::digest(std::string_view bytes) {
  update(bytes);
  return finish();
}

Digest Hasher::keyed(std::string_view key, std::string_view bytes) {
  if (key.size() > block_size) {
    throw Error(ErrorCode::invalid_argument, "a key has at most 64 bytes", "key");
  }
  std::array<char, block_size> inner{};
  std::array<char, block_size> outer{};
  for (std::size_t i = 0; i < block_size; ++i) {
    const int byte = i < key.size() ? key[i] : 0;
    inner[i] = static_cast<char>(byte ^ 0x36);
    outer[i] = static_cast<char>(byte ^ 0x5c);
  }
  update(std::string_view(inner.data(), inner.size()));
  update(bytes);
  const Digest middle = finish();
  update(std::string_view(outer.data(), outer.size()));
  update(std::string_view(reinterpret_cast<const char*>(middle.data()), middle.size()));
  return finish();
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = Hasher(DigestKind::sha256).digest(bytes);
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

void random_bytes(std::uint8_t* out, std::size_t count) {
  constexpr std::size_t most = INT_MAX;
  while (count > 0) {
    const std::size_t part = count < most ? count : most;
    if (RAND_bytes(out, static_cast<int>(part)) != 1) {
      throw Error(ErrorCode::io, "the system gives no random bytes; see its random device");
    }
    out += part;
    count -= part;
  }
}

}  // namespace gridcase::base
