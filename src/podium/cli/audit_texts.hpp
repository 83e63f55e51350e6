#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium audit` says to people.
namespace podium::texts {

inline constexpr Phrase kAuditTitle{"{0}: audit of {1}", "{0}: {1} 점검"};
inline constexpr Phrase kAuditScope{"{0} units, {1} ranked; {2} indicators in {3} nodes",
                                    "대상 {0}개, 순위 {1}개. 지표 {2}개, 상위 항목 {3}개"};

// Headings.
inline constexpr Phrase kAvailability{"Availability: where the figures come from", "자료 현황: 수치의 출처"};
inline constexpr Phrase kAvailabilityOfUnits{"Availability by unit", "대상별 자료 현황"};
inline constexpr Phrase kMoments{"Distributions: skewness and excess kurtosis on the way to the scores",
                                 "분포: 점수가 되기까지의 왜도와 초과첨도"};
inline constexpr Phrase kSelectedFigures{"The figures before any step", "가공 전 수치"};
inline constexpr Phrase kCorrelations{"Correlations of scores ({0})", "점수의 상관관계({0})"};
inline constexpr Phrase kPairs{"{0} ({1} pairs)", "{0}({1}쌍)"};
inline constexpr Phrase kStructure{"Structure: does each node measure one thing?", "구조: 항목마다 한 가지를 재는가"};
inline constexpr Phrase kStructureOfComponents{"Structure, component by component", "구성 항목별 구조"};
inline constexpr Phrase kImportance{"Importance against weight", "가중치와 실제 중요도"};
inline constexpr Phrase kRemoval{"Ranks with one component left out", "구성 항목을 하나씩 뺀 순위"};
inline constexpr Phrase kOutliers{"Outlying figures, before treatment", "처리 전의 이상 수치"};
inline constexpr Phrase kProfiles{"Units with an unusual profile", "부문 구성이 동떨어진 대상"};
inline constexpr Phrase kFindings{"Findings", "지적 사항"};

// Titles of columns.
inline constexpr Phrase kReported{"reported", "수치 있음"};
inline constexpr Phrase kCarried{"carried in", "작성자 보완"};
inline constexpr Phrase kImputed{"filled", "보완"};
inline constexpr Phrase kGaps{"gaps", "결측"};
inline constexpr Phrase kZeros{"zeros", "0인 값"};
inline constexpr Phrase kAvailable{"available", "확보율"};
inline constexpr Phrase kFilledWeight{"filled weight", "보완 가중치"};
inline constexpr Phrase kSkewnessBefore{"skewness before", "처리 전 왜도"};
inline constexpr Phrase kKurtosisBefore{"kurtosis before", "처리 전 첨도"};
inline constexpr Phrase kSkewnessAfter{"skewness after", "처리 후 왜도"};
inline constexpr Phrase kKurtosisAfter{"kurtosis after", "처리 후 첨도"};
inline constexpr Phrase kSkewnessOfScores{"skewness of scores", "점수 왜도"};
inline constexpr Phrase kHeldLow{"held low", "최저점 고정"};
inline constexpr Phrase kHeldHigh{"held high", "최고점 고정"};
inline constexpr Phrase kCount{"figures", "수치"};
inline constexpr Phrase kDistinct{"different", "서로 다름"};
inline constexpr Phrase kMinimum{"lowest", "최솟값"};
inline constexpr Phrase kMedian{"median", "중앙값"};
inline constexpr Phrase kMean{"mean", "평균"};
inline constexpr Phrase kMaximum{"highest", "최댓값"};
inline constexpr Phrase kDeviation{"standard deviation", "표준편차"};
inline constexpr Phrase kWithNode{"with its node", "상위 항목"};
inline constexpr Phrase kWithIndex{"with the index", "지수"};
inline constexpr Phrase kClosest{"closest sibling", "가장 가까운 이웃"};
inline constexpr Phrase kCorrelation{"r", "r"};
inline constexpr Phrase kFirstOfPair{"first", "첫째"};
inline constexpr Phrase kSecondOfPair{"second", "둘째"};
inline constexpr Phrase kAdjusted{"adjusted p", "보정 p"};
inline constexpr Phrase kParts{"parts", "구성 수"};
inline constexpr Phrase kAlpha{"alpha", "알파"};
inline constexpr Phrase kAlphaWithout{"alpha without", "제외 시 알파"};
inline constexpr Phrase kAdequacy{"KMO", "KMO"};
inline constexpr Phrase kSphericity{"Bartlett p", "바틀릿 p"};
inline constexpr Phrase kFirstComponent{"first component", "첫 주성분"};
inline constexpr Phrase kLoading{"first loading", "첫 적재값"};
inline constexpr Phrase kAllIndicators{"All indicators", "전체 지표"};
inline constexpr Phrase kShareOfWeight{"share of weight", "가중치 몫"};
inline constexpr Phrase kShareOfImportance{"share of importance", "중요도 몫"};
inline constexpr Phrase kExplainsNode{"explains its node", "상위 항목 설명"};
inline constexpr Phrase kExplainsIndex{"explains the index", "지수 설명"};
inline constexpr Phrase kLeftOut{"left out", "뺀 항목"};
inline constexpr Phrase kMeanChange{"mean change", "평균 변화"};
inline constexpr Phrase kLargestChange{"largest change", "최대 변화"};
inline constexpr Phrase kMostMoved{"most moved", "가장 많이 바뀐 대상"};
inline constexpr Phrase kLowerFence{"lower fence", "아래 울타리"};
inline constexpr Phrase kUpperFence{"upper fence", "위 울타리"};
inline constexpr Phrase kDistance{"squared distance", "거리 제곱"};
inline constexpr Phrase kOtherRank{"other rank", "비교 순위"};
inline constexpr Phrase kOtherScore{"other score", "비교 점수"};

// Names of the lists of pairs.
inline constexpr Phrase kSiblings{"Components of the same node", "같은 항목의 구성 요소끼리"};
inline constexpr Phrase kIndicatorPairs{"All indicators with each other", "모든 지표끼리"};
inline constexpr Phrase kWithParents{"Components with their node", "구성 요소와 상위 항목"};
inline constexpr Phrase kWithTheIndex{"Nodes with the index", "항목과 지수"};
inline constexpr Phrase kWithDenominators{"Indicators and the index with denominators (Spearman)",
                                          "지표·지수와 분모(스피어만)"};
inline constexpr Phrase kPearson{"Pearson", "피어슨"};
inline constexpr Phrase kSpearman{"Spearman", "스피어만"};
inline constexpr Phrase kKendall{"Kendall", "켄들"};

// Notes and sentences.
inline constexpr Phrase kSkewedMark{"* |skewness| above {0} and excess kurtosis above {1}",
                                    "* 왜도의 크기가 {0}, 초과첨도가 {1}를 넘음"};
inline constexpr Phrase kNothingOutlying{"None.", "없음."};
inline constexpr Phrase kNoFindings{"Nothing to object to.", "지적할 사항이 없습니다."};
inline constexpr Phrase kFindingsCounted{"Findings: {0} ({1} serious, {2} moderate, {3} notes).",
                                         "지적 사항 {0}건(심각 {1}건, 보통 {2}건, 참고 {3}건)."};
inline constexpr Phrase kHandbookStep{"[step {0}: {1}]", "[{0}단계: {1}]"};
inline constexpr Phrase kSteps10{
    "Steps are those of OECD/JRC, Handbook on Constructing Composite Indicators, 2008.",
    "단계는 OECD/JRC, Handbook on Constructing Composite Indicators(2008)의 10단계입니다."};
inline constexpr Phrase kStrengths{"Strengths", "강점"};
inline constexpr Phrase kWeaknesses{"Weaknesses", "약점"};
inline constexpr Phrase kComparedTitle{"{0}, {1}: its own ranking and that of {2}", "{0}, {1}: 원래 순위와 {2}의 순위"};
inline constexpr Phrase kComparedSummary{
    "{0} units are ranked in both. Ranks change by {1} places on average, at most by {2}; Kendall's tau {3}, "
    "Spearman's rho {4}.",
    "두 순위에 모두 있는 대상 {0}개. 순위 변화는 평균 {1}계단, 최대 {2}계단입니다. 켄들 {3}, 스피어만 {4}."};
inline constexpr Phrase kUnchangedUnits{"{0} units keep their rank.", "순위가 그대로인 대상 {0}개."};

}  // namespace podium::texts
