// Versions of the policy.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

TEST_CASE("a running case keeps its rules until it is re-based") {
  County county;
  const CaseId old_case = county.in_review();
  Policy stricter = *county.engine().policy();
  stricter.rules.check_after_handling = true;
  county.pass(std::chrono::minutes(1));
  CHECK(county.engine().adopt(stricter, {centre, "", ""}, county.now()) == 2);
  const CaseId new_case = county.in_review();

  CHECK(county.act(A::close, new_case, centre).refusal->code == RefusalCode::needs_check);
  CHECK(county.whole(new_case).policy_version == 2);
  county.must(A::rebase, old_case, centre);
  CHECK(county.act(A::close, old_case, centre).refusal->code == RefusalCode::needs_check);

  const CaseId other = county.report();
  county.reopen();
  CHECK(county.whole(other).policy_version == 2);
  CHECK(county.engine().policy()->rules.check_after_handling);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a case under old rules closes by them") {
  County county;
  const CaseId id = county.in_review();
  Policy stricter = *county.engine().policy();
  stricter.rules.check_after_handling = true;
  county.engine().adopt(stricter, {centre, "", ""}, county.now());
  CHECK(county.act(A::close, id, centre).ok());
}

TEST_CASE("a policy with faults is refused whole, and every fault is named") {
  County county;
  Policy broken = *county.engine().policy();
  broken.rules.tiers = {Tier::village};
  broken.rules.return_limit = -1;
  try {
    county.engine().adopt(broken, {centre, "", ""}, county.now());
    FAIL("adopted");
  } catch (const DocumentError& error) {
    CHECK(error.faults().size() >= 2);
  }
  CHECK(county.engine().policy()->rules.tiers.size() == 3);
}

TEST_CASE("only the centre adopts a policy, and only its own county's") {
  County county;
  Policy policy = *county.engine().policy();
  CHECK_THROWS_AS(county.engine().adopt(policy, {room, "", ""}, county.now()), Error);
  policy.organization.code = "330382";
  CHECK_THROWS_AS(county.engine().adopt(policy, {centre, "", ""}, county.now()), Error);
}

TEST_CASE("a policy reads back as it was written") {
  County county;
  Policy policy = *county.engine().policy();
  policy.rules.check_before_filing = {"hotline"};
  policy.rules.separate_duties = true;
  policy.rules.tiers = {Tier::township, Tier::county};
  const std::string written = write_policy(policy);
  CHECK(write_policy(read_policy(written)) == written);
  CHECK(read_policy(written).rules.tiers == policy.rules.tiers);
}

TEST_CASE("no store is made that could not be opened again") {
  CaseRules rules;
  rules.clock_tolerance = std::chrono::hours(48);
  TemporaryFolder folder;
  const Policy policy{"test", rules, small_organization()};
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  CHECK_THROWS_AS(Engine::create(folder / "a", policy, {}, now), DocumentError);
  rules.clock_tolerance = Duration{1};
  CHECK_THROWS_AS(Engine::create(folder / "a", {"test", rules, small_organization()}, {}, now),
                  DocumentError);
  rules.clock_tolerance = std::chrono::hours(24);
  CHECK_NOTHROW(Engine::create(folder / "a", {"test", rules, small_organization()}, {}, now));
}

TEST_CASE("no policy is adopted that could not be read again") {
  County county;
  Policy policy = *county.engine().policy();
  policy.rules.tiers.push_back(Tier{9});  // has no name to be read by
  CHECK_THROWS_AS(county.engine().adopt(policy, {centre, "", ""}, county.now()), DocumentError);
  CHECK(county.engine().verify().ok());
  county.reopen();
  CHECK(county.whole(county.report()).policy_version == 1);
}
