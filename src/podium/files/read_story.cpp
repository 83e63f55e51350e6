#include "podium/files/read_story.hpp"

#include <array>
#include <fstream>

#include "podium/files/page_text.hpp"
#include "podium/files/text_check.hpp"

namespace podium {
namespace {

/// At most one byte more than allowed, however much there is.
std::string read_bytes(std::istream& stream) {
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> block{};
  while (bytes.size() <= kMostStoryBytes && stream) {
    stream.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return bytes;
}

Result<Story> story_of_page(const std::string& bytes, const std::string& name) {
  Result<PageText> page = read_page(bytes);
  if (!page) {
    Diagnostics problems = std::move(page).diagnostics();
    for (Diagnostic& problem : problems) problem.place = {name, 0, 0};
    return problems;
  }
  return Story{.name = name, .text = page->text(), .places = page->places(), .dropped = page->dropped()};
}

/// Other control characters than line ends and tabs would reach terminals and pages.
Result<Story> story_of_text(std::string bytes, const std::string& name) {
  Story story{.name = name};
  if (bytes.starts_with(kByteOrderMark)) {
    const std::size_t size = bytes.size();
    bytes.erase(0, kByteOrderMark.size());
    story.places.add({0, bytes.size()}, {kByteOrderMark.size(), size});
  }
  story.text = std::move(bytes);
  return story;
}

}  // namespace

Result<Story> read_story(std::istream& stream, const std::string& name) {
  std::string bytes = read_bytes(stream);
  if (bytes.size() > kMostStoryBytes) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = "a text of more than " + std::to_string(kMostStoryBytes >> 20U) + " MiB",
                      .expected = "one story",
                      .place = {name, 0, 0}};
  }
  if (auto problem = check_text(bytes, name)) return *std::move(problem);
  return looks_like_page(bytes) ? story_of_page(bytes, name) : story_of_text(std::move(bytes), name);
}

Result<Story> read_story(const std::filesystem::path& path) {
  const std::string name = path.generic_string();
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, error)) {
    return Diagnostic{.code = Code::MissingFile,
                      .found = "no file " + podium::quoted(name),
                      .expected = "a text or a page of the web, or - for the standard input"};
  }
  return read_story(file, name);
}

}  // namespace podium
