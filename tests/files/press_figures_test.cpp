#include "golden_claims/press_figures.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

#include "support/shared.hpp"

namespace podium {
namespace {

TEST_CASE("figures that newspapers printed are judged as people judged them") {
  REQUIRE_SHARED(shared);
  const std::filesystem::path directory = testing::source_directory() / "indices" / "ai-competitiveness";
  const Result<ReadIndex> read = read_index(directory);
  REQUIRE(read);
  const Result<FactBook> book = read_fact_book(directory, read->index);
  REQUIRE(book);
  const TextChecker checker(read->index, *book);
  const testing::PressScore score = testing::score_press_figures(
      shared / "golden" / "claims" / "press" / "wild_press_figures.jsonl", checker, book->lexicon);
  std::string wrong;
  for (const testing::PressScore::Wrong& one : score.wrong) {
    wrong += "\n" + one.id + ": " + one.recorded + ", judged " + (one.judged.empty() ? "not found" : one.judged);
  }
  MESSAGE(score.cases << " figures, " << score.right() << " judged as recorded" << wrong);
  CHECK(score.cases == 34);
  CHECK(score.right() >= 28);
}

}  // namespace
}  // namespace podium
