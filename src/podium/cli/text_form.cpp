#include "podium/cli/text_form.hpp"

namespace podium {

std::string heading_line(std::string title, TextForm form, Colour colour) {
  if (form == TextForm::Markdown) return "## " + title + "\n\n";
  return styled(std::move(title), Style::Bold, colour) + "\n";
}

std::string shown_table(const TextTable& table, TextForm form, Colour colour) {
  return form == TextForm::Markdown ? to_markdown(table) : to_text(table, colour);
}

std::string shown_lines(const std::string& lines, TextForm form) {
  if (form == TextForm::Terminal) return lines;
  std::string list;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    list += "- " + lines.substr(begin, end - begin) + "\n";
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return list;
}

}  // namespace podium
