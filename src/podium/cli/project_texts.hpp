#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium project` says to people.
namespace podium::texts {

inline constexpr Phrase kProjectTitle{"{0}: {1} and {2}", "{0}: {1} 대 {2}"};
inline constexpr Phrase kCatchesUp{
    "If both go on as they have, {0} has caught up with {1} by {2} in {3} of {4} draws (standard error {5}), and not "
    "by {6} in {7}.",
    "지금까지의 추세가 이어진다면 {2}년까지 {0} 쪽이 {1} 수준을 따라잡는 경우는 {4}번 가운데 {3}(표준오차 {5}), "
    "{6}년까지 따라잡지 못하는 경우는 {7}이다."};
inline constexpr Phrase kMedianYear{"Half of the draws have caught up by {0}.",
                                    "추출의 절반이 따라잡는 해는 {0}년이다."};
inline constexpr Phrase kNoMedianYear{"Less than half of the draws ever do by {0}.",
                                      "{0}년까지 절반도 따라잡지 못한다."};
inline constexpr Phrase kGrowthRates{"Growth by trend: {0} {1} a year, {2} {3}.",
                                     "추세 증가율: {0} 연 {1}, {2} 연 {3}."};
inline constexpr Phrase kNeededGrowth{
    "To reach {0}'s present {1} by {2}, {3} must grow {4} a year from {5}; to reach where {0}'s trend is then, {6}.",
    "{2}년까지 {0} 현재 수준({1})에 이르려면 {3} 쪽이 {5}에서 연 {4}씩, 그때 {0} 추세 수준에 이르려면 연 {6}씩 늘어야 "
    "한다."};
inline constexpr Phrase kPassedAt{"{0} is at the level that {1} passed in {2}: {3} years behind.",
                                  "{0} 수치는 {1} 기준 {2}년 수준으로, {3}년 뒤져 있다."};
inline constexpr Phrase kAheadSince{"{0} is {3} years ahead: {1} reached its level in {2} only.",
                                    "{0} 쪽이 {3}년 앞서 있다. {1} 쪽은 {2}년에야 그 수준에 이르렀다."};
inline constexpr Phrase kAlwaysAbove{"{1} stood at or above {0}'s level in all its figures: at least {2} years ago.",
                                     "{1} 수치는 처음부터 {0} 수준 이상이어서 적어도 {2}년 뒤져 있다."};
inline constexpr Phrase kNeverAbove{"{1} has not reached {0}'s level.", "{1} 쪽은 아직 {0} 수준에 이르지 못했다."};
inline constexpr Phrase kBelowAgain{"{1} has been at {0}'s level and is below it now.",
                                    "{1} 쪽은 {0} 수준에 이른 적이 있으나 지금은 그 아래다."};
inline constexpr Phrase kCaughtUp{"caught up", "따라잡음"};
inline constexpr Phrase kQuantileOf{"{0} {1}", "{0} {1}"};
inline constexpr Phrase kFigureCount{"Figures: {0} of {1}, {2} of {3}; editions: {4}.",
                                     "수치: {1} {0}개, {3} {2}개. 판: {4}."};
inline constexpr Phrase kMixedSeries{
    "The figures stand in {0} editions, so their growth may be restatement in part; --edition takes one.",
    "수치가 {0}개 판에 나뉘어 있어 증가율 일부는 수정 때문일 수 있다. --edition으로 한 판만 쓸 수 있다."};
inline constexpr Phrase kFewFigures{
    "Trends of so few figures say little; what is drawn is how far they scattered about their line.",
    "수치가 적어 추세가 말해 주는 것은 많지 않다. 추출한 것은 수치가 추세선에서 벗어난 정도다."};

}  // namespace podium::texts
