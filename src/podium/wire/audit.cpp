#include "podium/wire/audit.hpp"

#include <algorithm>

#include "podium/wire/audit_parts.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_options(JsonWriter& json, const AuditOptions& options) {
  json.object("options", [&] {
    json.field("correlation", to_word(options.correlation));
    json.field("correction", to_word(options.correction));
    json.field("significance", options.significance);
    json.field("thin_share", options.thin_share);
    json.field("very_thin_share", options.very_thin_share);
    json.field("filled_weight", options.filled_weight);
    json.field("skewness", options.skewness);
    json.field("kurtosis", options.kurtosis);
    json.field("same_share", options.same_share);
    json.field("capped_share", options.capped_share);
    json.field("redundant", options.redundant);
    json.field("silent", options.silent);
    json.field("size", options.size);
    json.field("alpha", options.alpha);
    json.field("adequacy", options.adequacy);
    json.field("first_component", options.first_component);
    json.field("importance_factor", options.importance_factor);
    json.field("removal_share", options.removal_share);
    json.field("fence_width", options.fence_width);
  });
}

void write_section(JsonWriter& json, const AuditScene& scene, AuditSection section) {
  switch (section) {
    case AuditSection::Findings:
      return write_findings(json, scene);
    case AuditSection::Availability:
      return write_availability(json, scene);
    case AuditSection::Moments:
      return write_moments(json, scene);
    case AuditSection::Correlations:
      return write_correlations(json, scene);
    case AuditSection::Structure:
      return write_structure(json, scene);
    case AuditSection::Importance:
      return write_importance(json, scene);
    case AuditSection::Removal:
      return write_removal(json, scene);
    case AuditSection::Outliers:
      return write_outliers(json, scene);
  }
}

}  // namespace

AuditedPeriod audited_period(const Index& index, const Computed& computed, Time time, const AuditOptions& options) {
  Audit measured = audit(index, computed, time, options);
  std::vector<Finding> findings = findings_of(index, computed, measured);
  return {std::move(measured), std::move(findings)};
}

std::vector<AuditSection> all_audit_sections() {
  std::vector<AuditSection> sections;
  for (const auto& [word, section] : Words<AuditSection>::list) sections.push_back(section);
  return sections;
}

std::string audit_json(const AuditScene& scene, std::span<const AuditSection> sections) {
  const Audit& audit = scene.audited.audit;
  JsonWriter json;
  json.object([&] {
    write_index(json, scene.index);
    write_choice(json, "edition_choice", scene.index, scene.computed.choice);
    json.field("period", to_text(audit.period));
    json.field("units", scene.index.units.size());
    json.field("ranked", audit.ranked);
    write_options(json, audit.options);
    for (const AuditSection section : all_audit_sections()) {
      if (std::find(sections.begin(), sections.end(), section) != sections.end()) write_section(json, scene, section);
    }
  });
  return std::move(json).finish();
}

}  // namespace podium
