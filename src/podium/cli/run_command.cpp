#include "podium/cli/run_command.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/texts.hpp"
#include "podium/wire/panel.hpp"

namespace podium {
namespace {

struct RunOptions {
  std::string directory;
  std::optional<std::string> until;
  std::optional<std::string> period;
  bool wide = false;
  bool freeze = false;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

constexpr std::string_view kBeforeAnyStep = "select";

Diagnostic unknown_step(const std::string& word, const std::vector<Step>& steps) {
  std::vector<std::string_view> names{kBeforeAnyStep};
  for (const Step& step : steps) {
    if (std::find(names.begin(), names.end(), name_of(step)) == names.end()) names.push_back(name_of(step));
  }
  Diagnostic problem = not_among(Code::UnknownOperation, "step", word, names);
  problem.expected = "a step from 0 to " + std::to_string(steps.size()) + ", or " + problem.expected;
  return problem;
}

/// How many steps a word asks for: a number, a step's name (the last step of that name), or all steps for no word.
Result<std::size_t> steps_until(const Index& index, const std::optional<std::string>& word) {
  const std::vector<Step>& steps = index.recipe.steps();
  if (!word) return steps.size();
  if (*word == kBeforeAnyStep) return std::size_t{0};
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), count);
  if (error == std::errc() && end == word->data() + word->size() && count <= steps.size()) return count;
  for (std::size_t number = steps.size(); number > 0; --number) {
    if (name_of(steps[number - 1]) == *word) return number;
  }
  return unknown_step(*word, steps);
}

TextTable tidy_table(const Index& index, const PanelView& view, Language language) {
  TextTable table;
  for (const Phrase& title : {texts::kPeriod, texts::kUnit, texts::kIndicator}) {
    table.columns.push_back({std::string(title.in(language))});
  }
  table.columns.push_back({std::string(texts::kValue.in(language)), Align::Right});
  table.columns.push_back({std::string(texts::kHistory.in(language))});
  for_each_cell(index, view, [&](Time time, Unit unit, Series series) {
    table.rows.push_back({to_text(view.panel.period(time)), view.panel.code(unit), view.panel.id(series),
                          shortest(view.panel.value(series, time, unit)),
                          history_text(view.panel, index.hierarchy, series, time, unit)});
  });
  return table;
}

TextTable wide_table(const Index& index, const PanelView& view, Language language) {
  const std::vector<Series> series = series_after(index, view.steps);
  TextTable table;
  table.columns = {{std::string(texts::kPeriod.in(language))}, {std::string(texts::kUnit.in(language))}};
  for (const Series one : series) table.columns.push_back({view.panel.id(one), Align::Right});
  for_each_line(view, [&](Time time, Unit unit) {
    std::vector<Cell> row{to_text(view.panel.period(time)), view.panel.code(unit)};
    for (const Series one : series) row.emplace_back(shortest(view.panel.value(one, time, unit)));
    table.rows.push_back(std::move(row));
  });
  return table;
}

/// A key of TOML; ids may hold a dot, which would open a table of its own.
std::string toml_key(const std::string& id) { return id.find('.') == std::string::npos ? id : "\"" + id + "\""; }

/// A step that scores each period by itself has frames of its own in each.
std::optional<Diagnostic> period_missing(const Normalise& step, const Panel& panel, std::optional<Time> period) {
  const bool is_by_period = step.over == Over::Period && !step.base && step.frozen.empty();
  if (!is_by_period || period || panel.periods().size() == 1) return std::nullopt;
  return bad_usage("--freeze of " + std::to_string(panel.periods().size()) + " periods, each with its own parameters",
                   "--period P with it, the period to take them from");
}

/// The frames of each normalise step as the recipe would hold them.
Result<std::string> frozen_frames(const Index& index, const EditionChoice& choice, std::optional<Time> period) {
  std::string text;
  const std::vector<Step>& steps = index.recipe.steps();
  for (std::size_t number = 1; number <= steps.size(); ++number) {
    const auto* const step = std::get_if<Normalise>(&steps[number - 1]);
    if (step == nullptr) continue;
    TRY(const Panel panel, compute_until(index, choice, number - 1));
    if (auto problem = period_missing(*step, panel, period)) return *std::move(problem);
    TRY(const NodeFrames frames, frames_of(*step, panel, index.recipe.context(number), period));
    text += (text.empty() ? "" : "\n");
    text += "# of step " + std::to_string(number) + ", " + title_of(steps[number - 1]) + "\n[step.frozen]\n";
    for (const auto& [node, frame] : frames) {
      text += toml_key(node) + " = [" + shortest(frame.first) + ", " + shortest(frame.second) + "]\n";
    }
  }
  if (text.empty()) return bad_usage("--freeze without a normalise step in the recipe", "a recipe that normalises");
  return text;
}

Result<Report> run_recipe(const RunOptions& options, const Surroundings& surroundings) {
  if (options.wide && options.format == "json")
    return bad_usage("--wide with --format json", "--wide with table or csv");
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const std::size_t count, steps_until(index, options.until));
  TRY(const Time time, ranked_period(index, options.period));
  if (options.freeze) {
    const std::optional<Time> period = options.period ? std::optional(time) : std::nullopt;
    TRY(std::string frames, located(frozen_frames(index, choice, period), read));
    return Report{std::move(frames), read.warnings};
  }
  TRY(const Panel panel, located(compute_until(index, choice, count), read));

