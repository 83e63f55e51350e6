#include "podium/cli/stress_command.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/stress_view.hpp"
#include "podium/model/stress_setting.hpp"
#include "podium/stress/stress_run.hpp"

namespace podium {
namespace {

/// Of a sensitivity analysis, unless it is precise before.
constexpr std::uint64_t kMostRuns = 100'000;

struct StressOptions {
  std::string directory;
  bool quick = false;
  std::optional<std::string> period;
  std::optional<std::string> node;
  std::optional<std::string> unit;
  EditionWords edition;
  std::optional<std::size_t> draws;
  std::optional<std::string> seed;
  std::vector<std::string> vary;
  std::optional<std::string> world;
  std::optional<std::size_t> threads;
  std::optional<std::size_t> limit;
  std::optional<std::string> section;
  std::string format = "table";
  std::optional<std::string> lang;
};

Result<std::uint64_t> whole_number(std::string_view option, std::string_view word) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size()) return number;
  return bad_usage(std::string(option) + " " + std::string(word), "a whole number, 0 or more");
}

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
  if (options.section && options.world) return bad_usage("both --section and --world", "one of them");
  return std::nullopt;
}

Result<std::string> world_text(const StressResult& result, const Worlds& worlds, const StressOptions& options,
                               Language language, Colour colour) {
  TRY(const std::uint64_t draw, whole_number("--world", *options.world));
  const Coordinates point = point_of_draw(result.plan.seed, draw);
  TRY(WorldResult found, worlds.run(point));
  const StressWorld world{result, draw, worlds.describe(point), std::move(found)};
  if (options.format == "json") return world_json(world);
  if (options.format == "csv") return world_csv(world);
  return world_view(world, language, colour);
}

std::string result_text(const StressResult& result, const StressOptions& options, Language language, Colour colour) {
  constexpr std::size_t kOneScreen = 15;
  if (options.format == "json") return stress_json(result);
  if (options.format == "csv") {
    const std::string word = options.section.value_or("ranks");
    const auto found =
        std::ranges::find(Words<StressSection>::list, word, [](const auto& each) { return std::string(each.first); });
    return stress_csv(result, found->second);
  }
  return stress_view(result, options.limit.value_or(kOneScreen), language, colour);
}

/// What is worked out beside the draws. What cannot be is no reason to hide the rest.
struct Extras {
  std::optional<std::vector<AttainableRanks>> attainable{};
  std::optional<WorldSensitivity> sensitivity{};
  Diagnostics remarks{};
};

Diagnostics as_warnings(Diagnostics problems) {
  for (Diagnostic& problem : problems) problem.severity = Severity::Warning;
  return problems;
}

Extras extras_of(const StressResult& result, const StressRun& run, const StressOptions& options,
                 const Surroundings& surroundings) {
  Extras extras;
  if (options.quick) return extras;
  const Worlds& worlds = run.prepared().worlds();
  if (auto attainable = attainable_in(worlds)) {
    extras.attainable = *std::move(attainable);
  } else {
    append(extras.remarks, as_warnings(std::move(attainable).diagnostics()));
  }
  PreparedWorlds prepared(worlds);
  prepared.prepare_all(options.threads.value_or(surroundings.threads));
  using Kind = SensitivityTarget::Kind;
  const std::vector<SensitivityTarget> targets = {{Kind::PlaceInRanking, at(result.about())}, {Kind::MeanRankShift}};
  std::vector<Rank> published;
  for (const Unit unit : all_units(result.computed.ranking.panel())) published.push_back(result.published(unit));
  SobolOptions sobol{.precision = 0.02, .most_runs = kMostRuns, .seed = result.plan.seed};
  sobol.threads = options.threads.value_or(surroundings.threads);
  sobol.keep_going = [&](std::uint64_t) { return surroundings.progress(run.draws_done(), run.draws()); };
  if (auto sensitivity = sensitivity_of(prepared, targets, published, sobol)) {
    extras.sensitivity = *std::move(sensitivity);
  } else {
    append(extras.remarks, as_warnings(std::move(sensitivity).diagnostics()));
  }
  return extras;
}

Result<Report> stress(const StressOptions& options, const Surroundings& surroundings) {
  if (auto problem = misuse(options)) return *std::move(problem);
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const Time time, ranked_period(index, options.period));
  TRY(const Series node, node_of_word(index, options.node));
  TRY(const StressPlan plan, plan_asked_for(index, options));
  TRY(const Computed computed, located(compute(index, choice), read));
  const Period period = computed.ranking.panel().period(time);
  TRY(StressSetting setting, stress_setting(index, plan, choice, period, node));
  TRY(Worlds worlds, Worlds::make(plan, std::move(setting)));

  Report report{{}, read.warnings};
  append(report.remarks, computed.selection.notes());
  const Language language = language_of(options.lang, surroundings);
  if (options.world) {
    const StressTally none(index.units.size(), index.hierarchy.size(), std::vector<ScoreScale>(index.units.size()));
    TRY(report.text,
        world_text({index, computed, time, node, plan, 0, none}, worlds, options, language, surroundings.colour));
    return report;
  }
  TRY(StressRun run, StressRun::start(std::move(worlds), options.threads.value_or(surroundings.threads)));
  while (!run.is_done() && surroundings.progress(run.draws_done(), run.draws())) run.advance();
  const StressTally tally = run.tally();
  StressResult result{index, computed, time, node, plan, run.draws_done(), tally};
  const Extras extras = extras_of(result, run, options, surroundings);
  if (extras.attainable) result.attainable = &*extras.attainable;
  if (extras.sensitivity) result.sensitivity = &*extras.sensitivity;
  append(report.remarks, extras.remarks);
  report.text = result_text(result, options, language, surroundings.colour);
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
           {"--section",
            "NAME",
            {"with --format csv: one table", "--format csv와 함께: 표 하나"},
            &options->section,
            {"ranks", "acceptability", "pairs", "weights", "sensitivity", "failures"}},
           {"--quick",
            {},
            {"only the draws: neither proven ranks nor sensitivity", "뽑기만 하고 가능 범위와 민감도는 생략"},
            &options->quick},
           {"--limit", "N", {"the first N units of the table", "표의 앞 N개 대상"}, &options->limit},
           {"--threads",
            "N",
            {"use so many threads; the result is the same", "스레드 수. 결과는 같습니다"},
            &options->threads},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "csv", "json"}),
           language_option(options->lang)},
      .examples = {{"podium stress my-index", {"how sure the newest ranks are", "최근 순위의 확실성"}},
                   {"podium stress my-index --unit KOR --draws 1000000",
                    {"one unit, a million worlds", "한 대상, 백만 세계"}},
                   {"podium stress my-index --world 17", {"all about one world", "세계 하나의 모든 것"}},
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
