#pragma once
/// \file event_log.hpp
/// Event logs for process mining: out of a store as OCEL 2.0 (SQLite, JSON) and as XES (IEEE 1849),
/// and read again.
///
/// Writers take an actor: what it may not see is in no log. They hold one case and a page of a list
/// in memory. Each case is as it was at the moment it was read, events and objects alike; what is
/// recorded while a log is written may be in it or not. A file is written aside and gets its name
/// when it is whole; no file is ever overwritten. Readers hand over one object, event or trace at a
/// time.
///
/// A log has codes, words, numbers and times. Free text (titles, notes, replies, addresses, tasks),
/// parties, subjects, places finer than a grid and names of attachments are never in it, so that
/// nothing has to be taken out of a log when a case is erased. Persons are those who act, by the
/// code they have in the organization. The county's own line of history (policies, bulks) belongs
/// to no case and is left out.
///
/// # OCEL 2.0
///
/// An event is `event:SEQUENCE`; its type is the name of the action, its time is `happened`. Every
/// type has the same attributes: `outcome`, `state_before`, `state_after`, `reason`, `post`,
/// `version` (of the case), `policy_version`, `recorded`.
///
/// | object | id | attributes; those marked * change |
/// | --- | --- | --- |
/// | `case` | `case:ID` | `number`, `nature`, `type`, `channel`, `origin`, `drill`, `state`*, `holder`*, `category`*, `grade`*, `request`* |
/// | `order` | `order:ID:NO` | `number`, `role`, `dispatch`, `rounds`, `forced`, `state`* |
/// | `unit` … `campaign` | `unit:CODE` … | `code`; only those that something in the log concerns |
///
/// `unit` … `campaign` are `unit`, `grid`, `person`, `category` and `campaign`.
///
/// What begins with an object has the time 1970-01-01T00:00:00Z, as the standard wants it. An
/// `order` says what it was when the log was written: times of an earlier round that was worked on
/// again are not in it, but the events are.
///
/// | event to object | qualifier |
/// | --- | --- |
/// | its case; another case it names | `on`; `other` |
/// | unit and person that act | `by` |
/// | the order that it gives: given at that time by such an action | `gives` |
/// | the order that it is work on: of the acting unit, from when it was given to when it ended | `works_on` |
/// | the orders that end with it by the rules | `ends` |
/// | the unit it is addressed to or about; units it names besides | `to`; `names` |
/// | grid, category, campaign of the case, where it says which | `in`, `as`, `under` |
///
/// | object to object | qualifier |
/// | --- | --- |
/// | case to unit, person, grid, category, campaign, as they were last | `reported_by`, `held_by`, `led_by`, `in_township`, `in_village`, `in_grid`, `of_category`, `under`, `about` |
/// | case to case | `part_of`, `merged_into`, `related`, `follows`, `earlier`, `distinct` |
/// | order to case, unit, order, person | `of`, `to`, `waits_for`, `handled_by` |
///
/// A relation to a case that is not in the log is left out. An empty value is no value.
///
/// # XES
///
/// A trace is a case (`concept:name` is its number), an event one transition: `concept:name` the
/// action, `concept:instance` the sequence, `time:timestamp` when it happened, `org:group` the
/// unit, `org:resource` the person (the unit where nobody is named), `org:role` the post,
/// `lifecycle:transition` of the standard model (`xes_transition`). Units that get orders are a
/// list `gridcase:orders`. XES has no objects: orders, changes of attributes, and relations of
/// cases are lost.
///
/// A log read and written again loses: of OCEL, the order of rows and the way a time is spelt; of
/// XES, the prefixes of namespaces, comments, and the way numbers and times are spelt.
///
/// Threads: every function may be called from any thread.

#include <gridcase/engine.hpp>

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// What a log holds.
struct LogCounts {
  std::int64_t cases = 0;
  std::int64_t events = 0;
  std::int64_t objects = 0;           ///< cases included; 0 of XES
  std::int64_t event_relations = 0;   ///< event to object; 0 of XES
  std::int64_t object_relations = 0;  ///< object to object; 0 of XES
};

/// Writes the cases that the query finds, whatever its `limit`. A period is its `reported_from` and
/// `reported_until`. \throws Error invalid_argument: the file exists already (field "path"), a
/// query that `Engine::find` refuses or that has an `after`; io.
GRIDCASE_API LogCounts write_ocel_sqlite(const std::string& path, const Engine& engine,
                                         const Actor& actor, const CaseQuery& query = {});
/// The same rows as JSON. Needs the room of the SQLite file beside it while it works.
GRIDCASE_API LogCounts write_ocel_json(const std::string& path, const Engine& engine,
                                       const Actor& actor, const CaseQuery& query = {});
/// Times are written in `zone`. \throws also Error invalid_argument for an unknown zone.
GRIDCASE_API LogCounts write_xes(const std::string& path, const Engine& engine, const Actor& actor,
                                 const CaseQuery& query = {}, const std::string& zone = "UTC");

