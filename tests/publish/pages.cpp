#include "publish/pages.hpp"

#include <algorithm>
#include <array>

namespace podium::testing {
namespace {

constexpr std::array<std::string_view, 5> kVoid{"meta", "link", "br", "!doctype", "img"};

std::string_view name_of_tag(std::string_view tag) { return tag.substr(0, tag.find_first_of(" \n/")); }

}  // namespace

std::vector<std::string> all_between(std::string_view text, std::string_view open, std::string_view close) {
  std::vector<std::string> found;
  for (std::size_t start = text.find(open); start != std::string_view::npos; start = text.find(open, start)) {
    start += open.size();
    const std::size_t end = text.find(close, start);
    if (end == std::string_view::npos) break;
    found.emplace_back(text.substr(start, end - start));
    start = end;
  }
  return found;
}

std::optional<std::string> fault_of_nesting(std::string_view page) {
  std::vector<std::string> open;
  for (const std::string& tag : all_between(page, "<", ">")) {
    if (tag.starts_with('/')) {
      const std::string name = tag.substr(1);
      if (open.empty() || open.back() != name)
        return "</" + name + "> inside <" + (open.empty() ? "" : open.back()) + ">";
      open.pop_back();
    } else if (!tag.ends_with('/') && std::ranges::count(kVoid, name_of_tag(tag)) == 0) {
      open.emplace_back(name_of_tag(tag));
    }
  }
  if (!open.empty()) return "<" + open.back() + "> is not closed";
  return std::nullopt;
}

std::optional<std::string> target_of(std::string_view page_path, std::string_view href) {
  if (href.find(':') != std::string_view::npos) return std::nullopt;
  href = href.substr(0, href.find('#'));
  if (href.empty()) return std::string(page_path);
  std::string folder(
      page_path.substr(0, page_path.rfind('/') == std::string_view::npos ? 0 : page_path.rfind('/') + 1));
  while (href.starts_with("../")) {
    href.remove_prefix(3);
    if (folder.empty()) return "(above the site)";
    folder.pop_back();
    folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  }
  return folder.append(href);
}

}  // namespace podium::testing
