#pragma once

#include "golden_claims/score_file.hpp"

namespace podium::golden_claims {

/// Whether a file of cases holds figures of newspapers, to be judged against an index.
bool is_press_file(std::string_view file);

/// Each record judged as a story of its own (press_figures.hpp). Throws std::runtime_error where the index cannot be
/// read.
FileScore score_press_file(const std::filesystem::path& root, const std::string& file,
                           const std::filesystem::path& index);

}  // namespace podium::golden_claims
