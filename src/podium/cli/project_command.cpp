#include "podium/cli/project_command.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "podium/cli/answer_pictures.hpp"
#include "podium/cli/forecast_texts.hpp"
#include "podium/cli/forecast_view.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/cli/labour_view.hpp"
#include "podium/cli/project_view.hpp"
#include "podium/core/number_text.hpp"
#include "podium/files/forecasts.hpp"
#include "podium/files/read_labour.hpp"

namespace podium {
namespace {

/// Who has not caught up so many years after the last figure is counted as never.
constexpr double kYearsAhead = 50;
constexpr std::size_t kDraws = 10'000;

struct ProjectOptions {
  std::string directory;
  std::vector<std::string> unit;  ///< one at most
  std::optional<std::string> indicator;
  std::optional<std::string> leader;
  std::optional<std::size_t> horizon;
  std::optional<std::size_t> last_year;
  std::optional<std::string> trend;
  std::optional<std::size_t> draws;
  std::optional<std::size_t> seed;
  bool stores = false;
  std::optional<std::string> issued;
  bool scores = false;
  std::optional<std::string> labour;
  std::optional<std::string> substitution;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

Result<Series> indicator_of(const Index& index, const std::optional<std::string>& word) {
  std::vector<std::string_view> known;
  for (const Series indicator : index.hierarchy.indicators()) {
    if (word && index.hierarchy.node(indicator).id == *word) return indicator;
    known.emplace_back(index.hierarchy.node(indicator).id);
  }
  if (!word) return bad_usage("no --indicator", "--indicator with " + one_of(known));
  return not_among(Code::UnknownIndicator, "indicator", *word, known);
}

Diagnostic less_is_better(const Index& index, Series indicator) {
  return {.code = Code::InvalidUsage,
          .found = "an indicator of which less is better",
          .expected = "one of which more is better: catching up is told upwards",
          .subject = {.node = index.hierarchy.node(indicator).id}};
}

/// With every period that has figures, ranked or not: a trend needs them all.
Index with_all_periods(Index index) {
  std::set<Period> periods;
  for (const Observation& observation : index.observations) periods.insert(observation.period);
  index.periods.assign(periods.begin(), periods.end());
  return index;
}

Result<Unit> follower_of(const Index& index, const ProjectOptions& options) {
  if (!options.unit.empty()) return unit_of_word(index, options.unit.front());
  return bad_usage("no UNIT", "the code of a unit, or --score");
}

Result<Unit> leader_of(const Index& index, const ProjectOptions& options) {
  if (options.leader) return unit_of_word(index, *options.leader);
  return bad_usage("no --to", "--to with the code of the unit to catch up with");
}

CatchUpSetting setting_of(const ProjectOptions& options, double start) {
  const double horizon = options.horizon ? static_cast<double>(*options.horizon) : start + 5;
  const double last =
      options.last_year ? static_cast<double>(*options.last_year) : std::max(horizon, start + kYearsAhead);
  return {.horizon = horizon,
          .last_year = last,
          .method = options.trend == "theil-sen" ? TrendMethod::TheilSenLog : TrendMethod::LogLinear,
          .draws = options.draws.value_or(kDraws),
          .seed = options.seed.value_or(1)};
}

Diagnostic not_behind(const Index& index, Unit unit, Unit leader, const SeriesPoint& own, const SeriesPoint& other) {
  const std::string& code = index.info(unit).code;
  const std::string& code_of_leader = index.info(leader).code;
  return bad_usage(code + " (" + shortest(own.value) + " in " + shortest(own.time) + "), which is not behind " +
                       code_of_leader + " (" + shortest(other.value) + " in " + shortest(other.time) + ")",
                   "a unit that is behind, such as " + code_of_leader + " --to " + code);
}

/// The problems of a series, with whose it is.
template <class Value>
Result<Value> of_series(Result<Value> result, const Index& index, Series indicator) {
  if (result) return result;
  Diagnostics problems = std::move(result).diagnostics();
  for (Diagnostic& problem : problems) problem.subject.node = index.hierarchy.node(indicator).id;
  return problems;
}

Result<Projection> projection_of(const Index& index, const EditionChoice& choice, const Selection& selection,
                                 const ProjectOptions& options) {
  TRY(const Series indicator, indicator_of(index, options.indicator));
  TRY(const Unit unit, follower_of(index, options));
  TRY(const Unit leader, leader_of(index, options));
  if (unit == leader) return bad_usage("--to the same unit", "another unit");
  if (index.hierarchy.node(indicator).direction < 0) return less_is_better(index, indicator);
  const std::vector<SeriesPoint> of_unit = series_points(selection, indicator, unit);
  const std::vector<SeriesPoint> of_leader = series_points(selection, indicator, leader);
  if (!of_unit.empty() && !of_leader.empty() && of_unit.back().value >= of_leader.back().value) {
    return not_behind(index, unit, leader, of_unit.back(), of_leader.back());
  }
  const double start =
      std::max(of_unit.empty() ? 0 : of_unit.back().time, of_leader.empty() ? 0 : of_leader.back().time);
  const CatchUpSetting setting = setting_of(options, start);
  TRY(CatchUp found, of_series(catch_up(of_unit, of_leader, setting), index, indicator));
  TRY(const TimeDistance distance, of_series(time_distance(of_unit.back(), of_leader), index, indicator));
  const SeriesPoint now{.time = setting.horizon, .value = of_leader.back().value};
  const SeriesPoint then{.time = setting.horizon, .value = found.leader_trend.level(setting.horizon)};
  TRY(const double needed, of_series(needed_growth(of_unit.back(), now), index, indicator));
  TRY(const double needed_to_trend, of_series(needed_growth(of_unit.back(), then), index, indicator));
  const std::array both{unit, leader};
  return Projection{.index = index,
                    .choice = choice,
                    .indicator = indicator,
                    .unit = unit,
                    .leader = leader,
                    .of_unit = of_unit,
                    .of_leader = of_leader,
                    .editions = editions_of_series(index, selection, indicator, both),
                    .setting = setting,
                    .catch_up = std::move(found),
                    .distance = distance,
                    .needed_growth = needed,
                    .needed_growth_to_trend = needed_to_trend};
}

/// Options of a question that another question does not have.
std::optional<Diagnostic> misuse(const ProjectOptions& options) {
  const bool is_projection = options.leader || options.horizon || options.last_year || options.trend || options.draws ||
                             options.seed || options.stores;
  if (options.scores && (is_projection || options.labour)) {
    return bad_usage("--score with options of a projection", "--score with UNIT and --indicator at most");
  }
  if (options.labour && (is_projection || options.indicator)) {
    return bad_usage("--labour with options of a projection", "--labour with --substitution at most");
  }
  if (options.format == "svg" && options.scores) {
    return bad_usage("--format svg with --score", "table, md, csv or json: scores are not drawn");
  }
  if (options.substitution && !options.labour)
    return bad_usage("--substitution without --labour", "--labour FILE with it");
  if (options.stores && !options.issued) return bad_usage("--store without --issued", "--issued with the day of issue");
  if (options.issued && !options.stores) return bad_usage("--issued without --store", "--store with it");
  return std::nullopt;
}

/// Adds the projection to the forecasts of the index, and says so.
Result<std::string> store(const Projection& projection, const ProjectOptions& options, Language language) {
  TRY(const Date issued, parse_date(*options.issued));
  const std::vector<Forecast> forecasts = forecasts_of(projection, issued);
  TRY(const std::size_t added, store_forecasts(options.directory, projection.index, forecasts));
  return fill(texts::kStoredForecasts.in(language),
              {std::to_string(added), *options.issued, kForecastTable, std::to_string(forecasts.size() - added)}) +
         "\n";
}

TextForm form_of(const ProjectOptions& options) {
  return options.format == "md" ? TextForm::Markdown : TextForm::Terminal;
}

Result<std::string> projection_text(const Projection& projection, const ProjectOptions& options, Language language,
                                    Colour colour) {
  std::string stored;
  if (options.stores) {
    TRY(stored, store(projection, options, language));
  }
  if (options.format == "json") return projection_json(projection);
  if (options.format == "csv") return projection_csv(projection);
  if (options.format == "svg") return projection_fan(projection, language);
  const std::string text = project_view(projection, form_of(options), language, colour);
  return stored.empty() ? text : text + "\n" + stored;
}

Result<std::string> score_text(const ReadIndex& read, const EditionChoice& choice, const Selection& selection,
                               const ProjectOptions& options, Language language, Colour colour) {
  const Index& index = read.index;
  TRY(std::vector<Forecast> forecasts, read_forecasts(options.directory, index));
  if (!options.unit.empty()) {
    TRY(const Unit unit, unit_of_word(index, options.unit.front()));
    std::erase_if(forecasts, [&](const Forecast& each) { return each.unit != unit; });
  }
  if (options.indicator) {
    TRY(const Series indicator, indicator_of(index, options.indicator));
    std::erase_if(forecasts, [&](const Forecast& each) { return each.series != indicator; });
  }
  TRY(const ForecastReport report, forecast_report(index, choice, selection, std::move(forecasts)));
  if (options.format == "json") return forecast_report_json(report);
  if (options.format == "csv") return forecast_report_csv(report);
  return forecast_view(report, form_of(options), language, colour);
}

Result<std::string> labour_text(const Index& index, const ProjectOptions& options, Language language, Colour colour) {
  TRY(const Unit unit, follower_of(index, options));
  TRY(const LabourTable table, read_labour(*options.labour, index));
  TRY(const SubstitutionRule rule, substitution_rule_of(options.substitution.value_or("any")));
  TRY(const LabourAnswer answer, labour_answer(table, index, unit, rule));
  if (options.format == "json") return labour_json(answer);
  if (options.format == "csv") return labour_csv(answer);
  if (options.format == "svg") return labour_bars(answer, language);
  return labour_view(answer, form_of(options), language, colour);
}

Result<Report> project(const ProjectOptions& options, const Surroundings& surroundings) {
  if (auto problem = misuse(options)) return *std::move(problem);
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  const Language language = language_of(options.lang, surroundings);
  Report report{{}, read.warnings};
  if (options.labour) {
    TRY(report.text, labour_text(index, options, language, surroundings.colour));
    return report;
  }
  const Selection selection = select(with_all_periods(index), choice);
  if (options.scores) {
    TRY(report.text, score_text(read, choice, selection, options, language, surroundings.colour));
  } else {
    TRY(const Projection projection, projection_of(index, choice, selection, options));
    TRY(report.text, projection_text(projection, options, language, surroundings.colour));
  }
  append(report.remarks, selection.notes());
  return report;
}

}  // namespace

Command project_command() {
  const auto options = std::make_shared<ProjectOptions>();
  return {
      .name = "project",
      .purpose = {"says when a unit may catch up with another, if both go on as they have",
                  "지금까지의 추세라면 언제 다른 대상을 따라잡을지 보여 줍니다"},
      .options =
          {directory_word(options->directory),
           {"UNIT",
            {},
            {"the code of a unit; not needed with --score", "대상의 코드. --score에는 없어도 됨"},
            &options->unit},
           {"--indicator", "I", {"of which figures", "어느 지표인지"}, &options->indicator},
           {"--to", "LEADER", {"whom to catch up with", "따라잡을 대상"}, &options->leader},
           {"--horizon", "YEAR", {"by when (default: five years on)", "언제까지 (기본값: 5년 뒤)"}, &options->horizon},
           {"--last-year",
            "YEAR",
            {"after it means never (default: fifty years on)",
             "이때까지 못 따라잡으면 '못 따라잡음' (기본값: 50년 뒤)"},
            &options->last_year},
           {"--trend",
            "T",
            {"constant growth by least squares (default), or by the median of slopes",
             "일정한 증가율: 최소제곱(기본값) 또는 기울기의 중앙값"},
            &options->trend,
            {"log-linear", "theil-sen"}},
           {"--draws",
            "N",
            {"how many futures to draw (default: 10000)", "추출 횟수 (기본값: 10000)"},
            &options->draws},
           {"--seed", "N", {"other futures (default: 1)", "다른 난수 (기본값: 1)"}, &options->seed},
           {"--store",
            {},
            {"add the medians up to the horizon to the index's forecasts.csv, to be scored when the figures are there",
             "그해까지의 중앙값을 지수의 forecasts.csv에 더해 두고 나중에 실제와 견줌"},
            &options->stores},
           {"--issued", "DAY", {"with --store: the day of issue", "--store와 함께: 전망을 낸 날"}, &options->issued},
           {"--score",
            {},
            {"instead: how good earlier forecasts were", "대신 예전 전망이 얼마나 맞았는지"},
            &options->scores},
           {"--labour",
            "FILE",
            {"instead: how many people will be short by level of skill, by this table of demand and supply",
             "대신 이 수요·공급 표로 수준별 인력이 얼마나 모자라는지"},
            &options->labour},
           {"--substitution",
            "RULE",
            {"with --labour: whose surplus may do whose work (default: any)",
             "--labour와 함께: 남는 인력이 어느 수준의 일을 대신할 수 있는지 (기본값: any)"},
            &options->substitution,
            {"any", "higher-for-lower", "none"}},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "md", "csv", "json", "svg"}),
           language_option(options->lang)},
      .examples = {{"podium project my-index KOR --indicator patents --to JPN --horizon 2030",
                    {"by 2030?", "2030년까지 따라잡을까?"}},
                   {"podium project my-index KOR --indicator patents --to JPN --trend theil-sen --edition 2025",
                    {"unmoved by wild figures, within one edition", "튀는 수치에 흔들리지 않게, 한 판 안에서"}},
                   {"podium project my-index KOR --indicator patents --to JPN --store --issued 2025-06-15",
                    {"keep it, to be compared with what comes", "나중에 실제와 견주려고 저장"}},
                   {"podium project my-index --score",
                    {"how good what was kept has been", "저장한 전망이 얼마나 맞았는지"}}},
      .run = [options](const Surroundings& surroundings) { return project(*options, surroundings); },
      .more =
          {"A trend through the logarithms of each series, and moving blocks of what the figures departed from it "
           "(Künsch, "
           "1989). It says what the past says: nothing of what has not happened yet.",
           "각 시계열의 로그에 추세선을 긋고, 수치가 추세에서 벗어난 정도를 이동 블록으로 다시 뽑습니다(Künsch, 1989). "
           "과거가 말해 주는 것만 말하며, 아직 없던 일은 알 수 없습니다."},
  };
}

}  // namespace podium
