#include "podium/cli/measure_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/common_options.hpp"
#include "podium/cli/measure_view.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/output.hpp"
#include "podium/files/read_index.hpp"
#include "podium/store/working_folder.hpp"

namespace podium {
namespace {

struct MeasureOptions {
  std::string directory;
  std::vector<std::string> name;
  std::vector<std::string> inputs;
  std::vector<std::string> parameters;
  std::optional<std::string> edition, source, indicator;
  bool list = false;
  bool dry_run = false;
  std::string format = "table";
  std::optional<std::string> lang;
  std::optional<std::string> out;
  std::string memory_limit = "3GB";
  std::optional<std::size_t> time_limit;
  std::optional<std::size_t> threads;
};

constexpr std::size_t kSecondsByDefault = 3600;
constexpr Phrase kWritten{"{0}: {1} figures of edition {2}", "{0}: {2} 판 수치 {1}개"};

/// "name=value" of --input and --set.
struct Pair {
  std::string name;
  std::string value;
};

Result<Pair> pair_of(std::string_view option, const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == 0 || at == std::string::npos || at + 1 == text.size()) {
    return bad_usage(podium::quoted(text) + " for " + std::string(option), "NAME=VALUE");
  }
  return Pair{text.substr(0, at), text.substr(at + 1)};
}

Result<FoundMeasure> chosen(const MeasureOptions& options) {
  if (!options.name.empty()) return find_measure(options.directory, options.name.front());
  TRY(std::vector<FoundMeasure> all, list_measures(options.directory));
  const auto is_own = [](const FoundMeasure& found) { return !found.is_shipped; };
  if (std::ranges::count_if(all, is_own) == 1) return *std::ranges::find_if(all, is_own);
  std::vector<std::string_view> ids;
  for (const FoundMeasure& found : all) ids.emplace_back(found.measure.id);
  return bad_usage("no NAME of a measure", one_of(ids));
}

Result<bool> set_parameters(Measure& measure, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    TRY(const Pair pair, pair_of("--set", text));
    TRY([[maybe_unused]] const bool is_set, set_parameter(measure, pair.name, pair.value));
  }
  return true;
}

/// One file for each input, in the order of the inputs.
Result<std::vector<InputFile>> open_inputs(const Measure& measure, const std::vector<std::string>& texts) {
  std::vector<std::string> paths(measure.inputs.size());
  std::vector<std::string_view> names;
  for (const InputTable& input : measure.inputs) names.emplace_back(input.name);
  for (const std::string& text : texts) {
    TRY(const Pair pair, pair_of("--input", text));
    const auto found = std::ranges::find(names, pair.name);
    if (found == names.end()) return not_among(Code::InvalidUsage, "input", pair.name, names);
    std::string& path = paths[static_cast<std::size_t>(found - names.begin())];
    if (!path.empty())
      return bad_usage("the input " + podium::quoted(pair.name) + " more than once", "one file for it");
    path = pair.value;
  }
  std::vector<InputFile> files;
  Diagnostics problems;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (paths[i].empty()) {
      problems.push_back(bad_usage("no file for the input " + podium::quoted(names[i]),
                                   "--input " + std::string(names[i]) + "=FILE (.csv, .json, .parquet)"));
      continue;
    }
    Result<InputFile> file = InputFile::open(paths[i]);
    if (file) {
      files.push_back(*std::move(file));
    } else {
      append(problems, std::move(file).diagnostics());
    }
  }
  if (!problems.empty()) return problems;
  return files;
}

Result<EditionAt> edition_of(const Index& index, const Measure& measure) {
  if (measure.edition.empty()) {
    std::vector<std::string_view> ids;
    for (const Edition& edition : index.editions) ids.emplace_back(edition.id);
    return bad_usage("no edition", "--edition " + one_of(ids));
  }
  return resolve_edition(index, measure.edition);
}

Result<const Source*> source_of(const Index& index, const Measure& measure) {
  const auto found = std::ranges::find(index.sources, measure.source, &Source::id);
  if (found != index.sources.end()) return &*found;
  std::vector<std::string_view> ids;
  for (const Source& source : index.sources) ids.emplace_back(source.id);
  if (measure.source.empty()) return bad_usage("no source", "--source " + one_of(ids));
  return not_among(Code::UnknownSource, "source", measure.source, ids);
}

