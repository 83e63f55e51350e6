#include "podium/cli/seek_command.hpp"

#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/seek_view.hpp"
#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

struct SeekOptions {
  std::string directory;
  std::string unit;
  std::optional<std::size_t> rank;
  std::optional<std::size_t> years;
  bool unbounded = false;
  std::optional<std::string> period;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

Result<SeekSetting> setting_of(const SeekOptions& options, Rank present, std::size_t ranked) {
  if (options.unbounded && options.years) return bad_usage("--years with --unbounded", "one of the two");
  SeekSetting setting{.rank = present > 1 ? present - 1 : 1};
  if (options.rank) {
    if (*options.rank > ranked) {
      return bad_usage("--rank " + std::to_string(*options.rank), "a rank from 1 to " + std::to_string(ranked));
    }
    setting.rank = static_cast<Rank>(*options.rank);
  }
  if (options.unbounded) setting.reach = SeekReach::Unbounded;
  if (options.years) setting.years = static_cast<double>(*options.years);
  return setting;
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
  TRY(const Unit unit, unit_of_word(index, options.unit));
  TRY(const Time time, ranked_period(index, options.period));
  TRY(const Computed computed, located(compute(index, choice), read));
  const Series root = index.hierarchy.root();
  const Rank present = computed.ranking.rank(root, time, unit);
  if (present == 0) return unranked(index, unit, index.periods[at(time)]);
  TRY(const SeekSetting setting, setting_of(options, present, computed.ranking.ranked(root, time)));
  TRY(SeekProblem problem,
      located(seek_problem({index.recipe, computed.selection.panel(), time}, unit, setting), read));
  TRY(const SeekIndex seeker, located(SeekIndex::build(std::move(problem)), read));
  TRY(SeekMix mix, located(cheapest_mix(seeker, native_solvers()), read));
  const SeekAnswer answer{.index = index,
                          .choice = choice,
                          .period = index.periods[at(time)],
                          .unit = unit,
                          .present = present,
                          .setting = setting,
                          .figures = seeker.originals(seeker.start()),
                          .margins = margins(seeker),
                          .alone = each_alone(seeker),
                          .mix = std::move(mix)};
  Report report{{}, read.warnings};
  append(report.remarks, computed.selection.notes());
  if (options.format == "json") {
    report.text = seek_json(answer);
  } else if (options.format == "csv") {
    report.text = seek_csv(answer);
  } else {
    report.text = seek_view(answer, options.format == "md" ? TextForm::Markdown : TextForm::Terminal,
                            language_of(options.lang, surroundings), surroundings.colour);
  }
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
                  {"UNIT", {}, {"the code of a unit", "대상의 코드"}, &options->unit},
                  {"--rank",
                   "K",
                   {"the rank to reach (default: the next one)", "이르려는 순위 (기본값: 바로 위)"},
                   &options->rank},
                  {"--years",
                   "N",
                   {"within so many years at the fastest pace that any unit has shown (default: 1)",
                    "어느 대상이든 실제로 보인 가장 빠른 속도로 몇 년 안에 (기본값: 1)"},
                   &options->years},
                  {"--unbounded",
                   {},
                   {"however far a figure would have to go", "수치가 얼마나 달라져야 하든"},
                   &options->unbounded},
                  {"--period",
                   "P",
                   {"the ranking of this period (default: the newest)", "이 기간의 순위 (기본값: 가장 최근)"},
                   &options->period},
                  edition_option(options->edition),
                  as_of_option(options->edition),
                  format_option(options->format, {"table", "md", "csv", "json"}),
                  language_option(options->lang)},
      .examples = {{"podium seek my-index FRA", {"what the next rank would take", "바로 위 순위에 필요한 것"}},
                   {"podium seek my-index FRA --rank 1 --unbounded",
                    {"what the first rank would take, possible or not", "가능하든 아니든 1위에 필요한 것"}}},
      .run = [options](const Surroundings& surroundings) { return seek(*options, surroundings); },
      .more =
          {"Effort is the sum of changes, each in spreads of its indicator (highest less lowest figure of the period). "
           "Possible means that somebody did it.",
           "노력은 변화의 합이며, 각 변화는 지표의 폭(그 기간의 최고치와 최저치의 차이)으로 잽니다. 가능하다는 것은 "
           "실제로 해낸 대상이 있다는 뜻입니다."},
  };
}

}  // namespace podium
