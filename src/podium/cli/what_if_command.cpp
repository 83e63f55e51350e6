#include "podium/cli/what_if_command.hpp"

#include <memory>

#include "podium/cli/answer_pictures.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/cli/what_if_view.hpp"
#include "podium/core/number_text.hpp"
#include "podium/files/scenario_file.hpp"
#include "podium/model/weight_set.hpp"

namespace podium {
namespace {

struct WhatIfOptions {
  std::string directory;
  std::optional<std::string> scenario;
  std::vector<std::string> set;
  std::vector<std::string> add;
  std::vector<std::string> scale;
  std::vector<std::string> elasticities;
  std::vector<std::string> node_weights;
  std::optional<std::string> weights;
  std::optional<std::string> recipe;
  std::optional<std::string> period;
  std::optional<std::string> node;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

class Reader {
 public:
  Reader(const Index& index, const Panel& panel, Period period) : index_(index), panel_(panel), period_(period) {}

  /// "UNIT.indicator=4.5" or "UNIT.indicator@2024=4.5".
  Result<FigureChange> change(FigureChange::Kind kind, std::string_view option, const std::string& word) const {
    TRY(const Assignment assignment,
        assignment_of(option, word, "UNIT.indicator=VALUE or UNIT.indicator@PERIOD=VALUE"));
    const std::optional<CellWord> cell = parse_cell_word(assignment.name);
    if (!cell) {
      return bad_usage(std::string(option) + " " + podium::quoted(word), std::string(option) + " UNIT.indicator=VALUE");
    }
    TRY(const Unit unit, unit_of_word(index_, cell->unit));
    TRY(const Series series, figures_of_word(index_, cell->series));
    std::optional<Period> period;
    if (cell->period) {
      TRY(period, parse_period(*cell->period));
    }
    TRY(const Time time, time_of(period));
    return FigureChange{.kind = kind, .series = series, .unit = unit, .time = time, .amount = assignment.value};
  }

  /// A change of a scenario's file.
  Result<FigureChange> change(const ScenarioFile::Change& stated) const {
    Result<Time> time = time_of(stated.period);
    if (!time) {
      Diagnostics problems = std::move(time).diagnostics();
      for (Diagnostic& problem : problems) problem.place = stated.place;
      return problems;
    }
    return FigureChange{
        .kind = stated.kind, .series = stated.series, .unit = stated.unit, .time = *time, .amount = stated.amount};
  }

  /// "cause:effect=0.4".
  Result<Elasticity> elasticity(const std::string& word) const {
    constexpr std::string_view kForm = "CAUSE:EFFECT=EXPONENT";
    TRY(const Assignment assignment, assignment_of("--elasticity", word, kForm));
    const std::size_t colon = assignment.name.find(':');
    if (colon == std::string::npos) {
      return bad_usage("--elasticity " + podium::quoted(word), "--elasticity " + std::string(kForm));
    }
    TRY(const Series cause, figures_of_word(index_, assignment.name.substr(0, colon)));
    TRY(const Series effect, figures_of_word(index_, assignment.name.substr(colon + 1)));
    return Elasticity{.cause = cause, .effect = effect, .exponent = assignment.value};
  }

 private:
  /// Of the panel; without a period that of the ranking.
  Result<Time> time_of(std::optional<Period> period) const {
    const std::optional<Time> time = panel_.find_period(period.value_or(period_));
    if (time) return *time;
    std::vector<std::string> known;
    for (const Period each : panel_.periods()) known.push_back(to_text(each));
    return not_among(Code::UnknownPeriod, "period", to_text(period.value_or(period_)), views(known));
  }

