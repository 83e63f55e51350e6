#include "podium/cli/answer_pictures.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/explain_view.hpp"
#include "podium/cli/gap_view.hpp"
#include "podium/cli/labour_texts.hpp"
#include "podium/cli/labour_view.hpp"
#include "podium/cli/picture_texts.hpp"
#include "podium/cli/project_view.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/seek_texts.hpp"
#include "podium/cli/seek_view.hpp"
#include "podium/cli/what_if_view.hpp"
#include "podium/model/used_editions.hpp"
#include "podium/publish/pictures/effort_bars.hpp"
#include "podium/publish/pictures/fan_chart.hpp"
#include "podium/publish/pictures/slope_chart.hpp"
#include "podium/publish/pictures/waterfall.hpp"

namespace podium {
namespace {

/// More lines than a page holds are not drawn: those that move least are left out.
constexpr std::size_t kMostLines = 60;

std::string words(const Phrase& phrase, Language language) { return std::string(phrase.in(language)); }

/// The publishers of some editions, each once, in the order of the editions.
std::string source_line(const Index& index, std::span<const EditionAt> editions, Language language) {
  std::vector<std::string> publishers;
  for (const EditionAt edition : editions) {
    const std::string& publisher = index.editions[at(edition)].publisher;
    if (std::ranges::find(publishers, publisher) == publishers.end()) publishers.push_back(publisher);
  }
  std::string list;
  for (const std::string& publisher : publishers) list += (list.empty() ? "" : ", ") + publisher;
  return fill(texts::kPictureSource.in(language), {list});
}

std::string source_line(const Index& index, Language language) {
  return source_line(index, used_editions(index), language);
}

WaterfallStep step_of(std::string label, double change, bool is_part = false) {
  return {.label = std::move(label), .change = change, .value = signed_text(change), .is_part = is_part};
}

/// A sum, then what it is made of where that is more than one thing.
void add_steps(Waterfall& picture, std::string label, const std::vector<WaterfallStep>& parts) {
  double sum = 0;
  for (const WaterfallStep& part : parts) sum += part.change;
  picture.steps.push_back(step_of(std::move(label), sum));
  picture.steps.insert(picture.steps.end(), parts.begin(), parts.end());
}

SlopeLine line_of(const Index& index, Unit unit, Rank before, Rank after, bool is_subject, Language language) {
  return {.label = index.info(unit).name.in(language), .before = before, .after = after, .is_subject = is_subject};
}

bool changes_rank(const ScenarioMove& move) { return move.before != move.after; }

std::size_t distance(const SlopeLine& line) {
  return line.before > line.after ? line.before - line.after : line.after - line.before;
}

/// Of the parts, each once.
std::vector<Series> pillars_of(const ExplainedGap& gap) {
  std::vector<Series> pillars;
  for (const GapPart& part : gap.parts) {
    if (std::ranges::find(pillars, part.pillar) == pillars.end()) pillars.push_back(part.pillar);
  }
  return pillars;
}

/// What the unit of a seek answer would have to change in one indicator.
EffortBar effort_bar(const SeekAnswer& answer, std::size_t i, Language language) {
  const SeekAlone& alone = answer.alone[i];
  EffortBar bar{.label = answer.index.info(answer.indicator(i)).title.in(language)};
  if (alone.is_possible) {
    bar.alone = answer.prices[i] * std::abs(alone.change);
    bar.alone_text = signed_figure(alone.change);
  } else {
    bar.alone_text = fill(texts::kBestRankAlone.in(language), {std::to_string(alone.best_rank)});
  }
  const double change = answer.mix.changes[i];
  bar.mix_text = is_missing(change) ? std::string() : signed_figure(change);
  // What is left of rounding is no change to show.
  const bool changes = bar.mix_text.find_first_of("123456789") != std::string::npos;
  if (changes) {
    bar.mix = answer.prices[i] * std::abs(change);
  } else {
    bar.mix_text = words(texts::kNoChange, language);
  }
  bar.is_at_bound = changes && !answer.mix.is_possible && is_binding(answer, i);
  return bar;
}

std::string effort_axis(const SeekEffort& effort, Language language) {
  switch (effort.measure) {
    case SeekEffort::Measure::Money:
      return effort.currency;
    case SeekEffort::Measure::Cost:
      return words(texts::kAxisOfCosts, language);
    case SeekEffort::Measure::Spread:
      break;
  }
  return words(texts::kAxisOfSpreads, language);
}

FanSeries fan_series(const Projection& projection, Unit unit, std::span<const SeriesPoint> points,
                     std::vector<double> CatchUpYear::* values, Language language) {
  FanSeries series{.name = projection.index.info(unit).name.in(language)};
  for (const SeriesPoint& point : points) {
    series.times.push_back(point.time);
    series.values.push_back(point.value);
  }
  for (const CatchUpYear& year : projection.catch_up.years) {
    if (year.year > projection.setting.horizon) break;
    series.future_times.push_back(year.year);
    series.bands.push_back(year.*values);
  }
  return series;
}

}  // namespace

std::string explanation_waterfall(const Explanation& explanation, Language language) {
  const ExplainedChange& change = explanation.change;
  const AnswerWords above = explain_words(explanation, language);
  const auto label = [&](const ExplainedState& state) {
    return fill(texts::kScoreOf.in(language), {state_text(explanation, state)});
  };
  Waterfall picture{.id = "explain",
                    .title = above.title,
                    .subtitle = above.sentence,
                    .source = source_line(explanation.index, language),
                    .start_label = label(explanation.before),
                    .start = change.score_before,
                    .start_value = shown_score(change.score_before),
                    .end_label = label(explanation.after),
                    .end = change.score_after,
                    .end_value = shown_score(change.score_after)};
  for (const std::span<const ChangeFactor> group : grouped_factors(change.factors)) {
    const ChangeFactor& first = group.front();
    if (first.kind != ChangeFactor::Kind::Own) {
      picture.steps.push_back(step_of(factor_title(explanation, first, language), first.score.value));
      continue;
    }
    std::vector<WaterfallStep> parts;
    for (const ChangeFactor& factor : group) {
      parts.push_back(step_of(factor_title(explanation, factor, language), factor.score.value, true));
    }
    add_steps(picture, own_factors_title(explanation, first.pillar, language), parts);
  }
  return waterfall(picture);
}

std::string overtake_slope(const Explanation& explanation, Language language) {
  const ExplainedChange& change = explanation.change;
  const AnswerWords above = explain_words(explanation, language);
  SlopeChart picture{.id = "overtakes",
                     .title = above.title,
                     .subtitle = above.sentence,
                     .source = source_line(explanation.index, language),
                     .before_title = state_text(explanation, explanation.before),
                     .after_title = state_text(explanation, explanation.after),
                     .unranked = words(texts::kUnrankedThere, language)};
  picture.lines.push_back(
      line_of(explanation.index, explanation.unit, change.rank_before, change.rank_after, true, language));
  for (const auto* const list : {&change.ledger.passed_us, &change.ledger.we_passed}) {
    for (const Overtaking& one : *list) {
      if (picture.lines.size() == kMostLines) break;
      picture.lines.push_back(line_of(explanation.index, one.unit, one.before, one.after, false, language));
    }
  }
  return slope_chart(picture);
}

std::string gap_waterfall(const GapExplanation& explanation, Language language) {
  const ExplainedGap& gap = explanation.gap;
  const Index& index = explanation.index;
  const AnswerWords above = gap_words(explanation, language);
  Waterfall picture{.id = "gap",
                    .title = above.title,
                    .subtitle = above.sentence,
                    .source = source_line(index, language),
                    .start_label = index.info(explanation.other).name.in(language),
                    .start = gap.score_of_other,
                    .start_value = shown_score(gap.score_of_other),
                    .end_label = index.info(explanation.unit).name.in(language),
                    .end = gap.score,
                    .end_value = shown_score(gap.score)};
  for (const Series pillar : pillars_of(gap)) {
    std::vector<WaterfallStep> parts;
    for (const GapPart& part : gap.parts) {
      if (part.pillar != pillar || part.indicator == pillar) continue;
      parts.push_back(step_of(index.info(part.indicator).title.in(language), part.score.value, true));
    }
    const std::string& title = index.info(pillar).title.in(language);
    if (!parts.empty()) add_steps(picture, title, parts);
    const auto itself = std::ranges::find(gap.parts, pillar, &GapPart::indicator);
    if (itself != gap.parts.end()) picture.steps.push_back(step_of(title, itself->score.value));
  }
  return waterfall(picture);
}

std::string seek_bars(const SeekAnswer& answer, Language language) {
  const AnswerWords above = seek_words(answer, language);
  EffortBars picture{
      .id = "seek",
      .title = above.title,
      .subtitle = above.sentence,
      .source = source_line(answer.index, language),
      .alone_title = words(texts::kOnlyThis, language),
      .mix_title = words(answer.mix.is_possible ? texts::kCheapestMix : texts::kBestWithinReach, language),
      .impossible = words(texts::kNotPossibleAlone, language),
      .at_bound = words(texts::kAtBound, language),
      .axis_title = effort_axis(answer.effort, language)};
  for (std::size_t i = 0; i < answer.alone.size(); ++i) picture.bars.push_back(effort_bar(answer, i, language));
  return effort_bars(picture);
}

std::string what_if_slope(const WhatIf& what_if, Language language) {
  const AnswerWords above = what_if_words(what_if, language);
  SlopeChart picture{.id = "what-if",
                     .title = above.title,
                     .subtitle = above.sentence,
                     .source = source_line(what_if.index, language),
                     .before_title = words(texts::kAsItIs, language),
                     .after_title = words(texts::kAsAssumed, language),
                     .unranked = words(texts::kUnrankedThere, language)};
  for (const ScenarioMove& move : what_if.moves) {
    const bool is_subject =
        std::ranges::find(what_if.figures, move.unit, &ChangedFigure::unit) != what_if.figures.end();
    if (!changes_rank(move) && !is_subject) continue;
    picture.lines.push_back(line_of(what_if.index, move.unit, move.before, move.after, is_subject, language));
  }
  if (picture.lines.size() > kMostLines) {
    std::ranges::stable_sort(picture.lines, [](const SlopeLine& one, const SlopeLine& other) {
      return std::pair(one.is_subject, distance(one)) > std::pair(other.is_subject, distance(other));
    });
    picture.lines.resize(kMostLines);
  }
  return slope_chart(picture);
}

std::string projection_fan(const Projection& projection, Language language) {
  const AnswerWords above = project_words(projection, language);
  FanChart picture{.id = "project",
                   .title = above.title,
                   .subtitle = above.sentence,
                   .source = source_line(projection.index, projection.editions, language),
                   .axis_title = fill(texts::kLogarithmicAxis.in(language),
                                      {projection.index.info(projection.indicator).unit_of_measure}),
                   .mark_time = projection.catch_up.start,
                   .mark_text = fill(texts::kLastFigures.in(language), {shortest(projection.catch_up.start)})};
  picture.series.push_back(
      fan_series(projection, projection.leader, projection.of_leader, &CatchUpYear::leader, language));
  picture.series.push_back(
      fan_series(projection, projection.unit, projection.of_unit, &CatchUpYear::follower, language));
  return fan_chart(picture);
}

std::string labour_bars(const LabourAnswer& answer, Language language) {
  const AnswerWords above = labour_words(answer, language);
  const bool is_stock_flow = answer.kind == LabourKind::StockFlow;
  EffortBars picture{.id = "labour",
                     .title = above.title,
                     .subtitle = above.sentence,
                     .source = source_line(answer.index, answer.editions, language),
                     .alone_title = words(texts::kWanted, language),
                     .mix_title = words(is_stock_flow ? texts::kThere : texts::kComing, language),
                     .axis_title = words(texts::kAxisOfPeople, language)};
  for (std::size_t level = 0; level < answer.levels.size(); ++level) {
    const double demand = answer.demand[level].back();
    const double supply = answer.supply[level].back();
    picture.bars.push_back({.label = answer.levels[level],
                            .alone = demand,
                            .alone_text = grouped(demand, 0),
                            .mix = supply,
                            .mix_text = grouped(supply, 0)});
  }
  return effort_bars(picture);
}

}  // namespace podium
