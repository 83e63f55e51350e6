#include "podium/cli/completion_script.hpp"

#include "podium/cli/phrase.hpp"

namespace podium {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

/// Inside single quotes of a shell.
std::string single_quoted(std::string_view text) {
  std::string result = "'";
  for (const char character : text) result += character == '\'' ? std::string("'\\''") : std::string(1, character);
  return result + "'";
}

std::vector<std::string_view> names_of(std::span<const Command> commands) {
  std::vector<std::string_view> names;
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

std::vector<std::string_view> options_of(const Command& command) {
  std::vector<std::string_view> names;
  for (const Option& option : command.options) {
    if (!option.is_word()) names.push_back(option.name);
  }
  names.emplace_back("--help");
  return names;
}

/// The words that stand without dashes and have a closed list.
std::vector<std::string_view> choices_of_words(const Command& command) {
  std::vector<std::string_view> choices;
  for (const Option& option : command.options) {
    if (option.is_word()) choices.insert(choices.end(), option.choices.begin(), option.choices.end());
  }
  return choices;
}

std::string bash_values(const Command& command) {
  std::string cases;
  for (const Option& option : command.options) {
    if (option.is_word() || option.is_flag()) continue;
    std::string pattern = std::string(command.name) + ":" + std::string(option.name);
    if (!option.letter.empty()) pattern += "|" + std::string(command.name) + ":" + std::string(option.letter);
    const std::string answer = option.completion == Completion::Directories
                                   ? "compgen -d -- \"$word\""
                                   : "compgen -W '" + joined(option.choices) + "' -- \"$word\"";
    cases.append("    ").append(pattern).append(") COMPREPLY=($(").append(answer).append(")); return ;;\n");
  }
  return cases;
}

std::string bash_script(std::span<const Command> commands) {
  std::string values;
  std::string options;
  for (const Command& command : commands) {
    const std::vector<std::string_view> choices = choices_of_words(command);
    values += bash_values(command);
    options += "    " + std::string(command.name) + ") options='" + joined(options_of(command)) + "' words='" +
               joined(choices) + "' ;;\n";
  }
  return fill(
      "# podium's completions for bash: source this, or put it into ~/.local/share/bash-completion/completions/podium\n"
      "_podium() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"${COMP_WORDS[1]}\"\n"
      "  local options= words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W '{0} --help --version' -- \"$word\")); return; fi\n"
      "  case \"$command:$before\" in\n"
      "{1}"
      "  esac\n"
      "  case \"$command\" in\n"
      "{2}"
      "  esac\n"
      "  if [[ \"$word\" == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
      "  elif [ -n \"$words\" ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "  else COMPREPLY=($(compgen -d -- \"$word\")); fi\n"
      "}\n"
      "complete -o filenames -F _podium podium\n",
      {joined(names_of(commands)), values, options});
}

/// In zsh's descriptions of arguments, brackets and colons have a meaning.
std::string zsh_escaped(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (character == '[' || character == ']' || character == ':' || character == '\\') result += '\\';
    result += character;
  }
  return result;
}

std::string zsh_action(const Option& option) {
  if (!option.choices.empty()) return "(" + joined(option.choices) + ")";
  return option.completion == Completion::Directories ? "_files -/" : " ";
}

std::string zsh_argument(const Option& option) {
  const std::string help = zsh_escaped(option.help.en);
  const std::string many = option.name.ends_with("...") ? "*" : "";
  if (option.is_word()) return single_quoted(many + ":" + zsh_escaped(option.name) + ":" + zsh_action(option));
  std::string text;
  if (!option.letter.empty())
    text = single_quoted(std::string(option.letter) + "[" + help + "]:" + std::string(option.value) + ":" +
                         zsh_action(option)) +
           " ";
  const bool repeats = std::holds_alternative<std::vector<std::string>*>(option.target);
  std::string one = (repeats ? "*" : "") + std::string(option.name) + "[" + help + "]";
  if (!option.is_flag()) one += ":" + std::string(option.value) + ":" + zsh_action(option);
  return text + single_quoted(one);
}

std::string zsh_script(std::span<const Command> commands) {
  std::string names;
  std::string cases;
  for (const Command& command : commands) {
    names += "      " + single_quoted(std::string(command.name) + ":" + zsh_escaped(command.purpose.en)) + "\n";
    cases += "    " + std::string(command.name) + ") _arguments '--help[print this help]'";
    for (const Option& option : command.options) cases += " \\\n      " + zsh_argument(option);
    cases += " ;;\n";
  }
  return fill(
      "#compdef podium\n"
      "# podium's completions for zsh: put this as _podium into a directory of $fpath\n"
      "_podium() {\n"
      "  if (( CURRENT == 2 )); then\n"
      "    local -a commands=(\n"
      "{0}"
      "    )\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n"
      "{1}"
      "  esac\n"
      "}\n"
      "if [ \"$funcstack[1]\" = _podium ]; then _podium; else compdef _podium podium; fi\n",
      {names, cases});
}

std::string fish_option(const Command& command, const Option& option) {
  if (option.is_word() && option.choices.empty()) return {};
  std::string line = "complete -c podium -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
  if (option.is_word()) return line + " -f -a '" + joined(option.choices) + "'\n";
  if (!option.letter.empty()) line += " -s " + std::string(option.letter.substr(1));
  line += " -l " + std::string(option.name.substr(2));
  if (option.completion == Completion::Directories) line += " -x -a '(__fish_complete_directories)'";
  if (!option.choices.empty()) line += " -x -a '" + joined(option.choices) + "'";
  if (!option.is_flag() && option.choices.empty() && option.completion == Completion::Nothing) line += " -x";
  return line + " -d " + single_quoted(option.help.en) + "\n";
}

std::string fish_script(std::span<const Command> commands) {
  std::string text = "# podium's completions for fish: put this into ~/.config/fish/completions/podium.fish\n";
  for (const Command& command : commands) {
    text += "complete -c podium -n __fish_use_subcommand -f -a " + std::string(command.name) + " -d " +
            single_quoted(command.purpose.en) + "\n";
    for (const Option& option : command.options) text += fish_option(command, option);
  }
  return text;
}

}  // namespace

std::string completion_script(Shell shell, std::span<const Command> commands) {
  switch (shell) {
    case Shell::Bash:
      return bash_script(commands);
    case Shell::Zsh:
      return zsh_script(commands);
    case Shell::Fish:
      break;
  }
  return fish_script(commands);
}

}  // namespace podium
