#include "podium/claims/currency_words.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/text_cursor.hpp"

namespace podium {
namespace {

struct CurrencyName {
  std::string_view word;
  std::string_view kind;
  double size = 1;
};

/// Korean names; longer ones before those that they begin with.
constexpr std::array kKoreanNames{CurrencyName{"달러화", "dollar"}, CurrencyName{"달러", "dollar"},
                                  CurrencyName{"불", "dollar"},     CurrencyName{"센트", "dollar", 0.01},
                                  CurrencyName{"위안화", "yuan"},   CurrencyName{"위안", "yuan"},
                                  CurrencyName{"인민폐", "yuan"},   CurrencyName{"엔화", "yen"},
                                  CurrencyName{"엔", "yen"},        CurrencyName{"유로화", "euro"},
                                  CurrencyName{"유로", "euro"},     CurrencyName{"파운드화", "pound"},
                                  CurrencyName{"파운드", "pound"},  CurrencyName{"펜스", "pound", 0.01},
                                  CurrencyName{"원화", "won"},      CurrencyName{"원", "won"},
                                  CurrencyName{"프랑", "franc"},    CurrencyName{"루피아", "rupiah"},
                                  CurrencyName{"루피", "rupee"},    CurrencyName{"페소", "peso"},
                                  CurrencyName{"루블", "ruble"},    CurrencyName{"리라", "lira"},
                                  CurrencyName{"바트", "baht"},     CurrencyName{"링깃", "ringgit"},
                                  CurrencyName{"리얄", "riyal"},    CurrencyName{"디르함", "dirham"},
                                  CurrencyName{"셰켈", "shekel"},   CurrencyName{"크로나", "krona"},
                                  CurrencyName{"크로네", "krone"},  CurrencyName{"즈워티", "zloty"},
                                  CurrencyName{"포린트", "forint"}, CurrencyName{"코루나", "koruna"},
                                  CurrencyName{"헤알", "real"},     CurrencyName{"랜드", "rand"},
                                  CurrencyName{"라리", "lari"},     CurrencyName{"휠던", "guilder"},
                                  CurrencyName{"마르카", "markka"}, CurrencyName{"비트코인", "bitcoin"},
                                  CurrencyName{"元", "yuan"},       CurrencyName{"페세타", "peseta"},
                                  CurrencyName{"동", "dong"}};

/// English names in the singular; a plural has an s, where it is another word it stands by itself.
constexpr std::array kEnglishNames{CurrencyName{"dollar", "dollar"},     CurrencyName{"buck", "dollar"},
                                   CurrencyName{"cent", "dollar", 0.01}, CurrencyName{"renminbi", "yuan"},
                                   CurrencyName{"yuan", "yuan"},         CurrencyName{"yen", "yen"},
                                   CurrencyName{"euro", "euro"},         CurrencyName{"pound sterling", "pound"},
                                   CurrencyName{"pound", "pound"},       CurrencyName{"pence", "pound", 0.01},
                                   CurrencyName{"penny", "pound", 0.01}, CurrencyName{"won", "won"},
                                   CurrencyName{"franc", "franc"},       CurrencyName{"rupiah", "rupiah"},
                                   CurrencyName{"rupee", "rupee"},       CurrencyName{"peso", "peso"},
                                   CurrencyName{"ruble", "ruble"},       CurrencyName{"rouble", "ruble"},
                                   CurrencyName{"lira", "lira"},         CurrencyName{"baht", "baht"},
                                   CurrencyName{"ringgit", "ringgit"},   CurrencyName{"riyal", "riyal"},
                                   CurrencyName{"dirham", "dirham"},     CurrencyName{"shekel", "shekel"},
                                   CurrencyName{"krona", "krona"},       CurrencyName{"kronor", "krona"},
                                   CurrencyName{"krone", "krone"},       CurrencyName{"kroner", "krone"},
                                   CurrencyName{"zloty", "zloty"},       CurrencyName{"forint", "forint"},
                                   CurrencyName{"koruna", "koruna"},     CurrencyName{"real", "real"},
                                   CurrencyName{"reais", "real"},        CurrencyName{"rand", "rand"},
                                   CurrencyName{"lari", "lari"},         CurrencyName{"guilder", "guilder"},
                                   CurrencyName{"markka", "markka"},     CurrencyName{"bitcoin", "bitcoin"},
                                   CurrencyName{"peseta", "peseta"},     CurrencyName{"dong", "dong"}};

struct CountryWord {
  std::string_view korean;
  std::string_view english;  ///< in lower case; empty where another line has it
  std::string_view country;  ///< the first letters of its codes
};

constexpr std::array kCountries{CountryWord{"미국", "u.s.", "US"},
                                CountryWord{"美", "us", "US"},
                                CountryWord{"미", "united states", "US"},
                                CountryWord{"", "american", "US"},
                                CountryWord{"캐나다", "canadian", "CA"},
                                CountryWord{"호주", "australian", "AU"},
                                CountryWord{"홍콩", "hong kong", "HK"},
                                CountryWord{"싱가포르", "singapore", "SG"},
                                CountryWord{"싱가폴", "singaporean", "SG"},
                                CountryWord{"뉴질랜드", "new zealand", "NZ"},
                                CountryWord{"대만", "taiwan", "TW"},
                                CountryWord{"", "new taiwan", "TW"},
                                CountryWord{"중국", "chinese", "CN"},
                                CountryWord{"中", "china", "CN"},
                                CountryWord{"일본", "japanese", "JP"},
                                CountryWord{"日", "", "JP"},
                                CountryWord{"한국", "korean", "KR"},
                                CountryWord{"", "south korean", "KR"},
                                CountryWord{"북한", "north korean", "KP"},
                                CountryWord{"영국", "british", "GB"},
                                CountryWord{"英", "", "GB"},
                                CountryWord{"이집트", "egyptian", "EG"},
                                CountryWord{"스위스", "swiss", "CH"},
                                CountryWord{"프랑스", "french", "FR"},
                                CountryWord{"인도네시아", "indonesian", "ID"},
                                CountryWord{"인도", "indian", "IN"},
                                CountryWord{"스리랑카", "sri lankan", "LK"},
                                CountryWord{"파키스탄", "pakistani", "PK"},
                                CountryWord{"네팔", "nepalese", "NP"},
                                CountryWord{"멕시코", "mexican", "MX"},
                                CountryWord{"필리핀", "philippine", "PH"},
                                CountryWord{"칠레", "chilean", "CL"},
                                CountryWord{"콜롬비아", "colombian", "CO"},
                                CountryWord{"아르헨티나", "argentine", "AR"},
                                CountryWord{"러시아", "russian", "RU"},
                                CountryWord{"튀르키예", "turkish", "TR"},
                                CountryWord{"터키", "", "TR"},
                                CountryWord{"이탈리아", "italian", "IT"},
                                CountryWord{"태국", "thai", "TH"},
                                CountryWord{"말레이시아", "malaysian", "MY"},
                                CountryWord{"사우디", "saudi", "SA"},
                                CountryWord{"이스라엘", "israeli", "IL"},
                                CountryWord{"스웨덴", "swedish", "SE"},
                                CountryWord{"노르웨이", "norwegian", "NO"},
                                CountryWord{"덴마크", "danish", "DK"},
                                CountryWord{"아이슬란드", "icelandic", "IS"},
                                CountryWord{"폴란드", "polish", "PL"},
                                CountryWord{"헝가리", "hungarian", "HU"},
                                CountryWord{"체코", "czech", "CZ"},
                                CountryWord{"브라질", "brazilian", "BR"},
                                CountryWord{"남아공", "south african", "ZA"},
                                CountryWord{"조지아", "georgian", "GE"},
                                CountryWord{"네덜란드", "dutch", "NL"},
                                CountryWord{"", "netherlands", "NL"},
                                CountryWord{"핀란드", "finnish", "FI"},
                                CountryWord{"스페인", "spanish", "ES"},
                                CountryWord{"베트남", "vietnamese", "VN"}};

struct CurrencyCode {
  std::string_view code;
  std::string_view kind;
  bool is_usual = false;  ///< where no country is named
};

constexpr std::array kCodes{
    CurrencyCode{"USD", "dollar"},        CurrencyCode{"CAD", "dollar"},       CurrencyCode{"AUD", "dollar"},
    CurrencyCode{"HKD", "dollar"},        CurrencyCode{"SGD", "dollar"},       CurrencyCode{"NZD", "dollar"},
    CurrencyCode{"TWD", "dollar"},        CurrencyCode{"CNY", "yuan", true},   CurrencyCode{"JPY", "yen", true},
    CurrencyCode{"EUR", "euro", true},    CurrencyCode{"KRW", "won", true},    CurrencyCode{"KPW", "won"},
    CurrencyCode{"GBP", "pound"},         CurrencyCode{"EGP", "pound"},        CurrencyCode{"CHF", "franc"},
    CurrencyCode{"FRF", "franc"},         CurrencyCode{"IDR", "rupiah", true}, CurrencyCode{"INR", "rupee"},
    CurrencyCode{"LKR", "rupee"},         CurrencyCode{"PKR", "rupee"},        CurrencyCode{"NPR", "rupee"},
    CurrencyCode{"MXN", "peso"},          CurrencyCode{"PHP", "peso"},         CurrencyCode{"CLP", "peso"},
    CurrencyCode{"COP", "peso"},          CurrencyCode{"ARS", "peso"},         CurrencyCode{"RUB", "ruble", true},
    CurrencyCode{"TRY", "lira"},          CurrencyCode{"ITL", "lira"},         CurrencyCode{"THB", "baht", true},
    CurrencyCode{"MYR", "ringgit", true}, CurrencyCode{"SAR", "riyal", true},  CurrencyCode{"AED", "dirham", true},
    CurrencyCode{"ILS", "shekel", true},  CurrencyCode{"SEK", "krona"},        CurrencyCode{"ISK", "krona"},
    CurrencyCode{"NOK", "krone"},         CurrencyCode{"DKK", "krone"},        CurrencyCode{"PLN", "zloty", true},
    CurrencyCode{"HUF", "forint", true},  CurrencyCode{"CZK", "koruna", true}, CurrencyCode{"BRL", "real", true},
    CurrencyCode{"ZAR", "rand", true},    CurrencyCode{"GEL", "lari", true},   CurrencyCode{"NLG", "guilder"},
    CurrencyCode{"FIM", "markka", true},  CurrencyCode{"ESP", "peseta", true}, CurrencyCode{"VND", "dong", true}};

struct CurrencySign {
  std::string_view sign;
  std::string_view kind;
  std::string_view code;
};

/// Signs, and words that stand before an amount.
constexpr std::array kSigns{
    CurrencySign{"$", "dollar", ""},    CurrencySign{"＄", "dollar", ""},    CurrencySign{"€", "euro", "EUR"},
    CurrencySign{"£", "pound", ""},     CurrencySign{"₩", "won", "KRW"},     CurrencySign{"￦", "won", "KRW"},
    CurrencySign{"CN¥", "yuan", "CNY"}, CurrencySign{"¥", "yen", "JPY"},     CurrencySign{"￥", "yen", "JPY"},
    CurrencySign{"₹", "rupee", "INR"},  CurrencySign{"₽", "ruble", "RUB"},   CurrencySign{"₺", "lira", "TRY"},
    CurrencySign{"₫", "dong", "VND"},   CurrencySign{"฿", "baht", "THB"},    CurrencySign{"₾", "lari", "GEL"},
    CurrencySign{"₿", "bitcoin", ""},   CurrencySign{"한화", "won", "KRW"},  CurrencySign{"미화", "dollar", "USD"},
    CurrencySign{"元", "yuan", "CNY"},  CurrencySign{"₡", "colon", "CRC"},   CurrencySign{"₱", "peso", "PHP"},
    CurrencySign{"₪", "shekel", "ILS"}, CurrencySign{"₴", "hryvnia", "UAH"}, CurrencySign{"₦", "naira", "NGN"},
    CurrencySign{"₵", "cedi", "GHS"},   CurrencySign{"₲", "guarani", "PYG"}, CurrencySign{"₸", "tenge", "KZT"},
    CurrencySign{"₨", "rupee", ""}};

/// Letters before a dollar sign, in lower case. Those that are words of their own must touch it.
struct DollarLetters {
  std::string_view letters;
  std::string_view kind;
  std::string_view code;
  bool may_stand_apart;
};
constexpr std::array kDollarLetters{
    DollarLetters{"us", "dollar", "USD", true},  DollarLetters{"usd", "dollar", "USD", true},
    DollarLetters{"hk", "dollar", "HKD", true},  DollarLetters{"hkd", "dollar", "HKD", true},
    DollarLetters{"nt", "dollar", "TWD", true},  DollarLetters{"nz", "dollar", "NZD", true},
    DollarLetters{"ca", "dollar", "CAD", true},  DollarLetters{"cad", "dollar", "CAD", true},
    DollarLetters{"c", "dollar", "CAD", true},   DollarLetters{"au", "dollar", "AUD", true},
    DollarLetters{"aud", "dollar", "AUD", true}, DollarLetters{"a", "dollar", "AUD", false},
    DollarLetters{"sg", "dollar", "SGD", true},  DollarLetters{"s", "dollar", "SGD", false},
    DollarLetters{"mxn", "peso", "MXN", true},   DollarLetters{"mex", "peso", "MXN", true},
    DollarLetters{"r", "real", "BRL", false}};

std::string_view code_of(std::string_view kind, std::string_view country) {
  const auto found = std::ranges::find_if(
      kCodes, [&](const CurrencyCode& code) { return code.kind == kind && code.code.starts_with(country); });
  return found == kCodes.end() ? std::string_view() : found->code;
}

/// A word of Korean ends where a particle or no letter follows; "원" begins many others (원인, 원래), and behind "불"
/// and "동" particles make them (불과, 동의).
bool ends_korean_name(std::string_view text, std::size_t at, std::string_view word) {
  if (!is_hangul(character_at(text, at).code)) return true;
  if (word == "불" || word == "동") return false;
  constexpr std::array<std::string_view, 23> kParticles{"을",   "를",   "이",   "가",   "은", "는",   "의",   "에",
                                                        "로",   "으로", "도",   "만",   "과", "와",   "보다", "까지",
                                                        "부터", "대",   "어치", "짜리", "씩", "규모", "이상"};
  return word != "원" ||
         std::ranges::any_of(kParticles, [&](std::string_view one) { return text.substr(at).starts_with(one); });
}

std::optional<CurrencyMention> korean_name(std::string_view text, std::size_t at, std::string_view country) {
  for (const CurrencyName& name : kKoreanNames) {
    if (!text.substr(at).starts_with(name.word)) continue;
    const std::size_t end = at + name.word.size();
    if (!ends_korean_name(text, end, name.word)) return std::nullopt;
    return CurrencyMention{.span = {at, end},
                           .kind = name.kind,
                           .code = country.empty() ? usual_code(name.kind) : code_of(name.kind, country),
                           .size = name.size};
  }
  return std::nullopt;
}

std::optional<CurrencyMention> english_name(std::string_view text, std::size_t at, std::string_view country) {
  for (const CurrencyName& name : kEnglishNames) {
    TextCursor cursor(text, at);
    if (!cursor.take_word(name.word)) {
      TextCursor plural(text, at);
      const bool has_stem = at + name.word.size() < text.size() &&
                            std::ranges::equal(text.substr(at, name.word.size()), name.word, {}, in_lower_case);
      if (!has_stem || !TextCursor(text, at + name.word.size()).take_word("s")) continue;
      cursor = TextCursor(text, at + name.word.size() + 1);
    }
    return CurrencyMention{.span = {at, cursor.at()},
                           .kind = name.kind,
                           .code = country.empty() ? usual_code(name.kind) : code_of(name.kind, country),
                           .size = name.size};
  }
  return std::nullopt;
}

/// In capitals, or all in small letters.
bool is_code(std::string_view word, std::string_view code) {
  return word == code || std::ranges::equal(word, code, {}, {}, in_lower_case);
}

std::optional<CurrencyMention> code_in(std::string_view text, TextSpan span) {
  for (const CurrencyCode& code : kCodes) {
    if (is_code(span.of(text), code.code)) return CurrencyMention{.span = span, .kind = code.kind, .code = code.code};
  }
  const std::string_view word = span.of(text);
  if (is_code(word, "RMB")) return CurrencyMention{.span = span, .kind = "yuan", .code = "CNY"};
  if (is_code(word, "BTC")) return CurrencyMention{.span = span, .kind = "bitcoin"};
  return std::nullopt;
}

/// The three letters of a code, no more; in financial reports behind the letter of a magnitude: MUSD, kEUR.
std::optional<CurrencyMention> code_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLetters = 3;
  std::size_t end = at;
  while (end < text.size() && is_latin(static_cast<unsigned char>(text[end])) && end - at <= kLetters + 1) ++end;
  if (end - at == kLetters) return code_in(text, {at, end});
  const bool is_million = text.substr(at).starts_with('M');
  const bool is_thousand = text.substr(at).starts_with('k');
  if (end - at != kLetters + 1 || (!is_million && !is_thousand)) return std::nullopt;
  auto found = code_in(text, {at + 1, end});
  if (!found || found->code.empty() || found->code != text.substr(at + 1, kLetters)) return std::nullopt;
  found->span.begin = at;
  found->size = is_million ? 1e6 : 1e3;
  return found;
}

std::optional<CurrencyMention> code_that_ends_at(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_latin(static_cast<unsigned char>(text[begin - 1])) && end - begin <= 3) --begin;
  return end - begin == 3 ? code_in(text, {begin, end}) : std::nullopt;
}

