// Articles of the knowledge base: who finds and reads them, how they change and end, and contacts
// that are answered from them.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const std::string hotline = "12345";
using Titles = std::vector<std::string>;

Policy with_desk() {
  Policy policy;
  policy.organization = small_organization();
  for (Category& category : policy.organization.categories)
    category.sensitive = category.code == "0401";
  return policy;
}

CaseId write(County& county, const std::string& title, const std::string& answer,
             const std::string& category = {}, const std::string& unit = drains) {
  return county
      .must(A::enter_record, CaseId::none, unit,
            [&](Action& action) {
              action.nature = Nature::article;
              action.title = title;
              action.text = answer;
              action.category = category;
            })
      .case_id;
}

CaseId ask(County& county, const std::string& title) {
  return county
      .must(A::enter_record, CaseId::none, hotline,
            [&](Action& action) {
              action.nature = Nature::contact;
              action.title = title;
              action.number_dialled = "12345";
              action.request = RequestKind::inquiry;
              action.parties = {{"requester", "王小明", "13800000000", "", ""}};
            })
      .case_id;
}

SearchPage look_up(County& county, const std::string& words, const std::string& unit = hotline) {
  SearchQuery query;
  query.text = words;
  query.nature = Nature::article;
  return county.engine().search(query, {unit, "", ""});
}

Titles found(County& county, const std::string& words, const std::string& unit = hotline) {
  Titles titles;
  for (const SearchHit& hit : look_up(county, words, unit).hits)
    titles.push_back(hit.summary.title);
  return titles;
}

IntakeTotals::Line sum(County& county, Nature nature) {
  IntakeTotals::Line sum;
  const auto day = std::chrono::hours(24);
  const IntakeTotals totals =
      county.engine().intake_totals(county.now() - day, county.now() + day, {centre, "", ""});
  for (const IntakeTotals::Line& line : totals.lines) {
    if (line.nature != nature) continue;
    sum.count += line.count;
    sum.answered += line.answered;
    sum.became += line.became;
    sum.open += line.open;
  }
  return sum;
}

}  // namespace

TEST_CASE("what the title says weighs more than what the text says") {
  County county(with_desk());
  write(county, "井盖丢失", "路面塌陷与污水外溢另行报告。");
  write(county, "污水外溢", "井边的积水由市政处抽排。");
  write(county, "路面塌陷", "先围挡，再回填。");
  CHECK(found(county, "污水") == Titles{"污水外溢", "井盖丢失"});
  CHECK(found(county, "塌陷") == Titles{"路面塌陷", "井盖丢失"});
  CHECK(found(county, "井") == Titles{"井盖丢失", "污水外溢"});
  CHECK(found(county, "陷") == Titles{"路面塌陷", "井盖丢失"});
}

TEST_CASE(
    "of the words of a question all must be there; where they stand in the title ranks them") {
  County county(with_desk());
  write(county, "污水", "与塌陷无关。");
  write(county, "污水管塌陷", "由市政处处理。");
  write(county, "塌陷", "报告12345。");
  CHECK(found(county, "污水 塌陷") == Titles{"污水管塌陷", "污水"});
  CHECK(found(county, "污水 塌陷 12345").empty());
}

TEST_CASE("a text that says it more often comes before one of the same length that says it once") {
  County county(with_desk());
  write(county, "甲", "污水由市政处抽排，垃圾由环卫处清运，路灯由路灯所。");
  write(county, "乙", "污水由市政处抽排，污水井由市政处疏通，污水管由它。");
  CHECK(found(county, "污水") == Titles{"乙", "甲"});
}

TEST_CASE("whoever finds an article may read it, and its history; nobody else's business is open") {
  County county(with_desk());
  const CaseId article = write(county, "停水怎么办", "请拨打供水热线。");
  const CaseId report = county.report(other_grid);
  CaseQuery articles;
  articles.nature = Nature::article;
  for (const std::string& unit : {hotline, grid, other_room, traffic}) {
    const Actor reader{unit, "", ""};
    CHECK(found(county, "停水", unit).size() == 1);
    const auto whole = county.engine().get(article, reader);
    REQUIRE(whole);
    CHECK(whole->text == "请拨打供水热线。");
    CHECK(county.engine().history(article, reader).size() == 1);
    CHECK(county.engine().find(articles, reader).cases.size() == 1);
    CHECK(county.engine().find({}, reader).cases.size() == (unit == other_room ? 1U : 0U));
    CHECK(county.engine().allowed(article, reader, county.now()).empty());
  }
  CHECK_FALSE(county.engine().get(report, {grid, "", ""}));
  const Answer answer =
      county.act(A::amend, article, hotline, [](Action& action) { action.text = "不知道。"; });
  CHECK_FALSE(answer.ok());
}

