#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium whatif` says to people.
namespace podium::texts {

inline constexpr Phrase kWhatIfTitle{"{0}: what if", "{0}: 가정에 따른 변화"};
inline constexpr Phrase kScenarioTitle{"{0}: what if - {1}", "{0}: 가정에 따른 변화 - {1}"};
inline constexpr Phrase kRanksMove{"{0} of {1} ranks change, {2} more units change their score alone.",
                                   "{1}개 가운데 {0}개의 순위가 바뀌고, 다른 {2}개는 점수만 바뀐다."};
inline constexpr Phrase kNothingMoves{"No score changes.", "점수가 바뀌는 대상이 없다."};
inline constexpr Phrase kAssumedFigures{"Figures of the scenario", "가정한 수치"};
inline constexpr Phrase kScenarioBefore{"as it is", "현재"};
inline constexpr Phrase kScenarioAfter{"what if", "가정"};
inline constexpr Phrase kWhy{"why", "근거"};
inline constexpr Phrase kStated{"stated", "직접 지정"};
inline constexpr Phrase kFollows{"follows, by a stated elasticity", "지정한 탄력성에 따름"};
inline constexpr Phrase kAlso{"Also: {0}.", "함께 바꾼 것: {0}."};
inline constexpr Phrase kRankNow{"rank now", "현재 순위"};
inline constexpr Phrase kRankThen{"rank then", "가정 순위"};
inline constexpr Phrase kScoreNow{"score now", "현재 점수"};
inline constexpr Phrase kScoreThen{"score then", "가정 점수"};

}  // namespace podium::texts
