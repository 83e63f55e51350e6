#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "podium/claims/clean_text.hpp"
#include "podium/claims/original_places.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// Larger texts are refused before they are read whole.
inline constexpr std::size_t kMostStoryBytes = std::size_t{64} << 20U;

/// A text that is to be checked, without its byte order mark; of a page of the web what it says.
struct Story {
  std::string name{};
  std::string text{};
  OriginalPlaces places{};             ///< of the text in the file's bytes
  std::vector<DroppedPart> dropped{};  ///< what a page's elements say is no story, in the file's bytes
};

/// Reads plain text or HTML (page_text.hpp), in UTF-8. Problems: MissingFile, TooLarge, InvalidUtf8 or Syntax with line
/// and column.
Result<Story> read_story(const std::filesystem::path& path);
Result<Story> read_story(std::istream& stream, const std::string& name);

}  // namespace podium
