#include "podium/cli/project_command.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "podium/cli/index_words.hpp"
#include "podium/cli/project_view.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

/// Who has not caught up so many years after the last figure is counted as never.
constexpr double kYearsAhead = 50;
constexpr std::size_t kDraws = 10'000;

struct ProjectOptions {
  std::string directory;
  std::string unit;
  std::optional<std::string> indicator;
  std::optional<std::string> leader;
  std::optional<std::size_t> horizon;
  std::optional<std::size_t> last_year;
  std::optional<std::string> trend;
  std::optional<std::size_t> draws;
  std::optional<std::size_t> seed;
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
  TRY(const Unit unit, unit_of_word(index, options.unit));
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

Result<Report> project(const ProjectOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  const Selection selection = select(with_all_periods(index), choice);
  TRY(const Projection projection, projection_of(index, choice, selection, options));
  Report report{{}, read.warnings};
  append(report.remarks, selection.notes());
  if (options.format == "json") {
    report.text = projection_json(projection);
  } else if (options.format == "csv") {
    report.text = projection_csv(projection);
  } else {
    report.text = project_view(projection, options.format == "md" ? TextForm::Markdown : TextForm::Terminal,
                               language_of(options.lang, surroundings), surroundings.colour);
  }
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
           {"UNIT", {}, {"the code of a unit", "대상의 코드"}, &options->unit},
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
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "md", "csv", "json"}),
           language_option(options->lang)},
      .examples = {{"podium project my-index KOR --indicator patents --to JPN --horizon 2030",
                    {"by 2030?", "2030년까지 따라잡을까?"}},
                   {"podium project my-index KOR --indicator patents --to JPN --trend theil-sen --edition 2025",
                    {"unmoved by wild figures, within one edition", "튀는 수치에 흔들리지 않게, 한 판 안에서"}}},
      .run = [options](const Surroundings& surroundings) { return project(*options, surroundings); },
      .more =
          {"A trend through the logarithms of each series, and moving blocks of what the figures departed from it "
           "(Künsch, "
           "1989). It says what the past says: nothing of what has not happened yet.",
           "각 수열의 로그에 추세선을 긋고, 수치가 추세에서 벗어난 정도를 이동 블록으로 다시 뽑습니다(Künsch, 1989). "
           "과거가 말해 주는 것만 말하며, 아직 없던 일은 알 수 없습니다."},
  };
}

}  // namespace podium
