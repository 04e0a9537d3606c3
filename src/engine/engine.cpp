#include <gridcase/engine.hpp>

#include "engine/access.hpp"
#include "engine/allocating.hpp"
#include "engine/assessing.hpp"
#include "engine/bulk.hpp"
#include "engine/clock_queries.hpp"
#include "engine/duplicates.hpp"
#include "engine/governing.hpp"
#include "engine/group_commit.hpp"
#include "engine/inbox.hpp"
#include "engine/intake.hpp"
#include "engine/measuring.hpp"
#include "engine/monitor.hpp"
#include "engine/observing.hpp"
#include "engine/outbox.hpp"
#include "engine/patrolling.hpp"
#include "engine/providing.hpp"
#include "engine/queries.hpp"
#include "engine/reading.hpp"
#include "engine/recalculating.hpp"
#include "engine/reckoned.hpp"
#include "engine/responding.hpp"
#include "engine/rolling_up.hpp"
#include "engine/rulebooks.hpp"
#include "engine/searching.hpp"
#include "engine/stars.hpp"
#include "engine/ticking.hpp"
#include "engine/verify.hpp"
#include "engine/what_if.hpp"
#include "engine/writer.hpp"
#include "rules/intake.hpp"
#include "store/stopping.hpp"
#include "store/store.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace gridcase {
namespace {

base::DigestKind digest_kind(HashAlgorithm algorithm) {
  return algorithm == HashAlgorithm::sm3 ? base::DigestKind::sm3 : base::DigestKind::sha256;
}

// The two digits of the year in a case id must name one year only.
void check_now(Instant now) {
  constexpr std::int64_t second = 1'000'000;
  constexpr std::int64_t first = 946'684'800 * second;  // 2000-01-01T00:00:00Z
  constexpr std::int64_t end = 4'102'444'800 * second;  // 2100-01-01T00:00:00Z
  const std::int64_t at = to_microseconds(now);
  if (at >= first && at < end) return;
  throw Error(ErrorCode::invalid_argument,
              "now must lie in 2000-01-01 to 2099-12-31 UTC; look at the host's clock", "now");
}

void check_budget(std::int32_t budget, std::int32_t slice) {
  if (budget < 1) throw Error(ErrorCode::invalid_argument, "budget must be at least 1", "budget");
  constexpr auto most = static_cast<std::int32_t>(engine::GroupCommit::largest_group);
  if (slice < 1 || slice > most) {
    throw Error(ErrorCode::invalid_argument, "slice must be 1 to 512", "slice");
  }
}

void check_options(const EngineOptions& options) {
  if (options.durability != Durability::strict && options.durability != Durability::relaxed) {
    throw Error(ErrorCode::invalid_argument, "there is no such durability", "durability");
  }
  if (options.hash != HashAlgorithm::sha256 && options.hash != HashAlgorithm::sm3) {
    throw Error(ErrorCode::invalid_argument, "there is no such hash algorithm", "hash");
  }
}

}  // namespace

