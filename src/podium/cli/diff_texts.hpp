#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium diff` says to people.
namespace podium::texts {

inline constexpr Phrase kDiffTitle{"{0}: what changed from {1} to {2}", "{0}: {1} → {2} 달라진 점"};
inline constexpr Phrase kDiffSummary{
    "Of {0} figures in {1}, {2} restates {3}, keeps {4} and lacks {5}; it adds {6}. Indicators in both editions: {7}.",
    "{1}에 실린 수치 {0}개 가운데 {2}에서 수정된 것은 {3}개, 그대로인 것은 {4}개, 빠진 것은 {5}개이며, 새로 실린 "
    "수치는 {6}개입니다. 두 판에 모두 실린 지표는 {7}개입니다."};
inline constexpr Phrase kNothingInBoth{"No indicator stands in both editions, so nothing can have been restated.",
                                       "두 판에 모두 실린 지표가 없어 수정 여부를 견줄 수 없습니다."};
inline constexpr Phrase kOnlyIn{"Only in {0}: {1}", "{0}에만 실림: {1}"};
inline constexpr Phrase kSeriesWithFigures{"{0} ({1} figures)", "{0}(수치 {1}개)"};

// Headings.
inline constexpr Phrase kChangesByIndicator{"Changes by indicator", "지표별 변화"};
inline constexpr Phrase kChangesByUnit{"Units with restated figures", "수치가 수정된 대상"};
inline constexpr Phrase kRestatedFigures{"Restated figures, the largest relative change first, last those from zero",
                                         "수정된 수치(변화율이 큰 순서, 0이던 수치는 끝에)"};
inline constexpr Phrase kEffectOnRanks{"What the restatements did to the ranking of {0}",
                                       "수정이 {0} 순위에 미친 영향"};
inline constexpr Phrase kGrowthTitle{"Growth over the year before, within an edition and across editions",
                                     "전년 대비 증가율: 같은 판 안에서와 판을 섞었을 때"};

// Titles of columns.
inline constexpr Phrase kAdded{"added", "추가"};
inline constexpr Phrase kDropped{"dropped", "빠짐"};
inline constexpr Phrase kRestated{"restated", "수정"};
inline constexpr Phrase kWithinRounding{"within rounding", "반올림 범위"};
inline constexpr Phrase kKept{"the same", "그대로"};
inline constexpr Phrase kMedianChange{"median change", "변화율 중앙값"};
inline constexpr Phrase kLargestRelative{"largest change", "최대 변화율"};
inline constexpr Phrase kDifference{"difference", "차이"};
inline constexpr Phrase kRelativeChange{"relative", "변화율"};
inline constexpr Phrase kLastDigits{"in last digits", "끝자리 단위"};
inline constexpr Phrase kRankIn{"rank with {0}", "{0} 순위"};
inline constexpr Phrase kScoreIn{"score with {0}", "{0} 점수"};
inline constexpr Phrase kFigureFrom{"figure of", "해당 연도 수치의 판"};
inline constexpr Phrase kBaseFrom{"year before of", "전년 수치의 판"};
inline constexpr Phrase kGrowth{"growth", "증가율"};
inline constexpr Phrase kRestatementPart{"of which restatement, points", "이 가운데 수정분(%p)"};

// Notes.
inline constexpr Phrase kLastDigitsNote{
    "In last digits: the difference in units of the last printed digit, of the coarser print. A half or less can be "
    "rounding alone.",
    "끝자리 단위: 더 거칠게 발표된 쪽의 마지막 자리를 1로 본 차이. 0.5 이하이면 반올림만으로도 생길 수 있습니다."};
inline constexpr Phrase kEffectRule{
    "Computed twice: with the figures of {0} and with those of {1}, in the cells that both print. All other figures "
    "are the same in both ({2}), so what moves is the work of restatement.",
    "두 판에 모두 실린 칸만 {0}의 수치와 {1}의 수치로 바꾸어 두 번 계산했습니다. 나머지 수치({2})는 양쪽이 같으므로 "
    "달라진 부분은 모두 수정에서 나온 것입니다."};
inline constexpr Phrase kNoEffect{"No ranking to compare: a figure of a ranked period must stand in both editions.",
                                  "견줄 순위가 없습니다. 순위를 매기는 기간의 수치가 두 판에 모두 실려 있어야 합니다."};
inline constexpr Phrase kScoresMoved{"Scores that change: {0}, at most by {1} ({2}).",
                                     "바뀐 점수는 {0}개이며 가장 큰 변화는 {1}점입니다({2})."};
inline constexpr Phrase kNoUnitMoves{"No rank changes.", "순위는 바뀌지 않습니다."};
inline constexpr Phrase kGrowthRule{
    "Within an edition both years are of the same report. Across editions is what a newspaper computes: this year's "
    "figure of a new report over last year's figure of an older one. What the second has beyond the first is "
    "restatement, not growth.",
    "같은 판 안에서는 두 해의 수치가 모두 한 보고서에서 나옵니다. 판을 섞은 증가율은 언론이 흔히 쓰는 방식으로, 새 "
    "보고서의 올해 수치를 이전 보고서의 지난해 수치로 나눈 것입니다. 둘의 차이는 증가가 아니라 수정에서 나옵니다."};
inline constexpr Phrase kNoGrowth{"No positive figures of two successive years to compare.",
                                  "견줄 수 있는 연이은 두 해의 양수 수치가 없습니다."};
inline constexpr Phrase kNoRates{"Without growth rates, since figures are below zero: {0}",
                                 "음수가 있어 증가율을 내지 않는 지표: {0}"};
inline constexpr Phrase kMoreLines{"... and {0} more (--limit N for more, --format csv --section {1} for all)",
                                   "... 외 {0}개 (더 보려면 --limit N, 모두 보려면 --format csv --section {1})"};
inline constexpr Phrase kLatestFigures{"the latest", "최신 수치"};
inline constexpr Phrase kFiguresOfEdition{"those of {0}", "{0}의 수치"};
inline constexpr Phrase kFiguresAsOf{"as of {0}", "{0} 기준"};

}  // namespace podium::texts
