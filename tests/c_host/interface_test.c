/*
 * What gridcase.h promises, from C: codes, errors, ownership, structs that grow, callbacks, streams.
 * Usage: interface_test POLICY
 */

#define _POSIX_C_SOURCE 200809L /* mkdtemp, fork */

#include <gridcase/gridcase.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define START INT64_C(1521160200000000) /* 2018-03-16T08:30:00+08:00 */
#define MINUTE INT64_C(60000000)

static int failures = 0;
static char folder[] = "/tmp/gridcase-c-XXXXXX";
static char store[64];
static char* policy;
static size_t policy_size;

static void check(int truth, const char* what, int line) {
  if (truth) return;
  fprintf(stderr, "line %d: not so: %s\n", line, what);
  ++failures;
}
#define CHECK(truth) check((truth), #truth, __LINE__)

/* The error says that code and that field; it is freed. */
static void check_error(int32_t code, gridcase_error* error, int32_t expected, const char* field,
                        int line) {
  const int as_expected = code == expected && gridcase_error_code(error) == expected &&
                          strcmp(gridcase_error_field(error), field) == 0 &&
                          *gridcase_error_message(error) != '\0';
  if (!as_expected) {
    fprintf(stderr, "line %d: %s, field \"%s\": %s\n", line, gridcase_code_name(code),
            gridcase_error_field(error), gridcase_error_message(error));
    ++failures;
  }
  gridcase_error_free(error);
}
#define CHECK_ERROR(call, expected, field)                      \
  do {                                                          \
    const int32_t code_ = (call);                               \
    check_error(code_, error, (expected), (field), __LINE__);   \
    error = NULL;                                               \
  } while (0)

static void need_ok(int32_t code, gridcase_error* error, int line) {
  if (code == GRIDCASE_OK && error == NULL) return;
  fprintf(stderr, "line %d: %s: %s\n", line, gridcase_code_name(code),
          gridcase_error_message(error));
  exit(1);
}
#define NEED(call)                       \
  do {                                   \
    const int32_t code_ = (call);        \
    need_ok(code_, error, __LINE__);     \
  } while (0)

static void read_policy(const char* name) {
  FILE* file = fopen(name, "rb");
  long size;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) {
    fprintf(stderr, "%s cannot be read\n", name);
    exit(2);
  }
  rewind(file);
  policy_size = (size_t)size;
  policy = malloc(policy_size);
  if (policy == NULL || fread(policy, 1, policy_size, file) != policy_size) exit(2);
  fclose(file);
}

/* A store of its own for each test. */
static const char* new_store(void) {
  static int count = 0;
  snprintf(store, sizeof store, "%s/%d.gridcase", folder, ++count);
  return store;
}

static gridcase_engine* new_engine(const gridcase_options* options) {
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  NEED(gridcase_create(new_store(), policy, policy_size, options, START, &engine, &error));
  return engine;
}

static const char report[] =
    "{\"kind\": \"report\", \"title\": \"Sewage\", \"category\": \"04-04\","
    " \"tier\": \"township\", \"point\": [118.625, 28.745]}";

static int64_t report_case(gridcase_engine* engine) {
  gridcase_actor grid = GRIDCASE_ACTOR_INIT("grid");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_error* error = NULL;
  NEED(gridcase_submit(engine, report, sizeof report - 1, &grid, START, &answer, NULL, &error));
  CHECK(answer.status == GRIDCASE_COMMITTED);
  return answer.case_id;
}

static char* call(gridcase_engine* engine, const char* request) {
  gridcase_error* error = NULL;
  char* answer = NULL;
  NEED(gridcase_call(engine, request, strlen(request), &answer, &error));
  return answer;
}

static void versions_and_names_need_no_engine(void) {
  CHECK(gridcase_abi_version() == GRIDCASE_ABI_VERSION);
  CHECK(strchr(gridcase_version(), '.') != NULL);
  CHECK(strcmp(gridcase_code_name(GRIDCASE_OK), "ok") == 0);
  CHECK(strcmp(gridcase_code_name(GRIDCASE_FORKED), "forked") == 0);
  CHECK(strcmp(gridcase_code_name(GRIDCASE_INTERNAL), "internal") == 0);
  CHECK(strcmp(gridcase_code_name(GRIDCASE_OUT_OF_MEMORY), "out_of_memory") == 0);
  CHECK(strcmp(gridcase_code_name(11), "unknown") == 0);
  CHECK(strcmp(gridcase_code_name(-1), "unknown") == 0);
}

