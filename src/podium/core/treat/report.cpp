#include "podium/core/treat/report.hpp"

#include <algorithm>

namespace podium {
namespace {

CellTreatment treatment_of(double figure, const TreatStage& stage) {
  if (!stage.took_place()) return CellTreatment::None;
  if (stage.treatment.transformed) return CellTreatment::Transformed;
  if (!stage.treatment.held) return CellTreatment::None;
  if (figure > stage.treatment.held->upper) return CellTreatment::BroughtDown;
  return figure < stage.treatment.held->lower ? CellTreatment::BroughtUp : CellTreatment::None;
}

std::optional<StageReport> report_of(const TreatStage& stage) {
  if (!stage.took_place()) return std::nullopt;
  return StageReport{.method = std::visit([](const auto& each) { return each.doc.name; }, *stage.method),
                     .skewness = stage.shape.skewness,
                     .kurtosis = stage.shape.kurtosis,
                     .passes = stage.passes,
                     .lambda = stage.treatment.lambda};
}

void count(std::optional<StageReport>& stage, CellTreatment treatment) {
  if (!stage) return;
  if (treatment == CellTreatment::BroughtDown) ++stage->brought_down;
  if (treatment == CellTreatment::BroughtUp) ++stage->brought_up;
}

/// The cells of a pool that starts at `first` in its series' block.
void add_cells(TreatReport& report, const TreatStages& stages, const TreatRoom& room, std::span<const double> values,
               std::size_t first, std::size_t units) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_missing(values[i])) continue;
    const TreatedCell cell{.unit = static_cast<Unit>((first + i) % units),
                           .time = static_cast<Time>((first + i) / units),
                           .before = room.original[i],
                           .after = values[i],
                           .first = treatment_of(room.original[i], stages.first),
                           .second = treatment_of(room.met_by_second[i], stages.second)};
    count(report.first, cell.first);
    count(report.second, cell.second);
    if (cell.first != CellTreatment::None || cell.second != CellTreatment::None) report.cells.push_back(cell);
  }
}

}  // namespace

Result<std::vector<TreatReport>> treat_report(const Treat& step, const Panel& panel, const StepContext& context) {
  Diagnostics problems;
  std::vector<TreatReport> reports;
  TreatRoom room(largest_pool(step, panel));
  std::vector<double> values(room.original.size());
  for_each_treated_pool(step, panel, context, [&](Series indicator, std::size_t first, std::size_t count, auto time) {
    std::ranges::copy(panel.values(indicator).subspan(first, count), values.begin());
    const MeasuredShape before = measure(values);
    const TreatStages stages = leaves_alone(step, before) ? TreatStages() : treat_pool(step, values, before, room);
    TreatReport report{.indicator = indicator,
                       .time = time,
                       .skewness = before.skewness,
                       .kurtosis = before.kurtosis,
                       .passes = step.acceptance().accepts(before),
                       .first = report_of(stages.first),
                       .second = report_of(stages.second)};
    if (const auto& problem = stages.problem()) {
      problems.push_back(
          locate(*problem, context, panel.id(indicator), time ? to_text(panel.period(*time)) : std::string()));
    }
    if (report.first) add_cells(report, stages, room, values, first, panel.units().size());
    reports.push_back(std::move(report));
  });
  if (!problems.empty()) return problems;
  return reports;
}

}  // namespace podium
