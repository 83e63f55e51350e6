#include "podium/cli/project_view.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/project_texts.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

/// Series of fewer figures are said to be short.
constexpr std::size_t kShort = 8;

std::string shown_growth(double growth) {
  return is_missing(growth) ? "-" : std::string(growth > 0 ? "+" : "") + fixed(100 * growth, 1) + "%";
}

class View {
 public:
  View(const Projection& projection, TextForm form, Language language, Colour colour)
      : projection_(projection), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const {
    const std::string title = projection_.index.info(projection_.indicator).title.in(language_);
    return {.title = fill(words(texts::kProjectTitle), {title, unit(), leader()}), .sentence = chance()};
  }

  std::string text() const {
    const AnswerWords above = opening();
    return heading_line(above.title, form_, colour_) + above.sentence + growth() + "\n\n" +
           shown_table(table(), form_, colour_) + "\n" + notes();
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string unit() const { return projection_.index.info(projection_.unit).name.in(language_); }
  std::string leader() const { return projection_.index.info(projection_.leader).name.in(language_); }

  /// Of catching up, in sentences.
  std::string chance() const {
    const CatchUp& found = projection_.catch_up;
    const CatchUpSetting& setting = projection_.setting;
    const std::string last = shortest(setting.last_year);
    std::string text =
        fill(words(texts::kCatchesUp),
             {unit(), leader(), shortest(setting.horizon), shown_share(found.by_horizon.probability.value),
              std::to_string(found.draws), shown_share(found.by_horizon.standard_error), last,
              shown_share(found.never.probability.value)});
    text += " " + (found.median_year ? fill(words(texts::kMedianYear), {fixed(*found.median_year, 0)})
                                     : fill(words(texts::kNoMedianYear), {last}));
    return text;
  }

  /// In lines of their own.
  std::string growth() const {
    const CatchUp& found = projection_.catch_up;
    const CatchUpSetting& setting = projection_.setting;
    std::string text =
        "\n" + fill(words(texts::kGrowthRates), {unit(), shown_growth(found.follower_trend.growth(found.start)),
                                                 leader(), shown_growth(found.leader_trend.growth(found.start))});
    text += "\n" + fill(words(texts::kNeededGrowth),
                        {leader(), shown_figure(projection_.of_leader.back().value), shortest(setting.horizon), unit(),
                         shown_growth(projection_.needed_growth), shown_figure(projection_.of_unit.back().value),
                         shown_growth(projection_.needed_growth_to_trend)});
    return text + "\n" + distance();
  }

  std::string distance() const {
    using State = TimeDistance::State;
    const TimeDistance& found = projection_.distance;
    if (found.state == State::Passed) {
      const Phrase& phrase = *found.years_behind >= 0 ? texts::kPassedAt : texts::kAheadSince;
      return fill(words(phrase),
                  {unit(), leader(), fixed(*found.passed_at, 1), fixed(std::abs(*found.years_behind), 1)});
    }
    if (found.state == State::AlwaysAbove) {
      return fill(words(texts::kAlwaysAbove), {unit(), leader(), fixed(*found.years_behind_at_least, 1)});
    }
    const Phrase& phrase = found.state == State::NeverAbove ? texts::kNeverAbove : texts::kBelowAgain;
    return fill(words(phrase), {unit(), leader()});
  }

  TextTable table() const {
    TextTable table{.columns = {{words(texts::kPeriod)}, {words(texts::kCaughtUp), Align::Right}}, .rows = {}};
    for (const std::string& name : {unit(), leader()}) {
      for (const double share : projection_.setting.quantiles) {
        table.columns.push_back({fill(words(texts::kQuantileOf), {name, fixed(100 * share, 0) + "%"}), Align::Right});
      }
    }
    for (const CatchUpYear& year : projection_.catch_up.years) {
      if (year.year > projection_.setting.horizon) break;
      std::vector<Cell> row{shortest(year.year), shown_share(year.caught_up.probability.value)};
      for (const std::vector<double>& values : {year.follower, year.leader}) {
        for (const double value : values) row.emplace_back(shown_figure(value));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  std::string notes() const {
    std::string editions;
    for (const EditionAt edition : projection_.editions) {
      editions += (editions.empty() ? "" : ", ") + projection_.index.editions[at(edition)].id;
    }
    std::string text =
        fill(words(texts::kFigureCount), {std::to_string(projection_.of_unit.size()), unit(),
                                          std::to_string(projection_.of_leader.size()), leader(), editions}) +
        "\n";
    if (projection_.editions.size() > 1) {
      text += fill(words(texts::kMixedSeries), {std::to_string(projection_.editions.size())}) + "\n";
    }
    if (std::min(projection_.of_unit.size(), projection_.of_leader.size()) < kShort) {
      text += words(texts::kFewFigures) + "\n";
    }
    return text;
  }

  const Projection& projection_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

AnswerWords project_words(const Projection& projection, Language language) {
  return View(projection, TextForm::Terminal, language, Colour::Off).opening();
}

std::string project_view(const Projection& projection, TextForm form, Language language, Colour colour) {
  return View(projection, form, language, colour).text();
}

}  // namespace podium