/// US$, c $.
CurrencyMention with_letters(std::string_view text, CurrencyMention sign) {
  std::size_t end = sign.span.begin;
  while (end > 0 && text[end - 1] == ' ' && sign.span.begin - end < 2) --end;
  std::size_t begin = end;
  while (begin > 0 && is_latin(static_cast<unsigned char>(text[begin - 1])) && end - begin < 4) --begin;
  for (const DollarLetters& letters : kDollarLetters) {
    const std::string_view word = text.substr(begin, end - begin);
    const bool is_apart = end != sign.span.begin;
    if (!std::ranges::equal(word, letters.letters, {}, in_lower_case) || (is_apart && !letters.may_stand_apart))
      continue;
    return {.span = {begin, sign.span.end}, .kind = letters.kind, .code = letters.code};
  }
  return sign;
}

/// The name behind a country's, "미국 달러" or "Hong Kong dollars".
std::optional<CurrencyMention> name_of_country(std::string_view text, std::size_t at) {
  for (const CountryWord& country : kCountries) {
    for (const bool is_korean : {true, false}) {
      const std::string_view word = is_korean ? country.korean : country.english;
      TextCursor cursor(text, at);
      if (word.empty() || !(is_korean ? cursor.take(word) : cursor.take_word(word))) continue;
      cursor.skip_spaces();
      std::optional<CurrencyMention> found = is_korean ? korean_name(text, cursor.at(), country.country)
                                                       : english_name(text, cursor.at(), country.country);
      if (!found) continue;
      found->span.begin = at;
      return found;
    }
  }
  return std::nullopt;
}

