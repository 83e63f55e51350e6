#include "podium/store/measures/input_file.hpp"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace podium {
namespace {

struct Suffix {
  std::string_view text;
  InputFile::Form form;
};
constexpr std::array<Suffix, 5> kSuffixes{{{".csv", InputFile::Form::Csv},
                                           {".json", InputFile::Form::Json},
                                           {".ndjson", InputFile::Form::Json},
                                           {".jsonl", InputFile::Form::Json},
                                           {".parquet", InputFile::Form::Parquet}}};

const Suffix* find_suffix(std::string_view name) {
  for (const Suffix& suffix : kSuffixes) {
    if (name.ends_with(suffix.text)) return &suffix;
  }
  return nullptr;
}

Diagnostic unknown_suffix(const std::filesystem::path& path, const std::string& name) {
  std::vector<std::string_view> known;
  for (const Suffix& suffix : kSuffixes) known.push_back(suffix.text);
  Diagnostic problem = not_among(Code::InvalidValue, "suffix", path.extension().string(), known);
  problem.place = {name, 0, 0};
  return problem;
}

Diagnostic missing(const std::string& name, const std::string& reason) {
  return {.code = Code::MissingFile,
          .found = "a file that cannot be read (" + reason + ")",
          .expected = "a readable file",
          .place = {name, 0, 0}};
}

}  // namespace

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
  const std::string name = path.generic_string();
  const Suffix* const suffix = find_suffix(name);
  if (suffix == nullptr) return unknown_suffix(path, name);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return missing(name, std::generic_category().message(errno));
  InputFile file(descriptor, suffix->form, name);
  struct stat about{};
  if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return missing(name, "it is not a regular file");
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), form_(other.form_), name_(std::move(other.name_)) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

ByteSource InputFile::bytes() const {
  return [descriptor = descriptor_, name = name_,
          offset = off_t{0}](std::span<char> block) mutable -> Result<std::size_t> {
    while (true) {
      const ssize_t count = ::pread(descriptor, block.data(), block.size(), offset);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return missing(name, std::generic_category().message(errno));
      offset += count;
      return static_cast<std::size_t>(count);
    }
  };
}

std::string InputFile::path_for_sql() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

std::string InputFile::state() const {
  struct stat about{};
  if (::fstat(descriptor_, &about) != 0) return {};
  return std::to_string(about.st_size) + " " + std::to_string(about.st_mtim.tv_sec) + " " +
         std::to_string(about.st_mtim.tv_nsec);
}

}  // namespace podium
