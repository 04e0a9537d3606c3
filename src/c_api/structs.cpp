#include "c_api/structs.hpp"

#include "c_api/put.hpp"

#include <array>
#include <chrono>
#include <limits>
#include <string>

namespace gridcase::c_api {
namespace {

constexpr std::size_t number_room = 256;

std::string text_of(const char* text) { return text == nullptr ? std::string() : text; }

[[noreturn]] void callback_failed(const char* name) {
  throw Error(ErrorCode::io, std::string("the callback ") + name + " says that it failed",
              std::string("options.") + name);
}

template <typename Enum>
Enum one_of_two(std::int32_t value, Enum first, Enum second, const char* field) {
  if (value == static_cast<std::int32_t>(first)) return first;
  if (value == static_cast<std::int32_t>(second)) return second;
  throw Error(ErrorCode::invalid_argument,
              std::string(field) + " is " + std::to_string(value) +
                  "; begin with GRIDCASE_OPTIONS_INIT and use a value of the header",
              field);
}

void set_callbacks(EngineOptions& made, const gridcase_options& given) {
  void* const user = given.user;
  if (given.entropy != nullptr) {
    made.entropy = [user, call = given.entropy](std::uint8_t* out, std::size_t count) {
      if (call(user, out, count) != 0) callback_failed("entropy");
    };
  }
  if (given.number != nullptr) {
    made.number = [user, call = given.number](const Action& report, CaseId id, Instant recorded) {
      std::array<char, number_room> number{};
      const std::string json = write_action(report);
      if (call(user, json.c_str(), to_number(id), to_microseconds(recorded), number.data(),
               number.size()) != 0) {
        callback_failed("number");
      }
      number.back() = '\0';
      return std::string(number.data());
    };
  }
  if (given.log != nullptr) {
    made.log = [user, call = given.log](const LogRecord& record) {
      JsonWriter fields;
      fields.begin_object();
      for (const LogField& field : record.fields)
        fields.field(field.name, field.value);
      call(user, static_cast<std::int32_t>(record.level), std::string(record.code).c_str(),
           std::string(record.message).c_str(), fields.end_object().take().c_str());
    };
  }
  if (given.stop != nullptr) {
    made.stop = [user, call = given.stop] { return call(user) != 0; };
  }
  if (given.stopwatch != nullptr) {
    made.stopwatch = [user, call = given.stopwatch] {
      return std::chrono::nanoseconds(call(user));
    };
  }
}

}  // namespace

void check_struct(const void* given, std::size_t size, std::size_t known, const char* name) {
  const std::string argument(name);
  if (given == nullptr) {
    throw Error(ErrorCode::invalid_argument, argument + " is NULL; pass one", argument);
  }
  if (size < sizeof(std::size_t) + sizeof(std::int32_t)) {
    throw Error(ErrorCode::invalid_argument,
                argument + ".struct_size is " + std::to_string(size) +
                    "; begin with the INIT macro of the struct",
                argument + ".struct_size");
  }
  if (size > known) {
    throw Error(ErrorCode::unsupported,
                argument + " is larger than this library knows: the program was compiled for a "
                           "newer gridcase; use that library",
                argument + ".struct_size");
  }
}

Actor actor_of(const gridcase_actor* actor, const char* name) {
  const gridcase_actor given = taken(actor, {}, name);
  const std::string field = std::string(name) + ".unit";
  if (given.unit == nullptr || *given.unit == '\0') {
    throw Error(ErrorCode::invalid_argument, field + " is empty; name the unit that acts", field);
  }
  return {given.unit, text_of(given.person), text_of(given.post)};
}

EngineOptions options_of(const gridcase_options* options) {
  EngineOptions made;
  if (options == nullptr) return made;
  const gridcase_options given = taken(options, gridcase_options GRIDCASE_OPTIONS_INIT, "options");
  if (given.abi_version != GRIDCASE_ABI_VERSION) {
    throw Error(ErrorCode::unsupported,
                "the program was compiled for version " + std::to_string(given.abi_version) +
                    " of the C interface and this library has " +
                    std::to_string(GRIDCASE_ABI_VERSION) + "; compile it with this header",
                "options.abi_version");
  }
  made.durability =
      one_of_two(given.durability, Durability::strict, Durability::relaxed, "options.durability");
  made.hash = one_of_two(given.hash, HashAlgorithm::sha256, HashAlgorithm::sm3, "options.hash");
  made.read_only = given.read_only != 0;
  made.busy_wait_ms = given.busy_wait_ms;
  made.allow_network_drive = given.allow_network != 0;
  set_callbacks(made, given);
  return made;
}

gridcase_answer answer_of(const Answer& answer) {
  gridcase_answer made GRIDCASE_ANSWER_INIT;
  made.status = static_cast<std::int32_t>(answer.status);
  made.refusal = answer.refusal ? static_cast<std::int32_t>(answer.refusal->code) : 0;
  made.case_id = to_number(answer.case_id);
  made.version = answer.version;
  made.sequence = answer.sequence;
  made.state = static_cast<std::int32_t>(answer.state);
  made.provisional = answer.provisional ? 1 : 0;
  return made;
}

gridcase_tick_report report_of(const TickReport& report) {
  gridcase_tick_report made GRIDCASE_TICK_REPORT_INIT;
  made.fired = report.fired;
  made.resumed = report.resumed;
  made.followed = report.followed;
  made.behind = report.behind;
  made.slices = report.slices;
  made.failed = report.failed;
  made.latest = report.latest.count();
  made.next = report.next ? to_microseconds(*report.next) : std::numeric_limits<int64_t>::min();
  made.longest = report.longest_slice ? report.longest_slice->count() : -1;
  made.more = report.more ? 1 : 0;
  return made;
}

}  // namespace gridcase::c_api
