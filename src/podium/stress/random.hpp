#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "podium/stress/kernel/block.hpp"

/// Random numbers without a state: a number is a function of (seed, draw, stream), so it does not depend on which
/// thread asks for it, nor on what was asked before. The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw,
/// Parallel random numbers: as easy as 1, 2, 3, 2011).
namespace podium {

/// Four words for each counter and key, ten rounds.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// In (0, 1), never 0 or 1: (word + 1/2) / 2^32. The key is the two halves of the seed, the counter is (low half of the
/// draw, high half of the draw, stream / 4, 0), and stream mod 4 says which of the four words is taken.
double uniform(std::uint64_t seed, std::uint64_t draw, std::uint32_t stream);

/// The same for blocks: out[s * draws + d] = uniform(seed, first_draw + d, first_stream + s), to the bit, with as many
/// draws at once as the processor's vectors hold. `out` has draws * streams places. Cheapest where first_stream is a
/// multiple of four, since four streams share a call of the generator.
void uniforms(std::uint64_t seed, std::uint64_t first_draw, std::size_t draws, std::uint32_t first_stream,
              std::size_t streams, std::span<double> out);

/// Evenly between `low` and low + width.
struct Interval {
  double low = 0;
  double width = 1;
};

/// For the kernel's blocks: out[s][d] = low + width * uniform(seed, first_draw + d, first_stream + s) with the interval
/// of that stream.
void uniforms(std::uint64_t seed, std::uint64_t first_draw, std::uint32_t first_stream,
              std::span<const Interval> intervals, std::span<BlockRow<double>> out);

}  // namespace podium
