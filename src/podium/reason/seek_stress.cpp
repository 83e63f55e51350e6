#include "podium/reason/seek_stress.hpp"

#include "podium/stress/distribution.hpp"
#include "podium/stress/stress_run.hpp"

namespace podium {
namespace {

class DrawnWorlds {
 public:
  DrawnWorlds(const SeekIndex& index, const StressPlan& plan, const StressSetting& setting,
              std::span<const double> printed_per_figure, std::size_t threads)
      : index_(index),
        plan_(plan),
        setting_(setting),
        printed_per_figure_(printed_per_figure),
        threads_(threads),
        start_(index.originals(index.start())) {}

  Result<double> share(std::span<const double> values) const {
    TRY(Worlds worlds, Worlds::make(plan_, with(values)));
    TRY(StressRun run, StressRun::start(std::move(worlds), threads_));
    while (!run.is_done()) run.advance();
    return at_most(run.tally(), index_.problem().unit, index_.problem().rank).value;
  }

 private:
  StressSetting with(std::span<const double> values) const {
    StressSetting setting = setting_;
    const std::span<const Series> indicators = setting.recipe.hierarchy().indicators();
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      if (is_missing(values[i]) || values[i] == start_[i]) continue;
      for (StressFigures& figures : setting.figures) {
        figures.panel.set(indicators[i], setting.time, static_cast<Unit>(index_.problem().unit),
                          values[i] * printed_per_figure_[i]);
      }
    }
    return setting;
  }

  const SeekIndex& index_;
  const StressPlan& plan_;
  const StressSetting& setting_;
  std::span<const double> printed_per_figure_;
  std::size_t threads_;
  std::vector<double> start_;
};

}  // namespace

Result<SeekUnderStress> seek_under_stress(const SeekIndex& index, const SeekMix& mix, double share,
                                          const StressPlan& plan, const StressSetting& setting,
                                          std::span<const double> printed_per_figure, std::size_t threads) {
  const DrawnWorlds worlds(index, plan, setting, printed_per_figure, threads);
  SeekUnderStress result;
  TRY(result.share_now, worlds.share(index.originals(index.start())));
  TRY(result.share_of_mix, worlds.share(mix.values));
  Diagnostics problems;
  result.found = robust_mix(index, mix, share, [&](std::span<const double> values) {
    const Result<double> found = worlds.share(values);
    if (found) return *found;
    problems = found.diagnostics();
    return 1.0;
  });
  if (!problems.empty()) return problems;
  return result;
}

}  // namespace podium