/// What the command line says instead of the header.
void override_header(Measure& measure, const MeasureOptions& options) {
  if (options.edition) measure.edition = *options.edition;
  if (options.source) measure.source = *options.source;
  if (options.indicator && !measure.indicator.empty()) measure.indicator = *options.indicator;
}

/// Figures in another unit than the index says are a mistake more often than not.
Diagnostics remarks_on_unit(const Index& index, const Measure& measure) {
  const auto series = index.find_series(measure.indicator);
  if (!series || index.info(*series).unit_of_measure == measure.unit_of_measure) return {};
  return {
      {.code = Code::InvalidValue,
       .found = "figures in " + podium::quoted(measure.unit_of_measure) + " for " + podium::quoted(measure.indicator),
       .expected = podium::quoted(index.info(*series).unit_of_measure) + ", as podium.toml says",
       .place = {measure.file, 0, 0},
       .severity = Severity::Warning}};
}

std::string shown(const MeasureOptions& options, std::span<const FigureRow> rows, const Surroundings& surroundings) {
  if (options.format == "csv") return figures_as_csv(rows);
  if (options.format == "json") return figures_as_json(rows);
  return figures_as_table(rows, language_of(options.lang, surroundings), surroundings.colour);
}

/// Puts the figures in their place, or says what stands in the way; the index is sound afterwards, or not touched.
Result<Report> put_in_place(const MeasureOptions& options, const Index& index, const Measure& measure,
                            const Edition& edition, MeasuredFigures figures, const Surroundings& surroundings) {
  const std::size_t count = figures.rows.size();
  Report report{options.dry_run ? shown(options, figures.rows, surroundings) : "", figures.remarks};
  append(report.remarks, remarks_on_unit(index, measure));
  std::string path = "observations/" + measure.id + ".csv";
  if (!options.out) {
    add_other_editions(figures, index, path, edition);
    const OutputFile table{path, figures_as_csv(figures.rows)};
    TRY(const IndexDirectory directory, IndexDirectory::open(options.directory));
    TRY([[maybe_unused]] const ReadIndex sound, read_index(directory.with({table})));
    TRY(const std::string place, directory.locate(path));
    path = (std::filesystem::path(options.directory) / place).string();
  } else {
    path = *options.out;
  }
  if (options.dry_run) return report;
  TRY([[maybe_unused]] const auto written, replace_file(path, figures_as_csv(figures.rows)));
  report.text =
      fill(kWritten.in(language_of(options.lang, surroundings)), {path, std::to_string(count), edition.id}) + "\n";
  return report;
}

Result<Report> list(const MeasureOptions& options, const Surroundings& surroundings) {
  TRY(const std::vector<FoundMeasure> all, list_measures(options.directory));
  if (options.format == "csv") return Report{measures_as_csv(all)};
  if (options.format == "json") return Report{measures_as_json(all)};
  return Report{measures_as_table(all, language_of(options.lang, surroundings), surroundings.colour)};
}

Result<Report> measure(const MeasureOptions& options, const Surroundings& surroundings) {
  if (options.list) return list(options, surroundings);
  if (options.name.size() > 1) return bad_usage("more than one NAME", "one measure at a time");
  TRY(FoundMeasure found, chosen(options));
  override_header(found.measure, options);
  TRY([[maybe_unused]] const bool is_set, set_parameters(found.measure, options.parameters));
  TRY(const std::vector<InputFile> files, open_inputs(found.measure, options.inputs));
  TRY(const ReadIndex read, read_index(options.directory));
  TRY(const EditionAt edition, edition_of(read.index, found.measure));
  TRY(const Source* const source, source_of(read.index, found.measure));
  TRY(const std::filesystem::path folder, working_folder(options.directory));
  const QueryLimits limits{.memory = options.memory_limit,
                           .time = std::chrono::seconds(options.time_limit.value_or(kSecondsByDefault)),
                           .threads = options.threads.value_or(std::min<std::size_t>(2, surroundings.threads))};
  TRY(const Measured measured, run_measure(found.measure, files, {folder, limits}));
  const Edition& chosen_edition = read.index.editions[at(edition)];
  TRY(MeasuredFigures figures, figures_of(measured, found.measure, read.index, chosen_edition, *source));
  return put_in_place(options, read.index, found.measure, chosen_edition, std::move(figures), surroundings);
}

