#include "podium/cli/show_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/show_views.hpp"
#include "podium/wire/cell_story.hpp"
#include "podium/wire/series_profile.hpp"
#include "podium/wire/unit_profile.hpp"

namespace podium {
namespace {

struct ShowOptions {
  std::string directory;
  std::string code;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

/// What every view of this command is made from.
struct Scene {
  const ShowOptions& options;
  const Index& index;
  const Computed& computed;
  Language language;
  Colour colour;
};

std::string unit_text(const Scene& scene, Unit unit) {
  if (scene.options.format == "json") return unit_profile_json(scene.index, scene.computed, unit);
  if (scene.options.format == "csv") return unit_profile_csv(scene.index, scene.computed, unit);
  return unit_view(scene.index, scene.computed, unit, scene.language, scene.colour);
}

std::string series_text(const Scene& scene, Series series) {
  if (scene.options.format == "json") return series_profile_json(scene.index, scene.computed, series);
  if (scene.options.format == "csv") return observations_csv(scene.index, scene.index.observations_of(series));
  return series_view(scene.index, scene.computed, series, scene.language, scene.colour);
}

/// The named period, or the ranked ones and those with a figure.
Result<std::vector<Period>> periods_of_cell(const Index& index, Unit unit, Series series, const CellWord& word) {
  if (word.period) {
    TRY(const Period period, parse_period(*word.period));
    return std::vector{period};
  }
  std::vector<Period> periods = index.periods;
  for (const Observation& observation : index.observations_of(series, unit)) periods.push_back(observation.period);
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  return periods;
}

Result<Series> series_of_word(const Index& index, std::string_view word) {
  if (const auto series = index.find_series(word)) return *series;
  const std::vector<std::string> known = index.hierarchy.series_ids();
  return not_among(Code::UnknownIndicator, "indicator", word, views(known));
}

Result<std::string> cell_text(const Scene& scene, const CellWord& word) {
  TRY(const Unit unit, unit_of_word(scene.index, word.unit));
  TRY(const Series series, series_of_word(scene.index, word.series));
  TRY(const std::vector<Period> periods, periods_of_cell(scene.index, unit, series, word));
  if (scene.options.format == "csv") {
    const bool one = word.period.has_value();
    return observations_csv(scene.index, one ? scene.index.observations_of(series, unit, periods.front())
                                             : scene.index.observations_of(series, unit));
  }
  std::vector<CellStory> stories;
  for (const Period period : periods) {
    TRY(CellStory story, tell_story(scene.index, scene.computed.choice, unit, series, period));
    stories.push_back(std::move(story));
  }
  if (scene.options.format == "json") return cell_stories_json(scene.index, unit, series, stories);
  return cell_view(scene.index, scene.computed, unit, series, stories, scene.language, scene.colour);
}

Result<std::string> text_of_code(const Scene& scene) {
  const std::string& code = scene.options.code;
  if (const auto cell = parse_cell_word(code)) return cell_text(scene, *cell);
  if (const auto unit = scene.index.find_unit(code)) return unit_text(scene, *unit);
  if (const auto series = scene.index.find_series(code)) return series_text(scene, *series);
  std::vector<std::string> known = scene.index.hierarchy.series_ids();
  for (const UnitInfo& unit : scene.index.units) known.push_back(unit.code);
  Diagnostic problem = not_among(Code::UnknownCode, "code", code, views(known));
  problem.expected = "a unit, an indicator, a node, or a cell such as " + scene.index.units.front().code + "." +
                     scene.index.hierarchy.node(scene.index.hierarchy.indicators().front()).id + "@" +
                     to_text(scene.index.periods.back());
  return problem;
}

Result<Report> show(const ShowOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_index(options.directory));
  TRY(const EditionChoice choice, choice_of_edition(read.index, options.edition));
  TRY(const Computed computed, located(compute(read.index, choice), read));
  TRY(std::string text,
      text_of_code({options, read.index, computed, language_of(options.lang, surroundings), surroundings.colour}));
  Report report{std::move(text), read.warnings};
  append(report.remarks, computed.selection.notes());
  return report;
}

}  // namespace

Command show_command() {
  const auto options = std::make_shared<ShowOptions>();
  return {
      .name = "show",
      .purpose = {"shows a unit, an indicator, a node, or a single figure with its whole story",
                  "대상, 지표, 항목, 또는 수치 하나의 모든 내력을 보여 줍니다"},
      .options = {directory_word(options->directory),
                  {"CODE",
                   {},
                   {"a unit (KOR), an indicator or node (patents), a figure (KOR.patents@2024) or all periods of one "
                    "(KOR.patents)",
                    "대상(KOR), 지표나 항목(patents), 수치(KOR.patents@2024), 모든 기간의 수치(KOR.patents)"},
                   &options->code},
                  edition_option(options->edition),
                  as_of_option(options->edition),
                  format_option(options->format, {"table", "csv", "json"}),
                  language_option(options->lang)},
      .examples = {{"podium show my-index KOR", {"ranks over time, scores and figures", "연도별 순위, 점수, 수치"}},
                   {"podium show my-index KOR.patents@2024",
                    {"every edition of one figure, and what each step made of it", "한 수치의 모든 판과 단계별 처리"}},
                   {"podium show my-index patents --format csv",
                    {"all observations of an indicator, as printed", "한 지표의 발표된 수치 전부"}}},
      .run = [options](const Surroundings& surroundings) { return show(*options, surroundings); },
      .more = {"Status: A normal, B break, E estimated, I imputed, M missing, P provisional.",
               "상태: A 정상, B 단절, E 추정, I 대체, M 없음, P 잠정."},
  };
}

}  // namespace podium