  const Index& index_;
  const Panel& panel_;
  Period period_;
};

/// What the file states, then what the options do. All problems of all of them at once.
Result<Scenario> scenario_of(const ScenarioFile& file, const WhatIfOptions& options, const Reader& reader) {
  Scenario scenario;
  Diagnostics problems;
  const auto add = [&](auto result, auto& list) {
    if (result) {
      list.push_back(*std::move(result));
    } else {
      append(problems, std::move(result).diagnostics());
    }
  };
  for (const ScenarioFile::Change& change : file.changes) add(reader.change(change), scenario.changes);
  for (const ScenarioFile::Assumption& assumption : file.assumptions) {
    scenario.elasticities.push_back(assumption.elasticity);
  }
  for (const std::string& word : options.set)
    add(reader.change(FigureChange::Kind::Set, "--set", word), scenario.changes);
  for (const std::string& word : options.add)
    add(reader.change(FigureChange::Kind::Add, "--add", word), scenario.changes);
  for (const std::string& word : options.scale)
    add(reader.change(FigureChange::Kind::Scale, "--scale", word), scenario.changes);
  for (const std::string& word : options.elasticities) add(reader.elasticity(word), scenario.elasticities);
  if (!problems.empty()) return problems;
  return scenario;
}

/// The index with the weights and the recipe that the scenario and the options state; options come last.
Result<Index> changed_index(const Index& index, const ScenarioFile& file, const WhatIfOptions& options) {
  Index changed = index;
  if (file.recipe) {
    TRY(changed, with_recipe_of(std::move(changed), *file.recipe));
  }
  if (options.recipe) {
    TRY(RecipeFile recipe, read_recipe_file(*options.recipe));
    TRY(changed, with_recipe_of(std::move(changed), std::move(recipe)));
  }
  const std::optional<std::string>& set = options.weights ? options.weights : file.weight_set;
  if (set) {
    TRY(changed, with_weight_set(std::move(changed), *set));
  }
  // Weights that the scenario states take the place of all others, as those of a named set do.
  NamedWeights stated{.name = "whatif", .weights = file.weights};
  for (const std::string& word : options.node_weights) {
    TRY(const Assignment assignment, assignment_of("--weight", word, "NODE=WEIGHT"));
    TRY([[maybe_unused]] const Series node, node_of_word(index, assignment.name));
    std::erase_if(stated.weights, [&](const auto& weight) { return weight.first == assignment.name; });
    stated.weights.emplace_back(assignment.name, assignment.value);
  }
  if (stated.weights.empty()) return changed;
  changed.weight_sets.insert(changed.weight_sets.begin(), stated);
  return with_weight_set(std::move(changed), stated.name);
}

std::string in_brackets(const std::string& why) { return why.empty() ? std::string() : " (" + why + ")"; }

/// Everything but figures, as options say it.
std::vector<std::string> settings_of(const Index& index, const ScenarioFile& file, const WhatIfOptions& options) {
  std::vector<std::string> settings;
  for (const auto& [node, weight] : file.weights) settings.push_back("--weight " + node + "=" + shortest(weight));
  for (const std::string& word : options.node_weights) settings.push_back("--weight " + word);
  const std::optional<std::string>& set = options.weights ? options.weights : file.weight_set;
  if (set) settings.push_back("--weights " + *set);
  const std::optional<std::string>& recipe = options.recipe ? options.recipe : options.scenario;
  if (options.recipe || file.recipe) settings.push_back("--recipe " + *recipe);
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const ScenarioFile::Assumption& assumption : file.assumptions) {
    const Elasticity& elasticity = assumption.elasticity;
    settings.push_back("--elasticity " + ids[at(elasticity.cause)] + ":" + ids[at(elasticity.effect)] + "=" +
                       shortest(elasticity.exponent) + in_brackets(assumption.why));
  }
  for (const std::string& word : options.elasticities) settings.push_back("--elasticity " + word);
  return settings;
}

std::string text_of(const WhatIf& what_if, const WhatIfOptions& options, const Surroundings& surroundings) {
  if (options.format == "json") return what_if_json(what_if);
  if (options.format == "csv") return what_if_csv(what_if);
  const Language language = language_of(options.lang, surroundings);
  if (options.format == "svg") return what_if_slope(what_if, language);
  return what_if_view(what_if, options.format == "md" ? TextForm::Markdown : TextForm::Terminal, language,
                      surroundings.colour);
}

std::optional<std::string> period_of(const ScenarioFile& file, const WhatIfOptions& options) {
  if (options.period || !file.period) return options.period;
  return to_text(*file.period);
}

std::vector<std::string> reasons_of(const ScenarioFile& file) {
  std::vector<std::string> reasons;
  for (const ScenarioFile::Change& change : file.changes) reasons.push_back(change.why);
  return reasons;
}

Result<Report> what_if(const WhatIfOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const Series node, node_of_word(index, options.node));
  ScenarioFile file;
  if (options.scenario) {
    TRY(file, read_scenario_file(*options.scenario, index));
  }
  TRY(const Time time, ranked_period(index, period_of(file, options)));
  TRY(const Computed now, located(compute(index, choice), read));
  const Panel& figures = now.selection.panel();
  TRY(const Scenario scenario, scenario_of(file, options, Reader(index, figures, index.periods[at(time)])));
  const std::vector<std::string> settings = settings_of(index, file, options);
  if (scenario.changes.empty() && settings.empty()) {
    return bad_usage("nothing to change", "--scenario, --set, --add, --scale, --weight, --weights or --recipe");
  }
  TRY(const Index changed, located(changed_index(index, file, options), read));
  TRY(AppliedScenario applied, apply_scenario(scenario, figures));
  TRY(const Ranking then, located(run(changed.recipe, std::move(applied.panel)), read));
  const WhatIf result{.index = index,
                      .choice = choice,
                      .period = index.periods[at(time)],
                      .node = node,
                      .ranked = now.ranking.ranked(node, time),
                      .figures = std::move(applied.figures),
                      .periods = {figures.periods().begin(), figures.periods().end()},
                      .other_settings = settings,
                      .moves = rank_moves(now.ranking, then, node, time),
                      .title = std::move(file.title),
                      .reasons = reasons_of(file)};
  Report report{text_of(result, options, surroundings), read.warnings};
  append(report.remarks, now.selection.notes());
  return report;
}

}  // namespace

