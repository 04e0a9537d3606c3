#pragma once
/// \file open311.hpp
/// Open311 GeoReport v2: the services a county offers, the requests of its residents, and how both
/// become categories, cases and actions. Source: GeoReport v2, wiki.open311.org/GeoReport_v2.
///
/// Written as the specification and its JSON schemas have it: ids are texts also where they look
/// like numbers; every time has an offset; the status is open or closed and nothing else; a
/// description has at most 4,000 characters. Lists of one stay lists. Reading takes also what
/// others write: ids and coordinates as numbers or texts, nulls, fields of their own (which are
/// skipped).
///
/// **What a round trip loses.** From case to request: the lifecycle (only open and closed are
/// left), tier, grade, orders, clocks but the earliest deadline, links, parties, attachments but
/// the first one with a web address, and what of a description is longer than 4,000 characters.
/// From request to case: email, device, account, address_id, zipcode, agency, notices, the expected
/// time, fields that are none of the format's, and media_url, for the host has to fetch the file
/// and attach it; of an open request also its status_notes and when it was updated
/// (`open311_left_out` names what of a request is lost). A request that is closed comes back
/// closed, with its notes and when that was (where times are not kept, as `occurred` of the
/// answer): without notes it is answered with `open311_closed`, of notes longer than 4,000
/// characters those are kept. One that is open again elsewhere after it was closed stays ended
/// here, and one that is closed elsewhere while units work on it here stays open until they are
/// done. Keywords that hold a comma come back as two.
///
/// The values are plain; all functions are pure but for the streams and may be used from any
/// thread.

#include <gridcase/action.hpp>
#include <gridcase/engine.hpp>
#include <gridcase/organization.hpp>

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

enum class Open311Format : std::uint8_t { json = 1, xml };

/// When a request gets its id.
enum class Open311ServiceType : std::uint8_t { realtime = 1, batch, blackbox };

GRIDCASE_API std::string_view name(Open311ServiceType type) noexcept;

/// Something that can be asked for.
struct Open311Service {
  std::string service_code;
  std::string service_name;
  std::string description;
  bool metadata = false;  ///< there is a definition with attributes
  Open311ServiceType type = Open311ServiceType::realtime;
  std::vector<std::string> keywords;  ///< without commas
  std::string group;
};

enum class Open311Datatype : std::uint8_t {
  string = 1,
  number,
  datetime,
  text,
  singlevaluelist,
  multivaluelist,
};

GRIDCASE_API std::string_view name(Open311Datatype type) noexcept;

/// What else is asked about a service.
struct Open311Attribute {
  /// One of the answers that may be chosen.
  struct Value {
    std::string key;
    std::string name;
  };
  bool variable = true;  ///< an answer is needed; else it only informs
  std::string code;
  Open311Datatype datatype = Open311Datatype::string;
  bool required = false;
  std::string datatype_description;
  std::int32_t order = 0;  ///< 1 is shown first; 0 if nothing is said
  std::string description;
  std::vector<Value> values;  ///< of lists
};

/// What may be asked for with requests of a service (GeoReport v2, GET Service Definition).
struct Open311ServiceDefinition {
  std::string service_code;
  std::vector<Open311Attribute> attributes;
};

/// A request as others read and write it (GeoReport v2, GET Service Requests).
struct Open311Request {
  std::string service_request_id;
  bool closed = false;  ///< status "closed", else "open"
  std::string status_notes;
  std::string service_name;
  std::string service_code;
  std::string description;
  std::string agency_responsible;
  std::string service_notice;
  std::optional<Instant> requested;  ///< requested_datetime; lists of requests always have it
  std::optional<Instant> updated;    ///< updated_datetime; of a closed one when it was closed
  std::optional<Instant> expected;   ///< expected_datetime
  std::string address;
  std::string address_id;
  std::string zipcode;
  std::optional<Point> point;  ///< lat and long, WGS 84
  std::string media_url;

  /// An answer to an attribute of the service.
  struct Answer {
    std::string code;
    std::vector<std::string> values;
  };
  // Of requests that are posted; personal, and never written to lists.
  std::string email;
  std::string device_id;
  std::string account_id;
  std::string first_name;
  std::string last_name;
  std::string phone;
  std::vector<Answer> attributes;
  /// Names of fields that were there and are no part of the format, or were lists or objects where
  /// it has texts: they are skipped, and a place of 0, 0, which says that none is known.
  std::vector<std::string> skipped;
};

/// \throws Error io: the stream failed.
GRIDCASE_API void write_open311_services(std::ostream& out,
                                         const std::vector<Open311Service>& services,
                                         Open311Format format);
/// \throws DocumentError naming the service and the field; XML that is not well-formed: Error
/// invalid_argument with line and column.
GRIDCASE_API std::vector<Open311Service> read_open311_services(std::istream& in,
                                                               Open311Format format);

/// Writes what may be asked for with requests of a service.
GRIDCASE_API void write_open311_definition(std::ostream& out,
                                           const Open311ServiceDefinition& definition,
                                           Open311Format format);
/// \throws as `read_open311_services`.
GRIDCASE_API Open311ServiceDefinition read_open311_definition(std::istream& in,
                                                              Open311Format format);