/// "5 $ 10" is a number and an amount, but "5 $ 10 $" and "5 $ 10 cent" are amounts with the sign behind.
bool is_before_next_amount(std::string_view text, std::size_t at, std::string_view sign) {
  TextCursor next(text, at);
  next.skip_spaces();
  if (!is_digit(next.next())) return false;
  std::size_t end = next.at();
  while (end < text.size() && (is_digit(static_cast<unsigned char>(text[end])) || text[end] == '.' || text[end] == ','))
    ++end;
  TextCursor behind(text, end);
  behind.skip_spaces();
  return !behind.take(sign) && !behind.take_word("cent") && !behind.take_word("cents");
}

}  // namespace

std::string_view usual_code(std::string_view kind) {
  const auto found =
      std::ranges::find_if(kCodes, [&](const CurrencyCode& code) { return code.kind == kind && code.is_usual; });
  return found == kCodes.end() ? std::string_view() : found->code;
}

std::optional<CurrencyMention> currency_behind(std::string_view text, std::size_t at) {
  TextCursor cursor(text, at);
  cursor.skip_spaces();
  // A 12-cent rise.
  if (TextCursor hyphen = cursor; hyphen.take("-") && is_latin(hyphen.next())) cursor = hyphen;
  if (auto found = korean_name(text, cursor.at(), {})) return found;
  if (auto found = english_name(text, cursor.at(), {})) return found;
  if (auto found = name_of_country(text, cursor.at())) return found;
  if (auto found = code_at(text, cursor.at())) return found;
  for (const CurrencySign& sign : kSigns) {
    TextCursor behind = cursor;
    if (is_hangul(character_at(sign.sign, 0).code) || !behind.take(sign.sign)) continue;
    if (is_before_next_amount(text, behind.at(), sign.sign)) continue;
    return CurrencyMention{.span = {cursor.at(), behind.at()}, .kind = sign.kind, .code = sign.code};
  }
  return std::nullopt;
}

std::optional<CurrencyMention> currency_before(std::string_view text, std::size_t end) {
  while (end > 0 && is_space(character_before(text, end).code)) end -= character_before(text, end).size;
  const std::string_view before = text.substr(0, end);
  for (const CurrencySign& sign : kSigns) {
    if (!before.ends_with(sign.sign)) continue;
    const CurrencyMention found{.span = {end - sign.sign.size(), end}, .kind = sign.kind, .code = sign.code};
    return sign.kind == "dollar" ? with_letters(text, found) : found;
  }
  return code_that_ends_at(text, end);
}

}  // namespace podium
