#pragma once
// Reads one JSON object field by field and collects every fault with its path, so that a document
// is refused with all its faults at once. Boost.JSON is only declared here.

#include <gridcase/decimal.hpp>
#include <gridcase/error.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boost::json {
class array;
class object;
class value;
}  // namespace boost::json

namespace gridcase::base {

class ObjectReader {
public:
  // `path` is that of the object in the document, "" for the document itself.
  ObjectReader(const boost::json::object& object, std::string path, std::vector<Fault>& faults);

  // Whether the key stands there with a value that is not null.
  bool has(std::string_view key) const;

  // Each leaves `out` as it is when the key is missing, and adds a fault when the type is wrong.
  void read(std::string_view key, std::string& out);
  void read(std::string_view key, bool& out);
  void read(std::string_view key, std::int64_t& out);
  void read(std::string_view key, std::int32_t& out);
  void read(std::string_view key, double& out);
  void read(std::string_view key, std::optional<bool>& out);
  void read(std::string_view key, std::optional<std::int64_t>& out);
  void read(std::string_view key, std::vector<std::string>& out);
  // A whole number, or a text such as "0.5".
  void read(std::string_view key, Decimal& out);
  void read(std::string_view key, std::optional<Decimal>& out);

  // A value of an enumeration; `parse` gives nothing for an unknown word; `words` is for the fix,
  // such as "village, township, county".
  template <typename Enum, typename Parse>
  void read_word(std::string_view key, Enum& out, Parse parse, std::string_view words) {
    std::string text;
    read(key, text);
    if (!has(key) || !is_text(key)) return;
    if (auto value = parse(text)) {
      out = *value;
    } else {
      fault(key, "json.unknown_word", "\"" + text + "\" is not known here",
            "use one of: " + std::string(words));
    }
  }

  // Null when missing; a fault when it is something else.
  const boost::json::object* object(std::string_view key);
  const boost::json::array* array(std::string_view key);
  // Calls `each` with a reader for every object of the array and finishes that reader.
  void each_object(std::string_view key, const std::function<void(ObjectReader&)>& each);
  // Calls `each` with a reader for the object under the key, if there is one, and finishes it.
  void with_object(std::string_view key, const std::function<void(ObjectReader&)>& each);

  // A fault when the key is missing, null or an empty string.
  void require(std::string_view key);
  void fault(std::string_view key, std::string code, std::string message, std::string fix);
  std::string path_of(std::string_view key) const;

  // A fault for every key nobody asked for, with the nearest known key as the fix.
  void finish();

private:
  const boost::json::value* find(std::string_view key);
  bool is_text(std::string_view key) const;

  const boost::json::object* object_;
  std::string path_;
  std::vector<Fault>* faults_;
  std::vector<std::string> asked_;
};

// Parses `text` and hands the top object to `read`; throws DocumentError(document, faults) when the
// text is no JSON object (with line and column), or when `read` found faults of severity error.
// Depth is limited to 32. A byte order mark of UTF-8 at the beginning is skipped.
void read_document(std::string_view text, const std::string& document,
                   const std::function<void(ObjectReader&)>& read);

}  // namespace gridcase::base
