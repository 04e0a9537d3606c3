/*
 * An engine in the transaction of a host in C. Usage: attach_test POLICY
 */

#include <gridcase/gridcase.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define START INT64_C(1521160200000000) /* 2018-03-16T08:30:00+08:00 */

static const char report[] =
    "{\"kind\": \"report\", \"title\": \"Sewage\", \"category\": \"04-04\","
    " \"tier\": \"township\", \"point\": [118.625, 28.745]}";

static void need(int truth, const char* what, gridcase_error* error) {
  if (truth) return;
  fprintf(stderr, "not so: %s: %s\n", what, gridcase_error_message(error));
  exit(1);
}
#define NEED(truth) need((truth), #truth, error)

static void run(sqlite3* host, const char* statements) {
  if (sqlite3_exec(host, statements, NULL, NULL, NULL) == SQLITE_OK) return;
  fprintf(stderr, "%s: %s\n", statements, sqlite3_errmsg(host));
  exit(1);
}

static int32_t count(void* user, const char* events, size_t size) {
  (void)events, (void)size;
  ++*(int*)user;
  return 0;
}

int main(int argc, char** argv) {
  static char policy[1 << 20];
  gridcase_actor grid = GRIDCASE_ACTOR_INIT("grid");
  gridcase_actor centre = GRIDCASE_ACTOR_INIT("center");
  gridcase_answer answer = GRIDCASE_ANSWER_INIT;
  gridcase_subscription* subscription = NULL;
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  sqlite3* host = NULL;
  size_t size;
  int told = 0;
  int round;
  int32_t sound = 0;
  char* json = NULL;
  FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  size = fread(policy, 1, sizeof policy, file);
  fclose(file);
  remove("attach_test.db");
  remove("attach_test.db-wal");
  remove("attach_test.db-shm");
  NEED(sqlite3_open("attach_test.db", &host) == SQLITE_OK);

  /* The settings are looked at, and the error names the one that does not fit. */
  NEED(gridcase_create_in(host, policy, size, NULL, START, &engine, &error) ==
       GRIDCASE_INVALID_ARGUMENT);
  NEED(strcmp(gridcase_error_field(error), "journal_mode") == 0);
  gridcase_error_free(error);
  run(host, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  NEED(gridcase_create_in(host, policy, size, NULL, START, &engine, &error) == GRIDCASE_OK);
  gridcase_close(engine);
  NEED(gridcase_attach(host, NULL, &engine, &error) == GRIDCASE_OK);
  NEED(gridcase_subscribe(engine, &centre, -1, count, &told, &subscription, &error) == GRIDCASE_OK);

  for (round = 0; round < 2; ++round) {
    run(host, "BEGIN");
    NEED(gridcase_submit(engine, report, sizeof report - 1, &grid, START, &answer, NULL, &error) ==
         GRIDCASE_OK);
    NEED(answer.status == GRIDCASE_COMMITTED && answer.provisional == 1);
    NEED(gridcase_host_committed(engine, NULL) == GRIDCASE_INVALID_ARGUMENT);
    NEED(told == 0);
    run(host, round == 0 ? "ROLLBACK" : "COMMIT");
    NEED((round == 0 ? gridcase_host_rolled_back(engine, &error)
                     : gridcase_host_committed(engine, &error)) == GRIDCASE_OK);
    NEED(gridcase_get(engine, answer.case_id, &centre, &json, &error) == GRIDCASE_OK);
    NEED((strcmp(json, "null") == 0) == (round == 0));
    gridcase_string_free(json);
  }
  NEED(told == 1);
  NEED(gridcase_verify(engine, &sound, NULL, &error) == GRIDCASE_OK && sound == 1);
  gridcase_close(engine);
  gridcase_unsubscribe(subscription);
  NEED(sqlite3_close(host) == SQLITE_OK);
  return 0;
}
