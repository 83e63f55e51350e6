#include "podium/wire/csv_writer.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("fields are quoted only where RFC 4180 asks for it") {
  CHECK(csv_field("plain text") == "plain text");
  CHECK(csv_field("") == "");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"yes\"") == "\"say \"\"yes\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(csv_field("carriage\rreturn") == "\"carriage\rreturn\"");
  CHECK(csv_field("대한민국") == "대한민국");
}

TEST_CASE("a line ends with LF; empty fields keep their place") {
  CHECK(csv_line({"a", "", "c,d"}) == "a,,\"c,d\"\n");
  CHECK(csv_line({"", "b"}) == ",b\n");
  CHECK(csv_line(std::vector<std::string>{"", ""}) == ",\n");
}
