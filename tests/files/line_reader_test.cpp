#include "podium/files/line_reader.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;

constexpr std::size_t kMebibyte = std::size_t{1} << 20U;

/// A line without end, which counts how much of it was asked for.
ByteSource endless(char byte, std::size_t& given) {
  return [byte, &given](std::span<char> block) -> Result<std::size_t> {
    std::ranges::fill(block, byte);
    given += block.size();
    return block.size();
  };
}

std::string problem_of(LineReader& lines) {
  while (lines.next()) {}
  return lines.problem() ? to_text(*lines.problem()) : "";
}

TEST_CASE("a line without end is left after little more than the longest allowed") {
  constexpr std::size_t kTwoChunks = std::size_t{2} * 65536;
  std::size_t given = 0;
  LineReader lines("t.csv", endless('a', given));
  CHECK(problem_of(lines) ==
        "t.csv:1: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB");
  CHECK(given <= kMebibyte + kTwoChunks);
  CHECK(!lines.next().has_value());
  CHECK(given <= kMebibyte + kTwoChunks);
}

TEST_CASE("the longest line is allowed, and not one byte more") {
  const std::string longest(kMebibyte, 'a');
  for (const std::string& end : {std::string(), std::string("\n")}) {
    const std::string allowed = longest + end;
    LineReader lines("t.csv", bytes_of(allowed));
    const auto line = lines.next();
    REQUIRE(line.has_value());
    CHECK(line->size() == kMebibyte);
    CHECK(!lines.next().has_value());
    CHECK(!lines.problem().has_value());
    std::string refused = "x\n";
    for (const std::string& part : {longest, std::string("a"), end}) refused += part;
    LineReader more("t.csv", bytes_of(refused));
    CHECK(problem_of(more) ==
          "t.csv:2: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB");
  }
}

TEST_CASE("a table beyond the limit is left there") {
  std::size_t given = 0;
  const ByteSource letters = endless('a', given);
  LineReader lines("t.csv", [&](std::span<char> block) {
    block.back() = '\n';
    return letters(block.first(block.size() - 1)) ? Result<std::size_t>(block.size()) : Result<std::size_t>(0U);
  });
  CHECK(problem_of(lines) ==
        "t.csv:4096: error[too-large]: found more than 256 MiB; expected a file of at most 256 MiB");
  CHECK(given <= kMostTableBytes + 65536);
}

TEST_CASE("a source that fails is a problem of its file") {
  LineReader lines("t.csv", [](std::span<char>) -> Result<std::size_t> {
    return Diagnostic{.code = Code::MissingFile, .found = "a file that cannot be read", .expected = "a readable file"};
  });
  CHECK(problem_of(lines) == "t.csv: error[missing-file]: found a file that cannot be read; expected a readable file");
}

/// Runs in a process of its own and adds to its answer that the peak of memory grew by less than 100 MB, from what this
/// process holds already: under a sanitizer that alone is more.
bool is_frugal_in_child(const std::function<bool()>& work) {
  constexpr long kMostKilobytes = 100'000;
  const auto peak_kilobytes = [] {
    struct rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  };
  const pid_t child = ::fork();
  if (child == 0) {
    const long before = peak_kilobytes();
    const bool is_as_expected = work();
    ::_exit(is_as_expected && peak_kilobytes() - before < kMostKilobytes ? 0 : 1);
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A file of two gigabytes: `start`, then NULs that take no room on the disk.
void make_huge(const DirectoryOnDisk& directory, const std::string& name, const std::string& start) {
  directory.write(name, start);
  REQUIRE(::truncate((directory.path() / name).c_str(), off_t{2} << 30U) == 0);
}

TEST_CASE("files of two gigabytes are refused in little memory") {
  const struct {
    std::string name;
    const char* file;
    std::string start;
    const char* problem;
  } cases[] = {
      {"a line of two gigabytes", "observations/others.csv", std::string(4 * kMebibyte, 'a'),
       "observations/others.csv:1: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 "
       "MiB"},
      {"nothing but NULs", "observations/others.csv", "",
       "observations/others.csv:1:1: error[invalid-utf8]: found a NUL byte; expected text in UTF-8"},
      {"units in one line", "units.csv", std::string(4 * kMebibyte, 'a'),
       "units.csv:1: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB"},
      {"a definition", "podium.toml", "",
       "podium.toml: error[too-large]: found more than 4 MiB; expected a file of at most 4 MiB"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const DirectoryOnDisk directory(testing::small_index());
    make_huge(directory, c.file, c.start);
    CHECK(is_frugal_in_child([&] {
      const Result<ReadIndex> read = read_index(directory.path());
      return !read && testing::text_of(read.diagnostics()) == c.problem;
    }));
  }
}

TEST_CASE("the measure of memory would notice a line that is kept") {
  CHECK(!is_frugal_in_child([] {
    const std::string line(200 * kMebibyte, 'a');
    return line.back() == 'a';
  }));
}

TEST_CASE("two gigabytes without a line end through a pipe are left after the first megabyte") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t writer = ::fork();
  if (writer == 0) {
    ::close(ends[0]);
    const std::string block(kMebibyte, 'a');
    for (int i = 0; i < 2048; ++i) {
      if (::write(ends[1], block.data(), block.size()) < 0) ::_exit(1);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  {
    LineReader lines("pipe", [&](std::span<char> block) -> Result<std::size_t> {
      const ssize_t count = ::read(ends[0], block.data(), block.size());
      return static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    });
    CHECK(problem_of(lines) ==
          "pipe:1: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB");
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(writer, &status, 0);
  // Nobody read on, so the writer was stopped by the closed pipe.
  CHECK(WIFSIGNALED(status));
}

TEST_CASE("a named pipe is no table and is not waited for") {
  const DirectoryOnDisk directory(testing::small_index());
  REQUIRE(::mkfifo((directory.path() / "observations" / "pipe.csv").c_str(), 0600) == 0);
  const Result<ReadIndex> read = read_index(directory.path());
  CHECK(testing::problems_of(read) ==
        "observations/pipe.csv: error[missing-file]: found 'observations/pipe.csv', which is not a regular file; "
        "expected a readable file");
}

}  // namespace
}  // namespace podium
