#include "podium/wire/audit_parts.hpp"

#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_counts(JsonWriter& json, const CellCounts& counts) {
  json.field("cells", counts.cells);
  json.field("reported", counts.reported);
  json.field("carried", counts.carried);
  json.field("imputed", counts.imputed);
  json.field("missing", counts.missing);
  json.field("zeros", counts.zeros);
}

void write_summary(JsonWriter& json, std::string_view key, const Summary& summary) {
  json.object(key, [&] {
    json.field("count", summary.count);
    json.field("available", summary.available);
    json.field("nonzero", summary.nonzero);
    json.field("distinct", summary.distinct);
    json.field("most_frequent", summary.most_frequent);
    json.field("minimum", summary.minimum);
    json.field("maximum", summary.maximum);
    json.field("mean", summary.mean);
    json.field("median", summary.median);
    json.field("standard_deviation", summary.standard_deviation);
    json.field("skewness", summary.skewness);
    json.field("kurtosis", summary.kurtosis);
  });
}

void write_numbers(JsonWriter& json, std::string_view key, std::span<const double> numbers) {
  json.array(key, [&] {
    for (const double number : numbers) json.value(number);
  });
}

/// What is known of one component of a node.
void write_component(JsonWriter& json, const AuditScene& scene, const NodeStructure& structure, std::size_t i) {
  json.object([&] {
    json.field("node", scene.id(structure.components[i]));
    const std::vector<double>& alpha = structure.reliability.alpha_if_dropped;
    json.field("alpha_if_dropped", i < alpha.size() ? alpha[i] : kMissing);
    json.field("adequacy", structure.adequacy ? structure.adequacy->of_each[i] : kMissing);
    if (!structure.components_found) return json.field("loadings", nullptr);
    write_numbers(json, "loadings", structure.components_found->loadings.row(i));
  });
}

void write_node(JsonWriter& json, const AuditScene& scene, const NodeStructure& structure) {
  json.object([&] {
    json.field("node", scene.id(structure.node));
    json.field("rows", structure.rows);
    json.field("alpha", structure.reliability.alpha);
    if (structure.components_found) {
      write_numbers(json, "variances", structure.components_found->variances);
    } else {
      json.field("variances", nullptr);
    }
    json.field("adequacy", structure.adequacy ? structure.adequacy->overall : kMissing);
    if (structure.sphericity) {
      json.object("sphericity", [&] {
        json.field("statistic", structure.sphericity->statistic);
        json.field("degrees", structure.sphericity->degrees);
        json.field("p", structure.sphericity->p);
      });
    } else {
      json.field("sphericity", nullptr);
    }
    json.array("components", [&] {
      for (std::size_t i = 0; i < structure.components.size(); ++i) write_component(json, scene, structure, i);
    });
  });
}

void write_finding(JsonWriter& json, const AuditScene& scene, const Finding& finding) {
  json.object([&] {
    json.field("kind", to_word(finding.kind));
    json.field("gravity", to_word(finding.gravity));
    json.field("step", finding.handbook_step);
    write_text(json, "step_title", handbook_step(finding.handbook_step));
    json.array("nodes", [&] {
      for (const Series node : finding.nodes) json.value(scene.id(node));
    });
    json.array("units", [&] {
      for (const Unit unit : finding.units) json.value(scene.code(unit));
    });
    json.array("editions", [&] {
      for (const EditionAt edition : finding.editions) json.value(scene.index.editions[at(edition)].id);
    });
    json.object("numbers", [&] {
      for (const NamedNumber& number : finding.numbers) json.field(number.name, number.value);
    });
    json.field("extent", finding.extent);
    write_text(json, "sentence", sentence_of(scene.index, finding, scene.units));
  });
}

}  // namespace

std::array<NamedPairs, 5> lists_of(const Correlations& correlations) {
  return {{{"siblings", correlations.siblings},
           {"indicators", correlations.indicators},
           {"with_parents", correlations.with_parents},
           {"with_index", correlations.with_index},
           {"with_denominators", correlations.with_denominators}}};
}

std::array<NamedSummary, 4> stages_of(const IndicatorMoments& moments) {
  return {{{"selected", moments.selected},
           {"before", moments.before},
           {"after", moments.after},
           {"scores", moments.scores}}};
}

void write_findings(JsonWriter& json, const AuditScene& scene) {
  json.array("findings", [&] {
    for (const Finding& finding : scene.audited.findings) write_finding(json, scene, finding);
  });
}

