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
             const char* definition, const char* source = "") {
    all.push_back({code, english, chinese, MeasureForm::count, what, {}, definition, source});
  }
  void rate(const char* code, const char* english, const char* chinese, FactFilter numerator,
            FactFilter denominator, const char* definition, const char* source = "") {
    all.push_back(
        {code, english, chinese, MeasureForm::rate, numerator, denominator, definition, source});
  }
  void time(const char* code, const char* english, const char* chinese, MeasureForm form,
            FactFilter what, const char* definition) {
    all.push_back({code, english, chinese, form, what, {}, definition, ""});
  }

  void add_intake() {
    count("reports", "Cases reported", "上报数", case_reported(), "cases reported in the period");
    count("reports_by_requesters", "Cases of requesters", "群众诉求数",
          case_reported({M::requested}), "cases reported in the period for which somebody waits");
    count("contacts", "Contacts", "来电来信数", of(F::reported, {M::contact}),
          "calls, letters, visits and posts that came in in the period", "Wangcheng 2017");
    count("alerts", "Alerts", "预警数", of(F::reported, {M::alert}),
          "alerts that came in in the period");
    count("transfers", "Cases handed to other systems", "转出数", case_reported({M::transferred}),
          "cases reported in the period that were handed to another system");
    rate("transfer_rate", "Handed to other systems", "分流率", case_reported({M::transferred}),
         case_reported(),
         "of the cases reported in the period, those that were handed to another system");
    rate("contact_transfer_rate", "Contacts handed on", "来电分流率",
         of(F::reported, {M::contact, M::transferred}), of(F::reported, {M::contact}),
         "of the contacts of the period, those that another desk took over; of one number, such as "
         "110, the share that is diverted");
    rate("alert_conversion_rate", "Alerts that became cases", "预警转案率",
         of(F::reported, {M::alert, M::converted}), of(F::reported, {M::alert}),
         "of the alerts of the period, those that became cases");
  }

  void add_filing() {
    constexpr const char* source = "CJ/T 292; district inspection systems";
    count("filings", "Cases filed", "立案数", of(F::filed), "cases filed in the period");
    rate("filing_rate", "Filing rate", "立案率", case_reported({M::filed}), case_reported(),
         "of the cases reported in the period, those that were filed, whenever", source);
    rate("valid_report_rate", "Valid reports", "有效上报率",
         case_reported({M::filed}, {M::annulled}), case_reported(),
         "of the cases reported in the period, those that were filed and not annulled", source);
    rate("accurate_filing_rate", "Accurate filings", "准确立案率", of(F::filed, {}, {M::annulled}),
         of(F::filed), "of the cases filed in the period, those that were not annulled", source);
    rate("miss_rate", "Missed by patrols", "漏报率", of(F::filed, {M::requested}), of(F::filed),
         "of the cases filed in the period, those that somebody outside had to report", source);
    rate("verified_report_rate", "Reports verified", "监督举报率", of(F::filed, {M::passed}),
         of(F::filed), "of the cases filed in the period, those that a check had found true before",
         source);
  }

  // The four figures of a limit: met, in time; of those due by deadline, and of those met or due.
  void limit(const char* code, const char* english, const char* chinese, Moment moment,
             const char* definition) {
    rate(code, english, chinese, at_limit(moment, {M::in_time}), at_limit(moment), definition,
         "CJ/T 292");
  }

  void add_limits() {
    limit("filing_in_time_rate", "Filed in time", "按时立案率", Moment::filed,
          "of the limits for filing that ended in the period, those kept");
    limit("check_in_time_rate", "Checked in time before filing", "按时核实率", Moment::checked,
          "of the limits for the check before filing that ended in the period, those kept");
    limit("confirm_in_time_rate", "Checked in time after handling", "按时核查率", Moment::confirmed,
          "of the limits for the check after handling that ended in the period, those kept");
    limit("dispatch_in_time_rate", "Dispatched in time", "按时派遣率", Moment::dispatched,
          "of the limits for dispatching that ended in the period, those kept");
    limit("sign_in_time_rate", "Signed in time", "按时签收率", Moment::signed_for,
          "of the limits for signing that ended in the period, those kept");
    limit("response_rate", "Response rate", "响应率", Moment::contacted,
          "of the limits for contacting the reporter that ended in the period, those kept");
    limit("arrival_in_time_rate", "On the scene in time", "按时到场率", Moment::arrived,
          "of the limits for arriving that ended in the period, those kept");
    limit("reply_in_time_rate", "Replied in time", "按时答复率", Moment::replied,
          "of the limits for replying that ended in the period, those kept: letters and calls");
    count("limits_missed", "Limits missed", "超时数", of(F::limit_or_done, {}, {M::in_time}),
          "limits of every kind that were missed in the period and not exempted");
  }

  void add_closing() {
    constexpr const char* by_deadline = "应处置/应结案 (d): the deadline lies in the period";
    constexpr const char* by_either = "应处置/应结案 (b): done in the period, or due in it and not "
                                      "done";
    rate("handling_rate", "Handling rate", "处置率", case_limit(Moment::handled, {M::done}),
         case_limit(Moment::handled),
         "of the limits for handling that ended in the period, those whose work was done, in time "
         "or late",
         by_deadline);
    rate("handling_in_time_rate", "Handled in time", "按期处置率",
         case_limit(Moment::handled, {M::in_time}), case_limit(Moment::handled),
         "of the limits for handling that ended in the period, those kept", by_deadline);
    rate("handling_in_time_rate_settled", "Handled in time (done or overdue)",
         "按期处置率（处置与超时）",
         case_limit(Moment::handled, {M::in_time}, {}, F::limit_or_done),
         case_limit(Moment::handled, {}, {}, F::limit_or_done),
         "of the work done in the period, or due in it and not done, what was in time", by_either);
    count("closings", "Cases closed", "结案数", of(F::closed), "cases closed in the period");
    rate("closing_rate", "Closing rate", "结案率", case_limit(Moment::closed, {M::done}),
         case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those whose case was closed, in time "
         "or late",
         by_deadline);
    rate("closing_in_time_rate", "Closed in time", "按期结案率",
         case_limit(Moment::closed, {M::in_time}), case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those kept", by_deadline);
    rate("closing_rate_filed", "Closing rate of filed cases", "结案率（已立案）",
         case_limit(Moment::closed, {M::done, M::filed}), case_limit(Moment::closed, {M::filed}),
         "the same of filed cases only", "应结案 (a): filed, and the limit reached in the period");
    rate("closing_rate_settled", "Closing rate (closed or overdue)", "结案率（结案与超时）",
         case_limit(Moment::closed, {M::done}, {}, F::limit_or_done),
         case_limit(Moment::closed, {}, {}, F::limit_or_done),
         "of the cases closed in the period, or due in it and not closed, the closed ones",
         by_either);
    rate("closing_rate_handled", "Closed of handled", "结案率（已处置）",
         of(F::handled, {M::closed}), of(F::handled),
         "of the work of leading units done in the period, that whose case is closed, whenever",
         "应结案 (c): handled or further on");
    rate("closing_rate_deferred", "Closing rate without deferred cases", "结案率（扣除缓办）",
         case_limit(Moment::closed, {M::done}, {M::extended}),
         case_limit(Moment::closed, {}, {M::extended}),
         "closing rate of cases whose limit was not extended", "Jinhua: 结案数/(应结案数−缓办数)");
    rate("closing_in_time_rate_deferred", "Closed in time without deferred cases",
         "按期结案率（扣除缓办）", case_limit(Moment::closed, {M::in_time}, {M::extended}),
         case_limit(Moment::closed, {}, {M::extended}),
         "closed in time, of cases whose limit was not extended", "Jinhua");
    rate("escalated_closing_rate", "Closed on a higher tier", "提级办结率",
         of(F::closed, {M::escalated}), of(F::closed),
         "of the cases closed in the period, those solved on a higher tier than they were reported "
         "on",
         "Rugao");
    rate("rework_rate", "Rework rate", "返工率", case_limit(Moment::closed, {M::rework}),
         case_limit(Moment::closed),
         "of the limits for closing that ended in the period, those of cases whose work had to be "
         "done again",
         "返工数/应结案数");
  }

  void add_dispatch() {
    count("orders", "Orders", "派单数", of(F::ordered), "orders given to units in the period");
    count("dispatches", "Dispatches", "派遣数", of(F::dispatched), "dispatches in the period");
    rate("accurate_dispatch_rate", "Accurate dispatches", "准确派遣率",
         of(F::dispatched, {}, {M::rework, M::redirected}), of(F::dispatched),
         "of the dispatches of the period, those whose lead did not decline and whose work needed "
         "not be done again",
         "(派遣数−返工数)/应派遣数");
    count("redirected_orders", "Leading orders after another unit's", "错误派遣数",
          of(F::ordered, {M::lead, M::redirected}),
          "leading orders of the period in cases that another unit led before");
    count("declined_orders", "Orders declined", "退单数", of(F::ordered, {M::declined}),
          "orders given in the period that were declined");
    count("reworked_orders", "Leading orders done again", "返工数",
          of(F::ordered, {M::lead, M::rework}),
          "leading orders given in the period whose work had to be done again");
    count("returns", "Returns", "退回数", of(F::returned),
          "times a unit declined an order or sent a case back in the period");
    rate("return_rate", "Declined orders", "退单率", of(F::ordered, {M::declined}), of(F::ordered),
         "of the orders given in the period, those declined");
  }

  void add_contacts() {
    rate("first_answer_rate", "Answered at first contact", "首接即答率",
         of(F::reported, {M::contact, M::answered}), of(F::reported, {M::contact}),
         "of the contacts of the period, those answered without a case");
    rate("resolution_rate", "Resolution rate", "解决率", of(F::followed_up, {M::solved}),
         of(F::followed_up),
         "of the cases and contacts followed up in the period, those solved in the requester's "
         "eyes",
         "12345: 解决/回访");
    rate("satisfaction_rate", "Satisfaction rate", "满意率",
         of(F::followed_up, {M::rated, M::satisfied}), of(F::followed_up, {M::rated}),
         "of the cases and contacts rated in the period, those with 4 or 5 of 5",
         "12345: 满意/回访");
  }

  void add_solving() {
    const auto share = [&](const char* code, const char* english, const char* chinese, Mark mark,
                           const char* definition) {
      rate(code, english, chinese, of(F::closed, {mark}), of(F::closed), definition,
           "Wangcheng: 70/20/10");
    };
    share("self_share", "Solved by who had it", "自处占比", M::self,
          "of the cases closed in the period, those that who had them solved without orders");
    share("guided_share", "Solved with guidance", "指导处置占比", M::guided,
          "of the cases closed in the period, those solved with guidance from above");
    share("dispatched_share", "Solved by units sent", "派遣处置占比", M::by_orders,
          "of the cases closed in the period, those solved by units that were sent");
    share("village_share", "Solved on the village tier", "村级办结占比", M::village,
          "of the cases closed in the period, those solved on the village tier");
    share("township_share", "Solved on the township tier", "乡级办结占比", M::township,
          "of the cases closed in the period, those solved on the township tier");
    share("county_share", "Solved on the county tier", "县级办结占比", M::county,
          "of the cases closed in the period, those solved on the county tier");
  }

  void add_times() {
    const auto three = [&](const std::string& code, const std::string& english,
                           const std::string& chinese, FactKind kind, const char* definition) {
      time((code + "_mean").c_str(), ("Mean " + english).c_str(), (chinese + "均值").c_str(),
           MeasureForm::mean, of(kind), definition);
      time((code + "_median").c_str(), ("Median " + english).c_str(), (chinese + "中位数").c_str(),
           MeasureForm::median, of(kind), definition);
      time((code + "_p90").c_str(), ("Nine in ten: " + english).c_str(),
           (chinese + "九成位").c_str(), MeasureForm::percentile90, of(kind), definition);
    };
    three("closing_time", "time to close", "结案时长", F::closed,
          "hours from report to closing of the cases closed in the period; contacts and cases that "
          "were answered at once are not among them");
    three("handling_time", "time to handle", "处置时长", F::handled,
          "hours from order to feedback of leading units that fed back in the period");
    time("time_spent", "Time spent", "责任时长", MeasureForm::sum, of(F::spent),
         "hours of the cases ended in the period that were the unit's");
  }

  void add_conduct() {
    count("consultations", "Consultations", "会商数", of(F::consulted),
          "joint consultations called in the period");
    rate("consultation_success_rate", "Consultations that agreed", "会商成功率",
         of(F::consulted, {M::agreed}), of(F::consulted),
         "of the consultations called in the period, those that ended with orders");
    count("inspections", "Inspections", "检查数", of(F::inspected),
          "records about the unit in the period: checks of its duty, notices, negative events");
    rate("inspection_pass_rate", "Inspections passed", "检查合格率", of(F::inspected, {M::passed}),
         either(of(F::inspected), {M::passed, M::failed}),
         "of the records about the unit that were settled with a result, those in its favour");
    count("surprise_inspections", "Surprise inspections", "突击检查数",
          of(F::inspected, {M::surprise}), "those nobody was told of before");
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
