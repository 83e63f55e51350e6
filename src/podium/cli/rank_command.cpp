#include "podium/cli/rank_command.hpp"

#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/ranking_view.hpp"

namespace podium {
namespace {

struct RankOptions {
  std::string directory;
  std::optional<std::string> period;
  bool all = false;
  std::optional<std::string> node;
  std::optional<std::string> weights;
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
  std::optional<std::size_t> limit;
};

/// The one table that the options name, or with --all every table that they leave.
Result<std::vector<RankingTable>> tables_asked_for(const Index& index, const Ranking& ranking,
                                                   const RankOptions& options) {
  TRY(const Series node, node_of_word(index, options.node));
  TRY(const Time time, ranked_period(index, options.period));
  if (!options.all) return std::vector{ranking_table(index, ranking, node, time)};
  std::vector<RankingTable> tables = all_ranking_tables(index, ranking);
  std::erase_if(tables, [&](const RankingTable& table) {
    return (options.node && table.node != node) || (options.period && table.time != time);
  });
  return tables;
}

std::string text_for_people(const Index& index, const Computed& computed, const std::vector<RankingTable>& tables,
                            const RankOptions& options, const Surroundings& surroundings) {
  const Language language = language_of(options.lang, surroundings);
  const bool is_markdown = options.format == "md";
  std::string text;
  for (const RankingTable& table : tables) {
    const TextTable lines = ranking_text_table(index, computed, table, language);
    const std::string title = ranking_title(index, table.node, computed.ranking.panel().period(table.time), language);
    const std::string notes[] = {note_on_brackets(index, table.node, language),
                                 note_on_editions(index, computed, table.node, table.time, language)};
    if (!text.empty()) text += "\n";
    if (is_markdown) {
      text += "## " + title + "\n\n" + to_markdown(lines);
    } else {
      text += styled(title, Style::Bold, surroundings.colour) + "\n" + to_text(lines, surroundings.colour);
    }
    for (const std::string& note : notes) text += note.empty() ? note : "\n" + note;
  }
  return text;
}

Result<Report> rank(const RankOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_weighted_index(options.directory, options.weights));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const Computed computed, located(compute(index, choice), read));
  TRY(std::vector<RankingTable> tables, tables_asked_for(index, computed.ranking, options));
  for (RankingTable& table : tables) {
    if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
  }

  Report report{{}, read.warnings};
  append(report.remarks, computed.selection.notes());
  if (options.format == "csv") {
    report.text = ranking_csv(index, computed, tables);
  } else if (options.format == "json") {
    report.text = ranking_json(index, computed, tables);
  } else {
    report.text = text_for_people(index, computed, tables, options, surroundings);
  }
  return report;
}

}  // namespace

Command rank_command() {
  const auto options = std::make_shared<RankOptions>();
  return {
      .name = "rank",
      .purpose = {"prints the ranking of the newest period, or of any period and node",
                  "가장 최근 기간이나 지정한 기간·항목의 순위를 보여 줍니다"},
      .options = {directory_word(options->directory),
                  {"--period", "P", {"rank this period", "이 기간의 순위"}, &options->period},
                  {"--node", "N", {"rank by this pillar or indicator", "이 부문이나 지표의 순위"}, &options->node},
                  {"--all", {}, {"every period and every node", "모든 기간과 모든 항목"}, &options->all},
                  weights_option(options->weights),
                  edition_option(options->edition),
                  as_of_option(options->edition),
                  format_option(options->format, {"table", "csv", "json", "md"}),
                  {"--limit", "N", {"only the first N lines of each ranking", "순위마다 앞의 N줄만"}, &options->limit},
                  language_option(options->lang)},
      .examples = {{"podium rank my-index", {"the newest ranking", "가장 최근 순위"}},
                   {"podium rank my-index --node science --period 2023", {"one pillar, one year", "한 부문, 한 해"}},
                   {"podium rank my-index --all --format csv",
                    {"every rank and score, for a spreadsheet or a program",
                     "모든 순위와 점수를 표 계산이나 프로그램용으로"}}},
      .run = [options](const Surroundings& surroundings) { return rank(*options, surroundings); },
      .more =
          {"CSV columns: period,node,unit,score,rank. Scores are written in the shortest form that reads back exactly; "
           "units without a rank come last, with both fields empty.",
           "CSV 열: period,node,unit,score,rank. 점수는 그대로 되읽히는 가장 짧은 꼴로 적고, "
           "순위가 없는 대상은 두 칸을 비워 맨 뒤에 둡니다."},
  };
}

}  // namespace podium
