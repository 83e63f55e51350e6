#pragma once

#include "podium/cli/audit_texts.hpp"
#include "podium/cli/command.hpp"
#include "podium/wire/audit.hpp"
#include "podium/wire/ranking.hpp"

/// The tables of an audit, for people.
namespace podium {

/// What the tables are made from, and in which words.
struct AuditWords {
  const AuditScene& scene;
  Language language;

  const Audit& audit() const { return scene.audited.audit; }
  std::string say(const Phrase& phrase) const { return std::string(phrase.in(language)); }
  /// The title, or the id where there is none, cut to `width` columns.
  std::string title(Series series, std::size_t width) const;
  /// The same, two columns farther right for each level below the index.
  std::string indented_title(Series series, std::size_t width) const;
  const std::string& name(Unit unit) const { return scene.index.info(unit).name.in(language); }
};

/// The text, or as much of it as fits into so many columns of a terminal and a dot of ellipsis.
std::string cut_to(std::string_view text, std::size_t width);
/// Five significant digits.
std::string shown_figure(double value);
/// The same with a plus before a rise.
std::string signed_figure(double change);
/// Three decimals, "<0.001" below.
std::string shown_p(double p);
/// "12%"
std::string shown_percent(double share);

TextTable availability_table(const AuditWords& words);
TextTable unit_availability_table(const AuditWords& words);
TextTable moments_table(const AuditWords& words);
TextTable selected_figures_table(const AuditWords& words);
TextTable companions_table(const AuditWords& words);
TextTable pairs_table(const AuditWords& words, std::span<const SeriesPair> pairs);
TextTable structure_table(const AuditWords& words);
TextTable structure_of_components_table(const AuditWords& words);
TextTable importance_table(const AuditWords& words);
TextTable removal_table(const AuditWords& words);
TextTable outlying_figures_table(const AuditWords& words);
TextTable outlying_profiles_table(const AuditWords& words);

}  // namespace podium
