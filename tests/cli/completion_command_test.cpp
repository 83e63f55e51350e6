#include <cstdlib>

#include <doctest/doctest.h>

#include "podium/cli/commands.hpp"

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

/// What bash would offer for the last word of a line.
std::string offered_by_bash(const std::string& words, int position) {
  write_file("podium.bash", run_line("completion bash").out);
  write_file("ask.bash", "complete() { :; }\nsource podium.bash\nCOMP_WORDS=(" + words + ")\nCOMP_CWORD=" +
                             std::to_string(position) + "\n_podium\necho \"${COMPREPLY[*]}\" > answer\n");
  REQUIRE(std::system("bash ask.bash") == 0);
  return read_file("answer");
}

}  // namespace

TEST_CASE("bash completes commands, options and their values") {
  const ScratchPlace here;
  CHECK(offered_by_bash("podium r", 1) == "rank run\n");
  CHECK(offered_by_bash("podium rank d --fo", 3) == "--format\n");
  CHECK(offered_by_bash("podium rank d --format ''", 4) == "table csv json md\n");
  CHECK(offered_by_bash("podium validate d --format ''", 4) == "table json\n");
  CHECK(offered_by_bash("podium completion ''", 2) == "bash zsh fish\n");
  std::filesystem::create_directories("indices/mine");
  CHECK(offered_by_bash("podium rank indi", 2) == "indices\n");
}

TEST_CASE("every command and option is in every shell's script") {
  for (const char* const shell : {"bash", "zsh", "fish"}) {
    const std::string script = run({"completion", shell}).out;
    const bool is_fish = std::string(shell) == "fish";
    for (const Command& command : all_commands()) {
      for (const Option& option : command.options) {
        const std::string name(option.name);
        if (option.is_word()) continue;
        CAPTURE(shell);
        CAPTURE(name);
        CHECK(script.find(is_fish ? " -l " + name.substr(2) : name) != std::string::npos);
      }
      CHECK(script.find(command.name) != std::string::npos);
    }
  }
}
