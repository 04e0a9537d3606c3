// Reads a table in every encoding; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/csv.hpp>

#include <sstream>

namespace {

using namespace gridcase;

void read_again(const CsvRecord& record, TextEncoding encoding) {
  CsvOutput output;
  output.encoding = encoding;
  std::ostringstream out;
  try {
    CsvWriter(out, output).write(record.fields);
  } catch (const Error&) {
    fuzz::must(encoding == TextEncoding::gb18030, "what was read can be written as UTF-8");
    return;
  }
  std::istringstream in(out.str());
  CsvFormat format;
  format.encoding = encoding;
  CsvReader reader(in, format);
  CsvRecord again;
  fuzz::must(reader.next(again) && again.fields == record.fields, "fields come back");
  fuzz::must(!reader.next(again), "one line comes back as one");
}

void read(std::string_view input) {
  for (const TextEncoding encoding :
       {TextEncoding::detect, TextEncoding::utf8, TextEncoding::gb18030}) {
    std::istringstream in{std::string(input)};
    CsvFormat format;
    format.encoding = encoding;
    format.keep_going = true;
    format.longest_field = 64;  // small, so that limits are met
    format.longest_record = 256;
    try {
      CsvReader reader(in, format);
      CsvRecord record;
      std::size_t last = 0;
      while (reader.next(record)) {
        fuzz::must(record.line > last, "every record begins in a line of its own");
        last = record.line;
        if (record.problem) continue;
        read_again(record, TextEncoding::utf8);
        read_again(record, TextEncoding::gb18030);
      }
    } catch (const DocumentError&) {
      // In this encoding it is no table; the others are tried all the same.
    }
  }
}

const fuzz::Target target("csv", read,
                          {"a,b\n1,2\n", "\"a,\"\"b\"\"\r\n\",c\r\n",
                           "\xEF\xBB\xBF"
                           "a\rb\n\n",
                           "a,\"b\nc,d\n", "\xCE\xDB\xCB\xAE,\x82\x35\x8F\x33\n",
                           "\xE6\xB1\xA1,\"\xE6\xB0\xB4\"\n",
                           "\x84\x31\x95\x33"
                           "a,b"});

}  // namespace
