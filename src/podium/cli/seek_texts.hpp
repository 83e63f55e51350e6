#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium seek` says to people.
namespace podium::texts {

inline constexpr Phrase kSeekTitle{"{0}: what rank {1} would take {2}", "{0}: {2} {1}위에 필요한 것"};
inline constexpr Phrase kReachable{
    "{0} ({1}), rank {2}, reaches rank {3} with the changes of the column 'cheapest mix': together {4} spreads of "
    "indicators{5}.",
    "{0}({1}, 현재 {2}위): '가장 적은 노력' 열만큼 바꾸면 {3}위에 이른다. 노력은 지표 폭의 합으로 {4}{5}."};
inline constexpr Phrase kLeastProven{", the least there is (proven)", ", 더 적은 방법은 없다(증명됨)"};
inline constexpr Phrase kLeastFound{", the least that was found", ", 찾은 것 가운데 가장 적다"};
inline constexpr Phrase kUnreachable{
    "{0} ({1}), rank {2}, cannot reach rank {3} {4}: the best it can reach is rank {5}, with the changes of the column "
    "'best within reach'.",
    "{0}({1}, 현재 {2}위): {4} {3}위에 이를 수 없다. 이를 수 있는 최고 순위는 {5}위이며 '가능한 최선' 열과 같다."};
inline constexpr Phrase kAtFastestPace{"at the fastest pace that any unit has shown, within {0} year(s)",
                                       "어느 대상이든 실제로 보인 가장 빠른 속도로 {0}년 안에는"};
inline constexpr Phrase kWhateverFigures{"whatever its figures", "수치가 어떻든"};
inline constexpr Phrase kHasRankAlready{
    "{0} ({1}) has rank {2} already, and rank {3} was asked for; the margins to those behind are below.",
    "{0}({1})의 현재 순위는 {2}위로 이미 {3}위 안에 든다."};
inline constexpr Phrase kMarginsTitle{"The nearest, ahead and behind", "가장 가까운 앞뒤 대상"};
inline constexpr Phrase kGapInScore{"gap in score", "점수 차"};
inline constexpr Phrase kIndicatorNow{"now", "현재"};
inline constexpr Phrase kAlone{"alone: past", "이 지표만으로: 기준"};
inline constexpr Phrase kAloneChange{"change alone", "이 지표만의 변화"};
inline constexpr Phrase kCheapestMix{"cheapest mix", "가장 적은 노력"};
inline constexpr Phrase kBestWithinReach{"best within reach", "가능한 최선"};
inline constexpr Phrase kAloneNot{"no (rank {0})", "불가({0}위)"};
inline constexpr Phrase kAtBound{"at its bound", "한계"};
inline constexpr Phrase kSeekRule{
    "Figures as scores are made of them: divided, filled in and treated. To pass is to stand strictly above.",
    "수치는 점수로 바꾸기 직전의 값(나누고 채우고 처리한 뒤)이며, 앞선다는 것은 점수가 더 높다는 뜻이다."};

}  // namespace podium::texts
