// The functions of gridcase.h about the host's own transaction, and for who is told of events.

#include "c_api/carrying_out.hpp"
#include "c_api/engines.hpp"
#include "c_api/errors.hpp"
#include "c_api/put_case.hpp"
#include "c_api/structs.hpp"

#include <optional>
#include <utility>

namespace gridcase::c_api {
namespace {

Handles<Subscription>& subscriptions() {
  static Handles<Subscription> all;
  return all;
}

gridcase_subscription* subscribed(Subscription subscription) {
  const std::uintptr_t handle =
      subscriptions().open(std::make_unique<Subscription>(std::move(subscription)));
  if (handle != 0) return reinterpret_cast<gridcase_subscription*>(handle);
  throw Error(ErrorCode::unsupported, "65,536 subscriptions are open; end some", "subscription");
}

// The engine outlives the calls of its observers.
Observer observer_of(Engine& engine, gridcase_observer call, void* user) {
  return [&engine, call, user](const std::vector<Event>& events) {
    const std::string zone = zone_of(engine);
    JsonWriter out;
    put_list(out, events, [&](const Event& event) { put_event(out, event, zone); });
    const std::string json = out.take();
    if (call(user, json.c_str(), json.size()) == 0) return;
    throw Error(ErrorCode::io, "the callback observer says that it failed", "observer");
  };
}

}  // namespace
}  // namespace gridcase::c_api

namespace c = gridcase::c_api;
using gridcase::Engine;
using gridcase::from_microseconds;

int32_t gridcase_attach(struct sqlite3* connection, const gridcase_options* options,
                        gridcase_engine** engine, gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(engine, "engine");
    *engine = nullptr;
    c::need(connection, "connection");
    *engine = c::opened(Engine::attach(connection, c::options_of(options)));
  });
}

int32_t gridcase_create_in(struct sqlite3* connection, const char* policy, size_t policy_size,
                           const gridcase_options* options, int64_t now, gridcase_engine** engine,
                           gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(engine, "engine");
    *engine = nullptr;
    c::need(connection, "connection");
    const gridcase::Policy read = gridcase::read_policy(c::text_of(policy, policy_size, "policy"));
    *engine = c::opened(
        Engine::create_in(connection, read, c::options_of(options), from_microseconds(now)));
  });
}

int32_t gridcase_host_committed(gridcase_engine* engine, gridcase_error** error) {
  return c::guarded(error, [&] { c::UsedEngine(engine)->host_committed(); });
}

int32_t gridcase_host_rolled_back(gridcase_engine* engine, gridcase_error** error) {
  return c::guarded(error, [&] { c::UsedEngine(engine)->host_rolled_back(); });
}

int32_t gridcase_subscribe(gridcase_engine* engine, const gridcase_actor* actor, int64_t after,
                           gridcase_observer observer, void* user,
                           gridcase_subscription** subscription, gridcase_error** error) {
  return c::guarded(error, [&] {
    c::need(subscription, "subscription");
    *subscription = nullptr;
    const c::UsedEngine used(engine);
    c::need(reinterpret_cast<const void*>(observer), "observer");
    const std::optional<std::int64_t> from = after == -1 ? std::nullopt : std::optional(after);
    *subscription = c::subscribed(
        used->subscribe(c::observer_of(*used, observer, user), c::actor_of(actor), from));
  });
}

void gridcase_unsubscribe(gridcase_subscription* subscription) {
  const auto handle = reinterpret_cast<std::uintptr_t>(subscription);
  {
    const c::Handles<gridcase::Subscription>::Use ended(c::subscriptions(), handle);
    if (ended.get() != nullptr) ended.get()->end();
  }
  c::subscriptions().close(handle);
}

int32_t gridcase_deliver(gridcase_engine* engine, gridcase_error** error) {
  return c::guarded(error, [&] { c::UsedEngine(engine)->deliver(); });
}
