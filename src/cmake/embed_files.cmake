# Writes the bytes of files as C++, so that a program brings them along:
#   cmake -DOUT=out.cpp -DHEADER=name.hpp -DNAMESPACE=a::b -DFUNCTION=asset -DFILES="x;y" -P embed_files.cmake
# gives std::string_view FUNCTION(std::string_view name), empty for an unknown name.

set(body "// Made by embed_files.cmake.\n\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\nnamespace {\n\n")
set(table "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" bytes HEX)
  # Lines of 64 bytes: compilers dislike lines of a megabyte.
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REPEAT "0x..," 64 row)
  string(REGEX REPLACE "(${row})" "\\1\n" bytes "${bytes}")
  string(APPEND body "constexpr unsigned char file_${number}[] = {\n${bytes}0};\n\n")
  string(APPEND table "  if (name == \"${name}\") return text(file_${number}, sizeof file_${number} - 1);\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND body "std::string_view text(const unsigned char* bytes, std::size_t size) {\n"
                   "  return {reinterpret_cast<const char*>(bytes), size};\n}\n\n}  // namespace\n\n"
                   "std::string_view ${FUNCTION}(std::string_view name) {\n${table}  return {};\n}\n\n"
                   "}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUT}" "${body}")
