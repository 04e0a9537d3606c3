#pragma once
/// \file cap.hpp
/// Warnings to and from others: the Common Alerting Protocol 1.2 (OASIS, 2010; ITU-T X.1303 bis).
///
/// The types hold a CAP message whole: what is written is read back as the same values. Names of
/// the standard stand in brackets. All texts are UTF-8; an empty text and an absent element are the
/// same. All functions are pure; any thread.

#include <gridcase/action.hpp>
#include <gridcase/error.hpp>
#include <gridcase/export.hpp>
#include <gridcase/geo.hpp>
#include <gridcase/policy.hpp>
#include <gridcase/time.hpp>

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Whether it is meant [status].
enum class CapStatus : std::uint8_t {
  actual = 1,
  exercise,  ///< a drill; the note says which
  system,
  test,
  draft,
};

/// [msgType]
enum class CapMessageType : std::uint8_t { alert = 1, update, cancel, ack, error };

/// Whom it is for [scope].
enum class CapScope : std::uint8_t {
  open = 1,    ///< [Public]
  restricted,  ///< by the rule in `CapAlert::restriction`
  closed,      ///< [Private] to `CapAlert::addresses` only
};

/// [category]
enum class CapCategory : std::uint8_t {
  geo = 1,
  met,
  safety,
  security,
  rescue,
  fire,
  health,
  env,
  transport,
  infra,
  cbrne,
  other,
};

/// What is to be done [responseType].
enum class CapResponse : std::uint8_t {
  shelter = 1,
  evacuate,
  prepare,
  execute,
  avoid,
  monitor,
  assess,
  all_clear,
  none,
};

/// [urgency]
enum class CapUrgency : std::uint8_t { immediate = 1, expected, future, past, unknown };
/// [severity]
enum class CapSeverity : std::uint8_t { extreme = 1, severe, moderate, minor, unknown };
/// [certainty]
enum class CapCertainty : std::uint8_t { observed = 1, likely, possible, unlikely, unknown };

/// The word of the standard, such as "Actual", "CBRNE" or "AllClear".
GRIDCASE_API std::string_view name(CapStatus status) noexcept;
GRIDCASE_API std::string_view name(CapMessageType type) noexcept;
GRIDCASE_API std::string_view name(CapScope scope) noexcept;
GRIDCASE_API std::string_view name(CapCategory category) noexcept;
GRIDCASE_API std::string_view name(CapResponse response) noexcept;
GRIDCASE_API std::string_view name(CapUrgency urgency) noexcept;
GRIDCASE_API std::string_view name(CapSeverity severity) noexcept;
GRIDCASE_API std::string_view name(CapCertainty certainty) noexcept;

/// A time with the offset it is written in. CAP knows whole seconds and offsets in whole minutes.
/// It writes +08:00, for UTC -00:00, and never Z.
struct CapTime {
  Instant instant{};
  std::int32_t offset_in_minutes = 0;  ///< east of UTC, -840 … 840

  friend bool operator==(CapTime a, CapTime b) {
    return a.instant == b.instant && a.offset_in_minutes == b.offset_in_minutes;
  }
  friend bool operator!=(CapTime a, CapTime b) { return !(a == b); }
};

/// The time as it is written in `zone`; parts of a second are cut off, a zone's odd seconds (before
/// 1901 in Shanghai) too. \throws Error invalid_argument when the zone is unknown.
GRIDCASE_API CapTime cap_time(Instant instant, std::string_view zone);

/// A value with the name of the system it comes from [valueName, value].
struct CapValue {
  std::string name;
  std::string value;

  friend bool operator==(const CapValue& a, const CapValue& b) {
    return a.name == b.name && a.value == b.value;
  }
};

/// An earlier message [references]. Neither part may hold a blank, a comma, < or &.
struct CapReference {
  std::string sender;
  std::string identifier;
  CapTime sent;

  friend bool operator==(const CapReference& a, const CapReference& b) {
    return a.sender == b.sender && a.identifier == b.identifier && a.sent == b.sent;
  }
};

/// [circle]
struct CapCircle {
  Point centre;
  double radius_in_kilometres = 0;  ///< not below 0

  friend bool operator==(CapCircle a, CapCircle b) {
    return a.centre == b.centre && a.radius_in_kilometres == b.radius_in_kilometres;
  }
};

/// Ground the message is about [area].
struct CapArea {
  std::string description;  ///< [areaDesc] required
  /// At least three different points. CAP repeats the first point at the end: it is added when
  /// written and left out when read.
  std::vector<Ring> polygons;
  std::vector<CapCircle> circles;
  std::vector<CapValue> geocodes;
  /// Above mean sea level, at most 17 digits; the lowest, if there is a ceiling.
  std::optional<double> altitude_in_feet;
  std::optional<double> ceiling_in_feet;

