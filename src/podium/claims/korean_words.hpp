#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The words of Korean numbers and of what stands behind them. Which of them count where is decided by those who read.
namespace podium::korean {

enum class WordKind : std::uint8_t {
  None,
  Digit,      ///< Sino-Korean 0 to 9
  SmallUnit,  ///< 십 백 천; the value is the power of ten
  LargeUnit   ///< 만 억 조 경 해; the value is the power of ten
};

struct SinoWord {
  WordKind kind = WordKind::None;
  int value = 0;
};

constexpr SinoWord sino_word(char32_t syllable) {
  switch (syllable) {
    case U'영':
    case U'공':
      return {WordKind::Digit, 0};
    case U'일':
      return {WordKind::Digit, 1};
    case U'이':
      return {WordKind::Digit, 2};
    case U'삼':
      return {WordKind::Digit, 3};
    case U'사':
      return {WordKind::Digit, 4};
    case U'오':
      return {WordKind::Digit, 5};
    case U'육':
      return {WordKind::Digit, 6};
    case U'칠':
      return {WordKind::Digit, 7};
    case U'팔':
      return {WordKind::Digit, 8};
    case U'구':
      return {WordKind::Digit, 9};
    case U'십':
      return {WordKind::SmallUnit, 1};
    case U'백':
      return {WordKind::SmallUnit, 2};
    case U'천':
      return {WordKind::SmallUnit, 3};
    case U'만':
      return {WordKind::LargeUnit, 4};
    case U'억':
      return {WordKind::LargeUnit, 8};
    case U'조':
      return {WordKind::LargeUnit, 12};
    case U'경':
      return {WordKind::LargeUnit, 16};
    case U'해':
      return {WordKind::LargeUnit, 20};
    default:
      return {};
  }
}

struct NativeWord {
  std::string_view text{};
  unsigned value = 0;
  bool is_attributive = false;  ///< stands only before what is counted: 한, 두, 스무
};

/// Longer words before those they begin with.
inline constexpr std::array<NativeWord, 26> kNativeWords{{
    {"하나", 1},     {"다섯", 5},        {"여섯", 6},     {"일곱", 7},     {"여덟", 8},     {"아홉", 9},
    {"스물", 20},    {"서른", 30},       {"마흔", 40},    {"예순", 60},    {"일흔", 70},    {"여든", 80},
    {"아흔", 90},    {"스무", 20, true}, {"둘", 2},       {"셋", 3},       {"넷", 4},       {"열", 10},
    {"쉰", 50},      {"한", 1, true},    {"두", 2, true}, {"세", 3, true}, {"네", 4, true}, {"석", 3, true},
    {"넉", 4, true}, {"첫", 1, true},
}};

/// Whether a number in words, with its 제 or 마이너스, can begin with the syllable.
constexpr bool begins_number_word(char32_t syllable) {
  constexpr std::u32string_view kOthers = U"하다여아스서마예둘셋넷열쉰한두세네석넉첫제플반";
  return sino_word(syllable).kind != WordKind::None || kOthers.find(syllable) != std::u32string_view::npos;
}

/// What begins an ordinal or negative number.
inline constexpr std::string_view kOrdinalPrefix = "제";
inline constexpr std::array<std::string_view, 2> kMinusWords{"마이너스", "마이나스"};
inline constexpr std::string_view kPlusWord = "플러스";

/// Measures and currencies that are no other words, so that even 이 before them is a number.
inline constexpr auto kMeasures = std::to_array<std::string_view>({
    "불",         "퍼센트",       "퍼센트포인트", "달러",       "위안",       "유로",       "루블",     "루피",
    "페소",       "프랑",         "바트",         "센트",       "미터",       "킬로미터",   "센티미터", "밀리미터",
    "제곱미터",   "제곱킬로미터", "평방미터",     "세제곱미터", "미터퍼초",   "리터",       "밀리리터", "그램",
    "킬로그램",   "밀리그램",     "씨씨",         "헥타르",     "에이커",     "마일",       "인치",     "피트",
    "야드",       "갤런",         "배럴",         "온스",       "와트",       "킬로와트",   "메가와트", "기가와트",
    "볼트",       "암페어",       "헤르츠",       "킬로헤르츠", "메가헤르츠", "기가헤르츠", "바이트",   "킬로바이트",
    "메가바이트", "기가바이트",   "테라바이트",   "알피엠",     "칼로리",     "킬로칼로리", "데시벨",
});

/// Counters that are words of their own too.
inline constexpr auto kCounters = std::to_array<std::string_view>({
    "명",   "개",     "건",   "위",   "년",   "월",   "일",     "원",     "엔",     "계단", "배",     "번",
    "살",   "세",     "시",   "분",   "초",   "곳",   "국",     "종",     "편",     "대",   "채",     "권",
    "장",   "잔",     "병",   "마리", "그루", "송이", "가지",   "차례",   "사람",   "시간", "개월",   "개국",
    "개사", "주일",   "주",   "달",   "달간", "해",   "회",     "차",     "호",     "층",   "칸",     "줄",
    "쌍",   "켤레",   "벌",   "통",   "판",   "팀",   "표",     "석",     "승",     "패",   "무",     "점",
    "골",   "타",     "홈런", "안타", "경기", "세트", "라운드", "게임",   "시즌",   "학기", "학년",   "학급",
    "단계", "등급",   "급",   "등",   "도",   "평",   "톤",     "척",     "기",     "발",   "자루",   "포기",
    "다발", "묶음",   "봉지", "갑",   "상자", "박스", "그릇",   "접시",   "모금",   "방울", "조각",   "토막",
    "쪽",   "페이지", "면",   "행",   "문장", "구절", "마디",   "군데",   "갈래",   "자리", "자릿수", "거래일",
    "분기", "세기",   "세대", "가구", "가족", "부부", "아이",   "남자",   "여자",   "여성", "남성",   "선수",
    "나라", "국가",   "도시", "지역", "기업", "회사", "업체",   "학교",   "대학",   "은행", "종류",   "종목",
    "부문", "분야",   "항목", "문제", "질문", "번째", "프로",   "포인트", "파운드", "다스", "킬로",   "인",
    "자",   "폭",     "획",   "수",   "연승", "연패", "걸음",   "바퀴",   "잎",     "알",   "끼",     "군",
    "구",   "동",     "조",   "항",   "구역", "코스", "작품",   "단어",   "글자",   "볼",   "아웃",   "위안화",
    "아들", "딸",     "형제", "자매", "후보", "의상", "문서",   "학자",   "손",     "발짝", "차원",   "축",
    "요소",
});

/// 수 천 명 and 몇 백 명 say how large, not how many.
inline constexpr auto kVagueWords = std::to_array<std::string_view>({"수", "몇"});
/// Counters between the parts of a date, a time or a sum, which are written without spaces: 두시삼십분.
inline constexpr auto kPartCounters = std::to_array<std::string_view>({"년", "월", "시", "분", "달러", "원"});

/// Behind a bare 십, 백, 천 or 만 these are written on without a space; "천국", "백인", "만회" are other words.
inline constexpr auto kGluedToUnit =
    std::to_array<std::string_view>({"명", "원", "년", "개", "엔", "배", "번", "건", "톤", "평", "위"});
/// Behind a bare digit word: "일년", but not "사원", "오명", "구도".
inline constexpr auto kGluedToDigit = std::to_array<std::string_view>({"년", "월", "위", "엔"});
/// Behind a digit word and a space, other than 이: "오 톤", but not "이 명", "구 시".
inline constexpr auto kSpacedAfterDigit =
    std::to_array<std::string_view>({"년", "월", "원", "엔", "명", "위", "도", "평", "톤", "개", "회", "차"});
/// Behind 한, 두, 세 or 네: "두개", but not "한층", "세대", "네트".
inline constexpr auto kGluedToAttributive = std::to_array<std::string_view>(
    {"명", "개", "번", "곳", "건", "살", "달", "잔", "병", "권", "채", "쌍", "배", "팀", "골", "시", "줄"});

/// Runs of two syllables that are other words as well: numbers only before a measure or
/// one of kGluedToUnit.
inline constexpr auto kOtherWords = std::to_array<std::string_view>({
    "이천", "사천", "구천", "이만", "오만", "일만", "만일", "만이", "만사", "만오", "만구", "천사", "천오", "천구",
    "천이", "천일", "백일", "백이", "백사", "백구", "백오", "구조", "공조", "이조", "사조", "이해", "오해", "일해",
    "사해", "구해", "공해", "영해", "육해", "구경", "이경", "일경", "사경", "오경", "공경", "일조", "일천", "백조",
});
/// Names and other words that begin with a numeral.
inline constexpr auto kNames =
    std::to_array<std::string_view>({"이천시", "사천시", "천만에요", "천만의 말씀", "백일장", "이천군", "이유로",
                                     "사유로", "공유로", "열병", "하나은행"});

/// Words that a digit and a unit would make of the beginning of another word: "3조각", "2경기", "5백화점".
inline constexpr auto kNotUnits = std::to_array<std::string_view>({
    "조각", "조직", "조치", "조건", "조항", "조사", "조합", "조선", "조례",   "조정",
    "경기", "경주", "경찰", "경쟁", "경로", "해리", "해당", "해외", "백화점", "백신",
    "백분", "천사", "천막", "만기", "만남", "만점", "만세", "만료", "만족",   "십자",
});

/// What may follow a number, alone or two or three of them in a row: particles, the copula, and words that hedge.
/// All begin with what a number can end with: "이다", not "다", so that 오백이다 is 500.
inline constexpr auto kParticles = std::to_array<std::string_view>({
    "은",   "는",   "이",     "가",     "을",   "를",   "의",     "에",     "에서", "에게",   "에는", "와",   "과",
    "도",   "만",   "로",     "으로",   "까지", "부터", "보다",   "마다",   "이나", "밖에",   "뿐",   "이라", "이라는",
    "이다", "였다", "이었다", "입니다", "이며", "이고", "인",     "인데",   "이자", "이지만", "여",   "정도", "쯤",
    "씩",   "가량", "이상",   "이하",   "미만", "초과", "안팎",   "짜리",   "만에", "만큼",   "들",   "께",   "처럼",
    "같이", "이란", "하고",   "꼴",     "이던", "인가", "인가요", "이에요", "예요", "에도",
});

/// These follow a number or a counter and are no particles: 년간, 개당, 원대. Behind kWithoutSuffix they make other
/// words (시대, 배당, 도중).
inline constexpr auto kSuffixes =
    std::to_array<std::string_view>({"간", "당", "대", "등", "째", "중", "선", "치", "분", "여", "전", "후", "뒤"});
inline constexpr auto kWithoutSuffix = std::to_array<std::string_view>({"시", "도", "배", "대", "차", "세"});

/// Not said with native words: 한 일, 한 도로.
inline constexpr auto kSinoCounters =
    std::to_array<std::string_view>({"도", "위", "년", "월", "일", "원", "엔", "등", "급"});

}  // namespace podium::korean
