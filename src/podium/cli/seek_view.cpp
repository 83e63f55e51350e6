#include "podium/cli/seek_view.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/seek_texts.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr std::size_t kNearest = 3;

class View {
 public:
  View(const SeekAnswer& answer, TextForm form, Language language, Colour colour)
      : answer_(answer), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const {
    const std::string ranking = ranking_title(answer_.index, answer_.index.hierarchy.root(), answer_.period, language_);
    return {
        .title = fill(words(texts::kSeekTitle), {ranking, std::to_string(answer_.setting.rank), name(answer_.unit)}),
        .sentence = sentence()};
  }

  std::string text() const {
    const AnswerWords above = opening();
    return heading_line(above.title, form_, colour_) + above.sentence + "\n" +
           (answer_.robust ? robust_sentences() + "\n" : "") + "\n" +
           heading_line(words(texts::kMarginsTitle), form_, colour_) + shown_table(margins_table(), form_, colour_) +
           "\n" + shown_table(indicators_table(), form_, colour_) + "\n" + words(texts::kSeekRule) + "\n";
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string name(Unit unit) const { return answer_.index.info(unit).name.in(language_); }

  std::string sentence() const {
    const std::string& code = answer_.index.info(answer_.unit).code;
    const std::string present = std::to_string(answer_.present);
    const std::string wanted = std::to_string(answer_.setting.rank);
    const SeekMix& mix = answer_.mix;
    if (mix.is_already) return fill(words(texts::kHasRankAlready), {name(answer_.unit), code, present, wanted});
    if (mix.is_possible) {
      return fill(words(texts::kReachable), {name(answer_.unit), code, present, wanted, effort(),
                                             words(mix.is_proven ? texts::kLeastProven : texts::kLeastFound)});
    }
    const std::string reach = answer_.setting.reach == SeekReach::Fastest
                                  ? fill(words(texts::kAtFastestPace), {std::to_string(answer_.setting.years)})
                                  : words(texts::kWhateverFigures);
    return fill(words(texts::kUnreachable),
                {name(answer_.unit), code, present, wanted, reach, std::to_string(mix.best.rank)});
  }

  std::string effort() const {
    const double effort = answer_.mix.effort;
    switch (answer_.effort.measure) {
      case SeekEffort::Measure::Money:
        return fill(words(texts::kEffortInMoney), {answer_.effort.currency, grouped(effort, 0)});
      case SeekEffort::Measure::Cost:
        return fill(words(texts::kEffortAtCosts), {shown_figure(effort)});
      case SeekEffort::Measure::Spread:
        break;
    }
    return fill(words(texts::kEffortInSpreads), {fixed(effort, 3)});
  }

  std::string mix_title() const {
    return words(answer_.mix.is_possible ? texts::kCheapestMix : texts::kBestWithinReach);
  }

  std::string robust_sentences() const {
    const SeekAnswer::Robust& robust = *answer_.robust;
    const SeekRobust& found = robust.answer.found;
    const std::string wanted = shown_share(robust.wanted);
    const std::string now =
        fill(words(texts::kRobustNow),
             {std::to_string(robust.draws), std::to_string(answer_.setting.rank), shown_share(robust.answer.share_now),
              shown_share(robust.answer.share_of_mix), mix_title()});
    if (!found.is_reached) return now + " " + fill(words(texts::kRobustStopped), {wanted, shown_share(found.share)});
    if (found.of_rest > 0) {
      return now + " " + fill(words(texts::kRobustWithRest), {wanted, shown_share(found.of_rest)});
    }
    const bool is_enough = robust.answer.share_of_mix >= robust.wanted;
    return now + " " +
           (is_enough ? fill(words(texts::kRobustEnough), {wanted})
                      : fill(words(texts::kRobustReached), {wanted, fixed(found.multiple, 2)}));
  }

  /// The nearest on either side, from the top.
  TextTable margins_table() const {
    TextTable table{.columns = {{words(texts::kRank), Align::Right},
                                {words(texts::kUnit)},
                                {words(texts::kName)},
                                {words(texts::kGapInScore), Align::Right}},
                    .rows = {}};
    const auto behind = std::ranges::find_if(answer_.margins, [](const SeekMargin& margin) { return margin.gap < 0; });
    const auto ahead = static_cast<std::size_t>(behind - answer_.margins.begin());
    const std::size_t first = ahead > kNearest ? ahead - kNearest : 0;
    const std::size_t last = std::min(answer_.margins.size(), ahead + kNearest);
    for (std::size_t i = first; i < last; ++i) {
      const SeekMargin& margin = answer_.margins[i];
      const auto unit = static_cast<Unit>(margin.unit);
      table.rows.push_back({shown_rank(margin.rank), answer_.index.info(unit).code, name(unit),
                            (margin.gap > 0 ? "+" : "") + fixed(margin.gap, 3)});
    }
    return table;
  }

  /// Where it is another than today's.
  std::string robust_figure(std::size_t i) const {
    if (!answer_.robust) return {};
    const std::string figure = shown_figure(answer_.robust->answer.found.values[i]);
    return figure == shown_figure(answer_.figures[i]) ? std::string() : figure;
  }

  TextTable indicators_table() const {
    const bool is_possible = answer_.mix.is_possible;
    TextTable table{.columns = {{words(texts::kIndicator)},
                                {words(texts::kIndicatorNow), Align::Right},
                                {words(texts::kAlone), Align::Right},
                                {words(texts::kAloneChange), Align::Right},
                                {mix_title(), Align::Right},
                                {words(texts::kChange), Align::Right},
                                {answer_.robust ? words(texts::kRobust) : std::string(), Align::Right},
                                {""}},
                    .rows = {}};
    for (std::size_t i = 0; i < answer_.alone.size(); ++i) {
      const SeekAlone& alone = answer_.alone[i];
      // What is left of rounding is no change to show.
      const bool changes = signed_figure(answer_.mix.changes[i]).find_first_of("123456789") != std::string::npos;
      table.rows.push_back({answer_.index.info(answer_.indicator(i)).title.in(language_),
                            shown_figure(answer_.figures[i]),
                            alone.is_possible ? shown_figure(alone.value)
                                              : fill(words(texts::kAloneNot), {std::to_string(alone.best_rank)}),
                            alone.is_possible ? signed_figure(alone.change) : std::string(),
                            changes ? shown_figure(answer_.mix.values[i]) : std::string(),
                            changes ? signed_figure(answer_.mix.changes[i]) : std::string(), robust_figure(i),
                            !is_possible && is_binding(answer_, i) ? words(texts::kAtBound) : std::string()});
    }
    return table;
  }

  const SeekAnswer& answer_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

AnswerWords seek_words(const SeekAnswer& answer, Language language) {
  return View(answer, TextForm::Terminal, language, Colour::Off).opening();
}

std::string seek_view(const SeekAnswer& answer, TextForm form, Language language, Colour colour) {
  return View(answer, form, language, colour).text();
}

}  // namespace podium
