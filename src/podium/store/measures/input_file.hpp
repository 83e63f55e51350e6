#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "podium/files/index_directory.hpp"

namespace podium {

/// A file of microdata, held open: what is read, hashed and bound is one and the same file, whatever becomes of its
/// name meanwhile.
class InputFile {
 public:
  enum class Form : std::uint8_t { Csv, Json, Parquet };

  /// By the suffix: .csv, .json, .ndjson or .jsonl, .parquet.
  static Result<InputFile> open(const std::filesystem::path& path);
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  Form form() const { return form_; }
  /// As messages call it.
  const std::string& name() const { return name_; }
  /// Its bytes from the first one, each time it is called.
  ByteSource bytes() const;
  /// By which DuckDB in this process opens it. Says nothing of where it stands, and no character in it is special.
  std::string path_for_sql() const;
  /// Changes when the file is written to.
  std::string state() const;

 private:
  InputFile(int descriptor, Form form, std::string name)
      : descriptor_(descriptor), form_(form), name_(std::move(name)) {}

  int descriptor_;
  Form form_;
  std::string name_;
};

}  // namespace podium
