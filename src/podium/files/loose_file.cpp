#include "podium/files/loose_file.hpp"

#include "podium/files/index_directory.hpp"

namespace podium {
namespace {

Result<std::string> text_in_folder(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  TRY(const IndexDirectory directory, IndexDirectory::open(folder));
  return directory.read_text(path.filename().generic_string());
}

}  // namespace

Result<std::string> read_loose_text(const std::filesystem::path& path) {
  Result<std::string> text = text_in_folder(path);
  if (text) return text;
  Diagnostics problems = std::move(text).diagnostics();
  for (Diagnostic& problem : problems) problem.place = {path.generic_string(), 0, 0};
  return problems;
}

Result<TomlTable> read_loose_toml(const std::filesystem::path& path) {
  TRY(const std::string text, read_loose_text(path));
  return parse_toml(text, path.generic_string());
}

}  // namespace podium
