#include <algorithm>
#include <numeric>

#include "podium/reason/seek_mix.hpp"

namespace podium {
namespace {

constexpr double kPrecision = 1e-6;
/// What a change adds to the effort of a mix where it is more than what rounding left of nothing.
constexpr double kLeastPart = 1e-9;

/// Rises from the start, oriented; one unit of effort each where the mix has none.
std::vector<double> direction_of(const SeekIndex& index, const SeekMix& mix) {
  std::vector<double> rises(index.size(), 0);
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (!index.can_change(i)) continue;
    const double rise = mix.is_already ? 1 / index.price(i) : index.original(i, mix.changes[i]);
    if (mix.is_already || rise * index.price(i) > kLeastPart * mix.effort) rises[i] = rise;
  }
  return rises;
}

/// A way through the figures of a unit, each of which only improves along it: up to `last_multiple` all changes of the
/// mix grow together, each up to its bound; then all other figures go towards their bounds together.
class RobustPath {
 public:
  RobustPath(const SeekIndex& index, const SeekMix& mix, const ShareOfDraws& share_of_draws)
      : index_(index), rises_(direction_of(index, mix)), share_of_draws_(share_of_draws) {
    for (std::size_t i = 0; i < rises_.size(); ++i) {
      if (rises_[i] > 0)
        last_multiple_ = std::max(last_multiple_, (index_.highest()[i] - index_.start()[i]) / rises_[i]);
      has_rest_ = has_rest_ || is_of_rest(i);
    }
    last_multiple_ *= 1 + kPrecision;
  }

  double last_multiple() const { return last_multiple_; }
  bool has_rest() const { return has_rest_; }

  SeekRobust at(double multiple, double of_rest = 0) const {
    std::vector<double> figures(index_.start().begin(), index_.start().end());
    SeekRobust result{.multiple = multiple, .of_rest = of_rest};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (of_rest > 0 && is_of_rest(i)) figures[i] += of_rest * (index_.highest()[i] - figures[i]);
      if (!(rises_[i] > 0)) continue;
      figures[i] = std::min(index_.highest()[i], figures[i] + multiple * rises_[i]);
      if (figures[i] == index_.highest()[i]) result.stopped.push_back(i);
    }
    result.values = index_.originals(figures);
    result.share = share_of_draws_(result.values);
    return result;
  }

 private:
  /// Towards a bound that is nearly infinite there is no way to go.
  bool is_of_rest(std::size_t i) const {
    constexpr double kFar = 1e6;
    return index_.can_change(i) && !(rises_[i] > 0) &&
           index_.highest()[i] - index_.start()[i] < kFar * index_.spread(i);
  }

  const SeekIndex& index_;
  std::vector<double> rises_;
  const ShareOfDraws& share_of_draws_;
  double last_multiple_ = 1;
  bool has_rest_ = false;
};

/// The least place between `below`, where the share is too small, and that of `enough`.
template <class At>
SeekRobust bisected(double below, double above, SeekRobust enough, double share, const At& at) {
  while (above - below > kPrecision * above) {
    const double place = std::midpoint(below, above);
    SeekRobust middle = at(place);
    if (middle.share >= share) {
      above = place;
      enough = std::move(middle);
    } else {
      below = place;
    }
  }
  return enough;
}

}  // namespace

SeekRobust robust_mix(const SeekIndex& index, const SeekMix& mix, double share, const ShareOfDraws& share_of_draws) {
  const RobustPath path(index, mix, share_of_draws);
  const double last = path.last_multiple();
  double below = mix.is_already ? 0 : 1;
  SeekRobust found = path.at(below);
  const bool is_enough = found.share >= share;
  for (double above = below + 1; found.share < share && found.multiple < last; above *= 2) {
    below = found.multiple;
    found = path.at(std::min(above, last));
  }
  found.is_reached = found.share >= share;
  if (is_enough) return found;
  if (found.is_reached) {
    const double above = found.multiple;
    found = bisected(below, above, std::move(found), share, [&](double multiple) { return path.at(multiple); });
  } else if (path.has_rest()) {
    found = path.at(last, 1);
    if (found.share >= share) {
      found = bisected(0, 1, std::move(found), share, [&](double of_rest) { return path.at(last, of_rest); });
    }
  }
  found.is_reached = found.share >= share;
  return found;
}

}  // namespace podium
