#include "podium/files/exchange/xlsx_reader.hpp"

#include <doctest/doctest.h>

#include "podium/files/exchange/xlsx_dates.hpp"

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
using Rows = std::vector<std::vector<std::string>>;

Result<std::vector<Sheet>> sheets_of(const Parts& parts) { return read_sheets(zipped(parts), "figures.xlsx"); }

Rows rows_of(const Parts& parts) {
  const Result<std::vector<Sheet>> sheets = sheets_of(parts);
  REQUIRE(testing::problems_of(sheets) == "");
  REQUIRE(sheets->size() == 1);
  CHECK(sheets->front().name == "Data");
  return sheets->front().rows;
}

std::string problems_of(const Parts& parts) { return testing::problems_of(sheets_of(parts)); }

TEST_CASE("the kinds of cells") {
  const struct {
    std::string name;
    std::string cell;
    std::string text;
  } cases[] = {
      {"a number in the shortest form that reads back", R"(<c r="A1"><v>0.10000000000000001</v></c>)", "0.1"},
      {"a number with an exponent", R"(<c r="A1"><v>1.0912E+11</v></c>)", "109120000000"},
      {"a whole number", R"(<c r="A1" t="n"><v>42</v></c>)", "42"},
      {"all digits of a double", R"(<c r="A1"><v>0.30000000000000004</v></c>)", "0.30000000000000004"},
      {"a shared text", R"(<c r="A1" t="s"><v>1</v></c>)", "한국"},
      {"runs of rich text", R"(<c r="A1" t="s"><v>2</v></c>)", "South Korea"},
      {"the readings of characters are no text", R"(<c r="A1" t="s"><v>3</v></c>)", "東京"},
      {"spaces that are to be kept", R"(<c r="A1" t="s"><v>4</v></c>)", " "},
      {"an escaped character", R"(<c r="A1" t="s"><v>5</v></c>)", "one\r\ntwo _x000D_"},
      {"entities", R"(<c r="A1" t="s"><v>6</v></c>)", "R&D <1>"},
      {"a text in its cell", R"(<c r="A1" t="inlineStr"><is><t>KOR</t></is></c>)", "KOR"},
      {"what a formula made: a number", R"(<c r="A1"><f>B1*2</f><v>3.5</v></c>)", "3.5"},
      {"what a formula made: a text", R"(<c r="A1" t="str"><f>B1</f><v>=1+1</v></c>)", "=1+1"},
      {"a formula that made an empty text", R"(<c r="A1" t="str"><f>B1</f><v></v></c>)", ""},
      {"true", R"(<c r="A1" t="b"><v>1</v></c>)", "TRUE"},
      {"false", R"(<c r="A1" t="b"><v>0</v></c>)", "FALSE"},
      {"#N/A is how users of Excel write a gap", R"(<c r="A1" t="e"><v>#N/A</v></c>)", ""},
      {"an empty cell", R"(<c r="A1" s="1"/>)", ""},
      {"a number in a format for dates", R"(<c r="A1" s="1"><v>45755</v></c>)", "2025-04-08"},
      {"a number in a format of one's own", R"(<c r="A1" s="2"><v>45755.5625</v></c>)", "2025-04-08T13:30:00"},
      {"a time of day stays a number", R"(<c r="A1" s="2"><v>0.5</v></c>)", "0.5"},
      {"a number in a format without a day", R"(<c r="A1" s="3"><v>45755</v></c>)", "45755"},
      {"a date by itself", R"(<c r="A1" t="d"><v>2025-04-08T00:00:00</v></c>)", "2025-04-08"},
      {"a cell without its name", R"(<c><v>1</v></c>)", "1"},
      {"prefixed names", R"(<x:c r="A1"><x:v>7</x:v></x:c>)", "7"},
  };
  const std::string texts =
      "<si><t>a</t></si><si><t>한국</t></si><si><r><rPr><b/></rPr><t>South</t></r><r><t xml:space=\"preserve\"> "
      "Korea</t></r></si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
      "<si><t xml:space=\"preserve\"> </t></si><si><t>one_x000D_\ntwo _x005F_x000D_</t></si>"
      "<si><t>R&amp;D &lt;1&gt;</t></si>";
  const std::string formats =
      R"(<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot; h:mm"/>)"
      R"(<numFmt numFmtId="165" formatCode="[Red]0.0&quot;day&quot;"/></numFmts>)"
      R"(<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)";
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Rows rows = rows_of(workbook_of("<row r=\"1\">" + c.cell + "</row>", texts, formats));
    CHECK(rows == (c.text.empty() ? Rows{} : Rows{{c.text}}));
  }
}