class Engine::Impl {
public:
  Impl(std::unique_ptr<store::Store> opened, const EngineOptions& chosen)
      : options(chosen), store(std::move(opened)), founded(store->county()), monitor(options),
        rulebooks(*store, founded.policy_version), writer(*store, rulebooks, options, monitor),
        queue(std::make_unique<engine::GroupCommit>(
            [this](const std::vector<engine::Work>& group) { writer.carry_out(group); })),
        observing([this](std::int64_t after) { return read_committed(after); }, &monitor),
        process(getpid()) {
    log_opened();
  }
  // In a forked child threads of the parent may seem to wait in the queue for ever; destroying what
  // they wait on would wait for them.
  ~Impl() {
    if (getpid() != process) (void)queue.release();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // Before any lock: in a forked child nobody is left to release it.
  void check_process() {
    check_fork();
    if (store->notice_rollback()) forget();
  }
  void check_fork() const {
    if (getpid() == process) return;
    throw Error(ErrorCode::forked,
                "this engine was opened by the parent process; open the store again in the child");
  }
  // What is remembered of events that a host rolled back.
  void forget() {
    rulebooks.forget_rolled_back();
    responders.forget_units();
    reckoned.forget();
  }
  // Delivers at the end of a call, whatever became of it.
  class Delivery {
  public:
    explicit Delivery(Impl& impl) noexcept : impl_(impl) {}
    ~Delivery() { impl_.deliver(); }
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

  private:
    Impl& impl_;
  };
  // How a call begins that writes.
  [[nodiscard]] Delivery begin_writing() {
    check_process();
    if (options.read_only) {
      throw Error(ErrorCode::unsupported, "the engine was opened for reading only");
    }
    return Delivery(*this);
  }
  // How a call begins that only reads.
  class Reading {
  public:
    explicit Reading(Impl& impl)
        : timed_(impl.monitor, engine::Time::query), stoppable_(impl.options.stop) {
      impl.monitor.count(engine::Count::queries);
    }

  private:
    engine::Monitor::Timed timed_;
    store::Stoppable stoppable_;
  };
  void log_opened() noexcept {
    const auto promised = store->durability();
    monitor.log(LogLevel::info, "store.opened",
                options.read_only ? "a store was opened for reading" : "a store was opened",
                {{"county", founded.code},
                 {"durability", !promised                         ? "none"
                                : *promised == Durability::strict ? "strict"
                                                                  : "relaxed"}});
  }
  // Not what a host may still roll back.
  void deliver() noexcept {
    if (!store->is_provisional()) observing.deliver();
  }
  std::vector<Event> read_committed(std::int64_t after) {
    constexpr std::int32_t most = 500;
    const engine::RulebookPtr rules = rulebooks.current();
    return engine::read_log(*store, *rules, after, most, {rules->centre(), {}, {}});
  }
  engine::RulebookPtr rules() {
    check_process();
    return rulebooks.current();
  }

  engine::Assessing assessing(engine::Writer* by) { return {*store, rulebooks, by}; }

  // Writes while no group is under way.
  void alone(Instant now, const std::function<void()>& write) {
    const Delivery delivery = begin_writing();
    check_now(now);
    queue->exclusively(write);
  }

  // Adopts what `make` makes of the policy that is in force when no group is under way.
  template <typename Make> std::int64_t govern(const Actor& actor, Instant now, Make make) {
    const Delivery delivery = begin_writing();
    check_now(now);
    std::int64_t version = 0;
    queue->exclusively([&] {
      const engine::RulebookPtr in_force = rules();
      const engine::Change change = make(engine::Command{*in_force, actor, now});
      version = writer.adopt(change.next, actor, now, change.done);
    });
    return version;
  }

  EngineOptions options;
  std::unique_ptr<store::Store> store;
  const store::County founded;  // as it was when the store was opened
  engine::Monitor monitor;
  engine::Rulebooks rulebooks;
  engine::Writer writer;
  engine::ResponderBook responders;
  engine::Reckoned reckoned;
  std::unique_ptr<engine::GroupCommit> queue;
  engine::Observing observing;
  const int process;
};

namespace {

store::Founding founding_with(const Policy& policy, const EngineOptions& options, Instant now) {
  check_now(now);
  check_options(options);
  const engine::Rulebook rules(1, policy);
  store::Founding founding;
  founding.county = policy.organization.code;
  founding.digest = digest_kind(options.hash);
  founding.policy_document = write_policy(policy);
  (void)read_policy(founding.policy_document);  // no store is made that could not be opened again
  founding.now = now;
  base::Hasher hasher(founding.digest);
  founding.record = store::encode(
      engine::policy_event({}, founding.policy_document, {rules.centre(), {}, {}}, now),
      founding.county, founding.key, {}, hasher);
  return founding;
}

}  // namespace

Engine Engine::create(const std::string& location, const Policy& policy,
                      const EngineOptions& options, Instant now) {
  const store::Founding founding = founding_with(policy, options, now);
  return Engine(std::make_unique<Impl>(store::create_sqlite(location, founding, options), options));
}

Engine Engine::open(const std::string& location, const EngineOptions& options) {
  check_options(options);
  return Engine(std::make_unique<Impl>(store::open_sqlite(location, options), options));
}

Engine Engine::create_in(sqlite3* connection, const Policy& policy, const EngineOptions& options,
                         Instant now) {
  store::found_in_sqlite(connection, founding_with(policy, options, now), options);
  return attach(connection, options);
}

Engine Engine::attach(sqlite3* connection, const EngineOptions& options) {
  check_options(options);
  return Engine(std::make_unique<Impl>(store::attach_sqlite(connection, options), options));
}

std::optional<Durability> Engine::durability() const {
  impl_->check_process();
  return impl_->store->durability();
}

void Engine::host_committed() {
  impl_->check_fork();
  impl_->store->settle(true);
  impl_->deliver();
}

void Engine::host_rolled_back() {
  impl_->check_fork();
  impl_->store->settle(false);
}

Engine::Engine(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Subscription Engine::subscribe(Observer observer, const Actor& actor,
                               std::optional<std::int64_t> after) {
  const engine::RulebookPtr rules = impl_->rules();
  engine::check_governs(*rules, actor,
                        "the history of the whole county is for its command centre only");
  if (!observer)
    throw Error(ErrorCode::invalid_argument, "observer is empty; give a function", "observer");
  if (impl_->store->is_provisional()) {
    throw Error(ErrorCode::invalid_argument,
                "the host's connection has a transaction open; subscribe between two",
                "connection");
  }
  const std::int64_t last = impl_->store->current_county().last_sequence;
  if (after && (*after < 0 || *after > last)) {
    throw Error(ErrorCode::invalid_argument, "after must be a sequence number of the history, or 0",
                "after");
  }
  auto subscription =
      std::make_shared<Subscription::Impl>(std::move(observer), after.value_or(last));
  impl_->observing.add(subscription);
  return Subscription(std::move(subscription));
}

void Engine::deliver() {
  impl_->check_process();
  impl_->deliver();
}

Answer Engine::submit(const Action& action, const Actor& actor, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  const engine::Monitor::Timed timed(impl_->monitor, engine::Time::submit);
  const Submission submission{action, actor, now};
  return impl_->queue->submit(&submission, 1).front();
}

std::vector<Answer> Engine::batch(const std::vector<Submission>& submissions) {
  const auto delivery = impl_->begin_writing();
  for (const Submission& submission : submissions)
    check_now(submission.now);
  const engine::Monitor::Timed timed(impl_->monitor, engine::Time::submit);
  return impl_->queue->submit(submissions.data(), submissions.size());
}

std::int64_t Engine::adopt(const Policy& policy, const Actor& actor, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  engine::check_may_adopt(*impl_->rules(), actor, now);
  std::int64_t version = 0;
  impl_->queue->exclusively([&] { version = impl_->writer.adopt(policy, actor, now); });
  return version;
}

std::int64_t Engine::switch_mode(const std::string& unit, OperatingMode mode,
                                 const std::string& reason, const Actor& actor, Instant now) {
  return impl_->govern(actor, now, [&](const engine::Command& command) {
    return engine::switched_mode(command, unit, mode, reason);
  });
}

std::int64_t Engine::form_task_force(const Unit& task_force, const Actor& actor, Instant now) {
  return impl_->govern(actor, now, [&](const engine::Command& command) {
    return engine::formed_task_force(command, task_force);
  });
}

std::int64_t Engine::dissolve_task_force(const std::string& unit, const Actor& actor, Instant now) {
  return impl_->govern(actor, now, [&](const engine::Command& command) {
    return engine::dissolved_task_force(command, *impl_->store, unit);
  });
}

TickReport Engine::tick(Instant now, std::int32_t budget, std::int32_t slice) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  check_budget(budget, slice);
  const TickReport done = engine::tick(*impl_->store, impl_->rulebooks, *impl_->queue, now,
                                       {budget, slice}, &impl_->monitor);
  impl_->monitor.count(engine::Count::ticks);
  impl_->monitor.count(engine::Count::rungs_fired, done.fired);
  impl_->monitor.count(engine::Count::holds_ended, done.resumed);
  return done;
}

DeadlineMoves Engine::preview_holidays(const HolidayTable& table, const Actor& actor,
                                       Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  engine::check_may_adopt(*rules, actor, now);
  const engine::Rulebook next(rules->version + 1, engine::with_holidays(*rules->policy, table),
                              rules.get());
  return engine::find_moves(*impl_->store, impl_->rulebooks, next);
}

DeadlineMoves Engine::import_holidays(const HolidayTable& table, const Actor& actor, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  engine::check_may_adopt(*impl_->rules(), actor, now);
  // The version it is put into must be the one in force still when it is adopted.
  impl_->queue->exclusively([&] {
    const engine::RulebookPtr rules = impl_->rules();
    const Policy next = engine::with_holidays(*rules->policy, table);
    if (engine::has_holidays(*rules->policy, table)) return;
    (void)impl_->writer.adopt(next, actor, now);
  });
  return engine::make_moves(*impl_->store, impl_->rulebooks, *impl_->queue, now);
}

BulkReport Engine::preview_bulk(const Bulk& bulk, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return engine::preview_bulk(*impl_->store, impl_->rulebooks, bulk, actor, now);
}

BulkReport Engine::bulk(const Bulk& bulk, const Actor& actor, Instant now, std::int32_t budget,
                        std::int32_t slice) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  check_budget(budget, slice);
  return engine::carry_out_bulk({*impl_->store, impl_->rulebooks, impl_->writer, *impl_->queue},
                                bulk, actor, now, {budget, slice});
}