static void null_is_freed_without_harm(void) {
  gridcase_close(NULL);
  gridcase_error_free(NULL);
  gridcase_string_free(NULL);
  CHECK(gridcase_error_code(NULL) == GRIDCASE_OK);
  CHECK(*gridcase_error_message(NULL) == '\0');
  CHECK(*gridcase_error_field(NULL) == '\0');
  CHECK(*gridcase_error_detail(NULL) == '\0');
}

static void missing_arguments_are_named(void) {
  gridcase_engine* engine = new_engine(NULL);
  gridcase_engine* other = (gridcase_engine*)folder;
  gridcase_actor nobody = GRIDCASE_ACTOR_INIT(NULL);
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_error* error = NULL;
  char* text = folder;
  CHECK_ERROR(gridcase_open(NULL, NULL, &other, &error), GRIDCASE_INVALID_ARGUMENT, "path");
  CHECK(other == NULL);
  CHECK_ERROR(gridcase_open("x", NULL, NULL, &error), GRIDCASE_INVALID_ARGUMENT, "engine");
  CHECK_ERROR(gridcase_create("x", NULL, 0, NULL, START, &other, &error),
              GRIDCASE_INVALID_ARGUMENT, "policy");
  CHECK_ERROR(gridcase_submit(NULL, "{}", 2, &centre, START, NULL, NULL, &error),
              GRIDCASE_INVALID_ARGUMENT, "engine");
  CHECK_ERROR(gridcase_submit(engine, NULL, 2, &centre, START, NULL, NULL, &error),
              GRIDCASE_INVALID_ARGUMENT, "action");
  CHECK_ERROR(gridcase_submit(engine, report, sizeof report - 1, NULL, START, NULL, NULL, &error),
              GRIDCASE_INVALID_ARGUMENT, "actor");
  CHECK_ERROR(gridcase_get(engine, 1, &nobody, &text, &error), GRIDCASE_INVALID_ARGUMENT,
              "actor.unit");
  CHECK(text == NULL);
  CHECK_ERROR(gridcase_get(engine, 1, &centre, NULL, &error), GRIDCASE_INVALID_ARGUMENT,
              "case_json");
  CHECK_ERROR(gridcase_call(engine, NULL, 0, &text, &error), GRIDCASE_INVALID_ARGUMENT, "request");
  CHECK_ERROR(gridcase_call(engine, "{}", 2, NULL, &error), GRIDCASE_INVALID_ARGUMENT, "answer");
  CHECK_ERROR(gridcase_tick(NULL, START, 1, 1, NULL, &error), GRIDCASE_INVALID_ARGUMENT, "engine");
  CHECK_ERROR(gridcase_batch(engine, NULL, 1, NULL, NULL, &error), GRIDCASE_INVALID_ARGUMENT,
              "submissions");
  CHECK_ERROR(gridcase_use_metric(NULL, NULL, NULL, &error), GRIDCASE_INVALID_ARGUMENT, "engine");
  CHECK_ERROR(gridcase_verify(NULL, NULL, NULL, &error), GRIDCASE_INVALID_ARGUMENT, "engine");
  CHECK_ERROR(gridcase_history(NULL, 1, &centre, &text, &error), GRIDCASE_INVALID_ARGUMENT,
              "engine");
  /* Who wants no error object gets the code. */
  CHECK(gridcase_open(NULL, NULL, &other, NULL) == GRIDCASE_INVALID_ARGUMENT);
  gridcase_close(engine);
}

