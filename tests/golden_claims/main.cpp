// Scores podium's readers of text on a folder of cases shaped like golden/claims of the reference data, by exact value,
// unit and place. Any folder of that form will do: nothing here knows a case by its name.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

#include "golden_claims/press_scorer.hpp"

namespace podium::golden_claims {
namespace {

struct ScoreCommand {
  std::filesystem::path root{};
  std::string shown{};  ///< the file whose wrong cases are asked for
  std::filesystem::path index = "indices/ai-competitiveness";
  std::filesystem::path floors{};  ///< the least share right of each score; empty: none
  bool may_be_absent = false;
};

std::optional<ScoreCommand> parse_command(std::span<char*> arguments) {
  ScoreCommand command;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--may-be-absent") {
      command.may_be_absent = true;
    } else if (argument == "--show" && i + 1 < arguments.size()) {
      command.shown = arguments[++i];
    } else if (argument == "--index" && i + 1 < arguments.size()) {
      command.index = arguments[++i];
    } else if (argument == "--floors" && i + 1 < arguments.size()) {
      command.floors = arguments[++i];
    } else if (command.root.empty() && !argument.starts_with("--")) {
      command.root = argument;
    } else {
      return std::nullopt;
    }
  }
  return command.root.empty() ? std::nullopt : std::optional(command);
}

void print_row(const FileScore& score) {
  if (!score.unsupported.empty()) {
    std::printf("%-76s %6zu %6s %6s %13zu %7s %7s  %s\n", score.name.c_str(), score.case_count, "", "",
                score.case_count, "", "", score.unsupported.c_str());
    return;
  }
  std::printf("%-76s %6zu %6zu %6zu %13d %7zu %7.1f\n", score.name.c_str(), score.case_count, score.right(),
              score.wrong(), 0, score.errata, 100 * score.share_right());
}

std::vector<FileScore> scores_of(const ScoreCommand& command, const std::string& file) {
  if (is_press_file(file)) return {score_press_file(command.root, file, command.index)};
  return score_file(command.root, file);
}

/// A CSV of two columns: a score's name and the least percentage that is to be right.
std::map<std::string, double> read_floors(const std::filesystem::path& path) {
  std::map<std::string, double> floors;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::size_t comma = line.rfind(',');
    if (comma == std::string::npos) throw std::runtime_error(path.string() + ": '" + line + "' has one column");
    floors[line.substr(0, comma)] = printed_value(line.substr(comma + 1));
  }
  return floors;
}

/// Prints what is below its floor, or has none of the cases that a floor is for; whether anything is.
bool falls_short(const std::map<std::string, double>& floors, const std::vector<FileScore>& scores) {
  bool is_short = false;
  for (const auto& [name, least] : floors) {
    const auto score = std::ranges::find(scores, name, &FileScore::name);
    const double share = score == scores.end() ? 0 : 100 * score->share_right();
    if (share >= least) continue;
    std::printf("%s: %.1f %% right, and %.0f %% are the least\n", name.c_str(), share, least);
    is_short = true;
  }
  return is_short;
}

int print_table(const ScoreCommand& command) {
  std::printf("%-76s %6s %6s %6s %13s %7s %7s\n", "file", "cases", "right", "wrong", "not supported", "errata",
              "% right");
  std::vector<FileScore> scores;
  for (const std::string& file : list_case_files(command.root)) {
    for (FileScore& score : scores_of(command, file)) {
      print_row(score);
      scores.push_back(std::move(score));
    }
  }
  if (scores.empty()) std::puts("there is nothing to score");
  return scores.empty() || falls_short(read_floors(command.floors), scores) ? 1 : 0;
}

int print_wrong(const ScoreCommand& command) {
  for (const FileScore& score : scores_of(command, command.shown)) {
    print_row(score);
    std::fputs(wrong_cases_text(score).c_str(), stdout);
  }
  return 0;
}

}  // namespace
}  // namespace podium::golden_claims

/// podium_golden_claims DIR [--show FILE] [--index DIR], the index that figures of the press are judged by: exit status
/// 1 if there are no cases, 2 if the folder cannot be read, 77 if it is absent and --may-be-absent is given (ctest
/// counts that as skipped).
int main(int count, char** arguments) {
  using namespace podium::golden_claims;
  const auto command = parse_command({arguments, static_cast<std::size_t>(count)});
  if (!command) {
    std::puts("usage: podium_golden_claims DIR [--show FILE] [--index DIR] [--floors FILE] [--may-be-absent]");
    return 2;
  }
  if (!std::filesystem::is_directory(command->root)) {
    std::printf("%s: no folder %s\n", command->may_be_absent ? "skipped" : "error", command->root.string().c_str());
    return command->may_be_absent ? 77 : 2;
  }
  try {
    return command->shown.empty() ? print_table(*command) : print_wrong(*command);
  } catch (const std::exception& problem) {
    std::printf("error: %s\n", problem.what());
    return 2;
  }
}
