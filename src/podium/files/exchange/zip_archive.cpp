#include "podium/files/exchange/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace podium {
namespace {

struct Closer {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, Closer>;

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

/// The library's words may quote the archive.
Diagnostic damaged(const std::string& file, archive* handle) {
  const char* const reason = archive_error_string(handle);
  return {.code = Code::Syntax,
          .found = "a damaged ZIP archive" + (reason != nullptr ? " (" + std::string(reason) + ")" : std::string()),
          .expected = "a whole file, as the program saved it",
          .place = {file, 0, 0}};
}

Diagnostic too_large(const std::string& place, std::string found, std::string expected) {
  return {.code = Code::TooLarge, .found = std::move(found), .expected = std::move(expected), .place = {place, 0, 0}};
}

/// Only what the archive's directory lists, only ZIP: no other format or filter is tried on the bytes.
Handle opened(std::string_view bytes, int& status) {
  Handle handle(archive_read_new());
  archive_read_support_format_zip_seekable(handle.get());
  status = archive_read_open_memory(handle.get(), bytes.data(), bytes.size());
  return handle;
}

std::string name_of(archive_entry* entry) {
  const char* const name = archive_entry_pathname(entry);
  return name != nullptr ? in_lower_case(name) : std::string();
}

}  // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string file) {
  ZipArchive result(bytes, std::move(file));
  int status = ARCHIVE_OK;
  const Handle handle = opened(bytes, status);
  if (status < ARCHIVE_WARN) return damaged(result.file_, handle.get());
  archive_entry* entry = nullptr;
  while ((status = archive_read_next_header(handle.get(), &entry)) != ARCHIVE_EOF) {
    if (status < ARCHIVE_WARN) return damaged(result.file_, handle.get());
    if (result.names_.size() == kMostEntries) {
      return too_large(result.file_, "a ZIP archive of more than " + std::to_string(kMostEntries) + " files",
                       "a workbook with fewer");
    }
    std::string name = name_of(entry);
    if (!name.empty() && result.has(name)) {
      return Diagnostic{.code = Code::Syntax,
                        .found = "a second file " + podium::quoted(name) + " in the ZIP archive",
                        .expected = "one of each name",
                        .place = {result.file_, 0, 0}};
    }
    result.names_.push_back(std::move(name));
  }
  return result;
}

bool ZipArchive::has(std::string_view name) const {
  return std::ranges::find(names_, in_lower_case(name)) != names_.end();
}

Result<std::string> ZipArchive::read(std::string_view name, std::size_t most_bytes) {
  const std::string place = file_ + ", " + std::string(name);
  const std::string wanted = in_lower_case(name);
  int status = ARCHIVE_OK;
  const Handle handle = opened(bytes_, status);
  archive_entry* entry = nullptr;
  while (status >= ARCHIVE_WARN && (status = archive_read_next_header(handle.get(), &entry)) >= ARCHIVE_WARN) {
    if (status == ARCHIVE_EOF || name_of(entry) == wanted) break;
  }
  if (status < ARCHIVE_WARN) return damaged(place, handle.get());
  if (status == ARCHIVE_EOF) {
    return Diagnostic{.code = Code::MissingFile,
                      .found = "no " + podium::quoted(name) + " in the file",
                      .expected = "a workbook that a spreadsheet program saved",
                      .place = {file_, 0, 0}};
  }
  if (archive_entry_is_encrypted(entry) != 0) {
    return Diagnostic{.code = Code::Syntax,
                      .found = "an encrypted file",
                      .expected = "one saved without a password",
                      .place = {place, 0, 0}};
  }
  std::string text;
  std::array<char, 1 << 16> block{};
  while (true) {
    const la_ssize_t count = archive_read_data(handle.get(), block.data(), block.size());
    if (count == 0) return text;
    if (count < 0) return damaged(place, handle.get());
    text.append(block.data(), static_cast<std::size_t>(count));
    unpacked_ += static_cast<std::size_t>(count);
    if (text.size() > most_bytes) {
      return too_large(place, "more than " + std::to_string(most_bytes) + " bytes when unpacked", "a smaller workbook");
    }
    if (unpacked_ > kMostUnpackedBytes) {
      return too_large(file_, "more than " + std::to_string(kMostUnpackedBytes) + " bytes when unpacked",
                       "a smaller workbook");
    }
  }
}

}  // namespace podium
