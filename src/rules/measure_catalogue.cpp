// Every measure, once. The formulas are those of the town-management inspection systems (CJ/T 292
// and the published sheets of Jinhua and others), of the hotlines (12345, 接诉即办) and of the
// centres; where practice knows several denominators each has a measure of its own.
#include <gridcase/measure.hpp>

#include <algorithm>

namespace gridcase {
namespace {

using F = FactKind;
using M = Mark;

Marks set(std::initializer_list<Mark> marks) {
  Marks all;
  for (const Mark mark : marks)
    all.add(mark);
  return all;
}

FactFilter of(FactKind kind, std::initializer_list<Mark> with = {},
              std::initializer_list<Mark> without = {}) {
  FactFilter filter;
  filter.kind = kind;
  filter.all = set(with);
  filter.none = set(without);
  return filter;
}

FactFilter at_limit(Moment moment, std::initializer_list<Mark> with = {},
                    std::initializer_list<Mark> without = {}, FactKind kind = F::limit) {
  FactFilter filter = of(kind, with, without);
  filter.moment = moment;
  return filter;
}

// Of a case: neither a contact nor an alert nor a record.
FactFilter of_case(FactFilter filter) {
  filter.none.add(M::contact).add(M::alert).add(M::record);
  return filter;
}

FactFilter case_reported(std::initializer_list<Mark> with = {},
                         std::initializer_list<Mark> without = {}) {
  return of_case(of(F::reported, with, without));
}

FactFilter case_limit(Moment moment, std::initializer_list<Mark> with = {},
                      std::initializer_list<Mark> without = {}, FactKind kind = F::limit) {
  return of_case(at_limit(moment, with, without, kind));
}

FactFilter either(FactFilter filter, std::initializer_list<Mark> marks) {
  filter.any = set(marks);
  return filter;
}

class Catalogue {
public:
  Catalogue() {
    add_intake();
    add_filing();
    add_limits();
    add_closing();
    add_dispatch();
    add_contacts();
    add_solving();
    add_times();
    add_conduct();
  }
  std::vector<MeasureDefinition> all;

private:
  void count(const char* code, const char* english, const char* chinese, FactFilter what,
             const char* definition, const char* in_chinese, const char* source = "") {
    all.push_back(
        {code, english, chinese, MeasureForm::count, what, {}, definition, in_chinese, source});
  }
  void rate(const char* code, const char* english, const char* chinese, FactFilter numerator,
            FactFilter denominator, const char* definition, const char* in_chinese,
            const char* source = "") {
    all.push_back({code, english, chinese, MeasureForm::rate, numerator, denominator, definition,
                   in_chinese, source});
  }
  void time(const char* code, const char* english, const char* chinese, MeasureForm form,
            FactFilter what, const char* definition, const char* in_chinese) {
    all.push_back({code, english, chinese, form, what, {}, definition, in_chinese, ""});
  }

  void add_intake() {
    count("reports", "Cases reported", "上报数", case_reported(), "cases reported in the period",
          "本期上报的案件");
    count("reports_by_requesters", "Cases of requesters", "群众诉求数",
          case_reported({M::requested}), "cases reported in the period for which somebody waits",
          "本期上报、有诉求人等待答复的案件");
    count("contacts", "Contacts", "来电来信数", of(F::reported, {M::contact}),
          "calls, letters, visits and posts that came in in the period",
          "本期收到的来电、来信、来访和网帖", "Wangcheng 2017");
    count("alerts", "Alerts", "预警数", of(F::reported, {M::alert}),
          "alerts that came in in the period", "本期收到的预警");
    count("transfers", "Cases handed to other systems", "转出数", case_reported({M::transferred}),
          "cases reported in the period that were handed to another system",
          "本期上报的案件中，转给其他系统的");
    rate("transfer_rate", "Handed to other systems", "分流率", case_reported({M::transferred}),
         case_reported(),
         "of the cases reported in the period, those that were handed to another system",
         "本期上报的案件中，转给其他系统的占比");
    rate("contact_transfer_rate", "Contacts handed on", "来电分流率",
         of(F::reported, {M::contact, M::transferred}), of(F::reported, {M::contact}),
         "of the contacts of the period, those that another desk took over; of one number, such as "
         "110, the share that is diverted",
         "本期来电来信中，由其他席位接手的占比；只看一个号码（如110）时即分流率");
    rate("alert_conversion_rate", "Alerts that became cases", "预警转案率",
         of(F::reported, {M::alert, M::converted}), of(F::reported, {M::alert}),
         "of the alerts of the period, those that became cases", "本期预警中，转为案件的占比");
  }

