#include "podium/cli/diff_command.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "podium/cli/diff_view.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/model/edition_changes.hpp"

namespace podium {
namespace {

struct DiffOptions {
  std::string directory;
  std::string first;
  std::string second;
  std::optional<std::string> unit;
  std::optional<std::string> indicator;
  std::optional<std::string> period;
  std::optional<std::string> section;
  std::optional<std::size_t> limit;
  std::string format = "table";
  std::optional<std::string> lang;
};

constexpr std::size_t kEntriesAtFirst = kTopOfRanking;

std::vector<std::string_view> words_of_sections() {
  std::vector<std::string_view> words;
  for (const auto& [word, section] : Words<DiffSection>::list) words.push_back(word);
  return words;
}

/// A period of which one of the editions prints a figure.
Result<Period> printed_period(const Index& index, EditionAt first, EditionAt second, const std::string& word) {
  TRY(const Period period, parse_period(word));
  std::set<Period> printed;
  for (const Observation& observation : index.observations) {
    if (observation.edition == first || observation.edition == second) printed.insert(observation.period);
  }
  if (printed.contains(period)) return period;
  std::vector<std::string> known;
  for (const Period each : printed) known.push_back(to_text(each));
  return not_among(Code::UnknownPeriod, "period", word, views(known));
}

Result<CellFilter> filter_asked_for(const Index& index, EditionAt first, EditionAt second, const DiffOptions& options) {
  CellFilter filter;
  if (options.unit) {
    TRY(filter.unit, unit_of_word(index, *options.unit));
  }
  if (options.indicator) {
    TRY(filter.series, figures_of_word(index, *options.indicator));
  }
  if (options.period) {
    TRY(filter.period, printed_period(index, first, second, *options.period));
  }
  return filter;
}

std::string text_of(const EditionDiff& diff, const DiffOptions& options, const Surroundings& surroundings) {
  if (options.format == "json") return edition_diff_json(diff);
  if (options.format == "csv") {
    const auto* const found = std::ranges::find(Words<DiffSection>::list, options.section.value_or("cells"),
                                                [](const auto& each) { return std::string(each.first); });
    return edition_diff_csv(diff, found->second);
  }
  return edition_diff_view(diff, options.limit.value_or(kEntriesAtFirst),
                           options.format == "md" ? TextForm::Markdown : TextForm::Terminal,
                           language_of(options.lang, surroundings), surroundings.colour);
}

Result<Report> diff(const DiffOptions& options, const Surroundings& surroundings) {
  if (options.section && options.format != "csv") {
    return bad_usage("--section without --format csv", "--format csv with it: JSON and the tables hold everything");
  }
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionAt first, resolve_edition(index, options.first));
  TRY(const EditionAt second, resolve_edition(index, options.second));
  TRY(const CellFilter filter, filter_asked_for(index, first, second, options));
  const EditionChanges changes = compare_editions(index, first, second, filter);
  const EditionGrowth growth = growth_between(index, first, second, filter);
  // All restated figures work on the ranking, whichever units and indicators are shown.
  const EditionChanges all = compare_editions(index, first, second);
  TRY(const std::optional<EditionEffect> effect, located(effect_of_restatements(index, all, filter.period), read));
  return Report{text_of({index, changes, growth, effect ? &*effect : nullptr}, options, surroundings), read.warnings};
}

}  // namespace

Command diff_command() {
  const auto options = std::make_shared<DiffOptions>();
  return {
      .name = "diff",
      .purpose = {"says what a new edition changed: figures, scores, ranks and growth",
                  "새 판에서 수치와 점수, 순위, 증가율이 어떻게 달라졌는지 보여 줍니다"},
      .options = {directory_word(options->directory),
                  {"E1", {}, {"an edition: its id, or a year that names one", "판: 코드 또는 연도"}, &options->first},
                  {"E2",
                   {},
                   {"the edition to compare it with, usually the newer", "견줄 판, 보통 더 새로운 판"},
                   &options->second},
                  {"--unit", "CODE", {"only figures of this unit", "이 대상의 수치만"}, &options->unit},
                  {"--indicator",
                   "ID",
                   {"only figures of this indicator or denominator", "이 지표나 나누는 값의 수치만"},
                   &options->indicator},
                  {"--period",
                   "P",
                   {"only figures of this period, its growth and its ranking", "이 기간의 수치와 증가율, 순위만"},
                   &options->period},
                  {"--section",
                   "NAME",
                   {"with --format csv: this table (default: cells)", "--format csv와 함께: 표 하나 (기본값: cells)"},
                   &options->section,
                   words_of_sections()},
                  {"--limit",
                   "N",
                   {"the first N entries of each table (default: 10)", "표마다 앞의 N개 (기본값: 10)"},
                   &options->limit},
                  format_option(options->format, {"table", "csv", "json", "md"}),
                  language_option(options->lang)},
      .examples = {{"podium diff my-index example-2024 example-2025",
                    {"what the edition of 2025 changed", "2025년 판에서 달라진 점"}},
                   {"podium diff my-index 2024 2025 --unit KOR --indicator patents",
                    {"one unit and indicator", "한 대상과 한 지표"}},
                   {"podium diff my-index 2024 2025 --format csv --section growth",
                    {"every growth rate, within an edition and across", "같은 판과 판을 섞은 증가율 모두"}}},
      .run = [options](const Surroundings& surroundings) { return diff(*options, surroundings); },
      .more =
          {"Only indicators that both editions print are compared cell by cell; a figure that both print and that "
           "differs is restated. The ranking is computed twice, with the figures of one and of the other edition in "
           "the cells that both print and all else the same. Growth across editions divides this year's figure of a "
           "new report by last year's figure of an older one, as newspapers do; what it has beyond the growth within "
           "one edition is restatement.",
           "두 판에 모두 실린 지표만 칸별로 견주며, 양쪽에 실렸으나 값이 다른 수치를 수정된 것으로 봅니다. 순위는 두 "
           "판에 모두 실린 칸만 바꾸고 나머지는 그대로 둔 채 두 번 계산합니다. 판을 섞은 증가율은 언론이 흔히 하듯 "
           "새 보고서의 올해 수치를 이전 보고서의 지난해 수치로 나눈 것이며, 같은 판 안의 증가율과의 차이는 수정에서 "
           "나옵니다."},
  };
}

}  // namespace podium
