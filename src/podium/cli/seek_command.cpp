#include "podium/cli/seek_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/answer_pictures.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/cli/seek_view.hpp"
#include "podium/model/money_unit.hpp"
#include "podium/model/stress_setting.hpp"
#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

struct SeekOptions {
  std::string directory;
  std::vector<std::string> unit;  ///< one at most
  std::optional<std::string> goal;
  std::optional<std::size_t> rank;
  std::optional<std::size_t> years;
  bool unbounded = false;
  std::optional<std::string> most_change;
  std::optional<std::string> effort;
  std::vector<std::string> costs;
  std::optional<std::string> robust;
  std::optional<std::size_t> draws;
  std::optional<std::string> seed;
  std::optional<std::string> period;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

/// Who is after which rank, and by when; what the words do not say is left open.
struct Aim {
  Unit unit{};
  std::optional<Rank> rank{};
  std::optional<Period> by{};
};

Result<Aim> aim_of(const Index& index, const SeekOptions& options) {
  if (!options.goal) {
    if (options.unit.empty()) return bad_usage("no UNIT", "the code of a unit, or --goal with one of podium.toml");
    TRY(const Unit unit, unit_of_word(index, options.unit.front()));
    return Aim{.unit = unit};
  }
  if (!options.unit.empty() || options.rank || options.years) {
    return bad_usage("--goal with UNIT, --rank or --years", "--goal alone: it says all three");
  }
  std::vector<std::string_view> known;
  for (const Goal& goal : index.goals) {
    if (goal.id == *options.goal) return Aim{.unit = goal.unit, .rank = goal.rank, .by = goal.by};
    known.emplace_back(goal.id);
  }
  return not_among(Code::InvalidUsage, "goal", *options.goal, known);
}

Result<SeekSetting> setting_of(const Aim& aim, const SeekOptions& options, Period period, Rank present,
                               std::size_t ranked) {
  if (options.unbounded && options.years) return bad_usage("--years with --unbounded", "one of the two");
  SeekSetting setting{.rank = aim.rank.value_or(present > 1 ? present - 1 : 1)};
  if (aim.by && aim.by->year() > period.year()) setting.years = aim.by->year() - period.year();
  if (options.rank) {
    if (*options.rank > ranked) {
      return bad_usage("--rank " + std::to_string(*options.rank), "a rank from 1 to " + std::to_string(ranked));
    }
    setting.rank = static_cast<Rank>(*options.rank);
  }
  if (options.unbounded) setting.reach = SeekReach::Unbounded;
  if (options.years) setting.years = static_cast<int>(std::min<std::size_t>(*options.years, 1000));
  if (options.most_change) {
    TRY(setting.most_change, share_of_word("--max-change", *options.most_change));
  }
  return setting;
}

/// What effort counts, with what a unit of measure of each indicator costs; without costs it counts spreads.
struct PricedEffort {
  SeekEffort effort{};
  std::vector<std::pair<Series, double>> costs{};
};

/// A unit of every indicator that is measured in money.
Result<PricedEffort> effort_in_money(const Index& index) {
  PricedEffort priced{.effort = {.measure = SeekEffort::Measure::Money}};
  for (const Series indicator : index.hierarchy.indicators()) {
    const std::optional<MoneyUnit> unit = money_unit(index.info(indicator).unit_of_measure);
    if (!unit || index.hierarchy.denominator_of(indicator)) continue;
    if (!priced.costs.empty() && unit->currency != priced.effort.currency) {
      return bad_usage("--effort money, with figures in " + priced.effort.currency + " and " + unit->currency,
                       "one currency, or --cost INDICATOR=COST");
    }
    priced.effort.currency = unit->currency;
    priced.costs.emplace_back(indicator, unit->size);
  }
  if (!priced.costs.empty()) return priced;
  return bad_usage("--effort money, with no indicator in money",
                   "a unit_of_measure such as \"USD billions\", or --cost INDICATOR=COST");
}

Result<PricedEffort> effort_at_costs(const Index& index, const std::vector<std::string>& words) {
  PricedEffort priced{.effort = {.measure = SeekEffort::Measure::Cost}};
  for (const std::string& word : words) {
    TRY(const Assignment assignment, assignment_of("--cost", word, "INDICATOR=COST"));
    TRY(const Series indicator, figures_of_word(index, assignment.name));
    if (assignment.value <= 0) return bad_usage("--cost " + podium::quoted(word), "a cost above 0");
    if (at(indicator) >= index.hierarchy.size()) {
      return bad_usage("--cost of '" + assignment.name + "', which only divides others", "an indicator");
    }
    if (std::ranges::find(priced.costs, indicator, &std::pair<Series, double>::first) != priced.costs.end()) {
      return bad_usage("two costs of '" + assignment.name + "'", "one");
    }
    priced.costs.emplace_back(indicator, assignment.value);
  }
  return priced;
}

Result<PricedEffort> effort_of(const Index& index, const SeekOptions& options) {
  if (options.effort == "money") {
    if (!options.costs.empty()) return bad_usage("--cost with --effort money", "one of the two");
    return effort_in_money(index);
  }
  if (!options.costs.empty()) return effort_at_costs(index, options.costs);
  return PricedEffort{};
}

Result<SeekAnswer::Robust> robust_answer(const Index& index, const EditionChoice& choice, const IndexState& state,
                                         const SeekIndex& seeker, const SeekMix& mix, const SeekOptions& options,
                                         std::size_t threads) {
  SeekAnswer::Robust robust;
  TRY(robust.wanted, share_of_word("--robust", *options.robust));
  if (robust.wanted > 1) return bad_usage("--robust " + *options.robust, "a share of at most 1");
  StressPlan plan = plan_of(index);
  if (options.draws) plan.draws = *options.draws;
  if (options.seed) {
    TRY(plan.seed, whole_number("--seed", *options.seed));
  }
  robust.draws = plan.draws;
  const auto unit = static_cast<Unit>(seeker.problem().unit);
  TRY(const std::vector<double> printed, printed_per_figure(state, unit));
  TRY(const StressSetting setting,
      stress_setting(index, plan, choice, state.panel.period(state.time), index.hierarchy.root()));
  TRY(robust.answer, seek_under_stress(seeker, mix, robust.wanted, plan, setting, printed, threads));
  return robust;
}

std::vector<double> prices_of(const SeekIndex& seeker) {
  std::vector<double> prices;
  for (std::size_t i = 0; i < seeker.size(); ++i) prices.push_back(seeker.price(i));
  return prices;
}

std::string text_of(const SeekAnswer& answer, const SeekOptions& options, const Surroundings& surroundings) {
  if (options.format == "json") return seek_json(answer);
  if (options.format == "csv") return seek_csv(answer);
  const Language language = language_of(options.lang, surroundings);
  if (options.format == "svg") return seek_bars(answer, language);
  return seek_view(answer, options.format == "md" ? TextForm::Markdown : TextForm::Terminal, language,
                   surroundings.colour);
}

Diagnostic unranked(const Index& index, Unit unit, Period period) {
  return {.code = Code::TooFewFigures,
          .found = "no rank",
          .expected = "a unit that is ranked",
          .subject = {.unit = index.info(unit).code, .period = to_text(period)}};
}

Result<Report> seek(const SeekOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const Aim aim, aim_of(index, options));
  const Unit unit = aim.unit;
  TRY(const Time time, ranked_period(index, options.period));
  TRY(const Computed computed, located(compute(index, choice), read));
  const Series root = index.hierarchy.root();
  const Rank present = computed.ranking.rank(root, time, unit);
  if (present == 0) return unranked(index, unit, index.periods[at(time)]);
  TRY(SeekSetting setting,
      setting_of(aim, options, index.periods[at(time)], present, computed.ranking.ranked(root, time)));
  TRY(PricedEffort priced, effort_of(index, options));
  setting.costs = std::move(priced.costs);
  if (!options.robust && (options.draws || options.seed)) {
    return bad_usage(options.draws ? "--draws without --robust" : "--seed without --robust", "--robust P with it");
  }
  const IndexState state{index.recipe, computed.selection.panel(), time};
  TRY(SeekProblem problem, located(seek_problem(state, unit, setting), read));
  TRY(const SeekIndex seeker, located(SeekIndex::build(std::move(problem)), read));
  TRY(SeekMix mix, located(cheapest_mix(seeker, native_solvers()), read));
  SeekAnswer answer{.index = index,
                    .choice = choice,
                    .period = index.periods[at(time)],
                    .unit = unit,
                    .present = present,
                    .setting = std::move(setting),
                    .figures = seeker.originals(seeker.start()),
                    .margins = margins(seeker),
                    .alone = each_alone(seeker),
                    .mix = std::move(mix),
                    .effort = std::move(priced.effort),
                    .prices = prices_of(seeker)};
  if (options.robust) {
    TRY(answer.robust,
        located(robust_answer(index, choice, state, seeker, answer.mix, options, surroundings.threads), read));
  }
  Report report{text_of(answer, options, surroundings), read.warnings};
  append(report.remarks, computed.selection.notes());
  return report;
}

}  // namespace