TEST_CASE("days of both systems") {
  // Excel shows these numbers so; day 60 is its 29 February 1900, which never was.
  CHECK(date_text(1, DateSystem::From1900) == "1900-01-01");
  CHECK(date_text(59, DateSystem::From1900) == "1900-02-28");
  CHECK(date_text(60, DateSystem::From1900) == std::nullopt);
  CHECK(date_text(61, DateSystem::From1900) == "1900-03-01");
  CHECK(date_text(36526, DateSystem::From1900) == "2000-01-01");
  CHECK(date_text(45755, DateSystem::From1900) == "2025-04-08");
  CHECK(date_text(45755 - 1462, DateSystem::From1904) == "2025-04-08");
  CHECK(date_text(2958465, DateSystem::From1900) == "9999-12-31");
  CHECK(date_text(2958466, DateSystem::From1900) == std::nullopt);
  CHECK(date_text(2958465, DateSystem::From1904) == std::nullopt);
  CHECK(date_text(-1, DateSystem::From1900) == std::nullopt);
  CHECK(date_text(45754.9999999, DateSystem::From1900) == "2025-04-08");
  for (int day = 61; day < 2'958'466; day += 997) {
    const std::optional<std::string> text = date_text(day, DateSystem::From1900);
    REQUIRE(text);
    CHECK(date_number(testing::must(parse_date(*text))) == day);
  }
}

TEST_CASE("formats that show a day or a year") {
  for (const char* format : {"yyyy-mm-dd", "d.m.yy", "[$-412]yyyy\"년\" m\"월\"", "m/d/yy h:mm", "\\D\\a\\y d"}) {
    CAPTURE(format);
    CHECK(is_date_format(std::string_view(format)));
  }
  for (const char* format : {"0.00", "#,##0", "0.00E+00", "h:mm:ss", "[h]:mm", "0\" days\"", "[Red]0", "_y0",
                             "0.0;\"d\"", "General", "\"yyyy", "@"}) {
    CAPTURE(format);
    CHECK_FALSE(is_date_format(std::string_view(format)));
  }
}

TEST_CASE("rows and cells that are left out are empty, trailing ones are not there") {
  const Rows rows = rows_of(workbook_of(
      R"(<row r="2"><c r="C2"><v>1</v></c><c r="E2" s="0"/></row><row r="4" ht="20"><c r="A4"><v>2</v></c></row><row r="9"/>)"));
  CHECK(rows == Rows{{}, {"", "", "1"}, {}, {"2"}});
  CHECK(rows_of(workbook_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")) ==
        Rows{{"1", "2"}, {"3"}});
}

TEST_CASE("a workbook counts its days from 1904 where it says so") {
  Parts parts = workbook_of(R"(<row r="1"><c r="A1" s="0"><v>44293</v></c></row>)", "",
                            R"(<cellXfs><xf numFmtId="14"/></cellXfs>)");
  part(parts, "xl/workbook.xml") =
      testing::replaced(part(parts, "xl/workbook.xml"), "<sheets>", R"(<workbookPr date1904="1"/><sheets>)");
  CHECK(rows_of(parts) == Rows{{"2025-04-08"}});
}

TEST_CASE("all problems of all cells are reported at once, each at its cell") {
  const std::string problems = problems_of(
      workbook_of(R"(<row r="3"><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3"><f>A1</f></c><c r="D3" t="s"><v>9</v></c>)"
                  R"(<c r="E3" t="s"><v>-1</v></c><c r="F3"><v>1,5</v></c><c r="G3" t="z"><v>1</v></c>)"
                  R"(<c r="H3" t="inlineStr"><is><t>a_x0007_</t></is></c></row>)",
                  "<si><t>a</t></si>"));
  for (const char* words :
       {"figures.xlsx, sheet Data:3:2: error[invalid-value]: found the error '#DIV/0!'",
        "figures.xlsx, sheet Data:3:3: error[invalid-value]: found a formula without its value",
        "sheet Data:3:4: error[syntax]: found the shared text '9'", "sheet Data:3:5: error[syntax]",
        "sheet Data:3:6: error[not-a-number]", "sheet Data:3:7: error[invalid-value]: found a cell of the kind 'z'",
        "sheet Data:3:8: error[syntax]"}) {
    check_holds(problems, words);
  }
}

