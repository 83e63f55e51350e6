#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "podium/files/output.hpp"

namespace podium {

/// What is written beside its place, as "<name>.podium-new", until it is whole. Goes away with this object unless it
/// was put in place. Whoever holds one is alone: another run that writes beside the same place waits.
class Staging {
 public:
  /// Removes what an interrupted run has left; where that run stood between two renames, the old directory is put back.
  static Result<Staging> beside(const std::filesystem::path& target);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  /// As a directory with these files; true, or why not.
  Result<bool> write(std::span<const OutputFile> files) const;
  Result<bool> write_as_file(std::string_view bytes) const;
  /// Where it stands meanwhile, for whoever writes it by other means.
  const std::filesystem::path& path() const { return staged_; }

  /// Puts it in place, with the permissions of what was there, which is removed afterwards.
  Result<std::filesystem::path> exchange_directory();
  Result<std::filesystem::path> replace_file();

 private:
  Staging(std::filesystem::path target, int lock);
  void clean() const;
  Result<bool> keep_permissions() const;

  std::filesystem::path target_;
  std::filesystem::path staged_;
  int lock_;  ///< on the directory that both stand in; -1 if it cannot be locked
};

}  // namespace podium
