#include "podium/stress/sobol/sensitivity.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "podium/stress/sobol/indices.hpp"
#include "podium/stress/sobol/rounds.hpp"

namespace podium {
namespace {

/// Rows are numbered in 32 bits.
constexpr std::size_t kMostRows = std::size_t{1} << 30;

Diagnostic invalid(std::string key, std::string found, std::string expected) {
  return {.code = Code::InvalidValue,
          .found = std::move(found),
          .expected = std::move(expected),
          .subject = {.key = std::move(key)}};
}

Diagnostics problems_of(const SobolProblem& problem) {
  Diagnostics found;
  if (problem.targets == 0 || !problem.evaluate) {
    found.push_back(invalid("targets", "no target", "at least one target to evaluate"));
  }
  std::vector<bool> is_owned(problem.coordinates);
  for (const SobolFactor& factor : problem.factors) {
    for (const std::uint32_t coordinate : factor.coordinates) {
      const std::string what = "coordinate " + std::to_string(coordinate) + " of factor " + quoted(factor.name);
      if (coordinate >= problem.coordinates) {
        found.push_back(invalid("factors", what, "a number below " + std::to_string(problem.coordinates)));
      } else if (is_owned[coordinate]) {
        found.push_back(invalid("factors", what, "a coordinate that belongs to one factor only"));
      } else {
        is_owned[coordinate] = true;
      }
    }
  }
  return found;
}

Diagnostics problems_of(const SobolOptions& options) {
  Diagnostics found;
  if (options.scramblings < 2 || options.scramblings > kMostRows) {
    found.push_back(invalid("scramblings", std::to_string(options.scramblings), "at least 2, at most 2^30"));
  }
  if (!(options.precision > 0)) found.push_back(invalid("precision", "a precision that is not above 0", "above 0"));
  if (!(options.confidence > 0 && options.confidence < 1)) {
    found.push_back(invalid("confidence", "a confidence outside (0, 1)", "a probability such as 0.95"));
  }
  return found;
}

/// The base points, or the largest power of two below them that most_runs leaves room for; 0 where it leaves none.
std::size_t first_rows(const SobolOptions& options, std::uint64_t runs_of_one_row) {
  const std::size_t asked = std::bit_ceil(std::clamp<std::size_t>(options.base_points, 2, kMostRows));
  const std::uint64_t room = std::bit_floor(options.most_runs / runs_of_one_row);
  return room < 2 ? 0 : static_cast<std::size_t>(std::min<std::uint64_t>(asked, room));
}

SobolResult result_of(const SobolRounds& rounds, std::size_t targets, const SobolOptions& options) {
  SobolResult result{.runs = rounds.runs(),
                     .points = rounds.rows(),
                     .scramblings = options.scramblings,
                     .generated_coordinates = rounds.generated_coordinates()};
  for (std::size_t target = 0; target < targets; ++target) {
    result.targets.push_back(target_sensitivity(rounds.sums(target), options));
  }
  result.is_precise = std::ranges::all_of(result.targets, &TargetSensitivity::is_precise);
  return result;
}

}  // namespace

Result<SobolResult> variance_based_sensitivity(const SobolProblem& problem, const SobolOptions& options) {
  Diagnostics problems = problems_of(problem);
  append(problems, problems_of(options));
  if (!problems.empty()) return problems;

  const std::uint64_t runs_of_one_row = (2 * problem.factors.size() + 2) * options.scramblings;
  std::size_t rows = first_rows(options, runs_of_one_row);
  if (rows == 0) {
    return invalid("most_runs", std::to_string(options.most_runs),
                   "at least " + std::to_string(2 * runs_of_one_row) + ", two rows of each scrambling");
  }
  SobolRounds rounds(problem, options, rows);
  while (true) {
    const SobolRounds::Outcome outcome = rounds.extend_to(rows);
    SobolResult result = result_of(rounds, problem.targets, options);
    result.is_stopped = outcome == SobolRounds::Outcome::Stopped;
    const bool has_room = rows < kMostRows && 2 * rows * runs_of_one_row <= options.most_runs;
    if (result.is_stopped || result.is_precise || !has_room) return result;
    rows *= 2;
  }
}

}  // namespace podium
