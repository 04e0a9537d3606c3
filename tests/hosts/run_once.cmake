# Runs PROGRAM with a new STORE; it has to say what the department's score is.
file(GLOB left "${STORE}*")
file(REMOVE "${STORE}" ${left})
execute_process(COMMAND "${PROGRAM}" "${STORE}" OUTPUT_VARIABLE said RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR NOT said STREQUAL "100.00\n")
  message(FATAL_ERROR "${PROGRAM}: ${code} ${said}")
endif()