  void add_filing() {
    constexpr const char* source = "CJ/T 292; district inspection systems";
    count("accepted", "Cases accepted", "受理数", of(F::accepted), "cases accepted in the period",
          "本期受理的案件", source);
    count("filings", "Cases filed", "立案数", of(F::filed), "cases filed in the period",
          "本期立案的案件");
    rate("filing_rate", "Filing rate", "立案率", case_reported({M::filed}), case_reported(),
         "of the cases reported in the period, those that were filed, whenever",
         "本期上报的案件中，已立案的占比，不论何时立案", source);
    rate("valid_report_rate", "Valid reports", "有效上报率",
         case_reported({M::filed}, {M::annulled}), case_reported(),
         "of the cases reported in the period, those that were filed and not annulled",
         "本期上报的案件中，已立案且未作废的占比", source);
    rate("accurate_filing_rate", "Accurate filings", "准确立案率", of(F::filed, {}, {M::annulled}),
         of(F::filed), "of the cases filed in the period, those that were not annulled",
         "本期立案的案件中，未作废的占比", source);
    rate("miss_rate", "Missed by patrols", "漏报率", of(F::filed, {M::requested}), of(F::filed),
         "of the cases filed in the period, those that somebody outside had to report",
         "本期立案的案件中，由外部人员上报、巡查未发现的占比", source);
    rate("verified_report_rate", "Reports verified", "监督举报率", of(F::filed, {M::passed}),
         of(F::filed), "of the cases filed in the period, those that a check had found true before",
         "本期立案的案件中，立案前经核实属实的占比", source);
  }

  // The four figures of a limit: met, in time; of those due by deadline, and of those met or due.
  void limit(const char* code, const char* english, const char* chinese, Moment moment,
             const char* definition, const char* in_chinese) {
    rate(code, english, chinese, at_limit(moment, {M::in_time}), at_limit(moment), definition,
         in_chinese, "CJ/T 292");
  }

  void add_limits() {
    limit("filing_in_time_rate", "Filed in time", "按时立案率", Moment::filed,
          "of the limits for filing that ended in the period, those kept",
          "本期到期的立案时限中，按时完成的占比");
    limit("check_sent_in_time_rate", "Checks before filing asked for in time", "核实按时派发率",
          Moment::check_sent,
          "of the limits for asking for the check before filing that ended in the period, those "
          "kept",
          "本期到期的核实（立案前）派发时限中，按时派发的占比");
    limit("confirm_sent_in_time_rate", "Checks after handling asked for in time", "核查按时派发率",
          Moment::confirm_sent,
          "of the limits for asking for the check after handling that ended in the period, those "
          "kept",
          "本期到期的核查（处置后）派发时限中，按时派发的占比");
    limit("check_in_time_rate", "Checked in time before filing", "按时核实率", Moment::checked,
          "of the limits for the check before filing that ended in the period, those kept",
          "本期到期的核实（立案前）时限中，按时完成的占比");
    limit("confirm_in_time_rate", "Checked in time after handling", "按时核查率", Moment::confirmed,
          "of the limits for the check after handling that ended in the period, those kept",
          "本期到期的核查（处置后）时限中，按时完成的占比");
    limit("dispatch_in_time_rate", "Dispatched in time", "按时派遣率", Moment::dispatched,
          "of the limits for dispatching that ended in the period, those kept",
          "本期到期的派遣时限中，按时完成的占比");
    limit("sign_in_time_rate", "Signed in time", "按时签收率", Moment::signed_for,
          "of the limits for signing that ended in the period, those kept",
          "本期到期的签收时限中，按时完成的占比");
    limit("response_rate", "Response rate", "响应率", Moment::contacted,
          "of the limits for contacting the reporter that ended in the period, those kept",
          "本期到期的联系诉求人时限中，按时完成的占比");
    limit("arrival_in_time_rate", "On the scene in time", "按时到场率", Moment::arrived,
          "of the limits for arriving that ended in the period, those kept",
          "本期到期的到场时限中，按时完成的占比");
    limit("reply_in_time_rate", "Replied in time", "按时答复率", Moment::replied,
          "of the limits for replying that ended in the period, those kept: letters and calls",
          "本期到期的答复时限（来信、来电）中，按时完成的占比");
    count("limits_missed", "Limits missed", "超时数", of(F::limit_or_done, {}, {M::in_time}),
          "limits of every kind that were missed in the period and not exempted",
          "本期超过且未获豁免的各类时限");
  }

