#include "podium/cli/completion_command.hpp"

#include <memory>

#include "podium/cli/commands.hpp"
#include "podium/cli/completion_script.hpp"

namespace podium {
namespace {

Shell shell_of(const std::string& word) {
  if (word == "bash") return Shell::Bash;
  return word == "zsh" ? Shell::Zsh : Shell::Fish;
}

}  // namespace

Command completion_command() {
  const auto shell = std::make_shared<std::string>();
  return {
      .name = "completion",
      .purpose = {"prints a script that completes podium's commands in a shell",
                  "셸에서 podium 명령을 자동 완성하는 스크립트를 보여 줍니다"},
      .options = {{"SHELL", {}, {"the shell", "셸"}, shell.get(), {"bash", "zsh", "fish"}}},
      .examples = {{"podium completion bash > podium.bash",
                    {"then 'source podium.bash'", "다음은 'source podium.bash'"}},
                   {"podium completion fish > podium.fish",
                    {"for ~/.config/fish/completions", "~/.config/fish/completions에 둡니다"}}},
      .run = [shell](const Surroundings&) -> Result<Report> {
        return Report{completion_script(shell_of(*shell), all_commands())};
      },
  };
}

}  // namespace podium
