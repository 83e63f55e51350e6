#include "podium/cli/program.hpp"

#include <algorithm>
#include <exception>

#include "podium/cli/arguments.hpp"
#include "podium/cli/commands.hpp"
#include "podium/cli/help.hpp"
#include "podium/cli/method_help.hpp"
#include "podium/cli/reference.hpp"

namespace podium {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

/// One line for each, then "podium: 2 problems"; remarks alone are not counted.
void print(std::span<const Diagnostic> diagnostics, std::ostream& err) {
  for (const Diagnostic& diagnostic : diagnostics) err << to_text(diagnostic) << "\n";
  if (!has_error(diagnostics)) return;
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
  const std::ptrdiff_t warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  err << "podium: " << counted(errors, "problem") << (warnings > 0 ? ", " + counted(warnings, "warning") : "") << "\n";
}

int fail(const Diagnostics& diagnostics, std::ostream& err) {
  print(diagnostics, err);
  return exit_status(diagnostics);
}

bool is_help(const std::string& word) { return word == "--help" || word == "-h"; }

/// Whether help is asked for before a "--", behind which there are only words.
bool asks_for_help(std::span<const std::string> words) {
  return std::any_of(words.begin(), std::find(words.begin(), words.end(), "--"), is_help);
}

/// The language of a help page: what --lang says among the words, else that of the surroundings.
Language language_of_help(std::span<const std::string> words, Language otherwise) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "--lang") continue;
    if (words[i + 1] == "ko") return Language::Korean;
    if (words[i + 1] == "en") return Language::English;
  }
  return otherwise;
}

Diagnostic unknown_command(const std::string& word, std::span<const Command> commands) {
  std::vector<std::string_view> names;
  for (const Command& command : commands) names.push_back(command.name);
  const bool is_option = word.starts_with('-');
  if (is_option) names = {"--help", "--version"};
  return not_among(Code::InvalidUsage, is_option ? "unknown option" : "unknown command", word, names);
}

int run_command_line(const Command& command, std::span<const std::string> words, std::ostream& out, std::ostream& err,
                     const Surroundings& surroundings) {
  if (asks_for_help(words)) {
    out << help_of(command, language_of_help(words, surroundings.language));
    return 0;
  }
  const Diagnostics problems = read_arguments(command, words);
  if (!problems.empty()) return fail(problems, err);
  const Result<Report> report = command.run(surroundings);
  if (!report) return fail(report.diagnostics(), err);
  out << report->text;
  print(report->remarks, err);
  return report->status;
}

/// Null if there is none of that name.
const Command* find_command(std::span<const Command> commands, std::string_view name) {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const Command& one) { return one.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

/// podium help methods STEP
int print_methods_page(const std::string& step, std::ostream& out, std::ostream& err) {
  const std::optional<std::string> page = methods_page(step);
  if (!page) return fail({not_among(Code::InvalidUsage, "step", step, method_pages())}, err);
  out << *page;
  return 0;
}

/// "podium help rank": what all that goes by this name is, command, step and methods.
int answer_question(std::span<const std::string> words, std::span<const Command> commands, std::ostream& out,
                    std::ostream& err, Language language) {
  const std::string& name = words.front();
  if (name == "methods" && words.size() > 1) return print_methods_page(words[1], out, err);
  if (name == "methods" || name == "messages") {
    out << (name == "methods" ? methods_index() : messages_reference());
    return 0;
  }
  const Command* const command = find_command(commands, name);
  const std::string about_methods = method_help(name, language);
  if (command != nullptr) out << help_of(*command, language) << (about_methods.empty() ? "" : "\n");
  out << about_methods;
  if (command != nullptr || !about_methods.empty()) return 0;
  std::vector<std::string_view> topics{"methods", "messages"};
  for (const Command& one : commands) topics.push_back(one.name);
  for (const std::string_view topic : method_topics()) topics.push_back(topic);
  Diagnostic problem = not_among(Code::InvalidUsage, "unknown topic", name, topics);
  problem.expected = "a command ('podium help'), a step or a method ('podium help methods')";
  return fail({problem}, err);
}

int run_words(std::span<const std::string> words, std::ostream& out, std::ostream& err,
              const Surroundings& surroundings) {
  const std::vector<Command> commands = all_commands();
  if (words.empty()) {
    err << overview(commands, surroundings.language);
    return 2;
  }
  if (is_help(words.front()) || (words.front() == "help" && (words.size() == 1 || is_help(words[1])))) {
    out << overview(commands, language_of_help(words, surroundings.language));
    return 0;
  }
  if (words.front() == "--version") {
    out << "podium " PODIUM_VERSION "\n";
    return 0;
  }
  if (words.front() == "help")
    return answer_question(words.subspan(1), commands, out, err, language_of_help(words, surroundings.language));
  const Command* const command = find_command(commands, words.front());
  if (command == nullptr) return fail({unknown_command(words.front(), commands)}, err);
  return run_command_line(*command, words.subspan(1), out, err, surroundings);
}

}  // namespace

int run_program(std::span<const std::string> arguments, std::ostream& out, std::ostream& err,
                const Surroundings& surroundings) {
  try {
    return run_words(arguments, out, err, surroundings);
  } catch (const std::exception& fault) {
    Diagnostic diagnostic;
    diagnostic.found = std::string("an exception: ") + fault.what();
    diagnostic.expected = "none; please report this with the command line";
    return fail({diagnostic}, err);
  }
}

}  // namespace podium