std::optional<BulkReport> Engine::bulk_receipt(const std::string& key, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::bulk_receipt(*impl_->store, *rules, key, actor);
}

std::vector<ClockView> Engine::clocks(CaseId id, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::clocks(*impl_->store, impl_->rulebooks, rules, id, actor, now);
}

std::optional<Explanation> Engine::explain(CaseId id, std::int32_t clock, const Actor& actor,
                                           Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::explain(*impl_->store, impl_->rulebooks, rules, id, clock, actor, now);
}

std::optional<Responsibility> Engine::responsibility(CaseId id, const Actor& actor,
                                                     Instant until) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::responsibility(*impl_->store, *rules, id, actor, until);
}

std::vector<ShareTime> Engine::responsibility_by_unit(Instant from, Instant until,
                                                      const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::responsibility_by_unit(*impl_->store, *rules, from, until, actor, now);
}

std::vector<Responder> Engine::nearest_responders(CaseId id, ResponseSearch search,
                                                  const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::nearest_responders(*impl_->store, *rules, impl_->responders.of(*rules), id,
                                    std::move(search), actor, now);
}

std::vector<ProposedOrder> Engine::propose_orders(CaseId id, std::uint8_t response_class,
                                                  std::size_t scene, const Actor& actor,
                                                  Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::propose_orders(*impl_->store, *rules, impl_->responders.of(*rules), id,
                                {response_class, scene}, actor, now);
}

