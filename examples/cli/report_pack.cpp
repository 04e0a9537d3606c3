#include "report_pack.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

// Characters that are one byte and one unit of JavaScript's strings alike.
std::size_t common_prefix(const std::string& a, const std::string& b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() && a[length] == b[length] &&
         static_cast<unsigned char>(a[length]) < 0x80)
    ++length;
  return length;
}

template <typename Value> class Distinct {
public:
  explicit Distinct(const std::vector<Value>& values) {
    for (const Value& value : values) {
      const auto [found, is_new] = places_.emplace(value, static_cast<int>(places_.size()));
      if (is_new) list.push_back(&found->first);
      at.push_back(found->second);
    }
  }
  std::vector<const Value*> list;
  std::vector<int> at;

private:
  std::map<Value, int> places_;
};

void write_numbers(Json& json, std::string_view key, const std::vector<int>& numbers) {
  json.key(key).begin_array();
  for (const int number : numbers)
    json.value(number);
  json.end_array();
}

}  // namespace

void write_steps(Json& json, std::string_view key, const std::vector<std::int64_t>& numbers) {
  json.key(key).begin_array();
  std::int64_t before = 0;
  for (const std::int64_t number : numbers) {
    json.value(number - before);
    before = number;
  }
  json.end_array();
}

void write_runs(Json& json, std::string_view key, const std::vector<int>& places) {
  json.key(key).begin_array();
  int next = 0;
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    while (end < places.size() && places[end] == places[end - 1] + 1)
      ++end;
    json.value(places[i] - next).value(static_cast<std::int64_t>(end - i));
    next = places[end - 1] + 1;
    i = end;
  }
  json.end_array();
}

void write_prefixed(Json& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  std::string before;
  for (const std::string& text : texts) {
    const std::size_t common = common_prefix(before, text);
    json.value(static_cast<std::int64_t>(common)).value(text.substr(common));
    before = text;
  }
  json.end_array();
}

void write_shared(Json& json, std::string_view key, const std::vector<std::string>& texts) {
  const Distinct<std::string> distinct(texts);
  json.key(key).begin_object().key("list").begin_array();
  for (const std::string* text : distinct.list)
    json.value(*text);
  json.end_array();
  write_numbers(json, "at", distinct.at);
  json.end_object();
}

void write_shared(Json& json, std::string_view key, const std::vector<std::vector<int>>& lists) {
  const Distinct<std::vector<int>> distinct(lists);
  json.key(key).begin_object().key("list").begin_array();
  for (const std::vector<int>* list : distinct.list) {
    json.begin_array();
    for (const int place : *list)
      json.value(place);
    json.end_array();
  }
  json.end_array();
  write_numbers(json, "at", distinct.at);
  json.end_object();
}

std::vector<int> FactPack::add(const std::vector<Line>& lines) {
  std::map<Line, int> times;
  std::vector<int> places;
  for (const Line& line : lines) {
    const auto [found, is_new] =
        places_.emplace(std::pair(line, times[line]++), static_cast<int>(lines_.size()));
    if (is_new) lines_.push_back(line);
    places.push_back(found->second);
  }
  std::sort(places.begin(), places.end());
  return places;
}

std::vector<std::int64_t> FactPack::column(std::size_t which) const {
  std::vector<std::int64_t> column;
  column.reserve(lines_.size());
  for (const Line& line : lines_)
    column.push_back(line[which]);
  return column;
}

}  // namespace gridcase::cli
