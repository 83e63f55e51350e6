#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <doctest/doctest.h>

namespace podium::testing {

/// Relative path to content.
using FileTexts = std::map<std::string, std::string>;

/// A fresh directory for one test case, removed with it.
class DirectoryOnDisk {
 public:
  DirectoryOnDisk() {
    std::string name = (std::filesystem::temp_directory_path() / "podium_test_XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  explicit DirectoryOnDisk(const FileTexts& files) : DirectoryOnDisk() {
    for (const auto& [name, text] : files) write(name, text);
  }
  DirectoryOnDisk(const DirectoryOnDisk&) = delete;
  DirectoryOnDisk& operator=(const DirectoryOnDisk&) = delete;
  ~DirectoryOnDisk() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  const std::filesystem::path& path() const { return path_; }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Every regular file below, with its content.
  FileTexts files() const {
    FileTexts files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().lexically_relative(path_).generic_string();
      files[name] = read(name);
    }
    return files;
  }

 private:
  std::filesystem::path path_;
};

/// `text` with its first `from` replaced; `from` must be there.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

}  // namespace podium::testing