  void add_closing() {
    constexpr const char* by_deadline = "应处置/应结案 (d): the deadline lies in the period";
    constexpr const char* by_either = "应处置/应结案 (b): done in the period, or due in it and not "
                                      "done";
    rate("handling_rate", "Handling rate", "处置率", case_limit(Moment::handled, {M::done}),
         case_limit(Moment::handled),
         "of the limits for handling that ended in the period, those whose work was done, in time "
         "or late",
         "本期到期的处置时限中，已处置的占比，不论是否按时", by_deadline);
    rate("handling_in_time_rate", "Handled in time", "按期处置率",
         case_limit(Moment::handled, {M::in_time}), case_limit(Moment::handled),
         "of the limits for handling that ended in the period, those kept",
         "本期到期的处置时限中，按时处置的占比", by_deadline);
    rate("handling_in_time_rate_settled", "Handled in time (done or overdue)",
         "按期处置率（处置与超时）",
         case_limit(Moment::handled, {M::in_time}, {}, F::limit_or_done),
         case_limit(Moment::handled, {}, {}, F::limit_or_done),
         "of the work done in the period, or due in it and not done, what was in time",
         "本期已处置的，以及本期到期而未处置的，其中按时处置的占比", by_either);
    count("closings", "Cases closed", "结案数", of(F::closed), "cases closed in the period",
          "本期结案的案件");
    rate("closing_rate", "Closing rate", "结案率", case_limit(Moment::closed, {M::done}),
         case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those whose case was closed, in time "
         "or late",
         "本期到期的结案时限中，已结案的占比，不论是否按时", by_deadline);
    rate("closing_in_time_rate", "Closed in time", "按期结案率",
         case_limit(Moment::closed, {M::in_time}), case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those kept",
         "本期到期的结案时限中，按时结案的占比", by_deadline);
    rate("closing_rate_filed", "Closing rate of filed cases", "结案率（已立案）",
         case_limit(Moment::closed, {M::done, M::filed}), case_limit(Moment::closed, {M::filed}),
         "the same of filed cases only", "结案率，只计已立案的案件",
         "应结案 (a): filed, and the limit reached in the period");
    rate("closing_rate_settled", "Closing rate (closed or overdue)", "结案率（结案与超时）",
         case_limit(Moment::closed, {M::done}, {}, F::limit_or_done),
         case_limit(Moment::closed, {}, {}, F::limit_or_done),
         "of the cases closed in the period, or due in it and not closed, the closed ones",
         "本期已结案的，以及本期到期而未结案的，其中已结案的占比", by_either);
    rate("closing_rate_handled", "Closed of handled", "结案率（已处置）",
         of(F::handled, {M::closed}), of(F::handled),
         "of the work of leading units done in the period, that whose case is closed, whenever",
         "主办单位本期完成的处置中，案件已结案的占比，不论何时结案",
         "应结案 (c): handled or further on");
    rate("closing_rate_deferred", "Closing rate without deferred cases", "结案率（扣除缓办）",
         case_limit(Moment::closed, {M::done}, {M::extended}),
         case_limit(Moment::closed, {}, {M::extended}),
         "closing rate of cases whose limit was not extended",
         "结案率，不计时限已延长（缓办）的案件", "Jinhua: 结案数/(应结案数−缓办数)");
    rate("closing_in_time_rate_deferred", "Closed in time without deferred cases",
         "按期结案率（扣除缓办）", case_limit(Moment::closed, {M::in_time}, {M::extended}),
         case_limit(Moment::closed, {}, {M::extended}),
         "closed in time, of cases whose limit was not extended",
         "按期结案率，不计时限已延长（缓办）的案件", "Jinhua");
    rate("escalated_closing_rate", "Closed on a higher tier", "提级办结率",
         of(F::closed, {M::escalated}), of(F::closed),
         "of the cases closed in the period, those solved on a higher tier than they were reported "
         "on",
         "本期结案的案件中，在高于上报层级处解决的占比", "Rugao");
    rate("rework_rate", "Rework rate", "返工率", case_limit(Moment::closed, {M::rework}),
         case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those of cases whose work had to be "
         "done again",
         "本期到期的结案时限中，案件曾返工的占比", "返工数/应结案数");
  }

