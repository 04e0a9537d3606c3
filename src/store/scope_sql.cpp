#include "store/scope_sql.hpp"

#include "store/codes.hpp"
#include "store/sqlite.hpp"

#include <algorithm>

namespace gridcase::store {
namespace {

std::size_t room_for(std::size_t count) {
  std::size_t room = 1;
  while (room < count)
    room *= 2;
  return room;
}

std::string names(std::size_t count, Parameters& parameters) {
  std::string text = parameters.next();
  for (std::size_t i = 1; i < count; ++i)
    text += ", " + parameters.next();
  return text;
}

// What is missing to the size of the text is the last code again.
void bind_codes(Cursor& cursor, const model::Scope::Codes& list, std::size_t size, Codes& codes,
                Connection& connection) {
  std::int64_t code = Codes::unknown;
  for (std::size_t i = 0; i < size; ++i) {
    if (i < list.size()) code = codes.find(connection, list[i]);
    cursor.bind(code);
  }
}

std::string joined(const std::vector<std::string>& texts, const char* word) {
  std::string all;
  for (const std::string& text : texts)
    all += (all.empty() ? "" : word) + text;
  return all;
}

}  // namespace

ScopeSql::ScopeSql(const model::Scope& scope)
    : everything_(scope.is_everything()), units_(&scope.units) {
  if (everything_) return;
  for (const model::Scope::View& view : scope.views) {
    Part& part = parts_.emplace_back();
    const auto add = [](std::vector<List>& lists, const char* column, bool is_among,
                        const model::Scope::Codes& codes) {
      lists.push_back({column, is_among, &codes, room_for(codes.size())});
    };
    if (view.categories) add(part.categories, "t.category", true, *view.categories);
    if (view.without && !view.without->empty())
      add(part.categories, "t.category", false, *view.without);
    part.everywhere = view.everything;
    if (view.everything) continue;
    if (!view.townships.empty()) add(part.ground, "t.township", true, view.townships);
    if (!view.villages.empty()) add(part.ground, "t.village", true, view.villages);
    if (!view.grids.empty()) add(part.ground, "t.grid", true, view.grids);
  }
}

// Whether the case is with one of the units.
std::string ScopeSql::units_condition(Parameters& parameters) const {
  const std::size_t count = room_for(units_->size());
  const std::string list = names(count, parameters);
  const std::string is_one = count == 1 ? " = " + list : " IN (" + list + ")";
  return "t.holder" + is_one + " OR t.reporter_unit" + is_one + " OR t.checker" + is_one +
         " OR t.about" + is_one +
         " OR EXISTS (SELECT 1 FROM assignments a WHERE a.county = t.county "
         "AND a.case_id = t.case_id AND a.unit" +
         is_one + ")";
}

// Each view by its categories and its ground; then, looked at last because it costs most, what is
// with the units and of the categories of any.
std::string ScopeSql::condition(Parameters& parameters) const {
  if (everything_) return "1 = 1";
  if (parts_.empty()) return "1 = 0";
  std::vector<std::string> ways;
  std::vector<std::string> limits;
  bool is_limited = true;
  for (const Part& part : parts_) {
    const auto text_of = [&](const List& list) {
      const std::string among = names(list.size, parameters);
      if (list.is_among && list.size == 1) return list.column + (" = " + among);
      return list.column + std::string(list.is_among ? " IN (" : " NOT IN (") + among + ")";
    };
    std::vector<std::string> categories;
    for (const List& list : part.categories)
      categories.push_back(text_of(list));
    const std::string limit = joined(categories, " AND ");
    if (limit.empty()) is_limited = false;
    if (!limit.empty()) limits.push_back("(" + limit + ")");
    std::vector<std::string> ground;
    for (const List& list : part.ground)
      ground.push_back(text_of(list));
    if (part.everywhere) ways.push_back(limit);
    if (part.everywhere || (limit.empty() && ground.empty())) continue;
    // Its categories are named here in any case: parameters must come in order.
    const std::string place = ground.empty() ? "1 = 0" : joined(ground, " OR ");
    ways.push_back(limit.empty() ? place : "(" + limit + " AND (" + place + "))");
  }
  if (!units_->empty()) {
    const std::string with = units_condition(parameters);
    ways.push_back(is_limited ? "((" + joined(limits, " OR ") + ") AND (" + with + "))" : with);
  }
  return ways.empty() ? "1 = 0" : joined(ways, " OR ");
}

void ScopeSql::bind(Cursor& cursor, Codes& codes, Connection& connection) const {
  if (everything_ || parts_.empty()) return;
  for (const Part& part : parts_) {
    for (const List& list : part.categories)
      bind_codes(cursor, *list.codes, list.size, codes, connection);
    for (const List& list : part.ground)
      bind_codes(cursor, *list.codes, list.size, codes, connection);
  }
  if (!units_->empty()) bind_codes(cursor, *units_, room_for(units_->size()), codes, connection);
}

}  // namespace gridcase::store
