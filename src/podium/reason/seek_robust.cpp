#include <algorithm>
#include <numeric>

#include "podium/reason/seek_mix.hpp"

namespace podium {
namespace {

constexpr double kPrecision = 1e-6;

/// Rises from the start, oriented; one unit of effort each where the mix has none.
std::vector<double> direction_of(const SeekIndex& index, const SeekMix& mix) {
  std::vector<double> rises(index.size(), 0);
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (!index.can_change(i)) continue;
    rises[i] = mix.is_already ? 1 / index.price(i) : index.original(i, mix.changes[i]);
  }
  return rises;
}

class ScaledMix {
 public:
  ScaledMix(const SeekIndex& index, const SeekMix& mix, const ShareOfDraws& share_of_draws)
      : index_(index), rises_(direction_of(index, mix)), share_of_draws_(share_of_draws) {}

  SeekRobust at(double multiple) const {
    std::vector<double> figures(index_.start().begin(), index_.start().end());
    SeekRobust result{.multiple = multiple};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!(rises_[i] > 0)) continue;
      figures[i] = std::min(index_.highest()[i], figures[i] + multiple * rises_[i]);
      if (figures[i] == index_.highest()[i]) result.stopped.push_back(i);
    }
    result.values = index_.originals(figures);
    result.share = share_of_draws_(result.values);
    return result;
  }

  /// The multiple from which nothing moves any more.
  double last() const {
    double last = 1;
    for (std::size_t i = 0; i < rises_.size(); ++i) {
      if (rises_[i] > 0) last = std::max(last, (index_.highest()[i] - index_.start()[i]) / rises_[i]);
    }
    return last * (1 + kPrecision);
  }

 private:
  const SeekIndex& index_;
  std::vector<double> rises_;
  const ShareOfDraws& share_of_draws_;
};

}  // namespace

SeekRobust robust_mix(const SeekIndex& index, const SeekMix& mix, double share, const ShareOfDraws& share_of_draws) {
  const ScaledMix scaled(index, mix, share_of_draws);
  double below = mix.is_already ? 0 : 1;
  SeekRobust found = scaled.at(below);
  const double last = scaled.last();
  for (double above = below + 1; found.share < share && found.multiple < last; above *= 2) {
    below = found.multiple;
    found = scaled.at(std::min(above, last));
  }
  while (found.share >= share && found.multiple - below > kPrecision * found.multiple) {
    SeekRobust middle = scaled.at(std::midpoint(below, found.multiple));
    if (middle.share >= share) {
      found = std::move(middle);
    } else {
      below = middle.multiple;
    }
  }
  found.is_reached = found.share >= share;
  return found;
}

}  // namespace podium