static void errors_have_code_text_and_detail(void) {
  static const char bad[] = "{\"organization\": {\"code\": 5, \"unts\": []}}";
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  CHECK(gridcase_create(new_store(), bad, sizeof bad - 1, NULL, START, &engine, &error) ==
        GRIDCASE_INVALID_DOCUMENT);
  CHECK(engine == NULL);
  CHECK(gridcase_error_code(error) == GRIDCASE_INVALID_DOCUMENT);
  CHECK(strstr(gridcase_error_message(error), "2 faults") != NULL);
  CHECK(strstr(gridcase_error_detail(error), "{\"code\":\"invalid_document\"") != NULL);
  CHECK(strstr(gridcase_error_detail(error), "\"path\":\"organization.unts\"") != NULL);
  CHECK(strstr(gridcase_error_detail(error), "\"path\":\"organization.code\"") != NULL);
  gridcase_error_free(error);
  error = NULL;
  CHECK_ERROR(gridcase_open("/nowhere/at/all", NULL, &engine, &error), GRIDCASE_NOT_FOUND, "");
}

static void structs_of_an_older_header_are_taken_and_newer_ones_refused(void) {
  struct {
    gridcase_options known;
    int64_t unknown;
  } newer = {GRIDCASE_OPTIONS_INIT, 1};
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;

  newer.known.struct_size = sizeof newer;
  CHECK_ERROR(gridcase_create(new_store(), policy, policy_size, &newer.known, START, &engine,
                              &error),
              GRIDCASE_UNSUPPORTED, "options.struct_size");
  options.struct_size = 0;
  CHECK_ERROR(gridcase_create(store, policy, policy_size, &options, START, &engine, &error),
              GRIDCASE_INVALID_ARGUMENT, "options.struct_size");
  options.struct_size = sizeof options;
  options.abi_version = GRIDCASE_ABI_VERSION + 1;
  CHECK_ERROR(gridcase_create(store, policy, policy_size, &options, START, &engine, &error),
              GRIDCASE_UNSUPPORTED, "options.abi_version");
  options.abi_version = GRIDCASE_ABI_VERSION;
  options.durability = 7;
  CHECK_ERROR(gridcase_create(store, policy, policy_size, &options, START, &engine, &error),
              GRIDCASE_INVALID_ARGUMENT, "options.durability");

  /* As if it ended before the callbacks: what stands there does not count. */
  options.durability = GRIDCASE_RELAXED;
  options.struct_size = offsetof(gridcase_options, entropy);
  memset(&options.entropy, 0x5A, sizeof options.entropy);
  NEED(gridcase_create(store, policy, policy_size, &options, START, &engine, &error));

  /* Of an older answer nothing is written behind its end. */
  answer.struct_size = offsetof(gridcase_answer, version);
  answer.version = -77;
  NEED(gridcase_submit(engine, report, sizeof report - 1, &centre, START, &answer, NULL, &error));
  CHECK(answer.status == GRIDCASE_COMMITTED && answer.case_id != 0);
  CHECK(answer.version == -77);
  CHECK(answer.struct_size == offsetof(gridcase_answer, version));
  gridcase_close(engine);
}

static void a_refusal_is_an_answer(void) {
  static const char close[] = "{\"kind\": \"close\", \"case_id\": \"3308811803160000001\"}";
  gridcase_engine* engine = new_engine(NULL);
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_error* error = NULL;
  char* json = NULL;
  const int64_t id = report_case(engine);
  CHECK(id == INT64_C(3308811803160000001));
  NEED(gridcase_submit(engine, close, sizeof close - 1, &centre, START, &answer, &json, &error));
  CHECK(answer.status == GRIDCASE_REFUSED);
  CHECK(answer.refusal == 5); /* not_possible */
  CHECK(answer.case_id == id);
  CHECK(answer.state == 0x201); /* township_intake */
  CHECK(strstr(json, "\"code\":\"not_possible\"") != NULL);
  gridcase_string_free(json);
  CHECK_ERROR(gridcase_submit(engine, "{\"kind\": \"nap\"}", 15, &centre, START, NULL, NULL,
                              &error),
              GRIDCASE_INVALID_DOCUMENT, "kind");
  CHECK_ERROR(gridcase_submit(engine, report, sizeof report - 1, &centre, 0, NULL, NULL, &error),
              GRIDCASE_INVALID_ARGUMENT, "now");
  gridcase_close(engine);
}

