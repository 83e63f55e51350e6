#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium project --labour` says to people.
namespace podium::texts {

inline constexpr Phrase kLabourTitle{"{0}: people wanted and people there, by level", "{0}: 수준별 인력 수요와 공급"};

// The first sentence: who is wanted, then what is short.
inline constexpr Phrase kWantedAndCome{"{0} ({1}): {2} people are wanted {3} and {4} come: ",
                                       "{0}({1}): {3} 새로 필요한 인력은 {2}명, 공급되는 인력은 {4}명이다. "};
inline constexpr Phrase kOverYears{"over {0}", "{0}년에"};
inline constexpr Phrase kInYear{"in {0}", "{0}년에"};
inline constexpr Phrase kWantedAndThere{"{0} ({1}): {2} people are wanted {3} and {4} are there: ",
                                        "{0}({1}): {3} 필요한 인력은 {2}명, 활용할 수 있는 인력은 {4}명이다. "};
inline constexpr Phrase kAtYearsEnd{"at the end of {0}", "{0}년 말에"};
inline constexpr Phrase kShortIf{"{0} short {1}, {2} a year; ", "{1} {0}명(연평균 {2}명)이 부족하고, "};
inline constexpr Phrase kNobodyShortIf{"nobody short {1}; ", "{1} 부족한 인력이 없지만, "};
inline constexpr Phrase kIfAny{"if every level may do the work of another",
                               "어느 수준의 인력이든 다른 수준의 일을 대신할 수 있다면"};
inline constexpr Phrase kIfHigher{"if higher levels may do the work of lower ones",
                                  "높은 수준의 인력이 낮은 수준의 일을 대신할 수 있다면"};
inline constexpr Phrase kShortWhereNone{"{0} short where none may ({1}).", "대신할 수 없다면 {0}명이 부족하다({1})."};
inline constexpr Phrase kShortAlone{"{0} short, each level for itself, {2} a year ({1}).",
                                    "수준별로 따로 보면 {0}명(연평균 {2}명)이 부족하다({1})."};
inline constexpr Phrase kNoLevelShort{"no level is short of people, {0} are too many.",
                                      "부족한 수준은 없고 {0}명이 남는다."};
inline constexpr Phrase kShortLevel{"{0} {1}", "{0} {1}명 부족"};
inline constexpr Phrase kTooManyElsewhere{"; {0} too many elsewhere", ", 나머지 수준은 {0}명 남음"};

// Tables.
inline constexpr Phrase kSkillLevel{"level", "수준"};
inline constexpr Phrase kAllLevels{"all", "전체"};
inline constexpr Phrase kWanted{"wanted", "수요"};
inline constexpr Phrase kComing{"coming", "공급"};
inline constexpr Phrase kThere{"there at year's end", "연말 인력"};
inline constexpr Phrase kPeopleShort{"short", "부족"};
inline constexpr Phrase kPeopleTooMany{"too many", "남음"};
inline constexpr Phrase kShortSubstituted{"short with substitution", "대체 후 부족"};

// Below them.
inline constexpr Phrase kDoesWork{"{0} of level {1} do the work of level {2}.",
                                  "{1} 수준 {0}명이 {2} 수준의 일을 대신한다."};
inline constexpr Phrase kOneOfTheWays{"This is one of the ways to fill as much.",
                                      "같은 만큼 채우는 여러 방법 가운데 하나다."};
inline constexpr Phrase kLevelOrder{"Levels, lowest first: {0}.", "수준(낮은 것부터): {0}."};
inline constexpr Phrase kAssumesAny{
    "Assumed: who is too many at one level does the work of any other at once and as well, so the shortage is the "
    "least "
    "there can be.",
    "가정: 남는 인력은 어느 수준의 일이든 곧바로, 똑같이 잘 해낸다. 따라서 부족 인원은 있을 수 있는 가장 작은 값이다."};
inline constexpr Phrase kAssumesHigher{
    "Assumed: who is too many at one level does the work of any lower one at once and as well, never of a higher one.",
    "가정: 남는 인력은 더 낮은 수준의 일이라면 곧바로, 똑같이 잘 해내지만 더 높은 수준의 일은 하지 못한다."};
inline constexpr Phrase kAssumesNone{
    "Assumed: nobody does the work of another level; a surplus fills no gap.",
    "가정: 다른 수준의 일은 아무도 대신하지 못하며, 남는 인력은 부족을 메우지 않는다."};
inline constexpr Phrase kCountedAsZero{"Not stated for every year and level, and counted as 0 there: {0}.",
                                       "값이 없는 해나 수준에서 0으로 본 항목: {0}."};
inline constexpr Phrase kLabourFigures{"Figures: {0}; editions: {1}; sources: {2}.",
                                       "수치: {0}개. 판: {1}. 출처: {2}."};
inline constexpr Phrase kLabourMixed{"Figures of {0} editions are balanced against each other here.",
                                     "서로 다른 판 {0}개의 수치를 함께 계산했다."};

}  // namespace podium::texts
