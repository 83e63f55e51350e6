#include "podium/store/measures/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "measure.";

/// Opens a folder and takes its lock; -1 if another process has it.
int locked(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  if (descriptor >= 0) ::close(descriptor);
  return -1;
}

void remove_abandoned(const fs::path& working_folder) {
  std::error_code error;
  for (fs::directory_iterator entry(working_folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (!entry->path().filename().string().starts_with(kPrefix)) continue;
    const int lock = locked(entry->path());
    if (lock < 0) continue;
    std::error_code ignored;
    fs::remove_all(entry->path(), ignored);
    ::close(lock);
  }
}

Diagnostic no_folder(const fs::path& path, const std::string& reason) {
  return {.code = Code::WriteFailed,
          .found = "no way to write " + podium::quoted(path.string()) + " (" + reason + ")",
          .expected = "a place that can be written to"};
}

}  // namespace

Result<ScratchFolder> ScratchFolder::in(const fs::path& working_folder) {
  std::error_code error;
  fs::create_directories(working_folder, error);
  if (error) return no_folder(working_folder, error.message());
  remove_abandoned(working_folder);
  std::string name = (working_folder / (std::string(kPrefix) + "XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) {
    return no_folder(working_folder, std::generic_category().message(errno));
  }
  return ScratchFolder(name, locked(name));
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {
  other.path_.clear();
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace podium