TEST_CASE("cells where no sheet has any, and cells out of order, are refused") {
  for (const char* rows :
       {R"(<row r="1"><c r="ZZZZZ99999999"><v>1</v></c></row>)", R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)",
        R"(<row r="1048577"><c r="A1048577"><v>1</v></c></row>)", R"(<row r="0"><c r="A0"><v>1</v></c></row>)",
        R"(<row r="1"><c r="A2"><v>1</v></c></row>)",
        R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)",
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>)", R"(<row r="2"/><row r="2"/>)",
        R"(<row r="x"/>)", R"(<row r="1"><c r="1A"><v>1</v></c></row>)", R"(<row r="1"><c r=""><v>1</v></c></row>)",
        R"(<row r="99999999999999999999999"/>)"}) {
    CAPTURE(rows);
    check_holds(problems_of(workbook_of(rows)), "error[syntax]");
  }
  CHECK(rows_of(workbook_of(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"))[0].size() == kMostSheetColumns);
}

TEST_CASE("XML that is damaged, or that could bring in more, is refused") {
  const auto with_sheet = [](const std::string& xml) {
    Parts parts = workbook_of("");
    part(parts, "xl/worksheets/sheet1.xml") = xml;
    return problems_of(parts);
  };
  check_holds(with_sheet(R"(<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>)"),
              "found a document type declaration");
  check_holds(with_sheet(R"(<worksheet><sheetData><row r="1"><c r="A1">)"), "error[syntax]");
  check_holds(with_sheet(R"(<worksheet><sheetData><row r="1"><c></row></sheetData></worksheet>)"), "error[syntax]");
  check_holds(with_sheet(R"(<worksheet><sheetData><row r="1)"), "a tag without an end");
  check_holds(with_sheet(std::string("<worksheet>\0</worksheet>", 24)), "found a NUL byte");
  check_holds(with_sheet("<worksheet>\xff</worksheet>"), "error[invalid-utf8]");
  for (const char* name :
       {"xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"}) {
    CAPTURE(name);
    Parts parts = workbook_of("");
    part(parts, name) = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + part(parts, name);
    check_holds(problems_of(parts), "found a document type declaration");
  }
  CHECK(
      rows_of(workbook_of(R"(<!-- <row r="9"> --><row r="1"><c r="A1" t="str"><v><![CDATA[</row>]]></v></c></row>)")) ==
      Rows{{"</row>"}});
}

TEST_CASE("parts outside the workbook are not opened") {
  for (const char* target : {R"("../../../../etc/passwd")", R"("http://example.org/sheet1.xml")",
                             R"("worksheets/sheet1.xml" TargetMode="External")"}) {
    CAPTURE(target);
    Parts parts = workbook_of("");
    std::string& relations = part(parts, "xl/_rels/workbook.xml.rels");
    relations = testing::replaced(relations, R"("worksheets/sheet1.xml")", target);
    check_holds(problems_of(parts), "error[path-outside]");
  }
  Parts parts = workbook_of(R"(<row><c><v>1</v></c></row>)");
  std::string& relations = part(parts, "xl/_rels/workbook.xml.rels");
  relations = testing::replaced(relations, R"("worksheets/sheet1.xml")", R"("/xl/worksheets/sheet1.xml")");
  CHECK(rows_of(parts) == Rows{{"1"}});
}

TEST_CASE("parts that are missing are named") {
  const struct {
    const char* name;
    const char* words;
  } cases[] = {{"xl/workbook.xml", "found no 'xl/workbook.xml' in the file"},
               {"xl/worksheets/sheet1.xml", "found no 'xl/worksheets/sheet1.xml' in the file"},
               {"_rels/.rels", "found no '_rels/.rels' in the file"},
               {"[Content_Types].xml", "a ZIP archive that is no workbook"}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Parts parts = workbook_of("");
    std::erase_if(parts, [&](const auto& other) { return other.first == c.name; });
    check_holds(problems_of(parts), c.words);
  }
}

TEST_CASE("other kinds of files are told apart") {
  const auto problems = [](const std::string& bytes) { return testing::problems_of(read_sheets(bytes, "f.xlsx")); };
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  std::string encrypted = ole;
  for (const char c : std::string("EncryptedPackage")) encrypted += {c, '\0'};
  check_holds(problems(""), "error[empty-file]");
  check_holds(problems("unit,value\nKOR,1\n"), "found a file that is no workbook");
  check_holds(problems(ole), "old form of Excel (.xls)");
  check_holds(problems(encrypted), "a workbook with a password");
  check_holds(problems(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})), "(.ods)");
  check_holds(problems(zipped({{"[Content_Types].xml", ""}, {"xl/workbook.bin", ""}})), "(.xlsb)");
  check_holds(problems(zipped({{"a", "1"}, {"A", "2"}})), "found a second file 'a'");
}

TEST_CASE("an archive cut short anywhere is a diagnostic") {
  const std::string bytes =
      zipped(workbook_of(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "<si><t>a</t></si>"));
  REQUIRE(testing::problems_of(read_sheets(bytes, "f.xlsx")) == "");
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    CAPTURE(length);
    CHECK(testing::problems_of(read_sheets(std::string_view(bytes).substr(0, length), "f.xlsx")) != "");
  }
}

