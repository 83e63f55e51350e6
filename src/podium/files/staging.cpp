#include "podium/files/staging.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace podium {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(const fs::path& target, std::string_view suffix) {
  fs::path path = target;
  path += suffix;
  return path;
}

fs::path new_name(const fs::path& target) { return with_suffix(target, ".podium-new"); }
fs::path old_name(const fs::path& target) { return with_suffix(target, ".podium-old"); }

Diagnostic write_failed(const fs::path& path, std::string_view reason) {
  return {.code = Code::WriteFailed,
          .found = "no way to write " + podium::quoted(path.string()) + " (" + std::string(reason) + ")",
          .expected = "a place that can be written to"};
}
Diagnostic write_failed(const fs::path& path, int error) {
  return write_failed(path, std::generic_category().message(error));
}
Diagnostic write_failed(const fs::path& path, const std::error_code& error) {
  return write_failed(path, error.message());
}

Result<bool> write_bytes(const fs::path& path, std::string_view bytes, mode_t mode) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) return write_failed(path, errno);
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int error = count < 0 ? errno : ENOSPC;
      ::close(descriptor);
      return write_failed(path, error);
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  // Some file systems tell only now that the disk was full.
  if (::close(descriptor) != 0) return write_failed(path, errno);
  return true;
}

/// Exchanges two directories; 0 or an errno. Where the system cannot exchange, two renames with the old one kept until
/// the end.
int exchange(const fs::path& target, const fs::path& staged) {
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno != ENOSYS && errno != EINVAL && errno != ENOTSUP) return errno;
  const fs::path old = old_name(target);
  if (::rename(target.c_str(), old.c_str()) != 0) return errno;
  if (::rename(staged.c_str(), target.c_str()) != 0) {
    const int error = errno;
    ::rename(old.c_str(), target.c_str());
    return error;
  }
  return ::rename(old.c_str(), staged.c_str()) == 0 ? 0 : errno;
}

Result<bool> recover(const fs::path& target) {
  const fs::path old = old_name(target);
  std::error_code error;
  if (!fs::exists(fs::symlink_status(old, error))) return true;
  if (fs::exists(fs::symlink_status(target, error))) {
    fs::remove_all(old, error);
    if (error) return write_failed(old, error);
    return true;
  }
  if (::rename(old.c_str(), target.c_str()) != 0) return write_failed(target, errno);
  return true;
}

}  // namespace

Staging::Staging(fs::path target, int lock) : target_(std::move(target)), staged_(new_name(target_)), lock_(lock) {}

Staging::Staging(Staging&& other) noexcept
    : target_(std::move(other.target_)), staged_(std::move(other.staged_)), lock_(std::exchange(other.lock_, -1)) {
  other.staged_.clear();
}

Staging::~Staging() {
  clean();
  if (lock_ >= 0) ::close(lock_);
}

void Staging::clean() const {
  std::error_code error;
  if (!staged_.empty()) fs::remove_all(staged_, error);
}

Result<Staging> Staging::beside(const fs::path& target) {
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return write_failed(target.parent_path(), error);
  // File systems without locks are written to without one.
  const int lock = ::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock >= 0) ::flock(lock, LOCK_EX);
  Staging staging(target, lock);
  staging.clean();
  TRY([[maybe_unused]] const bool is_recovered, recover(target));
  return staging;
}

Result<bool> Staging::write(std::span<const OutputFile> files) const {
  std::error_code error;
  fs::create_directory(staged_, error);
  if (error) return write_failed(staged_, error);
  for (const OutputFile& file : files) {
    const fs::path path = staged_ / file.path;
    fs::create_directories(path.parent_path(), error);
    if (error) return write_failed(path, error);
    TRY([[maybe_unused]] const bool is_written, write_bytes(path, file.bytes, 0666));
  }
  return true;
}

Result<bool> Staging::write_as_file(std::string_view bytes) const { return write_bytes(staged_, bytes, 0666); }

Result<bool> Staging::keep_permissions() const {
  struct stat about{};
  if (::stat(target_.c_str(), &about) == 0 && ::chmod(staged_.c_str(), about.st_mode & 07777U) != 0) {
    return write_failed(target_, errno);
  }
  return true;
}

Result<fs::path> Staging::exchange_directory() {
  std::error_code error;
  if (!fs::exists(target_, error)) return replace_file();
  TRY([[maybe_unused]] const bool is_kept, keep_permissions());
  if (const int failure = exchange(target_, staged_); failure != 0) return write_failed(target_, failure);
  return target_;
}

Result<fs::path> Staging::replace_file() {
  TRY([[maybe_unused]] const bool is_kept, keep_permissions());
  if (::rename(staged_.c_str(), target_.c_str()) != 0) return write_failed(target_, errno);
  return target_;
}

}  // namespace podium
