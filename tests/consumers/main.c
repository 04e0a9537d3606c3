/* The same in C: makes a county and asks for its record. */

#include <gridcase/gridcase.h>

#include <stdio.h>

static const char policy[] =
    "{\"organization\": {\"code\": \"330881\", \"time_zone\": \"Asia/Shanghai\","
    " \"units\": [{\"code\": \"330881\", \"name\": \"centre\", \"kind\": \"command_center\"}]}}";

int main(int argc, char** argv) {
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  int32_t sound = 0;
  const char* path = argc > 1 ? argv[1] : "consumer_c.gridcase";
  int32_t code = gridcase_create(path, policy, sizeof policy - 1, NULL, INT64_C(1521160200000000),
                                 &engine, &error);
  if (code == GRIDCASE_OK) code = gridcase_verify(engine, &sound, NULL, &error);
  if (code != GRIDCASE_OK) printf("%s\n", gridcase_error_message(error));
  gridcase_error_free(error);
  gridcase_close(engine);
  printf("gridcase %s in C: record %s\n", gridcase_version(), sound ? "sound" : "not sound");
  return sound ? 0 : 1;
}
