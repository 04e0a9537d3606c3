// The functions of gridcase.h that need an engine.

#include "c_api/carrying_out.hpp"
#include "c_api/engines.hpp"
#include "c_api/errors.hpp"
#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/structs.hpp"

#include <gridcase/engine.hpp>
#include <gridcase/version.hpp>

#include <optional>

namespace gridcase::c_api {
namespace {

void give(char** out, const std::string& text) { *out = given_text(text.data(), text.size()); }

// Faults get the place of the submission before their path.
Submission submission_of(const gridcase_submission& given, std::size_t index) {
  const std::string place = "submissions[" + std::to_string(index) + "]";
  const std::string_view action =
      text_of(given.action, given.action_size, (place + ".action").c_str());
  Submission made;
  try {
    made.action = read_action(action);
  } catch (const DocumentError& error) {
    std::vector<Fault> faults = error.faults();
    for (Fault& fault : faults)
      fault.path = place + (fault.path.empty() ? "" : "." + fault.path);
    throw DocumentError("action", std::move(faults));
  }
  made.actor = actor_of(given.actor, (place + ".actor").c_str());
  made.now = from_microseconds(given.now);
  return made;
}

// An element of a list whose elements are as large as the first says.
template <typename Struct> auto* element(Struct* first, std::size_t size, std::size_t index) {
  using Bytes = std::conditional_t<std::is_const_v<Struct>, const char, char>;
  return reinterpret_cast<Struct*>(reinterpret_cast<Bytes*>(first) + size * index);
}

std::vector<Submission> submissions_of(const gridcase_submission* first, std::size_t count) {
  std::vector<Submission> made;
  if (count == 0) return made;
  check_size(count, "count");
  check_struct(first, first == nullptr ? 0 : first->struct_size, sizeof(gridcase_submission),
               "submissions");
  made.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    made.push_back(submission_of(*element(first, first->struct_size, i), i));
  return made;
}

void give_answers(const std::vector<Answer>& answers, gridcase_answer* first, char** json) {
  if (first != nullptr && !answers.empty()) {
    const std::size_t size = first->struct_size;
    for (std::size_t i = 0; i < answers.size(); ++i)
      hand_out(element(first, size, i), answer_of(answers[i]), size);
  }
  if (json == nullptr) return;
  JsonWriter out;
  put_answers(out, answers);
  give(json, out.take());
}

}  // namespace
}  // namespace gridcase::c_api

namespace c = gridcase::c_api;
using gridcase::CaseId;
using gridcase::Engine;
using gridcase::from_microseconds;

int32_t gridcase_abi_version(void) { return GRIDCASE_ABI_VERSION; }
const char* gridcase_version(void) { return gridcase::version(); }

int32_t gridcase_create(const char* path, const char* policy, size_t policy_size,
                        const gridcase_options* options, int64_t now, gridcase_engine** engine,
                        gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(engine, "engine");
    *engine = nullptr;
    c::need(path, "path");
    const gridcase::Policy read = gridcase::read_policy(c::text_of(policy, policy_size, "policy"));
    *engine = c::opened(Engine::create(path, read, c::options_of(options), from_microseconds(now)));
  });
}

int32_t gridcase_open(const char* path, const gridcase_options* options, gridcase_engine** engine,
                      gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(engine, "engine");
    *engine = nullptr;
    c::need(path, "path");
    *engine = c::opened(Engine::open(path, c::options_of(options)));
  });
}

void gridcase_close(gridcase_engine* engine) {
  c::engines().close(reinterpret_cast<std::uintptr_t>(engine));
}

int32_t gridcase_submit(gridcase_engine* engine, const char* action, size_t action_size,
                        const gridcase_actor* actor, int64_t now, gridcase_answer* answer,
                        char** answer_json, gridcase_error** error) {
  return c::guarded(error, [&] {
    if (answer_json != nullptr) *answer_json = nullptr;
    const c::UsedEngine used(engine);
    if (answer != nullptr)
      c::check_struct(answer, answer->struct_size, sizeof(gridcase_answer), "answer");
    const gridcase::Answer made =
        used->submit(gridcase::read_action(c::text_of(action, action_size, "action")),
                     c::actor_of(actor), from_microseconds(now));
    if (answer != nullptr) c::hand_out(answer, c::answer_of(made), answer->struct_size);
    if (answer_json == nullptr) return;
    c::JsonWriter out;
    c::put_answer(out, made);
    c::give(answer_json, out.take());
  });
}

