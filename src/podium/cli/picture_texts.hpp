#pragma once

#include "podium/cli/phrase.hpp"

/// What the pictures of answers say, beside their first sentence.
namespace podium::texts {

inline constexpr Phrase kPictureSource{"Figures: {0}. Computed with podium.", "수치: {0}. podium으로 계산."};
inline constexpr Phrase kScoreOf{"Score of {0}", "{0} 점수"};
inline constexpr Phrase kUnrankedThere{"not ranked", "순위 없음"};
inline constexpr Phrase kOnlyThis{"if only this indicator changes", "이 지표만 바꿀 때"};
inline constexpr Phrase kNotPossibleAlone{"not possible alone", "이 지표만으로는 불가"};
inline constexpr Phrase kBestRankAlone{"rank {0} at best", "최고 {0}위"};
inline constexpr Phrase kNoChange{"no change", "변화 없음"};
inline constexpr Phrase kAxisOfSpreads{"Change, in spreads of the indicator (highest less lowest figure)",
                                       "변화(지표 폭 = 최고치와 최저치의 차이 대비)"};
inline constexpr Phrase kAxisOfCosts{"Cost of the change, as stated", "정한 비용"};
inline constexpr Phrase kAxisOfPeople{"People", "명"};
inline constexpr Phrase kAsItIs{"as it is", "현재"};
inline constexpr Phrase kAsAssumed{"what if", "가정"};
inline constexpr Phrase kLogarithmicAxis{"{0}, logarithmic scale", "{0}, 로그 눈금"};
inline constexpr Phrase kLastFigures{"last figures: {0}", "마지막 수치: {0}"};

}  // namespace podium::texts
