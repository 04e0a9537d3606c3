#include "support/organizations.hpp"

#include <gridcase/csv.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <streambuf>

using namespace gridcase;

namespace {

using Fields = std::vector<std::string>;

// Gives a text in pieces of a chosen size, then so many characters of one kind.
class PieceBuffer : public std::streambuf {
public:
  PieceBuffer(std::string head, std::size_t repeats, char filler, std::string tail)
      : head_(std::move(head)), repeats_(repeats), filler_(filler), tail_(std::move(tail)) {}

private:
  int_type underflow() override {
    if (!head_.empty()) {
      current_ = std::move(head_);
      head_.clear();
    } else if (repeats_ > 0) {
      const std::size_t count = std::min<std::size_t>(repeats_, 1U << 16U);
      current_.assign(count, filler_);
      repeats_ -= count;
    } else if (!tail_.empty()) {
      current_ = std::move(tail_);
      tail_.clear();
    } else {
      return traits_type::eof();
    }
    setg(current_.data(), current_.data(), current_.data() + current_.size());
    return traits_type::to_int_type(*gptr());
  }

  std::string head_;
  std::size_t repeats_;
  char filler_;
  std::string tail_;
  std::string current_;
};

std::vector<CsvRecord> read_all(const std::string& text, const CsvFormat& format = {}) {
  std::istringstream in(text);
  CsvReader reader(in, format);
  std::vector<CsvRecord> records;
  CsvRecord record;
  while (reader.next(record))
    records.push_back(record);
  return records;
}

std::vector<Fields> fields_of(const std::string& text, const CsvFormat& format = {}) {
  std::vector<Fields> all;
  for (const CsvRecord& record : read_all(text, format))
    all.push_back(record.fields);
  return all;
}

// The place and the code of what is wrong; what was read before goes to `before`.
std::string trouble(const std::string& text, const CsvFormat& format = {},
                    std::size_t* before = nullptr) {
  std::istringstream in(text);
  CsvReader reader(in, format);
  CsvRecord record;
  std::size_t count = 0;
  try {
    while (reader.next(record))
      ++count;
  } catch (const DocumentError& error) {
    if (before != nullptr) *before = count;
    return error.faults().front().code + " at " + error.faults().front().path;
  }
  return "";
}

CsvFormat in(TextEncoding encoding) {
  CsvFormat format;
  format.encoding = encoding;
  return format;
}

CsvFormat going_on() {
  CsvFormat format;
  format.keep_going = true;
  return format;
}

std::string written(const std::vector<Fields>& lines, const CsvOutput& output = {}) {
  std::ostringstream out;
  CsvWriter writer(out, output);
  for (const Fields& line : lines)
    writer.write(line);
  return out.str();
}

const std::string word = "\xE6\xB1\xA1\xE6\xB0\xB4";  // 污水
const std::string gb_word = "\xCE\xDB\xCB\xAE";       // the same
const std::string four_bytes = "\x82\x35\x8F\x33";    // U+9FA6
const std::string four_bytes_utf8 = "\xE9\xBE\xA6";

}  // namespace

TEST_CASE("line ends of every kind, a mark, and empty lines") {
  const std::vector<Fields> wanted{{"a", "b"}, {"1", ""}, {"", "2"}};
  CHECK(fields_of("a,b\n1,\n,2\n") == wanted);
  CHECK(fields_of("a,b\r\n1,\r\n,2") == wanted);
  CHECK(fields_of("a,b\r1,\r,2\r") == wanted);
  CHECK(fields_of("\xEF\xBB\xBF\n\na,b\r\n\r\n\r1,\n,2") == wanted);
  CHECK(fields_of("").empty());
  CHECK(fields_of("\xEF\xBB\xBF").empty());
  CHECK(fields_of("\"\"\n") == std::vector<Fields>{{""}});
}

TEST_CASE("quoted fields keep separators, doubled quotes and line breaks") {
  CHECK(fields_of("\"a,\"\"b\"\"\",\"x\r\ny\rz\n\"\r\nn") ==
        std::vector<Fields>{{"a,\"b\"", "x\r\ny\rz\n"}, {"n"}});
  CsvFormat format;
  format.unify_line_breaks = true;
  CHECK(fields_of("\"x\r\ny\rz\n\"\r\nn", format) == std::vector<Fields>{{"x\ny\nz\n"}, {"n"}});
  format.separator = ';';
  CHECK(fields_of("a,b;c", format) == std::vector<Fields>{{"a,b", "c"}});
}

