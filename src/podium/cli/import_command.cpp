#include "podium/cli/import_command.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <system_error>

#include "podium/cli/common_options.hpp"
#include "podium/cli/exchange_forms.hpp"
#include "podium/cli/import_sheets.hpp"
#include "podium/cli/import_texts.hpp"
#include "podium/cli/import_view.hpp"
#include "podium/files/exchange/take_tables.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/read_index.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

struct ImportOptions {
  std::string directory;
  std::vector<std::string> files;
  FigureSetting setting;
  SheetSetting sheets;
  std::optional<std::string> name;
  bool dry_run = false;
  bool replace = false;
  std::string format = "table";
  std::optional<std::string> lang;

  Commitment commitment() const { return dry_run ? Commitment::DryRun : Commitment::Write; }
  /// Where nothing is said that tables in the index's own words would not say themselves.
  bool takes_tables_as_they_are() const {
    const bool is_said = setting.source || setting.edition || setting.period || setting.unit_column;
    return !is_said && !replace &&
           std::ranges::all_of(files, [](const fs::path& file) { return file.extension() == ".csv"; });
  }
};

/// "My figures.csv" is My-figures.
std::string name_of_table(const fs::path& file) {
  fs::path path = file.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  std::string name = path.stem().string();
  const auto is_good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  };
  std::ranges::replace_if(name, std::not_fn(is_good), '-');
  return name.substr(std::min(name.find_first_not_of("-."), name.size()));
}

/// The figures of all files. An index is taken for its figures.
Result<std::vector<RawTable>> read_tables(const std::vector<std::string>& files) {
  std::vector<RawTable> tables;
  Diagnostics problems;
  for (const std::string& file : files) {
    Result<ReadTables> read = read_exchange(file);
    if (!read) {
      append(problems, std::move(read).diagnostics());
    } else if (auto* index = std::get_if<IndexTables>(&*read)) {
      tables.push_back(index->table("observation"));
    } else {
      for (RawTable& table : std::get<std::vector<RawTable>>(*read)) tables.push_back(std::move(table));
    }
  }
  if (!problems.empty()) return problems;
  return tables;
}

Report report_of(const Import& import, const ImportOptions& options, const Surroundings& surroundings) {
  Report report{{}, import_remarks(import)};
  if (options.format == "csv") {
    report.text = import_as_csv(import);
  } else if (options.format == "json") {
    report.text = import_as_json(import, options.commitment());
  } else {
    report.text =
        import_as_text(import, options.commitment(), language_of(options.lang, surroundings), surroundings.colour);
  }
  return report;
}

/// Tables of more bytes are not held in memory to be read row by row.
constexpr std::uintmax_t kMostBytesRowByRow = std::uintmax_t{128} << 20U;

bool can_be_held(const std::vector<std::string>& files) {
  std::uintmax_t bytes = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    bytes += error ? 0 : size;
  }
  return bytes <= kMostBytesRowByRow;
}

Result<Report> import_into(const ImportOptions& options, const Surroundings& surroundings) {
  const std::string name = options.name.value_or(name_of_table(options.files.front()));
  if (name.empty()) return bad_usage("no name for the new table", "--name NAME");
  if (options.takes_tables_as_they_are()) {
    TRY(Taken taken, take_tables({.directory = options.directory,
                                  .files = {options.files.begin(), options.files.end()},
                                  .name = name,
                                  .commitment = options.commitment(),
                                  .listing = options.format == "table" ? Listing::First : Listing::All}));
    if (taken.import) return report_of(*taken.import, options, surroundings);
    if (!taken.problems.empty() && !can_be_held(options.files)) return std::move(taken.problems);
  }
  TRY(std::vector<RawTable> tables, read_tables(options.files));
  TRY(const Import import, import_figures({.directory = options.directory,
                                           .tables = std::move(tables),
                                           .setting = options.setting,
                                           .name = name,
                                           .replace = options.replace,
                                           .commitment = options.commitment()}));
  return report_of(import, options, surroundings);
}

/// Of units, editions and figures.
using IndexCounts = std::array<std::size_t, 3>;

std::string written_index(const ImportOptions& options, const Surroundings& surroundings, const IndexCounts& counts,
                          std::size_t files) {
  const Phrase& sentence = options.dry_run ? texts::kIndexWouldBeWritten : texts::kImportedIndex;
  const auto& [units, editions, figures] = counts;
  return fill(sentence.in(language_of(options.lang, surroundings)),
              {options.directory, std::to_string(units), std::to_string(editions), std::to_string(figures),
               std::to_string(files)}) +
         "\n";
}

Result<Report> import_index(const ImportOptions& options, const Surroundings& surroundings) {
  const FigureSetting& setting = options.setting;
  if (options.files.size() > 1 || setting.source || setting.edition || setting.period || setting.unit_column ||
      options.name || options.replace) {
    return Diagnostic{.code = Code::MissingFile,
                      .found = "no index in " + podium::quoted(options.directory),
                      .expected = "the directory of an index; or, to make one, a single file with a whole index"};
  }
  TRY(const ReadTables read, read_exchange(options.files.front()));
  const auto* const tables = std::get_if<IndexTables>(&read);
  if (tables == nullptr) {
    return Diagnostic{.code = Code::MissingFile,
                      .found = "no index in " + podium::quoted(options.directory) + ", and figures alone in " +
                               podium::quoted(options.files.front()),
                      .expected = "the directory of an index; or what 'podium export' writes of a whole index"};
  }
  TRY(const std::vector<OutputFile> files, directory_of(*tables));
  if (!options.dry_run) {
    TRY([[maybe_unused]] const fs::path created, create_directory_of(options.directory, files));
  }
  const auto rows = [&](std::string_view table) { return tables->table(table).rows.size(); };
  return Report{
      written_index(options, surroundings, {rows("unit"), rows("edition"), rows("observation")}, files.size())};
}

