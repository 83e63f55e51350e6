#include "podium/cli/validate_command.hpp"

#include <filesystem>
#include <memory>

#include "podium/cli/index_words.hpp"
#include "podium/cli/texts.hpp"
#include "podium/files/forecasts.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/wire/diagnostics.hpp"

namespace podium {
namespace {

struct ValidateOptions {
  std::string directory;
  std::string format = "table";
  std::optional<std::string> lang;
};

std::string summary(const Index& index, Language language) {
  const auto count = [](std::size_t number) { return std::to_string(number); };
  return fill(texts::kNoProblems.in(language),
              {count(index.units.size()), count(index.hierarchy.indicators().size()), count(index.editions.size()),
               count(index.periods.size()), count(index.observations.size())}) +
         "\n";
}

/// What is wrong with the files, or, if nothing is, with running the recipe on them.
Diagnostics problems_of(const Result<ReadIndex>& read, const std::string& directory) {
  if (!read) return read.diagnostics();
  Diagnostics all = read->warnings;
  const Result<Computed> computed = located(compute(read->index, read->index.edition), *read);
  append(all, computed ? computed->selection.notes() : computed.diagnostics());
  const Result<std::vector<Forecast>> forecasts = read_forecasts(directory, read->index);
  if (!forecasts) append(all, forecasts.diagnostics());
  const Result<FactBook> book = read_fact_book(directory, read->index);
  if (!book) append(all, book.diagnostics());
  return all;
}

Result<Report> validate(const ValidateOptions& options, const Surroundings& surroundings) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(options.directory, ignored)) {
    return bad_usage("no directory " + podium::quoted(options.directory), "the directory of an index");
  }
  const Result<ReadIndex> read = read_index(options.directory);
  const Diagnostics problems = problems_of(read, options.directory);
  Report report{{}, problems, has_error(problems) ? 1 : 0};
  if (options.format == "json") {
    report.text = diagnostics_json(problems);
    report.remarks.clear();
  } else if (report.status == 0) {
    report.text = summary(read->index, language_of(options.lang, surroundings));
  }
  return report;
}

}  // namespace

Command validate_command() {
  const auto options = std::make_shared<ValidateOptions>();
  return {
      .name = "validate",
      .purpose = {"reports every problem of an index in one run", "지수의 모든 문제를 한 번에 알려 줍니다"},
      .options = {directory_word(options->directory), format_option(options->format, {"table", "json"}),
                  language_option(options->lang)},
      .examples = {{"podium validate my-index",
                    {"file, line, column, what was expected", "파일, 줄, 칸과 기대한 내용"}},
                   {"podium validate my-index --format json",
                    {"the same for an editor or a program", "편집기나 프로그램용"}}},
      .run = [options](const Surroundings& surroundings) { return validate(*options, surroundings); },
      .more = {"Reads all files, then computes every score, so that what passes here can be built.",
               "모든 파일을 읽고 모든 점수를 계산해 봅니다. 여기서 통과하면 build도 됩니다."},
      .negative = ExitStatus{1, {"problems were found", "문제가 있음"}},
  };
}

}  // namespace podium