Command seek_command() {
  const auto options = std::make_shared<SeekOptions>();
  return {
      .name = "seek",
      .purpose = {"says what a better rank would take: each indicator alone, and the cheapest mix",
                  "더 높은 순위에 무엇이 필요한지, 지표 하나로 할 때와 가장 적은 노력으로 할 때를 보여 줍니다"},
      .options = {directory_word(options->directory),
                  {"UNIT",
                   {},
                   {"the code of a unit; not needed with --goal", "대상의 코드. --goal에는 없어도 됨"},
                   &options->unit},
                  {"--goal",
                   "ID",
                   {"a [[goal]] of podium.toml: its unit, rank and year", "podium.toml의 [[goal]]: 대상, 순위, 시한"},
                   &options->goal},
                  {"--rank",
                   "K",
                   {"the rank to reach (default: the next one)", "이르려는 순위 (기본값: 바로 위)"},
                   &options->rank},
                  {"--years",
                   "N",
                   {"figures go as far as any unit's has gone within so many years (default: 1)",
                    "어느 대상이든 이 햇수 안에 실제로 해낸 만큼까지 (기본값: 1)"},
                   &options->years},
                  {"--unbounded",
                   {},
                   {"however far a figure would have to go", "수치가 얼마나 달라져야 하든"},
                   &options->unbounded},
                  {"--max-change",
                   "Q",
                   {"no figure by more than this share of itself: 0.2 or 20%",
                    "어느 수치도 자기 자신의 이 비율보다 더 바꾸지 않음: 0.2 또는 20%"},
                   &options->most_change},
                  {"--effort",
                   "E",
                   {"what effort counts: spreads of indicators (default), or money, where only figures in money change",
                    "노력을 재는 단위: 지표의 폭(기본값) 또는 돈(돈으로 잰 수치만 바꿈)"},
                   &options->effort,
                   {"spread", "money"}},
                  {"--cost",
                   "I=COST",
                   {"effort as you state it: what one more unit of measure of an indicator costs; others stay (again "
                    "for more)",
                    "노력을 직접 정함: 지표 I를 한 단위 바꾸는 비용. 나머지는 그대로 (여러 번 쓸 수 있음)"},
                   &options->costs},
                  {"--robust",
                   "P",
                   {"also: what it takes to have the rank in this share of the stress test's draws",
                    "추가로: 스트레스 시험 가운데 이 비율에서 그 순위에 들려면 필요한 것"},
                   &options->robust},
                  {"--draws",
                   "N",
                   {"with --robust: so many draws; else as the plan says",
                    "--robust와 함께: 추출 횟수. 없으면 계획대로"},
                   &options->draws},
                  {"--seed",
                   "S",
                   {"with --robust: where the random numbers begin", "--robust와 함께: 난수의 시작값"},
                   &options->seed},
                  {"--period",
                   "P",
                   {"the ranking of this period (default: the newest)", "이 기간의 순위 (기본값: 가장 최근)"},
                   &options->period},
                  edition_option(options->edition),
                  as_of_option(options->edition),
                  format_option(options->format, {"table", "md", "csv", "json", "svg"}),
                  language_option(options->lang)},
      .examples = {{"podium seek my-index FRA", {"what the next rank would take", "바로 위 순위에 필요한 것"}},
                   {"podium seek my-index FRA --rank 1 --unbounded",
                    {"what the first rank would take, possible or not", "가능하든 아니든 1위에 필요한 것"}},
                   {"podium seek my-index FRA --unbounded --cost patents=0.02 --cost researchers=0.5",
                    {"at your own costs", "직접 정한 비용으로"}},
                   {"podium seek my-index FRA --unbounded --robust 90%", {"and be sure of it", "더 확실하게"}}},
      .run = [options](const Surroundings& surroundings) { return seek(*options, surroundings); },
      .more =
          {"Effort is the sum of changes, each in spreads of its indicator (highest less lowest figure of the period), "
           "unless "
           "--effort or --cost say otherwise. Possible means that somebody did it.",
           "노력은 변화의 합이며, --effort나 --cost가 없으면 각 변화는 지표의 폭(그 기간의 최고치와 최저치의 차이)으로 "
           "잽니다. 가능하다는 것은 실제로 해낸 대상이 있다는 뜻입니다."},
  };
}

}  // namespace podium
