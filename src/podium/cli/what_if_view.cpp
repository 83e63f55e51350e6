#include "podium/cli/what_if_view.hpp"

#include <algorithm>

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/cli/what_if_texts.hpp"

namespace podium {
namespace {

class View {
 public:
  View(const WhatIf& what_if, TextForm form, Language language, Colour colour)
      : what_if_(what_if), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const {
    return {.title = title(ranking_title(what_if_.index, what_if_.node, what_if_.period, language_)),
            .sentence = sentence()};
  }

  std::string text() const {
    const AnswerWords above = opening();
    std::string text = heading_line(above.title, form_, colour_) + above.sentence + "\n";
    if (!what_if_.figures.empty()) {
      text += "\n" + heading_line(words(texts::kAssumedFigures), form_, colour_) +
              shown_table(figures_table(), form_, colour_);
    }
    if (!what_if_.other_settings.empty()) {
      std::string settings;
      for (const std::string& setting : what_if_.other_settings) settings += (settings.empty() ? "" : ", ") + setting;
      text += "\n" + fill(words(texts::kAlso), {settings}) + "\n";
    }
    const TextTable moves = moves_table();
    if (!moves.rows.empty()) text += "\n" + shown_table(moves, form_, colour_);
    return text;
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string title(const std::string& ranking) const {
    const std::string& of_scenario = what_if_.title.in(language_);
    return of_scenario.empty() ? fill(words(texts::kWhatIfTitle), {ranking})
                               : fill(words(texts::kScenarioTitle), {ranking, of_scenario});
  }

  static bool changes_rank(const ScenarioMove& move) { return move.before != move.after; }

  std::string sentence() const {
    if (what_if_.moves.empty()) return words(texts::kNothingMoves);
    const auto ranks = std::ranges::count_if(what_if_.moves, changes_rank);
    const auto scores = static_cast<std::ptrdiff_t>(what_if_.moves.size()) - ranks;
    return fill(words(texts::kRanksMove),
                {std::to_string(ranks), std::to_string(what_if_.ranked), std::to_string(scores)});
  }

  TextTable figures_table() const {
    TextTable table{.columns = {{words(texts::kFigure)},
                                {words(texts::kScenarioBefore), Align::Right},
                                {words(texts::kScenarioAfter), Align::Right},
                                {words(texts::kWhy)}},
                    .rows = {}};
    const std::vector<std::string> ids = what_if_.index.hierarchy.series_ids();
    for (std::size_t i = 0; i < what_if_.figures.size(); ++i) {
      const ChangedFigure& figure = what_if_.figures[i];
      const std::string why = reason_of(what_if_, i);
      table.rows.push_back({what_if_.index.info(figure.unit).code + "." + ids[at(figure.series)] + "@" +
                                to_text(what_if_.periods[at(figure.time)]),
                            shortest(figure.before), shortest(figure.after),
                            !why.empty() ? why : words(figure.is_assumed ? texts::kFollows : texts::kStated)});
    }
    return table;
  }

  /// Every rank that changes, and the units whose figures were changed.
  TextTable moves_table() const {
    TextTable table{.columns = {{words(texts::kUnit)},
                                {words(texts::kName)},
                                {words(texts::kRankNow), Align::Right},
                                {words(texts::kRankThen), Align::Right},
                                {words(texts::kScoreNow), Align::Right},
                                {words(texts::kScoreThen), Align::Right}},
                    .rows = {}};
    for (const ScenarioMove& move : what_if_.moves) {
      const bool is_subject =
          std::ranges::find(what_if_.figures, move.unit, &ChangedFigure::unit) != what_if_.figures.end();
      if (!changes_rank(move) && !is_subject) continue;
      const UnitInfo& unit = what_if_.index.info(move.unit);
      table.rows.push_back({unit.code, unit.name.in(language_), shown_rank(move.before), shown_rank(move.after),
                            shown_score(move.score_before), shown_score(move.score_after)});
    }
    return table;
  }

  const WhatIf& what_if_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

AnswerWords what_if_words(const WhatIf& what_if, Language language) {
  return View(what_if, TextForm::Terminal, language, Colour::Off).opening();
}

std::string what_if_view(const WhatIf& what_if, TextForm form, Language language, Colour colour) {
  return View(what_if, form, language, colour).text();
}

}  // namespace podium
