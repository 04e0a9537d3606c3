#pragma once
/// \file intake.hpp
/// What comes in and is no case yet: calls, letters, visits, posts, alerts. One number in, many
/// ways on.
///
/// A contact or an alert is a record of its own (`Nature::contact`, `Nature::alert`), entered with
/// `enter_record` and counted by itself. It ends answered, settled by the case it became, or
/// settled otherwise; an alert may stay an alert.
/// Plain values; any thread.

#include <gridcase/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// What is done with a contact.
enum class Path : std::uint8_t {
  answer = 1,  ///< answered at once, mostly from the knowledge base (直接答复)
  report,      ///< becomes a case
  provider,    ///< a provider does the job, as a case with one order
  transfer,    ///< another desk or platform takes it over (转接)
};

GRIDCASE_API std::string_view name(Path path) noexcept;
GRIDCASE_API std::optional<Path> path_from_name(std::string_view name) noexcept;

/// Which way contacts go. The first rule that fits decides; what is empty fits all.
struct IntakeRule {
  std::string code;
  RequestKind request = RequestKind::unstated;
  std::string category;    ///< this one and below
  std::string type;        ///< of the contact
  bool emergency = false;  ///< only categories that are an emergency
  Path path = Path::report;
  std::string unit;  ///< of `transfer`: who is to take it over; needed there, not taken elsewhere
};

/// Which way a contact is to go.
struct PathProposal {
  Path path = Path::report;
  std::string unit;  ///< of `transfer`: who is to take it over
  std::string because;
};

/// A type of alert, and what becomes of it.
struct AlertType {
  std::string code;
  std::string name;
  /// It is the same alert again if type and subjects are the same (all of them, in any order), both
  /// places are unknown or no further apart than `same_metres`, and the windows overlap or lie no
  /// further apart than this.
  Duration same_within = std::chrono::hours(24);
  double same_metres = 100;
  /// Category of the case it becomes; an alert of this type stays an alert if empty.
  std::string category;
  std::string site_list;  ///< it becomes a case only at a site of this list; anywhere if empty
  std::string unit;  ///< leads then; the unit of the site if empty, nobody if that is empty too
};

/// A place on a list of places that are watched.
struct Site {
  std::string code;  ///< unique in the list
  std::string name;
  Point point;
  double metres = 100;  ///< what happens so near happens at the site
  std::string unit;     ///< that is responsible for it; may be empty
};

/// Sites of the policy that alerts are looked at by.
struct SiteList {
  std::string code;
  std::string name;
  std::vector<Site> sites;
};

/// How many of each came in.
struct IntakeTotals {
  /// How many of a nature came in.
  struct Line {
    Nature nature = Nature::contact;  ///< ordinary: cases that were reported
    std::string type;                 ///< of contacts and alerts; of cases the channel
    std::string number_dialled;       ///< of contacts
    RequestKind request = RequestKind::unstated;
    std::int64_t count = 0;
    std::int64_t answered = 0;  ///< ended with an answer, without dispatch (首次办结)
    std::int64_t became = 0;    ///< contacts and alerts that became, or joined, a case
    std::int64_t open = 0;
    std::int64_t repeats = 0;  ///< of alerts: times they came again
  };
  std::vector<Line> lines;  ///< by nature, type, number and request
};

/// What anybody may see of a case who knows its number and code. Nothing in it is personal, unless
/// a reply says so. Of a contact that became a case, and of a case that was merged, it shows how
/// far the case is that it goes on in.
struct PublicView {
  std::string number;
  Stage stage = Stage::report;
  Instant reported{};
  std::optional<Instant> ended;
  std::string reply;         ///< the last one; empty if there is none
  std::string continues_in;  ///< number of the case it goes on in
};

}  // namespace gridcase
