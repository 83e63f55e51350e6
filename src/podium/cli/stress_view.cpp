#include "podium/cli/stress_view.hpp"

#include <algorithm>

#include "podium/cli/progress_line.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"
#include "podium/wire/stress_sentences.hpp"

namespace podium {
namespace {

namespace words {
constexpr Phrase kTitle{"{0}: {1} alternative worlds", "{0}: 대안 세계 {1}개"};
constexpr Phrase kStopped{"stopped after {0} of {1} draws", "{1}번 가운데 {0}번에서 멈춤"};
constexpr Phrase kMedian{"median", "중앙값"};
constexpr Phrase kMet{"met", "나타난 범위"};
constexpr Phrase kHeld{"this rank or better", "이 순위 이내"};
constexpr Phrase kFirst{"first", "1위"};
constexpr Phrase kVaried{"Varied: {0}", "바꿔 본 것: {0}"};
constexpr Phrase kEntropy{
    "Entropy of the ranking: {0} (0: every rank is certain, 1: any rank is as likely as any other)",
    "순위의 엔트로피: {0} (0: 모든 순위가 확실, 1: 모든 순위가 똑같이 가능)"};
constexpr Phrase kPossible{"possible", "가능 범위"};
constexpr Phrase kWorld{"{0}: world {1} of seed {2}", "{0}: 시드 {2}의 {1}번 세계"};
constexpr Phrase kLeftOut{"left out", "제외"};
constexpr Phrase kNothing{"nothing", "없음"};
constexpr Phrase kDrawn{"drawn", "뽑은 값"};
constexpr Phrase kBefore{"before", "원래 값"};
constexpr Phrase kPublished{"published", "발표"};
constexpr Phrase kMoreFigures{"{0} more figures (--limit N for more, --format csv --section figures for all)",
                              "수치 {0}개 더 있음(더 보려면 --limit N, 모두 보려면 --format csv --section figures)"};
}  // namespace words

TextTable table_of(const StressResult& result, std::size_t limit, Language language) {
  const auto title = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable table;
  table.columns = {{title(texts::kRank), Align::Right},
                   {title(texts::kUnit)},
                   {title(texts::kName)},
                   {title(words::kMedian), Align::Right},
                   {interval_share(result), Align::Right},
                   {title(words::kMet), Align::Right},
                   {title(words::kHeld), Align::Right},
                   {title(words::kFirst), Align::Right}};
  if (result.attainable != nullptr) table.columns.push_back({title(words::kPossible), Align::Right});
  const std::vector<Unit> order = result.order();
  const Unit about = result.about();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Unit unit = order[i];
    if (i >= limit && unit != about) continue;
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    const Rank published = result.published(unit);
    table.rows.push_back(
        {shown_rank(published), result.index.info(unit).code, result.index.info(unit).name.in(language),
         shown_rank(found.median_rank), rank_span(found.lower_rank, found.upper_rank),
         rank_span(found.best_rank, found.worst_rank),
         published == 0 ? std::string() : share_text(at_most(result.tally, at(unit), published).value, 1),
         share_text(found.acceptability.front(), 1)});
    if (result.attainable != nullptr) table.rows.back().emplace_back(possible_span((*result.attainable)[at(unit)]));
  }
  return table;
}

/// What the table leaves out and what a column of it means.
std::string notes_on_table(const StressResult& result, std::size_t limit, Language language) {
  std::string text;
  const std::size_t shown = std::min(limit, result.tally.units());
  if (shown < result.tally.units()) {
    text += fill(texts::kMoreRows.in(language), {std::to_string(result.tally.units() - shown)}) + "\n";
  }
  if (result.attainable != nullptr) text += possible_note().in(language) + "\n";
  return text;
}

/// What was varied, what the ranks depend on, how precise it all is, and what failed.
std::string notes_on_plan(const StressResult& result, Language language) {
  std::string text = fill(words::kVaried.in(language), {varied_text(result).in(language)}) + "\n";
  const std::vector<Text> dependences = dependence_sentences(result);
  for (const Text& sentence : dependences) text += sentence.in(language) + "\n";
  text += fill(words::kEntropy.in(language), {fixed(ranking_entropy(result.tally), 2)}) + "\n";
  text += sampling_error_sentence(result).in(language) + "\n";
  const std::vector<Text> failures = failure_sentences(result);
  for (const Text& sentence : failures) text += sentence.in(language) + "\n";
  return text;
}

/// The figures that a world has otherwise, the first `limit` of them.
std::string figures_text(const StressWorld& world, std::size_t limit, TextForm form, Language language, Colour colour) {
  if (world.figures.empty()) return {};
  const Index& index = world.result.index;
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  TextTable table{.columns = {{std::string(texts::kUnit.in(language))},
                              {std::string(texts::kIndicator.in(language))},
                              {std::string(texts::kPeriod.in(language))},
                              {std::string(texts::kStep.in(language)), Align::Right},
                              {std::string(words::kBefore.in(language)), Align::Right},
                              {std::string(words::kDrawn.in(language)), Align::Right}},
                  .rows = {}};
  const std::size_t shown = std::min(limit, world.figures.size());
  for (const MovedFigure& figure : std::span(world.figures).first(shown)) {
    table.rows.push_back({index.info(figure.unit).code, ids[at(figure.series)], to_text(figure.period),
                          figure.step > 0 ? std::to_string(figure.step) : std::string(), shortest(figure.before),
                          shortest(figure.drawn)});
  }
  std::string text = "\n" + shown_table(table, form, colour);
  if (shown == world.figures.size()) return text;
  if (form == TextForm::Markdown) text += "\n";
  const std::string left = std::to_string(world.figures.size() - shown);
  return text + fill(words::kMoreFigures.in(language), {left}) + "\n";
}

}  // namespace

