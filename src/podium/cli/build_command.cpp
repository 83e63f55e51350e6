#include "podium/cli/build_command.hpp"

#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"
#include "podium/publish/site.hpp"

namespace podium {
namespace {

struct BuildOptions {
  std::string directory;
  std::string out = "site";
  std::vector<std::string> highlight;
  std::optional<std::size_t> threads;
  bool no_stress = false;
  EditionWords edition;
  std::optional<std::string> lang;
};

Result<std::vector<Unit>> units_of_words(const Index& index, const std::vector<std::string>& codes) {
  std::vector<Unit> units;
  for (const std::string& code : codes) {
    TRY(const Unit unit, unit_of_word(index, code));
    units.push_back(unit);
  }
  return units;
}

/// "South Korea (KOR): rank 6 of 36, score 45.67; Technology 40.10 (rank 7), ..."
std::string highlight_line(const Index& index, const Ranking& ranking, Unit unit, Time time, Language language) {
  const Series root = index.hierarchy.root();
  const UnitInfo& info = index.info(unit);
  const std::string name = printable(info.name.in(language));
  const Rank rank = ranking.rank(root, time, unit);
  if (rank == 0) return fill(texts::kHighlightUnranked.in(language), {name, info.code}) + "\n";
  std::string line = fill(texts::kHighlight.in(language),
                          {name, info.code, std::to_string(rank), std::to_string(ranking.ranked(root, time)),
                           shown_score(ranking.score(root, time, unit))});
  std::string_view separator = "; ";
  for (const Series child : index.hierarchy.children(root)) {
    const Rank child_rank = ranking.rank(child, time, unit);
    if (child_rank == 0 || !is_counted(index.hierarchy, child)) continue;
    line += std::string(separator) + fill(texts::kComponentOfHighlight.in(language),
                                          {printable(index.info(child).title.in(language)),
                                           shown_score(ranking.score(child, time, unit)), std::to_string(child_rank)});
    separator = ", ";
  }
  return line + "\n";
}

std::string text_for_people(const Index& index, const Computed& computed, const std::vector<Unit>& highlighted,
                            Language language, Colour colour) {
  const Series root = index.hierarchy.root();
  const Time newest = static_cast<Time>(index.periods.size() - 1);
  RankingTable table = ranking_table(index, computed.ranking, root, newest);
  const std::size_t all = table.rows.size();
  if (all > kTopOfRanking) table.rows.resize(kTopOfRanking);

  std::string text = styled(ranking_title(index, root, index.periods.back(), language), Style::Bold, colour) + "\n";
  text += to_text(ranking_text_table(index, computed, table, language), colour);
  if (all > table.rows.size()) {
    text += fill(texts::kMoreRows.in(language), {std::to_string(all - table.rows.size())}) + "\n";
  }
  text += note_on_brackets(index, root, language);
  if (!highlighted.empty()) text += "\n";
  for (const Unit unit : highlighted) text += highlight_line(index, computed.ranking, unit, newest, language);
  return text + "\n";
}

/// A site without its stress test is better than none: what keeps it from being done is a warning.
std::optional<SiteStress> stress_if_possible(const ReadIndex& read, const Computed& computed, std::size_t threads,
                                             Diagnostics& remarks) {
  Result<SiteStress> stress = located(stress_of_site(read.index, computed, threads), read);
  if (!stress) {
    append(remarks, as_warnings(std::move(stress).diagnostics()));
    return std::nullopt;
  }
  append(remarks, stress->test.remarks);
  return *std::move(stress);
}

Result<Report> build(const BuildOptions& options, const Surroundings& surroundings) {
  TRY(const ReadIndex read, read_index(options.directory));
  const Index& index = read.index;
  TRY(const EditionChoice choice, choice_of_edition(index, options.edition));
  TRY(const std::vector<Unit> highlighted, units_of_words(index, options.highlight));
  TRY(const Computed computed, located(compute(index, choice), read));
  const std::size_t threads = options.threads.value_or(surroundings.threads);
  Diagnostics remarks;
  const std::optional<SiteStress> stress =
      options.no_stress ? std::nullopt : stress_if_possible(read, computed, threads, remarks);
  const std::vector<OutputFile> files = render_site(index, computed, threads, stress ? &*stress : nullptr);
  const auto written = replace_directory(options.out, files, kSiteMarker, options.directory);
  if (!written) return written.diagnostics();
  const std::filesystem::path entrance = std::filesystem::path(options.out) / "index.html";

  const Language language = language_of(options.lang, surroundings);
  Report report{text_for_people(index, computed, highlighted, language, surroundings.colour), read.warnings};
  append(report.remarks, computed.selection.notes());
  append(report.remarks, std::move(remarks));
  report.text += fill(texts::kSite.in(language), {entrance.generic_string()}) + "\n";
  return report;
}

}  // namespace

Command build_command() {
  const auto options = std::make_shared<BuildOptions>();
  return {
      .name = "build",
      .purpose = {"computes the index and writes its site", "지수를 계산하고 사이트를 만듭니다"},
      .options =
          {directory_word(options->directory),
           {.name = "--out",
            .value = "OUT",
            .help =
                {"the site's directory (default: site); replaced as a whole if podium wrote it, otherwise left alone",
                 "사이트 디렉터리 (기본값: site). podium이 만든 것이면 통째로 바꾸고, 아니면 건드리지 않습니다"},
            .target = &options->out,
            .completion = Completion::Directories,
            .letter = "-o"},
           {"--highlight",
            "CODE",
            {"also print this unit's line; may be repeated", "이 대상의 결과도 보여 줍니다. 여러 번 쓸 수 있습니다"},
            &options->highlight},
           {"--no-stress",
            {},
            {"leave out how sure the ranks are", "순위의 확실성 분석을 생략합니다"},
            &options->no_stress},
           edition_option(options->edition),
           as_of_option(options->edition),
           {"--threads",
            "N",
            {"at most so many threads (default: all); the result is the same",
             "스레드 수 (기본값: 전부). 결과는 같습니다"},
            &options->threads},
           language_option(options->lang)},
      .examples = {{"podium build my-index -o site",
                    {"then open site/index.html in a browser", "브라우저로 site/index.html을 엽니다"}},
                   {"podium build my-index -o site-2025 --as-of 2025-12-31 --highlight KOR",
                    {"the site as it would have been at the end of 2025", "2025년 말 시점의 사이트"}}},
      .run = [options](const Surroundings& surroundings) { return build(*options, surroundings); },
      .more =
          {"Nothing is written if anything is wrong with the index. The site opens from disk, without a server or "
           "a network. Its stress test takes the plan of podium.toml with at most 10000 worlds, and 50000 more for the "
           "sensitivity; fewer for a large index, none beyond 1000 units. Ranks are proven up to 60 units. 'podium "
           "stress' takes as many as you like.",
           "지수에 문제가 있으면 아무것도 쓰지 않습니다. 사이트는 서버나 네트워크 없이 열립니다. 확실성 분석은 "
           "podium.toml의 계획에 따르되 세계는 10000개, 민감도용은 50000개까지만 계산합니다. 큰 지수에서는 더 줄이고, "
           "대상이 1000개를 넘으면 하지 않습니다. 가능한 순위의 증명은 대상 60개까지입니다. 더 많이 계산하려면 'podium "
           "stress'를 쓰십시오."},
  };
}

}  // namespace podium
