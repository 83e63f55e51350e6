#include "podium/cli/stress_view.hpp"

#include <algorithm>

#include "podium/cli/progress_line.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/target_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

namespace words {
constexpr Phrase kTitle{"{0}: {1} alternative worlds", "{0}: 대안 세계 {1}개"};
constexpr Phrase kStopped{"stopped after {0} of {1} draws", "{1}번 가운데 {0}번에서 멈춤"};
constexpr Phrase kSentence{
    "{0} ({1}): published rank {2}; rank {3} in {4} of the worlds; rank {2} or better in {5} ({6} to {7}).",
    "{0}({1}): 발표 순위 {2}위. 세계의 {4}에서 {3}위이고, {2}위 이상은 {5}({6}~{7})."};
constexpr Phrase kNoRank{"{0} ({1}): no published rank.", "{0}({1}): 발표 순위 없음."};
constexpr Phrase kMedian{"median", "중앙값"};
constexpr Phrase kMet{"met", "나타난 범위"};
constexpr Phrase kHeld{"this rank or better", "이 순위 이상"};
constexpr Phrase kFirst{"first", "1위"};
constexpr Phrase kVaried{"Varied: {0}", "바꿔 본 것: {0}"};
constexpr Phrase kEntropy{
    "Entropy of the ranking: {0} (0: every rank is certain, 1: any rank is as likely as any other)",
    "순위의 엔트로피: {0} (0: 모든 순위가 확실, 1: 모든 순위가 똑같이 가능)"};
constexpr Phrase kFailed{"{0} worlds without ranks, the first is {1}: {2}",
                         "순위가 없는 세계 {0}개, 첫 번째는 {1}번: {2}"};
constexpr Phrase kErrors{"Shares carry a sampling error of at most ± {0} points (95 %).",
                         "비율의 표본 오차는 최대 ±{0}%포인트입니다(95%)."};
constexpr Phrase kPossible{"possible", "가능 범위"};
constexpr Phrase kPossibleNote{
    "possible: no weights within the stated spreads give a rank outside this range (proven; * not shown to be "
    "attained)",
    "가능 범위: 정해진 폭 안의 어떤 가중치로도 이 범위를 벗어날 수 없음(증명됨, *는 실제로 닿는지 확인되지 않음)"};
constexpr Phrase kExplains{
    "The choice of {0} explains {1} of the variation of {2}'s rank ({3} to {4}), {5} together with the others.",
    "{2} 순위 변동의 {1}는 {0} 선택에서 옵니다({3}~{4}). 다른 요인과의 상호작용까지 더하면 {5}."};
constexpr Phrase kConstant{"{0}'s rank is the same in all these worlds.", "{0}의 순위는 이 모든 세계에서 같습니다."};
constexpr Phrase kOnlyFactor{"Only {0} is varied, so all of the variation comes from there.",
                             "{0}만 바꾸었으므로 변동은 모두 거기에서 옵니다."};
constexpr Phrase kWorld{"{0}: world {1} of seed {2}", "{0}: 시드 {2}의 {1}번 세계"};
constexpr Phrase kLeftOut{"left out", "제외"};
constexpr Phrase kNothing{"nothing", "없음"};
constexpr Phrase kDrawn{"drawn", "뽑은 값"};
constexpr Phrase kPublished{"published", "발표"};
constexpr Phrase kMoreFigures{"{0} more figures (--limit N for more, --format csv --section figures for all)",
                              "수치 {0}개 더 있음(더 보려면 --limit N, 모두 보려면 --format csv --section figures)"};
}  // namespace words

/// A sign for a share, as each language writes it.
std::string with_percent(std::string number, Language language) {
  return std::move(number) + (language == Language::English ? " %" : "%");
}

std::string percent(double share, Language language) { return with_percent(fixed(100 * share, 1), language); }

}  // namespace

std::string factor_title(const std::string& name, Language language) {
  constexpr std::pair<std::string_view, std::string_view> kKorean[] = {{"weights", "가중치"},
                                                                       {"screen", "선별"},
                                                                       {"denominate", "나누기"},
                                                                       {"impute", "결측 대체"},
                                                                       {"treat", "이상치 처리"},
                                                                       {"normalise", "정규화"},
                                                                       {"weight", "가중 방법"},
                                                                       {"aggregate", "합산"},
                                                                       {"indicators", "지표 제외"},
                                                                       {"units", "대상 제외"},
                                                                       {"rounding", "반올림"},
                                                                       {"measurement", "측정 오차"},
                                                                       {"imputation", "결측 대체 오차"},
                                                                       {"edition", "판"}};
  if (language == Language::English) return name;
  for (const auto& [word, korean] : kKorean) {
    if (word == name) return std::string(korean);
  }
  return name;
}

std::string whole_percent(double share, Language language) {
  return with_percent(fixed(100 * std::clamp(share, 0.0, 1.0), 0), language);
}

