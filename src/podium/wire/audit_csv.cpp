#include "podium/wire/audit.hpp"
#include "podium/wire/audit_parts.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

/// A table of which each line begins with the period.
class PeriodTable {
 public:
  PeriodTable(Period period, std::initializer_list<std::string_view> titles) : period_(to_text(period)) {
    std::vector<std::string> line{"period"};
    for (const std::string_view title : titles) line.emplace_back(title);
    text_ = csv_line(line);
  }

  void add(std::vector<std::string> fields) {
    fields.insert(fields.begin(), period_);
    text_ += csv_line(fields);
  }

  std::string finish() && { return std::move(text_); }

 private:
  std::string period_;
  std::string text_;
};

std::string count(std::size_t number) { return std::to_string(number); }

template <class Items, class Name>
std::string spaced(const Items& items, const Name& name) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : " ") + name(item);
  return text;
}

std::string findings_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period,
                    {"gravity", "handbook_step", "kind", "nodes", "units", "sentence.en", "sentence.ko"});
  for (const Finding& finding : scene.audited.findings) {
    const Text sentence = sentence_of(scene.index, finding, scene.units);
    table.add({std::string(to_word(finding.gravity)), std::to_string(finding.handbook_step),
               std::string(to_word(finding.kind)), spaced(finding.nodes, [&](Series node) { return scene.id(node); }),
               spaced(finding.units, [&](Unit unit) { return scene.code(unit); }), sentence.in(Language::English),
               sentence.in(Language::Korean)});
  }
  return std::move(table).finish();
}

std::vector<std::string> fields_of(std::string kind, std::string id, const CellCounts& counts) {
  return {std::move(kind),       std::move(id),         count(counts.cells),   count(counts.reported),
          count(counts.carried), count(counts.imputed), count(counts.missing), count(counts.zeros)};
}

std::string availability_csv(const AuditScene& scene) {
  const Availability& availability = scene.audited.audit.availability;
  PeriodTable table(scene.audited.audit.period, {"kind", "id", "cells", "reported", "carried", "imputed", "missing",
                                                 "zeros", "imputed_weight", "carried_weight"});
  for (const Series series : Positions<Series>(availability.by_series.size())) {
    std::vector<std::string> fields = fields_of("series", scene.id(series), availability.by_series[at(series)]);
    fields.resize(fields.size() + 2);
    table.add(std::move(fields));
  }
  for (const Unit unit : Positions<Unit>(availability.by_unit.size())) {
    std::vector<std::string> fields = fields_of("unit", scene.code(unit), availability.by_unit[at(unit)]);
    fields.push_back(shortest(availability.imputed_weight[at(unit)]));
    fields.push_back(shortest(availability.carried_weight[at(unit)]));
    table.add(std::move(fields));
  }
  return std::move(table).finish();
}

std::string moments_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period,
                    {"indicator", "stage", "count", "available", "nonzero", "distinct", "minimum", "maximum", "mean",
                     "median", "standard_deviation", "skewness", "kurtosis"});
  for (const IndicatorMoments& moments : scene.audited.audit.moments) {
    for (const auto& [stage, summary] : stages_of(moments)) {
      table.add({scene.id(moments.indicator), std::string(stage), count(summary.count), count(summary.available),
                 count(summary.nonzero), count(summary.distinct), shortest(summary.minimum), shortest(summary.maximum),
                 shortest(summary.mean), shortest(summary.median), shortest(summary.standard_deviation),
                 shortest(summary.skewness), shortest(summary.kurtosis)});
    }
  }
  return std::move(table).finish();
}

std::string correlations_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period, {"list", "first", "second", "r", "p", "p_adjusted", "pairs"});
  for (const NamedPairs& list : lists_of(scene.audited.audit.correlations)) {
    for (const SeriesPair& pair : list.pairs) {
      table.add({std::string(list.name), scene.id(pair.first), scene.id(pair.second), shortest(pair.correlation.r),
                 shortest(pair.correlation.p), shortest(pair.p_adjusted), count(pair.correlation.pairs)});
    }
  }
  return std::move(table).finish();
}

