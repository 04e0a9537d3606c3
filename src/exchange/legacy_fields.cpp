#include "exchange/legacy_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gridcase::exchange {
namespace {

bool read_yes_no(const std::string& text, bool& out) {
  for (const char* yes : {"true", "yes", "1", "是"}) {
    if (text == yes) return out = true;
  }
  out = false;
  for (const char* no : {"false", "no", "0", "否"}) {
    if (text == no) return true;
  }
  return false;
}

bool read_number(const std::string& text, std::int32_t& out) {
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, out);
  return problem == std::errc() && stop == end;
}

// Digits, a sign and a point only, so that no locale has a say.
bool read_degrees(const std::string& text, double most, double& out) {
  if (text.find_first_not_of("-.0123456789") != std::string::npos) return false;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, out);
  return read.ec == std::errc() && read.ptr == end && std::abs(out) <= most;
}

Point& point_of(LegacyRow& row) {
  if (!row.action.point) row.action.point = Point{};
  return *row.action.point;
}

Party& requester_of(LegacyRow& row) {
  if (row.action.parties.empty()) row.action.parties.push_back({"requester", {}, {}, {}, {}});
  return row.action.parties.front();
}

template <std::string Action::*Member> LegacyField text(std::string_view name) {
  LegacyField field;
  field.name = field.fills = name;
  field.set = [](LegacyRow& row, const std::string& value) {
    row.action.*Member = value;
    return true;
  };
  return field;
}

// Text that may speak of people.
template <std::string Action::*Member> LegacyField words(std::string_view name) {
  LegacyField field = text<Member>(name);
  field.is_text = true;
  return field;
}

template <bool Action::*Member> LegacyField flag(std::string_view name) {
  LegacyField field;
  field.name = field.fills = name;
  field.words = "true or false";
  field.set = [](LegacyRow& row, const std::string& value) {
    return read_yes_no(value, row.action.*Member);
  };
  return field;
}

template <std::int32_t Action::*Member> LegacyField number(std::string_view name) {
  LegacyField field;
  field.name = field.fills = name;
  field.words = "a whole number";
  field.set = [](LegacyRow& row, const std::string& value) {
    return read_number(value, row.action.*Member);
  };
  return field;
}

template <std::string Party::*Member> LegacyField party(std::string_view name) {
  LegacyField field;
  field.name = name;
  field.fills = "parties";
  field.is_text = true;
  field.set = [](LegacyRow& row, const std::string& value) {
    requester_of(row).*Member = value;
    return true;
  };
  return field;
}

template <std::string LegacyRow::*Member> LegacyField of_row(std::string_view name) {
  LegacyField field;
  field.name = name;
  field.set = [](LegacyRow& row, const std::string& value) {
    row.*Member = value;
    return true;
  };
  return field;
}

LegacyField moment(std::string_view name, std::optional<Instant> Action::*member) {
  LegacyField field;
  field.name = name;
  field.fills = name == "happened" ? std::string_view() : name;
  field.words = "a time in one of the formats of `times`";
  field.is_time = true;
  field.time = member;
  return field;
}

template <AssignmentRole Role> LegacyField orders(std::string_view name) {
  LegacyField field;
  field.name = name;
  field.fills = "orders";
  field.is_list = true;
  field.set = [](LegacyRow& row, const std::string& value) {
    Order order;
    order.unit = value;
    order.role = Role;
    row.action.orders.push_back(std::move(order));
    return true;
  };
  return field;
}

LegacyField special(std::string_view name, std::string_view fills, std::string_view what,
                    bool (*set)(LegacyRow&, const std::string&)) {
  LegacyField field;
  field.name = name;
  field.fills = fills;
  field.words = what;
  field.set = set;
  return field;
}

