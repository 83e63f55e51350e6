#pragma once

#include "golden_claims/scorers.hpp"

namespace podium::golden_claims {

/// How podium reads the cases of a file.
struct FileScore {
  std::string name{};          ///< the file, with what is asked of it where it is scored in more than one way
  std::string unsupported{};   ///< why podium has no reader for the whole file; empty where it has one
  std::size_t errata = 0;      ///< cases left out because their expectation is wrong in itself
  std::size_t case_count = 0;  ///< with the errata
  std::vector<ScoredCase> scored{};

  std::size_t right() const;
  std::size_t wrong() const { return scored.size() - right(); }
  /// Right of the cases without errata; 0 where there are none.
  double share_right() const;
};

/// Scores a file, named from the folder of cases; one score for most files, several where it is scored in more than
/// one way. Throws std::runtime_error where the file cannot be read.
std::vector<FileScore> score_file(const std::filesystem::path& root, const std::string& file);

/// "rt-ko-NumberModel-0006  '5월 4일'", what was expected and what was read: each wrong case on three lines.
std::string wrong_cases_text(const FileScore& score);

}  // namespace podium::golden_claims
