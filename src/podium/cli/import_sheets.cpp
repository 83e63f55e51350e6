#include "podium/cli/import_sheets.hpp"

#include <algorithm>

#include "podium/files/identifier.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> words_of_forms() {
  std::vector<std::string_view> words;
  for (const auto& [word, form] : Words<SheetForm>::list) words.push_back(word);
  return words;
}

SheetForm form_of(const std::string& word) {
  const auto* const found =
      std::ranges::find(Words<SheetForm>::list, std::string_view(word), [](const auto& entry) { return entry.first; });
  return found->second;
}

/// "path/to/asem/" is asem.
std::string last_name(const fs::path& directory) {
  fs::path path = directory.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.filename().string();
}

Result<SheetIndexOptions> options_of(const std::string& directory, const std::string& file, const SheetSetting& setting,
                                     const std::optional<std::string>& edition,
                                     const std::optional<std::string>& period) {
  if (!setting.publisher || !setting.released) {
    return bad_usage("figures without publisher or day of publication",
                     "--publisher NAME and --released DATE: every figure has a source and an edition");
  }
  SheetIndexOptions options{.id = last_name(directory),
                            .source_title = setting.source_title.value_or(fs::path(file).filename().string()),
                            .publisher = *setting.publisher,
                            .edition = {},
                            .released = {}};
  if (auto problem = check_identifier("id", options.id, {})) return *std::move(problem);
  TRY(options.released, parse_date(*setting.released));
  options.edition = edition.value_or(options.id + "-" + std::to_string(options.released.year));
  if (setting.title) options.title = {*setting.title, *setting.title};
  if (period) {
    TRY(options.period, parse_period(*period));
  }
  options.impute_group = setting.fill_group.value_or("");
  return options;
}

}  // namespace

std::vector<Option> sheet_options(SheetSetting& setting) {
  return {{"--form",
           "F",
           {"a new index from spreadsheets: COINr's iData and iMeta (two CSV files or one workbook), or a workbook of "
            "the COIN Tool",
            "스프레드시트로 새 지수 만들기: COINr의 iData와 iMeta(CSV 두 개 또는 통합 문서 하나), COIN Tool 통합 문서"},
           &setting.form,
           words_of_forms()},
          {"--publisher",
           "NAME",
           {"with --form: who published the figures", "--form과 함께: 수치를 발표한 기관"},
           &setting.publisher},
          {"--released",
           "DATE",
           {"with --form: on which day, such as 2025-04-08", "--form과 함께: 발표한 날 (예: 2025-04-08)"},
           &setting.released},
          {"--source-title",
           "TEXT",
           {"with --form: title of the source (default: the file's name)",
            "--form과 함께: 출처의 제목 (기본값: 파일 이름)"},
           &setting.source_title},
          {"--title",
           "TEXT",
           {"with --form: title of the index (default: the name of its top)",
            "--form과 함께: 지수의 제목 (기본값: 최상위 항목의 이름)"},
           &setting.title},
          {"--fill-group",
           "COLUMN",
           {"with --form: fill gaps with the mean of the unit's group in this column (default: of all units)",
            "--form과 함께: 빈칸을 이 열의 같은 그룹 평균으로 보완 (기본값: 전체 평균)"},
           &setting.fill_group}};
}

Result<SheetImport> import_sheets(const std::string& directory, const std::vector<std::string>& files,
                                  const SheetSetting& setting, const std::optional<std::string>& edition,
                                  const std::optional<std::string>& period) {
  TRY(const SheetIndexOptions options, options_of(directory, files.front(), setting, edition, period));
  return read_sheet_form(form_of(*setting.form), {files.begin(), files.end()}, options);
}

}  // namespace podium
