#include "podium/files/toml_document.hpp"

#include <algorithm>

// toml++ 3.3 states as assumptions what its parser then checks and reports ("[[[a" breaks one of them): with NDEBUG
// that is undefined behaviour, without it the end of the process. Taken out, its own errors answer.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT(condition) static_assert(true)
#define TOML_ASSERT_ASSUME(condition) static_assert(true)
#include <toml++/toml.h>

#include "podium/core/method.hpp"
#include "podium/files/text_check.hpp"
#include "podium/files/toml_guard.hpp"

namespace podium {
namespace {

/// toml++ counts columns in characters, diagnostics in bytes.
class Columns {
 public:
  Columns(std::string_view text, const std::string& file) : text_(text), file_(file) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts_.push_back(i + 1);
    }
  }

  Place place(const toml::source_position& position) const {
    if (position.line == 0) return {file_, 0, 0};
    const std::size_t line = std::min<std::size_t>(position.line, starts_.size());
    const std::size_t start = starts_[line - 1];
    std::size_t offset = start;
    for (toml::source_index column = 1; column < position.column && offset < text_.size(); ++column) {
      offset += 1;
      while (offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xc0U) == 0x80U) offset += 1;
    }
    return {file_, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(offset - start + 1)};
  }

 private:
  std::string_view text_;
  const std::string& file_;
  std::vector<std::size_t> starts_;
};

/// Copies a tree of toml++ into ours.
class Copier {
 public:
  explicit Copier(const Columns& columns) : columns_(columns) {}

  TomlTable copy_table(const toml::table& table, std::size_t depth) {
    TomlTable copy;
    for (const auto& [key, node] : table) {
      copy.push_back({std::string(key.str()), columns_.place(key.source().begin), copy_value(node, depth)});
    }
    return copy;
  }

  const std::optional<Diagnostic>& problem() const { return problem_; }

 private:
  TomlValue copy_value(const toml::node& node, std::size_t depth) {
    const Place end = columns_.place(node.source().end);
    TomlValue value{false, columns_.place(node.source().begin), end.line, end.column};
    if (depth > kMostDepth) {
      refuse({Code::Syntax, "values nested more than " + std::to_string(kMostDepth) + " deep", "flatter values"},
             value.place);
    } else if (const auto* table = node.as_table()) {
      value.data = copy_table(*table, depth + 1);
    } else if (const auto* array = node.as_array()) {
      TomlArray items;
      for (const toml::node& item : *array) items.push_back(copy_value(item, depth + 1));
      value.data = std::move(items);
    } else {
      copy_scalar(node, value);
    }
    return value;
  }

  void copy_scalar(const toml::node& node, TomlValue& value) {
    if (const auto* text = node.as_string()) {
      value.data = text->get();
      // An escape such as \u001b can write what the file itself must not hold.
      if (const std::optional<BadByte> bad = first_bad_byte(text->get())) {
        refuse({bad->code, bad->found + " in a text", bad->expected}, value.place);
      }
    } else if (const auto* integer = node.as_integer()) {
      value.data = integer->get();
    } else if (const auto* number = node.as_floating_point()) {
      value.data = number->get();
    } else if (const auto* flag = node.as_boolean()) {
      value.data = flag->get();
    } else if (const auto* date = node.as_date()) {
      value.data = Date{static_cast<std::int16_t>(date->get().year), static_cast<std::int8_t>(date->get().month),
                        static_cast<std::int8_t>(date->get().day)};
    } else {
      value.data = TomlTime{};
    }
  }

  void refuse(const Problem& problem, const Place& place) {
    if (problem_) return;
    problem_ = Diagnostic{.code = problem.code, .found = problem.found, .expected = problem.expected, .place = place};
  }

  const Columns& columns_;
  std::optional<Diagnostic> problem_;
};

}  // namespace

Result<TomlTable> parse_toml(std::string_view text, const std::string& file) {
  if (std::optional<Diagnostic> bad = check_text(text, file)) return *std::move(bad);
  if (std::optional<Diagnostic> bad = guard_toml(text, kMostKeyDots, file)) return *std::move(bad);
  const Columns columns(text, file);
  const toml::parse_result result = toml::parse(text);
  if (!result) {
    return Diagnostic{.code = Code::Syntax,
                      .found = "TOML that cannot be read (" + std::string(result.error().description()) + ")",
                      .place = columns.place(result.error().source().begin)};
  }
  Copier copier(columns);
  TomlTable tables = copier.copy_table(result.table(), 0);
  if (copier.problem()) return *copier.problem();
  return tables;
}

}  // namespace podium