namespace {

std::string span_of(Rank lower, Rank upper) {
  if (lower == 0) return {};
  return lower == upper ? std::to_string(lower) : std::to_string(lower) + "–" + std::to_string(upper);
}

/// Without a decimal that says nothing: 90 %.
std::string interval_text(double interval, Language language) {
  return with_percent(shortest(interval * 100), language);
}

std::string sentence(const StressResult& result, Language language) {
  const Unit unit = result.about();
  const UnitInfo& info = result.index.info(unit);
  const Rank published = result.published(unit);
  if (published == 0) return fill(words::kNoRank.in(language), {info.name.in(language), info.code});
  const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
  const Probability held = at_most(result.tally, at(unit), published);
  return fill(words::kSentence.in(language),
              {info.name.in(language), info.code, std::to_string(published),
               span_of(found.lower_rank, found.upper_rank), interval_text(result.plan.interval, language),
               percent(held.value, language), percent(held.lower, language), percent(held.upper, language)});
}

/// "5–14", with a star where an end is a bound that was not shown to be attained.
std::string possible(const AttainableRanks& proven) {
  const std::string text = span_of(proven.best.rank, proven.worst.rank);
  return proven.best.is_attained() && proven.worst.is_attained() ? text : text + "*";
}

TextTable table_of(const StressResult& result, std::size_t limit, Language language) {
  const auto title = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable table;
  table.columns = {{title(texts::kRank), Align::Right},
                   {title(texts::kUnit)},
                   {title(texts::kName)},
                   {title(words::kMedian), Align::Right},
                   {interval_text(result.plan.interval, language), Align::Right},
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
         shown_rank(found.median_rank), span_of(found.lower_rank, found.upper_rank),
         span_of(found.best_rank, found.worst_rank),
         published == 0 ? std::string() : percent(at_most(result.tally, at(unit), published).value, language),
         percent(found.acceptability.front(), language)});
    if (result.attainable != nullptr) table.rows.back().emplace_back(possible((*result.attainable)[at(unit)]));
  }
  return table;
}

/// What the rank of the unit depends on, the most first.
std::string sensitivity_text(const StressResult& result, Language language) {
  if (result.sensitivity == nullptr) return {};
  const std::string& name = result.index.info(result.about()).name.in(language);
  const TargetSensitivity& rank = result.sensitivity->result.targets.front();
  const std::vector<SensitivityFactor>& factors = result.sensitivity->factors;
  if (rank.is_constant) return fill(words::kConstant.in(language), {name}) + "\n";
  if (factors.size() == 1)
    return fill(words::kOnlyFactor.in(language), {factor_title(factors.front().name, language)}) + "\n";
  std::vector<std::size_t> order(factors.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return rank.factors[a].first.value > rank.factors[b].first.value; });
  std::string text;
  for (const std::size_t i : order) {
    const SobolIndex& first = rank.factors[i].first;
    text += fill(words::kExplains.in(language),
                 {factor_title(factors[i].name, language), whole_percent(first.value, language), name,
                  whole_percent(first.low, language), whole_percent(first.high, language),
                  whole_percent(rank.factors[i].total.value, language)}) +
            "\n";
  }
  return text;
}

/// "weights (spread 0.25), normalise (minmax | zscore)".
std::string factors_text(const StressResult& result, Language language) {
  std::string text;
  for (const Factor& factor : result.plan.factors) {
    text += (text.empty() ? "" : ", ") + factor_title(factor.name, language);
    std::string detail;
    if (const auto* step = std::get_if<VaryStep>(&factor.variation)) {
      for (const StepAlternative& way : step->alternatives) {
        detail += (detail.empty() ? "" : " | ") + (way.step ? way.label : std::string("-"));
      }
    }
    if (const auto* weights = std::get_if<VaryWeights>(&factor.variation)) {
      detail = weights->law == WeightLaw::Spread ? "±" + with_percent(shortest(weights->spread * 100), language)
                                                 : std::string(to_word(weights->law));
    }
    if (!detail.empty()) text += " (" + detail + ")";
  }
  return text;
}

/// What the table leaves out and what a column of it means.
std::string notes_on_table(const StressResult& result, std::size_t limit, Language language) {
  std::string text;
  const std::size_t shown = std::min(limit, result.tally.units());
  if (shown < result.tally.units()) {
    text += fill(texts::kMoreRows.in(language), {std::to_string(result.tally.units() - shown)}) + "\n";
  }
  if (result.attainable != nullptr) text += std::string(words::kPossibleNote.in(language)) + "\n";
  return text;
}

/// What was varied, what the ranks depend on, how precise it all is, and what failed.
std::string notes_on_plan(const StressResult& result, Language language) {
  std::string text = fill(words::kVaried.in(language), {factors_text(result, language)}) + "\n";
  text += asks_the_usual(result) ? sensitivity_text(result, language) : targets_text(result, language);
  text += fill(words::kEntropy.in(language), {fixed(ranking_entropy(result.tally), 2)}) + "\n";
  const Probability widest = probability_of(result.tally.worlds() / 2, result.tally.worlds());
  text += fill(words::kErrors.in(language), {fixed(50 * (widest.upper - widest.lower), 2)}) + "\n";
  for (const auto& [reason, failed] : result.tally.failures()) {
    text += fill(words::kFailed.in(language), {grouped(failed.count), std::to_string(failed.first), reason}) + "\n";
  }
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
                              {std::string(words::kPublished.in(language)), Align::Right},
                              {std::string(words::kDrawn.in(language)), Align::Right}},
                  .rows = {}};
  const std::size_t shown = std::min(limit, world.figures.size());
  for (const MovedFigure& figure : std::span(world.figures).first(shown)) {
    table.rows.push_back({index.info(figure.unit).code, ids[at(figure.series)], to_text(figure.period),
                          shortest(figure.printed), shortest(figure.drawn)});
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
  std::string text = heading_line(std::move(title), form, colour) + sentence(result, language) + "\n\n" +
                     shown_table(table_of(result, limit, language), form, colour);
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
    text += "- " + factor_title(factor.name, language) + ": " + what + "\n";
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
