#include "podium/files/exchange/table_workbook.hpp"

#include <doctest/doctest.h>

#include "podium/files/exchange/xlsx_reader.hpp"
#include "podium/files/exchange/xlsx_writer.hpp"
#include "podium/files/exchange/zip_archive.hpp"

#include "files/directory_on_disk.hpp"
#include "files/small_workbook.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::check_holds;
using testing::must;
using Rows = std::vector<std::vector<std::string>>;

constexpr Date kDay{2026, 4, 13};

std::vector<TableInfo> infos() {
  return {{"observation",
           "",
           {{"unit", ColumnKind::Text, true, ""},
            {"value", ColumnKind::Number, false, ""},
            {"standard_error", ColumnKind::Number, false, ""},
            {"line", ColumnKind::Integer, false, ""},
            {"released", ColumnKind::Date, false, ""}},
           {}}};
}

std::vector<RawTable> read_back(const std::string& bytes) {
  const testing::DirectoryOnDisk place;
  place.write("book.xlsx", bytes);
  return must(read_workbook(place.path() / "book.xlsx"));
}

RawTable figures(Rows rows) {
  return {.name = "observation",
          .columns = {"unit", "value", "standard_error", "line", "released"},
          .rows = std::move(rows)};
}

/// The cells of the only sheet, as they are in the file.
Rows cells_of(const RawTable& table) {
  return must(read_sheets(must(workbook_of(std::vector{table}, infos(), kDay)), "book.xlsx")).front().rows;
}

void check_same(const RawTable& table) {
  const std::vector<RawTable> back = read_back(must(workbook_of(std::vector{table}, infos(), kDay)));
  REQUIRE(back.size() == 1);
  CHECK(back[0].name == table.name);
  CHECK(back[0].columns == table.columns);
  CHECK(back[0].rows == table.rows);
}

TEST_CASE("every text comes back as it was") {
  check_same(figures({{"KOR", "1.330", "0.50", "7", "2025-04-08"},
                      {"한국, 서울 🏆", "-0.36", "", "007", "2025-4-8"},
                      {"=1+1", "1e11", "1E5", "-1", "1900-02-28"},
                      {"+1", "+1.5", "x", "", "0001-01-01"},
                      {"-1", "109120000000", "1e-7", "12345678901234567890", "9999-12-31"},
                      {"@cmd", "0.30000000000000004", "0.30000000000000004", "1", "2024-02-30"},
                      {" spaces ", "0", "0.1", "0", "2024-02-29"},
                      {"two\nlines", "1234567890.123456789", "-0.00", "1.0", "1900-03-01"},
                      {"CR\r\nLF _x000D_ _xyz_", "-0", ".5", "1", ""},
                      {"tab\tand \"quotes\" & <tags>", "5.", "2", "3", "text"},
                      {"TRUE", "", "", "", ""},
                      {"#N/A", "", "", "", ""},
                      {"1.50", "", "", "", ""}}));
}

TEST_CASE("figures are numbers for Excel, with their printed digits beside them") {
  const Rows cells = cells_of(figures({{"KOR", "1.330", "0.5", "7", "2025-04-08"}}));
  CHECK(cells[0] == std::vector<std::string>{"unit", "value", "printed", "standard_error", "line", "released"});
  CHECK(cells[1] == std::vector<std::string>{"KOR", "1.33", "1.330", "0.5", "7", "2025-04-08"});
}

/// The sheet's XML of a workbook of that table.
std::string sheet_xml(const RawTable& table) {
  const std::string bytes = must(workbook_of(std::vector{table}, infos(), kDay));
  ZipArchive archive = must(ZipArchive::open(bytes, "book.xlsx"));
  return must(archive.read("xl/worksheets/sheet1.xml", 1 << 20));
}

TEST_CASE("no text becomes a formula, and numbers and dates are of their kind in the file") {
  const std::string xml = sheet_xml(figures({{"=cmd|'/c calc'!A1", "1.330", "0.5", "7", "2025-04-08"}}));
  CHECK(xml.find("<f>") == std::string::npos);
  check_holds(xml, R"(<c r="A2" t="inlineStr">)");
  check_holds(xml, "<v>1.33</v>");
  check_holds(xml, "<v>45755</v>");
  check_holds(xml, R"(state="frozen")");
}

