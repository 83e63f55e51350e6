#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium explain` says to people.
namespace podium::texts {

inline constexpr Phrase kExplainTitle{"{0}: {1} from {2} to {3}", "{0}: {1}, {2} → {3}"};
inline constexpr Phrase kRose{
    "{0} ({1}) rose from rank {2} in {3} to rank {4} in {5}: its own figures count for {6} places, all else for {7}.",
    "{0}({1}): {3} {2}위에서 {5} {4}위로 올랐다. 순위 변동 가운데 자체 수치의 몫은 {6}계단, 나머지는 {7}계단이다."};
inline constexpr Phrase kFell{
    "{0} ({1}) fell from rank {2} in {3} to rank {4} in {5}: its own figures count for {6} places, all else for {7}.",
    "{0}({1}): {3} {2}위에서 {5} {4}위로 내려갔다. 순위 변동 가운데 자체 수치의 몫은 {6}계단, 나머지는 {7}계단이다."};
inline constexpr Phrase kStayed{
    "{0} ({1}) has rank {2} in {3} and rank {4} in {5}: its own figures count for {6} places, all else for {7}.",
    "{0}({1}): {3} {2}위, {5} {4}위로 순위가 같다. 순위 변동 가운데 자체 수치의 몫은 {6}계단, 나머지는 {7}계단이다."};
inline constexpr Phrase kScoreFromTo{"Score: {0} to {1} ({2}).", "점수: {0} → {1} ({2})."};

// What changed.
inline constexpr Phrase kRevisionFactor{"revision of the figures of {0}", "{0} 수치의 수정"};
inline constexpr Phrase kRecipeFactor{"the recipe", "계산 방법"};
inline constexpr Phrase kFrameFactor{"the scale of scores, and other periods", "점수의 기준과 다른 기간의 수치"};
inline constexpr Phrase kOthersFactor{"figures of the others", "다른 대상의 수치"};
inline constexpr Phrase kJoinedLeftFactor{"who joined or left the ranking", "순위에 새로 들거나 빠진 대상"};
inline constexpr Phrase kOwnFactors{"own figures: {0}", "자체 수치: {0}"};
inline constexpr Phrase kOwnDenominators{"what divides them", "나누는 값"};
inline constexpr Phrase kSumOfFactors{"all", "합계"};

// Titles of columns.
inline constexpr Phrase kWhatChanged{"what changed", "달라진 것"};
inline constexpr Phrase kFigureIn{"figure of {0}", "{0} 수치"};
inline constexpr Phrase kPlaces{"places", "계단"};

inline constexpr Phrase kPassedUs{"Overtaken by", "우리를 앞지른 대상"};
inline constexpr Phrase kWePassed{"Overtook", "우리가 앞지른 대상"};
inline constexpr Phrase kRankBefore{"rank in {0}", "{0} 순위"};
inline constexpr Phrase kExactShares{
    "Shapley values in Owen's form, exact, over {0} worlds between the two: each figure's part is the mean over all "
    "orders in which things can change, the indicators of a pillar one after the other.",
    "섀플리 값(오언 방식)을 두 상태 사이의 {0}가지 경우에서 정확히 계산했다. 각 항목의 몫은 달라지는 순서를 모두 "
    "고려한 "
    "평균이며, 한 부문의 지표는 이어서 달라지는 것으로 본다."};
inline constexpr Phrase kDrawnShares{
    "Shapley values in Owen's form from drawn orders ({0} worlds); the errors are standard errors. They sum exactly.",
    "섀플리 값(오언 방식)을 무작위로 뽑은 순서에서 계산했다({0}가지 경우). 오차는 표준오차이며 합계는 정확하다."};

}  // namespace podium::texts
