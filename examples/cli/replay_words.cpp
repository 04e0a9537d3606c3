#include "replay_words.hpp"

#include <array>

namespace gridcase::cli::replay {

namespace {

struct Words {
  std::string_view key, en, zh;
};

constexpr std::array<Words, 58> all{{
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
    {"out_of_order", "closed before it was opened", "结案早于受理"},
    {"duplicate_external", "number used before", "编号重复"},
    {"limit", "a text is too long", "文本过长"},
    {"bad_value", "a value the library does not take", "值无效"},
    {"speed", "{} actions in {:.1f} s, {:.0f} a second", "{} 个动作，用时 {:.1f} 秒，每秒 {:.0f} 个"},
    {"line_of", "line {}", "第 {} 行"},
    {"column_of", "column {}", "列 {}"},
    {"written", "totals written to {}", "统计结果已写入 {}"},
    {"store", "store: {}", "存储文件：{}"},
    {"then", "; ", "；"},
    {"details", "first of each kind", "各类首例"},
}};

}  // namespace

std::string_view words(Language language, std::string_view key) noexcept {
  for (const Words& one : all) {
    if (one.key == key) return language == Language::zh ? one.zh : one.en;
  }
  return key;
}

}  // namespace gridcase::cli::replay
