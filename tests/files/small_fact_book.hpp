#pragma once

#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium::testing {

/// The fact book of the small index with these files beside it.
inline Result<FactBook> fact_book_of(const FileTexts& beside) {
  FileTexts files = small_index();
  for (const auto& [name, text] : beside) files[name] = text;
  const DirectoryOnDisk disk(files);
  const ReadIndex read = must(read_index(disk.path()));
  return read_fact_book(disk.path(), read.index);
}

/// One text of one of the files, and every message that must come of it, one a line.
struct BadFact {
  std::string name;
  std::string text;
  std::string expected;
};

/// `read` makes a fact book of a text, as Result.
template <class Read>
void check_bad_facts(std::span<const BadFact> cases, const Read& read) {
  for (const BadFact& c : cases) {
    CAPTURE(c.name);
    const std::string problems = problems_of(read(c.text));
    CHECK_MESSAGE(problems.starts_with(c.expected), problems);
    CHECK_MESSAGE(problems.find('\n') == std::string::npos, problems);
  }
}

}  // namespace podium::testing
