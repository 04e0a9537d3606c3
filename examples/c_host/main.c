/* A county in C: makes a store, reports a case, dispatches it, closes it, prints its history. */

#include <gridcase/gridcase.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 2018-03-16T08:30:00+08:00; a real host asks its clock. */
#define START INT64_C(1521160200000000)
#define MINUTE INT64_C(60000000)

static const char policy[] =
    "{\"name\": \"Qingshi\", \"organization\": {"
    "  \"code\": \"330881\", \"name\": \"Qingshi County\", \"time_zone\": \"Asia/Shanghai\","
    "  \"chinese_area_codes\": false,"
    "  \"units\": ["
    "    {\"code\": \"centre\", \"name\": \"Command centre\", \"kind\": \"command_center\"},"
    "    {\"code\": \"room\", \"name\": \"Command room\", \"kind\": \"command_room\","
    "     \"parent\": \"centre\"},"
    "    {\"code\": \"village\", \"name\": \"Willow village\", \"kind\": \"village\","
    "     \"parent\": \"room\"},"
    "    {\"code\": \"grid\", \"name\": \"Grid 1\", \"kind\": \"grid\", \"parent\": \"village\"},"
    "    {\"code\": \"station\", \"name\": \"Drains\", \"kind\": \"station\","
    "     \"parent\": \"room\"}],"
    "  \"categories\": [{\"code\": \"04-04\", \"name\": \"Blocked sewer\"}]}}";

/* Says what failed, frees the error, and ends the program. Called after the call, not around it: C
   may read its arguments in any order. */
static void end_on(gridcase_error* error) {
  if (error == NULL) return;
  fprintf(stderr, "%s: %s\n", gridcase_code_name(gridcase_error_code(error)),
          gridcase_error_message(error));
  gridcase_error_free(error);
  exit(1);
}

/* One step; returns the case. A refusal is an answer: its reason is in the JSON. */
static int64_t act(gridcase_engine* engine, const char* unit, const char* action, int64_t now) {
  gridcase_actor actor = GRIDCASE_ACTOR_INIT(NULL);
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_error* error = NULL;
  char* json = NULL;
  actor.unit = unit;
  gridcase_submit(engine, action, strlen(action), &actor, now, &answer, &json, &error);
  end_on(error);
  if (answer.status != GRIDCASE_COMMITTED) {
    fprintf(stderr, "%s\n", json);
    gridcase_string_free(json);
    exit(1);
  }
  gridcase_string_free(json);
  return answer.case_id;
}

/* A step that says nothing but its kind. */
static void simple(gridcase_engine* engine, const char* unit, int64_t id, const char* kind,
                   const char* more, int64_t now) {
  char action[256];
  snprintf(action, sizeof action, "{\"kind\": \"%s\", \"case_id\": \"%" PRId64 "\"%s}", kind, id,
           more);
  act(engine, unit, action, now);
}

static void print_history(gridcase_engine* engine, int64_t id) {
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("centre");
  gridcase_error* error = NULL;
  char* events = NULL;
  gridcase_history(engine, id, &centre, &events, &error);
  end_on(error);
  printf("%s\n", events);
  gridcase_string_free(events);
}

/* Everything else is a call with a request in JSON. */
static void print_board(gridcase_engine* engine) {
  static const char request[] =
      "{\"call\": \"board\", \"actor\": {\"unit\": \"centre\"}, \"query\": {\"open_only\": false}}";
  gridcase_error* error = NULL;
  char* answer = NULL;
  gridcase_call(engine, request, sizeof request - 1, &answer, &error);
  end_on(error);
  printf("%s\n", answer);
  gridcase_string_free(answer);
}

int main(int argc, char** argv) {
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  int64_t id;
  int32_t sound = 0;
  if (argc != 2) {
    fprintf(stderr, "usage: c_host NEW_STORE\n");
    return 2;
  }
  gridcase_create(argv[1], policy, sizeof policy - 1, NULL, START, &engine, &error);
  end_on(error);

  id = act(engine, "grid",
           "{\"kind\": \"report\", \"title\": \"Sewage comes up in flat 201\","
           " \"category\": \"04-04\", \"tier\": \"township\"}",
           START);
  simple(engine, "room", id, "file", "", START + 2 * MINUTE);
  simple(engine, "room", id, "dispatch",
         ", \"orders\": [{\"unit\": \"station\", \"role\": \"lead\"}]", START + 3 * MINUTE);
  simple(engine, "station", id, "sign", "", START + 10 * MINUTE);
  simple(engine, "station", id, "feedback", ", \"note\": \"Pipe cleared\"", START + 90 * MINUTE);
  simple(engine, "room", id, "close", "", START + 95 * MINUTE);

  print_history(engine, id);
  print_board(engine);
  gridcase_verify(engine, &sound, NULL, &error);
  end_on(error);
  printf("gridcase %s: the record is %s\n", gridcase_version(), sound ? "sound" : "not sound");
  gridcase_close(engine);
  return sound ? 0 : 1;
}
