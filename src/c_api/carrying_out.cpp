#include "c_api/carrying_out.hpp"

#include "base/json_parse.hpp"
#include "base/text.hpp"
#include "c_api/call.hpp"
#include "c_api/request.hpp"
#include "c_api/streams.hpp"
#include "c_api/structs.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <optional>
#include <sstream>

namespace gridcase::c_api {
namespace {

// A request that was read: what is to be done, with which file.
struct Task {
  const Call* call = nullptr;
  Work work;
  std::string data;  // the file to read, if it came with the request
};

void throw_faults(std::vector<Fault> faults) {
  if (std::any_of(faults.begin(), faults.end(),
                  [](const Fault& fault) { return fault.severity == Severity::error; })) {
    throw DocumentError("request", std::move(faults));
  }
}

const boost::json::object& object_of(const boost::json::value& value) {
  if (!value.is_object()) {
    throw DocumentError("request", {{Severity::error, "json.type", "", "the request is no object",
                                     "write {\"call\": …}"}});
  }
  return value.get_object();
}

Task read_task(std::string_view text, bool has_read_callback) {
  const boost::json::value value = base::parse_json(text, "request");
  const boost::json::object& object = object_of(value);
  std::vector<Fault> faults;
  base::ObjectReader in(object, "", faults);
  Request request(object, in, faults);
  Task task;
  const std::string name = request.required_text("call");
  task.call = find_call(name);
  if (task.call == nullptr && !name.empty()) {
    in.fault("call", "request.call", "there is no call \"" + name + "\"",
             "use one of those that {\"call\": \"calls\"} lists");
  }
  throw_faults(faults);  // without a call nothing is known of the other keys
  task.work = task.call->read(request);
  if (task.call->file == File::read && !has_read_callback)
    task.data = request.required_text("data");
  in.finish();
  throw_faults(std::move(faults));
  return task;
}

// Runs the work between the host's streams, or texts in their place.
class Run {
public:
  Run(Engine* engine, const gridcase_streams& streams) {
    context_.engine = engine;
    if (engine != nullptr) context_.zone = zone_of(*engine);
    if (streams.read != nullptr) input_.emplace(streams.read, streams.user);
    if (streams.write != nullptr) output_.emplace(streams.write, streams.user);
  }

  std::string carry_out(const Task& task) {
    std::istringstream text(task.data);
    std::ostringstream written;
    std::istream in(input_ ? static_cast<std::streambuf*>(&*input_) : text.rdbuf());
    std::ostream out(output_ ? static_cast<std::streambuf*>(&*output_) : written.rdbuf());
    context_.in = &in;
    context_.out = &out;
    const std::string answer = work(task, out);
    return task.call->file == File::written && !output_ ? with_data(answer, written.str()) : answer;
  }

private:
  // What the library says of a stream that went bad is less than what is known here.
  std::string work(const Task& task, std::ostream& out) {
    base::JsonWriter answer;
    try {
      task.work(context_, answer);
      out.flush();
    } catch (const Error&) {
      check_streams();
      throw;
    }
    check_streams();
    return answer.take();
  }

  void check_streams() const {
    if (input_) input_->check();
    if (output_) output_->check();
  }

  // {"count": 3} becomes {"count": 3, "data": "…"}.
  static std::string with_data(std::string answer, const std::string& data) {
    if (!base::is_valid_utf8(data)) {
      throw Error(ErrorCode::invalid_argument,
                  "the file is not in UTF-8 and cannot stand in JSON; ask for UTF-8, or take it "
                  "through gridcase_call_with_streams",
                  "data");
    }
    base::JsonWriter text;
    text.value(data);
    answer.pop_back();
    return answer + (answer.size() > 1 ? "," : "") + "\"data\":" + text.take() + "}";
  }

  Context context_;
  std::optional<CallbackInput> input_;
  std::optional<CallbackOutput> output_;
};

}  // namespace

std::string zone_of(const Engine& engine) { return engine.policy()->organization.time_zone; }

std::string carry_out(Engine* engine, std::string_view request, const gridcase_streams* streams) {
  const gridcase_streams none GRIDCASE_STREAMS_INIT;
  const gridcase_streams given = streams == nullptr ? none : taken(streams, none, "streams");
  const Task task = read_task(request, given.read != nullptr);
  if (task.call->needs == Needs::engine && engine == nullptr) {
    throw Error(ErrorCode::invalid_argument,
                std::string("engine is NULL; the call ") + task.call->name + " needs one",
                "engine");
  }
  return Run(engine, given).carry_out(task);
}

}  // namespace gridcase::c_api