/// A type of events or objects.
struct OcelType {
  /// An attribute that all of the type have.
  struct Attribute {
    std::string name;
    std::string type;  ///< "string", "time", "integer", "float", "boolean"
  };
  std::string name;
  std::vector<Attribute> attributes;
};

/// The value of an attribute, as text whatever its type.
struct OcelValue {
  std::string name;
  std::string value;
  Instant time{};  ///< of an object: from when on; the epoch for what it began with
};

/// A relation to an object, with its role.
struct OcelRelation {
  std::string object;
  std::string qualifier;
};

/// An event with its attributes and the objects it is about.
struct OcelEvent {
  std::string id;
  std::string type;
  Instant time{};
  std::vector<OcelValue> attributes;
  std::vector<OcelRelation> relations;
};

/// An object with its attributes and how they changed.
struct OcelObject {
  std::string id;
  std::string type;
  std::vector<OcelValue> attributes;  ///< by time
  std::vector<OcelRelation> relations;
};

/// Is told what a log holds, in the order of the log. What it throws ends the reading and reaches
/// the caller.
class GRIDCASE_API OcelHandler {
public:
  virtual ~OcelHandler();
  /// Called for each, before objects and events; likewise the next.
  virtual void event_type(const OcelType& type);
  /// Likewise of objects.
  virtual void object_type(const OcelType& type);
  /// Called for each object, before events.
  virtual void object(const OcelObject& object) = 0;
  /// Called for each event, in the order of the file.
  virtual void event(const OcelEvent& event) = 0;
};

/// Reads an OCEL 2.0 file in SQLite: types, objects by type and id, events by type and id. Times
/// without offset are taken as UTC. \throws Error not_found, io, invalid_argument (no such log;
/// says what is missing). What does not agree, as below, is found before anything is handed over.
GRIDCASE_API void read_ocel_sqlite(const std::string& path, OcelHandler& handler);
/// Reads OCEL 2.0 in JSON, one element of its arrays at a time. \throws DocumentError whose faults
/// have paths such as "events[12].time", or Error invalid_argument with line and column where it is
/// no such JSON.
///
/// A log must agree in itself: an id or a type that is there twice ends the reading (ocel.twice). A
/// type that is not declared and a relation to an object that is not in the log (ocel.type_unknown,
/// ocel.object_unknown) may still come: they are thrown at the end, when all has been handed over,
/// the first use of each, 20 of a sort at most. The ids of the log are kept in memory.
GRIDCASE_API void read_ocel_json(std::istream& in, OcelHandler& handler);

/// An attribute of a log, a trace, an event, or of another attribute.
struct XesAttribute {
  enum class Kind : std::uint8_t {
    text = 1,   ///< string
    time,       ///< date
    integer,    ///< int
    real,       ///< float
    truth,      ///< boolean
    id,         ///< id
    list,       ///< ordered; keys may come again
    container,  ///< not ordered
  };
  Kind kind = Kind::text;
  std::string key;
  std::string value;  ///< as written; empty of a list and a container
  Instant time{};
  std::int64_t integer = 0;
  double real = 0;
  bool truth = false;
  std::vector<XesAttribute> items = {};  ///< of a list and a container
  std::vector<XesAttribute> meta = {};   ///< about this attribute
};

/// An event of a trace.
struct XesEvent {
  std::vector<XesAttribute> attributes;
};

/// A trace: a case with its events.
struct XesTrace {
  std::vector<XesAttribute> attributes;
  std::vector<XesEvent> events;
};

/// An extension of XES that the log uses.
struct XesExtension {
  std::string name;
  std::string prefix;
  std::string uri;
};

/// Keys of events that together name an activity.
struct XesClassifier {
  std::string name;
  std::string keys;   ///< separated by blanks; keys with blanks stand in quotes
  std::string scope;  ///< "event", "trace"; empty if it is not said
};

/// What stands before the traces.
struct XesHeader {
  std::string version;
  std::string features;
  std::vector<XesExtension> extensions;
  std::vector<XesAttribute> trace_globals;
  std::vector<XesAttribute> event_globals;
  std::vector<XesClassifier> classifiers;
  std::vector<XesAttribute> attributes;
};

/// The attribute with this key; null if there is none.
GRIDCASE_API const XesAttribute* find_attribute(const std::vector<XesAttribute>& attributes,
                                                std::string_view key) noexcept;

/// Calls `each` for every trace, in the order of the log; events that stand in no trace come last,
/// in a trace without attributes. Returns what was said about the log. Dates without offset are
/// civil times of `zone`. \throws Error invalid_argument with line and column: no well-formed XML,
/// no log, an element or value that XES does not know.
GRIDCASE_API XesHeader read_xes(std::istream& in, const std::function<void(XesTrace&&)>& each,
                                const std::string& zone = "UTC");

/// The step of the standard lifecycle model (schedule, assign, reassign, start, suspend, resume,
/// withdraw, manualskip, ate_abort, pi_abort, complete) that an action stands for.
GRIDCASE_API std::string_view xes_transition(ActionKind action) noexcept;

}  // namespace gridcase
