#include "podium/files/exchange/xlsx_form.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "podium/files/exchange/xlsx_writer.hpp"
#include "podium/files/exchange/zip_archive.hpp"

#include "files/exchanged_index.hpp"
#include "files/small_workbook.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::must;

TEST_CASE("an index goes into a workbook and comes back cell by cell, and makes the same directory") {
  for (const testing::FileTexts& files : {testing::small_index(), testing::hostile_index()}) {
    const testing::DirectoryOnDisk place(files);
    const ReadIndex read = must(read_index(place.path()));
    const IndexTables tables = must(tables_of(read.index, place.path()));
    const std::string bytes = must(index_workbook(tables));
    CHECK(must(index_workbook(tables)) == bytes);
    place.write("index.xlsx", bytes);
    const ReadTables back = must(xlsx_form().read(place.path() / "index.xlsx"));
    REQUIRE(std::holds_alternative<IndexTables>(back));
    const auto& same = std::get<IndexTables>(back);
    REQUIRE(same.tables.size() == tables.tables.size());
    for (std::size_t i = 0; i < tables.tables.size(); ++i) {
      CAPTURE(tables.tables[i].name);
      CHECK(same.tables[i].name == tables.tables[i].name);
      CHECK(same.tables[i].columns == tables.tables[i].columns);
      CHECK(same.tables[i].rows == tables.tables[i].rows);
    }
    const std::vector<OutputFile> expected = must(directory_of(tables));
    const std::vector<OutputFile> actual = must(directory_of(same));
    REQUIRE(actual.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(actual[i].path == expected[i].path);
      CHECK(actual[i].bytes == expected[i].bytes);
    }
  }
}

TEST_CASE("the workbook of an index says that it was made on the day of its newest edition") {
  const testing::DirectoryOnDisk place(testing::small_index());
  const ReadIndex read = must(read_index(place.path()));
  const std::string bytes = must(index_workbook(must(tables_of(read.index, place.path()))));
  ZipArchive archive = must(ZipArchive::open(bytes, "index.xlsx"));
  testing::check_holds(must(archive.read("docProps/core.xml", 1 << 20)), ">2025-04-07T00:00:00Z</dcterms:created>");
}

TEST_CASE("other workbooks are tables of figures") {
  const testing::DirectoryOnDisk place;
  const std::vector<std::vector<CellToWrite>> rows{{{CellKind::Heading, "unit"}, {CellKind::Heading, "risk"}},
                                                   {{CellKind::Text, "KOR"}, {CellKind::Printed, "1.50"}}};
  const std::vector<SheetToWrite> sheets{{.name = "위험", .rows = rows}};
  place.write("figures.xlsx", must(write_sheets(sheets, Date{2024, 1, 1})));
  const ReadTables tables = must(xlsx_form().read(place.path() / "figures.xlsx"));
  REQUIRE(std::holds_alternative<std::vector<RawTable>>(tables));
  CHECK(std::get<std::vector<RawTable>>(tables)[0].rows[0] == std::vector<std::string>{"KOR", "1.5"});
}

}  // namespace
}  // namespace podium
