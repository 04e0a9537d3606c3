#include <gridcase/track.hpp>

namespace gridcase {

Action to_alert(const TrackFinding& finding, const std::string& subject_kind,
                const std::string& title) {
  Action alert;
  alert.kind = ActionKind::enter_record;
  alert.nature = Nature::alert;
  alert.type = finding.rule;
  alert.title = title;
  alert.text = finding.because;
  alert.channel = "track";
  alert.point = finding.place;
  alert.subjects.push_back({subject_kind, finding.subject});
  alert.occurred = finding.from;
  alert.lasted_until = finding.until;
  return alert;
}

}  // namespace gridcase
