#include "podium/cli/explain_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/answer_pictures.hpp"
#include "podium/cli/explain_view.hpp"
#include "podium/cli/gap_view.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/files/recipe_file.hpp"
#include "podium/model/weight_set.hpp"

namespace podium {
namespace {

/// The picture of who overtook whom, in place of that of the parts.
constexpr std::string_view kOvertakes = "overtakes";

struct ExplainOptions {
  std::string directory;
  std::string unit;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> node;
  std::optional<std::string> against;
  std::optional<std::string> recipe;
  std::optional<std::string> weights;
  std::optional<std::string> section;
  std::string format = "table";
  std::optional<std::string> lang;
};

/// "2024" or "2024@ai-index-2025".
struct StateWords {
  std::optional<std::string> period;
  EditionWords edition;
};

StateWords split(const std::optional<std::string>& text) {
  if (!text) return {};
  const std::size_t sign = text->find('@');
  if (sign == std::string::npos) return {.period = text, .edition = {}};
  return {.period = text->substr(0, sign), .edition = {.edition = text->substr(sign + 1), .as_of = {}}};
}

Result<ExplainedState> state_of(const Index& index, const StateWords& words, Time otherwise) {
  TRY(const EditionChoice choice, choice_of_edition(index, words.edition));
  Time time = otherwise;
  if (words.period) {
    TRY(time, ranked_period(index, words.period));
  }
  return ExplainedState{.choice = choice, .selection = select(index, choice), .time = time};
}

std::string text_of(const GapExplanation& explanation, const ExplainOptions& options,
                    const Surroundings& surroundings) {
  if (options.format == "json") return gap_json(explanation);
  if (options.format == "csv") return gap_csv(explanation);
  const Language language = language_of(options.lang, surroundings);
  if (options.format == "svg") return gap_waterfall(explanation, language);
  return gap_view(explanation, options.format == "md" ? TextForm::Markdown : TextForm::Terminal, language,
                  surroundings.colour);
}

std::string text_of(const Explanation& explanation, const ExplainOptions& options, const Surroundings& surroundings) {
  if (options.format == "json") return explanation_json(explanation);
  if (options.format == "csv") return explanation_csv(explanation);
  const Language language = language_of(options.lang, surroundings);
  if (options.format == "svg") {
    return options.section == kOvertakes ? overtake_slope(explanation, language)
                                         : explanation_waterfall(explanation, language);
  }
  return explain_view(explanation, options.format == "md" ? TextForm::Markdown : TextForm::Terminal, language,
                      surroundings.colour);
}

Result<Report> compare(const ReadIndex& read, const ExplainOptions& options, Unit unit, Series node,
                       const Surroundings& surroundings) {
  if (options.from) return bad_usage("--from with --against", "one of the two; --to names the period to compare in");
  if (options.recipe || options.weights) {
    return bad_usage(options.recipe ? "--recipe with --against" : "--weights with --against", "one of the two");
  }
  const Index& index = read.index;
  TRY(const Unit other, unit_of_word(index, *options.against));
  if (other == unit) return bad_usage("--against the same unit", "another unit");
  TRY(const ExplainedState state, state_of(index, split(options.to), static_cast<Time>(index.periods.size() - 1)));
  TRY(ExplainedGap gap,
      located(explain_gap({index.recipe, state.selection.panel(), state.time}, unit, other, node), read));
  Report report{text_of(GapExplanation{index, state, unit, other, node, std::move(gap)}, options, surroundings),
                read.warnings};
  append(report.remarks, state.selection.notes());
  return report;
}

/// The index with the newer state's recipe or weights; nothing where those are its own.
Result<std::optional<Index>> newer_index(const ReadIndex& read, const ExplainOptions& options) {
  if (!options.recipe && !options.weights) return std::optional<Index>();
  Index index = read.index;
  if (options.recipe) {
    TRY(RecipeFile file, read_recipe_file(*options.recipe));
    TRY(index, with_recipe_of(std::move(index), std::move(file)));
  }
  if (options.weights) {
    TRY(index, located(with_weight_set(std::move(index), *options.weights), read));
  }
  return std::optional(std::move(index));
}

std::string name_of_recipe(const ExplainOptions& options) {
  std::string name = options.recipe.value_or("");
  if (options.weights) name += (name.empty() ? "" : ", ") + *options.weights;
  return name;
}

/// With places in the index's files, unless a step may be one of another file.
template <class Value>
Result<Value> placed(Result<Value> result, const ReadIndex& read, const ExplainOptions& options) {
  return options.recipe ? std::move(result) : located(std::move(result), read);
}

Result<Report> explain(const ExplainOptions& options, const Surroundings& surroundings) {
  if (options.section && (options.format != "svg" || options.against)) {
    return bad_usage("--section without a picture of a change", "--format svg with it, and without --against");
  }
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const Unit unit, unit_of_word(index, options.unit));
  TRY(const Series node, node_of_word(index, options.node));
  if (options.against) return compare(read, options, unit, node, surroundings);
  const std::size_t newest = index.periods.size() - 1;
  TRY(const std::optional<Index> other, newer_index(read, options));
  TRY(ExplainedState after, state_of(index, split(options.to), static_cast<Time>(newest)));
  after.recipe = name_of_recipe(options);
  const bool is_other_recipe = other.has_value();
  const std::size_t last = at(after.time);
  // What another recipe does is asked of one and the same period.
  const std::size_t first = last > 0 && !is_other_recipe ? last - 1 : last;
  TRY(const ExplainedState before, state_of(index, split(options.from), static_cast<Time>(first)));
  if (before.choice == after.choice && before.time == after.time && !is_other_recipe) {
    return bad_usage("the same period and edition twice", "--from with an older period, or with another edition");
  }
  // Where both have the same figures nothing can have been revised.
  const Panel& figures_before = before.choice == after.choice ? after.selection.panel() : before.selection.panel();
  const IndexState older_state{index.recipe, figures_before, before.time};
  const IndexState newer_state{other ? other->recipe : index.recipe, after.selection.panel(), after.time};
  TRY(ExplainedChange change,
      placed(explain_change({.before = older_state, .after = newer_state, .unit = unit, .node = node}), read, options));
  TRY(std::vector<FilledEffect> filled, placed(effects_of_filled_figures(newer_state, unit, node), read, options));
  std::erase_if(filled, [](const FilledEffect& effect) { return !effect.is_decisive(); });
  Report report{text_of(Explanation{index, before, after, unit, node, std::move(change), std::move(filled),
                                    explained_ratios(older_state, newer_state, unit, node)},
                        options, surroundings),
                read.warnings};
  for (const Diagnostic& note : before.selection.notes()) {
    if (std::ranges::find(after.selection.notes(), note) == after.selection.notes().end())
      report.remarks.push_back(note);
  }
  append(report.remarks, after.selection.notes());
  return report;
}

}  // namespace

