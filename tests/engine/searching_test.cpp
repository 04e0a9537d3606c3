#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

using Ids = std::vector<CaseId>;

SearchQuery text(const std::string& words) {
  SearchQuery query;
  query.text = words;
  return query;
}

Ids ids_of(const SearchPage& page) {
  Ids ids;
  for (const SearchHit& hit : page.hits)
    ids.push_back(hit.summary.id);
  return ids;
}

Ids find(County& county, const SearchQuery& query, const std::string& unit = centre) {
  return ids_of(county.engine().search(query, {unit, "", ""}));
}

Edit titled(const std::string& title, const std::string& of_text = {},
            const std::string& address = {}) {
  return [=](Action& action) {
    action.title = title;
    action.text = of_text;
    action.address = address;
  };
}

CaseId enter_article(County& county, const std::string& title, const std::string& answer,
                     const std::string& unit = centre) {
  return county
      .must(A::enter_record, CaseId::none, unit,
            [&](Action& action) {
              action.nature = Nature::article;
              action.title = title;
              action.text = answer;
            })
      .case_id;
}

ErrorCode error_of(County& county, const SearchQuery& query) {
  try {
    county.engine().search(query, {centre, "", ""});
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode{};
}

}  // namespace

TEST_CASE("cases are found by words of title, text and address, the best first") {
  County county;
  const CaseId title = county.report(grid, titled("污水井盖丢失", "有人掉进去"));
  const CaseId address = county.report(grid, titled("路灯不亮", "很黑", "污水处理厂门口"));
  const CaseId body = county.report(grid, titled("臭味", "附近有污水"));
  county.report(grid, titled("占道经营"));
  CHECK(find(county, text("污水")) == Ids{title, address, body});
  CHECK(find(county, text("污")) == Ids{title, address, body});
  CHECK(find(county, text("附近 污水")) == Ids{body});
  CHECK(find(county, text("\"有污水\"")) == Ids{body});
  CHECK(find(county, text("水污")).empty());
  const SearchPage page = county.engine().search(text("污水"), {centre, "", ""});
  CHECK(page.hits.front().score > page.hits.back().score);
  CHECK(page.hits.front().summary.title == "污水井盖丢失");
  CHECK_FALSE(page.partial);
  CHECK_FALSE(page.more);
}

TEST_CASE("equal ones come newest first, a page at a time") {
  County county;
  Ids newest_first;
  for (int i = 0; i < 7; ++i)
    newest_first.insert(newest_first.begin(), county.report(grid, titled("污水外溢")));
  SearchQuery query = text("污水");
  query.limit = 3;
  Ids all;
  for (query.skip = 0; query.skip < 9; query.skip += 3) {
    const SearchPage page = county.engine().search(query, {centre, "", ""});
    CHECK(page.more == (query.skip < 6));
    for (const CaseId id : ids_of(page))
      all.push_back(id);
  }
  CHECK(all == newest_first);
}

TEST_CASE("only what the actor may see is found") {
  County county;
  const CaseId here = county.report(grid, titled("污水外溢"));
  const CaseId there = county.report(other_grid, titled("污水外溢"));
  CHECK(find(county, text("污水"), centre) == Ids{there, here});
  CHECK(find(county, text("污水"), grid) == Ids{here});
  CHECK(find(county, text("污水"), room) == Ids{here});
  CHECK(find(county, text("污水"), village) == Ids{here});
  CHECK(find(county, text("污水"), other_grid) == Ids{there});
  CHECK(find(county, text("污水"), drains).empty());
  CHECK_THROWS_AS(county.engine().search(text("污水"), {"nobody", "", ""}), Error);
}

TEST_CASE("filters of nature, category, state and time") {
  County county;
  const CaseId open = county.report(grid, titled("污水外溢"));
  const Instant between = county.now() + std::chrono::seconds(30);
  const CaseId later = county.report(grid, [](Action& action) {
    action.title = "污水倒灌";
    action.category = "0401";
  });
  county.must(A::annul, later, centre, because("mistake"));
  SearchQuery query = text("污水");
  CHECK(find(county, query) == Ids{later, open});
  query.open_only = true;
  CHECK(find(county, query) == Ids{open});
  query.open_only = false;
  query.category = "0401";
  CHECK(find(county, query) == Ids{later});
  query.category = "04";
  CHECK(find(county, query).size() == 2);
  query.reported_from = between;
  CHECK(find(county, query) == Ids{later});
  query.reported_from.reset();
  query.reported_until = between;
  CHECK(find(county, query) == Ids{open});
  query.nature = Nature::contact;
  CHECK(find(county, query).empty());
}

