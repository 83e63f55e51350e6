#pragma once

#include <filesystem>

#include "podium/core/result.hpp"

namespace podium {

/// A folder of its own for one run, in DIR/.podium, for what does not fit into memory. Removed with this object; what a
/// killed run has left is removed by the next.
class ScratchFolder {
 public:
  static Result<ScratchFolder> in(const std::filesystem::path& working_folder);
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  ScratchFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_;  ///< on the folder, as long as it is in use
};

}  // namespace podium
