#include "podium/cli/stress_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/overtake_view.hpp"
#include "podium/cli/stress_view.hpp"
#include "podium/model/stress_setting.hpp"
#include "podium/stress/stress_run.hpp"
#include "podium/wire/stress_sensitivity.hpp"
#include "podium/wire/stress_test.hpp"

namespace podium {
namespace {

/// How many units, or figures of one world, a screen shows.
constexpr std::size_t kOneScreen = 15;
/// The section of --world: the figures that it moved.
constexpr std::string_view kFigures = "figures";

struct StressOptions {
  std::string directory;
  bool quick = false;
  std::optional<std::string> period;
  std::optional<std::string> node;
  std::optional<std::string> unit;
  EditionWords edition;
  std::optional<std::size_t> draws;
  std::optional<std::size_t> runs;
  std::optional<std::string> seed;
  std::vector<std::string> vary;
  std::optional<std::string> world;
  std::vector<std::string> targets;
  std::optional<std::string> overtake;
  std::optional<std::size_t> threads;
  std::optional<std::size_t> limit;
  std::optional<std::string> section;
  std::string format = "table";
  std::optional<std::string> lang;
};

/// The plan of the index, with what the command line says otherwise.
Result<StressPlan> plan_asked_for(const Index& index, const StressOptions& options) {
  StressPlan plan = plan_of(index);
  if (options.draws) plan.draws = *options.draws;
  if (options.seed) {
    TRY(plan.seed, whole_number("--seed", *options.seed));
  }
  if (options.unit) {
    TRY(const Unit unit, unit_of_word(index, *options.unit));
    plan.unit = index.info(unit).code;
  }
  std::vector<std::string_view> names;
  for (const Factor& factor : plan.factors) names.emplace_back(factor.name);
  for (const std::string& name : options.vary) {
    if (std::ranges::find(names, name) != names.end()) continue;
    return not_among(Code::InvalidUsage, "--vary", name, names);
  }
  std::erase_if(plan.factors, [&](const Factor& factor) {
    return !options.vary.empty() && std::ranges::find(options.vary, factor.name) == options.vary.end();
  });
  return plan;
}

std::optional<Diagnostic> misuse(const StressOptions& options) {
  if (options.section && options.format != "csv") {
    return bad_usage("--section without --format csv", "--format csv with it: JSON and the table hold everything");
  }
  const bool is_of_world = options.section == kFigures;
  if (options.section && options.world && !is_of_world) {
    return bad_usage("both --section " + *options.section + " and --world", "one of them, or --section figures");
  }
  if (is_of_world && !options.world) {
    return bad_usage("--section figures without --world", "--world N with it: the world whose figures are asked");
  }
  if (options.overtake && (options.world || options.section || !options.targets.empty())) {
    return bad_usage("--overtake with --world, --section or --target", "one question at a time");
  }
  return std::nullopt;
}

TextForm form_of(const StressOptions& options) {
  return options.format == "md" ? TextForm::Markdown : TextForm::Terminal;
}

Result<std::string> world_text(const StressResult& result, const Worlds& worlds, const StressOptions& options,
                               Language language, Colour colour) {
  TRY(const std::uint64_t draw, whole_number("--world", *options.world));
  const Coordinates point = point_of_draw(result.plan.seed, draw);
  TRY(WorldResult found, worlds.run(point));
  const StressWorld world{result, draw, worlds.describe(point), std::move(found), worlds.moved_figures(point)};
  if (options.format == "json") return world_json(world);
  if (options.format == "csv") return options.section ? world_figures_csv(world) : world_csv(world);
  return world_view(world, options.limit.value_or(kOneScreen), form_of(options), language, colour);
}

/// The two units of "KOR,DEU".
Result<std::pair<Unit, Unit>> units_of_pair(const Index& index, const std::string& words) {
  const std::size_t comma = words.find(',');
  if (comma == std::string::npos) {
    return bad_usage("--overtake " + words, "two units with a comma between them, such as KOR,DEU");
  }
  TRY(const Unit unit, unit_of_word(index, words.substr(0, comma)));
  TRY(const Unit other, unit_of_word(index, words.substr(comma + 1)));
  if (unit == other) return bad_usage("--overtake " + words, "two different units");
  return std::pair(unit, other);
}

Result<std::string> overtake_text(const StressResult& result, const Worlds& worlds, const StressOptions& options,
                                  Language language, Colour colour) {
  TRY(const auto pair, units_of_pair(result.index, *options.overtake));
  TRY(WorldOvertake found, smallest_overtake_in(worlds, pair.first, pair.second));
  const OvertakeResult overtake{result, pair.first, pair.second, std::move(found)};
  if (options.format == "json") return overtake_json(overtake);
  if (options.format == "csv") return overtake_csv(overtake);
  return overtake_view(overtake, form_of(options), language, colour);
}

std::string result_text(const StressResult& result, const StressOptions& options, Language language, Colour colour) {
  if (options.format == "json") return stress_json(result);
  if (options.format == "csv") {
    const std::string word = options.section.value_or("ranks");
    const auto found =
        std::ranges::find(Words<StressSection>::list, word, [](const auto& each) { return std::string(each.first); });
    return stress_csv(result, found->second);
  }
  return stress_view(result, options.limit.value_or(kOneScreen), form_of(options), language, colour);
}

/// Those that the command line names; else the rank of the unit that the plan is about, and the mean rank shift.
Result<std::vector<SensitivityTarget>> targets_asked_for(const Index& index, const StressOptions& options) {
  std::vector<SensitivityTarget> targets;
  for (const std::string& word : options.targets) {
    TRY(const SensitivityTarget target, parse_target(word, index));
    targets.push_back(target);
  }
  return targets;
}

Result<Report> stress(const StressOptions& options, const Surroundings& surroundings) {
  if (auto problem = misuse(options)) return *std::move(problem);
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const Time time, ranked_period(index, options.period));
  TRY(const Series node, node_of_word(index, options.node));
  TRY(const StressPlan plan, plan_asked_for(index, options));
  TRY(std::vector<SensitivityTarget> targets, targets_asked_for(index, options));
  TRY(const Computed computed, located(compute(index, choice), read));
  const Period period = computed.ranking.panel().period(time);
  TRY(StressSetting setting, stress_setting(index, plan, choice, period, node));
  TRY(Worlds worlds, Worlds::make(plan, std::move(setting)));

