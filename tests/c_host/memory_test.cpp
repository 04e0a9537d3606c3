// Memory that runs out at every place where a call asks for some: the call fails with
// GRIDCASE_OUT_OF_MEMORY, or does its work; nothing else happens, and the store stays sound.
// Usage: memory_test POLICY

#include <gridcase/gridcase.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <new>
#include <string>

namespace {

long allowed = -1;  // allocations until the next one fails; none fails below 0

void* taken(std::size_t size) {
  if (allowed == 0) throw std::bad_alloc();
  if (allowed > 0) --allowed;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return taken(size); }
void* operator new[](std::size_t size) { return taken(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

constexpr int64_t start = 1521160200000000;  // 2018-03-16T08:30:00+08:00
int failures = 0;

using Call = std::function<int32_t(gridcase_error**)>;

// Lets the first allocation fail, then the second, and so on, until the call does its work.
void try_out(const char* what, int32_t expected, const Call& call) {
  for (long count = 0;; ++count) {
    gridcase_error* error = nullptr;
    allowed = count;
    const int32_t code = call(&error);
    const bool ran_out = allowed == 0;
    allowed = -1;
    const int32_t said = gridcase_error_code(error);
    gridcase_error_free(error);
    if (code != said || (code != expected && code != GRIDCASE_OUT_OF_MEMORY)) {
      std::fprintf(stderr, "%s, allocation %ld: %s\n", what, count, gridcase_code_name(code));
      ++failures;
    }
    if (code == expected && !ran_out) {
      std::printf("%-10s %ld allocations\n", what, count);
      return;
    }
  }
}

Call request(gridcase_engine* engine, const std::string& text) {
  return [engine, text](gridcase_error** error) {
    char* answer = nullptr;
    const int32_t code = gridcase_call(engine, text.data(), text.size(), &answer, error);
    gridcase_string_free(answer);
    return code;
  };
}

constexpr char report[] =
    R"({"kind": "report", "title": "Sewage", "category": "04-04", "command_id": "once",
        "tier": "township", "point": [118.625, 28.745]})";

int32_t submit(gridcase_engine* engine, gridcase_error** error) {
  const gridcase_actor grid = GRIDCASE_ACTOR_INIT("grid");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  return gridcase_submit(engine, report, sizeof report - 1, &grid, start, &answer, nullptr, error);
}

void try_all(gridcase_engine* engine) {
  const std::string actor = R"("actor": {"unit": "center"})";
  try_out("submit", GRIDCASE_OK,
          [engine](gridcase_error** error) { return submit(engine, error); });
  try_out("find", GRIDCASE_OK, request(engine, R"({"call": "find", )" + actor + "}"));
  try_out(
      "history", GRIDCASE_OK,
      request(engine, R"({"call": "history", "case_id": "3308811803160000001", )" + actor + "}"));
  try_out("fault", GRIDCASE_INVALID_DOCUMENT, request(engine, R"({"call": "get", "cse_id": 5})"));
  try_out("board", GRIDCASE_OK, request(engine, R"({"call": "board", )" + actor + "}"));
}

std::string text_of(const char* file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: memory_test POLICY\n");
    return 2;
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("gridcase-memory-" + std::to_string(start));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const std::string store = folder / "county.gridcase";
  const std::string policy = text_of(argv[1]);

  gridcase_engine* engine = nullptr;
  gridcase_error* error = nullptr;
  if (gridcase_create(store.c_str(), policy.data(), policy.size(), nullptr, start, &engine,
                      &error) != GRIDCASE_OK) {
    std::fprintf(stderr, "%s\n", gridcase_error_message(error));
    return 2;
  }
  try_all(engine);
  gridcase_close(engine);

  int32_t sound = 0;
  if (gridcase_open(store.c_str(), nullptr, &engine, nullptr) != GRIDCASE_OK ||
      gridcase_verify(engine, &sound, nullptr, nullptr) != GRIDCASE_OK || sound != 1) {
    std::fprintf(stderr, "the store is not sound\n");
    ++failures;
  }
  gridcase_close(engine);
  std::filesystem::remove_all(folder);
  return failures == 0 ? 0 : 1;
}
