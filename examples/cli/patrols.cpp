#include "patrols.hpp"

#include "documents.hpp"
#include "failure.hpp"
#include "raw_json.hpp"

#include <gridcase/error.hpp>

#include <boost/json.hpp>

#include <set>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

class PatrolReader {
public:
  PatrolReader(std::string_view text, const std::string& zone) : text_(text), zone_(zone) {}

  Patrol read() {
    json::error_code error;
    const json::value document = json::parse(json::string_view(text_.data(), text_.size()), error);
    if (error || !document.is_object()) {
      fault("form", "", error ? "is not JSON: " + error.message() : "is not an object",
            "write {\"key\": …, \"list\": …, \"passed\": […], \"failed\": […]}");
    } else {
      read(document.get_object());
    }
    if (!faults_.empty()) throw DocumentError("patrol", faults_);
    return std::move(patrol_);
  }

private:
  void read(const json::object& round) {
    check_keys(round, {"key", "list", "note", "happened", "passed", "failed"}, "");
    patrol_.key = text_of(round, "key", "");
    patrol_.list = text_of(round, "list", "");
    patrol_.note = text_of(round, "note", "");
    read_time(text_of(round, "happened", ""));
    read_passed(round.if_contains("passed"));
    read_failed(round.if_contains("failed"));
  }

  void read_time(const std::string& text) {
    if (text.empty()) return;
    try {
      patrol_.happened = parse_time("happened", text, zone_);
    } catch (const Failure& failure) {
      fault(failure.code(), "happened", failure.message(Language::en), failure.fix(Language::en));
    }
  }

  void read_passed(const json::value* list) {
    if (list == nullptr) return;
    if (!list->is_array()) return fault_of_list("passed", "[\"1.1\", …]");
    for (const json::value& one : list->get_array()) {
      if (!one.is_string()) return fault_of_list("passed", "[\"1.1\", …]");
      patrol_.passed.emplace_back(one.get_string());
    }
  }

  void read_failed(const json::value* list) {
    if (list == nullptr) return;
    if (!list->is_array()) return fault_of_list("failed", "[{\"clause\": \"1.1\"}, …]");
    const auto texts = raw_elements(raw_member(text_, "failed"));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const json::object* failure = list->get_array().at(i).if_object();
      if (failure == nullptr) return fault_of_list("failed", "[{\"clause\": \"1.1\"}, …]");
      read_failure(*failure, texts[i], "failed[" + std::to_string(i) + "].");
    }
  }

  // What is reported has the form that an action takes.
  void read_failure(const json::object& failure, std::string_view text, const std::string& path) {
    check_keys(failure, {"clause", "title", "text", "point", "address", "attachments"}, path);
    std::string action = "{\"kind\":\"report\"";
    for (const char* key : {"title", "text", "point", "address", "attachments"}) {
      if (failure.contains(key))
        action.append(",\"").append(key).append("\":").append(raw_member(text, key));
    }
    const std::string clause = text_of(failure, "clause", path);
    try {
      const Action read = read_action(action + "}");
      patrol_.failed.push_back(
          {clause, read.title, read.text, read.point, read.address, read.attachments});
    } catch (const DocumentError& error) {
      for (const Fault& one : error.faults())
        fault(one.code, path + one.path, one.message, one.fix);
    }
  }

  std::string text_of(const json::object& object, const char* key, const std::string& path) {
    const json::value* value = object.if_contains(key);
    if (value == nullptr) return {};
    if (value->is_string()) return std::string(value->get_string());
    fault("not_text", path + key, "must be a text", "write \"" + std::string(key) + "\": \"…\"");
    return {};
  }

  void check_keys(const json::object& object, const std::set<std::string_view>& known,
                  const std::string& path) {
    for (const auto& member : object) {
      const std::string key(member.key());
      if (known.count(key) != 0) continue;
      fault("unknown_key", path + key, "this key is not known here",
            "use one of: " + joined(std::vector<std::string>(known.begin(), known.end())));
    }
  }

  void fault_of_list(const char* key, const std::string& form) {
    fault("not_list", key, "must be a list", "write \"" + std::string(key) + "\": " + form);
  }

  void fault(const std::string& code, const std::string& path, const std::string& message,
             const std::string& fix) {
    faults_.push_back({Severity::error, "patrol." + code, path, message, fix});
  }

  std::string_view text_;
  const std::string& zone_;
  Patrol patrol_;
  std::vector<Fault> faults_;
};

}  // namespace

Patrol read_patrol(std::string_view text, const std::string& zone) {
  return PatrolReader(text, zone).read();
}

}  // namespace gridcase::cli
