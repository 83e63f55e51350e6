#include "podium/cli/forecast_view.hpp"

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/forecast_texts.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

class View {
 public:
  View(const ForecastReport& report, TextForm form, Language language, Colour colour)
      : report_(report), form_(form), language_(language), colour_(colour) {}

  std::string text() const {
    const std::string title = fill(words(texts::kScoreTitle), {report_.index.title.in(language_)});
    std::string text = heading_line(title, form_, colour_) + sentences() + "\n";
    if (report_.scored() == 0) return text;
    text += "\n" + shown_table(series_table(), form_, colour_) + "\n" + shown_table(forecasts_table(), form_, colour_);
    if (form_ == TextForm::Markdown) text += "\n";
    return text + words(texts::kScoreRule) + "\n";
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  std::string sentences() const {
    if (report_.series.empty()) return words(texts::kNoForecasts);
    std::size_t all = 0;
    std::size_t waiting = 0;
    std::size_t too_late = 0;
    for (const ScoredSeries& series : report_.series) {
      all += series.forecasts.size();
      waiting += series.score.waiting;
      too_late += series.score.too_late;
    }
    std::string text = fill(words(texts::kForecastsScored), {std::to_string(report_.scored()), std::to_string(all),
                                                             std::to_string(waiting), std::to_string(too_late)});
    if (report_.intervals() > 0) {
      text += " " + fill(words(texts::kForecastsInside),
                         {std::to_string(report_.inside()), std::to_string(report_.intervals())});
    }
    return text;
  }

  std::string title_of(const ScoredSeries& series) const {
    return report_.index.info(series.series).title.in(language_);
  }

  TextTable series_table() const {
    TextTable table{.columns = {{words(texts::kIndicator)},
                                {words(texts::kUnit)},
                                {words(texts::kForecastCount), Align::Right},
                                {words(texts::kMeanError), Align::Right},
                                {words(texts::kPercentageError), Align::Right},
                                {words(texts::kBesideNoChange), Align::Right}},
                    .rows = {}};
    for (const ScoredSeries& series : report_.series) {
      const ForecastScore& score = series.score;
      if (score.scored.empty()) continue;
      table.rows.push_back(
          {title_of(series), report_.index.info(series.unit).code, std::to_string(score.scored.size()),
           signed_figure(score.bias),
           score.mean_absolute_percentage_error ? fixed(*score.mean_absolute_percentage_error, 1) + "%" : std::string(),
           score.relative_absolute_error ? fixed(*score.relative_absolute_error, 2) : std::string()});
    }
    return table;
  }

  TextTable forecasts_table() const {
    TextTable table{.columns = {{words(texts::kIndicator)},
                                {words(texts::kUnit)},
                                {words(texts::kPeriod)},
                                {words(texts::kIssued)},
                                {words(texts::kForecastValue), Align::Right},
                                {words(texts::kForecastInterval), Align::Right},
                                {words(texts::kOutcomeValue), Align::Right},
                                {words(texts::kForecastError), Align::Right},
                                {""}},
                    .rows = {}};
    for (const ScoredSeries& series : report_.series) {
      for (const ScoredForecast& scored : series.score.scored) {
        const Forecast& forecast = series.forecasts[scored.forecast];
        const std::string interval = is_missing(forecast.lower)
                                         ? std::string()
                                         : shown_figure(forecast.lower) + " - " + shown_figure(forecast.upper) + " (" +
                                               fixed(100 * forecast.interval, 0) + "%)";
        table.rows.push_back({title_of(series), report_.index.info(series.unit).code, to_text(forecast.period),
                              to_text(forecast.issued), shown_figure(forecast.value), interval,
                              shown_figure(scored.outcome), signed_figure(scored.error),
                              scored.is_inside == false ? words(texts::kOutside) : std::string()});
      }
    }
    return table;
  }

  const ForecastReport& report_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

std::string forecast_view(const ForecastReport& report, TextForm form, Language language, Colour colour) {
  return View(report, form, language, colour).text();
}

}  // namespace podium
