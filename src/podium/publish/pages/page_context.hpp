#pragma once

#include <span>
#include <string>

#include "podium/files/output.hpp"
#include "podium/publish/site_facts.hpp"
#include "podium/publish/site_restatements.hpp"
#include "podium/publish/site_stress.hpp"
#include "podium/publish/templates.hpp"
#include "podium/wire/audit.hpp"

namespace podium {

/// What every page of one language is made from. All of it must outlive the pages.
struct PageContext {
  const Index& index;
  const Computed& computed;
  const SiteFacts& facts;
  const SiteWords& words;
  const Templates& templates;
  std::span<const AuditedPeriod> audits{};          ///< of every period, for the pages of the audit
  std::span<const SiteRestatement> restatements{};  ///< empty: the site has no page of them
  const SiteStress* stress = nullptr;               ///< of the newest period; null: the site has none

  Language language() const { return words.language(); }
  const Panel& scores() const { return computed.ranking.panel(); }
  Time newest() const { return static_cast<Time>(index.periods.size() - 1); }
};

/// Paths of pages below the language's folder.
std::string ranking_path(const PageContext& context, Time time);
std::string unit_path(const PageContext& context, Unit unit);
std::string indicator_path(const PageContext& context, Series indicator);
/// The newest period's audit is audit.html.
std::string audit_path(const PageContext& context, Time time);
/// How sure the ranks are; and the place on it where a unit stands.
inline constexpr std::string_view kStressPath = "stress.html";
std::string stress_place(const PageContext& context, Unit unit);
/// What new editions made of printed figures.
inline constexpr std::string_view kRestatementsPath = "restatements.html";
/// Below the site's top: the same for both languages.
std::string indicator_csv_path(const Index& index, Series indicator);
std::string restatement_csv_path(const Index& index, const EditionChanges& changes);

/// The pages of the site.
OutputFile ranking_page(const PageContext& context, Time time);
/// The page of the newest ranking that also tells what the index is.
OutputFile home_page(const PageContext& context);
OutputFile unit_page(const PageContext& context, Unit unit);
OutputFile indicators_page(const PageContext& context);
OutputFile indicator_page(const PageContext& context, Series indicator);
OutputFile method_page(const PageContext& context);
OutputFile audit_page(const PageContext& context, Time time);
/// Only where the context has a stress test.
OutputFile stress_page(const PageContext& context);
/// Only where the context has restatements.
OutputFile restatements_page(const PageContext& context);
/// The page above the languages.
OutputFile welcome_page(const PageContext& english, const PageContext& korean);

}  // namespace podium
