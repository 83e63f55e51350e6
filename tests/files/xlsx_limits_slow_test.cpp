#include <doctest/doctest.h>

#include "podium/files/exchange/xlsx_reader.hpp"

#include "files/directory_on_disk.hpp"
#include "files/small_workbook.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::check_holds;
using testing::part;
using testing::Parts;
using testing::workbook_of;
using testing::zipped;

std::string problems_of(const Parts& parts) { return testing::problems_of(read_sheets(zipped(parts), "f.xlsx")); }

TEST_CASE("small files that would unpack to very much end with a diagnostic") {
  SUBCASE("one part of 300 MB") {
    Parts parts = workbook_of("");
    part(parts, "xl/worksheets/sheet1.xml") = std::string(std::size_t{300'000'000}, ' ');
    const std::string bytes = zipped(parts);
    CHECK(bytes.size() < 1'000'000);
    check_holds(testing::problems_of(read_sheets(bytes, "f.xlsx")), "error[too-large]");
  }
  SUBCASE("many files") {
    Parts parts = workbook_of("");
    for (int i = 0; i < 5000; ++i) parts.emplace_back("f" + std::to_string(i), "");
    check_holds(problems_of(parts), "a ZIP archive of more than 4096 files");
  }
  SUBCASE("a text of a million bytes, 300 times") {
    std::string rows;
    for (int i = 0; i < 300; ++i) rows += R"(<row><c t="s"><v>0</v></c></row>)";
    check_holds(problems_of(workbook_of(rows, "<si><t>" + std::string(1'000'000, 'a') + "</t></si>")),
                "error[too-large]: found more than 268435456 bytes of text");
  }
  SUBCASE("the last cell of very many rows") {
    std::string rows;
    for (int i = 1; i <= 1200; ++i) {
      const std::string number = std::to_string(i);
      rows.append("<row r=\"").append(number).append("\"><c r=\"XFD").append(number).append("\"><v>1</v></c></row>");
    }
    check_holds(problems_of(workbook_of(rows)), "error[too-large]: found more than 16000000 cells");
  }
  SUBCASE("a row whose tree would be large") {
    check_holds(problems_of(workbook_of("<row r=\"1\">" + std::string(5'000'000, ' ') + "</row>")),
                "error[too-large]: found an element 'row'");
  }
  SUBCASE("too many sheets") {
    Parts parts = workbook_of("");
    std::string sheets = "<sheets>";
    for (int i = 0; i < 300; ++i) sheets += R"(<sheet name="a" r:id="rId1"/>)";
    part(parts, "xl/workbook.xml") = testing::replaced(part(parts, "xl/workbook.xml"), "<sheets>", sheets);
    check_holds(problems_of(parts), "found more than 255 sheets");
  }
  SUBCASE("elements deep within each other") {
    std::string deep;
    for (int i = 0; i < 300'000; ++i) deep += "<a>";
    Parts parts = workbook_of("");
    part(parts, "xl/styles.xml") = "<styleSheet>" + deep;
    check_holds(problems_of(parts), "error[syntax]");
  }
}

}  // namespace
}  // namespace podium