TEST_CASE("an article of a sensitive category is for who may open such cases") {
  County county(with_desk());
  const CaseId article = write(county, "线人联络办法", "拨打内线电话。", "0401");
  write(county, "电话查询", "拨打114。");
  CHECK(found(county, "拨打", centre).size() == 2);
  CaseQuery articles;
  articles.nature = Nature::article;
  for (const std::string& unit : {hotline, grid, traffic}) {
    const Actor reader{unit, "", ""};
    CHECK(found(county, "拨打", unit) == Titles{"电话查询"});
    CHECK(found(county, "线", unit).empty());
    CHECK_FALSE(county.engine().get(article, reader));
    CHECK(county.engine().history(article, reader).empty());
    CHECK(county.engine().find(articles, reader).cases.size() == 1);
  }
  const CaseId contact = ask(county, "怎样联络");
  const Answer answer = county.act(A::answer, contact, hotline, [&](Action& action) {
    action.reply = "见知识库。";
    action.other_case = article;
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->field == "other_case");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an article is amended, and what it said before stays in its history") {
  County county(with_desk());
  const CaseId article = write(county, "停水怎么办", "请拨打96390。");
  county.must(A::amend, article, drains, [](Action& action) {
    action.text = "请拨打供水热线12319。";
    action.note = "号码合并";
  });
  CHECK(found(county, "96390").empty());
  CHECK(found(county, "12319").size() == 1);
  const auto history = county.engine().history(article, {hotline, "", ""});
  REQUIRE(history.size() == 2);
  CHECK(history[0].action.text == "请拨打96390。");
  CHECK(history[1].actor.unit == drains);
  CHECK(county.engine().get(article, {hotline, "", ""})->text == "请拨打供水热线12319。");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an article that is withdrawn is no answer any more, and is kept") {
  County county(with_desk());
  const CaseId settled = write(county, "停水怎么办", "请拨打96390。");
  const CaseId annulled = write(county, "停水几天", "三天。");
  const CaseId before = ask(county, "停水");
  const CaseId after = ask(county, "还停水");
  const auto from_article = [&](Action& action) {
    action.reply = "请拨打96390。";
    action.other_case = settled;
  };
  county.must(A::answer, before, hotline, from_article);
  county.must(A::settle, settled, drains);
  county.must(A::annul, annulled, centre, because("mistake"));
  for (const std::string& unit : {hotline, drains, centre}) {
    CHECK(found(county, "停水", unit).empty());
    SearchQuery everything;
    everything.text = "停水";
    everything.nature.reset();
    for (const SearchHit& hit : county.engine().search(everything, {unit, "", ""}).hits)
      CHECK(hit.summary.nature == Nature::contact);
  }
  const Answer answer = county.act(A::answer, after, hotline, from_article);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->field == "other_case");
  CHECK(answer.refusal->reason.find("withdrawn") != std::string::npos);
  CaseQuery articles;
  articles.nature = Nature::article;
  CHECK(county.engine().find(articles, {hotline, "", ""}).cases.size() == 2);
  CHECK(county.engine().history(settled, {hotline, "", ""}).size() == 2);
  // What was answered before stays answered from it.
  CHECK(county.engine().get(before, {hotline, "", ""})->links.front().case_id == settled);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("answered at first contact: found, read, answered, ended, and counted apart from cases") {
  County county(with_desk());
  write(county, "停水怎么办", "请拨打供水热线。");
  write(county, "停电怎么办", "请拨打95598。");
  const CaseId asked = ask(county, "家里停水了怎么办");
  const auto hits = look_up(county, "停水").hits;
  REQUIRE(hits.size() == 1);
  const CaseId article = hits.front().summary.id;
  const Actor operator_on_duty{hotline, "", ""};
  const std::string text = county.engine().get(article, operator_on_duty)->text;
  county.must(A::answer, asked, hotline, [&](Action& action) {
    action.reply = text;
    action.other_case = article;
  });
  const Case ended = county.whole(asked);
  CHECK(ended.position.state == State::answered);
  CHECK(ended.reply == "请拨打供水热线。");
  CHECK(ended.assignments.empty());
  CHECK(ended.merged_into == CaseId::none);
  CHECK(ended.ended);

  // Another one needs a case.
  const CaseId other = ask(county, "路面积水");
  county.must(A::report, CaseId::none, hotline, [&](Action& action) {
    action.title = "路面积水";
    action.category = "0404";
    action.grid = grid;
    action.tier = Tier::county;
    action.other_case = other;
    action.relation = Relation::follows;
  });
  const CaseId open = ask(county, "什么时候上班");
  CHECK(county.state(open) == State::noted);

  const IntakeTotals::Line contacts = sum(county, Nature::contact);
  CHECK(contacts.count == 3);
  CHECK(contacts.answered == 1);
  CHECK(contacts.became == 1);
  CHECK(contacts.open == 1);
  const IntakeTotals::Line cases = sum(county, Nature::ordinary);
  CHECK(cases.count == 1);
  CHECK(cases.answered == 0);
  CHECK(sum(county, Nature::article).count == 0);
  CHECK(county.engine().find({}, {centre, "", ""}).cases.size() == 1);
  CHECK(county.engine().verify().ok());
}