Command what_if_command() {
  const auto options = std::make_shared<WhatIfOptions>();
  return {
      .name = "whatif",
      .purpose = {"says which ranks change if figures, weights or methods are others",
                  "수치나 가중치, 방법이 다르면 어떤 순위가 바뀌는지 보여 줍니다"},
      .options =
          {directory_word(options->directory),
           {"--scenario",
            "FILE",
            {"changes, assumptions, weights and recipe in a TOML file; options come after them",
             "변경, 가정, 가중치, 계산 방법을 적은 TOML 파일. 다른 옵션은 그다음에 적용"},
            &options->scenario},
           {"--set",
            "UNIT.indicator=VALUE",
            {"another figure; UNIT.indicator@PERIOD=VALUE for another period",
             "다른 수치. 다른 기간은 UNIT.indicator@PERIOD=VALUE"},
            &options->set},
           {"--add", "UNIT.indicator=VALUE", {"a figure larger by that much", "수치에 더하기"}, &options->add},
           {"--scale", "UNIT.indicator=FACTOR", {"a figure times that", "수치에 곱하기"}, &options->scale},
           {"--elasticity",
            "CAUSE:EFFECT=E",
            {"an assumption: where CAUSE is changed, EFFECT of the same unit follows by the power E",
             "가정: CAUSE 지표를 바꾼 대상에서는 EFFECT 지표가 E 제곱으로 따라 변함"},
            &options->elasticities},
           {"--weight", "NODE=WEIGHT", {"another weight of a node", "항목의 다른 가중치"}, &options->node_weights},
           weights_option(options->weights),
           {"--recipe",
            "FILE",
            {"another recipe: a file of [[step]] tables", "다른 계산 방법: [[step]] 표 파일"},
            &options->recipe},
           {"--period",
            "P",
            {"the ranking of this period (default: the newest)", "이 기간의 순위 (기본값: 가장 최근)"},
            &options->period},
           {"--node", "N", {"the ranking in this pillar or indicator", "이 부문이나 지표의 순위"}, &options->node},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "md", "csv", "json", "svg"}),
           language_option(options->lang)},
      .examples = {{"podium whatif my-index --scale KOR.patents=1.2",
                    {"with a fifth more patents", "특허가 20% 많다면"}},
                   {"podium whatif my-index --set KOR.patents=30000 --weight science=2",
                    {"another figure and another weight", "수치와 가중치를 함께 바꾸면"}}},
      .run = [options](const Surroundings& surroundings) { return what_if(*options, surroundings); },
      .more =
          {"The whole recipe is computed anew, so figures that were filled in or scaled beside the changed ones move "
           "too. "
           "Nothing is written.",
           "계산 전체를 다시 하므로 바꾼 수치와 견주어 채우거나 환산한 다른 값도 함께 달라집니다. 아무것도 저장하지 "
           "않습니다."},
  };
}

}  // namespace podium
