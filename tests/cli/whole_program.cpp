#include "cli/whole_program.hpp"

#include <fstream>
#include <iomanip>
#include <sstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "podium/cli/program.hpp"

#include "support/file_bytes.hpp"

namespace podium::testing {

Ran run(const std::vector<std::string>& words, const Surroundings& surroundings) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = run_program(words, out, err, surroundings);
  return {status, out.str(), err.str()};
}

Ran run_line(const std::string& line, const Surroundings& surroundings) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> std::quoted(word);) words.push_back(word);
  return run(words, surroundings);
}

std::string problem_with(const std::string& line) {
  const Ran ran = run_line(line);
  CAPTURE(line);
  CHECK(ran.status == 2);
  CHECK(ran.out == "");
  return ran.err;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

ScratchPlace::ScratchPlace() : before_(std::filesystem::current_path()) {
  std::string pattern = (std::filesystem::temp_directory_path() / "podium-test-XXXXXX").string();
  here_ = mkdtemp(pattern.data());
  std::filesystem::current_path(here_);
}

ScratchPlace::~ScratchPlace() {
  std::error_code ignored;
  std::filesystem::current_path(before_, ignored);
  std::filesystem::remove_all(here_, ignored);
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& path) { return bytes_of_file(path); }

std::map<std::string, std::string> tree(const std::filesystem::path& directory) {
  std::map<std::string, std::string> files;
  if (!std::filesystem::is_directory(directory)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(directory).generic_string()] = read_file(entry.path());
    }
  }
  return files;
}

void write_tiny_index(const std::filesystem::path& directory) {
  write_file(directory / "podium.toml", R"([index]
id = "tiny"
title = { en = "Tiny", ko = "작은 지수" }
periods = [2023, 2024]
edition = "latest"

[[node]]
id = "pillar"
parent = "index"
weight = 1
title = { en = "Pillar", ko = "부문" }

[[indicator]]
id = "a"
parent = "pillar"
weight = 1
direction = 1
unit_of_measure = "things"
title = { en = "First", ko = "첫째" }

[[indicator]]
id = "b"
parent = "pillar"
weight = 3
direction = -1
unit_of_measure = "days"
title = { en = "Second", ko = "둘째" }

[[indicator]]
id = "c"
parent = "index"
weight = 1
direction = 1
unit_of_measure = "percent"
title = { en = "Third", ko = "셋째" }

[[step]]
op = "normalise"
method = "minmax"
range = [0, 100]
over = "period"

[[step]]
op = "aggregate"
method = "arithmetic"
missing = "reweight"
)");
  write_file(directory / "units.csv",
             "code,name.en,name.ko\nAAA,Alpha,가\nBBB,Beta,나나\nCCC,Gamma,다\nDDD,Delta,라\n");
  write_file(directory / "sources.toml", R"([table]
title = "A table"
publisher = "A publisher"
published = 2025-05-01
url = "https://example.org/table"
licence = "CC0-1.0"
)");
  write_file(directory / "editions.toml", R"([ed-2024]
publisher = "A publisher"
released = 2024-05-01
title = "Report 2024"

[ed-2025]
publisher = "A publisher"
released = 2025-05-01
title = "Report 2025"
)");
  write_file(directory / "observations" / "all.csv",
             "unit,indicator,period,edition,value,status,source,locator,note\n"
             "AAA,a,2023,ed-2024,0,A,table,p. 1,\n"
             "BBB,a,2023,ed-2024,10,A,table,p. 1,\n"
             "CCC,a,2023,ed-2024,5,A,table,p. 1,\n"
             "AAA,a,2023,ed-2025,10,A,table,p. 2,restated\n"
             "BBB,a,2023,ed-2025,0,A,table,p. 2,\n"
             "CCC,a,2023,ed-2025,5.0,A,table,p. 2,\n"
             "AAA,a,2024,ed-2025,0,A,table,p. 2,\n"
             "BBB,a,2024,ed-2025,5,A,table,p. 2,\n"
             "CCC,a,2024,ed-2025,10,A,table,p. 2,\n"
             "AAA,b,2023,ed-2025,2,A,table,p. 3,\n"
             "BBB,b,2023,ed-2025,4,A,table,p. 3,\n"
             "CCC,b,2023,ed-2025,6,A,table,p. 3,\n"
             "AAA,b,2024,ed-2025,2,A,table,p. 3,\n"
             "BBB,b,2024,ed-2025,4,E,table,p. 3,\n"
             "CCC,b,2024,ed-2025,10,A,table,p. 3,\n"
             "AAA,c,2023,ed-2025,4,A,table,p. 4,\n"
             "BBB,c,2023,ed-2025,0,A,table,p. 4,\n"
             "CCC,c,2023,ed-2025,1,A,table,p. 4,\n"
             "AAA,c,2024,ed-2025,1,A,table,p. 4,\n"
             "BBB,c,2024,ed-2025,3,A,table,p. 4,\n"
             "CCC,c,2024,ed-2025,,M,table,p. 4,\n");
}

}  // namespace podium::testing
