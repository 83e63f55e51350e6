#include "podium/cli/arguments.hpp"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

// The only file that includes CLI11, which takes apart the words and throws; what the words mean is decided here.
namespace podium {
namespace {

/// One option with the values that the command line gives it.
struct Given {
  const Option& option;
  CLI::Option* parsed;

  std::vector<std::string> values() const { return parsed->results(); }
  std::size_t times() const { return parsed->count(); }
};

/// CLI11 takes "-o,--out" for an option and "DIR" for a word.
std::string names_of(const Option& option) {
  const std::string name(option.name);
  return option.letter.empty() ? name : std::string(option.letter) + "," + name;
}

CLI::Option* declare(CLI::App& parser, const Option& option) {
  if (option.is_flag()) return parser.add_flag(names_of(option));
  // Any number of values is let through, so that a missing or second one is reported in our words.
  const auto keep = [](const CLI::results_t&) { return true; };
  CLI::Option* const parsed = parser.add_option(names_of(option), keep);
  // "FILE..." takes as many words as there are.
  const bool takes_many = option.is_word() && option.name.ends_with("...");
  parsed->type_size(1)
      ->expected(option.is_word() ? 1 : 0, takes_many ? CLI::detail::expected_max_vector_size : 1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(takes_many);
  return parsed;
}

std::string described(const Option& option) {
  return option.value.empty() ? std::string(option.name) : std::string(option.name) + " " + std::string(option.value);
}

std::optional<Diagnostic> problem_of_value(const Option& option, const std::string& value) {
  if (value.empty()) return bad_usage("no value for " + std::string(option.name), described(option));
  const auto& choices = option.choices;
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return std::nullopt;
  Diagnostic problem = not_among(Code::InvalidUsage, "value", value, choices);
  problem.found += " for " + std::string(option.name);
  return problem;
}

std::optional<std::size_t> parse_count(const std::string& text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count == 0) return std::nullopt;
  return count;
}

struct Store {
  const Given& given;
  Diagnostics& problems;

  void operator()(bool* target) const { *target = given.times() > 0; }
  void operator()(std::string* target) const {
    if (given.times() > 0) *target = given.values().front();
  }
  void operator()(std::optional<std::string>* target) const {
    if (given.times() > 0) *target = given.values().front();
  }
  void operator()(std::vector<std::string>* target) const { *target = given.values(); }
  void operator()(std::optional<std::size_t>* target) const {
    if (given.times() == 0) return;
    *target = parse_count(given.values().front());
    if (target->has_value()) return;
    problems.push_back(bad_usage(podium::quoted(given.values().front()) + " for " + std::string(given.option.name),
                                 "a whole number from 1"));
  }
};

void take(const Given& given, Diagnostics& problems) {
  const Option& option = given.option;
  const bool is_list = std::holds_alternative<std::vector<std::string>*>(option.target);
  if (given.times() == 0) {
    if (option.is_word() && !is_list)
      problems.push_back(bad_usage("no " + std::string(option.name), std::string(option.help.en)));
    return;
  }
  if (given.times() > 1 && !is_list && !option.is_flag()) {
    problems.push_back(bad_usage(std::string(option.name) + " more than once", "one value"));
    return;
  }
  if (!option.is_flag()) {
    for (const std::string& value : given.values()) {
      if (auto problem = problem_of_value(option, value)) {
        problems.push_back(*std::move(problem));
        return;
      }
    }
  }
  std::visit(Store{given, problems}, option.target);
}

bool looks_like_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

Diagnostic unknown_option(const Command& command, std::string_view word) {
  std::vector<std::string_view> names;
  for (const Option& option : command.options) {
    if (!option.is_word()) names.push_back(option.name);
  }
  return not_among(Code::InvalidUsage, "unknown option", word.substr(0, word.find('=')), names);
}

/// What no option and no word of the command takes. The value of an unknown option is not reported a second time.
void report_rest(const Command& command, const std::vector<std::string>& rest, Diagnostics& problems) {
  bool words_only = false;
  bool is_value = false;
  for (const std::string& word : rest) {
    if (word == "--" && !words_only) {
      words_only = true;
    } else if (!words_only && looks_like_option(word)) {
      problems.push_back(unknown_option(command, word));
      is_value = word.find('=') == std::string::npos;
    } else if (!std::exchange(is_value, false)) {
      problems.push_back(bad_usage("word " + podium::quoted(word), "nothing more after " + std::string(command.name)));
    }
  }
}

/// CLI11 lets "--flag=anything" through.
void report_values_of_flags(const Command& command, std::span<const std::string> words, Diagnostics& problems) {
  const auto end = std::find(words.begin(), words.end(), "--");
  for (const Option& option : command.options) {
    if (!option.is_flag()) continue;
    const std::string start = std::string(option.name) + "=";
    if (std::any_of(words.begin(), end, [&](const std::string& word) { return word.starts_with(start); })) {
      problems.push_back(bad_usage("a value for " + std::string(option.name), std::string(option.name) + " alone"));
    }
  }
}

}  // namespace

Diagnostics read_arguments(const Command& command, std::span<const std::string> words) {
  CLI::App parser;
  parser.set_help_flag();
  parser.allow_extras();
  std::vector<Given> all;
  for (const Option& option : command.options) all.push_back({option, declare(parser, option)});

  Diagnostics problems;
  try {
    // CLI11 takes the words from the back.
    parser.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    problems.push_back(bad_usage(error.what(), "see 'podium " + std::string(command.name) + " --help'"));
    return problems;
  }
  report_rest(command, parser.remaining(), problems);
  report_values_of_flags(command, words, problems);
  for (const Given& given : all) take(given, problems);
  return problems;
}

}  // namespace podium