  Report report{{}, read.warnings};
  append(report.remarks, computed.selection.notes());
  const Language language = language_of(options.lang, surroundings);
  if (options.world || options.overtake) {
    const StressTally none(index.units.size(), index.hierarchy.size(), std::vector<ScoreScale>(index.units.size()));
    const StressResult published{index, computed, time, node, plan, 0, none};
    const auto& text_of = options.world ? world_text : overtake_text;
    TRY(report.text, text_of(published, worlds, options, language, surroundings.colour));
    return report;
  }
  StressEffort effort{.proves_ranks = !options.quick,
                      .asks_confidence = !options.quick,
                      .measures_sensitivity = !options.quick,
                      .targets = std::move(targets),
                      .threads = options.threads.value_or(surroundings.threads),
                      .keep_going = surroundings.progress};
  if (options.runs) effort.most_runs = *options.runs;
  TRY(const StressTest test, stress_test(index, computed, std::move(worlds), time, node, effort));
  append(report.remarks, test.remarks);
  report.text = result_text(test.result(index, computed), options, language, surroundings.colour);
  return report;
}

}  // namespace

Command stress_command() {
  const auto options = std::make_shared<StressOptions>();
  return {
      .name = "stress",
      .purpose = {"says how sure the ranks are: the index under thousands of other choices",
                  "순위가 얼마나 확실한지, 수천 가지 다른 선택 아래에서 다시 계산해 보여 줍니다"},
      .options =
          {directory_word(options->directory),
           {"--draws", "N", {"so many worlds; else as the plan says", "세계의 수. 없으면 계획대로"}, &options->draws},
           {"--runs",
            "N",
            {"at most so many worlds for the sensitivity (default: 100000)",
             "민감도 분석에 쓸 세계의 최대 수 (기본값: 100000)"},
            &options->runs},
           {"--seed", "S", {"where the random numbers begin", "난수의 시작값"}, &options->seed},
           {"--vary",
            "F",
            {"only this factor of the plan (again for more)", "계획에서 이 요인만 (여러 번 쓸 수 있음)"},
            &options->vary},
           {"--unit", "CODE", {"the unit that the first sentence is about", "첫 문장에서 다룰 대상"}, &options->unit},
           {"--period", "P", {"this period's ranking", "이 기간의 순위"}, &options->period},
           {"--node", "N", {"the ranking of this pillar", "이 부문의 순위"}, &options->node},
           {"--world",
            "N",
            {"one world: what it has otherwise, and its ranking", "세계 하나: 달라진 점과 그 순위"},
            &options->world},
           {"--target",
            "T",
            {"what the sensitivity is asked about: rank:CODE, score:CODE, top3:CODE or mean-rank-shift (again for "
             "more)",
             "민감도를 볼 값: rank:코드, score:코드, top3:코드, mean-rank-shift (여러 번 쓸 수 있음)"},
            &options->targets},
           {"--overtake",
            "A,B",
            {"instead: how little the weights have to change for unit A to overtake unit B",
             "대신, 대상 A가 대상 B보다 앞서려면 가중치가 얼마나 바뀌어야 하는지"},
            &options->overtake},
           {"--section",
            "NAME",
            {"with --format csv: one table", "--format csv와 함께: 표 하나"},
            &options->section,
            {"ranks", "acceptability", "pairs", "weights", "sensitivity", "interactions", "dominance", "failures",
             kFigures}},
           {"--quick",
            {},
            {"only the draws: neither proven ranks nor confidence nor sensitivity",
             "뽑기만 하고 가능 범위, 신뢰 계수, 민감도는 생략"},
            &options->quick},
           {"--limit", "N", {"the first N units of the table", "표의 앞 N개 대상"}, &options->limit},
           {"--threads",
            "N",
            {"use so many threads; the result is the same", "스레드 수. 결과는 같습니다"},
            &options->threads},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "csv", "json", "md"}),
           language_option(options->lang)},
      .examples = {{"podium stress my-index", {"how sure the newest ranks are", "최근 순위의 확실성"}},
                   {"podium stress my-index --unit KOR --draws 1000000",
                    {"one unit, a million worlds", "한 대상, 백만 세계"}},
                   {"podium stress my-index --world 17", {"all about one world", "세계 하나의 모든 것"}},
                   {"podium stress my-index --overtake KOR,DEU",
                    {"the smallest change of weights by which one passes another",
                     "한 대상이 다른 대상을 앞서게 되는 가장 작은 가중치 변화"}},
                   {"podium stress my-index --format csv --section pairs",
                    {"who stands before whom, how often", "누가 누구보다 얼마나 자주 앞서는지"}}},
      .run = [options](const Surroundings& surroundings) { return stress(*options, surroundings); },
      .more =
          {"What is varied stands in podium.toml, in [stress] and its [[stress.vary]] tables; without them it is the "
           "weights, by up to a quarter. The same seed gives the same result on any machine, with any number of "
           "threads. Ctrl-C prints what has been counted so far.",
           "무엇을 바꿔 볼지는 podium.toml의 [stress]와 [[stress.vary]]에 적습니다. 없으면 가중치를 4분의 1까지 "
           "바꿉니다. "
           "시드가 같으면 어느 컴퓨터, 몇 스레드에서나 결과가 같습니다. Ctrl-C를 누르면 그때까지 센 것을 보여 줍니다."},
  };
}

}  // namespace podium
