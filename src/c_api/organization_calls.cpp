// Calls about the organization in force: who is where, who is responsible, who may send to whom.
// The questions are those of `Directory`.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request_queries.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::c_api {
namespace {

void put_yes(JsonWriter& out, const Verdict& verdict) {
  out.begin_object().field("yes", verdict.yes).field("because", verdict.because).end_object();
}

void put_near(JsonWriter& out, const std::vector<Near>& found, const char* what) {
  put_list(out, found, [&](const Near& near) {
    out.begin_object().field(what, near.unit).field("metres", near.metres);
    out.field("because", near.because).end_object();
  });
}

Work locate(Request& in) {
  return [point = in.point("point")](Context& c, JsonWriter& out) {
    const Located located = c.engine->directory().locate(point);
    out.begin_object();
    put_text(out, "grid", located.grid);
    out.field("others", located.others).field("because", located.because).end_object();
  };
}

Work responsible(Request& in) {
  const auto tier = in.required_word("tier", tier_from_name, Tier::county, tier_words);
  const auto mode =
      in.word("mode", operating_mode_from_name, OperatingMode::normal, "normal, emergency");
  return [=, category = in.required_text("category"),
          place = in.required_text("place")](Context& c, JsonWriter& out) {
    const Responsible who = c.engine->directory().responsible(category, place, tier, mode);
    out.begin_object();
    put_text(out, "lead", who.lead);
    out.field("assists", who.assists).field("because", who.because).end_object();
  };
}

void put_responsible_person(JsonWriter& out, const ResponsiblePerson& one) {
  out.begin_object().field("grid", one.grid).field("category", one.category);
  out.field("persons", one.persons).field("because", one.because).end_object();
}

// For one grid and category, or for all.
Work responsible_persons(Request& in) {
  const Instant when = in.now();
  if (in.has("grid") || in.has("category")) {
    return [=, grid = in.required_text("grid"),
            category = in.required_text("category")](Context& c, JsonWriter& out) {
      out.begin_array();
      put_responsible_person(out, c.engine->directory().responsible_person(grid, category, when));
      out.end_array();
    };
  }
  return [=](Context& c, JsonWriter& out) {
    put_list(out, c.engine->directory().responsible_persons(when),
             [&](const ResponsiblePerson& one) { put_responsible_person(out, one); });
  };
}

Work route(Request& in) {
  return
      [from = in.required_text("from"), to = in.required_text("to")](Context& c, JsonWriter& out) {
        const Directory directory = c.engine->directory();
        const Route route = directory.route(from, to);
        out.begin_object().field("from", from).field("to", to).field("found", route.found);
        out.key("steps");
        put_list(out, route.steps, [&](const Route::Step& step) {
          out.begin_object().field("unit", step.unit).field("by", step.by).end_object();
        });
        out.field("because", route.because).key("may_send");
        put_yes(out, directory.may_send(from, to));
        out.end_object();
      };
}

Work may_act_for(Request& in) {
  return [person = in.required_text("person"), unit = in.required_text("unit"),
          now = in.now()](Context& c, JsonWriter& out) {
    put_yes(out, c.engine->directory().may_act_for(person, unit, now));
  };
}

Work posts_of(Request& in) {
  return [person = in.required_text("person"), unit = in.required_text("unit")](Context& c,
                                                                                JsonWriter& out) {
    const Directory directory = c.engine->directory();
    put_list(out, directory.posts_of(person, unit), [&](const HeldPost& held) {
      const Role* role = directory.role(held.post->role);
      out.begin_object().field("role", held.post->role).field("holder", held.holder->code);
      out.field("for_task_force", held.for_task_force);
      put_text(out, "reads", role == nullptr ? std::string_view() : name(role->reads));
      out.field("categories", held.post->categories).field("territory", held.post->territory);
      out.field("actions", role == nullptr ? std::vector<std::string>() : role->actions);
      out.field("sensitive", role != nullptr && role->sensitive);
      out.field("reveals", role != nullptr && role->reveals);
      out.field("erases", role != nullptr && role->erases).end_object();
    });
  };
}

// What is above and below a unit, and where its ground's cases are held.
Work unit(Request& in) {
  return [code = in.required_text("unit"), now = in.now()](Context& c, JsonWriter& out) {
    const Directory directory = c.engine->directory();
    const Unit* found = directory.unit(code);
    if (found == nullptr) {
      out.null();
      return;
    }
    out.begin_object().field("code", code).field("name", found->name);
    out.field("kind", name(found->kind));
    put_word(out, "tier", directory.tier_of(code));
    out.field("valid", directory.is_valid(*found, now)).field("chain", directory.chain(code));
    out.field("below", directory.below(code, std::nullopt, now));
    put_text(out, "next_tier", directory.next_tier(code));
    out.key("pools").begin_object();
    for (const Tier tier : {Tier::village, Tier::township, Tier::county})
      put_text(out, name(tier), directory.pool(code, tier));
    out.end_object().field("mode", name(mode_at(*c.engine->policy(), directory, code)));
    out.field("task_forces", directory.task_forces_of(code)).end_object();
  };
}

Work nearest_units(Request& in) {
  return [place = in.point("place"), capability = in.text("capability"),
          count = in.count("count", 1), now = in.now()](Context& c, JsonWriter& out) {
    put_near(out, c.engine->directory().nearest(place, capability, count, now), "unit");
  };
}

Work nearest_assets(Request& in) {
  return [place = in.point("place"), kind = in.text("kind"),
          count = in.count("count", 1)](Context& c, JsonWriter& out) {
    put_near(out, c.engine->directory().nearest_assets(place, kind, count), "asset");
  };
}

Work organization(Request&) {
  return [](Context& c, JsonWriter& out) {
    out.raw(write_organization(c.engine->directory().organization()));
  };
}

}  // namespace

Calls organization_calls() {
  return {{"organization", Needs::engine, organization},
          {"unit", Needs::engine, unit},
          {"locate", Needs::engine, locate},
          {"responsible", Needs::engine, responsible},
          {"responsible_persons", Needs::engine, responsible_persons},
          {"route", Needs::engine, route},
          {"may_act_for", Needs::engine, may_act_for},
          {"posts_of", Needs::engine, posts_of},
          {"nearest_units", Needs::engine, nearest_units},
          {"nearest_assets", Needs::engine, nearest_assets}};
}

}  // namespace gridcase::c_api
