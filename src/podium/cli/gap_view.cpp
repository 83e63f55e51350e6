#include "podium/cli/gap_view.hpp"

#include <cmath>

#include "podium/cli/explain_texts.hpp"
#include "podium/cli/explain_view.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

class View {
 public:
  View(const GapExplanation& explanation, TextForm form, Language language, Colour colour)
      : explanation_(explanation), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const {
    const std::string ranking =
        ranking_title(explanation_.index, explanation_.node, explanation_.state.period(), language_);
    return {.title = fill(words(texts::kGapTitle), {ranking, name(explanation_.unit), name(explanation_.other)}),
            .sentence = sentence()};
  }

  std::string text() const {
    const AnswerWords above = opening();
    return heading_line(above.title, form_, colour_) + above.sentence + "\n\n" + shown_table(table(), form_, colour_);
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string name(Unit unit) const { return explanation_.index.info(unit).name.in(language_); }
  std::string title(Series node) const { return explanation_.index.info(node).title.in(language_); }

  std::string sentence() const {
    const ExplainedGap& gap = explanation_.gap;
    const double lead = gap.score - gap.score_of_other;
    const Phrase& phrase = lead > 0 ? texts::kLeads : lead < 0 ? texts::kTrails : texts::kLevel;
    return fill(words(phrase), {name(explanation_.unit), shown_score(gap.score), name(explanation_.other),
                                shown_score(gap.score_of_other), shown_score(std::abs(lead))});
  }

  /// Pillars by their part, the largest against the lead last; below each its indicators.
  TextTable table() const {
    TextTable table{.columns = {{words(texts::kNode)},
                                {name(explanation_.unit), Align::Right},
                                {name(explanation_.other), Align::Right},
                                {words(texts::kScore), Align::Right}},
                    .rows = {}};
    double all = 0;
    for (const Series pillar : explanation_.index.hierarchy.children(explanation_.node)) {
      double sum = 0;
      std::vector<std::vector<Cell>> rows;
      for (const GapPart& part : explanation_.gap.parts) {
        if (part.pillar != pillar) continue;
        sum += part.score.value;
        rows.push_back({"  " + title(part.indicator), shortest(figure_of(explanation_, part)),
                        shortest(figure_of_other(explanation_, part)), signed_text(part.score)});
      }
      if (rows.empty()) continue;
      all += sum;
      table.rows.push_back({title(pillar), "", "", signed_text(sum)});
      table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }
    table.rows.push_back({Cell(words(texts::kSumOfFactors), Style::Bold), "", "", signed_text(all)});
    return table;
  }

  const GapExplanation& explanation_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

AnswerWords gap_words(const GapExplanation& explanation, Language language) {
  return View(explanation, TextForm::Terminal, language, Colour::Off).opening();
}

std::string gap_view(const GapExplanation& explanation, TextForm form, Language language, Colour colour) {
  return View(explanation, form, language, colour).text();
}

}  // namespace podium
