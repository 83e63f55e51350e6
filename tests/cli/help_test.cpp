#include <algorithm>

#include <doctest/doctest.h>

#include "podium/cli/commands.hpp"
#include "podium/publish/display_width.hpp"

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("every command's help says purpose, options, examples and exit statuses, in both languages") {
  for (const Command& command : all_commands()) {
    const std::string name(command.name);
    CAPTURE(name);
    CHECK(command.examples.size() >= 2);
    CHECK(!command.purpose.ko.empty());
    const std::string english = run({name, "--help"}).out;
    const std::string korean = run({name, "-h"}, {.language = Language::Korean}).out;
    CHECK(english.find(command.purpose.en) != std::string::npos);
    CHECK(korean.find(command.purpose.ko) != std::string::npos);
    for (const char* const part : {"\nUsage: podium ", "\nOptions:\n", "\nExamples:\n", "\nExit status:\n"}) {
      CHECK(english.find(part) != std::string::npos);
    }
    for (const Option& option : command.options) {
      const std::string option_name(option.name);
      CAPTURE(option_name);
      CHECK(english.find(" " + option_name) != std::string::npos);
      CHECK(!option.help.en.empty());
      CHECK(!option.help.ko.empty());
    }
    for (const Example& example : command.examples) {
      CHECK(english.find(example.line) != std::string::npos);
      CHECK(!example.meaning.ko.empty());
    }
    // "rank" is a step and a method as well: their help follows.
    CHECK(run({"help", name}).out.starts_with(english));
  }
}

TEST_CASE("the examples of the help run on a new index") {
  for (const Command& command : all_commands()) {
    for (const Example& example : command.examples) {
      const ScratchPlace here;
      std::string line(example.line);
      CAPTURE(line);
      REQUIRE(line.starts_with("podium " + std::string(command.name) + " "));
      if (command.name != "new") REQUIRE(run_line("new my-index").status == 0);
      // Redirection is the shell's business.
      line = line.substr(7, line.find(" >") - 7);
      const Ran ran = run_line(line);
      CHECK(ran.status == 0);
      CHECK(ran.err == "");
      CHECK(!ran.out.empty());
    }
  }
}

TEST_CASE("help fits a window of 120 columns") {
  for (const Language language : {Language::English, Language::Korean}) {
    for (const Command& command : all_commands()) {
      const std::string text = run({std::string(command.name), "--help"}, {.language = language}).out;
      for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1) {
        const std::string line = text.substr(start, text.find('\n', start) - start);
        CAPTURE(line);
        CHECK(display_width(line) <= 120);
      }
    }
  }
}

TEST_CASE("--help after -- is a word like any other") {
  const ScratchPlace here;
  CHECK(run_line("rank -- --help").status == 2);
}

TEST_CASE("help tells of a step or a method by its name, with its parameters") {
  const std::string minmax = run_line("help minmax").out;
  CHECK(minmax.starts_with("minmax: a method of the step normalise\n\n"));
  for (const char* const part : {"\n  Formula ", "\n  Edge cases ", "\n  Source ", "\nParameters:\n", "\n  range "})
    CHECK(minmax.find(part) != std::string::npos);
  const std::string impute = run_line("help impute").out;
  CHECK(impute.starts_with("impute: a step of a recipe\n\n"));
  for (const char* const method : {"\n  mean ", "\n  group-median ", "\n  regression "})
    CHECK(impute.find(method) != std::string::npos);
}

TEST_CASE("a name that several have is told of each") {
  const std::string rank = run_line("help rank").out;
  CHECK(rank.starts_with("podium rank: "));
  CHECK(rank.find("\nrank: a step of a recipe\n") != std::string::npos);
  CHECK(rank.find("\nrank: a method of the step normalise\n") != std::string::npos);
  const std::string median = run_line("help median").out;
  CHECK(median.starts_with("median: a method of the step impute\n"));
  CHECK(median.find("\nmedian: a method of the step aggregate\n") != std::string::npos);
}

TEST_CASE("in Korean, a method says in Korean what it does") {
  const std::string korean = run({"help", "winsorise"}, {.language = Language::Korean}).out;
  CHECK(korean.starts_with("winsorise: treat 단계의 방법\n\n왜도나 첨도가"));
}
TEST_CASE("help is in the language that --lang asks for") {
  const std::string korean = run({"--help"}, {.language = Language::Korean}).out;
  CHECK(run_line("--help --lang ko").out == korean);
  CHECK(run_line("help --help --lang ko").out == korean);
  CHECK(run_line("seek --help --lang ko").out == run({"seek", "--help"}, {.language = Language::Korean}).out);
  CHECK(run_line("help seek --lang ko").out == run({"help", "seek"}, {.language = Language::Korean}).out);
  CHECK(run({"--help", "--lang", "en"}, {.language = Language::Korean}).out == run_line("--help").out);
}

TEST_CASE("a word that may be left out stands in brackets") {
  CHECK(run_line("seek --help").out.find("podium seek DIR [UNIT] [OPTIONS]") != std::string::npos);
  CHECK(run_line("explain --help").out.find("podium explain DIR UNIT [OPTIONS]") != std::string::npos);
}
