#pragma once

#include "podium/wire/audit.hpp"
#include "podium/wire/json_writer.hpp"

/// The sections of an audit's message, each with its key; see audit_json.
namespace podium {

void write_findings(JsonWriter& json, const AuditScene& scene);
void write_availability(JsonWriter& json, const AuditScene& scene);
void write_moments(JsonWriter& json, const AuditScene& scene);
void write_correlations(JsonWriter& json, const AuditScene& scene);
void write_structure(JsonWriter& json, const AuditScene& scene);
void write_importance(JsonWriter& json, const AuditScene& scene);
void write_removal(JsonWriter& json, const AuditScene& scene);
void write_outliers(JsonWriter& json, const AuditScene& scene);

/// The lists of pairs of an audit by the names that messages give them.
struct NamedPairs {
  std::string_view name;
  std::span<const SeriesPair> pairs;
};
std::array<NamedPairs, 5> lists_of(const Correlations& correlations);

/// The stages of an indicator's distribution by name.
struct NamedSummary {
  std::string_view name;
  const Summary& summary;
};
std::array<NamedSummary, 4> stages_of(const IndicatorMoments& moments);

}  // namespace podium
