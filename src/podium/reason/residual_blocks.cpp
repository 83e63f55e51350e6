#include "podium/reason/residual_blocks.hpp"

#include <algorithm>
#include <cassert>

#include "podium/core/statistics.hpp"
#include "podium/stress/random.hpp"

namespace podium {

std::size_t default_block_length(std::size_t count) {
  std::size_t length = 1;
  while (length * length * length < count) ++length;
  return length;
}

std::vector<DrawnResidual> draw_blocks(std::size_t count, std::size_t length, std::size_t wanted, std::uint64_t seed,
                                       std::uint64_t draw, std::uint32_t first_stream) {
  assert(length >= 1 && length <= count);
  const std::size_t starts = count - length + 1;
  std::vector<DrawnResidual> drawn;
  drawn.reserve(wanted);
  for (std::uint32_t block = 0; drawn.size() < wanted; ++block) {
    const double share = uniform(seed, draw, first_stream + block);
    const std::size_t start = std::min(starts - 1, static_cast<std::size_t>(share * static_cast<double>(starts)));
    for (std::size_t place = 0; place < length && drawn.size() < wanted; ++place) {
      drawn.push_back({.source = start + place, .place = place});
    }
  }
  return drawn;
}

CentredResiduals::CentredResiduals(std::vector<double> residuals, std::size_t block_length, Centre centre, double scale)
    : residuals_(std::move(residuals)), centres_(block_length), scale_(scale) {
  const std::size_t starts = residuals_.size() - block_length + 1;
  for (std::size_t place = 0; place < block_length; ++place) {
    const auto at_place = std::span(residuals_).subspan(place, starts);
    centres_[place] = centre == Centre::Mean ? mean_of(at_place) : median_of(at_place);
  }
}

}  // namespace podium
