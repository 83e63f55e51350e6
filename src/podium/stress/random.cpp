#include "podium/stress/random.hpp"

#include <algorithm>
#include <cassert>

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/random.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/stress/kernel/vectors.inl.hpp"

#ifndef PODIUM_STRESS_RANDOM_CONSTANTS
#define PODIUM_STRESS_RANDOM_CONSTANTS
namespace podium {
namespace {

constexpr int kRounds = 10;
constexpr std::uint32_t kFirstFactor = 0xD2511F53;
constexpr std::uint32_t kSecondFactor = 0xCD9E8D57;
constexpr std::array<std::uint32_t, 2> kKeyStep{0x9E3779B9, 0xBB67AE85};

std::array<std::uint32_t, 2> halves(std::uint64_t number) {
  return {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32U)};
}

/// Of each round, as the lanes of 64 bits take them.
using RoundKeys = std::array<std::array<std::uint64_t, 2>, kRounds>;

RoundKeys round_keys(std::uint64_t seed) {
  std::array<std::uint32_t, 2> key = halves(seed);
  RoundKeys keys{};
  for (auto& of_round : keys) {
    of_round = {key[0], key[1]};
    key[0] += kKeyStep[0];
    key[1] += kKeyStep[1];
  }
  return keys;
}

/// Numbers of `streams` streams from `first_stream` on, those of each `draws` places after those of the stream before.
struct Request {
  std::uint64_t seed;
  std::uint64_t first_draw;
  std::size_t draws;
  std::uint32_t first_stream;
  std::size_t streams;
  const Interval* intervals;  ///< of each stream; nullptr: (0, 1) for all
  double* out;

  Interval interval(std::size_t stream) const { return intervals == nullptr ? Interval{} : intervals[stream]; }
};

}  // namespace
}  // namespace podium
#endif

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

#if HWY_TARGET != HWY_SCALAR
using Wide = hn::ScalableTag<std::uint64_t>;
using Narrow = hn::Repartition<std::uint32_t, Wide>;
using Real = hn::RebindToFloat<Wide>;
/// Vectors that are mixed in turn, so that none waits for its own products.
constexpr std::size_t kTurns = HWY_TARGET <= HWY_AVX3 ? 4 : 2;

/// The words of the counters, one draw in each lane of 64 bits; only the lower 32 of them count.
struct Words {
  hn::Vec<Wide> of[4][kTurns];
};

/// The full products of the lower halves of the lanes.
HWY_INLINE hn::Vec<Wide> product(hn::Vec<Wide> word, std::uint32_t factor) {
  return hn::MulEven(hn::BitCast(Narrow(), word), hn::Set(Narrow(), factor));
}

HWY_INLINE void mix(Words& words, const RoundKeys& keys) {
  for (const auto& [first_of_round, second_of_round] : keys) {
    const auto first_key = hn::Set(Wide(), first_of_round);
    const auto second_key = hn::Set(Wide(), second_of_round);
    unrolled<kTurns>([&](auto turn) HWY_ATTR __attribute__((always_inline)) {
      const auto first = product(words.of[0][turn], kFirstFactor);
      const auto second = product(words.of[2][turn], kSecondFactor);
      words.of[0][turn] = hn::Xor3(hn::ShiftRight<32>(second), words.of[1][turn], first_key);
      words.of[2][turn] = hn::Xor3(hn::ShiftRight<32>(first), words.of[3][turn], second_key);
      words.of[1][turn] = second;
      words.of[3][turn] = first;
    });
  }
}

/// As the last bits of 2^20 a word counts 2^-32, so that one exact subtraction leaves (word + 1/2) / 2^32.
HWY_INLINE hn::Vec<Real> to_uniform(hn::Vec<Wide> word) {
  const auto shifted = hn::OrAnd(hn::Set(Wide(), 0x4130000000000000U), word, hn::Set(Wide(), 0xFFFFFFFFU));
  return hn::Sub(hn::BitCast(Real(), shifted), hn::Set(Real(), 0x1p20 - 0x1p-33));
}