int32_t gridcase_batch(gridcase_engine* engine, const gridcase_submission* submissions,
                       size_t count, gridcase_answer* answers, char** answers_json,
                       gridcase_error** error) {
  return c::guarded(error, [&] {
    if (answers_json != nullptr) *answers_json = nullptr;
    const c::UsedEngine used(engine);
    if (answers != nullptr && count != 0)
      c::check_struct(answers, answers->struct_size, sizeof(gridcase_answer), "answers");
    c::give_answers(used->batch(c::submissions_of(submissions, count)), answers, answers_json);
  });
}

int32_t gridcase_tick(gridcase_engine* engine, int64_t now, int32_t budget, int32_t slice,
                      gridcase_tick_report* report, gridcase_error** error) {
  return c::guarded(error, [&] {
    const c::UsedEngine used(engine);
    if (report != nullptr)
      c::check_struct(report, report->struct_size, sizeof(gridcase_tick_report), "report");
    const gridcase::TickReport done = used->tick(from_microseconds(now), budget, slice);
    if (report != nullptr) c::hand_out(report, c::report_of(done), report->struct_size);
  });
}

int32_t gridcase_get(gridcase_engine* engine, int64_t case_id, const gridcase_actor* actor,
                     char** case_json, gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(case_json, "case_json");
    *case_json = nullptr;
    const c::UsedEngine used(engine);
    const auto found = used->get(static_cast<CaseId>(case_id), c::actor_of(actor));
    c::JsonWriter out;
    if (found) {
      c::put_case(out, *found, c::zone_of(*used));
    } else {
      out.null();
    }
    c::give(case_json, out.take());
  });
}

int32_t gridcase_history(gridcase_engine* engine, int64_t case_id, const gridcase_actor* actor,
                         char** events_json, gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(events_json, "events_json");
    *events_json = nullptr;
    const c::UsedEngine used(engine);
    const std::string zone = c::zone_of(*used);
    c::JsonWriter out;
    c::put_list(out, used->history(static_cast<CaseId>(case_id), c::actor_of(actor)),
                [&](const gridcase::Event& event) { c::put_event(out, event, zone); });
    c::give(events_json, out.take());
  });
}

int32_t gridcase_verify(gridcase_engine* engine, int32_t* sound, char** report_json,
                        gridcase_error** error) {
  return c::guarded(error, [&] {
    if (report_json != nullptr) *report_json = nullptr;
    const gridcase::Verification result = c::UsedEngine(engine)->verify();
    if (report_json != nullptr) {
      c::JsonWriter out;
      c::put_verification(out, result);
      c::give(report_json, out.take());
    }
    if (sound != nullptr) *sound = result.ok() ? 1 : 0;
  });
}

int32_t gridcase_use_metric(gridcase_engine* engine, gridcase_metric metric, void* user,
                            gridcase_error** error) {
  return c::guarded(error, [&] {
    const c::UsedEngine used(engine);
    if (metric == nullptr) {
      used->use_metric({});
      return;
    }
    used->use_metric([metric, user](gridcase::Point from, gridcase::Point to) {
      return metric(user, from.longitude, from.latitude, to.longitude, to.latitude);
    });
  });
}

int32_t gridcase_call(gridcase_engine* engine, const char* request, size_t request_size,
                      char** answer, gridcase_error** error) {
  return gridcase_call_with_streams(engine, request, request_size, nullptr, answer, error);
}

int32_t gridcase_call_with_streams(gridcase_engine* engine, const char* request,
                                   size_t request_size, const gridcase_streams* streams,
                                   char** answer, gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(answer, "answer");
    *answer = nullptr;
    std::optional<c::UsedEngine> used;
    if (engine != nullptr) used.emplace(engine);
    c::give(answer, c::carry_out(used ? &**used : nullptr,
                                 c::text_of(request, request_size, "request"), streams));
  });
}
