// Calls that check documents, and one that lists all calls. They need no store.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request.hpp"

#include <gridcase/gridcase.h>
#include <gridcase/policy.hpp>
#include <gridcase/rating.hpp>
#include <gridcase/response.hpp>
#include <gridcase/scoring.hpp>
#include <gridcase/track.hpp>
#include <gridcase/version.hpp>

namespace gridcase::c_api {
namespace {

std::string_view word_of(File file) {
  switch (file) {
  case File::read: return "read";
  case File::written: return "written";
  case File::none: break;
  }
  return "none";
}

Work calls(Request&) {
  return [](Context&, JsonWriter& out) {
    put_list(out, all_calls(), [&](const Call& call) {
      out.begin_object().field("call", call.name);
      out.field("needs_engine", call.needs == Needs::engine);
      out.field("file", word_of(call.file)).end_object();
    });
  };
}

Work version(Request&) {
  return [](Context&, JsonWriter& out) {
    out.begin_object().field("version", gridcase::version());
    out.field("abi_version", std::int32_t{GRIDCASE_ABI_VERSION}).end_object();
  };
}

// What is wrong with a document: faults of form, or else of meaning. An empty list is none.
template <typename Document, Document (*read)(std::string_view)>
Work checked(Request& in, const char* key) {
  in.in().require(key);
  in.in().object(key);
  return [text = in.json(key)](Context&, JsonWriter& out) {
    try {
      put_faults(out, validate(read(text)));
    } catch (const DocumentError& error) {
      put_faults(out, error.faults());
    }
  };
}

Work validate_policy(Request& in) { return checked<Policy, read_policy>(in, "policy"); }
Work validate_organization(Request& in) {
  return checked<Organization, read_organization>(in, "organization");
}
Work validate_roads(Request& in) { return checked<Roads, read_roads>(in, "roads"); }
Work validate_track_rules(Request& in) {
  return checked<TrackRules, read_track_rules>(in, "rules");
}
Work validate_score_rules(Request& in) {
  return checked<ScoreRules, read_score_rules>(in, "rules");
}
Work validate_rating_scheme(Request& in) {
  return checked<RatingScheme, read_rating_scheme>(in, "scheme");
}

}  // namespace

Calls document_calls() {
  return {{"calls", Needs::nothing, calls},
          {"version", Needs::nothing, version},
          {"validate_policy", Needs::nothing, validate_policy},
          {"validate_organization", Needs::nothing, validate_organization},
          {"validate_roads", Needs::nothing, validate_roads},
          {"validate_track_rules", Needs::nothing, validate_track_rules},
          {"validate_score_rules", Needs::nothing, validate_score_rules},
          {"validate_rating_scheme", Needs::nothing, validate_rating_scheme}};
}

}  // namespace gridcase::c_api
