#include "podium/files/exchange/place_tables.hpp"

#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace podium {
namespace {

namespace fs = std::filesystem;

Diagnostic write_failed(const fs::path& path, const std::error_code& error) {
  return {.code = Code::WriteFailed,
          .found = "no way to write " + podium::quoted(path.filename().string()) + " (" + error.message() + ")",
          .expected = "a directory that can be written to"};
}

/// Everything in the directory, by further links to the same files; by copies where the file system has no links.
std::error_code link_all(const fs::path& from, const fs::path& to) {
  constexpr auto kAll = fs::copy_options::recursive | fs::copy_options::copy_symlinks;
  std::error_code error;
  fs::copy(from, to, kAll | fs::copy_options::create_hard_links, error);
  if (!error) return {};
  std::error_code ignored;
  fs::remove_all(to, ignored);
  fs::copy(from, to, kAll, error);
  return error;
}

/// To the disk, so that not even a loss of power leaves a name without its bytes.
void flush(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<bool> stage_links(const Staging& staging, const fs::path& directory) {
  std::error_code error;
  if (fs::exists(directory, error)) {
    error = link_all(directory, staging.path());
  } else {
    fs::create_directories(staging.path(), error);
  }
  if (error) return write_failed(directory, error);
  return true;
}

Result<bool> put_in_place(Staging& staging, std::span<const std::string> names) {
  for (const std::string& name : names) flush(staging.path() / name);
  flush(staging.path());
  TRY([[maybe_unused]] const fs::path placed, staging.exchange_directory());
  return true;
}

Result<bool> exchange_with(Staging& staging, const fs::path& directory, std::span<const OutputFile> files) {
  TRY([[maybe_unused]] const bool is_linked, stage_links(staging, directory));
  std::error_code error;
  std::vector<std::string> names;
  for (const OutputFile& file : files) {
    fs::remove(staging.path() / file.path, error);
    names.push_back(file.path);
  }
  TRY([[maybe_unused]] const bool is_written, staging.write(files));
  return put_in_place(staging, names);
}

}  // namespace podium
