/* Report, close, assess: one text that is C99, C11, and C++17 without exceptions. */
#include <gridcase/gridcase.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define START INT64_C(1521160200000000) /* 2018-03-16T08:30:00+08:00 */
#define MINUTE INT64_C(60000000)

static const char policy[] =
    "{\"organization\": {\"code\": \"330881\", \"name\": \"Qingshi\", \"time_zone\": \"Asia/Shanghai\","
    "  \"chinese_area_codes\": false, \"units\": ["
    "    {\"code\": \"centre\", \"name\": \"Command centre\", \"kind\": \"command_center\"},"
    "    {\"code\": \"drains\", \"name\": \"Drains\", \"kind\": \"department\", \"parent\": \"centre\"}],"
    "  \"categories\": [{\"code\": \"04\", \"name\": \"Blocked sewer\"}]},"
    " \"time\": {\"milestones\": [{\"code\": \"handle\", \"from\": \"dispatched\", \"until\": \"handled\","
    "    \"each_order\": true}],"
    "  \"limits\": [{\"milestone\": \"handle\", \"within\": {\"value\": 1, \"unit\": \"urgent_hour\"}}]},"
    " \"scoring\": [{\"code\": \"departments\", \"english\": \"Departments\","
    "  \"valid_from\": \"2018-01-01\", \"who\": {\"kinds\": [\"department\"]},"
    "  \"sheet\": {\"code\": \"time\", \"english\": \"In time\", \"points\": 100,"
    "   \"scale\": {\"kind\": \"linear\", \"measure\": \"handling_in_time_rate\"}}}]}";

static void need(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static void need_ok(int32_t code, gridcase_error* error) {
  if (code == GRIDCASE_OK) return;
  fprintf(stderr, "%s: %s\n", gridcase_code_name(code), gridcase_error_message(error));
  gridcase_error_free(error);
  exit(1);
}

static int64_t now = START;

static int64_t act(gridcase_engine* engine, const char* unit, const char* action) {
  gridcase_actor actor = GRIDCASE_ACTOR_INIT(NULL);
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_error* error = NULL;
  actor.unit = unit;
  now += 20 * MINUTE;
  need_ok(gridcase_submit(engine, action, strlen(action), &actor, now, &answer, NULL, &error), error);
  need(answer.status == GRIDCASE_COMMITTED, action);
  return answer.case_id;
}

static void step(gridcase_engine* engine, const char* unit, int64_t id, const char* rest) {
  char action[256];
  snprintf(action, sizeof action, "{\"case_id\": \"%" PRId64 "\", %s}", id, rest);
  act(engine, unit, action);
}

static void refuses(int32_t code, int32_t expected, gridcase_error** error) {
  need(code == expected && gridcase_error_message(*error)[0] != '\0', "a wrong call is not refused");
  gridcase_error_free(*error);
  *error = NULL;
}

static void check_wrong_calls(gridcase_engine* engine) {
  gridcase_error* error = NULL;
  gridcase_actor actor = GRIDCASE_ACTOR_INIT("centre");
  char* text = NULL;
  refuses(gridcase_call(engine, NULL, 5, &text, &error), GRIDCASE_INVALID_ARGUMENT, &error);
  refuses(gridcase_call(engine, "{", 1, &text, &error), GRIDCASE_INVALID_DOCUMENT, &error);
  refuses(gridcase_get(NULL, 1, &actor, &text, &error), GRIDCASE_INVALID_ARGUMENT, &error);
  actor.struct_size = 3;
  refuses(gridcase_get(engine, 1, &actor, &text, &error), GRIDCASE_INVALID_ARGUMENT, &error);
  actor.struct_size = sizeof actor;
  need_ok(gridcase_get(engine, 1, &actor, &text, &error), error);
  need(strcmp(text, "null") == 0, "an unknown case is found");
  gridcase_string_free(text);
}

int main(int count, char** arguments) {
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  char* scores = NULL;
  int32_t sound = 0;
  int64_t id = 0;
  const char* const assess =
      "{\"call\": \"assess\", \"actor\": {\"unit\": \"centre\"}, \"now\": \"2018-04-01T08:00:00+08:00\","
      " \"query\": {\"rules\": \"departments\", \"period\": \"2018-03\"}}";
  need(count == 2, "usage: assess STORE");
  need_ok(gridcase_create(arguments[1], policy, strlen(policy), NULL, START, &engine, &error), error);
  id = act(engine, "centre", "{\"kind\": \"report\", \"title\": \"Sewer\", \"category\": \"04\"}");
  step(engine, "centre", id, "\"kind\": \"file\"");
  step(engine, "centre", id,
       "\"kind\": \"dispatch\", \"orders\": [{\"unit\": \"drains\", \"role\": \"lead\"}]");
  step(engine, "drains", id, "\"kind\": \"sign\"");
  step(engine, "drains", id, "\"kind\": \"feedback\"");
  step(engine, "centre", id, "\"kind\": \"close\"");
  need_ok(gridcase_call(engine, assess, strlen(assess), &scores, &error), error);
  need(strstr(scores, "\"total\":\"100.00\"") != NULL, scores);
  gridcase_string_free(scores);
  check_wrong_calls(engine);
  need_ok(gridcase_verify(engine, &sound, NULL, &error), error);
  need(sound == 1, "the record is damaged");
  gridcase_close(engine);
  puts("100.00");
  return 0;
}
