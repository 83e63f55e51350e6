#include "podium/files/index_directory.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "podium/files/text_check.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) { return std::generic_category().message(error); }

Diagnostic missing(std::string found, std::string expected) {
  return {.code = Code::MissingFile, .found = std::move(found), .expected = std::move(expected)};
}

/// An open file, closed with its last owner.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(descriptor_); }

  Result<std::size_t> read(std::span<char> block) const {
    while (true) {
      const ssize_t count = ::read(descriptor_, block.data(), block.size());
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return missing("a file that cannot be read (" + reason(errno) + ")", "a readable file");
    }
  }

 private:
  int descriptor_;
};

bool is_inside(const fs::path& path, const fs::path& directory) {
  const auto [end, rest] = std::ranges::mismatch(directory, path);
  return end == directory.end();
}

constexpr std::string_view kFolder = "observations";

/// "observations/a.csv", not "observations/.a.csv" or "observations/old/a.csv".
bool is_table(std::string_view name) {
  if (!name.starts_with(kFolder) || !name.ends_with(".csv")) return false;
  name.remove_prefix(kFolder.size());
  return name.starts_with('/') && !name.starts_with("/.") && name.rfind('/') == 0;
}

}  // namespace

ByteSource bytes_of(std::string_view text) {
  return [text](std::span<char> block) mutable -> Result<std::size_t> {
    const std::size_t count = std::min(block.size(), text.size());
    std::ranges::copy(text.substr(0, count), block.begin());
    text.remove_prefix(count);
    return count;
  };
}

Result<IndexDirectory> IndexDirectory::open(const fs::path& directory) {
  std::error_code error;
  fs::path canonical = fs::canonical(directory, error);
  if (error) return missing("no directory " + podium::quoted(directory.string()), "the directory of an index");
  if (!fs::is_directory(canonical, error))
    return missing(podium::quoted(directory.string()) + ", which is not a directory", "the directory of an index");
  return IndexDirectory(std::move(canonical));
}

IndexDirectory IndexDirectory::with(const std::vector<OutputFile>& files) const {
  Files all = *files_;
  for (const OutputFile& file : files) all[file.path] = file.bytes;
  IndexDirectory directory = *this;
  directory.files_ = std::make_shared<const Files>(std::move(all));
  return directory;
}

const std::string* IndexDirectory::find_in_memory(std::string_view name) const {
  const auto found = files_->find(fs::path(name).lexically_normal().generic_string());
  return found != files_->end() ? &found->second : nullptr;
}

Result<fs::path> IndexDirectory::resolve(std::string_view name) const {
  const Diagnostic outside{.code = Code::PathOutside,
                           .found = podium::quoted(name) + ", which leads out of the directory of the index",
                           .expected = "a path that stays in it"};
  const fs::path relative(name);
  if (relative.is_absolute()) return outside;
  if (canonical_.empty()) {
    fs::path path = relative.lexically_normal();
    if (!path.empty() && *path.begin() == "..") return outside;
    return path;
  }
  std::error_code error;
  // What does not exist is judged by its words.
  const fs::path path = fs::weakly_canonical(canonical_ / relative, error);
  if (error) return missing("no file " + podium::quoted(name), "a readable file");
  if (!is_inside(path, canonical_)) return outside;
  return path;
}

Result<std::string> IndexDirectory::locate(std::string_view name) const {
  TRY(const fs::path path, resolve(name));
  return (canonical_.empty() ? path : path.lexically_relative(canonical_)).generic_string();
}

Result<ByteSource> IndexDirectory::open_file(std::string_view name) const {
  TRY(const fs::path path, resolve(name));
  if (const std::string* const text = find_in_memory(name)) {
    return ByteSource([files = files_, read = bytes_of(*text)](std::span<char> block) { return read(block); });
  }
  if (canonical_.empty()) return missing("no file " + podium::quoted(name), "a readable file");
  // Without O_NONBLOCK a named pipe would be waited for.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (descriptor < 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;  // a link to nothing
    return missing(absent ? "no file " + podium::quoted(name)
                          : podium::quoted(name) + ", which cannot be opened (" + reason(errno) + ")",
                   "a readable file");
  }
  const auto file = std::make_shared<const File>(descriptor);
  struct stat about{};
  if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
    return missing(podium::quoted(name) + ", which is not a regular file", "a readable file");
  }
  return ByteSource([file](std::span<char> block) { return file->read(block); });
}

Result<std::string> IndexDirectory::read_text(std::string_view name) const {
  TRY(const ByteSource source, open_file(name));
  std::string text;
  std::size_t size = 0;
  while (true) {
    text.resize(size + (std::size_t{64} << 10U));
    TRY(const std::size_t count, source(std::span(text).subspan(size)));
    if (count == 0) break;
    size += count;
    if (size > kMostDefinitionBytes) {
      return Diagnostic{.code = Code::TooLarge, .found = "more than 4 MiB", .expected = "a file of at most 4 MiB"};
    }
  }
  text.resize(size);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return text;
}

Result<std::vector<std::string>> IndexDirectory::observation_tables() const {
  std::set<std::string> names;
  for (const auto& [name, text] : *files_) {
    if (is_table(name)) names.insert(name);
  }
  if (canonical_.empty()) return std::vector<std::string>(names.begin(), names.end());
  TRY(const fs::path folder, resolve(kFolder));
  std::error_code error;
  // The directory may change while it is listed, so every step can fail.
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = std::string(kFolder) + "/" + entry->path().filename().string();
    if (!is_table(name)) continue;
    names.insert(name);
    if (names.size() > kMostTables) {
      return Diagnostic{.code = Code::TooLarge,
                        .found = "more than " + std::to_string(kMostTables) + " tables",
                        .expected = "at most that many files in observations"};
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return missing("a folder that cannot be listed (" + error.message() + ")", "a folder of tables");
  }
  return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace podium
