// Between the library's own values and those of Open311.
#include "base/hash.hpp"
#include "base/text.hpp"

#include <gridcase/open311.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gridcase {

namespace {

constexpr std::size_t longest_title = 200;  // characters; as the field of a report takes
constexpr std::size_t longest_reply = 4000;

// The category and those above it, until one of them is what is looked for; null if none is.
template <typename Is>
const Category* nearest(const Category* from, const Directory& directory, const Is& is) {
  for (const Category* at = from; at != nullptr; at = directory.category(at->parent)) {
    if (is(*at)) return at;
    if (at->parent.empty()) break;
  }
  return nullptr;
}

bool is_sensitive(std::string_view category, const Directory& directory) {
  return nearest(directory.category(category), directory,
                 [](const Category& each) { return each.sensitive; }) != nullptr;
}

std::string group_of(const Category& category, const Directory& directory) {
  const Category* lined = nearest(&category, directory,
                                  [](const Category& each) { return !each.business_line.empty(); });
  if (lined != nullptr) return lined->business_line;
  const Category* parent = directory.category(category.parent);
  return parent == nullptr ? std::string() : parent->name;
}

std::string unit_name(const std::string& code, const Directory& directory) {
  const Unit* unit = directory.unit(code);
  return unit == nullptr ? code : unit->name;
}

bool is_web_address(const std::string& uri) {
  return uri.rfind("http://", 0) == 0 || uri.rfind("https://", 0) == 0;
}

std::string last_word(const Case& found) {
  if (!found.reply.empty()) return found.reply;
  for (auto note = found.notes.rbegin(); note != found.notes.rend(); ++note) {
    if (!note->internal && !note->text.empty()) return note->text;
  }
  return {};
}

[[noreturn]] void refuse(const char* field, std::string code, std::string message,
                         std::string fix) {
  throw DocumentError(
      "Open311", {{Severity::error, std::move(code), field, std::move(message), std::move(fix)}});
}

std::string category_for(const Open311Request& request, const Open311Mapping& mapping) {
  const auto found = mapping.categories.find(request.service_code);
  if (found != mapping.categories.end()) return found->second;
  if (mapping.same_codes && !request.service_code.empty()) return request.service_code;
  refuse("service_code", "open311.service_unmapped",
         fmt::format("no category is mapped to the service code \"{}\"", request.service_code),
         "add it to the categories of the mapping");
}

// The first line of what was written, or the name of the service.
std::string title_of(const Open311Request& request) {
  const std::string_view text = request.description;
  const std::size_t from = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::string_view line = text.substr(from, text.find_first_of("\r\n", from) - from);
  const std::string_view title = base::first_characters(line, longest_title);
  if (!title.empty()) return std::string(title);
  return request.service_name.empty() ? request.service_code : request.service_name;
}

std::string text_of(const Open311Request& request) {
  std::string text = request.description;
  for (const Open311Request::Answer& answer : request.attributes) {
    if (!text.empty()) text += '\n';
    text += answer.code + ":";
    for (const std::string& value : answer.values)
      text += " " + value;
  }
  return text;
}

void check_system(const Open311Mapping& mapping) {
  if (!mapping.system.empty()) return;
  refuse("system", "open311.system_missing", "the mapping does not say whose ids these are",
         "give the system a name");
}

// The engine takes no reply of blanks.
bool is_blank(std::string_view text) {
  constexpr std::string_view wide = "\u3000";  // ideographic space
  while (!text.empty()) {
    const bool narrow = std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos;
    if (!narrow && text.substr(0, wide.size()) != wide) return false;
    text.remove_prefix(narrow ? 1 : wide.size());
  }
  return true;
}

// The same for the same request, and as long as a command id may be.
std::string closing_id(const Open311Mapping& mapping, const std::string& request) {
  constexpr std::size_t digits = 32;
  const std::string digest = base::sha256_hex(
      fmt::format("{}:{}{}:{}", mapping.system.size(), mapping.system, request.size(), request));
  return "open311.closed." + digest.substr(0, digits);
}

struct Span {
  Instant from;
  Instant until;
};

Span span_of(const Open311Query& query, Instant now) {
  constexpr Duration longest = std::chrono::hours(24 * open311_days);
  const Instant until = query.end ? *query.end : query.start ? *query.start + longest : now;
  const Instant from = query.start ? *query.start : until - longest;
  if (until < from) {
    throw Error(ErrorCode::invalid_argument, "the end lies before the start", "end");
  }
  if (until - from > longest) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("the query spans more than {} days; ask in parts", open311_days),
                "start");
  }
  // Up to now means with what was reported right now.
  return {from, query.end || query.start ? until : until + Duration(1)};
}