void add_structure(PeriodTable& table, const AuditScene& scene, const NodeStructure& structure) {
  const auto& found = structure.components_found;
  const auto& test = structure.sphericity;
  table.add({scene.id(structure.node), std::string(), count(structure.rows), shortest(structure.reliability.alpha),
             shortest(structure.adequacy ? structure.adequacy->overall : kMissing),
             shortest(test ? test->statistic : kMissing), shortest(test ? test->degrees : kMissing),
             shortest(test ? test->p : kMissing), shortest(found ? found->shares.front() : kMissing)});
  for (std::size_t i = 0; i < structure.components.size(); ++i) {
    const std::vector<double>& alpha = structure.reliability.alpha_if_dropped;
    table.add({scene.id(structure.node), scene.id(structure.components[i]), std::string(),
               shortest(i < alpha.size() ? alpha[i] : kMissing),
               shortest(structure.adequacy ? structure.adequacy->of_each[i] : kMissing), std::string(), std::string(),
               std::string(), shortest(found ? found->loadings(i, 0) : kMissing)});
  }
}

std::string structure_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period, {"node", "component", "rows", "alpha", "adequacy", "sphericity",
                                                 "degrees", "p", "first_component"});
  for (const NodeStructure& structure : scene.audited.audit.structure) add_structure(table, scene, structure);
  return std::move(table).finish();
}

std::string importance_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period, {"component", "parent", "share", "effective_weight", "for_parent",
                                                 "for_index", "importance_share"});
  for (const ComponentImportance& one : scene.audited.audit.importance) {
    table.add({scene.id(one.component), scene.id(one.parent), shortest(one.share), shortest(one.effective_weight),
               shortest(one.for_parent), shortest(one.for_index), shortest(one.importance_share)});
  }
  return std::move(table).finish();
}

std::string removal_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period, {"removed", "mean_rank_change", "largest_change", "most_moved"});
  for (const Removal& removal : scene.audited.audit.removals) {
    table.add({scene.id(removal.removed), shortest(removal.mean_rank_change), count(removal.largest_change),
               removal.largest_change == 0 ? std::string() : scene.code(removal.most_moved)});
  }
  return std::move(table).finish();
}

std::string outliers_csv(const AuditScene& scene) {
  PeriodTable table(scene.audited.audit.period,
                    {"kind", "indicator", "unit", "value", "lower", "upper", "squared_distance", "p_adjusted"});
  for (const OutlyingFigure& figure : scene.audited.audit.outlying.figures) {
    table.add({"figure", scene.id(figure.indicator), scene.code(figure.unit), shortest(figure.value),
               shortest(figure.fences.lower), shortest(figure.fences.upper), std::string(), std::string()});
  }
  for (const OutlyingProfile& profile : scene.audited.audit.outlying.profiles) {
    table.add({"profile", std::string(), scene.code(profile.unit), std::string(), std::string(), std::string(),
               shortest(profile.squared_distance), shortest(profile.p_adjusted)});
  }
  return std::move(table).finish();
}

}  // namespace

std::string audit_csv(const AuditScene& scene, AuditSection section) {
  switch (section) {
    case AuditSection::Findings:
      return findings_csv(scene);
    case AuditSection::Availability:
      return availability_csv(scene);
    case AuditSection::Moments:
      return moments_csv(scene);
    case AuditSection::Correlations:
      return correlations_csv(scene);
    case AuditSection::Structure:
      return structure_csv(scene);
    case AuditSection::Importance:
      return importance_csv(scene);
    case AuditSection::Removal:
      return removal_csv(scene);
    case AuditSection::Outliers:
      break;
  }
  return outliers_csv(scene);
}

}  // namespace podium
