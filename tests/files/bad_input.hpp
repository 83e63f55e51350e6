#pragma once

#include <string>
#include <vector>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium::testing {

/// One change to a file of the small index: the first `from` becomes `to`; with an empty `from` the whole file does.
struct Change {
  std::string file;
  std::string from;
  std::string to;
};

/// The small index with changes, and every message that must come of it, one a line.
struct BadInput {
  std::string name;
  std::vector<Change> changes;
  std::string expected;
};

inline FileTexts changed(FileTexts files, const std::vector<Change>& changes) {
  for (const auto& [file, from, to] : changes) files[file] = from.empty() ? to : replaced(files[file], from, to);
  return files;
}

/// What reading the directory reports, or else what computing the index does.
inline std::string messages_of(const std::filesystem::path& directory) {
  const Result<ReadIndex> read = read_index(directory);
  if (!read) return text_of(read.diagnostics());
  const Result<Computed> computed = compute(read->index, read->index.edition);
  if (computed) return "";
  Diagnostics found = computed.diagnostics();
  attach_places(found, read->places);
  return text_of(found);
}

inline void check_bad_inputs(const std::vector<BadInput>& cases) {
  for (const BadInput& c : cases) {
    CAPTURE(c.name);
    const DirectoryOnDisk directory(changed(small_index(), c.changes));
    CHECK(messages_of(directory.path()) == c.expected);
  }
}

}  // namespace podium::testing
