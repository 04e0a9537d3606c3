// The body of a POST: application/x-www-form-urlencoded.
#include "base/text.hpp"
#include "exchange/open311_fields.hpp"

#include <utility>

namespace gridcase {

namespace {

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing if a % is not followed by two digits, or the text is no UTF-8 without NUL.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (!base::is_valid_utf8(out) || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

// The code in "attribute[CODE]" and "attribute[CODE][]"; empty for other names.
std::string attribute_code(std::string_view name) {
  constexpr std::string_view begin = "attribute[";
  if (name.substr(0, begin.size()) != begin) return {};
  name.remove_prefix(begin.size());
  const std::size_t end = name.find(']');
  const std::string_view rest = end == std::string_view::npos ? "?" : name.substr(end + 1);
  return rest.empty() || rest == "[]" ? std::string(name.substr(0, end)) : std::string();
}

void add_answer(std::vector<Open311Request::Answer>& answers, std::string code, std::string value) {
  for (Open311Request::Answer& answer : answers) {
    if (answer.code != code) continue;
    answer.values.push_back(std::move(value));
    return;
  }
  answers.push_back({std::move(code), {std::move(value)}});
}

}  // namespace

Open311Request read_open311_form(std::string_view body) {
  std::vector<Fault> faults;
  exchange::Open311Reader reader("", faults);
  Open311Request request;
  for (std::size_t number = 1; !body.empty(); ++number) {
    const std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(pair.size() + 1, body.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = decoded(pair.substr(0, equals));
    const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) {
      reader.fault("", "field " + std::to_string(number) + " is not encoded as forms are",
                   "write bytes of UTF-8 that are no letters or digits as % and two digits");
      continue;
    }
    if (std::string code = attribute_code(*name); !code.empty()) {
      add_answer(request.attributes, std::move(code), *value);
    } else {
      reader.set(request, *name == "address_string" ? "address" : *name, *value);
    }
  }
  reader.finish(request, false);
  exchange::throw_if_any(faults);
  return request;
}

}  // namespace gridcase
