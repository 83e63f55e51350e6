#include "podium/files/read_figure.hpp"

#include <algorithm>
#include <array>

namespace podium {
namespace {

constexpr std::array<std::string_view, 6> kStatuses{"A", "B", "E", "I", "M", "P"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits of the full-width form, U+FF10 to U+FF19, as Korean and Japanese keyboards write them.
bool has_full_width_digit(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto last = static_cast<unsigned char>(text[i + 2]);
    if (text[i] == '\xef' && text[i + 1] == '\xbc' && last >= 0x90 && last <= 0x99) return true;
  }
  return false;
}

/// A comma or a space between two digits.
bool has_separator(std::string_view text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if ((text[i] == ',' || text[i] == ' ' || text[i] == '_') && is_digit(text[i - 1]) && is_digit(text[i + 1]))
      return true;
  }
  return false;
}

bool is_word_for_missing(std::string_view text) {
  constexpr std::array<std::string_view, 12> kWords{"-",   "--", "..", "...", ":",   "n/a",
                                                    "N/A", "NA", "na", "nan", "NaN", "null"};
  return std::ranges::find(kWords, text) != kWords.end();
}

std::string_view advice_on(std::string_view text, std::string_view what) {
  if (is_word_for_missing(text)) {
    return what == "value" ? ", or an empty value with status M for a missing figure"
                           : ", or nothing where it is not known";
  }
  if (text.ends_with('%')) return " without the percent sign; the unit of measure says percent";
  if (has_full_width_digit(text)) return " in the digits 0 to 9, not in full-width ones";
  if (has_separator(text)) return " without separators between the digits";
  if (text.starts_with(' ') || text.ends_with(' ')) return " without spaces around it";
  return "";
}

}  // namespace

std::optional<Status> status_from(std::string_view text) {
  if (text.empty()) return Status::Normal;
  if (std::ranges::find(kStatuses, text) == kStatuses.end()) return std::nullopt;
  return static_cast<Status>(text.front());
}

Diagnostic unknown_status(std::string_view text) { return not_among(Code::InvalidValue, "status", text, kStatuses); }

std::optional<YearSpan> year_span_from(std::string_view text) {
  const Result<Period> first = parse_period(text.substr(0, 4));
  if (!first) return std::nullopt;
  if (text.size() == 4) return YearSpan{first->year(), first->year()};
  const bool is_span = text.size() == 9 && text[4] == '-';
  const Result<Period> last = parse_period(is_span ? text.substr(5) : std::string_view());
  if (!last || last->year() <= first->year()) return std::nullopt;
  return YearSpan{first->year(), last->year()};
}

Diagnostic not_a_number(std::string_view text, std::string_view what) {
  return {.code = Code::NotANumber,
          .found = std::string(what) + " " + podium::quoted(text),
          .expected = "a decimal number such as 1.33" + std::string(advice_on(text, what))};
}

Diagnostic negative_standard_error(std::string_view text) {
  return {.code = Code::InvalidValue,
          .found = "standard error " + podium::quoted(text),
          .expected = "0 or more, in the unit of the figure; or nothing where it is not known"};
}

}  // namespace podium
