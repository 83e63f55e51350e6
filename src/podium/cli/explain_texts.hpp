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

inline constexpr Phrase kGapTitle{"{0}: {1} beside {2}", "{0}: {1} 대 {2}"};
inline constexpr Phrase kLeads{"{0} (score {1}) stands above {2} (score {3}) by {4}; the parts sum to that.",
                               "{0}(점수 {1}) 쪽이 {2}(점수 {3})보다 {4}점 앞선다. 아래 몫의 합계와 같다."};
inline constexpr Phrase kTrails{"{0} (score {1}) stands below {2} (score {3}) by {4}; the parts sum to that.",
                                "{0}(점수 {1}) 쪽이 {2}(점수 {3})에 {4}점 뒤진다. 아래 몫의 합계와 같다."};
inline constexpr Phrase kLevel{"{0} (score {1}) and {2} (score {3}) are level.",
                               "{0}(점수 {1}), {2}(점수 {3}): 점수가 같다."};

// Ranks that rest on filled figures.
inline constexpr Phrase kFilledTitle{"Ranks in {0} that rest on filled figures", "채워 넣은 수치에 기대는 {0} 순위"};
inline constexpr Phrase kFilledOwn{"filled in", "채운 수치"};
inline constexpr Phrase kFilledOfAll{"of all units", "전체 대상"};
inline constexpr Phrase kRankWithFilled{"rank with them", "현재 순위"};
inline constexpr Phrase kRankWithGaps{"left as gaps", "빈칸이면"};
inline constexpr Phrase kRankAtLowest{"at the lowest score", "최저점이면"};
inline constexpr Phrase kRankAtLowestAlone{"at the lowest, {0} alone", "{0}만 최저점이면"};

// Indicators that one thing divides by another.
inline constexpr Phrase kRatiosTitle{"Why the quotients changed", "나눈 값이 달라진 까닭"};
inline constexpr Phrase kByFigure{"by its figure", "수치의 몫"};
inline constexpr Phrase kByDenominator{"by what divides it", "나누는 값의 몫"};
inline constexpr Phrase kRatiosRule{
    "Each part is that of growth rates (LMDI; Bennet's where a figure is not above 0); they sum to the change.",
    "각 몫은 증가율로 나눈 것이며(LMDI. 0 이하인 수치가 있으면 베넷 방식) 합계는 변화와 같다."};

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
