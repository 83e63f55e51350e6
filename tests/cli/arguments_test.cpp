#include "podium/cli/arguments.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

using namespace podium;

namespace {

struct Options {
  std::string directory;
  std::optional<std::string> period;
  std::vector<std::string> highlight;
  std::optional<std::size_t> limit;
  std::string format = "table";
  bool all = false;
};

Command command_of(Options& options) {
  return {.name = "rank",
          .purpose = {},
          .options = {{"DIR", {}, {"the directory", {}}, &options.directory},
                      {"--period", "P", {}, &options.period},
                      {"--highlight", "CODE", {}, &options.highlight},
                      {"--limit", "N", {}, &options.limit, {}, {}, "-n"},
                      {"--format", "F", {}, &options.format, {"table", "csv"}},
                      {"--all", {}, {}, &options.all}},
          .examples = {},
          .run = {}};
}

std::string problems_with(const std::vector<std::string>& words, Options& options) {
  return podium::testing::text_of(read_arguments(command_of(options), words));
}

}  // namespace

TEST_CASE("words of the command line reach their options") {
  using Words = std::vector<std::string>;
  const struct {
    std::string name;
    Words words;
  } cases[] = {
      {"the directory first",
       {"d", "--period", "2024", "--highlight", "A", "--highlight", "B", "--limit", "3", "--all"}},
      {"the directory last", {"--all", "-n", "3", "--highlight", "A", "--highlight", "B", "--period", "2024", "d"}},
      {"values behind an equals sign", {"--period=2024", "--limit=3", "--highlight=A", "--highlight=B", "d", "--all"}},
      {"a letter with its value", {"-n3", "d", "--highlight", "A", "--highlight", "B", "--period", "2024", "--all"}},
      {"a flag twice", {"--all", "d", "--all", "-n", "3", "--highlight", "A", "--highlight", "B", "--period", "2024"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Options options;
    CHECK(problems_with(c.words, options) == "");
    CHECK(options.directory == "d");
    CHECK(options.period == "2024");
    CHECK(options.highlight == Words{"A", "B"});
    CHECK(options.limit == 3);
    CHECK(options.all);
    CHECK(options.format == "table");
  }
}

TEST_CASE("behind -- a word may begin with a dash") {
  Options options;
  CHECK(problems_with({"--", "--odd"}, options) == "");
  CHECK(options.directory == "--odd");
}

TEST_CASE("what is wrong with the words is said exactly") {
  const struct {
    std::string name;
    std::vector<std::string> words;
    std::string expected;
  } cases[] = {
      {"nothing given", {}, "error[invalid-usage]: found no DIR; expected the directory"},
      {"an empty word", {""}, "error[invalid-usage]: found no value for DIR; expected DIR"},
      {"one word too many", {"d", "e"}, "error[invalid-usage]: found word 'e'; expected nothing more after rank"},
      {"an option misspelt; its value is not reported as well",
       {"d", "--perod", "2024"},
       "error[invalid-usage]: found unknown option '--perod'; expected '--period', '--highlight', '--limit', "
       "'--format' "
       "or '--all'; did you mean '--period'?"},
      {"a value missing at the end",
       {"d", "--period"},
       "error[invalid-usage]: found no value for --period; expected --period P"},
      {"a value missing before another option",
       {"d", "--period", "--all"},
       "error[invalid-usage]: found no value for --period; expected --period P"},
      {"an option twice",
       {"d", "--period", "1", "--period", "2"},
       "error[invalid-usage]: found --period more than once; expected one value"},
      {"a value outside a closed list",
       {"d", "--format", "cvs"},
       "error[invalid-usage]: found value 'cvs' for --format; expected 'table' or 'csv'; did you mean 'csv'?"},
      {"not a number",
       {"d", "--limit", "few"},
       "error[invalid-usage]: found 'few' for --limit; expected a whole number from 1"},
      {"zero", {"d", "--limit", "0"}, "error[invalid-usage]: found '0' for --limit; expected a whole number from 1"},
      {"a negative number",
       {"d", "--limit", "-3"},
       "error[invalid-usage]: found '-3' for --limit; expected a whole number from 1"},
      {"a number too large",
       {"d", "--limit", "99999999999999999999999"},
       "error[invalid-usage]: found '99999999999999999999999' for --limit; expected a whole number from 1"},
      {"a flag with a value", {"d", "--all=no"}, "error[invalid-usage]: found a value for --all; expected --all alone"},
      {"all problems at once",
       {"--format", "x", "--limit", "y"},
       "error[invalid-usage]: found no DIR; expected the directory\n"
       "error[invalid-usage]: found 'y' for --limit; expected a whole number from 1\n"
       "error[invalid-usage]: found value 'x' for --format; expected 'table' or 'csv'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Options options;
    CHECK(problems_with(c.words, options) == c.expected);
  }
}
