#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium check` says to people.
namespace podium::texts {

inline constexpr Phrase kCheckTitle{"{0}: figures checked against {1}", "{0}: {1} 수치와 대조"};
inline constexpr Phrase kDayGiven{"Published {0} (as given).", "발행일 {0}(지정)."};
inline constexpr Phrase kDayFound{"Published {0} (found in the text).", "발행일 {0}(본문에서 찾음)."};
inline constexpr Phrase kDayAssumed{
    "The text has no date: {0}, when the edition that it names came out, is taken for it. --published DATE says "
    "better.",
    "본문에 날짜가 없어 인용한 판의 발표일 {0}을 발행일로 봅니다. 정확한 날짜는 --published로 지정하십시오."};
inline constexpr Phrase kNoDay{"The text has no date: 'last year' and the like stay open. --published DATE says it.",
                               "본문에 날짜가 없어 '지난해' 같은 말을 풀지 못합니다. --published로 지정하십시오."};
inline constexpr Phrase kLeftOutOfStory{"Left out of the story: {0}.", "기사에서 뺀 부분: {0}."};
inline constexpr Phrase kCheckCounts{
    "{0} claims: {1} right, {2} rounded, {3} right in another edition, {4} wrong, {5} not checkable, {6} opinion.",
    "주장 {0}건: 일치 {1}, 반올림 {2}, 다른 판에서 일치 {3}, 불일치 {4}, 확인 불가 {5}, 의견 {6}."};
inline constexpr Phrase kNothingFound{"No claim was found.", "확인할 주장이 없습니다."};
inline constexpr Phrase kContradictionsTitle{"Contradictions", "서로 어긋나는 수치"};
inline constexpr Phrase kContradicts{"[{0}] {1} ({2}) and [{3}] {4} ({5})", "[{0}] {1}({2}) ↔ [{3}] {4}({5})"};
inline constexpr Phrase kSharedTitle{"The same slip in several texts", "여러 글에 함께 나오는 오류"};
inline constexpr Phrase kSharedSlip{"{0}: {1}", "{0}: {1}"};
inline constexpr Phrase kStepsTitle{"[{0}] {1}: how the verdict was come to", "[{0}] {1}: 판정 과정"};
inline constexpr Phrase kReadAs{"Read as: {0}.", "읽은 뜻: {0}."};
inline constexpr Phrase kSpokenBy{"Quoted from: {0}.", "발언자: {0}."};
inline constexpr Phrase kSentenceOf{"Sentence: {0}", "문장: {0}"};
inline constexpr Phrase kSourceOf{"Source: {0}; {1}", "출처: {0}; {1}"};
inline constexpr Phrase kScoreCounts{
    "{0} facts: {1} found, {2} with the right value, {3} with the right verdict; {4} false finds.",
    "사실 {0}건: 찾음 {1}, 값 일치 {2}, 판정 일치 {3}. 잘못 찾은 것 {4}건."};
inline constexpr Phrase kFact{"fact", "항목"};
inline constexpr Phrase kPrintedWords{"as printed", "적힌 말"};
inline constexpr Phrase kScoreFound{"found", "찾음"};
inline constexpr Phrase kScoreValue{"value", "값"};
inline constexpr Phrase kSheetVerdict{"sheet", "기준 판정"};
inline constexpr Phrase kOwnVerdict{"verdict", "판정"};
inline constexpr Phrase kFalseFinds{"False finds", "잘못 찾은 것"};
inline constexpr Phrase kYes{"yes", "예"};
inline constexpr Phrase kNo{"no", "아니요"};

}  // namespace podium::texts