bool is_public(const CaseSummary& found, const Directory& directory) {
  return !found.drill && found.nature == Nature::ordinary &&
         !is_sensitive(found.category, directory);
}

bool is_wanted(const CaseSummary& found, const Open311Query& query,
               const std::set<std::string>& categories) {
  if (query.closed && *query.closed != is_end(found.position.state)) return false;
  return categories.empty() || categories.count(found.category) > 0;
}

// The codes asked for and everything below them.
std::set<std::string> categories_of(const Open311Query& query, const Directory& directory) {
  std::set<std::string> found;
  for (const std::string& code : query.service_codes) {
    if (directory.category(code) == nullptr) {
      throw Error(ErrorCode::invalid_argument, fmt::format("there is no service code {}", code),
                  "service_code");
    }
    found.insert(code);
  }
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const Category& each : directory.organization().categories) {
      if (found.count(each.parent) > 0) found.insert(each.code);
    }
  }
  return found;
}

}  // namespace

std::vector<Open311Service> open311_services(const Directory& directory) {
  const std::vector<Category>& categories = directory.organization().categories;
  std::set<std::string> parents;
  for (const Category& category : categories)
    parents.insert(category.parent);
  std::vector<Open311Service> services;
  for (const Category& category : categories) {
    if (parents.count(category.code) > 0 || is_sensitive(category.code, directory)) continue;
    Open311Service service;
    service.service_code = category.code;
    service.service_name = category.name;
    service.description = category.filing_condition;
    service.group = group_of(category, directory);
    services.push_back(std::move(service));
  }
  return services;
}

Open311Request to_open311(const Case& found, const Directory& directory) {
  Open311Request request;
  request.service_request_id = found.number;
  request.closed = is_end(found.position.state);
  request.status_notes = last_word(found);
  request.service_code = found.category;
  if (const Category* category = directory.category(found.category)) {
    request.service_name = category->name;
    request.service_notice = category->closing_condition;
  }
  request.description = found.text.empty() ? found.title : found.text;
  const std::string& agency = found.lead.empty() ? found.holder : found.lead;
  if (!agency.empty()) request.agency_responsible = unit_name(agency, directory);
  request.requested = found.reported;
  request.updated = request.closed && found.ended ? *found.ended : found.last_happened;
  if (!request.closed) request.expected = found.deadline;
  request.address = found.address;
  request.point = found.point;
  for (const Attachment& attachment : found.attachments) {
    if (attachment.internal || !is_web_address(attachment.uri)) continue;
    request.media_url = attachment.uri;
    break;
  }
  return request;
}

Action to_report(const Open311Request& request, const Open311Mapping& mapping) {
  check_system(mapping);
  Action report;
  report.kind = ActionKind::report;
  report.category = category_for(request, mapping);
  report.title = title_of(request);
  report.text = text_of(request);
  report.channel = mapping.channel;
  report.address = request.address;
  report.point = request.point;
  report.occurred = request.requested;
  if (!request.service_request_id.empty())
    report.external_ids.push_back({mapping.system, request.service_request_id});
  if (!request.first_name.empty() || !request.last_name.empty() || !request.phone.empty()) {
    Party party;
    party.role = "requester";
    party.name = request.first_name;
    if (!party.name.empty() && !request.last_name.empty()) party.name += ' ';
    party.name += request.last_name;
    party.telephone = request.phone;
    report.parties.push_back(std::move(party));
  }
  return report;
}