  void add_dispatch() {
    count("orders", "Orders", "派单数", of(F::ordered), "orders given to units in the period",
          "本期派给各单位的任务");
    count("dispatches", "Dispatches", "派遣数", of(F::dispatched), "dispatches in the period",
          "本期的派遣");
    rate("accurate_dispatch_rate", "Accurate dispatches", "准确派遣率",
         of(F::dispatched, {}, {M::rework, M::redirected}), of(F::dispatched),
         "of the dispatches of the period, those whose lead did not decline and whose work needed "
         "not be done again",
         "本期派遣中，主办单位未退回且无返工的占比", "(派遣数−返工数)/应派遣数");
    count("redirected_orders", "Leading orders after another unit's", "错误派遣数",
          of(F::ordered, {M::lead, M::redirected}),
          "leading orders of the period in cases that another unit led before",
          "本期派给主办单位的任务中，案件此前由其他单位主办的");
    count("declined_orders", "Orders declined", "退单数", of(F::ordered, {M::declined}),
          "orders given in the period that were declined", "本期派出的任务中，被退回的");
    count("reworked_orders", "Leading orders done again", "返工数",
          of(F::ordered, {M::lead, M::rework}),
          "leading orders given in the period whose work had to be done again",
          "本期派给主办单位的任务中，须返工的");
    count("returns", "Returns", "退回数", of(F::returned),
          "times a unit declined an order or sent a case back in the period",
          "本期各单位退单或退回案件的次数");
    rate("return_rate", "Declined orders", "退单率", of(F::ordered, {M::declined}), of(F::ordered),
         "of the orders given in the period, those declined", "本期派出的任务中，被退回的占比");
  }

  void add_contacts() {
    rate("first_answer_rate", "Answered at first contact", "首接即答率",
         of(F::reported, {M::contact, M::answered}), of(F::reported, {M::contact}),
         "of the contacts of the period, those answered without a case",
         "本期来电来信中，未转案件即答复的占比");
    rate("resolution_rate", "Resolution rate", "解决率", of(F::followed_up, {M::solved}),
         of(F::followed_up),
         "of the cases and contacts followed up in the period, those solved in the requester's "
         "eyes",
         "本期回访的案件和来电来信中，诉求人认为已解决的占比", "12345: 解决/回访");
    rate("satisfaction_rate", "Satisfaction rate", "满意率",
         of(F::followed_up, {M::rated, M::satisfied}), of(F::followed_up, {M::rated}),
         "of the cases and contacts rated in the period, those with 4 or 5 of 5",
         "本期获评价的案件和来电来信中，评价为4或5分（满分5分）的占比", "12345: 满意/回访");
  }