std::vector<LegacyField> other_fields() {
  LegacyField units = special("units", "units", "", [](LegacyRow& row, const std::string& value) {
    row.action.units.push_back(value);
    return true;
  });
  units.is_list = true;
  return {
      units,
      special("by", "", "",
              [](LegacyRow& row, const std::string& value) {
                row.actor.unit = value;
                return true;
              }),
      special("by_person", "", "",
              [](LegacyRow& row, const std::string& value) {
                row.actor.person = value;
                return true;
              }),
      special("longitude", "point", "degrees of WGS 84, such as 118.62, -180 to 180",
              [](LegacyRow& row, const std::string& value) {
                return read_degrees(value, 180, point_of(row).longitude);
              }),
      special("latitude", "point", "degrees of WGS 84, such as 28.74, -90 to 90",
              [](LegacyRow& row, const std::string& value) {
                return read_degrees(value, 90, point_of(row).latitude);
              }),
      special("request", "request", "complaint, tip_off, inquiry, help, suggestion",
              [](LegacyRow& row, const std::string& value) {
                const auto kind = request_kind_from_name(value);
                if (kind) row.action.request = *kind;
                return kind.has_value();
              }),
      special("tier", "tier", "village, township, county",
              [](LegacyRow& row, const std::string& value) {
                row.action.tier = tier_from_name(value);
                return row.action.tier.has_value();
              }),
      special("passed", "passed", "true or false", [](LegacyRow& row, const std::string& value) {
        bool yes = false;
        const bool is_word = read_yes_no(value, yes);
        row.action.passed = yes;
        return is_word;
      })};
}

std::vector<LegacyField> make_fields() {
  std::vector<LegacyField> all = {
      of_row<&LegacyRow::id>("id"),
      of_row<&LegacyRow::about>("case"),
      of_row<&LegacyRow::contact>("contact"),
      moment("happened", &Action::happened),
      moment("occurred", &Action::occurred),
      moment("lasted_until", &Action::lasted_until),
      moment("due", &Action::due),
      moment("until", &Action::until),
      words<&Action::performer>("performer"),
      words<&Action::title>("title"),
      words<&Action::text>("text"),
      words<&Action::note>("note"),
      words<&Action::reply>("reply"),
      words<&Action::address>("address"),
      party<&Party::name>("requester"),
      party<&Party::telephone>("requester_telephone"),
      party<&Party::address>("requester_address"),
      text<&Action::reason>("reason"),
      text<&Action::type>("type"),
      text<&Action::category>("category"),
      text<&Action::grade>("grade"),
      text<&Action::channel>("channel"),
      text<&Action::number_dialled>("number_dialled"),
      text<&Action::tool>("tool"),
      text<&Action::grid>("grid"),
      text<&Action::unit>("unit"),
      text<&Action::join>("join"),
      text<&Action::solved>("solved"),
      flag<&Action::forced>("forced"),
      flag<&Action::conclusive>("conclusive"),
      number<&Action::satisfaction>("satisfaction"),
      number<&Action::level>("level"),
      orders<AssignmentRole::lead>("lead"),
      orders<AssignmentRole::assist>("assists"),
      orders<AssignmentRole::support>("supports"),
  };
  for (LegacyField& field : other_fields())
    all.push_back(field);
  return all;
}

// ---- times -------------------------------------------------------------------------------------

// Year, month, day, hour, minute, second.
constexpr std::string_view letters = "YMDhms";
using Parts = std::array<int, 6>;

std::size_t run_length(std::string_view format, std::size_t at) {
  std::size_t end = at;
  while (end < format.size() && format[end] == format[at])
    ++end;
  return end - at;
}

// One letter takes one or two digits, several take exactly as many.
bool take_digits(std::string_view& text, std::size_t letter_count, int& out) {
  const std::size_t most = letter_count == 1 ? 2 : letter_count;
  std::size_t count = 0;
  out = 0;
  while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9')
    out = out * 10 + (text[count++] - '0');
  text.remove_prefix(count);
  return count >= (letter_count == 1 ? 1 : letter_count);
}

