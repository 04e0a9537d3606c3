#include "replay_organization.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gridcase::cli::replay {

namespace {

namespace json = boost::json;

// ---- polygons ----------------------------------------------------------------------------------

struct Ground {
  std::string code, parent;  // as the file writes them
  Area area;
};

[[noreturn]] void bad_file(const std::string& path, const std::string& why) {
  throw Error(ErrorCode::invalid_argument, "this is no GeoJSON with polygons: " + why, path);
}

std::string find_file(const std::string& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    const auto path = std::filesystem::path(folder) / name;
    if (std::filesystem::is_regular_file(path)) return path.string();
  }
  throw Error(ErrorCode::not_found,
              fmt::format("there is no such file in {}; name its folder with --polygons",
                          fmt::join(folders, ", ")),
              name);
}

Ring ring_of(const json::value& value) {
  Ring ring;
  for (const json::value& item : value.as_array()) {
    const json::array& pair = item.as_array();
    ring.push_back({pair.at(0).to_number<double>(), pair.at(1).to_number<double>()});
  }
  return ring;
}

Polygon polygon_of(const json::value& value) {
  const json::array& rings = value.as_array();
  Polygon polygon;
  polygon.outer = ring_of(rings.at(0));
  for (std::size_t i = 1; i < rings.size(); ++i)
    polygon.holes.push_back(ring_of(rings[i]));
  return polygon;
}

Area area_of(const json::object& geometry) {
  Area area;
  const json::value& coordinates = geometry.at("coordinates");
  if (geometry.at("type").as_string() == "Polygon") {
    area.push_back(polygon_of(coordinates));
  } else if (geometry.at("type").as_string() == "MultiPolygon") {
    for (const json::value& polygon : coordinates.as_array())
      area.push_back(polygon_of(polygon));
  } else {
    throw std::invalid_argument("a feature is neither Polygon nor MultiPolygon");
  }
  return area;
}

// A property is a text or, in some files, a number.
std::string property_of(const json::object& feature, const std::string& name) {
  if (name.empty()) return {};
  const json::value& value = feature.at("properties").as_object().at(name);
  if (value.is_string()) return {value.get_string().data(), value.get_string().size()};
  return json::serialize(value);
}

std::vector<Ground> read_grounds(const UnitColumn& column,
                                 const std::vector<std::string>& folders) {
  std::vector<Ground> grounds;
  if (column.file.empty()) return grounds;
  const std::string path = find_file(column.file, folders);
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  try {
    const json::value document = json::parse(text);
    for (const json::value& item : document.as_object().at("features").as_array()) {
      const json::object& feature = item.as_object();
      grounds.push_back({property_of(feature, column.code), property_of(feature, column.parent),
                         area_of(feature.at("geometry").as_object())});
    }
  } catch (const std::exception& problem) {
    bad_file(path, problem.what());
  }
  return grounds;
}

// ---- made of the rows --------------------------------------------------------------------------

class Maker {
public:
  Maker(const Mapping& mapping, const Values& values) : mapping_(mapping), values_(values) {
    if (mapping.county_code.empty()) {
      throw Error(ErrorCode::invalid_argument,
                  "the mapping has no \"county\"; add it, or name an organization with "
                  "--organization",
                  "county");
    }
    Organization& organization = setting_.policy.organization;
    setting_.policy.name = mapping.title;
    organization.code = mapping.county_code;
    organization.name = mapping.county_name;
    organization.time_zone = mapping.zone;
    organization.chinese_area_codes = false;
    setting_.codes.center = mapping.county_code;
    add(mapping.county_code, mapping.county_name, UnitKind::command_center, "");
  }

  Setting make(const std::vector<std::string>& folders) {
    add_units(mapping_.township, UnitKind::command_room, "t.", values_.townships, folders,
              setting_.codes.townships);
    add_units(mapping_.grid, UnitKind::grid, "g.", values_.grids, folders, setting_.codes.grids);
    for (const auto& [value, count] : values_.departments) {
      const auto known = mapping_.names.find(value);
      const std::string code = code_for("d.", value);
      add(code, known == mapping_.names.end() ? value : known->second, UnitKind::department,
          setting_.codes.center);
      setting_.codes.departments[value] = code;
    }
    add_categories();
    return std::move(setting_);
  }

private:
  Unit& add(const std::string& code, const std::string& name, UnitKind kind,
            const std::string& parent) {
    Unit unit;
    unit.code = code;
    unit.name = name;
    unit.kind = kind;
    unit.parent = parent;
    setting_.policy.organization.units.push_back(std::move(unit));
    return setting_.policy.organization.units.back();
  }

  static std::string labelled(const UnitColumn& column, const std::string& value) {
    return column.label.empty() ? value : fmt::format(fmt::runtime(column.label), value);
  }

