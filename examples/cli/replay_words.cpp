#include "replay_words.hpp"

namespace gridcase::cli::replay {

namespace {

struct Words {
  std::string_view key, en, zh;
};

constexpr Words all[] = {
    {"requests", "requests", "条诉求"},
    {"cases", "cases", "案件"},
    {"closed", "closed", "已结案"},
    {"open", "open", "未结案"},
    {"other", "other ends", "其他结束"},
    {"rate", "closed %", "结案率 %"},
    {"total", "all", "合计"},
    {"none", "(none)", "（无）"},
    {"from_to", "reported from {} to {}", "上报时间 {} 至 {}"},
    {"by_origin", "came in at the tier", "上报层级"},
    {"by_solved_on", "solved on the tier", "办结层级"},
    {"by_mode", "solved how", "办理方式"},
    {"by_township", "township", "乡镇街道"},
    {"by_department", "leading unit", "牵头单位"},
    {"village", "village and grid", "村（网格）"},
    {"township", "township", "乡镇街道"},
    {"county", "county", "县（市、区）"},
    {"self", "by itself", "自办"},
    {"guided", "guided from above", "上级指导"},
    {"dispatched", "sent to units", "派遣部门"},
    {"undecided", "not decided", "未定"},
    {"places", "points against the recorded grids", "坐标与登记网格核对"},
    {"in_recorded", "in the recorded grid", "在登记网格内"},
    {"in_another", "in another grid", "在其他网格内"},
    {"in_none", "in no grid", "不在任何网格内"},
    {"no_point", "no usable point", "无可用坐标"},
    {"no_recorded", "no recorded grid", "未登记网格"},
    {"refused", "not taken, or taken with a fault", "未受理或有瑕疵"},
    {"reason", "reason", "原因"},
    {"count", "count", "数量"},
    {"lines", "first lines of the table", "表中首见行"},
    {"what", "what became of it", "处理"},
    {"row", "no case", "未生成案件"},
    {"action", "step refused, case open", "步骤被拒，案件未结"},
    {"note", "case made", "已生成案件"},
    {"nothing_refused", "every row became a case, and every step was taken",
     "全部记录均已生成案件，全部步骤均被接受"},
    {"bad_record", "broken quotes", "引号有误"},
    {"ragged", "wrong number of fields", "字段数不符"},
    {"no_id", "no number", "无编号"},
    {"no_time", "no time of opening", "无受理时间"},
    {"bad_time", "unreadable time", "时间无法识别"},
    {"closed_without_time", "closed without a time", "已结案但无结案时间"},
    {"open_with_time", "open with a time of closing", "未结案但有结案时间"},
    {"unknown_department", "unknown department", "未知部门"},
    {"unknown_grid", "unknown grid", "未知网格"},
    {"unknown_township", "unknown township", "未知乡镇街道"},
    {"unknown_category", "unknown category", "未知类别"},
    {"grid_elsewhere", "grid of another township", "网格属于其他乡镇街道"},
    {"out_of_order", "closed before it was opened", "结案早于受理"},
    {"duplicate_external", "number used before", "编号重复"},
    {"limit", "a text is too long", "文本过长"},
    {"bad_value", "a value the library does not take", "值无效"},
    {"speed", "{} actions in {:.1f} s, {:.0f} a second",
     "{} 个动作，用时 {:.1f} 秒，每秒 {:.0f} 个"},
    {"line_of", "line {}", "第 {} 行"},
    {"then", "; ", "；"},
    {"fix.bad_record", "correct the quotes of this line", "请修正该行的引号"},
    {"fix.ragged", "quote fields that contain the separator or a line break",
     "含分隔符或换行的字段须加引号"},
    {"fix.no_id", "add it: requests are told apart by it", "请补上编号，诉求以编号区分"},
    {"fix.no_time", "add it: nothing can be ordered without it", "请补上时间，否则无法排序"},
    {"fix.bad_time", "correct it, or add its form to \"times\" of the mapping",
     "请更正，或在映射文件 \"times\" 中补充该格式"},
    {"fix.closed_without_time", "the case stays open; correct the status or the time",
     "案件保持未结；请更正状态或时间"},
    {"fix.open_with_time", "the case stays open; correct the status or the time",
     "案件保持未结；请更正状态或时间"},
    {"fix.unknown_department",
     "the centre handles it itself; add the unit, or a line to \"table\" of the mapping",
     "由中心自办；请补充单位，或在映射文件 \"table\" 中补充"},
    {"fix.unknown_grid",
     "it is looked for by its point; add the grid, or a line to \"table\" of the mapping",
     "改按坐标定位；请补充网格，或在映射文件 \"table\" 中补充"},
    {"fix.unknown_township",
     "it is left out; add the township, or a line to \"table\" of the mapping",
     "已略去；请补充乡镇街道，或在映射文件 \"table\" 中补充"},
    {"fix.unknown_category",
     "another is used; add the category, or a line to \"table\" of the mapping",
     "改用其他类别；请补充类别，或在映射文件 \"table\" 中补充"},
    {"fix.grid_elsewhere",
     "the township of the row is kept and its grid left out; correct one of the two",
     "保留该行的乡镇街道，略去网格；请更正其一"},
    {"details", "first of each kind", "各类首例"},
};

}  // namespace

std::string_view words(Language language, std::string_view key) noexcept {
  for (const Words& one : all) {
    if (one.key == key) return language == Language::zh ? one.zh : one.en;
  }
  return key;
}

}  // namespace gridcase::cli::replay
