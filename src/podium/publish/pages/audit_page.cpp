#include <algorithm>

#include "podium/publish/pages/audit_tables.hpp"

namespace podium {
namespace {

PageData findings_of_gravity(const PageContext& context, const AuditedPeriod& audited, Gravity gravity) {
  const UnitWords units = context.facts.kinds.countries ? country_words() : UnitWords{};
  PageData list = empty_list();
  for (const Finding& finding : audited.findings) {
    if (finding.gravity != gravity) continue;
    PageData data;
    data["sentence"] = sentence_of(context.index, finding, units).in(context.language());
    data["step"] = std::to_string(finding.handbook_step);
    data["step_title"] = handbook_step(finding.handbook_step).in(context.language());
    list << data;
  }
  return list;
}

/// Groups of findings, the gravest first; without those that are empty.
PageData finding_groups(const PageContext& context, const AuditedPeriod& audited) {
  PageData groups = empty_list();
  for (const Gravity gravity : {Gravity::Serious, Gravity::Moderate, Gravity::Note}) {
    PageData findings = findings_of_gravity(context, audited, gravity);
    if (findings.list_value().empty()) continue;
    PageData group;
    group["gravity"] = std::string(to_word(gravity));
    group["gravity_title"] = context.words["gravity_" + std::string(to_word(gravity))];
    group["count"] = std::to_string(findings.list_value().size());
    group["findings"] = std::move(findings);
    groups << group;
  }
  return groups;
}

PageData period_links(const PageContext& context, Time current, const std::string& home) {
  PageData list = empty_list();
  for (std::size_t i = context.audits.size(); i-- > 0;) {
    const Time time = static_cast<Time>(i);
    PageData link;
    link["label"] = period_of(context, time);
    link["href"] = home + audit_path(context, time);
    link["current"] = time == current;
    link["count"] = std::to_string(context.audits[i].findings.size());
    list << link;
  }
  return list;
}

void set_thresholds(PageData& data, const AuditOptions& options) {
  data["skewness_bound"] = shortest(options.skewness);
  data["kurtosis_bound"] = shortest(options.kurtosis);
  data["alpha_bound"] = shortest(options.alpha);
  data["adequacy_bound"] = shortest(options.adequacy);
  data["first_bound"] = percent_text(options.first_component);
  data["redundant_bound"] = shortest(options.redundant);
  data["silent_bound"] = shortest(options.silent);
}

}  // namespace

OutputFile audit_page(const PageContext& context, Time time) {
  const AuditedPeriod& audited = context.audits[at(time)];
  const Audit& audit = audited.audit;
  const std::string period = period_of(context, time);
  const PageHead head{.path = audit_path(context, time),
                      .title = fill(context.words["audit_of_period"], {{"period", period}}),
                      .description = context.words["audit_lead"],
                      .section = Section::Audit};
  const std::string home = way_home(head.path);
  PageData data = page_data(context, head);
  data["period"] = period;
  data["periods"] = period_links(context, time, home);
  data["ranked"] = std::to_string(audit.ranked);
  data["finding_groups"] = finding_groups(context, audited);
  data["has_findings"] = !audited.findings.empty();
  set_thresholds(data, audit.options);

  std::vector<std::string> period_heads;
  for (const Time one : all_periods(context.scores())) period_heads.push_back(period_of(context, one));
  data["period_heads"] = list_of(period_heads);
  data["availability_rows"] = availability_rows(context, home);
  data["is_treated"] = is_treated(audit);
  data["moment_rows"] = moment_rows(context, audit, home);
  PageData matrices = correlation_matrices(context, audit, home);
  data["has_matrices"] = !matrices.list_value().empty();
  data["matrices"] = std::move(matrices);
  data["structure_rows"] = structure_rows(context, audit);
  data["importance_rows"] = importance_rows(context, audit, home);
  data["removal_rows"] = removal_rows(context, audit, home);
  data["has_removals"] = !audit.removals.empty();
  return finish_page(context, "audit", head, data);
}

}  // namespace podium