std::vector<ProposedProvider> Engine::propose_providers(CaseId id, const std::string& skill,
                                                        std::size_t count, const Actor& actor,
                                                        Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::propose_providers(*impl_->store, *rules, id, {skill, count}, actor, now);
}

CaseAllocation Engine::allocate_cases(const CaseQuery& query, const std::string& capability,
                                      const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::allocate_cases(*impl_->store, *rules, impl_->responders.way(), query, capability,
                                actor, now);
}

std::vector<Rating> Engine::ratings(Instant from, Instant until, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::ratings(*impl_->store, *rules, from, until, actor);
}

void Engine::use_roads(std::optional<RoadNetwork> roads) {
  impl_->check_process();
  impl_->responders.use(std::move(roads));
}

void Engine::use_metric(Metric metric) {
  impl_->check_process();
  impl_->responders.use(std::move(metric));
}

std::vector<Answer> Engine::patrol(const Patrol& patrol, const Actor& actor, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::carry_out_patrol(*impl_->store, *rules, *impl_->queue, patrol, actor, now);
}

PathProposal Engine::propose_path(const Action& contact, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  (void)engine::scope_of(*rules, actor);
  return rules::propose_path(*rules->policy, rules->directory, contact);
}

std::vector<Answer> Engine::raise_alert(const Action& alert, const Actor& actor, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::raise_alert(*impl_->store, *rules, *impl_->queue, alert, actor, now);
}

