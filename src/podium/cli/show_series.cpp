#include <algorithm>

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/show_views.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/weight/in_force.hpp"
#include "podium/publish/display_width.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/series_profile.hpp"

namespace podium {
namespace {

struct SeriesPage {
  const Index& index;
  const Computed& computed;
  Series series;
  Language language;
  Colour colour;

  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language)); }
  std::string id(Series one) const { return computed.selection.panel().id(one); }
  const Panel& scores() const { return computed.ranking.panel(); }
  Time newest() const { return static_cast<Time>(index.periods.size() - 1); }
  std::string heading(const Phrase& phrase) const { return "\n" + styled(words(phrase), Style::Bold, colour) + "\n"; }
};

std::string line(const SeriesPage& page, const Phrase& label, const std::string& text) {
  return page.words(label) + ": " + printable(text) + "\n";
}

std::string definition_of_indicator(const SeriesPage& page) {
  const NodeSpec& spec = page.index.hierarchy.node(page.series);
  std::string text =
      line(page, texts::kDirection, page.words(spec.direction > 0 ? texts::kMoreIsBetter : texts::kLessIsBetter));
  if (spec.goalposts) {
    text += line(page, texts::kGoalposts, shortest(spec.goalposts->lower) + " - " + shortest(spec.goalposts->upper));
  }
  if (spec.target) {
    const bool is_point = spec.target->lower == spec.target->upper;
    text += line(page, texts::kTarget,
                 shortest(spec.target->lower) + (is_point ? std::string() : " - " + shortest(spec.target->upper)));
  }
  if (!spec.denominator.empty()) {
    text +=
        line(page, texts::kDivided, fill(texts::kTimes.in(page.language), {spec.denominator, shortest(spec.factor)}));
  }
  return text;
}

std::string definition(const SeriesPage& page) {
  const Hierarchy& hierarchy = page.index.hierarchy;
  const SeriesInfo& info = page.index.info(page.series);
  std::string text =
      styled(printable(info.title.in(page.language)) + " (" + page.id(page.series) + ")", Style::Bold, page.colour) +
      "\n";
  if (!info.description.in(page.language).empty()) text += printable(info.description.in(page.language)) + "\n";
  text += "\n";
  if (!info.unit_of_measure.empty()) text += line(page, texts::kMeasure, info.unit_of_measure);
  if (is_denominator(page.index, page.series)) return text + page.words(texts::kDenominator) + "\n";
  if (const auto parent = hierarchy.parent(page.series)) {
    text +=
        line(page, texts::kWeight,
             fill(texts::kOfTheIndex.in(page.language),
                  {shown_share(share_in_force(hierarchy, page.scores(), page.series, page.newest())), page.id(*parent),
                   shown_share(effective_weight_in_force(hierarchy, page.scores(), page.series, page.newest()))}));
  }
  if (hierarchy.is_indicator(page.series)) text += definition_of_indicator(page);
  return text;
}

std::string components(const SeriesPage& page) {
  TextTable table;
  table.columns = {{page.words(texts::kNode)}, {page.words(texts::kId)}, {page.words(texts::kShare), Align::Right}};
  for (const Series child : page.index.hierarchy.children(page.series)) {
    table.rows.push_back({page.index.info(child).title.in(page.language), page.id(child),
                          shown_share(share_in_force(page.index.hierarchy, page.scores(), child, page.newest()))});
  }
  return page.heading(texts::kComponents) + to_text(table, page.colour);
}

std::string coverage(const SeriesPage& page) {
  TextTable table;
  table.columns = {
      {page.words(texts::kPeriod)}, {page.words(texts::kEdition)}, {page.words(texts::kUnits), Align::Right}};
  for (const SeriesCoverage& one : coverage_of(page.computed.selection, page.series)) {
    table.rows.push_back({to_text(page.computed.selection.panel().period(one.time)),
                          one.edition ? page.index.editions[at(*one.edition)].id : std::string(),
                          std::to_string(one.units)});
  }
  return page.heading(texts::kCoverage) + to_text(table, page.colour);
}

std::string origins(const SeriesPage& page) {
  const std::span<const Observation> observations = page.index.observations_of(page.series);
  std::string text = page.heading(texts::kEditions);
  for (const EditionAt edition : editions_of(page.index, observations)) {
    text += "- " + edition_text(page.index.editions[at(edition)]) + "\n";
  }
  text += page.heading(texts::kSources);
  for (std::size_t i = 0; i < page.index.sources.size(); ++i) {
    const auto uses = [&](const Observation& observation) { return at(observation.source) == i; };
    if (std::none_of(observations.begin(), observations.end(), uses)) continue;
    const Source& source = page.index.sources[i];
    text += "- " + printable(source.id + ": " + source.title + " (" + source.publisher + ")  " + source.url) + "\n";
  }
  return text;
}

std::string top(const SeriesPage& page) {
  const Time newest = static_cast<Time>(page.index.periods.size() - 1);
  RankingTable table = ranking_table(page.index, page.computed.ranking, page.series, newest);
  if (table.rows.size() > kTopOfRanking) table.rows.resize(kTopOfRanking);
  TextTable text = ranking_text_table(page.index, page.computed, table, page.language);
  if (page.index.hierarchy.is_indicator(page.series)) {
    text.columns.push_back({page.words(texts::kFigure), Align::Right});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto origin = page.computed.selection.origin(page.series, newest, table.rows[i].unit);
      const auto value = origin ? page.index.observation(*origin).value : std::nullopt;
      text.rows[i].emplace_back(value ? value->text : std::string());
    }
  }
  return "\n" +
         styled(ranking_title(page.index, page.series, page.index.periods.back(), page.language), Style::Bold,
                page.colour) +
         "\n" + to_text(text, page.colour);
}

}  // namespace

std::string series_view(const Index& index, const Computed& computed, Series series, Language language, Colour colour) {
  const SeriesPage page{index, computed, series, language, colour};
  if (is_denominator(index, series)) return definition(page) + coverage(page) + origins(page);
  if (!index.hierarchy.is_indicator(series)) return definition(page) + components(page) + top(page);
  return definition(page) + coverage(page) + top(page) + origins(page);
}

}  // namespace podium