/// Writes a list of requests one by one. For one thread at a time; the stream must outlive it.
class GRIDCASE_API Open311Writer {
public:
  /// Times get the offset of the zone.
  Open311Writer(std::ostream& out, Open311Format format, std::string zone = "UTC");
  /// What was moved from may only be destroyed or assigned to.
  Open311Writer(Open311Writer&&) noexcept;
  Open311Writer& operator=(Open311Writer&&) noexcept;
  ~Open311Writer();

  /// \throws Error invalid_argument naming the field: no id, no service code, no requested time, a
  /// point that is none; io.
  void write(const Open311Request& request);
  /// The end of the list. \throws Error io.
  void finish();

private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads a list of requests in constant memory and calls `each` for every one; returns how many.
/// Of one with faults (id, service code, status open or closed and requested time are required)
/// `refused` is told all of them, and reading goes on; without that function it ends.
/// \throws DocumentError with all faults of that request; else as `read_open311_services`.
GRIDCASE_API std::int64_t
read_open311_requests(std::istream& in, Open311Format format,
                      const std::function<void(const Open311Request&)>& each,
                      const std::function<void(const DocumentError&)>& refused = {});

/// Reads the body of a POST (application/x-www-form-urlencoded): the fields of a request, with
/// address_string for the address, and attribute[CODE] for answers. Id, status and times are not
/// asked for. \throws DocumentError naming the field.
GRIDCASE_API Open311Request read_open311_form(std::string_view body);

/// The services of an organization: every category that has none below it and is not sensitive, in
/// the order of the organization. Group is the business line, inherited, or else the name of the
/// category above; the filing condition is the description.
GRIDCASE_API std::vector<Open311Service> open311_services(const Directory& directory);

/// What the public may see of a case as a request. Id is the number of the case; agency the name of
/// the unit that leads, or else holds it; expected the earliest deadline that runs; status_notes
/// the last reply, or else the last public note; service_notice the closing condition of its
/// category; media_url the first attachment with a web address. Names, telephones and addresses of
/// parties are left out; free text is given as it was written.
GRIDCASE_API Open311Request to_open311(const Case& found, const Directory& directory);

/// How posted requests become reports.
struct Open311Mapping {
  std::string system;                             ///< of the external id; required
  std::map<std::string, std::string> categories;  ///< category by service code
  bool same_codes = false;  ///< a service code that is not listed is the code of a category
  std::string channel = "platform";
};

/// Reads and writes the JSON form, {"system", "categories": {code: category}, "same_codes",
/// "channel"}. \throws DocumentError with all faults of form.
GRIDCASE_API Open311Mapping read_open311_mapping(std::string_view json);
/// The JSON form that `read_open311_mapping` takes.
GRIDCASE_API std::string write_open311_mapping(const Open311Mapping& mapping);

/// The report of a posted request: its id is the external id, names and telephone are those of a
/// party that waits for a reply, the requested time is when it `occurred`, answers to attributes
/// are added to the text. \throws DocumentError: a service code without a category (names it), no
/// system.
GRIDCASE_API Action to_report(const Open311Request& request, const Open311Mapping& mapping);

/// The reply to a closed request that says nothing.
constexpr std::string_view open311_closed = "closed";

/// What ends the case that the report of this request made, `found`: an answer with its notes, when
/// it was updated; now if that is not said, or lies before the latest event of the case. Nothing if
/// the request is open, or the case has ended. Its command id follows from the id of the request,
/// so that it is done once. The engine refuses it where the case has gone to work here.
/// \throws DocumentError: no system; a request without id.
GRIDCASE_API std::optional<Action>
to_answer(const Open311Request& request, const Open311Mapping& mapping, const CaseSummary& found);

/// The fields of the request that hold something and that neither `to_report` nor `to_answer`
/// keeps, by the names of the specification.
GRIDCASE_API std::vector<std::string_view> open311_left_out(const Open311Request& request);

/// What GET requests asks for.
struct Open311Query {
  std::vector<std::string> service_request_ids;  ///< if any, everything else is ignored
  std::vector<std::string> service_codes;        ///< each with the categories below it; all if none
  std::optional<Instant> start;
  std::optional<Instant> end;  ///< exclusive
  std::optional<bool> closed;  ///< both if absent
};

/// The longest span a query may ask for, and its default; and the most requests that are given.
constexpr std::int32_t open311_days = 90;
constexpr std::int32_t open311_rows = 1000;

/// Cases as requests, in the order of recording, `open311_rows` at most: ordinary cases only, no
/// drills, none of a sensitive category, as far as the actor may see them. Without times the last
/// 90 days up to `now`; with one of them the 90 days from or up to it. Ids that are not found are
/// left out. \throws Error invalid_argument: a longer span, an end before the start, an unknown
/// service code.
GRIDCASE_API std::vector<Open311Request>
find_open311(const Engine& engine, const Open311Query& query, const Actor& actor, Instant now);

/// Writes the list of all cases the query finds that `find_open311` would give, whatever its
/// `limit`, in the order of recording; returns how many. For files, not for the interface: no span
/// and no number of rows is set. \throws Error as `Engine::find` and `Open311Writer`.
GRIDCASE_API std::int64_t write_open311_cases(std::ostream& out, Open311Format format,
                                              const Engine& engine, const CaseQuery& query,
                                              const Actor& actor);

}  // namespace gridcase
