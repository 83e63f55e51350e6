#include "podium/files/output.hpp"

#include <algorithm>
#include <optional>
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

/// Whether `inner` is `outer` or lies below it. Both without links.
bool is_within(const fs::path& inner, const fs::path& outer) {
  return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

/// The first name of a directory that is hidden.
std::optional<std::string> hidden_name(const fs::path& directory) {
  std::error_code error;
  std::set<std::string> hidden;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    if (std::string name = entry->path().filename().string(); name.starts_with('.')) hidden.insert(std::move(name));
  }
  return hidden.empty() ? std::nullopt : std::optional(*hidden.begin());
}

/// Why a directory may not be replaced, to be put behind its name; empty if it may.
std::string obstacle(const fs::path& target, std::string_view marker) {
  const Found found = look_at(target);
  if (found == Found::SomethingElse) return "which is not a directory";
  if (found != Found::Files) return {};
  std::error_code error;
  if (!fs::is_regular_file(target / marker, error)) return "which holds files that podium did not write";
  const std::optional<std::string> hidden = hidden_name(target);
  return hidden ? "which holds " + podium::quoted(*hidden) + ", which podium did not write" : "";
}

Result<fs::path> write_directory(Staging& staging, std::span<const OutputFile> files) {
  TRY([[maybe_unused]] const bool is_written, staging.write(files));
  return staging.exchange_directory();
}

}  // namespace

Result<fs::path> replace_directory(const fs::path& directory, std::span<const OutputFile> files,
                                   std::string_view marker, const fs::path& source) {
  if (Diagnostics problems = check_paths(files); !problems.empty()) return problems;
  if (std::ranges::find(files, marker, &OutputFile::path) == files.end()) {
    return Diagnostic{
        .code = Code::InternalFault, .found = "no file " + podium::quoted(marker) + " in the output", .expected = "it"};
  }
  TRY(const fs::path target, plain_target(directory));
  std::error_code error;
  if (!source.empty() && is_within(fs::weakly_canonical(fs::absolute(source), error), target)) {
    return write_failed(podium::quoted(directory.string()) + ", in which " + podium::quoted(source.string()) + " lies",
                        "a directory that does not hold what its files are made from");
  }
  TRY(Staging staging, Staging::beside(target));
  if (const std::string reason = obstacle(target, marker); !reason.empty()) {
    return write_failed(
        podium::quoted(directory.string()) + ", " + reason,
        "a new or empty directory, or one with the file " + podium::quoted(marker) + " and nothing hidden");
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
