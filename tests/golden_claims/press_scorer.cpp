#include "golden_claims/press_scorer.hpp"

#include <stdexcept>

#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

#include "golden_claims/press_figures.hpp"

namespace podium::golden_claims {

bool is_press_file(std::string_view file) { return file.starts_with("press/"); }

FileScore score_press_file(const std::filesystem::path& root, const std::string& file,
                           const std::filesystem::path& index) {
  const Result<ReadIndex> read = read_index(index);
  if (!read) throw std::runtime_error(index.string() + ": no sound index");
  const Result<FactBook> book = read_fact_book(index, read->index);
  if (!book) throw std::runtime_error(index.string() + ": its aliases, facts or rates are faulty");
  const TextChecker checker(read->index, *book);
  FileScore score{.name = file};
  for (const Json& record : read_cases(root / file)) {
    const testing::JudgedFigure judged = testing::judge_press_figure(record, checker, book->lexicon);
    score.scored.push_back({.id = judged.id,
                            .input = judged.sentence,
                            .expected = judged.recorded,
                            .got = judged.judged.empty() ? "not found" : judged.judged,
                            .is_right = judged.is_right});
  }
  score.case_count = score.scored.size();
  return score;
}

}  // namespace podium::golden_claims
