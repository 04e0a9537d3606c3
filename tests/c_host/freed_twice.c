/*
 * What the sanitizer build must catch: an error or a text that is used after it was freed.
 * Usage: freed_twice error|text|used
 */

#include <gridcase/gridcase.h>

#include <stdio.h>
#include <string.h>

int main(int argc, char** argv) {
  static const char request[] = "{\"call\": \"version\"}";
  const char* what = argc == 2 ? argv[1] : "";
  gridcase_error* error = NULL;
  char* text = NULL;
  gridcase_open("/nowhere/at/all", NULL, NULL, &error);
  gridcase_call(NULL, request, sizeof request - 1, &text, NULL);
  gridcase_error_free(error);
  gridcase_string_free(text);
  if (strcmp(what, "error") == 0) gridcase_error_free(error);
  if (strcmp(what, "text") == 0) gridcase_string_free(text);
  if (strcmp(what, "used") == 0) printf("%s\n", text);
  printf("nothing was caught\n");
  return 0;
}