std::vector<Option> options_of(MeasureOptions& options) {
  return {
      directory_word(options.directory),
      {"NAME", {}, {"the measure, see --list", "측정의 이름 (--list 참고)"}, &options.name},
      {"--input", "NAME=FILE", {"the file of an input, for each one", "입력마다 읽을 파일"}, &options.inputs},
      {"--set", "PARAMETER=VALUE", {"another value for a parameter", "매개변수의 값을 바꿉니다"}, &options.parameters},
      {"--edition", "E", {"the edition of the figures", "수치의 판"}, &options.edition},
      {"--source", "ID", {"the source of the figures", "수치의 출처"}, &options.source},
      {"--indicator", "ID", {"the indicator that they are figures of", "수치가 속하는 지표"}, &options.indicator},
      {"--list", {}, {"which measures there are", "쓸 수 있는 측정의 목록"}, &options.list},
      {"--dry-run", {}, {"print the figures, write nothing", "파일을 쓰지 않고 수치만 출력합니다"}, &options.dry_run},
      format_option(options.format, {"table", "csv", "json"}),
      language_option(options.lang),
      {.name = "--out",
       .value = "FILE",
       .help = {"write the figures here, not into the index", "지수 대신 이 파일에 씁니다"},
       .target = &options.out,
       .letter = "-o"},
      {"--memory-limit",
       "SIZE",
       {"memory for the query (default: 3GB)", "질의에 쓸 메모리 (기본값: 3GB)"},
       &options.memory_limit},
      {"--time-limit",
       "SECONDS",
       {"time for the query (default: 3600)", "질의에 쓸 시간(초) (기본값: 3600)"},
       &options.time_limit},
      {"--threads", "N", {"at most so many threads (default: 2)", "스레드 수 (기본값: 2)"}, &options.threads},
  };
}

}  // namespace

Command measure_command() {
  const auto options = std::make_shared<MeasureOptions>();
  return {
      .name = "measure",
      .purpose = {"computes figures from microdata by a stated rule",
                  "마이크로데이터에서 정해진 규칙으로 수치를 계산합니다"},
      .options = options_of(*options),
      .examples = {{"podium measure my-index --list", {"which measures there are", "쓸 수 있는 측정의 목록"}},
                   {"podium measure my-index --list --format json",
                    {"with their rules, inputs and parameters", "규칙, 입력, 매개변수와 함께"}}},
      .run = [options](const Surroundings& surroundings) { return measure(*options, surroundings); },
      .more = {"To see what a run would write: podium measure my-index notable_models --input models=FILE "
               "--edition E --source ID --dry-run. A measure is an SQL file: DIR/measures/NAME.sql, or one that podium "
               "carries. Its header says which "
               "columns of which types it reads; files that do not fit are refused. The figures are written to "
               "DIR/observations/NAME.csv, where those of other editions stay, with the hashes of the measure and of "
               "the files as their place in the source; only if the index is sound with them. The query reaches no "
               "file but its inputs, no network and no setting.",
               "무엇을 쓰게 될지 먼저 보려면: podium measure my-index notable_models --input models=FILE --edition E "
               "--source ID --dry-run. 측정은 SQL 파일입니다. DIR/measures/NAME.sql 또는 podium에 들어 있는 측정을 "
               "씁니다. 머리말에 읽을 열과 "
               "자료형이 적혀 있으며, 맞지 않는 파일은 거부합니다. 수치는 DIR/observations/NAME.csv에 쓰고 다른 판의 "
               "수치는 그대로 둡니다. 출처 내 위치에는 측정과 입력 파일의 해시를 적습니다. 수치를 넣은 지수에 문제가 "
               "있으면 아무것도 쓰지 않습니다. 질의는 입력 파일 말고는 파일, 네트워크, 설정에 접근할 수 없습니다."},
  };
}

}  // namespace podium
