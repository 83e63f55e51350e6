#include "podium/claims/group_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

constexpr auto kKoreanGroups =
    std::to_array<std::string_view>({"OECD",   "경제협력개발기구", "G7",    "G20",    "EU",       "유럽연합", "유럽",
                                     "아시아", "아시아·태평양",    "아태",  "아세안", "ASEAN",    "APEC",     "브릭스",
                                     "BRICS",  "중남미",           "남미",  "북미",   "아프리카", "중동",     "나토",
                                     "선진국", "신흥국",           "개도국"});
constexpr auto kEnglishGroups = std::to_array<std::string_view>(
    {"OECD",         "G7",          "G20",   "EU",      "European Union", "Europe",        "Asia",
     "Asia-Pacific", "ASEAN",       "APEC",  "BRICS",   "NATO",           "Latin America", "South America",
     "Africa",       "Middle East", "Asian", "African", "European",       "North America"});
/// Right behind a Korean group; a number may be its members' or a rank.
constexpr auto kBehindKorean =
    std::to_array<std::string_view>({"회원국", "국가", "내", "안에서", "중", "가운데", "에서"});
constexpr auto kBeforeEnglish = std::to_array<std::string_view>({"in", "among", "within", "of", "across"});
constexpr auto kBehindEnglish =
    std::to_array<std::string_view>({"countries", "members", "nations", "member", "economies", "peers"});

/// "OECD) 38개국", "아시아 1위": the members, or a rank among them.
bool goes_on_with_members(std::string_view behind) {
  if (behind.starts_with(')')) behind.remove_prefix(1);
  behind = trimmed_text(behind);
  if (starts_with_any(behind, kBehindKorean)) return true;
  const std::size_t digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
  const std::string_view counted = behind.substr(digits);
  return digits > 0 && (counted.starts_with("개") || counted.starts_with("위"));
}

/// The last word of the text, without "the".
std::string_view last_word(std::string_view text) {
  text = trimmed_text(text);
  if (text.ends_with(" the")) text = trimmed_text(text.substr(0, text.size() - 4));
  return text.substr(text.rfind(' ') + 1);
}

bool is_english_group(std::string_view sentence, std::size_t begin, std::size_t end) {
  const std::string_view behind = sentence.substr(end);
  if (!behind.empty() && is_latin(static_cast<unsigned char>(behind.front()))) return false;
  const bool has_members = behind.starts_with(' ') && starts_with_any(trimmed_text(behind), kBehindEnglish);
  return has_members || std::ranges::find(kBeforeEnglish, last_word(sentence.substr(0, begin))) != kBeforeEnglish.end();
}

}  // namespace

bool compares_within_group(std::string_view sentence, bool is_korean) {
  const std::span<const std::string_view> groups =
      is_korean ? std::span<const std::string_view>(kKoreanGroups) : kEnglishGroups;
  return std::ranges::any_of(groups, [&](std::string_view group) {
    for (std::size_t at = sentence.find(group); at < sentence.size(); at = sentence.find(group, at + group.size())) {
      if (at > 0 && is_latin(static_cast<unsigned char>(sentence[at - 1]))) continue;
      const std::size_t end = at + group.size();
      if (is_korean ? goes_on_with_members(sentence.substr(end)) : is_english_group(sentence, at, end)) return true;
    }
    return false;
  });
}

}  // namespace podium