void write_availability(JsonWriter& json, const AuditScene& scene) {
  const Availability& availability = scene.audited.audit.availability;
  json.object("availability", [&] {
    json.array("series", [&] {
      for (const Series series : Positions<Series>(availability.by_series.size())) {
        json.object([&] {
          json.field("id", scene.id(series));
          write_counts(json, availability.by_series[at(series)]);
        });
      }
    });
    json.array("units", [&] {
      for (const Unit unit : Positions<Unit>(availability.by_unit.size())) {
        json.object([&] {
          json.field("code", scene.code(unit));
          write_counts(json, availability.by_unit[at(unit)]);
          json.field("imputed_weight", availability.imputed_weight[at(unit)]);
          json.field("carried_weight", availability.carried_weight[at(unit)]);
        });
      }
    });
  });
}

void write_moments(JsonWriter& json, const AuditScene& scene) {
  json.array("moments", [&] {
    for (const IndicatorMoments& moments : scene.audited.audit.moments) {
      json.object([&] {
        json.field("indicator", scene.id(moments.indicator));
        json.field("treated", moments.treated);
        json.field("capped_low", moments.capped_low);
        json.field("capped_high", moments.capped_high);
        json.field("skewed_before", moments.is_skewed_before);
        json.field("skewed_after", moments.is_skewed_after);
        json.field("skewed_scores", moments.has_skewed_scores);
        for (const NamedSummary& stage : stages_of(moments)) write_summary(json, stage.name, stage.summary);
      });
    }
  });
}

void write_correlations(JsonWriter& json, const AuditScene& scene) {
  const Correlations& correlations = scene.audited.audit.correlations;
  json.object("correlations", [&] {
    json.field("kind", to_word(correlations.kind));
    json.field("correction", to_word(correlations.correction));
    for (const NamedPairs& list : lists_of(correlations)) {
      json.array(list.name, [&] {
        for (const SeriesPair& pair : list.pairs) {
          json.object([&] {
            json.field("first", scene.id(pair.first));
            json.field("second", scene.id(pair.second));
            json.field("r", pair.correlation.r);
            json.field("p", pair.correlation.p);
            json.field("p_adjusted", pair.p_adjusted);
            json.field("pairs", pair.correlation.pairs);
          });
        }
      });
    }
  });
}

void write_structure(JsonWriter& json, const AuditScene& scene) {
  json.array("structure", [&] {
    for (const NodeStructure& structure : scene.audited.audit.structure) write_node(json, scene, structure);
  });
  json.key("all_indicators");
  write_node(json, scene, scene.audited.audit.all_indicators);
}

void write_importance(JsonWriter& json, const AuditScene& scene) {
  json.array("importance", [&] {
    for (const ComponentImportance& one : scene.audited.audit.importance) {
      json.object([&] {
        json.field("component", scene.id(one.component));
        json.field("parent", scene.id(one.parent));
        json.field("share", one.share);
        json.field("effective_weight", one.effective_weight);
        json.field("for_parent", one.for_parent);
        json.field("for_index", one.for_index);
        json.field("importance_share", one.importance_share);
      });
    }
  });
}

void write_removal(JsonWriter& json, const AuditScene& scene) {
  json.array("removal", [&] {
    for (const Removal& removal : scene.audited.audit.removals) {
      json.object([&] {
        json.field("removed", scene.id(removal.removed));
        json.field("mean_rank_change", removal.mean_rank_change);
        json.field("largest_change", removal.largest_change);
        if (removal.largest_change == 0) {
          json.field("most_moved", nullptr);
        } else {
          json.field("most_moved", scene.code(removal.most_moved));
        }
        json.array("ranks", [&] {
          for (const Unit unit : Positions<Unit>(removal.ranks.size())) {
            json.object([&] {
              json.field("code", scene.code(unit));
              json.field("score", removal.scores[at(unit)]);
              write_rank(json, "rank", removal.ranks[at(unit)]);
            });
          }
        });
      });
    }
  });
}

void write_outliers(JsonWriter& json, const AuditScene& scene) {
  const Outlying& outlying = scene.audited.audit.outlying;
  json.object("outliers", [&] {
    json.array("figures", [&] {
      for (const OutlyingFigure& figure : outlying.figures) {
        json.object([&] {
          json.field("indicator", scene.id(figure.indicator));
          json.field("unit", scene.code(figure.unit));
          json.field("value", figure.value);
          json.array("fences", [&] {
            json.value(figure.fences.lower);
            json.value(figure.fences.upper);
          });
        });
      }
    });
    json.array("profiles", [&] {
      for (const OutlyingProfile& profile : outlying.profiles) {
        json.object([&] {
          json.field("unit", scene.code(profile.unit));
          json.field("squared_distance", profile.squared_distance);
          json.field("p_adjusted", profile.p_adjusted);
        });
      }
    });
  });
}

}  // namespace podium