  friend GRIDCASE_API bool operator==(const CapArea& a, const CapArea& b);
};

/// A file that goes with it [resource].
struct CapResource {
  std::string description;  ///< [resourceDesc] required
  std::string mime_type;    ///< required
  std::optional<std::int64_t> size_in_bytes;
  std::string uri;
  std::string content;  ///< [derefUri] the file itself in Base64
  std::string digest;   ///< SHA-1 in hexadecimal

  friend GRIDCASE_API bool operator==(const CapResource& a, const CapResource& b);
};

/// What is said, in one language [info].
struct CapInfo {
  std::string language;                 ///< such as "zh-CN"; empty means "en-US"
  std::vector<CapCategory> categories;  ///< at least one
  std::string event;                    ///< required
  std::vector<CapResponse> responses;
  CapUrgency urgency = CapUrgency::unknown;
  CapSeverity severity = CapSeverity::unknown;
  CapCertainty certainty = CapCertainty::unknown;
  std::string audience;
  std::vector<CapValue> event_codes;
  std::optional<CapTime> effective;
  std::optional<CapTime> onset;
  std::optional<CapTime> expires;
  std::string sender_name;
  std::string headline;
  std::string description;
  std::string instruction;
  std::string web;
  std::string contact;
  std::vector<CapValue> parameters;
  std::vector<CapResource> resources;
  std::vector<CapArea> areas;

  friend GRIDCASE_API bool operator==(const CapInfo& a, const CapInfo& b);
};

/// A message [alert].
struct CapAlert {
  std::string identifier;  ///< required; no blank, comma, < or &
  std::string sender;      ///< required; no blank, comma, < or &
  CapTime sent;
  CapStatus status = CapStatus::actual;
  CapMessageType type = CapMessageType::alert;
  std::string source;
  CapScope scope = CapScope::open;
  std::string restriction;             ///< required for `restricted`
  std::vector<std::string> addresses;  ///< required for `closed`; none empty or with a "
  std::vector<std::string> codes;
  std::string note;
  std::vector<CapReference> references;
  std::vector<std::string> incidents;  ///< none empty or with a "
  std::vector<CapInfo> infos;

  friend GRIDCASE_API bool operator==(const CapAlert& a, const CapAlert& b);
};

/// What breaks the standard (errors) or will be misunderstood (warnings), with paths such as
/// "info[0].area[2].polygon[0]".
GRIDCASE_API std::vector<Fault> validate(const CapAlert& alert);

/// Writes the message as a document of its own. Characters that XML cannot carry become U+FFFD.
/// \throws DocumentError with all errors `validate` finds, before anything is written; Error io
/// when the stream does not take it.
GRIDCASE_API void write_cap(std::ostream& out, const CapAlert& alert);

/// A message that was read.
struct CapReading {
  CapAlert alert;
  /// Warnings: what was understood although it is not quite the standard, and every element that
  /// was not understood and is therefore not in `alert` (a signature among them: none is checked).
  std::vector<Fault> faults;
};

/// Reads a message of CAP 1.2. Decimal numbers are read to the nearest double.
/// \throws Error invalid_argument when it is no XML (line and column), holds a document type
/// declaration, is nested too deep or too large (100,000 elements, 16 MiB of text in one);
/// DocumentError with all faults, each with line and column in its message, when it breaks the
/// standard; Error io when the stream fails.
GRIDCASE_API CapReading read_cap(std::istream& in);
/// The same, of a text that is there as a whole.
GRIDCASE_API CapReading read_cap(std::string_view text);

/// Levels of warnings in China (Emergency Response Law): I red … IV blue.
enum class WarningLevel : std::uint8_t { red = 1, orange = 2, yellow = 3, blue = 4 };

/// "red", "orange", "yellow", "blue".
GRIDCASE_API std::string_view name(WarningLevel level) noexcept;

/// red Extreme, orange Severe, yellow Moderate, blue Minor.
GRIDCASE_API CapSeverity severity_of(WarningLevel level) noexcept;
/// The other way; none for Unknown.
GRIDCASE_API std::optional<WarningLevel> warning_level_of(CapSeverity severity) noexcept;

/// Sets the severity and the parameter "ColorCode" ("Red"), in place of one that stands there.
GRIDCASE_API void set_warning_level(CapInfo& info, WarningLevel level);
/// By the parameter "ColorCode" (a word in any case, or 红 橙 黄 蓝, with or without 色), else by
/// the severity.
GRIDCASE_API std::optional<WarningLevel> warning_level(const CapInfo& info) noexcept;

