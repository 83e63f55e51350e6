#include "podium/claims/name_words.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

constexpr auto kHomeWords = std::to_array<std::string_view>({
    "우리나라",
    "우리",
    "우리 나라",
    "우리 정부",
    "우리 기업",
    "국내",
    "국산",
    "our country",
    "our nation",
    "domestic",
    "domestically",
    "at home",
});

/// These end the word, or another of them follows: 한국에서는, 미국보다도.
constexpr auto kEndings = std::to_array<std::string_view>({
    "은",   "는",     "이",   "가",     "을",     "를",       "의",     "에",     "에서", "에게", "와",
    "과",   "도",     "만",   "로",     "으로",   "까지",     "부터",   "보다",   "마다", "나",   "이나",
    "조차", "마저",   "뿐",   "이라",   "이다",   "였다",     "이었다", "이며",   "이고", "인",   "이자",
    "등",   "들",     "처럼", "같은",   "이란",   "라는",     "라",     "이라는", "다",   "며",   "고",
    "지만", "이지만", "였고", "였으며", "이었고", "이었으며", "한테",   "께",     "대비", "간",   "측",
    "내",   "외",     "중",   "별",     "당",     "뿐이다",   "입니다", "밖에",   "서",   "선",   "엔",
    "한",   "했다",   "하는", "하며",   "하고",   "된",       "됐다",
});

/// Nouns that are written on to a name and leave it what it is; others may follow them.
constexpr auto kNouns = std::to_array<std::string_view>({
    "산",   "인",   "기업", "정부", "시장", "액",   "규모", "순위", "비율", "비중", "수",   "건수", "부문",
    "지표", "지수", "현황", "금액", "격차", "전체", "국적", "출신", "경제", "사회", "대학", "연구", "인재",
    "인력", "투자", "양국", "모델", "증가", "감소", "수준", "유출", "유입", "관련", "기준",
});

}  // namespace

std::span<const std::string_view> home_words() { return kHomeWords; }

bool stands_behind_name(std::string_view behind) {
  for (int words = 0; words < 3; ++words) {
    if (!is_hangul(character_at(behind, 0).code)) return true;
    const auto begins = [&](std::string_view word) { return behind.starts_with(word); };
    if (std::ranges::any_of(kNouns, begins)) return true;
    std::string_view longest;
    for (const std::string_view ending : kEndings) {
      if (begins(ending) && ending.size() > longest.size()) longest = ending;
    }
    if (longest.empty()) return false;
    behind.remove_prefix(longest.size());
  }
  return !is_hangul(character_at(behind, 0).code);
}

}  // namespace podium
