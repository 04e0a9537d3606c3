#pragma once
// The parameters of a call. Each reader notes a fault with its path where something is wrong, and
// gives a value that is of no use then: nothing is done with it.

#include "base/json_reader.hpp"

#include <gridcase/action.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/organization.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::c_api {

class Request {
public:
  // `object` is what `in` reads.
  Request(const boost::json::object& object, base::ObjectReader& in, std::vector<Fault>& faults)
      : object_(&object), in_(&in), faults_(&faults) {}
  base::ObjectReader& in() { return *in_; }

  bool has(std::string_view key) const { return in_->has(key); }
  // Fails the call if it is missing or empty.
  std::string required_text(std::string_view key);
  std::string text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  bool flag(std::string_view key);
  std::int32_t number(std::string_view key, std::int32_t otherwise);
  std::int64_t required_number(std::string_view key);
  // From 0 on.
  std::size_t count(std::string_view key, std::size_t otherwise);

  Actor actor();
  Instant time(std::string_view key);
  Instant now() { return time("now"); }
  std::optional<Instant> optional_time(std::string_view key);
  Date date(std::string_view key);
  CaseId case_id();  // under "case_id", required
  CaseId optional_case_id(std::string_view key = "case_id");
  Point point(std::string_view key);
  std::optional<Point> optional_point(std::string_view key);
  Action action(std::string_view key = "action");
  Period period(std::string_view key = "period");

  // A word of an enumeration; `words` are all of them, for the fix.
  template <typename Enum, typename Parse>
  Enum word(std::string_view key, Parse parse, Enum otherwise, std::string_view words) {
    in_->read_word(key, otherwise, parse, words);
    return otherwise;
  }
  template <typename Enum, typename Parse>
  Enum required_word(std::string_view key, Parse parse, Enum otherwise, std::string_view words) {
    in_->require(key);
    return word(key, parse, otherwise, words);
  }
  template <typename Enum, typename Parse>
  std::optional<Enum> optional_word(std::string_view key, Parse parse, std::string_view words) {
    if (!has(key)) return std::nullopt;
    return word(key, parse, Enum{}, words);
  }

  // Calls `read` with the object under the key, if it is there.
  void with(std::string_view key, const std::function<void(Request&)>& read);
  // Calls `read` with each object of the list under the key.
  void each(std::string_view key, const std::function<void(Request&)>& read);

  // A document that has a reader of its own, over its text. Its faults get the key before their
  // path.
  template <typename Value> Value document(std::string_view key, Value (*read)(std::string_view)) {
    Value value{};
    in_->require(key);
    if (!has(key)) return value;
    try {
      value = read(json(key));
    } catch (const DocumentError& error) {
      take_faults(key, error.faults());
    }
    return value;
  }
  // The member as JSON, "null" if it is missing.
  std::string json(std::string_view key);

private:
  void take_faults(std::string_view key, const std::vector<Fault>& faults);

  const boost::json::object* object_;
  base::ObjectReader* in_;
  std::vector<Fault>* faults_;
};

// The same faults, with `above` cut from the beginning of their paths.
std::vector<Fault> faults_below(std::vector<Fault> faults, std::string_view above);

// All names of an enumeration that is numbered from `first` on, for fixes.
template <typename Enum> std::string words_from(Enum first) {
  std::string words;
  const std::string_view beyond = name(static_cast<Enum>(127));
  for (auto value = static_cast<int>(first); value < 127; ++value) {
    const std::string_view word = name(static_cast<Enum>(value));
    if (word == beyond) break;
    words += (words.empty() ? "" : ", ") + std::string(word);
  }
  return words;
}

}  // namespace gridcase::c_api
