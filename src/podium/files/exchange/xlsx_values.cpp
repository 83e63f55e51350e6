#include "podium/files/exchange/xlsx_values.hpp"

#include <charconv>
#include <map>

#include "podium/files/text_check.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostTexts = 8'000'000;

std::optional<unsigned> hexadecimal(std::string_view digits) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

void append_utf8(std::string& text, unsigned character) {
  if (character < 0x80) {
    text += static_cast<char>(character);
  } else if (character < 0x800) {
    text += static_cast<char>(0xC0 | (character >> 6U));
    text += static_cast<char>(0x80 | (character & 0x3FU));
  } else {
    text += static_cast<char>(0xE0 | (character >> 12U));
    text += static_cast<char>(0x80 | ((character >> 6U) & 0x3FU));
    text += static_cast<char>(0x80 | (character & 0x3FU));
  }
}

std::string without_escapes(std::string text) {
  constexpr std::size_t kLength = 7;  // _xHHHH_
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string result;
  std::size_t from = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    const std::string_view escape = std::string_view(text).substr(at, kLength);
    const auto character =
        escape.size() == kLength && escape.back() == '_' ? hexadecimal(escape.substr(2, 4)) : std::optional<unsigned>();
    if (!character) {
      ++at;
      continue;
    }
    result.append(text, from, at - from);
    append_utf8(result, *character);
    from = at += kLength;
  }
  return result.append(text, from);
}

void append_texts(const pugi::xml_node& item, std::string& text) {
  for (const pugi::xml_node& child : item.children()) {
    if (local_name(child) == "t") text += text_of(child);
    if (local_name(child) == "r") append_texts(child, text);
  }
}

/// What a workbook's own formats show, by their numbers.
std::map<std::size_t, bool> own_formats(const pugi::xml_node& styles) {
  std::map<std::size_t, bool> formats;
  for (const pugi::xml_node& format : child_named(styles, "numFmts").children()) {
    const auto number = whole_number(format.attribute("numFmtId").value(), 1'000'000);
    if (number) formats[*number] = is_date_format(std::string_view(format.attribute("formatCode").value()));
  }
  return formats;
}

}  // namespace

std::string rich_text(const pugi::xml_node& item) {
  std::string text;
  append_texts(item, text);
  return without_escapes(std::move(text));
}

Result<std::vector<std::string>> read_shared_strings(std::string_view xml, const std::string& place,
                                                     std::size_t most_bytes) {
  if (auto problem = check_xml(xml, place)) return *std::move(problem);
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  std::optional<Diagnostic> bad;
  auto problem = for_each_element(xml, "si", place, [&](const pugi::xml_node& item) {
    texts.push_back(rich_text(item));
    bytes += texts.back().size();
    if (bytes > most_bytes || texts.size() > kMostTexts) {
      bad = Diagnostic{.code = Code::TooLarge,
                       .found = "texts of more than " + std::to_string(most_bytes) + " bytes, or more than " +
                                std::to_string(kMostTexts) + " of them",
                       .expected = "a smaller workbook",
                       .place = {place, 0, 0}};
    } else {
      bad = check_text(texts.back(), place);
      if (bad) bad->place = {place, 0, 0};
    }
    return !bad;
  });
  if (bad) return *std::move(bad);
  if (problem) return *std::move(problem);
  return texts;
}

Result<std::vector<bool>> read_date_formats(std::string_view xml, const std::string& place) {
  pugi::xml_document tree;
  TRY(const pugi::xml_node styles, parse_part(tree, xml, place));
  const std::map<std::size_t, bool> own = own_formats(styles);
  std::vector<bool> shows_a_date;
  for (const pugi::xml_node& format : child_named(styles, "cellXfs").children()) {
    if (local_name(format) != "xf") continue;
    const std::size_t number = whole_number(format.attribute("numFmtId").value(), 1'000'000).value_or(0);
    const auto found = own.find(number);
    shows_a_date.push_back(found != own.end() ? found->second : is_date_format(static_cast<unsigned>(number)));
  }
  return shows_a_date;
}

std::optional<std::size_t> whole_number(std::string_view text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || number > most) return std::nullopt;
  return number;
}

}  // namespace podium
