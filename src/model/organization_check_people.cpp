// Persons, leading groups, desks and queues.
#include "model/organization_check.hpp"

#include <map>

namespace gridcase::model {

namespace {

void check_posts(const Check& check, Spot spot, const Person& person) {
  for (std::size_t i = 0; i < person.posts.size(); ++i) {
    const Post& post = person.posts[i];
    const std::string path = "posts[" + std::to_string(i) + "].";
    if (post.role.empty()) {
      check.findings.error(spot.at(path + "role"), "person.role_missing", "the post has no role",
                           "say what the person does there");
    }
    check.unit(spot.at(path + "unit"), "person", post.unit);
    for (const std::string& category : post.categories) {
      check.category(spot.at(path + "categories"), "person", category);
    }
    for (const std::string& ground : post.territory)
      check.unit(spot.at(path + "territory"), "person", ground);
  }
}

void check_substitutes(const Check& check, Spot spot, const Person& person) {
  for (const std::string& substitute : person.substitutes) {
    check.person(spot.at("substitutes"), "person", substitute);
    if (substitute != person.code) continue;
    check.findings.error(spot.at("substitutes"), "person.substitute_self",
                         "nobody can act in their own absence", "name somebody else");
  }
}

void check_group(const Check& check, Spot spot, const LeadingGroup& group) {
  std::size_t heads = 0;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const LeadingGroup::Member& member = group.members[i];
    const std::string path = "members[" + std::to_string(i) + "].";
    check.person(spot.at(path + "person"), "group", member.person);
    if (member.person.empty()) {
      check.findings.error(spot.at(path + "person"), "group.person_missing",
                           "the member is not named", "give the code of a person");
    }
    if (member.role == "head") {
      ++heads;
    } else if (member.role != "deputy_head" && member.role != "member") {
      check.findings.error(spot.at(path + "role"), "group.role_unknown",
                           "\"" + member.role + "\" is no role in a leading group",
                           "use one of: head, deputy_head, member");
    }
  }
  if (heads != 1 || group.members.front().role != "head") {
    check.findings.warning(spot.at("members"), "group.head",
                           "a leading group has one head, who comes first",
                           "put one member with the role head first");
  }
  for (const std::string& topic : group.topics)
    check.category(spot.at("topics"), "group", topic);
}

void check_desk_numbers(const Check& check) {
  std::map<std::string_view, std::size_t> desk_of;
  const auto& desks = check.organization.desks;
  for (std::size_t i = 0; i < desks.size(); ++i) {
    for (const std::string& number : desks[i].numbers) {
      const auto [at, is_new] = desk_of.emplace(number, i);
      if (is_new) continue;
      check.findings.error({Section::desks, i, "numbers"}, "desk.number_twice",
                           "the number " + number + " also rings at " + desks[at->second].code,
                           "let it ring at one desk");
    }
  }
}

}  // namespace

void check_people(const Check& check) {
  const auto& persons = check.organization.persons;
  for (std::uint32_t i = 0; i < persons.size(); ++i) {
    const Person& person = persons[i];
    const Spot spot{Section::persons, i, {}};
    check.code(spot, "person", person.code, check.index.persons.find(person.code));
    check.not_empty(spot.at("unit"), "person", person.unit);
    check.unit(spot.at("unit"), "person", person.unit);
    check.span(spot, "person", person.valid_from, person.valid_until);
    check_posts(check, spot, person);
    check_substitutes(check, spot, person);
  }
  const auto& groups = check.organization.leading_groups;
  const CodeIndex group_codes(groups);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const Spot spot{Section::leading_groups, i, {}};
    check.code(spot, "group", groups[i].code, group_codes.find(groups[i].code));
    check_group(check, spot, groups[i]);
  }
}

void check_intake(const Check& check) {
  const auto& desks = check.organization.desks;
  const CodeIndex desk_codes(desks);
  for (std::uint32_t i = 0; i < desks.size(); ++i) {
    const Spot spot{Section::desks, i, {}};
    check.code(spot, "desk", desks[i].code, desk_codes.find(desks[i].code));
    check.not_empty(spot.at("unit"), "desk", desks[i].unit);
    check.unit(spot.at("unit"), "desk", desks[i].unit);
    check.not_negative(spot.at("seats"), "desk", desks[i].seats);
    check.not_negative(spot.at("capacity"), "desk", desks[i].capacity);
  }
  check_desk_numbers(check);
  const auto& queues = check.organization.queues;
  const CodeIndex queue_codes(queues);
  for (std::uint32_t i = 0; i < queues.size(); ++i) {
    const Spot spot{Section::queues, i, {}};
    check.code(spot, "queue", queues[i].code, queue_codes.find(queues[i].code));
    check.not_empty(spot.at("unit"), "queue", queues[i].unit);
    check.unit(spot.at("unit"), "queue", queues[i].unit);
    for (const std::string& category : queues[i].categories) {
      check.category(spot.at("categories"), "queue", category);
    }
    check.not_negative(spot.at("capacity"), "queue", queues[i].capacity);
  }
}

}  // namespace gridcase::model