/// A new index from the spreadsheets of other tools.
Result<Report> import_spreadsheets(const ImportOptions& options, const Surroundings& surroundings) {
  const FigureSetting& setting = options.setting;
  if (setting.source || setting.unit_column || options.name || options.replace) {
    return bad_usage("--form with options for figures of an existing index",
                     "--form with --publisher, --released, --source-title, --title, --edition, --period, --fill-group");
  }
  TRY(SheetImport import,
      import_sheets(options.directory, options.files, options.sheets, setting.edition, setting.period));
  TRY(const ReadIndex read, read_index(IndexDirectory::of(import.files)));
  if (!options.dry_run) {
    TRY([[maybe_unused]] const fs::path created, create_directory_of(options.directory, import.files));
  }
  const Index& index = read.index;
  return Report{
      written_index(options, surroundings, {index.units.size(), index.editions.size(), index.observations.size()},
                    import.files.size()),
      std::move(import.warnings)};
}

bool is_new(const std::string& directory) {
  std::error_code error;
  return !fs::exists(directory, error) || (fs::is_directory(directory, error) && fs::is_empty(directory, error));
}

Result<Report> import(const ImportOptions& options, const Surroundings& surroundings) {
  if (options.files.empty()) return bad_usage("no FILE", "the files with the figures");
  if (options.sheets.form && !is_new(options.directory)) {
    return bad_usage("--form with the directory " + podium::quoted(options.directory) + ", which has files already",
                     "a directory that does not exist yet");
  }
  if (options.sheets.form) return import_spreadsheets(options, surroundings);
  if (options.sheets.is_said()) return bad_usage("options of --form without it", "--form coinr or --form coin-tool");
  return is_new(options.directory) ? import_index(options, surroundings) : import_into(options, surroundings);
}

std::vector<Option> setting_options(FigureSetting& setting) {
  return {{"--source",
           "ID",
           {"the source of all figures, where no column says it", "모든 수치의 출처 (출처 열이 없을 때)"},
           &setting.source},
          {"--edition",
           "E",
           {"the edition of all figures, where no column says it", "모든 수치의 판 (판 열이 없을 때)"},
           &setting.edition},
          {"--period",
           "P",
           {"the period of all figures, where no column says it", "모든 수치의 기간 (기간 열이 없을 때)"},
           &setting.period},
          {"--unit-column",
           "NAME",
           {"the column of the units (default: unit, code or country)", "대상이 적힌 열 (기본값: unit, code, country)"},
           &setting.unit_column}};
}

}  // namespace

Command import_command() {
  const auto options = std::make_shared<ImportOptions>();
  Command command{
      .name = "import",
      .purpose = {"brings figures into an index, all or nothing, with a preview",
                  "수치를 지수에 들여옵니다. 전부 들어오거나 하나도 들어오지 않으며 미리 볼 수 있습니다"},
      .options = {directory_word(options->directory),
                  {"FILE...",
                   {},
                   {"tables of figures, tidy or wide (CSV, JSON, XLSX, Parquet, SDMX), or a Data Package",
                    "수치가 담긴 표 (CSV, JSON, XLSX, Parquet, SDMX) 또는 데이터 패키지"},
                   &options->files}},
      .examples = {{"podium import my-index my-index/observations/figures.csv --dry-run",
                    {"what would be added, restated, changed", "무엇이 추가되고 수정되고 바뀌는지 미리 보기"}},
                   {"podium import my-index my-index/observations/denominators.csv --dry-run --format csv",
                    {"the same for every figure, for programs", "모든 수치에 대해, 프로그램용으로"}}},
      .run = [options](const Surroundings& surroundings) { return import(*options, surroundings); },
      .more = {
          "The figures become one new table, observations/NAME.csv. Names of countries in any common spelling, "
          "English or Korean, become codes. If DIR does not exist yet, a file or Data Package that 'podium "
          "export' wrote makes the same index again.",
          "들여온 수치는 새 표 observations/NAME.csv가 됩니다. 영어나 한국어로 적힌 나라 이름은 흔한 표기라면 모두 "
          "코드로 바뀝니다. DIR이 아직 없으면 'podium export'가 쓴 파일이나 데이터 패키지로 같은 지수를 다시 "
          "만듭니다."}};
  for (Option& option : setting_options(options->setting)) command.options.push_back(std::move(option));
  for (Option& option : sheet_options(options->sheets)) command.options.push_back(std::move(option));
  command.options.push_back(
      {"--name",
       "NAME",
       {"the name of the new table (default: that of the first FILE)", "새 표의 이름 (기본값: 첫 FILE의 이름)"},
       &options->name});
  command.options.push_back(
      {"--dry-run", {}, {"only say what would be done", "쓰지 않고 미리 보기만 합니다"}, &options->dry_run});
  command.options.push_back({"--replace",
                             {},
                             {"replace figures that their edition has otherwise", "같은 판의 다른 수치를 교체합니다"},
                             &options->replace});
  command.options.push_back(format_option(options->format, {"table", "csv", "json"}));
  command.options.push_back(language_option(options->lang));
  return command;
}

}  // namespace podium
