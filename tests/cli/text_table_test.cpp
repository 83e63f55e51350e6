#include "podium/cli/text_table.hpp"

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("columns are aligned by display width") {
  TextTable table;
  table.columns = {{"순위", Align::Right}, {"이름"}, {"점수", Align::Right}};
  table.rows = {{"1", "대한민국", "90.02"}, {"10", "Côte d'Ivoire", "5.10"}, {"", "", ""}};
  CHECK(to_text(table, Colour::Off) ==
        "순위  이름            점수\n"
        "   1  대한민국       90.02\n"
        "  10  Côte d'Ivoire   5.10\n"
        "\n");
}

TEST_CASE("long titles are broken between words, over the lines of their column") {
  TextTable table;
  table.columns = {{"unit"}, {"Research and development spending", Align::Right}, {"R and D"}};
  table.rows = {{"KOR", "1.5", "x"}};
  CHECK(to_text(table, Colour::Off) ==
        "      Research and\n"
        "       development\n"
        "unit      spending  R and D\n"
        "KOR            1.5  x\n");
}

TEST_CASE("colour does not change the alignment") {
  TextTable table;
  table.columns = {{"a"}, {"b"}};
  table.rows = {{Cell("▲1", Style::Good), "x"}, {Cell("▼12", Style::Bad), "y"}};
  CHECK(to_text(table, Colour::On) ==
        "\x1b[1ma\x1b[0m    \x1b[1mb\x1b[0m\n"
        "\x1b[32m▲1\x1b[0m   x\n"
        "\x1b[31m▼12\x1b[0m  y\n");
}

TEST_CASE("a name cannot write to the reader's terminal or break a table") {
  TextTable table;
  table.columns = {{"name"}};
  table.rows = {{"a\x1b[2J"}, {"b|c\nd"}};
  CHECK(to_text(table, Colour::Off) ==
        "name\na\xef\xbf\xbd[2J\nb|c\xef\xbf\xbd"
        "d\n");
  CHECK(to_markdown(table) ==
        "| name   |\n| ------ |\n| a\xef\xbf\xbd[2J  |\n| b\\|c\xef\xbf\xbd"
        "d |\n");
}

TEST_CASE("a table without rows is its titles") {
  TextTable table;
  table.columns = {{"a"}, {"b", Align::Right}};
  CHECK(to_text(table, Colour::Off) == "a  b\n");
  CHECK(to_markdown(table) == "| a   |   b |\n| --- | --: |\n");
}
