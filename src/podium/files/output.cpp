#include "podium/files/output.hpp"

#include <algorithm>
#include <set>

#include "podium/files/staging.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

Diagnostic write_failed(std::string found, std::string expected) {
  return {.code = Code::WriteFailed, .found = std::move(found), .expected = std::move(expected)};
}

/// The target without links, "." and a slash at the end, so that it has a name and a directory to stand in.
Result<fs::path> plain_target(const fs::path& path) {
  std::error_code error;
  fs::path target = path.empty() ? path : fs::weakly_canonical(fs::absolute(path), error);
  if (!target.has_filename()) target = target.parent_path();
  if (error || !target.has_filename()) {
    return write_failed(podium::quoted(path.string()) + ", which cannot be written to", "a path that can be created");
  }
  return target;
}

/// Paths must stay below the directory and differ from each other.
Diagnostics check_paths(std::span<const OutputFile> files) {
  Diagnostics problems;
  std::set<std::string_view> seen;
  for (const OutputFile& file : files) {
    const fs::path path(file.path);
    const bool is_plain = path.is_relative() && path.has_filename() &&
                          path.native() == path.lexically_normal().native() && *path.begin() != ".." &&
                          *path.begin() != ".";
    if (!is_plain || !seen.insert(file.path).second) {
      problems.push_back({.code = is_plain ? Code::InternalFault : Code::PathOutside,
                          .found = "output " + podium::quoted(file.path) + (is_plain ? " twice" : ""),
                          .expected = "relative paths that differ and stay in the directory"});
    }
  }
  return problems;
}

enum class Found { Nothing, Empty, Files, SomethingElse };

Found look_at(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (!fs::exists(status)) return Found::Nothing;
  if (!fs::is_directory(status)) return Found::SomethingElse;
  return fs::is_empty(target, error) && !error ? Found::Empty : Found::Files;
}

Result<fs::path> write_directory(Staging& staging, std::span<const OutputFile> files) {
  TRY([[maybe_unused]] const bool is_written, staging.write(files));
  return staging.exchange_directory();
}

}  // namespace

Result<fs::path> replace_directory(const fs::path& directory, std::span<const OutputFile> files,
                                   std::string_view marker) {
  if (Diagnostics problems = check_paths(files); !problems.empty()) return problems;
  if (std::ranges::find(files, marker, &OutputFile::path) == files.end()) {
    return Diagnostic{
        .code = Code::InternalFault, .found = "no file " + podium::quoted(marker) + " in the output", .expected = "it"};
  }
  TRY(const fs::path target, plain_target(directory));
  TRY(Staging staging, Staging::beside(target));
  const Found found = look_at(target);
  std::error_code error;
  const bool is_ours = found == Found::Files && fs::is_regular_file(target / marker, error);
  if (found == Found::SomethingElse || (found == Found::Files && !is_ours)) {
    return write_failed(
        podium::quoted(directory.string()) +
            (found == Found::Files ? ", which holds files that podium did not write" : ", which is not a directory"),
        "a new or empty directory, or one with the file " + podium::quoted(marker));
  }
  return write_directory(staging, files);
}

Result<fs::path> create_directory_of(const fs::path& directory, std::span<const OutputFile> files) {
  if (Diagnostics problems = check_paths(files); !problems.empty()) return problems;
  TRY(const fs::path target, plain_target(directory));
  TRY(Staging staging, Staging::beside(target));
  const Found found = look_at(target);
  if (found == Found::SomethingElse || found == Found::Files) {
    return write_failed(podium::quoted(directory.string()) + ", which is already there",
                        "a path that is free, or an empty directory");
  }
  return write_directory(staging, files);
}

Result<fs::path> replace_file(const fs::path& path, std::string_view bytes) {
  TRY(const fs::path target, plain_target(path));
  TRY(Staging staging, Staging::beside(target));
  const Found found = look_at(target);
  std::error_code error;
  if (found != Found::Nothing && !fs::is_regular_file(target, error)) {
    return write_failed(podium::quoted(path.string()) + ", which is not a regular file",
                        "a file, or a path that is free");
  }
  TRY([[maybe_unused]] const bool is_written, staging.write_as_file(bytes));
  return staging.replace_file();
}

}  // namespace podium
