#pragma once

#include "podium/cli/phrase.hpp"

/// What the program's tables and sentences say to people. Commands keep their help beside their options.
namespace podium::texts {

// Titles of columns.
inline constexpr Phrase kRank{"rank", "순위"};
inline constexpr Phrase kUnit{"unit", "코드"};
inline constexpr Phrase kName{"name", "이름"};
inline constexpr Phrase kScore{"score", "점수"};
inline constexpr Phrase kChange{"change", "변동"};
inline constexpr Phrase kPeriod{"period", "기간"};
inline constexpr Phrase kRanked{"of", "순위 대상"};
inline constexpr Phrase kNode{"node", "항목"};
inline constexpr Phrase kId{"id", "코드"};
inline constexpr Phrase kFigure{"figure", "수치"};
inline constexpr Phrase kMeasure{"unit of measure", "단위"};
inline constexpr Phrase kEdition{"edition", "판"};
inline constexpr Phrase kReleased{"released", "발행일"};
inline constexpr Phrase kShare{"share", "비중"};
inline constexpr Phrase kUnits{"units", "대상 수"};
inline constexpr Phrase kUsed{"used", "사용"};
inline constexpr Phrase kStatus{"status", "상태"};
inline constexpr Phrase kSource{"source", "출처"};
inline constexpr Phrase kLocator{"place in source", "출처 내 위치"};
inline constexpr Phrase kNote{"note", "비고"};
inline constexpr Phrase kStep{"step", "단계"};
inline constexpr Phrase kOperation{"operation", "처리"};
inline constexpr Phrase kValue{"value", "값"};
inline constexpr Phrase kStandardError{"standard error", "표준오차"};
inline constexpr Phrase kHistory{"history", "이력"};
inline constexpr Phrase kIndicator{"indicator", "지표"};

// Sentences and labels.
inline constexpr Phrase kFiguresFrom{"Figures from", "수치 출처"};
inline constexpr Phrase kEditions{"Editions", "판"};
inline constexpr Phrase kCoverage{"Coverage", "자료 현황"};
inline constexpr Phrase kComponents{"Components", "구성 항목"};
inline constexpr Phrase kSources{"Sources", "출처"};
inline constexpr Phrase kSteps{"What each step made of it", "단계별 처리"};
inline constexpr Phrase kPrinted{"As printed", "발표된 수치"};
inline constexpr Phrase kNoFigures{"No edition has a figure.", "어느 판에도 수치가 없습니다."};
inline constexpr Phrase kNotCounted{"(in brackets): shown, not counted", "(괄호 안): 참고용, 점수에 미반영"};
inline constexpr Phrase kWeight{"weight", "가중치"};
inline constexpr Phrase kOfTheIndex{"{0} of {1}, {2} of the index", "{1} 안에서 {0}, 전체에서 {2}"};
inline constexpr Phrase kDirection{"direction", "방향"};
inline constexpr Phrase kMoreIsBetter{"more is better", "높을수록 좋음"};
inline constexpr Phrase kLessIsBetter{"less is better", "낮을수록 좋음"};
inline constexpr Phrase kGoalposts{"goalposts", "기준점"};
inline constexpr Phrase kTarget{"target", "목표"};
inline constexpr Phrase kDivided{"divided by", "나누는 값"};
inline constexpr Phrase kTimes{"{0} (times {1})", "{0} ({1}배)"};
inline constexpr Phrase kDenominator{"a series that divides others", "다른 지표를 나누는 값"};

inline constexpr Phrase kHighlight{"{0} ({1}): rank {2} of {3}, score {4}", "{0} ({1}): {3}개 중 {2}위, 점수 {4}"};
inline constexpr Phrase kHighlightUnranked{"{0} ({1}): not ranked", "{0} ({1}): 순위 없음"};
inline constexpr Phrase kComponentOfHighlight{"{0} {1} (rank {2})", "{0} {1} ({2}위)"};
inline constexpr Phrase kMoreRows{"... and {0} more", "... 외 {0}개"};
inline constexpr Phrase kSite{"site: {0}", "사이트: {0}"};
inline constexpr Phrase kScoreAndRank{"Score {0}, rank {1} of {2} in this indicator.",
                                      "이 지표의 점수 {0}, {2}개 중 {1}위."};
inline constexpr Phrase kContribution{
    "Weight in the index {0}: score x weight = {1} of the unit's {2} (before gaps are reweighted).",
    "전체 가중치 {0}: 점수 x 가중치 = {1}, 종합 점수 {2} (결측 재가중 전)."};
inline constexpr Phrase kWeightInForce{"Weight {0}: {1} of its node, {2} of the index.",
                                       "가중치 {0}: 부문 안에서 {1}, 전체에서 {2}."};
inline constexpr Phrase kWeightByStep{"Weight {0}, given by a step of the recipe: {1} of its node, {2} of the index.",
                                      "가중치 {0}(계산 단계에서 정함): 부문 안에서 {1}, 전체에서 {2}."};
inline constexpr Phrase kFilledBy{"Step {0} filled the gap by {1}.", "{0}단계에서 {1} 방법으로 빈칸을 채웠습니다."};
inline constexpr Phrase kFilledByGroup{"Step {0} filled the gap by {1}: {2} {3}.",
                                       "{0}단계에서 {1} 방법으로 빈칸을 채웠습니다. {2}: {3}."};
inline constexpr Phrase kFilledFrom{"Step {0} filled the gap by {1}, with the figure of {2}.",
                                    "{0}단계에서 {1} 방법에 따라 {2}의 수치로 빈칸을 채웠습니다."};
inline constexpr Phrase kShape{"skewness {0}, kurtosis {1}", "왜도 {0}, 첨도 {1}"};
inline constexpr Phrase kNoShape{"too few figures for skewness", "왜도를 잴 만큼 수치가 없음"};
inline constexpr Phrase kLeftAlone{"Step {0} left the indicator alone: {1}.", "{0}단계에서 그대로 두었습니다. {1}."};
inline constexpr Phrase kTreated{"Step {0} treated the indicator: {1} before.",
                                 "{0}단계에서 지표의 이상치를 처리했습니다. 처리 전 {1}."};
inline constexpr Phrase kBroughtIn{"  {0}: {1} figures brought in; {2} after.",
                                   "  {0}: 수치 {1}개를 안쪽으로 옮김. 처리 후 {2}."};
inline constexpr Phrase kTransformed{"  {0}: {1} after.", "  {0}: 처리 후 {1}."};
inline constexpr Phrase kTransformedWith{"  {0} with lambda {1}: {2} after.", "  {0}(람다 {1}): 처리 후 {2}."};
inline constexpr Phrase kTreatedCell{"  This figure: from {0} to {1}.", "  이 수치: {0}에서 {1}로."};
inline constexpr Phrase kLeftOutUnit{"the unit", "대상"};
inline constexpr Phrase kLeftOutIndicator{"the indicator", "지표"};
inline constexpr Phrase kTooFewFigures{"Step {0} left out {1}: {2} of {3} figures available.",
                                       "{0}단계에서 {1} 제외: 수치가 {3}개 중 {2}개."};
inline constexpr Phrase kTooManyZeros{"Step {0} left out {1}: {2} of {3} figures are other than zero.",
                                      "{0}단계에서 {1} 제외: 0이 아닌 수치가 {3}개 중 {2}개."};
inline constexpr Phrase kTooFewInNode{"Step {0} left out {1}: {2} of {3} figures available in {4}.",
                                      "{0}단계에서 {1} 제외: {4} 안의 수치가 {3}개 중 {2}개."};
inline constexpr Phrase kForcedOut{"Step {0} left out {1}, as the recipe says.",
                                   "{0}단계에서 {1} 제외: 계산식에 그렇게 정해져 있습니다."};
inline constexpr Phrase kNoProblems{
    "no problems: {0} units, {1} indicators, {2} editions, {3} periods, {4} observations",
    "문제 없음: 대상 {0}개, 지표 {1}개, 판 {2}개, 기간 {3}개, 수치 {4}개"};
inline constexpr Phrase kCreated{
    "created {0} with {1} files; its figures are invented examples. Next:\n"
    "  podium validate {0}\n"
    "  podium rank {0}\n"
    "  podium show {0} KOR.patents@2024\n"
    "  podium build {0} -o site\n"
    "Then open {0}/podium.toml: its comments say what each line does.\n",
    "{0} 디렉터리에 파일 {1}개를 만들었습니다. 수치는 모두 꾸며 낸 예시입니다. 다음 명령을 실행해 보세요.\n"
    "  podium validate {0}\n"
    "  podium rank {0}\n"
    "  podium show {0} KOR.patents@2024\n"
    "  podium build {0} -o site\n"
    "그다음 {0}/podium.toml을 열어 보세요. 각 줄의 뜻이 주석에 있습니다.\n"};

// Help.
inline constexpr Phrase kUsage{"Usage", "사용법"};
inline constexpr Phrase kCommands{"Commands", "명령"};
inline constexpr Phrase kArguments{"Arguments", "인자"};
inline constexpr Phrase kOptions{"Options", "옵션"};
inline constexpr Phrase kExamples{"Examples", "예"};
inline constexpr Phrase kExitStatus{"Exit status", "종료 상태"};
inline constexpr Phrase kOneOf{"one of", "다음 중 하나:"};
inline constexpr Phrase kDone{"done", "정상 종료"};
inline constexpr Phrase kBadInput{"bad usage or bad input; the messages on standard error say what and where",
                                  "사용법이나 입력 오류. 표준 오류에 내용과 위치가 나옵니다"};
inline constexpr Phrase kFault{"a fault of podium's own", "podium 자체의 결함"};
inline constexpr Phrase kAbout{"turns sourced figures into composite-index rankings that people can trust",
                               "출처가 있는 수치로 믿을 수 있는 종합 지수 순위를 만듭니다"};
inline constexpr Phrase kMoreHelp{
    "'podium COMMAND --help' tells more about a command, 'podium help methods' about the steps of a recipe,\n"
    "'podium help METHOD' about one step or method, 'podium help messages' about what podium reports.",
    "명령별 설명은 'podium COMMAND --help', 계산 단계와 방법은 'podium help methods', 방법 하나는\n"
    "'podium help METHOD', 오류 메시지의 뜻은 'podium help messages'로 볼 수 있습니다."};
inline constexpr Phrase kStepOfRecipe{"a step of a recipe", "계산식의 단계"};
inline constexpr Phrase kMethodOfStep{"a method of the step {0}", "{0} 단계의 방법"};
inline constexpr Phrase kFormula{"Formula", "식"};
inline constexpr Phrase kEdgeCases{"Edge cases", "예외 처리"};
inline constexpr Phrase kAfter{"Source", "근거"};
inline constexpr Phrase kParameters{"Parameters", "매개변수"};
inline constexpr Phrase kMethods{"Methods", "방법"};
inline constexpr Phrase kDefault{"default {0}", "기본값 {0}"};
inline constexpr Phrase kHelpOption{"print this help", "이 도움말을 보여 줍니다"};
inline constexpr Phrase kVersionOption{"print the program's version", "프로그램의 판을 보여 줍니다"};

}  // namespace podium::texts
