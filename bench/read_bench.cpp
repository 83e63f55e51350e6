// Reading and computing the shipped index, from its directory of text files to the ranks. Started from the top of the
// repository.
#include <benchmark/benchmark.h>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

namespace podium {
namespace {

constexpr const char* kDirectory = "indices/ai-competitiveness";

void read_the_index(benchmark::State& state) {
  for (auto _ : state) {
    auto read = read_index(kDirectory);
    if (!read) return state.SkipWithError("indices/ai-competitiveness cannot be read from here");
    benchmark::DoNotOptimize(read);
  }
}

void compute_the_index(benchmark::State& state) {
  const auto read = read_index(kDirectory);
  if (!read) return state.SkipWithError("indices/ai-competitiveness cannot be read from here");
  for (auto _ : state) {
    auto computed = compute(read->index, read->index.edition);
    benchmark::DoNotOptimize(computed);
  }
}

BENCHMARK(read_the_index)->Unit(benchmark::kMillisecond);
BENCHMARK(compute_the_index)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace podium
