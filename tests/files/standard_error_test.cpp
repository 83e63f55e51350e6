// The column of standard errors in the observations.
#include <filesystem>

#include "files/bad_input.hpp"

namespace podium {
namespace {

using testing::check_bad_inputs;
using testing::DirectoryOnDisk;
using testing::FileTexts;
using testing::small_index;

constexpr const char* kOthers = "observations/others.csv";
constexpr const char* kHeader = "unit,indicator,period,edition,value,standard_error,source\n";

FileTexts with_rows(const std::string& rows) {
  FileTexts files = small_index();
  files[kOthers] = kHeader + rows;
  return files;
}

TEST_CASE("a standard error is read beside its figure, and an empty one is not known") {
  const DirectoryOnDisk directory(
      with_rows("KOR,startups,2023,report-2025,44,1.25,report\n"
                "KOR,startups,2024,report-2025,45,0,report\n"
                "KOR,risk,2023,report-2025,8,,report\n"));
  const ReadIndex read = testing::must(read_index(directory.path()));
  const auto error = [&](const char* series, int year) {
    const auto found =
        read.index.observations_of(*read.index.find_series(series), *read.index.find_unit("KOR"), Period::year(year));
    REQUIRE(found.size() == 1);
    return found.front().standard_error;
  };
  CHECK(error("startups", 2023) == 1.25);
  CHECK(error("startups", 2024) == 0);
  CHECK(is_missing(error("risk", 2023)));
  CHECK(is_missing(error("investment", 2023)));
}

TEST_CASE("what is no standard error is told with its place") {
  const auto others = [](const std::string& row) { return testing::Change{kOthers, "", kHeader + row}; };
  check_bad_inputs({
      {"negative",
       {others("KOR,risk,2023,report-2025,8,-0.5,report\n")},
       R"(observations/others.csv:2:29: error[invalid-value]: found standard error '-0.5'; expected 0 or more, in the unit of the figure; or nothing where it is not known)"},
      {"a word",
       {others("KOR,risk,2023,report-2025,8,small,report\n")},
       R"(observations/others.csv:2:29: error[not-a-number]: found standard error 'small'; expected a decimal number such as 1.33)"},
      {"infinite",
       {others("KOR,risk,2023,report-2025,8,inf,report\n")},
       R"(observations/others.csv:2:29: error[not-a-number]: found standard error 'inf'; expected a decimal number such as 1.33)"},
      {"a word for a gap",
       {others("KOR,risk,2023,report-2025,8,n/a,report\n")},
       R"(observations/others.csv:2:29: error[not-a-number]: found standard error 'n/a'; expected a decimal number such as 1.33, or nothing where it is not known)"},
      {"with a percent sign",
       {others("KOR,risk,2023,report-2025,8,5%,report\n")},
       R"(observations/others.csv:2:29: error[not-a-number]: found standard error '5%'; expected a decimal number such as 1.33 without the percent sign; the unit of measure says percent)"},
      {"without a figure",
       {{kOthers, "",
         "unit,indicator,period,edition,value,status,standard_error,source\n"
         "KOR,risk,2023,report-2025,,M,0.5,report\n"}},
       R"(observations/others.csv:2:30: error[invalid-value]: found standard error '0.5' without a value; expected nothing, or the figure that it belongs to)"},
      {"a column misspelt",
       {{kOthers, "", "unit,indicator,period,edition,value,standard_eror,source\n"}},
       R"(observations/others.csv:1:37: error[unknown-key]: found column 'standard_eror'; expected 'unit', 'indicator', 'period', 'edition', 'value', 'standard_error', 'status', 'source', 'locator' or 'note'; did you mean 'standard_error'?)"},
  });
}

}  // namespace
}  // namespace podium
