#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium seek` says to people.
namespace podium::texts {

inline constexpr Phrase kSeekTitle{"{0}: what rank {1} would take {2}", "{0}: {2} {1}위에 필요한 것"};
inline constexpr Phrase kReachable{
    "{0} ({1}), rank {2}, reaches rank {3} with the changes under 'cheapest mix': together {4}{5}.",
    "{0}({1}, 현재 {2}위): '가장 적은 노력'만큼 바꾸면 {3}위에 이른다. 노력은 모두 {4}{5}."};
inline constexpr Phrase kEffortInSpreads{"{0} spreads of indicators", "지표 폭의 {0}배"};
inline constexpr Phrase kEffortInMoney{"{0} {1}", "{0} {1}"};
inline constexpr Phrase kEffortAtCosts{"{0} at the stated costs", "정한 비용으로 {0}"};
inline constexpr Phrase kRobustNow{
    "Under the stress test ({0} draws) it has rank {1} or better in {2} of the draws with its figures of today, and in "
    "{3} with those under '{4}'.",
    "스트레스 시험({0}회)에서 {1}위 안에 드는 비율: 지금 수치로 {2}, '{4}'대로 바꾸면 {3}."};
inline constexpr Phrase kRobustReached{"For {0} of the draws these changes have to be {1} times as large ('robust').",
                                       "{0}에 이르려면 이 변화를 {1}배로 늘려야 한다('확실하게')."};
inline constexpr Phrase kRobustEnough{"That is the {0} of the draws that were asked for, or more.",
                                      "요구한 {0}는 이미 채운다."};
inline constexpr Phrase kRobustWithRest{
    "For {0} of the draws these changes are too few even at their bounds: all other figures have to go {1} of the way "
    "to "
    "theirs as well ('robust').",
    "{0}에 이르려면 이 변화가 모두 한계에 이르고, 나머지 수치도 모두 한계까지 가는 길의 {1}만큼 나아져야 한다"
    "('확실하게')."};
inline constexpr Phrase kRobustStopped{
    "{0} of the draws are out of reach: with every figure as good as it can be the share is {1} ('robust').",
    "{0}에는 이를 수 없다. 모든 수치가 한계까지 나아져도 {1}이다('확실하게')."};
inline constexpr Phrase kRobust{"robust", "확실하게"};
inline constexpr Phrase kLeastProven{", the least there is (proven)", ", 더 적은 방법은 없다(증명됨)"};
inline constexpr Phrase kLeastFound{", the least that was found", ", 찾은 것 가운데 가장 적다"};
inline constexpr Phrase kUnreachable{
    "{0} ({1}), rank {2}, cannot reach rank {3} {4}: the best it can reach is rank {5}, with the changes under "
    "'best within reach'.",
    "{0}({1}, 현재 {2}위): {4} {3}위에 이를 수 없다. 이를 수 있는 최고 순위는 {5}위이며 그 변화는 '가능한 최선'과 "
    "같다."};
inline constexpr Phrase kAtFastestPace{"with the largest change that any unit made within {0} year(s)",
                                       "어느 대상이든 {0}년 안에 실제로 해낸 가장 큰 변화로도"};
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
