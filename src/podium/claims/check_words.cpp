#include "podium/claims/check_words.hpp"

#include <array>

namespace podium {
namespace {

struct BothWords {
  std::string_view en;
  std::string_view ko;
};

/// In the order of PagePart.
constexpr auto kParts = std::to_array<BothWords>({{"dates", "날짜"},
                                                  {"menu", "메뉴"},
                                                  {"company cards", "기업 카드"},
                                                  {"other headlines", "다른 기사 제목"},
                                                  {"ticker", "시세"},
                                                  {"reactions", "반응"},
                                                  {"captions", "사진 설명"},
                                                  {"byline", "기자와 매체 이름"},
                                                  {"repeated passages", "반복된 대목"},
                                                  {"notices", "안내문"},
                                                  {"other", "기타"}});

/// In the order of Verdict::Kind.
constexpr auto kVerdicts = std::to_array<BothWords>({{"right", "일치"},
                                                     {"rounded", "반올림"},
                                                     {"right in another edition", "다른 판에서 일치"},
                                                     {"wrong", "불일치"},
                                                     {"not checkable", "확인 불가"},
                                                     {"opinion", "의견"}});

}  // namespace

Text words_of(Verdict::Kind kind) {
  const BothWords& words = kVerdicts[static_cast<std::size_t>(kind)];
  return {std::string(words.en), std::string(words.ko)};
}

Text left_out_words(std::span<const DroppedPart> parts) {
  std::array<std::size_t, kParts.size()> counts{};
  for (const DroppedPart& part : parts) ++counts[static_cast<std::size_t>(part.part)];
  Text list;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    if (counts[i] == 0) continue;
    const std::string count = " " + std::to_string(counts[i]);
    list.en += (list.en.empty() ? "" : ", ") + std::string(kParts[i].en) + count;
    list.ko += (list.ko.empty() ? "" : ", ") + std::string(kParts[i].ko) + count;
  }
  return list;
}

}  // namespace podium
