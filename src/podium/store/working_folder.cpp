#include "podium/store/working_folder.hpp"

namespace podium {

namespace fs = std::filesystem;

Result<fs::path> working_folder(const fs::path& directory) {
  fs::path folder = directory / ".podium";
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder, error);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return Diagnostic{.code = Code::WriteFailed,
                      .found = "no way to write " + podium::quoted(folder.string()) + " (it is not a directory)",
                      .expected = "a place that can be written to"};
  }
  return folder;
}

}  // namespace podium