static void a_batch_answers_each_and_carries_out_none_with_a_fault(void) {
  static const char comment[] =
      "{\"kind\": \"comment\", \"case_id\": \"3308811803160000001\", \"note\": \"seen\"}";
  gridcase_engine* engine = new_engine(NULL);
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_submission many[3];
  gridcase_answer answers[3] = {GRIDCASE_ANSWER_INIT, GRIDCASE_ANSWER_INIT, GRIDCASE_ANSWER_INIT};
  gridcase_error* error = NULL;
  char* json = NULL;
  size_t i;
  for (i = 0; i < 3; ++i) {
    many[i].struct_size = sizeof many[i];
    many[i].action = i == 0 ? report : comment;
    many[i].action_size = strlen(many[i].action);
    many[i].actor = &centre;
    many[i].now = START;
  }
  many[2].action = "{\"kind\": \"nap\"}";
  many[2].action_size = strlen(many[2].action);
  CHECK_ERROR(gridcase_batch(engine, many, 3, answers, &json, &error), GRIDCASE_INVALID_DOCUMENT,
              "submissions[2].kind");
  CHECK(json == NULL && answers[0].status == 0);
  many[2].action = NULL;
  CHECK_ERROR(gridcase_batch(engine, many, 3, answers, &json, &error), GRIDCASE_INVALID_ARGUMENT,
              "submissions[2].action");
  many[2] = many[1];
  many[2].actor = NULL;
  CHECK_ERROR(gridcase_batch(engine, many, 3, answers, &json, &error), GRIDCASE_INVALID_ARGUMENT,
              "submissions[2].actor");
  many[2] = many[1];
  NEED(gridcase_batch(engine, many, 3, answers, &json, &error));
  for (i = 0; i < 3; ++i) {
    CHECK(answers[i].status == GRIDCASE_COMMITTED);
    CHECK(answers[i].version == (int64_t)i + 1);
  }
  CHECK(strncmp(json, "[{\"status\":\"committed\"", 22) == 0);
  gridcase_string_free(json);
  NEED(gridcase_batch(engine, NULL, 0, NULL, NULL, &error));
  gridcase_close(engine);
}

static void a_case_is_read_and_the_record_is_sound(void) {
  gridcase_engine* engine = new_engine(NULL);
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_error* error = NULL;
  char* json = NULL;
  int32_t sound = -1;
  const int64_t id = report_case(engine);
  NEED(gridcase_get(engine, id, &centre, &json, &error));
  CHECK(strstr(json, "\"reported\":\"2018-03-16T08:30:00+08:00\"") != NULL);
  gridcase_string_free(json);
  NEED(gridcase_get(engine, id + 1, &centre, &json, &error));
  CHECK(strcmp(json, "null") == 0);
  gridcase_string_free(json);
  NEED(gridcase_history(engine, id, &centre, &json, &error));
  CHECK(strncmp(json, "[{\"sequence\":2,", 15) == 0);
  gridcase_string_free(json);
  NEED(gridcase_verify(engine, &sound, &json, &error));
  CHECK(sound == 1);
  CHECK(strstr(json, "\"findings\":[]") != NULL);
  gridcase_string_free(json);
  gridcase_close(engine);
}

static void a_tick_does_what_is_due(void) {
  gridcase_engine* engine = new_engine(NULL);
  gridcase_tick_report tick = GRIDCASE_TICK_REPORT_INIT;
  gridcase_error* error = NULL;
  NEED(gridcase_tick(engine, START, 100, 10, &tick, &error));
  CHECK(tick.fired == 0 && tick.more == 0);
  CHECK(tick.next == INT64_MIN);
  CHECK(tick.longest == -1);
  report_case(engine);
  NEED(gridcase_tick(engine, START + 50 * MINUTE, 100, 10, &tick, &error));
  CHECK(tick.fired == 1);
  CHECK(tick.latest == 5 * MINUTE);
  CHECK(tick.next == START + 90 * MINUTE);
  CHECK_ERROR(gridcase_tick(engine, START, 0, 10, NULL, &error), GRIDCASE_INVALID_ARGUMENT,
              "budget");
  gridcase_close(engine);
}

