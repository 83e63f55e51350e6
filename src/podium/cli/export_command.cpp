#include "podium/cli/export_command.hpp"

#include <memory>

#include "podium/cli/exchange_forms.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/files/output.hpp"

namespace podium {
namespace {

struct ExportOptions {
  std::string directory;
  std::optional<std::string> form;
  std::optional<std::string> out;
  std::optional<std::string> period;
  std::optional<std::string> lang;
};

Result<std::filesystem::path> write(const ExchangeForm& form, const std::vector<OutputFile>& files,
                                    const ExportOptions& options) {
  if (form.is_directory()) return replace_directory(*options.out, files, form.marker, options.directory);
  return replace_file(*options.out, files.front().bytes);
}

Result<Report> export_index(const ExportOptions& options, const Surroundings& surroundings) {
  if (!options.out) return bad_usage("no output", "-o OUT");
  TRY(const ExchangeForm form, form_to_write(options.form, *options.out));
  TRY(const ReadIndex read, read_index(options.directory));
  TRY(const Time period, ranked_period(read.index, options.period));
  TRY(const IndexTables tables, tables_of(read.index, options.directory));
  Diagnostics warnings;
  TRY(const std::vector<OutputFile> files,
      form.write({read.index, options.directory, tables, period, language_of(options.lang, surroundings), warnings}));
  TRY([[maybe_unused]] const std::filesystem::path path, write(form, files, options));
  return Report{*options.out + "\n", std::move(warnings)};
}

}  // namespace

Command export_command() {
  const auto options = std::make_shared<ExportOptions>();
  return {
      .name = "export",
      .purpose = {"writes everything podium knows of an index in a form that other programs read",
                  "지수의 모든 내용을 다른 프로그램이 읽는 형식으로 내보냅니다"},
      .options = {directory_word(options->directory),
                  {.name = "--form",
                   .value = "F",
                   .help = {"in which form (default: by the suffix of OUT)", "형식 (기본값: OUT의 확장자에 따름)"},
                   .target = &options->form,
                   .choices = names_of_written_forms()},
                  {.name = "--out",
                   .value = "OUT",
                   .help = {"the file, or for a Data Package the directory, that is written",
                            "쓸 파일. 데이터 패키지이면 디렉터리"},
                   .target = &options->out,
                   .letter = "-o"},
                  {"--period",
                   "P",
                   {"the period of wide, coinr and coin-tool (default: the newest)",
                    "wide, coinr, coin-tool의 기간 (기본값: 가장 최근)"},
                   &options->period},
                  language_option(options->lang)},
      .examples = {{"podium export my-index -o my-data",
                    {"a Data Package: CSV files and a description of every column",
                     "데이터 패키지: CSV 파일과 모든 열의 설명"}},
                   {"podium export my-index -o figures.csv",
                    {"every figure of every edition in one table", "모든 판의 모든 수치를 표 하나로"}},
                   {"podium export my-index --form wide -o sheet.csv",
                    {"units in rows, indicators in columns, for a spreadsheet",
                     "대상은 행, 지표는 열: 스프레드시트용"}}},
      .run = [options](const Surroundings& surroundings) { return export_index(*options, surroundings); },
      .more =
          {"datapackage, json, xlsx, parquet and sdmx-json hold the whole index: podium import makes the same index of "
           "them again. csv and sdmx-csv hold its figures; wide, coinr and coin-tool those of one period in the "
           "edition "
           "that the index chooses.",
           "datapackage, json, xlsx, parquet, sdmx-json에는 지수 전체가 들어 있어 podium import로 같은 지수를 다시 "
           "만들 "
           "수 있습니다. csv와 sdmx-csv에는 모든 수치가, wide와 coinr, coin-tool에는 지수가 선택한 판의 한 기간 수치가 "
           "들어 있습니다."},
  };
}

}  // namespace podium