TEST_CASE("a record knows the line it begins in") {
  const auto records = read_all("a\r\n\r\n\"x\r\ny\rz\"\nb\rc");
  REQUIRE(records.size() == 4);
  CHECK(records[1].line == 3);
  CHECK(records[2].line == 6);
  CHECK(records[3].line == 7);
}

TEST_CASE("a quote that never closes spoils its own line only") {
  const std::string text = "a,\"b\nc,d\ne,f\n";
  CHECK(trouble(text) == "csv.quote at line 1, column 3");
  const auto records = read_all(text, going_on());
  REQUIRE(records.size() == 3);
  CHECK(records[0].problem->message == "a quote is opened and not closed");
  CHECK(records[0].text == "a,\"b");
  CHECK(records[1].text.empty());
  CHECK(records[1].fields == Fields{"c", "d"});
  CHECK(records[1].line == 2);
  CHECK_FALSE(records[1].problem);
  CHECK(records[2].line == 3);
}

TEST_CASE("text after a closing quote is a problem of the record") {
  const auto records = read_all("\"a\"b,c\n1,2\n", going_on());
  REQUIRE(records.size() == 2);
  CHECK(records[0].fields == Fields{"ab", "c"});
  CHECK(records[0].problem->code == "csv.quote");
  CHECK(records[0].text == "\"a\"b,c");
  CHECK_FALSE(records[1].problem);
}

TEST_CASE("a quote that is closed lines below is named where it is opened") {
  const auto records = read_all("x,\"甲\r\n乙\",丙,\"b\r\n3,\"d\"\r\n4\r\n", going_on());
  REQUIRE(records.size() == 2);
  CHECK(records[0].problem->path == "line 2, column 6");
  CHECK(records[0].text == "x,\"甲\r\n乙\",丙,\"b\r\n3,\"d\"");
  CHECK(records[1].fields == Fields{"4"});
}

TEST_CASE("reading goes on behind a record that was thrown") {
  std::istringstream in("a\n\"b\"x\nc\n");
  CsvReader reader(in);
  CsvRecord record;
  CHECK(reader.next(record));
  CHECK_THROWS_AS(reader.next(record), DocumentError);
  CHECK(reader.next(record));
  CHECK(record.fields == Fields{"c"});
  CHECK(record.line == 3);
  CHECK_FALSE(reader.next(record));
}

TEST_CASE("a field without end is refused in bounded memory, and the next line is read") {
  for (const char* head : {"a\n", "a\nb,", "a\nb,\""}) {
    CAPTURE(head);
    PieceBuffer buffer(head, std::size_t{64} << 20U, 'x', "\nc,d\n");
    std::istream in(&buffer);
    CsvReader reader(in, going_on());
    CsvRecord record;
    CHECK(reader.next(record));
    CHECK(reader.next(record));
    REQUIRE(record.problem);
    CHECK(record.line == 2);
    CHECK(record.fields.back().size() <= (1U << 20U) + 1);
    CHECK(reader.next(record));
    CHECK(record.fields == Fields{"c", "d"});
    CHECK(record.line == 3);
    CHECK_FALSE(reader.next(record));
  }
}

TEST_CASE("a record of very many fields is refused, too") {
  PieceBuffer buffer("a\n", std::size_t{16} << 20U, ',', "\nc\n");
  std::istream in(&buffer);
  CsvReader reader(in, going_on());
  CsvRecord record;
  CHECK(reader.next(record));
  CHECK(reader.next(record));
  CHECK(record.problem->code == "csv.record_too_long");
  CHECK(reader.next(record));
  CHECK(record.fields == Fields{"c"});
}

TEST_CASE("fields up to the limit are whole, one byte more is too long") {
  CsvFormat format;
  format.longest_field = 5;
  CHECK(fields_of("12345,\"12345\"\n", format) == std::vector<Fields>{{"12345", "12345"}});
  CHECK(trouble("1,123456\n", format) == "csv.field_too_long at line 1");
  CHECK(trouble("1,\"123456\"\n", format) == "csv.quote at line 1, column 3");
}

