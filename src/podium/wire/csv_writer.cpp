#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

template <class Fields>
std::string join(const Fields& fields) {
  std::string line;
  for (const auto& field : fields) {
    if (&field != &*fields.begin()) line += ',';
    line += csv_field(field);
  }
  return line + "\n";
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + "\"";
}

std::string csv_line(std::span<const std::string> fields) { return join(fields); }

std::string csv_line(std::initializer_list<std::string_view> fields) { return join(fields); }

}  // namespace podium
