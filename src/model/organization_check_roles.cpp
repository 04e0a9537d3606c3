// What accounts may: the roles, and the posts that have them.
#include "model/organization_check.hpp"

#include <gridcase/lifecycle.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace gridcase::model {

namespace {

constexpr std::string_view no_action = "none";

void check_actions(const Check& check, Spot spot, const Role& role) {
  std::set<std::string_view> named;
  for (const std::string& action : role.actions) {
    const auto kind = action_from_name(action);
    if (action == no_action) {
      if (role.actions.size() == 1) continue;
      check.findings.error(spot.at("actions"), "role.actions_none",
                           "none stands beside other actions",
                           "write [\"none\"] alone, or leave it out");
    } else if (action == "reveal" || action == "erase") {
      check.findings.error(spot.at("actions"), "role.actions_flag",
                           action + " goes by a right of its own",
                           "leave it out and set sensitive, reveals or erases");
    } else if (!kind) {
      check.findings.error(spot.at("actions"), "role.actions_unknown",
                           "there is no action \"" + action + "\"",
                           "use names of actions, such as report or sign, or none");
    } else if (*kind == ActionKind::fall_due || *kind == ActionKind::recalculate ||
               *kind == ActionKind::repeat) {
      check.findings.error(spot.at("actions"), "role.actions_engine",
                           action + " is done by the engine alone", "leave it out");
    } else if (!named.insert(action).second) {
      check.findings.warning(spot.at("actions"), "role.action_twice", action + " is named twice",
                             "name it once");
    }
  }
}

// Ground is what the command line has: everything, a township, a village, a grid.
void check_territory(const Check& check, Spot spot, const Post& post, const std::string& path) {
  for (const std::string& code : post.territory) {
    const std::uint32_t unit = check.index.units.find(code);
    if (unit == nothing || is_on_command_line(check.organization.units[unit].kind)) continue;
    check.findings.error(spot.at(path + "territory"), "person.territory_kind",
                         code + " has no ground of its own",
                         "name units of the command line: centres, rooms, villages, grids");
  }
}

void check_posts(const Check& check, Spot spot, const Person& person) {
  const bool has_roles = !check.organization.roles.empty();
  std::set<std::pair<std::string_view, std::string_view>> held;
  for (std::size_t i = 0; i < person.posts.size(); ++i) {
    const Post& post = person.posts[i];
    const std::string path = "posts[" + std::to_string(i) + "].";
    check_territory(check, spot, post, path);
    if (!has_roles || post.role.empty()) continue;
    if (check.index.roles.find(post.role) == nothing) {
      check.findings.error(spot.at(path + "role"), "person.role_unknown",
                           "there is no role with the code \"" + post.role + "\"",
                           "correct the code, or add the role to roles");
    }
    if (held.emplace(post.role, unit_of(person, post)).second) continue;
    check.findings.warning(spot.at(path + "role"), "person.post_twice",
                           person.code + " is " + post.role + " at " + unit_of(person, post) +
                               " twice; who acts in that post has the rights of both",
                           "make one post of them");
  }
}

}  // namespace

void check_roles(const Check& check) {
  const auto& roles = check.organization.roles;
  for (std::uint32_t i = 0; i < roles.size(); ++i) {
    const Spot spot{Section::roles, i, {}};
    check.code(spot, "role", roles[i].code, check.index.roles.find(roles[i].code));
    check_actions(check, spot, roles[i]);
  }
  const auto& persons = check.organization.persons;
  for (std::uint32_t i = 0; i < persons.size(); ++i)
    check_posts(check, {Section::persons, i, {}}, persons[i]);
}

}  // namespace gridcase::model
