#include "podium/cli/explain_view.hpp"

#include <cmath>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/explain_texts.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

using Kind = ChangeFactor::Kind;

class View {
 public:
  View(const Explanation& explanation, TextForm form, Language language, Colour colour)
      : explanation_(explanation), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const {
    const ExplainedChange& change = explanation_.change;
    const std::string ranking =
        ranking_title(explanation_.index, explanation_.node, explanation_.after.period(), language_);
    const std::string score =
        fill(words(texts::kScoreFromTo), {shown_score(change.score_before), shown_score(change.score_after),
                                          signed_text(change.score_after - change.score_before)});
    return {.title = fill(words(texts::kExplainTitle),
                          {ranking, name(explanation_.unit), period(explanation_.before), period(explanation_.after)}),
            .sentence = sentence() + " " + score};
  }

  std::string text() const {
    const ExplainedChange& change = explanation_.change;
    const AnswerWords above = opening();
    std::string text = heading_line(above.title, form_, colour_) + above.sentence + "\n\n" +
                       shown_table(factors_table(), form_, colour_);
    text += overtakings(texts::kPassedUs, change.ledger.passed_us);
    text += overtakings(texts::kWePassed, change.ledger.we_passed);
    text += ratios();
    text += filled_figures();
    const Phrase& method = change.is_exact ? texts::kExactShares : texts::kDrawnShares;
    return text + "\n" + fill(words(method), {std::to_string(change.worlds)}) + "\n";
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string name(Unit unit) const { return explanation_.index.info(unit).name.in(language_); }
  std::string period(const ExplainedState& state) const { return state_text(explanation_, state); }

  std::string sentence() const {
    const ExplainedChange& change = explanation_.change;
    double own = 0;
    for (const ChangeFactor& factor : change.factors) own += factor.kind == Kind::Own ? factor.places.value : 0;
    const double all = static_cast<double>(change.rank_before) - static_cast<double>(change.rank_after);
    const Phrase& phrase = all > 0 ? texts::kRose : all < 0 ? texts::kFell : texts::kStayed;
    return fill(words(phrase),
                {name(explanation_.unit), explanation_.index.info(explanation_.unit).code,
                 std::to_string(change.rank_before), period(explanation_.before), std::to_string(change.rank_after),
                 period(explanation_.after), signed_text(own), signed_text(all - own)});
  }

  /// Own figures by pillar, each pillar's sum before its indicators; then everything else.
  TextTable factors_table() const {
    TextTable table{.columns = {{words(texts::kWhatChanged)},
                                {fill(words(texts::kFigureIn), {period(explanation_.before)}), Align::Right},
                                {fill(words(texts::kFigureIn), {period(explanation_.after)}), Align::Right},
                                {words(texts::kScore), Align::Right},
                                {words(texts::kPlaces), Align::Right}},
                    .rows = {}};
    const std::vector<ChangeFactor>& factors = explanation_.change.factors;
    for (const std::span<const ChangeFactor> group : grouped_factors(factors)) {
      const ChangeFactor& factor = group.front();
      if (factor.kind == Kind::Own)
        add_own(group, table);
      else
        table.rows.push_back({factor_title(explanation_, factor, language_), "", "", signed_text(factor.score),
                              signed_text(factor.places)});
    }
    table.rows.push_back({Cell(words(texts::kSumOfFactors), Style::Bold), "", "",
                          signed_text(sum_of_factors(factors, &ChangeFactor::score)),
                          signed_text(sum_of_factors(factors, &ChangeFactor::places))});
    return table;
  }

  void add_own(std::span<const ChangeFactor> factors, TextTable& table) const {
    table.rows.push_back({own_factors_title(explanation_, factors.front().pillar, language_), "", "",
                          signed_text(sum_of_factors(factors, &ChangeFactor::score)),
                          signed_text(sum_of_factors(factors, &ChangeFactor::places))});
    for (const ChangeFactor& factor : factors) {
      table.rows.push_back({"  " + explanation_.index.info(*factor.series).title.in(language_),
                            shortest(figure_before(explanation_, factor)), shortest(figure_after(explanation_, factor)),
                            signed_text(factor.score), signed_text(factor.places)});
    }
  }

  std::string ratios() const {
    if (explanation_.ratios.empty()) return {};
    TextTable table{.columns = {{words(texts::kIndicator)},
                                {period(explanation_.before), Align::Right},
                                {period(explanation_.after), Align::Right},
                                {words(texts::kChange), Align::Right},
                                {words(texts::kByFigure), Align::Right},
                                {words(texts::kByDenominator), Align::Right},
                                {""}},
                    .rows = {}};
    for (const ExplainedRatio& ratio : explanation_.ratios) {
      table.rows.push_back({explanation_.index.info(ratio.indicator).title.in(language_),
                            shown_figure(ratio.change.before), shown_figure(ratio.change.after),
                            signed_figure(ratio.change.change()), signed_figure(ratio.parts().numerator),
                            signed_figure(ratio.parts().denominator),
                            explanation_.index.info(ratio.denominator).title.in(language_)});
    }
    return "\n" + heading_line(words(texts::kRatiosTitle), form_, colour_) + shown_table(table, form_, colour_) +
           words(texts::kRatiosRule) + "\n";
  }

  std::string filled_figures() const {
    if (explanation_.filled.empty()) return {};
    TextTable table{.columns = {{words(texts::kNode)},
                                {words(texts::kFilledOwn), Align::Right},
                                {words(texts::kFilledOfAll), Align::Right},
                                {words(texts::kRankWithFilled), Align::Right},
                                {words(texts::kRankWithGaps), Align::Right},
                                {words(texts::kRankAtLowest), Align::Right},
                                {fill(words(texts::kRankAtLowestAlone), {name(explanation_.unit)}), Align::Right}},
                    .rows = {}};
    for (const FilledEffect& effect : explanation_.filled) {
      table.rows.push_back({explanation_.index.info(effect.pillar).title.in(language_), std::to_string(effect.filled),
                            std::to_string(effect.filled_of_all), shown_rank(effect.rank),
                            shown_rank(effect.rank_with_gaps), shown_rank(effect.rank_at_lowest),
                            shown_rank(effect.rank_at_lowest_alone)});
    }
    return "\n" + heading_line(fill(words(texts::kFilledTitle), {period(explanation_.after)}), form_, colour_) +
           shown_table(table, form_, colour_);
  }

  std::string overtakings(const Phrase& heading, std::span<const Overtaking> list) const {
    if (list.empty()) return {};
    TextTable table{.columns = {{words(heading)},
                                {words(texts::kName)},
                                {fill(words(texts::kRankBefore), {period(explanation_.before)}), Align::Right},
                                {fill(words(texts::kRankBefore), {period(explanation_.after)}), Align::Right}},
                    .rows = {}};
    for (const Overtaking& one : list) {
      table.rows.push_back(
          {explanation_.index.info(one.unit).code, name(one.unit), shown_rank(one.before), shown_rank(one.after)});
    }
    return "\n" + shown_table(table, form_, colour_);
  }

  const Explanation& explanation_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

ShapleyShare sum_of_factors(std::span<const ChangeFactor> factors, ShapleyShare ChangeFactor::* part) {
  ShapleyShare sum;
  for (const ChangeFactor& factor : factors) sum.value += (factor.*part).value;
  return sum;
}

std::string signed_text(double value) {
  const std::string text = fixed(value, 2);
  return value > 0 && text.find_first_not_of("0.") != std::string::npos ? "+" + text : text;
}

std::string signed_text(const ShapleyShare& share) {
  return signed_text(share.value) + (share.standard_error > 0 ? " ±" + fixed(share.standard_error, 2) : "");
}

std::string factor_title(const Explanation& explanation, const ChangeFactor& factor, Language language) {
  switch (factor.kind) {
    case Kind::Revision:
      return fill(texts::kRevisionFactor.in(language), {state_text(explanation, explanation.before)});
    case Kind::Recipe:
      return std::string(texts::kRecipeFactor.in(language));
    case Kind::Frame:
      return std::string(texts::kFrameFactor.in(language));
    case Kind::Others:
      return std::string(texts::kOthersFactor.in(language));
    case Kind::JoinedLeft:
      return std::string(texts::kJoinedLeftFactor.in(language));
    case Kind::Own:
      break;
  }
  return factor.series ? explanation.index.info(*factor.series).title.in(language) : std::string();
}

std::string own_factors_title(const Explanation& explanation, const std::optional<Series>& pillar, Language language) {
  const std::string title =
      pillar ? explanation.index.info(*pillar).title.in(language) : std::string(texts::kOwnDenominators.in(language));
  return fill(texts::kOwnFactors.in(language), {title});
}

std::vector<std::span<const ChangeFactor>> grouped_factors(std::span<const ChangeFactor> factors) {
  std::vector<std::span<const ChangeFactor>> groups;
  for (std::size_t begin = 0; begin < factors.size();) {
    std::size_t end = begin + 1;
    while (factors[begin].kind == Kind::Own && end < factors.size() && factors[end].kind == Kind::Own &&
           factors[end].pillar == factors[begin].pillar) {
      ++end;
    }
    groups.push_back(factors.subspan(begin, end - begin));
    begin = end;
  }
  std::ranges::stable_partition(groups, [](const auto& group) { return group.front().kind == Kind::Own; });
  return groups;
}

AnswerWords explain_words(const Explanation& explanation, Language language) {
  return View(explanation, TextForm::Terminal, language, Colour::Off).opening();
}

std::string explain_view(const Explanation& explanation, TextForm form, Language language, Colour colour) {
  return View(explanation, form, language, colour).text();
}

}  // namespace podium
