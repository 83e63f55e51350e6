#include "podium/claims/page_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

using enum PagePart;

struct PageWord {
  std::string_view word;
  PagePart part;
};

/// What a line begins with.
constexpr std::array kBeginnings{PageWord{"입력 ", Dateline},
                                 PageWord{"입력:", Dateline},
                                 PageWord{"수정 ", Dateline},
                                 PageWord{"등록 ", Dateline},
                                 PageWord{"승인 ", Dateline},
                                 PageWord{"최종수정", Dateline},
                                 PageWord{"기사입력", Dateline},
                                 PageWord{"발행일", Dateline},
                                 PageWord{"published ", Dateline},
                                 PageWord{"published:", Dateline},
                                 PageWord{"updated:", Dateline},
                                 PageWord{"updated ", Dateline},
                                 PageWord{"posted ", Dateline},
                                 PageWord{"last updated", Dateline},
                                 PageWord{"주요 뉴스", Headlines},
                                 PageWord{"주요뉴스", Headlines},
                                 PageWord{"관련 기사", Headlines},
                                 PageWord{"관련기사", Headlines},
                                 PageWord{"많이 본", Headlines},
                                 PageWord{"인기 기사", Headlines},
                                 PageWord{"인기기사", Headlines},
                                 PageWord{"이 시각", Headlines},
                                 PageWord{"오늘의 주요", Headlines},
                                 PageWord{"추천 기사", Headlines},
                                 PageWord{"추천기사", Headlines},
                                 PageWord{"실시간 뉴스", Headlines},
                                 PageWord{"related stor", Headlines},
                                 PageWord{"related article", Headlines},
                                 PageWord{"most read", Headlines},
                                 PageWord{"more from", Headlines},
                                 PageWord{"read more", Headlines},
                                 PageWord{"recommended", Headlines},
                                 PageWord{"top stories", Headlines},
                                 PageWord{"also read", Headlines},
                                 PageWord{"trending", Headlines},
                                 PageWord{"오늘의 상승", Ticker},
                                 PageWord{"오늘의 하락", Ticker},
                                 PageWord{"실시간 암호화폐", Ticker},
                                 PageWord{"실시간 시세", Ticker},
                                 PageWord{"현재가", Ticker},
                                 PageWord{"코스피 ", Ticker},
                                 PageWord{"24시간 변동률", Ticker},
                                 PageWord{"market data", Ticker},
                                 PageWord{"stock quotes", Ticker},
                                 PageWord{"대표이사", Card},
                                 PageWord{"이사구성", Card},
                                 PageWord{"최근공시", Card},
                                 PageWord{"기업 정보", Card},
                                 PageWord{"기업정보", Card},
                                 PageWord{"company profile", Card},
                                 PageWord{"좋아요", Reactions},
                                 PageWord{"화나요", Reactions},
                                 PageWord{"슬퍼요", Reactions},
                                 PageWord{"추가취재", Reactions},
                                 PageWord{"훈훈해요", Reactions},
                                 PageWord{"후속기사", Reactions},
                                 PageWord{"가장작게", Menu},
                                 PageWord{"작게", Menu},
                                 PageWord{"가장크게", Menu},
                                 PageWord{"글자크기", Menu},
                                 PageWord{"글자 크기", Menu},
                                 PageWord{"공유하기", Menu},
                                 PageWord{"기사공유", Menu},
                                 PageWord{"스크랩", Menu},
                                 PageWord{"본문 바로가기", Menu},
                                 PageWord{"share this", Menu},
                                 PageWord{"skip to", Menu},
                                 PageWord{"sign in", Menu},
                                 PageWord{"▲", Caption},
                                 PageWord{"△", Caption},
                                 PageWord{"사진=", Caption},
                                 PageWord{"[사진", Caption},
                                 PageWord{"사진 제공", Caption},
                                 PageWord{"photo:", Caption},
                                 PageWord{"image:", Caption},
                                 PageWord{"image source", Caption},
                                 PageWord{"photograph:", Caption},
                                 PageWord{"저작권자", Notice},
                                 PageWord{"ⓒ", Notice},
                                 PageWord{"©", Notice},
                                 PageWord{"무단 전재", Notice},
                                 PageWord{"무단전재", Notice},
                                 PageWord{"copyright", Notice},
                                 PageWord{"all rights reserved", Notice},
                                 PageWord{"subscribe", Notice},
                                 PageWord{"구독하기", Notice},
                                 PageWord{"제보", Notice},
                                 PageWord{"네이버에서", Notice}};

/// What a credit holds.
constexpr std::array<std::string_view, 16> kCredits{
    "캡처",   "캡쳐",  "제공]", "제공)",   "게티이미지",   "연합뉴스]", "뉴시스]", "자료사진",
    "갈무리", "getty", "afp",   "reuters", "shutterstock", "courtesy",  "사진=",   "photo"};
constexpr std::array<std::string_view, 6> kPictureWords{"한 장면",  "사진은",   "장면이다",
                                                        "모습이다", "이미지는", "pictured"};

/// Latin letters in lower case, for the length of the words that are looked for.
std::string lowered(std::string_view text, std::size_t most) {
  std::string lower(text.substr(0, most));
  std::ranges::transform(lower, lower.begin(), in_lower_case);
  return lower;
}

template <class Words>
bool holds_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Longer lines are paragraphs, whatever they begin with; those that end in a full stop are so before.
constexpr std::size_t kLongestPart = 160;    // bytes
constexpr std::size_t kLongestStopped = 60;  // bytes

}  // namespace

PagePart part_of_words(std::string_view line) {
  if (line.size() > kLongestPart) return Other;
  const std::string lower = lowered(line, kLongestPart);
  const bool is_latin_sentence = is_latin_letter(line.empty() ? ' ' : line.front()) && line.ends_with('.');
  if (is_latin_sentence && line.size() > kLongestStopped && !lower.starts_with("copyright")) return Other;
  const auto found =
      std::ranges::find_if(kBeginnings, [&](const PageWord& word) { return lower.starts_with(word.word); });
  return found == kBeginnings.end() ? Other : found->part;
}

PagePart part_of_bracket(std::string_view bracket) {
  if (bracket.size() > kLongestPart) return Other;
  const std::string lower = lowered(bracket, kLongestPart);
  if (lower.find("기자]") != std::string::npos || lower.find("기자)") != std::string::npos ||
      lower.find("특파원") != std::string::npos) {
    return Byline;
  }
  return holds_any(lower, kCredits) ? Caption : Other;
}

PagePart part_of_sentence(std::string_view sentence) {
  return sentence.find("사진은 기사") != std::string_view::npos ? Caption : Other;
}

bool tells_of_picture(std::string_view sentence) {
  return sentence.size() <= 2 * kLongestPart && holds_any(lowered(sentence, 2 * kLongestPart), kPictureWords);
}

}  // namespace podium
