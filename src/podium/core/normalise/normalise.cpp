#include "podium/core/normalise/normalise.hpp"

#include <algorithm>

#include "podium/core/normalise/fitting.hpp"

namespace podium {
namespace {

/// Where a method takes its two numbers from: a frame that is given, or a pool to fit.
struct FrameSource {
  const Frame* frozen = nullptr;
  std::span<double> z;
};

std::optional<Problem> stretch_scores(const NormalisePool& pool, Bounds range) {
  const Fitted fitted =
      frame_of_extremes({.z = pool.z, .history = pool.history, .goalposts = {}, .step = pool.step}, "stretch");
  const Frame* const frame = std::get_if<Frame>(&fitted);
  if (frame == nullptr) return *std::get_if<Problem>(&fitted);
  NormalisePool fitted_pool = pool;
  fitted_pool.is_fitted = true;
  MinMax{.range = range}.score(fitted_pool, *frame);
  return std::nullopt;
}

template <class Method>
std::optional<Problem> score_pool(const Method& method, const NormalisePool& pool, const FrameSource& source) {
  if constexpr (Framed<Method>) {
    if (source.frozen != nullptr) {
      if (auto problem = method.check_frame(*source.frozen, pool)) return problem;
      method.score(pool, *source.frozen);
      return std::nullopt;
    }
    NormalisePool fitted_pool = pool;
    fitted_pool.z = source.z;
    const Fitted fitted = method.fit(fitted_pool);
    const Frame* const frame = std::get_if<Frame>(&fitted);
    if (frame == nullptr) return *std::get_if<Problem>(&fitted);
    fitted_pool.is_fitted = pool.z.data() == source.z.data() && pool.z.size() == source.z.size();
    fitted_pool.z = pool.z;
    method.score(fitted_pool, *frame);
    return std::nullopt;
  } else {
    return method.apply(pool);
  }
}

/// One indicator of a step: all its pools with one method.
class IndicatorScores {
 public:
  IndicatorScores(const Normalise& step, const StepContext& context, Panel& panel, std::optional<Time> base)
      : step_(step), context_(context), panel_(panel), base_(base) {}

  template <class Method>
  void score(const Method& method, Series indicator, Diagnostics& problems) {
    const std::size_t units = panel_.units().size();
    if (base_ || step_.over == Over::Panel) {
      const auto is_dropped = [&](Time time) { return panel_.is_dropped(indicator, time); };
      if (!std::ranges::all_of(all_times(), is_dropped)) {
        score_stretch(method, indicator, 0, panel_.values(indicator).size(), base_, problems);
      }
      return;
    }
    for (const Time time : all_periods(panel_)) {
      if (!panel_.is_dropped(indicator, time)) {
        score_stretch(method, indicator, at(time) * units, units, time, problems);
      }
    }
  }

 private:
  std::vector<Time> all_times() const {
    std::vector<Time> times;
    for (const Time time : all_periods(panel_)) times.push_back(time);
    return times;
  }

  /// `time` is the period whose figures are fitted; nothing: all of the stretch.
  template <class Method>
  void score_stretch(const Method& method, Series indicator, std::size_t first, std::size_t count,
                     std::optional<Time> time, Diagnostics& problems) {
    const NodeSpec& node = context_.hierarchy.node(indicator);
    NormalisePool pool = pool_without_figures(node, context_.number, panel_.units());
    pool.z = panel_.values(indicator).subspan(first, count);
    pool.history = panel_.history(indicator).subspan(first, count);
    const FrameSource source{.frozen = find_frame(step_.frozen, node.id),
                             .z = time ? panel_.values(indicator, *time) : pool.z};
    std::optional<Problem> problem = score_pool(method, pool, source);
    if (!problem && step_.stretch) problem = stretch_scores(pool, *step_.stretch);
    if (!problem) return;
    problems.push_back(locate(std::move(*problem), context_, node.id, time ? to_text(panel_.period(*time)) : ""));
  }

  const Normalise& step_;
  const StepContext& context_;
  Panel& panel_;
  std::optional<Time> base_;
};

}  // namespace

Result<Panel> apply(const Normalise& step, Panel panel, const StepContext& context) {
  const std::optional<Time> base = base_of(step, panel);
  if (step.base && !base) return unknown_base(step, panel, context);
  Diagnostics problems;
  IndicatorScores scores(step, context, panel, base);
  for (const Series indicator : select_indicators(context.hierarchy, step.only, step.except)) {
    if (context.hierarchy.node(indicator).direction < 0) {
      for (double& value : panel.values(indicator)) value = -value;
    }
    std::visit([&](const auto& method) { scores.score(method, indicator, problems); },
               step.method.method_of(context.hierarchy, indicator));
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
