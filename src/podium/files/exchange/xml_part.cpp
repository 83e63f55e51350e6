#include "podium/files/exchange/xml_part.hpp"

#include <algorithm>

#include "podium/files/text_check.hpp"

namespace podium {
namespace {

constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata_single;

Diagnostic broken(const std::string& place, std::string found) {
  return {.code = Code::Syntax, .found = std::move(found), .expected = "well-formed XML", .place = {place, 0, 0}};
}

Diagnostic too_large(const std::string& place, const std::string& what) {
  return {.code = Code::TooLarge,
          .found = what + " of more than " + std::to_string(kMostTreeBytes) + " bytes",
          .expected = "a smaller workbook",
          .place = {place, 0, 0}};
}

Result<pugi::xml_node> parse(pugi::xml_document& tree, std::string_view text, const std::string& place) {
  const pugi::xml_parse_result parsed = tree.load_buffer(text.data(), text.size(), kParse, pugi::encoding_utf8);
  if (!parsed) return broken(place, std::string("XML that is not well-formed: ") + parsed.description());
  return tree.document_element();
}

/// A tag of the text: the name in it, and where it begins and ends.
struct Tag {
  std::size_t begin;
  std::size_t end;  ///< behind '>'
  std::string_view name;
  bool is_closing;
  bool is_empty;  ///< <name/>
};

bool ends_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Where the tag ends that begins at `begin`: a '>' may stand in an attribute.
std::size_t end_of_tag(std::string_view text, std::size_t begin) {
  char quote = '\0';
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (quote != '\0') {
      if (text[i] == quote) quote = '\0';
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text[i] == '>') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

/// Passes over comments, CDATA and processing instructions. Nothing at the end; a tag that ends at npos is cut short.
std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
  while (true) {
    const std::size_t begin = text.find('<', from);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(begin);
    const auto behind = [&](std::string_view end) {
      const std::size_t found = text.find(end, begin);
      return found == std::string_view::npos ? text.size() : found + end.size();
    };
    if (rest.starts_with("<!--")) {
      from = behind("-->");
    } else if (rest.starts_with("<![CDATA[")) {
      from = behind("]]>");
    } else if (rest.starts_with("<?")) {
      from = behind("?>");
    } else {
      const bool is_closing = rest.starts_with("</");
      const std::size_t name = begin + (is_closing ? 2 : 1);
      std::size_t name_end = name;
      while (name_end < text.size() && !ends_name(text[name_end])) ++name_end;
      const std::size_t end = end_of_tag(text, name_end);
      const bool is_empty = end != std::string_view::npos && text[end - 2] == '/';
      return Tag{begin, end, local_name(text.substr(name, name_end - name)), is_closing, is_empty};
    }
  }
}

/// Where the element ends whose first tag this is; npos if it does not.
std::size_t end_of_element(std::string_view text, const Tag& first) {
  if (first.is_empty) return first.end;
  for (std::optional<Tag> tag = next_tag(text, first.end); tag; tag = next_tag(text, tag->end)) {
    if (tag->end == std::string_view::npos) return tag->end;
    if (tag->is_closing && tag->name == first.name) return tag->end;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<Diagnostic> check_xml(std::string_view text, const std::string& place) {
  const std::string_view body = text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
  if (auto problem = check_text(body, place)) return problem;
  for (std::size_t at = body.find("<!"); at != std::string_view::npos; at = body.find("<!", at + 2)) {
    const std::string_view rest = body.substr(at);
    if (rest.starts_with("<!--") || rest.starts_with("<![CDATA[")) continue;
    return Diagnostic{.code = Code::Syntax,
                      .found = "a document type declaration",
                      .expected = "XML without one, as spreadsheet programs write it",
                      .place = {place, 0, 0}};
  }
  return std::nullopt;
}

Result<pugi::xml_node> parse_part(pugi::xml_document& tree, std::string_view text, const std::string& place) {
  if (text.size() > kMostTreeBytes) return too_large(place, "a part");
  if (auto problem = check_xml(text, place)) return *std::move(problem);
  return parse(tree, text, place);
}

std::optional<Diagnostic> for_each_element(std::string_view text, std::string_view name, const std::string& place,
                                           const std::function<bool(pugi::xml_node)>& visit) {
  pugi::xml_document tree;
  std::size_t from = 0;
  while (const std::optional<Tag> tag = next_tag(text, from)) {
    if (tag->end == std::string_view::npos) return broken(place, "a tag without an end");
    from = tag->end;
    if (tag->is_closing || tag->name != name) continue;
    const std::size_t end = end_of_element(text, *tag);
    if (end == std::string_view::npos) return broken(place, "an element '" + std::string(name) + "' without an end");
    if (end - tag->begin > kMostTreeBytes) return too_large(place, "an element '" + std::string(name) + "'");
    const Result<pugi::xml_node> element = parse(tree, text.substr(tag->begin, end - tag->begin), place);
    if (!element) return element.diagnostics().front();
    if (!visit(*element)) return std::nullopt;
    from = end;
  }
  return std::nullopt;
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

}  // namespace podium
