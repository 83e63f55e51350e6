#include <algorithm>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/audit_views.hpp"
#include "podium/cli/text_columns.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

/// A longer table shows its first lines only; --section prints all.
constexpr std::size_t kMostRows = 40;

struct AuditPage {
  AuditWords words;
  Colour colour;

  std::string heading(const std::string& text) const { return "\n" + styled(text, Style::Bold, colour) + "\n"; }
  std::string heading(const Phrase& phrase) const { return heading(words.say(phrase)); }
};

std::string head(const AuditPage& page) {
  const Index& index = page.words.scene.index;
  const Language language = page.words.language;
  const auto count = [](std::size_t number) { return std::to_string(number); };
  const std::string title =
      fill(texts::kAuditTitle.in(language), {index.title.in(language), to_text(page.words.audit().period)});
  const std::size_t nodes = index.hierarchy.size() - index.hierarchy.indicators().size() - 1;
  return styled(printable(title), Style::Bold, page.colour) + "\n" +
         fill(texts::kAuditScope.in(language), {count(index.units.size()), count(page.words.audit().ranked),
                                                count(index.hierarchy.indicators().size()), count(nodes)}) +
         "\n";
}

std::string in_full(const AuditPage& page, const Phrase& title, const TextTable& table) {
  if (table.rows.empty()) return page.heading(title) + page.words.say(texts::kNothingOutlying) + "\n";
  return page.heading(title) + to_text(table, page.colour);
}

std::string shortened(const AuditPage& page, const std::string& title, TextTable table, AuditSection section) {
  const std::size_t rows = table.rows.size();
  if (rows == 0) return {};
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows, kMostRows)), table.rows.end());
  std::string text = page.heading(title) + to_text(table, page.colour);
  if (rows > kMostRows) {
    text += fill(texts::kMoreRows.in(page.words.language), {std::to_string(rows - kMostRows)}) + ": --section " +
            std::string(to_word(section)) + "\n";
  }
  return text;
}

std::string note_on_marks(const AuditPage& page) {
  const AuditOptions& options = page.words.audit().options;
  const bool any = std::ranges::any_of(page.words.audit().moments, [](const IndicatorMoments& one) {
    return one.is_skewed_before || one.is_skewed_after || one.has_skewed_scores;
  });
  if (!any) return {};
  return fill(texts::kSkewedMark.in(page.words.language), {shortest(options.skewness), shortest(options.kurtosis)}) +
         "\n";
}

std::string name_of(const AuditPage& page, CorrelationKind kind) {
  switch (kind) {
    case CorrelationKind::Pearson:
      return page.words.say(texts::kPearson);
    case CorrelationKind::Spearman:
      return page.words.say(texts::kSpearman);
    case CorrelationKind::Kendall:
      break;
  }
  return page.words.say(texts::kKendall);
}

std::string title_of_correlations(const AuditPage& page) {
  return fill(texts::kCorrelations.in(page.words.language), {name_of(page, page.words.audit().correlations.kind)});
}

std::string all_pairs(const AuditPage& page) {
  const Correlations& all = page.words.audit().correlations;
  const struct {
    const Phrase& title;
    const std::vector<SeriesPair>& pairs;
  } lists[] = {{texts::kSiblings, all.siblings},
               {texts::kWithParents, all.with_parents},
               {texts::kWithTheIndex, all.with_index},
               {texts::kIndicatorPairs, all.indicators},
               {texts::kWithDenominators, all.with_denominators}};
  std::string text = page.heading(title_of_correlations(page));
  for (const auto& list : lists) {
    if (list.pairs.empty()) continue;
    text += page.heading(fill(texts::kPairs.in(page.words.language),
                              {page.words.say(list.title), std::to_string(list.pairs.size())})) +
            to_text(pairs_table(page.words, list.pairs), page.colour);
  }
  return text;
}

std::string finding_line(const AuditPage& page, const Finding& finding) {
  const Language language = page.words.language;
  const std::string step = fill(texts::kHandbookStep.in(language), {std::to_string(finding.handbook_step),
                                                                    handbook_step(finding.handbook_step).in(language)});
  const std::string sentence = sentence_of(page.words.scene.index, finding, page.words.scene.units).in(language);
  return "  - " + wrapped(printable(sentence) + " " + step, 4) + "\n";
}

std::string findings(const AuditPage& page) {
  const std::vector<Finding>& all = page.words.scene.audited.findings;
  std::string text = page.heading(texts::kFindings);
  if (all.empty()) return text + page.words.say(texts::kNoFindings) + "\n";
  std::vector<std::string> counts{std::to_string(all.size())};
  for (const Gravity gravity : {Gravity::Serious, Gravity::Moderate, Gravity::Note}) {
    const auto count = std::ranges::count(all, gravity, &Finding::gravity);
    counts.push_back(std::to_string(count));
    if (count == 0) continue;
    const Style style = gravity == Gravity::Serious ? Style::Bad : Style::Bold;
    text += styled(gravity_text(gravity).in(page.words.language), style, page.colour) + "\n";
    for (const Finding& finding : all) {
      if (finding.gravity == gravity) text += finding_line(page, finding);
    }
  }
  return text + "\n" + page.words.say(texts::kSteps10) + "\n" +
         fill(texts::kFindingsCounted.in(page.words.language), {counts[0], counts[1], counts[2], counts[3]}) + "\n";
}

std::string section_in_full(const AuditPage& page, AuditSection section) {
  const AuditWords& words = page.words;
  switch (section) {
    case AuditSection::Findings:
      return findings(page);
    case AuditSection::Availability:
      return in_full(page, texts::kAvailability, availability_table(words)) +
             in_full(page, texts::kAvailabilityOfUnits, unit_availability_table(words));
    case AuditSection::Moments:
      return in_full(page, texts::kSelectedFigures, selected_figures_table(words)) +
             in_full(page, texts::kMoments, moments_table(words)) + note_on_marks(page);
    case AuditSection::Correlations:
      return all_pairs(page);
    case AuditSection::Structure:
      return in_full(page, texts::kStructure, structure_table(words)) +
             in_full(page, texts::kStructureOfComponents, structure_of_components_table(words));
    case AuditSection::Importance:
      return in_full(page, texts::kImportance, importance_table(words));
    case AuditSection::Removal:
      return in_full(page, texts::kRemoval, removal_table(words));
    case AuditSection::Outliers:
      break;
  }
  return in_full(page, texts::kOutliers, outlying_figures_table(words)) +
         in_full(page, texts::kProfiles, outlying_profiles_table(words));
}

}  // namespace

std::string audit_view(const AuditScene& scene, Language language, Colour colour) {
  const AuditPage page{{scene, language}, colour};
  const AuditWords& words = page.words;
  return head(page) +
         shortened(page, words.say(texts::kAvailability), availability_table(words), AuditSection::Availability) +
         shortened(page, words.say(texts::kMoments), moments_table(words), AuditSection::Moments) +
         note_on_marks(page) +
         shortened(page, title_of_correlations(page), companions_table(words), AuditSection::Correlations) +
         shortened(page, words.say(texts::kStructure), structure_table(words), AuditSection::Structure) +
         shortened(page, words.say(texts::kImportance), importance_table(words), AuditSection::Importance) +
         shortened(page, words.say(texts::kRemoval), removal_table(words), AuditSection::Removal) + findings(page);
}

std::string audit_section_view(const AuditScene& scene, AuditSection section, Language language, Colour colour) {
  const AuditPage page{{scene, language}, colour};
  return head(page) + section_in_full(page, section);
}

}  // namespace podium