std::string stress_view(const StressResult& result, std::size_t limit, TextForm form, Language language,
                        Colour colour) {
  const std::string ranking =
      ranking_title(result.index, result.node, result.computed.ranking.panel().period(result.time), language);
  std::string title = fill(words::kTitle.in(language), {ranking, grouped(result.tally.worlds())});
  if (result.draws < result.plan.draws) {
    title += " (" + fill(words::kStopped.in(language), {grouped(result.draws), grouped(result.plan.draws)}) + ")";
  }
  const std::string first = notes_on_table(result, limit, language);
  std::string text = heading_line(std::move(title), form, colour) + rank_sentence(result, result.about()).in(language) +
                     "\n\n" + shown_table(table_of(result, limit, language), form, colour);
  if (form == TextForm::Markdown && !first.empty()) text += "\n";
  text += shown_lines(first, form);
  if (form == TextForm::Terminal || first.empty()) text += "\n";
  return text + shown_lines(notes_on_plan(result, language), form);
}

std::string world_view(const StressWorld& world, std::size_t limit, TextForm form, Language language, Colour colour) {
  const StressResult& result = world.result;
  const auto said = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  const std::string title =
      ranking_title(result.index, result.node, result.computed.ranking.panel().period(result.time), language);
  std::string text = heading_line(
      fill(words::kWorld.in(language), {title, std::to_string(world.draw), std::to_string(result.plan.seed)}), form,
      colour);
  for (const WorldChoice& choice : world.choices) {
    const Factor& factor = result.plan.factors[choice.factor];
    std::string what = choice.label;
    for (const std::string& name : choice.names) what += (what.empty() ? said(words::kLeftOut) + " " : ", ") + name;
    const bool leaves_out = std::holds_alternative<VaryIndicators>(factor.variation) ||
                            std::holds_alternative<VaryUnits>(factor.variation) ||
                            std::holds_alternative<VaryStep>(factor.variation);
    if (what.empty()) what = said(leaves_out ? words::kNothing : words::kDrawn);
    text += "- " + factor_title(result, {factor.name, {choice.factor}}).in(language) + ": " + what + "\n";
  }
  TextTable weights{
      .columns = {{said(texts::kNode)}, {said(words::kPublished), Align::Right}, {said(texts::kWeight), Align::Right}},
      .rows = {}};
  for (const Series node : Positions<Series>(result.index.hierarchy.size())) {
    if (!result.index.hierarchy.parent(node)) continue;
    weights.rows.push_back({result.index.hierarchy.node(node).id, shortest(result.index.hierarchy.node(node).weight),
                            shortest(world.world.weights[at(node)])});
  }
  TextTable ranks{.columns = {{said(texts::kRank), Align::Right},
                              {said(texts::kUnit)},
                              {said(texts::kName)},
                              {said(texts::kScore), Align::Right},
                              {said(words::kPublished), Align::Right}},
                  .rows = {}};
  std::vector<Unit> order = result.order();
  const auto key = [&](Unit unit) { return std::pair(world.world.ranks[at(unit)] == 0, world.world.ranks[at(unit)]); };
  std::ranges::sort(order, [&](Unit a, Unit b) { return key(a) != key(b) ? key(a) < key(b) : a < b; });
  for (const Unit unit : order) {
    const double score = world.world.scores[at(unit)];
    ranks.rows.push_back({shown_rank(world.world.ranks[at(unit)]), result.index.info(unit).code,
                          result.index.info(unit).name.in(language),
                          is_missing(score) ? std::string() : shown_score(score), shown_rank(result.published(unit))});
  }
  return text + figures_text(world, limit, form, language, colour) + "\n" + shown_table(weights, form, colour) + "\n" +
         shown_table(ranks, form, colour);
}

}  // namespace podium