SearchPage Engine::search(const SearchQuery& query, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::search(*impl_->store, *rules, query, actor);
}

std::vector<DuplicateCandidate> Engine::duplicates(const Action& report, std::int32_t limit,
                                                   const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::duplicates(*impl_->store, *rules, report, limit, actor, now);
}

std::vector<DuplicateCandidate> Engine::duplicates(CaseId id, std::int32_t limit,
                                                   const Actor& actor, Instant) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::duplicates(*impl_->store, *rules, id, limit, actor);
}

IntakeTotals Engine::intake_totals(Instant from, Instant until, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::intake_totals(*impl_->store, *rules, from, until, actor);
}

Coverage Engine::coverage(const std::string& site_list, const std::string& type, Instant from,
                          Instant until, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::coverage_of(*impl_->store, *rules, {site_list, type, from, until}, actor);
}

std::string Engine::public_code(CaseId id, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::public_code(*impl_->store, *rules, id, actor);
}

std::optional<PublicView> Engine::public_view(const std::string& number,
                                              const std::string& code) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::public_view(*impl_->store, *rules, number, code);
}

Outbox Engine::outbox(const std::string& system, std::int32_t limit, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  return engine::outbox(*impl_->store, impl_->rulebooks, system, limit, actor);
}

void Engine::acknowledge(const std::string& system, std::int64_t last, const Actor& actor,
                         Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  impl_->queue->exclusively([&] {
    engine::acknowledge(*impl_->store, impl_->writer, *rules, {system, last}, actor, now);
  });
}

std::vector<Answer> Engine::receive(const std::string& system,
                                    const std::vector<InMessage>& messages, Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  return engine::receive(*impl_->store, impl_->rulebooks, *impl_->queue, system, messages, now);
}

Verdict Engine::may(ActionKind kind, CaseId id, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return engine::may(*impl_->store, impl_->rulebooks, kind, id, actor, now);
}

Engine::Revealed Engine::reveal(CaseId id, const std::string& reason, const Actor& actor,
                                Instant now) {
  const auto delivery = impl_->begin_writing();
  check_now(now);
  return engine::reveal(*impl_->store, impl_->rulebooks, *impl_->queue, id, reason, actor, now);
}

RollUp Engine::roll_up(CaseId id, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::roll_up(*impl_->store, *rules, id, actor);
}

std::vector<FigureSum> Engine::sum_figures(Instant from, Instant until, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::sum_figures(*impl_->store, *rules, from, until, actor);
}

std::vector<Measurement> Engine::measure(const MeasureQuery& query, const Actor& actor,
                                         Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return engine::measure(*impl_->store, impl_->rulebooks, query, actor, now, &impl_->reckoned);
}

MeasureFacts Engine::facts_behind(const std::string& measure, const std::string& key,
                                  const MeasureQuery& query, const Actor& actor,
                                  Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return engine::facts_behind(*impl_->store, impl_->rulebooks, measure, key, query, actor, now,
                              &impl_->reckoned);
}

Assessment Engine::assess(const AssessmentQuery& query, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return impl_->assessing(nullptr).assess(query, actor, now);
}

MeasureFacts Engine::facts_behind(const FigureKey& figure, const AssessmentQuery& query,
                                  const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  check_now(now);
  return impl_->assessing(nullptr).facts_behind(figure, query, actor, now);
}

void Engine::give_marks(const std::string& rules, const Period& period,
                        const std::vector<ScoreMark>& marks, const Actor& actor, Instant now) {
  impl_->alone(
      now, [&] { impl_->assessing(&impl_->writer).give_marks(rules, period, marks, actor, now); });
}