struct host {
  int asked;
  int fails;
  int64_t recorded;
};

static int32_t entropy(void* user, uint8_t* out, size_t count) {
  struct host* host = user;
  ++host->asked;
  memset(out, host->asked, count);
  return host->fails;
}

static int32_t number(void* user, const char* action, int64_t case_id, int64_t recorded, char* out,
                      size_t room) {
  struct host* host = user;
  host->recorded = recorded;
  CHECK(strstr(action, "\"title\":\"Sewage\"") != NULL);
  return snprintf(out, room, "Q-%d", (int)(case_id % 1000)) < 0;
}

static int64_t stopwatch(void* user) { return 1000 * ++((struct host*)user)->asked; }

static int32_t stop(void* user) { return ((struct host*)user)->fails; }

static void a_call_that_reads_is_ended_by_the_host(void) {
  struct host host = {0, 1, 0};
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  gridcase_error* error = NULL;
  gridcase_engine* engine;
  const char* verify = "{\"call\": \"verify\"}";
  char* answer = NULL;
  options.user = &host;
  options.stop = stop;
  engine = new_engine(&options);
  CHECK(report_case(engine) != 0);
  CHECK_ERROR(gridcase_call(engine, verify, strlen(verify), &answer, &error), GRIDCASE_STOPPED, "");
  host.fails = 0;
  NEED(gridcase_call(engine, verify, strlen(verify), &answer, &error));
  gridcase_string_free(answer);
  gridcase_close(engine);
}

static void callbacks_get_their_user_data_and_may_fail(void) {
  struct host host = {0, 0, 0};
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_tick_report tick = GRIDCASE_TICK_REPORT_INIT;
  gridcase_error* error = NULL;
  gridcase_engine* engine;
  char* json = NULL;
  options.user = &host;
  options.entropy = entropy;
  options.number = number;
  options.stopwatch = stopwatch;
  engine = new_engine(&options);

  CHECK(report_case(engine) != 0);
  CHECK(host.asked > 0);
  CHECK(host.recorded == START);
  json = call(engine, "{\"call\": \"find\", \"actor\": {\"unit\": \"center\"},"
                      " \"query\": {\"number\": \"Q-1\"}}");
  CHECK(strstr(json, "\"number\":\"Q-1\"") != NULL);
  gridcase_string_free(json);
  NEED(gridcase_tick(engine, START + 50 * MINUTE, 100, 10, &tick, &error));
  CHECK(tick.longest > 0);

  host.fails = 1;
  CHECK_ERROR(gridcase_submit(engine, report, sizeof report - 1, &centre, START + 60 * MINUTE,
                              &answer, NULL, &error),
              GRIDCASE_IO, "options.entropy");
  host.fails = 0;
  NEED(gridcase_submit(engine, report, sizeof report - 1, &centre, START + 60 * MINUTE, &answer,
                       NULL, &error));
  CHECK(answer.status == GRIDCASE_COMMITTED);
  gridcase_close(engine);
}

static double crow(void* user, double from_longitude, double from_latitude, double to_longitude,
                   double to_latitude) {
  ++((struct host*)user)->asked;
  return fabs(from_longitude - to_longitude) + fabs(from_latitude - to_latitude) + 41;
}

static void a_metric_decides_until_it_is_taken_away(void) {
  static const char request[] =
      "{\"call\": \"nearest_responders\", \"case_id\": \"3308811803160000001\","
      " \"now\": \"2018-03-16T08:40:00+08:00\", \"actor\": {\"unit\": \"center\"},"
      " \"search\": {\"capability\": \"rescue\"}}";
  struct host host = {0, 0, 0};
  gridcase_engine* engine = new_engine(NULL);
  gridcase_error* error = NULL;
  char* json;
  report_case(engine);
  NEED(gridcase_use_metric(engine, crow, &host, &error));
  json = call(engine, request);
  CHECK(host.asked > 0);
  CHECK(strstr(json, "\"cost\":41.") != NULL);
  gridcase_string_free(json);
  NEED(gridcase_use_metric(engine, NULL, NULL, &error));
  json = call(engine, request);
  CHECK(strstr(json, "\"cost\":null") != NULL);
  gridcase_string_free(json);
  gridcase_close(engine);
}