TEST_CASE("the encoding is recognised, or named") {
  const std::vector<Fields> wanted{{"a", word}};
  CHECK(fields_of("a," + word) == wanted);
  CHECK(fields_of("a," + gb_word) == wanted);
  CHECK(fields_of("a," + gb_word, in(TextEncoding::gb18030)) == wanted);
  CHECK(fields_of("a," + word, in(TextEncoding::utf8)) == wanted);
  CHECK(fields_of("\x84\x31\x95\x33"
                  "a," +
                  gb_word) == wanted);
  // ASCII decides nothing, however much of it comes first.
  const std::string ascii(200'000, '\n');
  CHECK(fields_of(ascii + "a," + gb_word) == wanted);
  CHECK(fields_of(ascii + "a," + word) == wanted);
  CHECK(text_encoding_from_name("gb18030") == TextEncoding::gb18030);
  CHECK(name(TextEncoding::utf8) == "utf-8");
}

TEST_CASE("characters are read whole wherever a block of the stream ends") {
  for (std::size_t before = 64 * 1024 - 6; before <= 64 * 1024 + 2; ++before) {
    const std::string head(before, 'x');
    for (const TextEncoding encoding : {TextEncoding::gb18030, TextEncoding::detect}) {
      CAPTURE(before);
      CHECK(fields_of(head + "," + four_bytes + gb_word, in(encoding)) ==
            std::vector<Fields>{{head, four_bytes_utf8 + word}});
    }
    CHECK(fields_of(head + "," + four_bytes_utf8 + word) ==
          std::vector<Fields>{{head, four_bytes_utf8 + word}});
  }
}

TEST_CASE("bytes that are no characters are refused at their place, after the records before") {
  std::size_t before = 0;
  CHECK(trouble("a\nb," + word + "\xFFz\n", in(TextEncoding::utf8), &before) ==
        "csv.encoding at line 2, column 5");
  CHECK(before == 1);
  CHECK(trouble("a\r\nb," + gb_word + "\xFFz\n", in(TextEncoding::gb18030), &before) ==
        "csv.encoding at line 2, column 5");
  CHECK(before == 1);
  // Cut off at the end of the stream.
  CHECK(trouble("a,\xE6\xB1", in(TextEncoding::utf8)) == "csv.encoding at line 1, column 3");
  CHECK(trouble("a,\xCE", in(TextEncoding::gb18030)) == "csv.encoding at line 1, column 3");
  CHECK(trouble("a," + four_bytes.substr(0, 3), in(TextEncoding::gb18030)) ==
        "csv.encoding at line 1, column 3");
  // With a mark it is UTF-8, whatever follows.
  CHECK(trouble("\xEF\xBB\xBF"
                "a," +
                gb_word) == "csv.encoding at line 1, column 3");
  CHECK(trouble("a\rb\rc\xC0\x80", in(TextEncoding::utf8)) == "csv.encoding at line 3, column 2");
}

TEST_CASE("a NUL byte is refused at its place") {
  std::size_t before = 0;
  CHECK(trouble(std::string("a\nbc\0d\n", 7), {}, &before) == "csv.nul at line 2, column 3");
  CHECK(before == 1);
  CHECK(trouble(std::string("\0", 1)) == "csv.nul at line 1, column 1");
}

TEST_CASE("who goes on reads the records behind one that is damaged") {
  CsvFormat format = going_on();
  for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gb18030}) {
    format.encoding = encoding;
    const std::string good = encoding == TextEncoding::utf8 ? word : gb_word;
    const auto records =
        read_all("a," + good + "\n\"b\n" + good + "\",c\xFF,\n" + good + "\n", format);
    REQUIRE(records.size() == 3);
    CHECK_FALSE(records[0].problem);
    REQUIRE(records[1].problem);
    CHECK(records[1].problem->code == "csv.encoding");
    CHECK(records[1].problem->path == "line 3, column 6");
    CHECK(records[1].fields == Fields{"b\n" + word, "c\uFFFD", ""});
    CHECK(records[1].text == "\"b\n" + word + "\",c\uFFFD,");
    CHECK(records[2].fields == Fields{word});
    CHECK_FALSE(records[2].problem);
    // Cut off at the end of the stream.
    const auto cut = read_all("a\nb" + good.substr(0, 1), format);
    REQUIRE(cut.size() == 2);
    CHECK(cut[1].problem->path == "line 2, column 2");
  }
}

