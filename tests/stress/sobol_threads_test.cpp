#include <bit>

#include <doctest/doctest.h>

#include "podium/stress/sobol/sensitivity.hpp"

#include "stress/sobol_functions.hpp"

namespace podium {
namespace {

using namespace testing;

/// Every figure of the result, as bits.
std::vector<std::uint64_t> bits_of(const SobolResult& result) {
  std::vector<std::uint64_t> bits = {result.runs, result.points};
  const auto put = [&bits](double value) { bits.push_back(std::bit_cast<std::uint64_t>(value)); };
  const auto put_index = [&put](const SobolIndex& index) {
    put(index.value);
    put(index.low);
    put(index.high);
  };
  for (const TargetSensitivity& target : result.targets) {
    put(target.mean);
    put(target.variance);
    put_index(target.dummy.first);
    put_index(target.dummy.total);
    for (const FactorIndices& factor : target.factors) {
      put_index(factor.first);
      put_index(factor.total);
    }
    for (const PairInteraction& pair : target.pairs) put_index(pair.index);
  }
  return bits;
}

TEST_CASE("Sobol' indices are the same bits with 1, 2 and 7 threads") {
  const SobolProblem problem = problem_of(8, g_function);
  const auto bits = [&problem](std::size_t threads, std::uint64_t seed) {
    const auto result = variance_based_sensitivity(problem, {.scramblings = 5,
                                                             .most_runs = 30'000,
                                                             .second_order = SecondOrder::Counted,
                                                             .seed = seed,
                                                             .threads = threads});
    REQUIRE(result);
    return bits_of(*result);
  };
  const auto one = bits(1, 1);
  CHECK(bits(2, 1) == one);
  CHECK(bits(7, 1) == one);
  CHECK(bits(1, 2) != one);
}

}  // namespace
}  // namespace podium
