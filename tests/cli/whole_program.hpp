#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "podium/cli/command.hpp"

/// The whole program inside the test, and small indices for it to work on.
namespace podium::testing {

struct Ran {
  int status;
  std::string out;
  std::string err;
};

/// `podium` with these words, in English and without colour unless told otherwise.
Ran run(const std::vector<std::string>& words, const Surroundings& surroundings = {});

/// The same for a line of words with single spaces between them; spaces within double quotes stay.
Ran run_line(const std::string& line, const Surroundings& surroundings = {});

/// What the line is told on the standard error, having ended with status 2 and printed nothing.
std::string problem_with(const std::string& line);

bool holds(const std::string& text, const std::string& part);

/// An empty directory that is the current one as long as the object lives; removed afterwards.
class ScratchPlace {
 public:
  ScratchPlace();
  ~ScratchPlace();
  ScratchPlace(const ScratchPlace&) = delete;
  ScratchPlace& operator=(const ScratchPlace&) = delete;

 private:
  std::filesystem::path before_;
  std::filesystem::path here_;
};

void write_file(const std::filesystem::path& path, const std::string& bytes);
std::string read_file(const std::filesystem::path& path);

/// Path and bytes of every file below a directory; empty if it is not there.
std::map<std::string, std::string> tree(const std::filesystem::path& directory);

/// Writes an index of four units, three indicators, two editions and two periods, small enough to be computed by hand.
///
/// Scores by minmax over each period; b counts against (direction -1) and three times as much as a; node = (a + 3 b) /
/// 4; index = (node + c) / 2, where c is a gap: node alone. DDD has no figures.
///   2023     a: 10 0 5 -> 100 0 50      b: 2 4 6 -> 100 50 0     c: 4 0 1 -> 100 0 25
///            node: 100, (0 + 150) / 4 = 37.5, (50 + 0) / 4 = 12.5
///            index: 100, 18.75, (12.5 + 25) / 2 = 18.75: BBB and CCC share rank 2
///   2024     a: 0 5 10 -> 0 50 100      b: 2 4 10 -> 100 75 0    c: 1 3 - -> 0 100 -
///            node: 300 / 4 = 75, (50 + 225) / 4 = 68.75, 100 / 4 = 25
///            index: 37.5, (68.75 + 100) / 2 = 84.375, 25: BBB, AAA, CCC
/// In the edition ed-2024, a of 2023 was 0 10 5 -> 0 100 50: node 75, 62.5, 12.5; index 87.5, 31.25, 18.75.
void write_tiny_index(const std::filesystem::path& directory);

}  // namespace podium::testing
