#include <doctest/doctest.h>

#include "files/small_fact_book.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;
using testing::fact_book_of;
using testing::must;
using testing::problems_of;

constexpr const char* kFacts = "unit,series,period,edition,measure,relation,value,source,locator,note\n";
constexpr const char* kRates = "currency,period,per_dollar,edition,source,locator\n";

TEST_CASE("none of the files need be there") {
  const FactBook book = must(fact_book_of({}));
  CHECK(book.lexicon.series.size() == 4);
  CHECK(book.figures.empty());
  CHECK(book.rates.empty());
}

TEST_CASE("the problems of all three files are said at once, by file") {
  CHECK(
      problems_of(fact_book_of({{"aliases.toml", "[[unit]]\ncode = \"KOR\"\nen = [\"\"]\n"},
                                {"facts.csv", kFacts + std::string("KOR,risk,2024,report-2025,value,,x,report,,\n")},
                                {"exchange_rates.csv", kRates + std::string("KRW,2025,-1,report-2025,report,\n")}})) ==
      "aliases.toml:3:7: error[invalid-value]: found an empty name; expected a name of at least one character\n"
      "exchange_rates.csv:2:10: error[invalid-value]: found a rate of -1; expected a number above 0: units of the "
      "currency for one US dollar\n"
      "facts.csv:2:34: error[not-a-number]: found value 'x'; expected a decimal number such as 1.33");
}

TEST_CASE("what aliases.toml would have to say is not missed in the tables when it cannot be read") {
  const std::string facts = kFacts + std::string("WLD,budget,2024,report-2025,value,,1,report,,\n");
  for (const char* broken : {"[[unit]\n", "[[units]]\ncode = \"WLD\"\n", "[[unit]]\nen = [\"World\"]\n"}) {
    const std::string problems = problems_of(fact_book_of({{"aliases.toml", broken}, {"facts.csv", facts}}));
    CAPTURE(problems);
    CHECK(problems.starts_with("aliases.toml:1:"));
    CHECK(problems.find("facts.csv") == std::string::npos);
  }
}

TEST_CASE("a unit with a problem is known to the tables") {
  const std::string problems =
      problems_of(fact_book_of({{"aliases.toml", "[[unit]]\ncode = \"WLD\"\n"},
                                {"facts.csv", kFacts + std::string("WLD,risk,2024,report-2025,value,,1,report,,\n")}}));
  CHECK(problems.starts_with("aliases.toml:2:8: error[unknown-unit]"));
  CHECK(problems.find("facts.csv") == std::string::npos);
}

TEST_CASE("a file that leads out of the directory is refused") {
  const DirectoryOnDisk outside(testing::FileTexts{{"facts.csv", kFacts}});
  const DirectoryOnDisk disk(testing::small_index());
  const ReadIndex read = must(read_index(disk.path()));
  std::filesystem::create_symlink(outside.path() / "facts.csv", disk.path() / "facts.csv");
  CHECK(problems_of(read_fact_book(disk.path(), read.index)).starts_with("facts.csv: error[path-outside]"));
}

TEST_CASE("what texts are checked against is no figure of the index") {
  const DirectoryOnDisk with([] {
    testing::FileTexts files = testing::small_index();
    files["facts.csv"] = kFacts + std::string("KOR,risk,2024,report-2025,value,,99,report,,\n");
    return files;
  }());
  const DirectoryOnDisk without(testing::small_index());
  CHECK(must(read_index(with.path())).index.observations.size() ==
        must(read_index(without.path())).index.observations.size());
}

}  // namespace
}  // namespace podium