Command explain_command() {
  const auto options = std::make_shared<ExplainOptions>();
  return {
      .name = "explain",
      .purpose = {"says why a unit's rank moved, exactly: what each figure did, and who overtook whom",
                  "순위가 왜 바뀌었는지 항목별 몫과 앞지른 대상으로 정확히 설명합니다"},
      .options = {directory_word(options->directory),
                  {"UNIT", {}, {"the code of a unit", "대상의 코드"}, &options->unit},
                  {"--from",
                   "P1[@E1]",
                   {"the older period, and the edition to see it in (default: the period before)",
                    "앞 기간과 그때의 판 (기본값: 바로 앞 기간)"},
                   &options->from},
                  {"--to",
                   "P2[@E2]",
                   {"the newer period and edition (default: the newest)", "뒤 기간과 판 (기본값: 가장 최근)"},
                   &options->to},
                  {"--against",
                   "CODE",
                   {"instead: why the unit stands above or below this one", "대신 이 대상보다 앞서거나 뒤지는 까닭"},
                   &options->against},
                  {"--recipe",
                   "FILE",
                   {"the newer state by this recipe: a file of [[step]] tables",
                    "뒤쪽을 이 계산 방법으로: [[step]] 표 파일"},
                   &options->recipe},
                  {"--weights",
                   "NAME",
                   {"the newer state with this set, [weights.NAME] of podium.toml",
                    "뒤쪽을 podium.toml의 [weights.NAME] 가중치로"},
                   &options->weights},
                  {"--node", "N", {"the rank in this pillar or indicator", "이 부문이나 지표의 순위"}, &options->node},
                  {"--section",
                   "NAME",
                   {"with --format svg: the picture of the parts (default), or of who overtook whom",
                    "--format svg와 함께: 항목별 몫의 그림(기본값) 또는 앞지른 대상의 그림"},
                   &options->section,
                   {"parts", kOvertakes}},
                  format_option(options->format, {"table", "md", "csv", "json", "svg"}),
                  language_option(options->lang)},
      .examples = {{"podium explain my-index KOR", {"from the last year to this one", "지난해에서 올해로"}},
                   {"podium explain my-index KOR --from 2023@2024 --to 2024@2025",
                    {"each year as the edition of the time had it: revision is told apart",
                     "해마다 당시 판의 수치로: 수정의 몫이 따로 나옵니다"}},
                   {"podium explain my-index KOR --against JPN",
                    {"why the one stands above the other", "한쪽이 다른 쪽보다 앞서는 까닭"}}},
      .run = [options](const Surroundings& surroundings) { return explain(*options, surroundings); },
      .more =
          {"The parts are Shapley values and sum exactly to the change of score and of rank. Between the two periods "
           "lie all worlds in which some figures are the newer ones and the others still the older.",
           "각 몫은 섀플리 값이며 합계는 점수와 순위의 변화와 정확히 같습니다. 일부 수치만 새 것이고 나머지는 옛 것인 "
           "모든 경우를 견주어 구합니다."},
  };
}

}  // namespace podium
