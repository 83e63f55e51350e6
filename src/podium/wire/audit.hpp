#pragma once

#include <span>
#include <string>

#include "podium/audit/finding.hpp"
#include "podium/audit/sentences.hpp"

namespace podium {

/// What an audit of one period measured, and what follows from it.
struct AuditedPeriod {
  Audit audit;
  std::vector<Finding> findings;  ///< worst first
};

/// `computed` is of that index.
AuditedPeriod audited_period(const Index& index, const Computed& computed, Time time, const AuditOptions& options = {});

/// The parts of an audit that can be asked for by name.
enum class AuditSection : std::uint8_t {
  Findings,
  Availability,
  Moments,
  Correlations,
  Structure,
  Importance,
  Removal,
  Outliers,
};
template <>
struct Words<AuditSection> {
  static constexpr std::array<std::pair<std::string_view, AuditSection>, 8> list{{
      {"findings", AuditSection::Findings},
      {"availability", AuditSection::Availability},
      {"moments", AuditSection::Moments},
      {"correlations", AuditSection::Correlations},
      {"structure", AuditSection::Structure},
      {"importance", AuditSection::Importance},
      {"removal", AuditSection::Removal},
      {"outliers", AuditSection::Outliers},
  }};
};
std::vector<AuditSection> all_audit_sections();

/// What every message of an audit is made from. All of it must outlive the scene.
struct AuditScene {
  const Index& index;
  const Computed& computed;
  const AuditedPeriod& audited;
  UnitWords units{};  ///< what the units are called in sentences

  const std::string& id(Series series) const { return computed.selection.panel().id(series); }
  const std::string& code(Unit unit) const { return index.info(unit).code; }
};

/// {"index":{..},"edition_choice":{..},"period":"2024","units":47,"ranked":45,"options":{..},
///  "findings":[{"kind","gravity","step","step_title","nodes":[ids],"units":[codes],"editions":[ids],"numbers":{..},
///    "extent","sentence"}],
///  "availability":{"series":[{"id","cells","reported","carried","imputed","missing","zeros"}],
///    "units":[{"code", the same counts,"imputed_weight","carried_weight"}]},
///  "moments":[{"indicator","treated","capped_low","capped_high","skewed_before","skewed_after","skewed_scores",
///    "selected":{"count","available","nonzero","distinct","most_frequent","minimum","maximum","mean","median",
///    "standard_deviation","skewness","kurtosis"},"before":{..},"after":{..},"scores":{..}}],
///  "correlations":{"kind","correction","siblings":[{"first","second","r","p","p_adjusted","pairs"}],"indicators",
///    "with_parents","with_index","with_denominators"},
///  "structure":[{"node","rows","alpha","variances","adequacy","sphericity":{"statistic","degrees","p"},
///    "components":[{"node","alpha_if_dropped","adequacy","loadings"}]}],"all_indicators":{the same},
///  "importance":[{"component","parent","share","effective_weight","for_parent","for_index","importance_share"}],
///  "removal":[{"removed","mean_rank_change","largest_change","most_moved","ranks":[{"code","score","rank"}]}],
///  "outliers":{"figures":[{"indicator","unit","value","fences":[l,u]}],
///    "profiles":[{"unit","squared_distance","p_adjusted"}]}}
/// Only the sections asked for, in this order; null for what could not be computed.
std::string audit_json(const AuditScene& scene, std::span<const AuditSection> sections);

/// One section as a table, its first column the period:
///   findings      gravity,handbook_step,kind,nodes,units,sentence.en,sentence.ko (several ids with a space between)
///   availability  kind,id,cells,reported,carried,imputed,missing,zeros,imputed_weight,carried_weight (kind: series,
///                 unit)
///   moments       indicator,stage,count,available,nonzero,distinct,minimum,maximum,mean,median,standard_deviation,
///                 skewness,kurtosis (stage: selected, before, after, scores)
///   correlations  list,first,second,r,p,p_adjusted,pairs
///   structure     node,component,rows,alpha,adequacy,sphericity,degrees,p,first_component; without a component the
///                 values are the node's, with one they are alpha without it, its own adequacy and its first loading
///   importance    component,parent,share,effective_weight,for_parent,for_index,importance_share
///   removal       removed,mean_rank_change,largest_change,most_moved
///   outliers      kind,indicator,unit,value,lower,upper,squared_distance,p_adjusted (kind: figure, profile)
std::string audit_csv(const AuditScene& scene, AuditSection section);

}  // namespace podium