TEST_CASE("a damaged part is found by its check sum") {
  // Stored, not packed: a digit of the sheet becomes another one.
  std::string bytes = zipped(workbook_of(std::string(2000, ' ') + R"(<row r="1"><c r="A1"><v>1234567</v></c></row>)"));
  const std::size_t middle = bytes.find("xl/worksheets/sheet1.xml") + 60;
  bytes[middle] = static_cast<char>(bytes[middle] ^ 0x55);
  check_holds(testing::problems_of(read_sheets(bytes, "f.xlsx")), "error[syntax]");
}

TEST_CASE("sheets become tables whose header is the first row") {
  const testing::DirectoryOnDisk place;
  const std::string rows = R"(<row r="1"><c r="A1" t="str"><v>unit</v></c><c r="C1" t="str"><v>value</v></c></row>)"
                           R"(<row r="3"><c r="A3" t="str"><v>KOR</v></c><c r="C3"><v>1.33</v></c></row>)";
  place.write("figures.xlsx", zipped(workbook_of(rows)));
  const auto tables = testing::must(read_xlsx(place.path() / "figures.xlsx"));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].name == "Data");
  CHECK(tables[0].columns == std::vector<std::string>{"unit", "value"});
  CHECK(tables[0].rows == Rows{{"KOR", "1.33"}});
  CHECK(tables[0].place(0, 2) == Place{(place.path() / "figures.xlsx").generic_string() + ", sheet Data", 3, 3});
  place.write("bad.xlsx",
              zipped(workbook_of(
                  R"(<row><c t="str"><v>a</v></c><c/><c t="str"><v>a</v></c></row><row><c/><c><v>1</v></c></row>)")));
  const std::string problems = testing::problems_of(read_xlsx(place.path() / "bad.xlsx"));
  check_holds(problems, "bad.xlsx, sheet Data:1:3: error[duplicate-column]: found a second column 'a', first at A1");
  check_holds(problems, "bad.xlsx, sheet Data:2:2: error[column-count]: found '1' in a column without a name");
  check_holds(testing::problems_of(read_xlsx(place.path() / "absent.xlsx")), "absent.xlsx: error[missing-file]");
}

TEST_CASE("cells are named as people name them") {
  CHECK(cell_name(0, 0) == "A1");
  CHECK(cell_name(16, 2) == "C17");
  CHECK(cell_name(0, 25) == "Z1");
  CHECK(cell_name(0, 26) == "AA1");
  CHECK(cell_name(0, 701) == "ZZ1");
  CHECK(cell_name(0, 702) == "AAA1");
  CHECK(cell_name(1'048'575, 16'383) == "XFD1048576");
}

}  // namespace
}  // namespace podium
