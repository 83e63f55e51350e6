#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium project --store` and `--score` say to people.
namespace podium::texts {

inline constexpr Phrase kStoredForecasts{"{0} forecasts issued on {1} were added to {2}; {3} were there already.",
                                         "{1}에 낸 전망 {0}개를 {2} 파일에 더했다. 이미 있던 전망은 {3}개다."};
inline constexpr Phrase kScoreTitle{"{0}: earlier forecasts and what came", "{0}: 예전 전망과 실제"};
inline constexpr Phrase kForecastsScored{
    "{0} of {1} forecasts can be compared with what came; {2} still wait, and {3} were issued when the figure was "
    "known.",
    "전망 {1}개 가운데 {0}개를 실제와 견줄 수 있다. {2}개는 아직 결과를 모르고, {3}개는 결과가 나온 뒤에 낸 것이다."};
inline constexpr Phrase kForecastsInside{"{0} of {1} intervals hold what came.",
                                         "구간 {1}개 가운데 {0}개에 실제 값이 들었다."};
inline constexpr Phrase kNoForecasts{"There are no forecasts to compare: store some with --store --issued DAY.",
                                     "견줄 전망이 없다. --store --issued 날짜로 먼저 저장한다."};
inline constexpr Phrase kForecastCount{"forecasts", "전망 수"};
inline constexpr Phrase kMeanError{"mean error", "평균 오차"};
inline constexpr Phrase kPercentageError{"off by", "오차율"};
inline constexpr Phrase kBesideNoChange{"beside 'no change'", "'변화 없음' 대비"};
inline constexpr Phrase kIssued{"issued", "낸 날"};
inline constexpr Phrase kForecastValue{"forecast", "전망"};
inline constexpr Phrase kForecastInterval{"interval", "구간"};
inline constexpr Phrase kOutcomeValue{"what came", "실제"};
inline constexpr Phrase kForecastError{"error", "오차"};
inline constexpr Phrase kOutside{"outside", "구간 밖"};
inline constexpr Phrase kScoreRule{
    "Off by: mean of |error| / |what came|. Beside 'no change': the errors' sum over that of the last figure known on "
    "the "
    "day of issue; below 1 is better than saying that nothing will change.",
    "오차율: |오차|를 |실제|로 나눈 값의 평균. '변화 없음' 대비: 낸 날까지 알려진 마지막 수치를 그대로 썼을 때의 오차 "
    "합에 "
    "대한 비율로, 1보다 작으면 변화가 없다고 보는 것보다 낫다."};

}  // namespace podium::texts