  void add_solving() {
    const auto share = [&](const char* code, const char* english, const char* chinese, Mark mark,
                           const char* definition, const char* in_chinese) {
      rate(code, english, chinese, of(F::closed, {mark}), of(F::closed), definition, in_chinese,
           "Wangcheng: 70/20/10");
    };
    share("self_share", "Solved by who had it", "自处占比", M::self,
          "of the cases closed in the period, those that who had them solved without orders",
          "本期结案的案件中，由持案单位自行解决、未派遣的占比");
    share("guided_share", "Solved with guidance", "指导处置占比", M::guided,
          "of the cases closed in the period, those solved with guidance from above",
          "本期结案的案件中，在上级指导下解决的占比");
    share("dispatched_share", "Solved by units sent", "派遣处置占比", M::by_orders,
          "of the cases closed in the period, those solved by units that were sent",
          "本期结案的案件中，由被派遣单位解决的占比");
    share("village_share", "Solved on the village tier", "村级办结占比", M::village,
          "of the cases closed in the period, those solved on the village tier",
          "本期结案的案件中，在村级解决的占比");
    share("township_share", "Solved on the township tier", "乡级办结占比", M::township,
          "of the cases closed in the period, those solved on the township tier",
          "本期结案的案件中，在乡级解决的占比");
    share("county_share", "Solved on the county tier", "县级办结占比", M::county,
          "of the cases closed in the period, those solved on the county tier",
          "本期结案的案件中，在县级解决的占比");
  }

  void add_times() {
    const auto three = [&](const std::string& code, const std::string& english,
                           const std::string& chinese, FactKind kind, const char* definition,
                           const char* in_chinese) {
      time((code + "_mean").c_str(), ("Mean " + english).c_str(), (chinese + "均值").c_str(),
           MeasureForm::mean, of(kind), definition, in_chinese);
      time((code + "_median").c_str(), ("Median " + english).c_str(), (chinese + "中位数").c_str(),
           MeasureForm::median, of(kind), definition, in_chinese);
      time((code + "_p90").c_str(), ("Nine in ten: " + english).c_str(),
           (chinese + "九成位").c_str(), MeasureForm::percentile90, of(kind), definition,
           in_chinese);
    };
    three("closing_time", "time to close", "结案时长", F::closed,
          "hours from report to closing of the cases closed in the period; contacts and cases that "
          "were answered at once are not among them",
          "本期结案的案件从上报到结案的小时数；来电来信和当即答复的不计");
    three("handling_time", "time to handle", "处置时长", F::handled,
          "hours from order to feedback of leading units that fed back in the period",
          "本期反馈的主办单位从接到任务到反馈的小时数");
    time("time_spent", "Time spent", "责任时长", MeasureForm::sum, of(F::spent),
         "hours of the cases ended in the period that were the unit's",
         "本期办结的案件中，属于该单位的小时数");
  }

  void add_conduct() {
    count("consultations", "Consultations", "会商数", of(F::consulted),
          "joint consultations called in the period", "本期发起的联合会商");
    rate("consultation_success_rate", "Consultations that agreed", "会商成功率",
         of(F::consulted, {M::agreed}), of(F::consulted),
         "of the consultations called in the period, those that ended with orders",
         "本期发起的会商中，最终派出任务的占比");
    count("inspections", "Inspections", "检查数", of(F::inspected),
          "records about the unit in the period: checks of its duty, notices, negative events",
          "本期关于该单位的记录：查岗、通报、负面事件");
    rate("inspection_pass_rate", "Inspections passed", "检查合格率", of(F::inspected, {M::passed}),
         either(of(F::inspected), {M::passed, M::failed}),
         "of the records about the unit that were settled with a result, those in its favour",
         "关于该单位、已有结论的记录中，结论为合格的占比");
    count("surprise_inspections", "Surprise inspections", "突击检查数",
          of(F::inspected, {M::surprise}), "those nobody was told of before",
          "其中事先未通知的检查");
  }
};

}  // namespace

const std::vector<MeasureDefinition>& measure_catalogue() {
  static const std::vector<MeasureDefinition> catalogue = Catalogue().all;
  return catalogue;
}

const MeasureDefinition* measure(std::string_view code) noexcept {
  const auto& all = measure_catalogue();
  const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureDefinition& measure) {
    return measure.code == code;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace gridcase