/// The streams that share a call, from the request's stream `first` to the one before `end`. How many of the draws were
/// done: whole vectors only.
HWY_INLINE std::size_t make_call(const Request& request, const RoundKeys& keys, std::size_t first, std::size_t end) {
  const Wide wide;
  const std::uint32_t first_stream = request.first_stream + static_cast<std::uint32_t>(first);
  const std::size_t first_word = first_stream % 4;
  double* const out = request.out + first * request.draws;
  std::size_t draw = 0;
  for (; draw + kTurns * kWidth <= request.draws; draw += kTurns * kWidth) {
    Words words;
    unrolled<kTurns>([&](auto turn) HWY_ATTR __attribute__((always_inline)) {
      words.of[0][turn] = hn::Iota(wide, request.first_draw + draw + turn * kWidth);
      words.of[1][turn] = hn::ShiftRight<32>(words.of[0][turn]);
      words.of[2][turn] = hn::Set(wide, first_stream / 4);
      words.of[3][turn] = hn::Zero(wide);
    });
    mix(words, keys);
    unrolled<4>([&](auto word) HWY_ATTR __attribute__((always_inline)) {
      if (word < first_word || word - first_word >= end - first) return;
      const std::size_t stream = word - first_word;
      const Interval interval = request.interval(first + stream);
      const auto low = hn::Set(Real(), interval.low);
      const auto width = hn::Set(Real(), interval.width);
      unrolled<kTurns>([&](auto turn) HWY_ATTR __attribute__((always_inline)) {
        // Where the interval is (0, 1) this changes no bit.
        const auto number = hn::Add(low, hn::Mul(width, to_uniform(words.of[word][turn])));
        hn::StoreU(number, Real(), out + stream * request.draws + draw + turn * kWidth);
      });
    });
  }
  return draw;
}

std::size_t fill_vectors(const Request& request) {
  const RoundKeys keys = round_keys(request.seed);
  std::size_t done = 0;
  for (std::size_t first = 0; first < request.streams;) {
    const std::size_t end = std::min<std::size_t>(request.streams, first + 4 - (request.first_stream + first) % 4);
    done = make_call(request, keys, first, end);
    first = end;
  }
  return done;
}
#else
/// There are no vectors.
std::size_t fill_vectors(const Request&) { return 0; }
#endif

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(fill_vectors);

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < kRounds; ++round) {
    const auto [first_low, first_high] = halves(std::uint64_t{kFirstFactor} * counter[0]);
    const auto [second_low, second_high] = halves(std::uint64_t{kSecondFactor} * counter[2]);
    counter = {second_high ^ counter[1] ^ key[0], second_low, first_high ^ counter[3] ^ key[1], first_low};
    key[0] += kKeyStep[0];
    key[1] += kKeyStep[1];
  }
  return counter;
}

double uniform(std::uint64_t seed, std::uint64_t draw, std::uint32_t stream) {
  const auto [low, high] = halves(draw);
  return (philox({low, high, stream / 4, 0}, halves(seed))[stream % 4] + 0.5) * 0x1p-32;
}

namespace {

void fill(const Request& request) {
  for (std::size_t draw = HWY_DYNAMIC_DISPATCH(fill_vectors)(request); draw < request.draws; ++draw) {
    for (std::size_t i = 0; i < request.streams; ++i) {
      const std::uint32_t stream = request.first_stream + static_cast<std::uint32_t>(i);
      const Interval interval = request.interval(i);
      request.out[i * request.draws + draw] =
          interval.low + interval.width * uniform(request.seed, request.first_draw + draw, stream);
    }
  }
}

}  // namespace

void uniforms(std::uint64_t seed, std::uint64_t first_draw, std::size_t draws, std::uint32_t first_stream,
              std::size_t streams, std::span<double> out) {
  assert(out.size() == draws * streams);
  fill({seed, first_draw, draws, first_stream, streams, nullptr, out.data()});
}

void uniforms(std::uint64_t seed, std::uint64_t first_draw, std::uint32_t first_stream,
              std::span<const Interval> intervals, std::span<BlockRow<double>> out) {
  assert(out.size() == intervals.size());
  if (out.empty()) return;
  fill({seed, first_draw, kBlockDraws, first_stream, out.size(), intervals.data(), out.front().data()});
}

}  // namespace podium
#endif
