#include <algorithm>

#include "podium/core/normalise/fitting.hpp"

namespace podium {
namespace {

Fitted fit(const NormaliseMethod& method, const NormalisePool& pool) {
  return std::visit(
      [&]<class Method>(const Method& each) -> Fitted {
        if constexpr (Framed<Method>) return each.fit(pool);
        return no_frame(each);
      },
      method);
}

/// The figures that the frames of a step come from.
struct Origin {
  bool is_panel = false;
  Time time{};
};

Result<Origin> origin_of(const Normalise& step, const Panel& panel, const StepContext& context,
                         std::optional<Time> period) {
  if (step.base) {
    const std::optional<Time> base = base_of(step, panel);
    if (!base) return unknown_base(step, panel, context);
    return Origin{.time = *base};
  }
  if (step.over == Over::Panel) return Origin{.is_panel = true};
  if (period) return Origin{.time = *period};
  if (panel.periods().size() == 1) return Origin{};
  return locate({Code::InvalidValue, std::to_string(panel.periods().size()) + " periods, each with its own parameters",
                 "one period to take them from"},
                context, {});
}

}  // namespace

Result<NodeFrames> frames_of(const Normalise& step, const Panel& panel, const StepContext& context,
                             std::optional<Time> period) {
  if (!step.frozen.empty()) return step.frozen;
  TRY(const Origin origin, origin_of(step, panel, context, period));
  Diagnostics problems;
  NodeFrames frames;
  std::vector<double> z;
  for (const Series indicator : select_indicators(context.hierarchy, step.only, step.except)) {
    const NodeSpec& node = context.hierarchy.node(indicator);
    const NormaliseMethod& method = step.method.method_of(context.hierarchy, indicator);
    if (has_fixed_scale(method) || (!origin.is_panel && panel.is_dropped(indicator, origin.time))) continue;
    const auto figures = origin.is_panel ? panel.values(indicator) : panel.values(indicator, origin.time);
    z.assign(figures.begin(), figures.end());
    for (double& value : z) value *= node.direction;
    NormalisePool pool = pool_without_figures(node, context.number, panel.units());
    pool.z = z;
    const Fitted fitted = fit(method, pool);
    if (const auto* frame = std::get_if<Frame>(&fitted)) {
      frames.emplace_back(node.id, *frame);
    } else {
      problems.push_back(locate(*std::get_if<Problem>(&fitted), context, node.id,
                                origin.is_panel ? std::string() : to_text(panel.period(origin.time))));
    }
  }
  if (!problems.empty()) return problems;
  return frames;
}

}  // namespace podium