TEST_CASE("a question that cannot be asked is refused") {
  County county;
  CHECK(error_of(county, text("")) == ErrorCode::invalid_argument);
  CHECK(error_of(county, text(" ，! ")) == ErrorCode::invalid_argument);
  CHECK(error_of(county, text("\xFF")) == ErrorCode::invalid_argument);
  CHECK(error_of(county, text(std::string(201, 'a'))) == ErrorCode::invalid_argument);
  SearchQuery query = text("a");
  query.limit = 0;
  CHECK(error_of(county, query) == ErrorCode::invalid_argument);
  query.limit = 201;
  CHECK(error_of(county, query) == ErrorCode::invalid_argument);
  query = text("a");
  query.skip = 1001;
  CHECK(error_of(county, query) == ErrorCode::invalid_argument);
  query.skip = -1;
  CHECK(error_of(county, query) == ErrorCode::invalid_argument);
  query = text("a");
  query.category = "unheard-of";
  CHECK(error_of(county, query) == ErrorCode::invalid_argument);
  // What means something to the index is a word like any other.
  for (const char* words : {"a\" OR \"b", "a*", "NOT a", "a AND (b", "terms:a", "^a", "a'b--"})
    CHECK_NOTHROW(county.engine().search(text(words), {centre, "", ""}));
}

TEST_CASE("what is amended is found by its new words, also by what came later") {
  County county;
  const CaseId id = county.report(grid, titled("污水外溢", "很臭", "中山路1号"));
  county.must(A::amend, id, grid, [](Action& action) { action.title = "井盖丢失"; });
  CHECK(find(county, text("污水")).empty());
  CHECK(find(county, text("井盖 很臭 中山路")) == Ids{id});
  county.must(A::amend, id, grid, [](Action& action) { action.text = "不臭了"; });
  CHECK(find(county, text("很臭")).empty());
  CHECK(find(county, text("井盖 不臭")) == Ids{id});
  CHECK(county.engine().verify().findings.empty());
  county.reopen();
  CHECK(find(county, text("井盖 不臭")) == Ids{id});
}

TEST_CASE("articles of the knowledge base are found by every unit") {
  County county;
  const CaseId article = enter_article(county, "停水怎么办", "请拨打供水热线");
  const CaseId report = county.report(other_grid, titled("停水三天"));
  SearchQuery query = text("停水");
  query.nature = Nature::article;
  for (const std::string& unit : {centre, room, village, grid, other_grid, drains})
    CHECK(find(county, query, unit) == Ids{article});
  query.nature.reset();
  CHECK(find(county, query, grid) == Ids{article});
  CHECK(find(county, query, other_grid) == Ids{report, article});
  query.nature = Nature::ordinary;
  CHECK(find(county, query, other_grid) == Ids{report});
}

