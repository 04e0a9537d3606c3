#pragma once
// A request from its text to the answer.

#include <gridcase/engine.hpp>
#include <gridcase/gridcase.h>

#include <string>
#include <string_view>

namespace gridcase::c_api {

// `engine` may be null for calls that need none; `streams` may be NULL.
// \throws DocumentError (the request), Error, and what the engine throws.
std::string carry_out(Engine* engine, std::string_view request, const gridcase_streams* streams);

// The zone in which times are written for this engine.
std::string zone_of(const Engine& engine);

}  // namespace gridcase::c_api
