#include <doctest/doctest.h>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("bad usage ends with status 2, an exact message and no output") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    std::string line;
    std::string expected;
  } cases[] = {
      {"rnak tiny",
       "error[invalid-usage]: found unknown command 'rnak'; expected 'build', 'rank', 'show', 'audit', 'stress', "
       "'diff', 'explain', 'seek', 'whatif', 'project', 'check', 'run' and 8 more; did you mean 'rank'?"},
      {"help rnak",
       "error[invalid-usage]: found unknown topic 'rnak'; expected a command ('podium help'), a step or a method "
       "('podium help methods'); did you mean 'rank'?"},
      {"help winsorize",
       "error[invalid-usage]: found unknown topic 'winsorize'; expected a command ('podium help'), a step or a method "
       "('podium help methods'); did you mean 'winsorise'?"},
      {"help methods normalize",
       "error[invalid-usage]: found step 'normalize'; expected 'screen', 'denominate', 'impute', 'treat', 'normalise', "
       "'weight', 'aggregate' or 'rank'; did you mean 'normalise'?"},
      {"--verison",
       "error[invalid-usage]: found unknown option '--verison'; expected '--help' or '--version'; did you mean "
       "'--version'?"},
      {"rank", "error[invalid-usage]: found no DIR; expected the directory of an index"},
      {"rank tiny --period 2025",
       "error[unknown-period]: found period '2025'; expected '2023' or '2024'; did you mean '2023'?"},
      {"rank tiny --node pilar",
       "error[unknown-node]: found node 'pilar'; expected 'index', 'pillar', 'a', 'b' or 'c'; did you mean 'pillar'?"},
      {"rank tiny --edition ed-2024 --as-of 2024-12-31",
       "error[invalid-usage]: found both --edition and --as-of; expected one of them"},
      {"rank tiny --as-of 2025-02-30",
       "error[invalid-value]: found date '2025-02-30'; expected a day such as 2025-04-08"},
      {"completion tcsh", "error[invalid-usage]: found value 'tcsh' for SHELL; expected 'bash', 'zsh' or 'fish'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Ran ran = run_line(c.line);
    CHECK(ran.err == c.expected + "\npodium: 1 problem\n");
    CHECK(ran.out == "");
    CHECK(ran.status == 2);
  }
}

TEST_CASE("without words the commands are listed as an error, with --help as an answer") {
  const Ran nothing = run({});
  const Ran help = run({"--help"});
  CHECK(nothing.status == 2);
  CHECK(nothing.out == "");
  CHECK(help.status == 0);
  CHECK(help.err == "");
  CHECK(nothing.err == help.out);
  CHECK(run({"help"}).out == help.out);
  CHECK(run({"-h"}).out == help.out);
  CHECK(run({"help", "--help"}).out == help.out);
  for (const char* const command :
       {"build", "rank", "show", "diff", "run", "import", "export", "validate", "new", "completion"}) {
    CHECK(help.out.find(std::string("\n  ") + command + " ") != std::string::npos);
  }
}

TEST_CASE("the version is one line") {
  const Ran ran = run({"--version"});
  CHECK(ran.out.starts_with("podium "));
  CHECK(ran.out.find('\n') == ran.out.size() - 1);
  CHECK(ran.status == 0);
}

TEST_CASE("a directory of an index that is missing is bad input for every command that reads one") {
  const ScratchPlace here;
  for (const char* const line : {"build nowhere", "rank nowhere", "show nowhere KOR", "diff nowhere a b", "run nowhere",
                                 "export nowhere -o out"}) {
    CAPTURE(line);
    const Ran ran = run_line(line);
    CHECK(ran.status == 2);
    CHECK(ran.err.find("nowhere") != std::string::npos);
  }
}
