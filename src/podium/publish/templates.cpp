#include "podium/publish/templates.hpp"

#include <cassert>

#include "podium/publish/embedded.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

constexpr std::string_view kFolder = "site/";
constexpr std::string_view kSuffix = ".html";

/// Replaces what stands between `open` and `close`, wherever it occurs, by value(what).
template <class Value>
std::string replace_marks(std::string_view source, std::string_view open, std::string_view close, Value&& value) {
  std::string result;
  while (!source.empty()) {
    const std::size_t start = source.find(open);
    const std::size_t end = start == std::string_view::npos ? start : source.find(close, start);
    if (end == std::string_view::npos) break;
    result += source.substr(0, start);
    result += value(source.substr(start + open.size(), end - start - open.size()));
    source.remove_prefix(end + close.size());
  }
  return result.append(source);
}

std::string include_templates(std::string_view source) {
  return replace_marks(source, "{{> ", "}}", [](std::string_view name) {
    std::string included = include_templates(template_source(name));
    // The line's end behind the mark is the template's own, so that a piece may stand in the middle of a line.
    if (included.ends_with('\n')) included.pop_back();
    return included;
  });
}

std::string insert_texts(std::string_view source, const SiteWords& words) {
  return replace_marks(source, "[[", "]]", [&](std::string_view key) { return insert_texts(words[key], words); });
}

}  // namespace

std::vector<std::string_view> template_names() {
  std::vector<std::string_view> names;
  for (const auto& file : embedded::publish::files()) {
    std::string_view name = file.name;
    if (!name.starts_with(kFolder) || !name.ends_with(kSuffix)) continue;
    name.remove_prefix(kFolder.size());
    name.remove_suffix(kSuffix.size());
    names.push_back(name);
  }
  return names;
}

std::string_view template_source(std::string_view name) {
  return embedded::publish::find(std::string(kFolder).append(name).append(kSuffix)).value_or("");
}

std::string expand(std::string_view source, const SiteWords& words) {
  return replace_marks(include_templates(source), "[[", "]]",
                       [&](std::string_view key) { return escaped(insert_texts(words[key], words)); });
}

Templates::Templates(const SiteWords& words) {
  for (const std::string_view name : template_names()) {
    auto parsed = std::make_unique<kainjow::mustache::mustache>(expand(template_source(name), words));
    parsed->set_custom_escape([](const std::string& text) { return escaped(text); });
    assert(parsed->is_valid());
    parsed_.emplace(name, std::move(parsed));
  }
}

std::string Templates::render(std::string_view name, const kainjow::mustache::data& data) const {
  const auto found = parsed_.find(name);
  assert(found != parsed_.end());
  std::string page;
  found->second->render(data, [&](const std::string& part) { page += part; });
  return page;
}

}  // namespace podium
