#include <gridcase/engine.hpp>

#include "engine/group_commit.hpp"
#include "engine/queries.hpp"
#include "engine/rulebooks.hpp"
#include "engine/verify.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <utility>

namespace gridcase {
namespace {

base::DigestKind digest_kind(HashAlgorithm algorithm) {
  return algorithm == HashAlgorithm::sm3 ? base::DigestKind::sm3 : base::DigestKind::sha256;
}

}  // namespace

class Engine::Impl {
public:
  Impl(std::unique_ptr<store::Store> opened, const EngineOptions& chosen)
      : options(chosen), store(std::move(opened)), founded(store->county()),
        rulebooks(*store, founded.policy_version), writer(*store, rulebooks, options),
        queue([this](const std::vector<engine::Work>& group) { writer.carry_out(group); }) {}

  void check_writable() const {
    if (!options.read_only) return;
    throw Error(ErrorCode::unsupported, "the engine was opened for reading only");
  }

  EngineOptions options;
  std::unique_ptr<store::Store> store;
  const store::County founded;  // as it was when the store was opened
  engine::Rulebooks rulebooks;
  engine::Writer writer;
  engine::GroupCommit queue;
};

Engine Engine::create(const std::string& location, const Policy& policy,
                      const EngineOptions& options, Instant now) {
  const engine::Rulebook rules(1, policy);
  store::Founding founding;
  founding.county = policy.organization.code;
  founding.digest = digest_kind(options.hash);
  founding.policy_document = write_policy(policy);
  (void)read_policy(founding.policy_document);  // no store is made that could not be opened again
  founding.now = now;
  base::Hasher hasher(founding.digest);
  founding.record = store::encode(
      engine::policy_event(1, founding.policy_document, {rules.centre(), {}, {}}, now),
      founding.county, founding.key, {}, hasher);
  auto store = store::create_sqlite(location, founding, options);
  return Engine(std::make_unique<Impl>(std::move(store), options));
}

Engine Engine::open(const std::string& location, const EngineOptions& options) {
  return Engine(std::make_unique<Impl>(store::open_sqlite(location, options), options));
}

Engine::Engine(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Answer Engine::submit(const Action& action, const Actor& actor, Instant now) {
  const Submission submission{action, actor, now};
  impl_->check_writable();
  return impl_->queue.submit(&submission, 1).front();
}

std::vector<Answer> Engine::batch(const std::vector<Submission>& submissions) {
  impl_->check_writable();
  return impl_->queue.submit(submissions.data(), submissions.size());
}

std::int64_t Engine::adopt(const Policy& policy, const Actor& actor, Instant now) {
  impl_->check_writable();
  engine::check_may_adopt(*impl_->rulebooks.in_force(), actor, now);
  std::int64_t version = 0;
  impl_->queue.exclusively([&] { version = impl_->writer.adopt(policy, actor, now); });
  return version;
}

std::shared_ptr<const Policy> Engine::policy() const { return impl_->rulebooks.in_force()->policy; }

Directory Engine::directory() const { return impl_->rulebooks.in_force()->directory; }

std::optional<Case> Engine::get(CaseId id, const Actor& actor) const {
  return engine::get(*impl_->store, *impl_->rulebooks.in_force(), id, actor);
}

std::vector<Event> Engine::history(CaseId id, const Actor& actor) const {
  return engine::history(*impl_->store, *impl_->rulebooks.in_force(), id, actor);
}

CasePage Engine::find(const CaseQuery& query, const Actor& actor) const {
  return engine::find(*impl_->store, *impl_->rulebooks.in_force(), query, actor);
}

Board Engine::board(const BoardQuery& query, const Actor& actor) const {
  return engine::board(*impl_->store, *impl_->rulebooks.in_force(), query, actor);
}

std::vector<Allowed> Engine::allowed(CaseId id, const Actor& actor, Instant now) const {
  return engine::allowed(*impl_->store, *impl_->rulebooks.in_force(), id, actor, now);
}

std::vector<Event> Engine::read_log(std::int64_t after, std::int32_t limit,
                                    const Actor& actor) const {
  return engine::read_log(*impl_->store, *impl_->rulebooks.in_force(), after, limit, actor);
}

Verification Engine::verify() const { return engine::verify(*impl_->store, impl_->founded); }

}  // namespace gridcase