std::optional<Action> to_answer(const Open311Request& request, const Open311Mapping& mapping,
                                const CaseSummary& found) {
  if (!request.closed || is_end(found.position.state)) return std::nullopt;
  check_system(mapping);
  if (request.service_request_id.empty()) {
    refuse("service_request_id", "open311.missing", "the request has no id",
           "give it; without it nobody knows whether its case was ended before");
  }
  Action answer;
  answer.kind = ActionKind::answer;
  answer.case_id = found.id;
  answer.command_id = closing_id(mapping, request.service_request_id);
  answer.reply = is_blank(request.status_notes)
                     ? open311_closed
                     : base::first_characters(request.status_notes, longest_reply);
  if (request.updated && *request.updated >= found.last_happened) {
    answer.happened = request.updated;
  } else {
    answer.occurred = request.updated;  // too much has been recorded since
  }
  return answer;
}

std::vector<std::string_view> open311_left_out(const Open311Request& request) {
  std::vector<std::string_view> names;
  const auto add = [&](std::string_view name, bool is_there) {
    if (is_there) names.push_back(name);
  };
  add("status_notes", !request.closed && !request.status_notes.empty());
  add("agency_responsible", !request.agency_responsible.empty());
  add("service_notice", !request.service_notice.empty());
  add("updated_datetime", !request.closed && request.updated);
  add("expected_datetime", request.expected.has_value());
  add("address_id", !request.address_id.empty());
  add("zipcode", !request.zipcode.empty());
  add("media_url", !request.media_url.empty());
  add("email", !request.email.empty());
  add("device_id", !request.device_id.empty());
  add("account_id", !request.account_id.empty());
  names.insert(names.end(), request.skipped.begin(), request.skipped.end());
  return names;
}

namespace {

// A case that was merged is as far as the one it goes on in, if the actor may see that.
Case as_it_goes_on(const Engine& engine, Case found, const Actor& actor) {
  for (CaseId next = found.merged_into; next != CaseId::none;) {
    const auto last = engine.get(next, actor);
    if (!last) break;
    found.position = last->position;
    found.ended = last->ended;
    found.last_happened = last->last_happened;
    if (!last->reply.empty()) found.reply = last->reply;
    next = last->merged_into;
  }
  return found;
}

}  // namespace

std::vector<Open311Request> find_open311(const Engine& engine, const Open311Query& query,
                                         const Actor& actor, Instant now) {
  const Directory directory = engine.directory();
  std::vector<Open311Request> requests;
  const auto add = [&](const CaseSummary& summary) {
    if (const auto whole = engine.get(summary.id, actor))
      requests.push_back(to_open311(as_it_goes_on(engine, *whole, actor), directory));
  };

  CaseQuery cases;
  cases.limit = open311_rows;
  if (!query.service_request_ids.empty()) {
    for (const std::string& id : query.service_request_ids) {
      cases.number = id;
      if (id.empty() || requests.size() == open311_rows) continue;
      for (const CaseSummary& summary : engine.find(cases, actor).cases) {
        if (is_public(summary, directory)) add(summary);
      }
    }
    return requests;
  }

  const Span span = span_of(query, now);
  const std::set<std::string> categories = categories_of(query, directory);
  cases.reported_from = span.from;
  cases.reported_until = span.until;
  cases.nature = Nature::ordinary;
  for (;;) {
    const CasePage page = engine.find(cases, actor);
    for (const CaseSummary& summary : page.cases) {
      if (requests.size() == open311_rows) return requests;
      if (is_public(summary, directory) && is_wanted(summary, query, categories)) add(summary);
    }
    if (!page.next) return requests;
    cases.after = *page.next;
  }
}

std::int64_t write_open311_cases(std::ostream& out, Open311Format format, const Engine& engine,
                                 const CaseQuery& query, const Actor& actor) {
  const Directory directory = engine.directory();
  Open311Writer writer(out, format, directory.organization().time_zone);
  CaseQuery page_query = query;
  page_query.limit = open311_rows;
  std::int64_t count = 0;
  for (;;) {
    const CasePage page = engine.find(page_query, actor);
    for (const CaseSummary& summary : page.cases) {
      if (!is_public(summary, directory)) continue;
      const auto whole = engine.get(summary.id, actor);
      if (!whole) continue;
      writer.write(to_open311(as_it_goes_on(engine, *whole, actor), directory));
      ++count;
    }
    if (!page.next) break;
    page_query.after = *page.next;
  }
  writer.finish();
  return count;
}

}  // namespace gridcase