/// A drill is an exercise, everything else is meant.
GRIDCASE_API CapStatus cap_status(bool drill) noexcept;
/// Whether nobody is really to act on it: everything but `actual` and `system`.
GRIDCASE_API bool is_drill(CapStatus status) noexcept;

/// A code of an administrative division: "GB/T 2260" for the 6 digits of a county or above,
/// "GB/T 10114" for 9 digits (township) and 12 digits (village).
/// \throws Error invalid_argument for anything else.
GRIDCASE_API CapValue division_geocode(std::string_view code);
/// The codes of such geocodes of an area, in their order.
GRIDCASE_API std::vector<std::string> division_codes(const CapArea& area);

/// What a later message needs to refer to this one.
GRIDCASE_API CapReference reference_to(const CapAlert& alert);

/// How alerts and messages become each other.
struct CapMapping {
  /// What an alert type of the policy is called.
  struct Type {
    std::string code;                     ///< of the policy
    std::vector<std::string> events;      ///< events and event codes of others that mean it
    std::vector<CapCategory> categories;  ///< of messages that are written; Other if empty
  };
  std::string system;       ///< of the external ids of messages that are read; required
  std::string sender;       ///< of messages that are written; required there
  std::string restriction;  ///< whom they are for; the public if empty
  /// Category of alerts of messages that are not for the public; a sensitive one, so that they stay
  /// among those who are to know.
  std::string closed_category;
  std::string language = "zh-CN";  ///< which info is read where there are several, and written
  std::string channel = "platform";
  std::vector<Type> types;
};

/// Reads and writes the JSON form, {"system", "sender", "restriction", "closed_category",
/// "language", "channel", "types": [{"code", "events", "categories"}]}. \throws DocumentError with
/// all faults of form.
GRIDCASE_API CapMapping read_cap_mapping(std::string_view json);
/// The JSON form that `read_cap_mapping` takes.
GRIDCASE_API std::string write_cap_mapping(const CapMapping& mapping);

/// The event code of a message that is written: the code of the alert type.
constexpr std::string_view cap_type_code = "gridcase:alert-type";

/// The parameter of a message that is written: until when the alert lasted, in the form of
/// `CapInfo::expires`, where that is over when the message is sent. Receivers drop a message that
/// has expired, so that `expires` is left out then.
constexpr std::string_view cap_lasted_until = "gridcase:lasted-until";

/// The message of an alert. Identifier is its number; one that came again is an update, an annulled
/// one a cancellation, with an identifier and a time of their own that refer to the first message.
/// Event and headline are the name of its type; onset and expires when it occurred and until when
/// it lasted, unless that is over when it is sent (`cap_lasted_until`); the area is a circle of the
/// type's `same_metres` around its point, or else the ground of the smallest unit it lies on (holes
/// are filled). Kinds of subjects and repeats are parameters.
///
/// Nothing personal is written: no title, no text, no address, no name or code of a subject.
/// A message for the public is none of a sensitive category: its mapping says whom it is for.
/// \throws Error invalid_argument: a case that is no alert, no sender, no restriction for a
/// sensitive one.
GRIDCASE_API CapAlert to_cap(const Case& alert, const Policy& policy, const CapMapping& mapping);

/// Enters the alert of a message, for `Engine::raise_alert`. Its sender and identifier, written
/// "sender,identifier", are the external id; its type that of the first event code or event that
/// the mapping or the policy knows; its time onset, else effective, as far as they are past when it
/// is sent, else sent. An onset that is still to come stands at the end of its text. It lasted
/// until it expires, or without that until what the parameter `cap_lasted_until` says; its place
/// the centre of the first circle, or a point in the first polygon, or else the ground that the
/// first of its geocodes is the code of; everything but Actual and System is a drill. One that is
/// not for the public is of the mapping's `closed_category`. Of several infos the one in the
/// mapping's language counts, else the first.
///
/// What is lost: the shape of polygons, other geocodes, addresses, responses, levels, resources,
/// other parameters.
/// \throws DocumentError: no system; a message without info, or one that alerts nobody (Cancel,
/// Ack, Error); an event that nothing is mapped to; `cap_lasted_until` with what is no time of CAP;
/// a message that is not for the public, and no sensitive `closed_category`.
GRIDCASE_API Action from_cap(const CapAlert& message, const Policy& policy,
                             const CapMapping& mapping);

}  // namespace gridcase