TEST_CASE("where the number was edited, it counts; where it is the same, its printed digits do") {
  const auto read = [](const std::string& value, const std::string& printed) {
    const RawTable table{.name = "t", .columns = {"value", "printed"}, .rows = {{value, printed}}};
    // A table that has both already is written as it is.
    return read_back(must(workbook_of(std::vector{table}, {}, kDay)))[0];
  };
  CHECK(read("1.33", "1.330").columns == std::vector<std::string>{"value"});
  CHECK(read("1.33", "1.330").rows == Rows{{"1.330"}});
  CHECK(read("1.34", "1.330").rows == Rows{{"1.34"}});
  CHECK(read("1.34", "").rows == Rows{{"1.34"}});
  CHECK(read("0.3", "0.30000000000000004").rows == Rows{{"0.30000000000000004"}});  // 17 digits
  CHECK(read("0.3", "0.300000000000001").rows == Rows{{"0.3"}});                    // 15 digits
  CHECK(read("n.d.", "1.330").rows == Rows{{"n.d."}});
}

TEST_CASE("a figure that was deleted stays deleted") {
  const RawTable table{.name = "t", .columns = {"unit", "value", "printed"}, .rows = {{"KOR", "", "1.330"}}};
  CHECK(read_back(must(workbook_of(std::vector{table}, {}, kDay)))[0].rows == Rows{{"KOR", ""}});
}

TEST_CASE("texts longer than a cell go on in further columns and are joined again") {
  std::string korean;
  while (korean.size() < 70'000) korean += "가나다라 ";
  const RawTable table{
      .name = "definition",
      .columns = {"path", "text", "note"},
      .rows = {{"podium.toml", korean, "a"}, {"short", "x", "b"}, {"edge", std::string(32'000, 'e'), ""}}};
  check_same(table);
  const std::vector<std::string> header = cells_of(table)[0];
  CHECK(header == std::vector<std::string>{"path", "text", "text, continued 2", "text, continued 3", "note"});
  for (const auto& row : cells_of(table)) {
    for (const std::string& cell : row) CHECK(cell.size() <= kMostCellBytes);
  }
}

TEST_CASE("several sheets, in Korean too, and tables without rows") {
  const std::vector<RawTable> tables{{.name = "관측값", .columns = {"값"}, .rows = {{"한국"}}},
                                     {.name = "unit", .columns = {"code", "name"}, .rows = {}}};
  const std::vector<RawTable> back = read_back(must(workbook_of(tables, {}, kDay)));
  REQUIRE(back.size() == 2);
  CHECK(back[0].name == "관측값");
  CHECK(back[0].columns == std::vector<std::string>{"값"});
  CHECK(back[0].rows == Rows{{"한국"}});
  CHECK(back[1].columns == std::vector<std::string>{"code", "name"});
  CHECK(back[1].rows.empty());
}

TEST_CASE("the same tables give the same bytes, with a day of theirs and without names") {
  const std::vector<RawTable> tables{figures({{"KOR", "1.330", "0.5", "7", "2025-04-08"}})};
  const std::string bytes = must(workbook_of(tables, infos(), kDay));
  CHECK(must(workbook_of(tables, infos(), kDay)) == bytes);
  ZipArchive archive = must(ZipArchive::open(bytes, "book.xlsx"));
  const std::string core = must(archive.read("docProps/core.xml", 1 << 20));
  check_holds(core, "<dc:creator></dc:creator>");
  check_holds(core, ">2026-04-13T00:00:00Z</dcterms:created>");
  check_holds(core, ">2026-04-13T00:00:00Z</dcterms:modified>");
}

TEST_CASE("what no sheet can hold is refused") {
  const auto problems = [](const RawTable& table) {
    return testing::problems_of(workbook_of(std::vector{table}, {}, kDay));
  };
  CHECK(problems({.name = std::string(31, 'a'), .columns = {"a"}}) == "");
  CHECK(problems({.name = "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다", .columns = {"a"}}) == "");
  for (const char* name : {"", "a/b", "a[1]", "'a", "a'", "a?", "aaaaaaaaaabbbbbbbbbbccccccccccdd"}) {
    CAPTURE(name);
    check_holds(problems({.name = name, .columns = {"a"}}), "error[invalid-value]");
  }
  const RawTable one{.name = "a", .columns = {"x"}};
  const RawTable other{.name = "A", .columns = {"x"}};
  check_holds(testing::problems_of(workbook_of(std::vector{one, other}, {}, kDay)), "error[invalid-value]");
  RawTable wide{.name = "wide"};
  for (std::size_t i = 0; i <= kMostSheetColumns; ++i) wide.columns.push_back(std::to_string(i));
  check_holds(problems(wide), "error[too-large]: found 16385 columns in the sheet 'wide'");
  RawTable tall{.name = "tall", .columns = {"x"}};
  tall.rows.resize(kMostSheetRows, {""});
  check_holds(problems(tall), "error[too-large]: found 1048577 rows in the sheet 'tall'");
}

}  // namespace
}  // namespace podium