TEST_CASE("the right one of thirty articles comes first") {
  const struct {
    const char* title;
    const char* answer;
  } articles[] = {
      {"污水外溢、污水管堵塞找谁处理",
       "市政道路上的污水井外溢由住建局排水管理所疏通；小区内由物业负责。"},
      {"路面塌陷如何报修",
       "发现道路塌陷请远离现场，拨打12345，由市政养护单位围挡并在24小时内回填。"},
      {"社保卡丢失怎样补办", "先拨打12333挂失，再凭身份证到合作银行网点补办社会保障卡，当场领卡。"},
      {"社保卡如何激活", "首次领取社保卡后，到社保窗口激活社保功能，到银行激活金融功能。"},
      {"住房公积金怎样提取",
       "购房、租房、还贷、退休可以提取公积金，在浙里办提交材料，三个工作日到账。"},
      {"公积金贷款额度是多少", "单人最高五十万元，双人最高八十万元，二孩、三孩家庭上浮。"},
      {"停水通知与停水投诉", "计划停水提前24小时公告；突然停水请拨打自来水公司热线96390。"},
      {"停电如何查询", "通过网上国网查询停电计划，故障停电拨打95598。"},
      {"居民身份证办理指南", "携带户口簿到任一派出所户籍窗口办理，十五个工作日领证，可加急。"},
      {"户口迁移需要什么材料", "购房落户凭不动产权证、身份证、户口簿，到迁入地派出所办理。"},
      {"新生儿出生一件事联办", "出生医学证明、户口登记、医保参保、社保卡申领一次办结。"},
      {"城乡居民医保缴费时间", "每年十月至十二月集中缴费，在税务小程序缴纳，次年一月起享受待遇。"},
      {"异地就医备案怎么办", "在国家医保服务平台选择就医地，即时备案，住院直接结算。"},
      {"小学入学报名条件", "年满六周岁，按户籍和房产划分学区，六月在招生平台报名。"},
      {"老年人优待证办理", "年满六十周岁凭身份证到村社区便民服务中心办理。"},
      {"残疾人两项补贴申请", "困难生活补贴和重度护理补贴，向户籍所在地乡镇提出。"},
      {"低保申请流程", "向乡镇人民政府申请，入户核查，公示七天，民政局审批。"},
      {"公租房申请条件", "无房且收入低于标准的家庭，向街道申请公共租赁住房。"},
      {"违章建筑如何举报", "向综合行政执法局举报，现场核实后责令停止建设，依法拆除。"},
      {"占道经营由谁管理", "流动摊贩和店外经营由综合行政执法局管理。"},
      {"夜间施工噪音扰民", "夜间二十二时至次日六时禁止产生噪声的施工，由执法局处理。"},
      {"油烟扰民投诉处理", "餐饮油烟由综合执法局检查净化设施，限期整改。"},
      {"流浪犬处置", "发现流浪犬请拨打12345，由犬只管理中队捕捉收容。"},
      {"路灯不亮报修", "报告路灯杆号，城市照明管理所四十八小时内修复。"},
      {"井盖缺失报修", "井盖丢失或者破损，权属单位两小时内设置警示并更换。"},
      {"拖欠工资如何维权", "带上劳动合同和工资记录，向劳动保障监察大队投诉欠薪。"},
      {"机动车年检预约", "通过交管12123预约检验机构，六年内免上线检测。"},
      {"驾驶证到期换证", "有效期满前九十日内，通过交管12123或者车管所换证。"},
      {"一件事一次办是什么", "把多个部门的事合成一件事，一次告知、一表申请、一窗受理。"},
      {"秸秆焚烧的处罚规定", "露天焚烧秸秆处五百元以上二千元以下罚款。"},
  };
  const struct {
    const char* question;
    const char* title;
  } questions[] = {
      {"污水", "污水外溢、污水管堵塞找谁处理"},
      {"塌陷", "路面塌陷如何报修"},
      {"社保卡 补办", "社保卡丢失怎样补办"},
      {"社保卡 丢失", "社保卡丢失怎样补办"},
      {"社保卡 激活", "社保卡如何激活"},
      {"公积金 提取", "住房公积金怎样提取"},
      {"公积金贷款", "公积金贷款额度是多少"},
      {"一", "一件事一次办是什么"},
      {"停水", "停水通知与停水投诉"},
      {"停电", "停电如何查询"},
      {"95598", "停电如何查询"},
      {"身份证", "居民身份证办理指南"},
      {"户口 迁移", "户口迁移需要什么材料"},
      {"医保 缴费", "城乡居民医保缴费时间"},
      {"异地就医", "异地就医备案怎么办"},
      {"噪音", "夜间施工噪音扰民"},
      {"井盖", "井盖缺失报修"},
      {"路灯", "路灯不亮报修"},
      {"欠薪", "拖欠工资如何维权"},
      {"违章建筑", "违章建筑如何举报"},
      {"１２１２３ 换证", "驾驶证到期换证"},
      {"低保", "低保申请流程"},
      {"\"公共租赁住房\"", "公租房申请条件"},
      {"犬", "流浪犬处置"},
  };
  County county;
  for (const auto& article : articles)
    enter_article(county, article.title, article.answer);
  for (const auto& it : questions) {
    CAPTURE(it.question);
    SearchQuery query = text(it.question);
    query.nature = Nature::article;
    const SearchPage page = county.engine().search(query, {grid, "", ""});
    REQUIRE_FALSE(page.hits.empty());
    CHECK(page.hits.front().summary.title == it.title);
  }
}
