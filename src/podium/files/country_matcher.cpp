#include "podium/files/country_matcher.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "podium/core/diagnostic.hpp"
#include "podium/files/country_table.hpp"

namespace podium {
namespace {

/// Longer texts are no names.
constexpr std::size_t kLongestName = 200;

bool is_mark(UChar32 character) {
  constexpr UChar32 kDagger = 0x2020;
  constexpr UChar32 kDoubleDagger = 0x2021;
  if (character == '*' || character == '#' || character == kDagger || character == kDoubleDagger) return true;
  // Digits and letters above the line.
  return u_getIntPropertyValue(character, UCHAR_DECOMPOSITION_TYPE) == U_DT_SUPER;
}

bool is_digit_or_letter(UChar32 character) { return u_isalnum(character) != 0; }

/// Without what stands in the brackets at the end, if that is a number or a single letter.
void drop_bracketed_mark(icu::UnicodeString& text) {
  const UChar32 close = text.char32At(text.length() - 1);
  if (close != ']' && close != ')') return;
  const std::int32_t open = text.lastIndexOf(close == ']' ? u'[' : u'(');
  const std::int32_t inside = text.length() - open - 2;
  if (open < 1 || inside < 1 || inside > 2) return;
  const bool is_number = u_isdigit(text.char32At(open + 1)) != 0;
  if (is_number || (inside == 1 && is_digit_or_letter(text.char32At(open + 1)))) text.truncate(open);
}

icu::UnicodeString without_marks(std::string_view text) {
  icu::UnicodeString name =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t before = -1; before != name.length() && !name.isEmpty();) {
    before = name.length();
    name.trim();
    if (name.isEmpty()) break;
    if (is_mark(name.char32At(name.length() - 1))) {
      name.truncate(name.length() - 1);
    } else {
      drop_bracketed_mark(name);
    }
  }
  return name;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

/// What is left of a name when case, accents, punctuation and spaces are ignored; "&" is "and".
std::string folded(icu::UnicodeString name) {
  name.findAndReplace(u"&", u" and ");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const splitter = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  const icu::UnicodeString split = splitter->normalize(name, status).foldCase();
  icu::UnicodeString letters;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 character = split.char32At(i);
    if (is_digit_or_letter(character)) letters.append(character);
  }
  return to_utf8(composer->normalize(letters, status));
}

std::string folded(std::string_view name) { return folded(icu::UnicodeString::fromUTF8(std::string(name))); }

}  // namespace

CountryMatcher::CountryMatcher(const CountryNames& countries, const std::vector<std::string>& groups) {
  const auto add = [this](const std::string& name, const std::string& code) {
    const std::string key = folded(name);
    if (key.empty()) return;
    const auto [place, is_new] = by_name_.emplace(key, code);
    assert(is_new || place->second == code || code.empty());
    if (is_new) names_.emplace(key, name);
  };
  for (const Country& country : countries.all()) {
    codes_.emplace(country.code, country.code);
    codes_.emplace(country.alpha2, country.code);
    add(country.name.en, country.code);
    add(country.name.ko, country.code);
    for (const std::string& name : country.other_names) add(name, country.code);
  }
  for (const std::string& group : groups) add(group, "");
}

/// "South Korea (Rep. of Korea)": the one name and the other in brackets, if they are of the same country.
std::string CountryMatcher::code_of_both_names(std::string_view name) const {
  const std::size_t open = name.rfind('(');
  if (open == std::string_view::npos || !name.ends_with(')')) return {};
  const auto first = by_name_.find(folded(name.substr(0, open)));
  const auto second = by_name_.find(folded(name.substr(open)));
  return first != by_name_.end() && second != by_name_.end() && first->second == second->second ? first->second : "";
}

MatchedCountry CountryMatcher::match(std::string_view text) const {
  using enum MatchedCountry::Kind;
  if (text.size() > kLongestName) return {};
  const std::string name = to_utf8(without_marks(text));
  if (const auto code = codes_.find(name); code != codes_.end()) return {Country, code->second};
  const std::string key = folded(name);
  if (const auto found = by_name_.find(key); found != by_name_.end()) {
    return found->second.empty() ? MatchedCountry{Group} : MatchedCountry{Country, found->second};
  }
  if (std::string code = code_of_both_names(name); !code.empty()) return {Country, std::move(code)};
  std::vector<std::string_view> keys;
  for (const auto& [known, code] : by_name_) keys.emplace_back(known);
  const std::string_view nearest = nearest_word(key, keys);
  return {Unknown, "", nearest.empty() ? "" : names_.find(nearest)->second};
}

const CountryMatcher& builtin_country_matcher() {
  static const CountryMatcher matcher(builtin_country_names(), builtin_country_groups());
  return matcher;
}

}  // namespace podium