struct file {
  const char* bytes;
  size_t left;
  size_t taken;
  int fails;
};

static int64_t read_file(void* user, char* out, size_t room) {
  struct file* file = user;
  size_t count = file->left < 7 ? file->left : 7; /* in small pieces */
  if (file->fails) return -1;
  if (count > room) count = room;
  memcpy(out, file->bytes, count);
  file->bytes += count;
  file->left -= count;
  return (int64_t)count;
}

static int32_t write_file(void* user, const char* bytes, size_t size) {
  struct file* file = user;
  if (file->taken == 0) CHECK(memcmp(bytes, "id,number", 9) == 0);
  file->taken += size;
  return file->fails;
}

static void files_go_through_callbacks(void) {
  static const char table[] = "no,at,what\n1,2017-05-01 08:00,hole\n2,2017-05-02 08:00,hole\n";
  static const char import[] =
      "{\"call\": \"import_legacy\", \"table\": \"cases\", \"mapping\": {\"system\": \"old\","
      " \"cases\": {\"fields\": {\"id\": \"no\", \"happened\": \"at\","
      " \"by\": {\"value\": \"center\"}, \"title\": \"what\","
      " \"category\": {\"value\": \"04-01\"}}}},"
      " \"now\": \"2018-03-16T08:40:00+08:00\", \"actor\": {\"unit\": \"center\"}}";
  static const char export[] =
      "{\"call\": \"write_cases_csv\", \"encoding\": \"gb18030\","
      " \"actor\": {\"unit\": \"center\"}}";
  struct file file = {table, sizeof table - 1, 0, 0};
  gridcase_streams streams = GRIDCASE_STREAMS_INIT;
  gridcase_engine* engine = new_engine(NULL);
  gridcase_error* error = NULL;
  char* json = NULL;
  streams.user = &file;
  streams.read = read_file;
  streams.write = write_file;
  NEED(gridcase_call_with_streams(engine, import, sizeof import - 1, &streams, &json, &error));
  CHECK(strstr(json, "\"done\":2") != NULL);
  gridcase_string_free(json);
  NEED(gridcase_call_with_streams(engine, export, sizeof export - 1, &streams, &json, &error));
  CHECK(strcmp(json, "{\"count\":2}") == 0);
  CHECK(file.taken > 200);
  gridcase_string_free(json);

  file.fails = 1;
  CHECK_ERROR(gridcase_call_with_streams(engine, import, sizeof import - 1, &streams, &json,
                                         &error),
              GRIDCASE_IO, "streams.read");
  CHECK_ERROR(gridcase_call_with_streams(engine, export, sizeof export - 1, &streams, &json,
                                         &error),
              GRIDCASE_IO, "streams.write");
  CHECK(json == NULL);
  /* Without callbacks the file is part of request and answer: that one has to be UTF-8. */
  CHECK_ERROR(gridcase_call(engine, import, sizeof import - 1, &json, &error),
              GRIDCASE_INVALID_DOCUMENT, "data");
  CHECK_ERROR(gridcase_call(engine, export, sizeof export - 1, &json, &error),
              GRIDCASE_INVALID_ARGUMENT, "data");
  gridcase_close(engine);
}

struct told {
  int calls;
  int fails;
  char last[4096];
};

static int32_t tell(void* user, const char* events, size_t size) {
  struct told* told = user;
  CHECK(strlen(events) == size);
  ++told->calls;
  snprintf(told->last, sizeof told->last, "%s", events);
  return told->fails;
}