Assessment Engine::freeze(const std::string& rules, const Period& period, const Actor& actor,
                          Instant now) {
  Assessment frozen;
  impl_->alone(
      now, [&] { frozen = impl_->assessing(&impl_->writer).freeze(rules, period, actor, now); });
  return frozen;
}

std::vector<FrozenPeriod> Engine::frozen_periods(const std::string& rules,
                                                 const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  return impl_->assessing(nullptr).frozen_periods(rules, actor);
}

void Engine::give_stars(const std::string& scheme, const std::vector<RatingEvent>& events,
                        const Actor& actor, Instant now) {
  impl_->alone(now, [&] {
    engine::give_stars(*impl_->store, *impl_->rules(), impl_->writer, scheme, events, actor, now);
  });
}

StarRecord Engine::stars(const std::string& scheme, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  return engine::stars(*impl_->store, *impl_->rules(), scheme, actor);
}

WhatIfReport Engine::what_if(const std::string& location, const WhatIf& tried,
                             const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  engine::check_governs(*rules, actor, "only the command centre replays the history");
  engine::ReplaySeeds seeds;
  EngineOptions options;
  options.durability = Durability::relaxed;
  options.entropy = [&seeds](std::uint8_t* out, std::size_t count) { seeds.fill(out, count); };
  options.number = [&seeds](const Action&, CaseId, Instant) { return seeds.number; };
  const store::Founding founding = engine::founding_of(*impl_->store, tried);
  Impl replayed(store::create_sqlite(location, founding, options), options);
  return engine::replay(*impl_->store, impl_->rulebooks,
                        {*replayed.store, replayed.rulebooks, replayed.writer, *replayed.queue},
                        seeds, tried);
}

std::shared_ptr<const Policy> Engine::policy() const { return impl_->rules()->policy; }

Directory Engine::directory() const { return impl_->rules()->directory; }

std::optional<Case> Engine::get(CaseId id, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::get(*impl_->store, *rules, id, actor);
}

std::vector<Event> Engine::history(CaseId id, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::history(*impl_->store, *rules, id, actor);
}

CasePage Engine::find(const CaseQuery& query, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::find_shown(*impl_->store, *rules, query, actor);
}

Board Engine::board(const BoardQuery& query, const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::board(*impl_->store, *rules, query, actor);
}

std::vector<Allowed> Engine::allowed(CaseId id, const Actor& actor, Instant now) const {
  const Impl::Reading reading(*impl_);
  check_now(now);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::allowed(*impl_->store, *rules, id, actor, now);
}

std::vector<Event> Engine::read_log(std::int64_t after, std::int32_t limit,
                                    const Actor& actor) const {
  const Impl::Reading reading(*impl_);
  const engine::RulebookPtr rules = impl_->rules();
  return engine::read_log(*impl_->store, *rules, after, limit, actor);
}

std::vector<Counter> Engine::counters() const {
  impl_->check_process();
  std::vector<Counter> all = impl_->monitor.counters();
  const store::StoreCounts counts = impl_->store->counts();
  const auto add = [&](const char* name, const char* help, std::int64_t value) -> Counter& {
    return all.emplace_back(Counter{name, help, false, value});
  };
  add("commits", "transactions of the store with events", counts.commits);
  add("events", "lines of the history that were written", counts.events);
  add("checkpoints", "times that the log was moved into the file", counts.checkpoints);
  add("checkpoint_failures", "times that it could not be", counts.failed_checkpoints);
  add("log_pages", "pages in the log after the latest commit", counts.log_pages).is_gauge = true;
  const auto lost = std::find_if(all.begin(), all.end(),
                                 [](const Counter& it) { return it.name == "log_failures"; });
  lost->value += counts.lost_lines;
  return all;
}

std::vector<Histogram> Engine::latencies() const {
  impl_->check_process();
  return impl_->monitor.latencies();
}

Verification Engine::verify() const {
  const Impl::Reading reading(*impl_);
  impl_->check_process();
  return engine::verify(*impl_->store, impl_->rulebooks, impl_->founded);
}

}  // namespace gridcase
