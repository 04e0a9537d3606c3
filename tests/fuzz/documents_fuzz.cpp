// The library's own documents; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

namespace {

using namespace gridcase;

template <typename Attempt> void each(Attempt attempt) {
  try {
    attempt();
  } catch (const Error&) {
    // It is another document; the other readers are tried all the same.
  }
}

void read(std::string_view input) {
  each([&] {
    const std::string once = write_action(read_action(input));
    fuzz::must(write_action(read_action(once)) == once, "an action comes back as it was");
  });
  each([&] {
    const std::string once = write_holidays(read_holidays(input));
    fuzz::must(write_holidays(read_holidays(once)) == once, "a table comes back as it was");
  });
  each([&] {
    const std::string once = write_policy(read_policy(input));
    fuzz::must(write_policy(read_policy(once)) == once, "a policy comes back as it was");
  });
}

const fuzz::Target target(
    "documents", read,
    {R"({"kind":"report","title":"a","category":"0404","point":[118.6,28.7],"occurred":"2018-03-16T08:30:00+08:00","parties":[{"role":"requester","name":"b"}],"external_ids":[{"system":"c","id":"d"}]})",
     R"({"kind":"dispatch","case_id":"3308811803160000001","orders":[{"unit":"a","role":"lead","after":["b"]}]})",
     R"({"code":"cn","until":"2019-01-01","days":[{"date":"2018-02-11","working":true,"windows":[["08:00","12:00"]]}]})",
     R"({"name":"a","rules":{},"organization":{"code":"330881","name":"b","time_zone":"Asia/Shanghai","units":[{"code":"330881","name":"c","kind":"command_center"}]}})"});

}  // namespace