  // A grid stands where its file says, else where the first row that names a township says.
  std::string parent_of(UnitKind kind, const std::string& value, const std::string& above) {
    Codes& codes = setting_.codes;
    if (kind != UnitKind::grid) return codes.center;
    if (!mapping_.grid.file.empty() && !mapping_.grid.parent.empty())
      return above.empty() ? codes.center : above;
    codes.by_rows.insert(codes.grids[value]);
    const std::string township =
        Codes::find(codes.townships, Codes::find(values_.township_of, value));
    return township.empty() ? codes.center : township;
  }

  // With polygons, they say which units there are; else the rows do.
  void add_units(const UnitColumn& column, UnitKind kind, const char* prefix,
                 const std::map<std::string, std::int64_t>& found,
                 const std::vector<std::string>& folders,
                 std::map<std::string, std::string>& codes) {
    if (column.name.empty()) return;
    for (Ground& ground : read_grounds(column, folders)) {
      const std::string value = column.spelling.apply(ground.code);
      const std::string above =
          Codes::find(setting_.codes.townships, mapping_.township.spelling.apply(ground.parent));
      codes[value] = code_for(prefix, value);
      add(codes[value], labelled(column, value), kind, parent_of(kind, value, above)).area =
          std::move(ground.area);
    }
    if (!column.file.empty()) return;
    for (const auto& [value, count] : found) {
      codes[value] = code_for(prefix, value);
      add(codes[value], labelled(column, value), kind, parent_of(kind, value, ""));
    }
  }

  void add_category(const std::string& code, const std::string& name, const std::string& parent) {
    Category category;
    category.code = code;
    category.name = name;
    category.parent = parent;
    setting_.policy.organization.categories.push_back(std::move(category));
  }

  // Who had most of its cases leads a category.
  void add_duty(const std::string& category, const std::map<std::string, std::int64_t>& counts) {
    Duty duty;
    duty.category = category;
    std::int64_t most = 0;
    for (const auto& [department, count] : counts) {
      if (department.empty() || count <= most) continue;
      most = count;
      duty.lead = Codes::find(setting_.codes.departments, department);
    }
    if (duty.lead.empty()) duty.lead = setting_.codes.center;
    setting_.policy.organization.duties.push_back(std::move(duty));
  }

  void add_categories() {
    setting_.codes.otherwise = "other";
    add_category("other", "other", "");
    add_duty("other", {});
    std::map<std::string, std::string> parents;
    for (const auto& [key, counts] : values_.departments_of) {
      const auto& [parent, value] = key;
      if (value.empty()) continue;
      if (!parent.empty() && parents.count(parent) == 0) {
        parents[parent] = code_for("k.", parent);
        add_category(parents[parent], parent, "");
      }
      const std::string code =
          parent.empty() ? code_for("c.", value) : code_for("c.", parent + "/" + value);
      add_category(code, value, parent.empty() ? std::string() : parents[parent]);
      add_duty(code, counts);
      setting_.codes.categories[key] = code;
    }
  }

  const Mapping& mapping_;
  const Values& values_;
  Setting setting_;
};

// ---- a ready one -------------------------------------------------------------------------------

std::map<std::string, std::string>* codes_for(Codes& codes, UnitKind kind) {
  switch (kind) {
  case UnitKind::command_room: return &codes.townships;
  case UnitKind::grid: return &codes.grids;
  case UnitKind::department:
  case UnitKind::station:
  case UnitKind::subcenter:
  case UnitKind::provider:
  case UnitKind::response_team:
  case UnitKind::task_force:
  case UnitKind::platform: return &codes.departments;
  default: return nullptr;
  }
}

}  // namespace

std::string Codes::find(const std::map<std::string, std::string>& codes, const std::string& value) {
  const auto found = codes.find(value);
  return found == codes.end() ? std::string() : found->second;
}

std::string Codes::category(const Request& request) const {
  for (const auto& parent : {request.category_parent, std::string()}) {
    const auto found = categories.find({parent, request.category});
    if (found != categories.end()) return found->second;
  }
  return {};
}

Setting make_setting(const Mapping& mapping, const Values& values,
                     const std::vector<std::string>& folders) {
  return Maker(mapping, values).make(folders);
}

Setting use_setting(Policy policy) {
  Setting setting;
  for (const Unit& unit : policy.organization.units) {
    if (unit.kind == UnitKind::command_center) setting.codes.center = unit.code;
    auto* codes = codes_for(setting.codes, unit.kind);
    if (codes == nullptr) continue;
    codes->emplace(unit.name, unit.code);
    (*codes)[unit.code] = unit.code;  // a code comes before somebody else's name
  }
  for (const Category& category : policy.organization.categories) {
    setting.codes.categories.emplace(std::pair<std::string, std::string>("", category.name),
                                     category.code);
    setting.codes.categories[{"", category.code}] = category.code;
  }
  setting.policy = std::move(policy);
  return setting;
}

}  // namespace gridcase::cli::replay
