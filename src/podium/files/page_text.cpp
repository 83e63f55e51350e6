#include "podium/files/page_text.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <gumbo.h>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f'; }

/// Elements that hold no text for readers.
bool is_silent(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      return false;
  }
}

/// What an element says that it is, if not a part of the story.
std::optional<PagePart> part_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_FOOTER:
      return PagePart::Menu;
    case GUMBO_TAG_ASIDE:
      return PagePart::Headlines;
    case GUMBO_TAG_FIGCAPTION:
      return PagePart::Caption;
    default:
      return std::nullopt;
  }
}

/// Elements that stand within a line.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_IMG:
      return true;
    default:
      return false;
  }
}

/// An upper bound of how deep elements stand within each other: tags that open less tags that close.
std::size_t depth_of(std::string_view bytes) {
  constexpr std::string_view kVoid[] = {"br",  "hr",     "img",  "meta", "link", "input",
                                        "wbr", "source", "area", "col",  "p",    "li"};
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const bool is_end = at + 1 < bytes.size() && bytes[at + 1] == '/';
    std::size_t begin = at + (is_end ? 2 : 1);
    std::size_t end = begin;
    while (end < bytes.size() && end < begin + 16 &&
           (is_latin_letter(bytes[end]) || (bytes[end] >= '0' && bytes[end] <= '9')))
      ++end;
    if (end == begin) continue;
    std::string name(bytes.substr(begin, end - begin));
    std::ranges::transform(name, name.begin(), in_lower_case);
    if (std::ranges::find(kVoid, std::string_view(name)) != std::end(kVoid)) continue;
    depth = is_end ? depth - std::min<std::size_t>(depth, 1) : depth + 1;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

struct GumboEnd {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

class PageReader {
 public:
  explicit PageReader(std::string_view bytes) : bytes_(bytes) {}

  PageText read(const GumboNode* root) && {
    visit(root);
    return std::move(page_);
  }

 private:
  /// Depth first, without a stack frame for each element.
  void visit(const GumboNode* root) {
    std::vector<std::pair<const GumboNode*, bool>> open{{root, false}};
    while (!open.empty()) {
      const auto [node, is_left] = open.back();
      open.pop_back();
      if (is_left) {
        break_line();
        continue;
      }
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) add_text(node->v.text);
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT) continue;
      if (node->type == GUMBO_NODE_ELEMENT && !enter(node->v.element)) continue;
      const GumboVector& children =
          node->type == GUMBO_NODE_ELEMENT ? node->v.element.children : node->v.document.children;
      if (node->type == GUMBO_NODE_ELEMENT && !is_inline(node->v.element.tag)) open.emplace_back(node, true);
      for (unsigned i = children.length; i-- > 0;) {
        open.emplace_back(static_cast<const GumboNode*>(children.data[i]), false);
      }
    }
  }

  /// Whether the element's content belongs to the text.
  bool enter(const GumboElement& element) {
    if (is_silent(element.tag)) return false;
    if (const std::optional<PagePart> part = part_of(element.tag)) {
      const TextSpan span = span_of(element);
      if (!span.empty()) page_.dropped_.push_back({span, *part});
      break_line();
      return false;
    }
    if (element.tag == GUMBO_TAG_BR) {
      end_line("\n");
    } else if (!is_inline(element.tag)) {
      break_line();
      if (element.tag == GUMBO_TAG_LI) page_.text_ += "• ";
    }
    return true;
  }

  TextSpan span_of(const GumboElement& element) const {
    const std::size_t begin = element.start_pos.offset;
    const std::size_t end = std::max<std::size_t>(element.end_pos.offset + element.original_end_tag.length,
                                                  begin + element.original_tag.length);
    return begin <= bytes_.size() && end <= bytes_.size() ? TextSpan{begin, end} : TextSpan{};
  }

  void break_line() { end_line("\n\n"); }

  /// At most one empty line, and none at the beginning.
  void end_line(std::string_view end) {
    std::string& text = page_.text_;
    while (text.ends_with(' ')) drop_last();
    if (text.ends_with("•")) return;
    std::size_t there = 0;
    while (there < text.size() && text[text.size() - 1 - there] == '\n') ++there;
    if (text.empty()) return;
    for (; there < end.size(); ++there) text += '\n';
  }

  void drop_last() {
    page_.text_.pop_back();
    page_.places_.cut_at(page_.text_.size());
  }

  /// The decoded text beside the bytes that it was written as.
  void add_text(const GumboText& node) {
    const std::string_view decoded = node.text;
    const std::string_view written{node.original_text.data, node.original_text.length};
    if (written.data() < bytes_.data() || written.data() + written.size() > bytes_.data() + bytes_.size()) return;
    auto offset = static_cast<std::size_t>(written.data() - bytes_.data());
    const std::size_t end = offset + written.size();
    for (std::size_t at = 0; at < decoded.size();) {
      const std::size_t size = written_size(decoded[at], offset, end);
      const std::size_t count = size == 1 ? 1 : character_size(decoded, at);
      const bool is_lost = size == 0 || (size == 1 && bytes_[offset] != decoded[at] && !is_blank(decoded[at]));
      if (is_lost) {  // what the parser has put together from several places
        add(decoded.substr(at), {offset, std::max(offset, end)});
        return;
      }
      add(decoded.substr(at, count), {offset, offset + size});
      at += count;
      offset += size;
    }
  }

  /// How many bytes of the page wrote the next character; 0 at their end.
  std::size_t written_size(char decoded, std::size_t offset, std::size_t end) const {
    if (offset >= end) return 0;
    if (bytes_[offset] == '\r' && decoded == '\n') return offset + 1 < end && bytes_[offset + 1] == '\n' ? 2 : 1;
    const std::string_view rest = bytes_.substr(offset, std::min<std::size_t>(end - offset, 40));
    if (!rest.starts_with('&') ||
        (decoded == '&' && !rest.starts_with("&amp") && !rest.starts_with("&AMP") && !rest.starts_with("&#")))
      return 1;
    std::size_t size = 1;
    while (size < rest.size() &&
           (is_latin_letter(rest[size]) || rest[size] == '#' || (rest[size] >= '0' && rest[size] <= '9')))
      ++size;
    return size < rest.size() && rest[size] == ';' ? size + 1 : size;
  }

  static std::size_t character_size(std::string_view text, std::size_t at) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80) ++size;
    return size;
  }

  void add(std::string_view words, TextSpan original) {
    std::string& text = page_.text_;
    if (words.size() == 1 && is_blank(words.front())) {
      if (text.empty() || text.ends_with(' ') || text.ends_with('\n')) return;
      words = " ";
    }
    page_.places_.add({text.size(), text.size() + words.size()}, original);
    text += words;
  }

  std::string_view bytes_;
  PageText page_{};
};

bool looks_like_page(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && is_blank(bytes.front())) bytes.remove_prefix(1);
  return bytes.size() > 1 && bytes.front() == '<' && (is_latin_letter(bytes[1]) || bytes[1] == '!' || bytes[1] == '?');
}

Result<PageText> read_page(std::string_view bytes) {
  if (bytes.size() > kMostPageBytes) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = "a page of " + std::to_string(bytes.size()) + " bytes",
                      .expected = "at most " + std::to_string(kMostPageBytes)};
  }
  if (depth_of(bytes) > kMostPageDepth) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = "elements more than " + std::to_string(kMostPageDepth) + " deep",
                      .expected = "a page for readers"};
  }
  const std::unique_ptr<GumboOutput, GumboEnd> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size()));
  return PageReader(bytes).read(output->root);
}

}  // namespace podium
