#include "rules/validate_platforms.hpp"

#include "base/text.hpp"
#include "model/organization_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace gridcase::rules {
namespace {

using Means = Platform::Means;

constexpr std::size_t longest_system = 64;  // as the system of an external id
constexpr std::size_t longest_word = 100;   // of theirs

bool is_word(const std::string& text) {
  return !text.empty() && base::is_valid_utf8(text) &&
         base::length_in_characters(text) <= longest_word;
}

// What only the engine itself does, or a person who has to answer for it.
bool is_for_others(ActionKind action) {
  switch (action) {
  case ActionKind::fall_due:
  case ActionKind::recalculate:
  case ActionKind::repeat:
  case ActionKind::reveal:
  case ActionKind::erase: return false;
  default: return true;
  }
}

class PlatformCheck {
public:
  PlatformCheck(const Policy& policy, std::vector<Fault>& faults)
      : policy_(policy), index_(policy.organization), faults_(faults) {}

  void all() {
    for (std::size_t i = 0; i < policy_.platforms.size(); ++i)
      platform(policy_.platforms[i], fmt::format("platforms[{}]", i));
  }

private:
  void platform(const Platform& it, const std::string& path) {
    system(it.system, path + ".system");
    if (index_.units.find(it.unit) == model::nothing) {
      error("platform.unit_unknown", path + ".unit",
            fmt::format("there is no unit with the code \"{}\"", it.unit),
            "correct the code, or add the unit, of kind platform for instance");
    }
    for (std::size_t i = 0; i < it.categories.size(); ++i)
      category(it.categories[i], fmt::format("{}.categories[{}]", path, i));
    sent(it.sends, path + ".sends");
    codes(it, path);
    steps(it, path);
    means(it, path);
  }

  void system(const std::string& code, const std::string& path) {
    if (code.empty() || code.size() > longest_system || !base::has_code_characters_only(code)) {
      error("platform.system_invalid", path, fmt::format("\"{}\" is no code", code),
            "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
    } else if (!systems_.insert(code).second) {
      error("platform.system_twice", path, fmt::format("the system {} stands there twice", code),
            "describe each system once");
    }
  }

  void category(const std::string& code, const std::string& path) {
    if (index_.categories.find(code) != model::nothing) return;
    error("platform.category_unknown", path,
          fmt::format("there is no category with the code \"{}\"", code),
          "correct the code, or add the category");
  }

  void sent(const std::vector<ActionKind>& all, const std::string& path) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (is_for_others(all[i])) continue;
      error("platform.action", fmt::format("{}[{}]", path, i),
            fmt::format("{} is nothing that another system may do", name(all[i])),
            "name a step of a case, such as sign, progress or feedback");
    }
  }

  void codes(const Platform& it, const std::string& path) {
    std::set<std::string_view> taken;
    for (std::size_t i = 0; i < it.category_codes.size(); ++i) {
      const std::string at = fmt::format("{}.category_codes[{}]", path, i);
      const std::string& theirs = it.category_codes[i].theirs;
      const bool is_for_none = theirs.empty();  // what they give no category
      if (!is_for_none) {
        word(theirs, at + ".theirs", taken);
      } else if (!taken.insert(theirs).second) {
        twice("no category", at + ".theirs");
      }
      category(it.category_codes[i].ours, at + ".ours");
    }
  }

  // A word may mean one thing of a contact and another of an order.
  void steps(const Platform& it, const std::string& path) {
    std::set<std::string_view> taken;
    std::set<std::pair<std::string_view, ActionKind>> meanings;
    for (std::size_t i = 0; i < it.steps.size(); ++i) {
      const Platform::Step& step = it.steps[i];
      const std::string at = fmt::format("{}.steps[{}]", path, i);
      const bool is_other = meanings.insert({step.theirs, step.action}).second;
      if (is_other) taken.erase(step.theirs);
      word(step.theirs, at + ".theirs", taken);
      if (!is_for_others(step.action)) {
        error("platform.action", at + ".action",
              fmt::format("{} is nothing that another system may do", name(step.action)),
              "name a step of a case, such as sign, progress or feedback");
      } else if (!it.sends.empty() &&
                 std::find(it.sends.begin(), it.sends.end(), step.action) == it.sends.end()) {
        error("platform.step_not_sent", at + ".action",
              fmt::format("{} means {}, which the system may not send", step.theirs,
                          name(step.action)),
              fmt::format("add {} to sends, or take the step out", name(step.action)));
      }
    }
  }

  void word(const std::string& theirs, const std::string& path, std::set<std::string_view>& taken) {
    if (!is_word(theirs)) {
      error("platform.word_invalid", path, "a word of theirs is empty, too long or no UTF-8",
            "use 1 to 100 characters");
    } else if (!taken.insert(theirs).second) {
      twice(theirs, path);
    }
  }

  void twice(const std::string& what, const std::string& path) {
    error("platform.word_twice", path, fmt::format("{} stands there twice", what),
          "say once what it means here");
  }

  // What is said of a way that the system does not have would never take effect.
  void means(const Platform& it, const std::string& path) {
    const bool no_inbox = it.means == Means::pull_only || it.means == Means::manual;
    const bool no_outbox = it.means == Means::push_only || it.means == Means::manual;
    const auto idle = [&](bool said, const char* key, const char* why) {
      if (!said) return;
      error("platform.means", path + key, fmt::format("the means are {}: {}", name(it.means), why),
            "correct the means, or leave this out");
    };
    if (no_inbox) {
      idle(!it.sends.empty(), ".sends", "it sends nothing");
      idle(!it.steps.empty(), ".steps", "it sends nothing");
    }
    if (no_outbox) {
      idle(!it.receives.empty(), ".receives", "it is sent nothing");
      idle(!it.categories.empty(), ".categories", "it is sent nothing");
      idle(it.personal, ".personal", "it is sent nothing");
    }
  }

  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  const Policy& policy_;
  const model::OrganizationIndex index_;
  std::vector<Fault>& faults_;
  std::set<std::string_view> systems_;
};

}  // namespace

void check_platforms(const Policy& policy, std::vector<Fault>& faults) {
  PlatformCheck(policy, faults).all();
}

}  // namespace gridcase::rules
