/*
 * lines STORE POLICY NOW < requests
 *
 * Makes a store and carries out one request a line. Prints a line for each: the answer, or the
 * detail of the error. A line that begins with + goes to a call without an engine.
 */

#include <gridcase/gridcase.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The bytes of a whole stream, with a zero byte at the end. */
static char* read_all(FILE* file, size_t* size) {
  size_t room = 65536;
  char* bytes = malloc(room);
  *size = 0;
  while (bytes != NULL) {
    *size += fread(bytes + *size, 1, room - *size - 1, file);
    if (feof(file) || ferror(file)) break;
    if (*size + 1 < room) continue;
    room *= 2;
    bytes = realloc(bytes, room);
  }
  if (bytes == NULL || ferror(file)) {
    fprintf(stderr, "the input cannot be read\n");
    exit(2);
  }
  bytes[*size] = '\0';
  return bytes;
}

static gridcase_engine* make_store(const char* store, const char* policy_file, int64_t now) {
  gridcase_engine* engine = NULL;
  gridcase_error* error = NULL;
  size_t size;
  char* policy;
  FILE* file = fopen(policy_file, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be opened\n", policy_file);
    exit(2);
  }
  policy = read_all(file, &size);
  fclose(file);
  if (gridcase_create(store, policy, size, NULL, now, &engine, &error) != GRIDCASE_OK) {
    fprintf(stderr, "%s\n", gridcase_error_detail(error));
    gridcase_error_free(error);
    exit(2);
  }
  free(policy);
  return engine;
}

/* Line breaks are blanks in JSON; here an answer is a line. */
static void print_line(const char* prefix, const char* json) {
  fputs(prefix, stdout);
  for (; *json != '\0'; ++json)
    putchar(*json == '\n' ? ' ' : *json);
  putchar('\n');
}

static void carry_out(gridcase_engine* engine, const char* line) {
  gridcase_error* error = NULL;
  char* answer = NULL;
  const int alone = *line == '+';
  if (gridcase_call(alone ? NULL : engine, line + alone, strlen(line + alone), &answer, &error) ==
      GRIDCASE_OK) {
    print_line("", answer);
  } else {
    print_line("!", gridcase_error_detail(error));
  }
  gridcase_error_free(error);
  gridcase_string_free(answer);
}

int main(int argc, char** argv) {
  gridcase_engine* engine;
  size_t size;
  char* requests;
  char* line;
  if (argc != 4) {
    fprintf(stderr, "usage: lines STORE POLICY NOW < requests\n");
    return 2;
  }
  engine = make_store(argv[1], argv[2], strtoll(argv[3], NULL, 10));
  requests = read_all(stdin, &size);
  for (line = strtok(requests, "\n"); line != NULL; line = strtok(NULL, "\n"))
    carry_out(engine, line);
  free(requests);
  gridcase_close(engine);
  return 0;
}