TEST_CASE("who goes on reads behind a NUL, and behind a quote that never closes over damage") {
  const auto records = read_all(std::string("a\0b\n\"c\nd\0\ne\n", 12), going_on());
  REQUIRE(records.size() == 4);
  CHECK(records[0].problem->code == "csv.nul");
  CHECK(records[0].problem->path == "line 1, column 2");
  CHECK(records[0].fields == Fields{"a\uFFFD"
                                    "b"});
  CHECK(records[1].problem->code == "csv.quote");
  CHECK(records[2].problem->code == "csv.nul");
  CHECK(records[2].problem->path == "line 3, column 2");
  CHECK_FALSE(records[3].problem);
}

TEST_CASE("what is neither UTF-8 nor the GB18030 it was taken for is not read on") {
  std::size_t before = 0;
  CHECK(trouble("a\n" + word + "\xFF\nb\n", going_on(), &before) ==
        "csv.encoding at line 2, column 4");
  CHECK(before == 1);
}

TEST_CASE("what is written is what RFC 4180 says") {
  CHECK(written({{"a", "b,c"}, {"x\"y", "l\nm"}, {""}, {"", ""}}) ==
        "a,\"b,c\"\r\n\"x\"\"y\",\"l\nm\"\r\n\"\"\r\n,\r\n");
  CsvOutput output;
  output.byte_order_mark = true;
  output.separator = ';';
  CHECK(written({{"a;", "b"}, {"c"}}, output) == "\xEF\xBB\xBF\"a;\";b\r\nc\r\n");
  output = {};
  output.encoding = TextEncoding::gb18030;
  output.byte_order_mark = true;
  CHECK(written({{word, four_bytes_utf8}}, output) == gb_word + "," + four_bytes + "\r\n");
}

TEST_CASE("formulas are made harmless only if that is asked for") {
  const Fields risky{"=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=1", "", "'x"};
  CHECK(fields_of(written({risky})) == std::vector<Fields>{risky});
  CsvOutput output;
  output.spreadsheet_safe = true;
  CHECK(fields_of(written({risky}, output)) ==
        std::vector<Fields>{{"'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "a=1", "", "'x"}});
}

TEST_CASE("what cannot be read back is not written") {
  std::ostringstream out;
  CsvWriter writer(out);
  CHECK_THROWS_AS(writer.write({}), Error);
  CHECK_THROWS_AS(writer.write({"a", std::string("\0", 1)}), Error);
  CHECK_THROWS_AS(writer.write({"\xC0\x80"}), Error);
  CHECK(out.str().empty());
  CsvOutput output;
  output.encoding = TextEncoding::gb18030;
  CHECK_THROWS_AS(written({{"\xEE\x9E\x8D"}}, output), Error);  // U+E78D, of private use
  output.encoding = TextEncoding::detect;
  CHECK_THROWS_AS(written({{"a"}}, output), Error);
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(writer.write({"a"}), Error);
  std::istringstream in("a");
  CsvFormat format;
  format.separator = '"';
  CHECK_THROWS_AS(CsvReader(in, format), Error);
}

TEST_CASE("random tables come back as they were, in both encodings") {
  test::Dice dice(20180316);
  const std::vector<std::string> bits{
      "a", ",", "\"", "\n", "\r", "\r\n", word, "\"\"", "'", four_bytes_utf8, ";", "\xEF\xBB\xBF",
      "=", " "};
  for (int round = 0; round < 300; ++round) {
    std::vector<Fields> table(1 + dice.below(6));
    for (Fields& line : table) {
      line.resize(1 + dice.below(4));
      for (std::string& field : line) {
        for (std::size_t i = dice.below(6); i > 0; --i)
          field += dice.pick(bits);
      }
    }
    CsvOutput output;
    output.byte_order_mark = dice.chance(50);
    for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gb18030}) {
      output.encoding = encoding;
      CHECK(fields_of(written(table, output), in(encoding)) == table);
    }
  }
}
