#include "podium/claims/counted_words.hpp"

#include <algorithm>

#include "podium/claims/characters.hpp"
#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium {
namespace {

constexpr std::string_view kSome = "여";

/// km, kg, m2, °C.
std::size_t end_of_latin_unit(std::string_view text, std::size_t at) {
  constexpr std::string_view kDegree = "°";
  constexpr std::size_t kLongest = 5;
  std::size_t end = text.substr(at).starts_with(kDegree) ? at + kDegree.size() : at;
  const std::size_t letters = end;
  while (end < text.size() && is_latin_letter(text[end])) ++end;
  if (end == letters || end - letters > kLongest) return at;
  if (end < text.size() && (text[end] == '2' || text[end] == '3')) ++end;
  return end;
}

/// Of the syllables that begin at `at`, as many as leave particles alone; all of a short word that ends without any.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4 * kSyllableBytes;
  std::size_t end = at;
  while (syllable_at(text, end) != 0) {
    end += kSyllableBytes;
    const std::string_view particle = korean::longest_at(text, end, korean::kParticles);
    if (syllable_at(text, end) == 0) break;
    if (!particle.empty() && syllable_at(text, end + particle.size()) == 0) break;
  }
  return end - at <= kLongest ? end : at;
}

std::size_t end_of_counter(std::string_view text, std::size_t at) {
  const korean::NumberEnding ending = korean::ending_at(text, at);
  if (ending.kind == korean::EndingKind::Counter) return ending.end;
  if (ending.kind == korean::EndingKind::Particle || syllable_at(text, at) == 0) return at;
  return end_of_word(text, at);
}

}  // namespace

TextSpan counted_words(std::string_view text, const QuantityMention& quantity) {
  TextSpan span = quantity.span;
  if (quantity.kind != QuantityMention::Kind::Number) return span;
  if (const std::size_t end = end_of_latin_unit(text, span.end); end != span.end) return {span.begin, end};
  const std::size_t behind = skip_spaces(text, span.end);
  const bool has_some = text.substr(behind).starts_with(kSome);
  const std::size_t some = has_some ? behind + kSome.size() : span.end;
  const std::size_t end = end_of_counter(text, some);
  if (end != some) return {span.begin, end};
  return {span.begin, has_some && behind == span.end ? some : span.end};
}

}  // namespace podium