  const PanelView view{panel, count, options.period ? std::optional(time) : std::nullopt};
  const Language language = language_of(options.lang, surroundings);
  Report report{{}, read.warnings};
  append(report.remarks, select(index, choice).notes());
  if (options.format == "json") {
    report.text = panel_json(index, view);
  } else if (options.format == "csv") {
    report.text = options.wide ? wide_panel_csv(index, view) : panel_csv(index, view);
  } else {
    report.text = to_text(options.wide ? wide_table(index, view, language) : tidy_table(index, view, language),
                          surroundings.colour);
  }
  return report;
}

}  // namespace

Command run_command() {
  const auto options = std::make_shared<RunOptions>();
  return {
      .name = "run",
      .purpose = {"prints the figures as they stand after a step of the recipe",
                  "처리 단계를 거친 뒤의 수치를 보여 줍니다"},
      .options =
          {directory_word(options->directory),
           {"--until",
            "STEP",
            {"the last step to run: its number from 1, its name (the last one of that name), or 'select' for the "
             "figures before any step (default: all steps)",
             "마지막으로 실행할 단계: 번호(1부터), 이름(같은 이름이 여럿이면 마지막), 처리 전은 select (기본값: 전체)"},
            &options->until},
           {"--period", "P", {"only this period", "이 기간만"}, &options->period},
           {"--wide",
            {},
            {"one column per indicator instead of one line per cell", "지표마다 한 열씩"},
            &options->wide},
           {"--freeze",
            {},
            {"print what the normalise steps take from the figures, as sections [step.frozen] for the recipe",
             "표준화 단계가 수치에서 얻은 값을 계산식에 넣을 [step.frozen] 절로 보여 줍니다"},
            &options->freeze},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "csv", "json"}),
           language_option(options->lang)},
      .examples = {{"podium run my-index --until select --wide", {"the figures before any step", "처리 전의 수치"}},
                   {"podium run my-index --until normalise --format csv",
                    {"every normalised figure and what happened to it", "표준화된 모든 수치와 그 이력"}},
                   {"podium run my-index --freeze",
                    {"the scales of today, to be kept for the figures of later years",
                     "지금의 척도를 다음 해 수치에도 쓰도록 고정"}}},
      .run = [options](const Surroundings& surroundings) { return run_recipe(*options, surroundings); },
      .more =
          {"CSV columns: period,unit,indicator,value,history. Denominators are listed until scores are aggregated, "
           "nodes "
           "above indicators from then on. History: reported, imputed:2 (by step 2), reported+capped:3 (held at a "
           "goalpost by step 3), excluded, missing, computed.",
           "CSV 열: period,unit,indicator,value,history. 나누는 값은 집계 전까지, 상위 항목은 집계 뒤부터 나옵니다. "
           "이력: reported(발표), imputed:2(2단계에서 대체), reported+capped:3(3단계에서 기준점에 맞춤), "
           "excluded(제외), missing(없음), computed(계산)."},
  };
}

}  // namespace podium