static void an_observer_is_told_until_it_ends(void) {
  static struct told told;
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_engine* engine = new_engine(NULL);
  gridcase_subscription* subscription = NULL;
  gridcase_error* error = NULL;
  char* counters;
  NEED(gridcase_subscribe(engine, &centre, 0, tell, &told, &subscription, &error));
  NEED(gridcase_deliver(engine, &error));
  CHECK(told.calls == 1 && strstr(told.last, "\"sequence\":1,") != NULL);
  report_case(engine);
  CHECK(told.calls == 2 && strstr(told.last, "\"title\":\"Sewage\"") != NULL);
  told.fails = 1;
  report_case(engine);
  counters = call(engine, "{\"call\": \"counters\"}");
  CHECK(strstr(counters, "\"observer_failures\"") != NULL);
  gridcase_string_free(counters);
  gridcase_unsubscribe(subscription);
  report_case(engine);
  CHECK(told.calls == 3);
  gridcase_close(engine);
}

static void note(void* user, int32_t level, const char* code, const char* message,
                 const char* fields) {
  struct told* told = user;
  ++told->calls;
  snprintf(told->last, sizeof told->last, "%d %s %s %s", (int)level, code,
           *message == '\0' ? "" : "said", fields);
}

static void what_an_operator_should_know_is_logged(void) {
  static struct told told;
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  options.user = &told;
  options.log = note;
  gridcase_close(new_engine(&options));
  CHECK(told.calls == 1);
  CHECK(strcmp(told.last, "1 store.opened said {\"county\":\"330881\",\"durability\":\"strict\"}") ==
        0);
}

static void a_store_is_closed_and_opened_again(void) {
  gridcase_options options = GRIDCASE_OPTIONS_INIT;
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_engine* engine = new_engine(NULL);
  gridcase_error* error = NULL;
  char* json = NULL;
  const int64_t id = report_case(engine);
  gridcase_close(engine);
  options.read_only = 1;
  NEED(gridcase_open(store, &options, &engine, &error));
  NEED(gridcase_get(engine, id, &centre, &json, &error));
  CHECK(strstr(json, "\"title\":\"Sewage\"") != NULL);
  gridcase_string_free(json);
  CHECK_ERROR(gridcase_submit(engine, report, sizeof report - 1, &centre, START, NULL, NULL,
                              &error),
              GRIDCASE_UNSUPPORTED, "");
  gridcase_close(engine);
}

static void a_forked_child_gets_an_error_and_harms_nothing(void) {
  gridcase_engine* engine = new_engine(NULL);
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_error* error = NULL;
  char* json = NULL;
  int status = -1;
  const int64_t id = report_case(engine);
  const pid_t child = fork();
  if (child == 0) {
    const int32_t code = gridcase_get(engine, id, &centre, &json, &error);
    gridcase_error_free(error);
    gridcase_close(engine);
    _exit(code == GRIDCASE_FORKED ? 0 : 1);
  }
  CHECK(child > 0 && waitpid(child, &status, 0) == child && status == 0);
  CHECK(report_case(engine) == id + 1);
  gridcase_close(engine);
}

int main(int argc, char** argv) {
  char command[128];
  if (argc != 2 || mkdtemp(folder) == NULL) {
    fprintf(stderr, "usage: interface_test POLICY\n");
    return 2;
  }
  read_policy(argv[1]);
  versions_and_names_need_no_engine();
  null_is_freed_without_harm();
  missing_arguments_are_named();
  errors_have_code_text_and_detail();
  structs_of_an_older_header_are_taken_and_newer_ones_refused();
  a_refusal_is_an_answer();
  a_batch_answers_each_and_carries_out_none_with_a_fault();
  a_case_is_read_and_the_record_is_sound();
  a_tick_does_what_is_due();
  callbacks_get_their_user_data_and_may_fail();
  a_call_that_reads_is_ended_by_the_host();
  a_metric_decides_until_it_is_taken_away();
  files_go_through_callbacks();
  an_observer_is_told_until_it_ends();
  what_an_operator_should_know_is_logged();
  a_store_is_closed_and_opened_again();
  a_forked_child_gets_an_error_and_harms_nothing();
  free(policy);
  snprintf(command, sizeof command, "rm -r %s", folder);
  if (system(command) != 0) ++failures;
  printf("%s\n", failures == 0 ? "all as promised" : "not as promised");
  return failures == 0 ? 0 : 1;
}