bool matches(std::string_view text, std::string_view format, Parts& parts) {
  parts = {0, 0, 0, 0, 0, 0};
  for (std::size_t at = 0; at < format.size();) {
    const std::size_t part = letters.find(format[at]);
    if (part == std::string_view::npos) {
      if (text.empty() || text.front() != format[at++]) return false;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t length = run_length(format, at);
    if (!take_digits(text, length, parts[part])) return false;
    at += length;
  }
  return text.empty();
}

std::optional<Instant> read_by_format(const std::string& text, const std::string& format,
                                      const std::string& zone) {
  Parts p{};
  if (!matches(text, format, p)) return std::nullopt;
  const std::string civil =
      fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", p[0], p[1], p[2], p[3], p[4], p[5]);
  try {
    return parse_local(civil, zone);
  } catch (const Error&) {
    return std::nullopt;  // such as the 31st of April
  }
}

std::optional<Instant> read_usual(const std::string& text, const std::string& zone) {
  try {
    return parse_local(text, zone);
  } catch (const Error&) {
    try {
      return parse_instant(text);
    } catch (const Error&) {
      return std::nullopt;
    }
  }
}

}  // namespace

const std::vector<LegacyField>& legacy_fields() {
  static const std::vector<LegacyField> all = make_fields();
  return all;
}

const LegacyField* legacy_field(std::string_view name) {
  const auto& all = legacy_fields();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const LegacyField& field) { return field.name == name; });
  return found == all.end() ? nullptr : &*found;
}

bool is_time_format(std::string_view format) {
  std::array<int, 6> runs{};
  for (std::size_t at = 0; at < format.size();) {
    const std::size_t part = letters.find(format[at]);
    const std::size_t length = part == std::string_view::npos ? 1 : run_length(format, at);
    if (part == 0 && length != 4) return false;
    if (part != std::string_view::npos) {
      if (part != 0 && length > 2) return false;
      ++runs[part];
    }
    at += length;
  }
  return runs[0] == 1 && runs[1] == 1 && runs[2] == 1 &&
         std::all_of(runs.begin(), runs.end(), [](int count) { return count <= 1; });
}

std::optional<Instant> read_legacy_time(const std::string& text, const LegacyMapping& mapping) {
  if (mapping.times.empty()) return read_usual(text, mapping.time_zone);
  for (const std::string& format : mapping.times) {
    if (const auto instant = read_by_format(text, format, mapping.time_zone)) return instant;
  }
  return std::nullopt;
}

std::string_view without_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 4> spaces = {" ", "\t", "\u3000", "\u00A0"};
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (const std::string_view space : spaces) {
      if (text.size() < space.size()) continue;
      if (text.substr(0, space.size()) == space) {
        text.remove_prefix(space.size());
        goes_on = true;
      } else if (text.substr(text.size() - space.size()) == space) {
        text.remove_suffix(space.size());
        goes_on = true;
      }
    }
  }
  return text;
}

std::vector<std::string> split_list(std::string_view text) {
  constexpr std::array<std::string_view, 5> marks = {",", ";", "，", "；", "、"};
  std::vector<std::string> items(1);
  while (!text.empty()) {
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](std::string_view one) {
      return text.substr(0, one.size()) == one;
    });
    if (mark == marks.end()) {
      items.back() += text.front();
      text.remove_prefix(1);
    } else {
      items.emplace_back();
      text.remove_prefix(mark->size());
    }
  }
  for (std::string& item : items)
    item = std::string(without_spaces(item));
  items.erase(std::remove(items.begin(), items.end(), std::string()), items.end());
  return items;
}

const LegacyRows& rows_of(const LegacyMapping& mapping, LegacyTable table) {
  return table == LegacyTable::contacts ? mapping.contacts
         : table == LegacyTable::cases  ? mapping.cases
                                        : mapping.steps;
}

}  // namespace gridcase::exchange
