#include "podium/publish/check_page.hpp"

#include <algorithm>
#include <array>

#include <kainjow/mustache.hpp>

#include "podium/claims/check_words.hpp"
#include "podium/claims/claim_marks.hpp"
#include "podium/publish/embedded.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

using kainjow::mustache::data;

std::string_view look_of(Verdict::Kind kind) {
  constexpr std::array<std::string_view, 6> kLooks{"right", "right", "other", "wrong", "open", "open"};
  return kLooks[static_cast<std::size_t>(kind)];
}

class CheckPage {
 public:
  CheckPage(const TextCheck& check, Language language) : check_(check), language_(language) {}

  data page() const {
    data page;
    page.set("lang", say({"en", "ko"}));
    page.set("title", say({"Figures checked against ", "수치 대조: "}) + check_.index.title.in(language_));
    page.set("tally", tally());
    data texts{data::type::list};
    for (std::size_t i = 0; i < check_.texts.size(); ++i) texts << text_data(i);
    page.set("texts", texts);
    page.set("has_across", !check_.contradictions.empty());
    page.set("across_title", say({"Contradictions", "서로 어긋나는 수치"}));
    page.set("across", contradictions());
    page.set("has_shared", !check_.shared_slips.empty());
    page.set("shared_title", say({"The same slip in several texts", "여러 글에 함께 나온 실수"}));
    page.set("shared", shared_slips());
    page.set("evidence_title", say({"Evidence", "근거"}));
    page.set(
        "foot",
        say({"A printed figure stands for all values that round to it; it is wrong only if no figure of any edition is "
             "one of them.",
             "적힌 수치는 반올림하면 그 수가 되는 모든 값을 뜻하며, 어느 판의 수치도 그 안에 없을 때만 불일치로 "
             "봅니다."}));
    return page;
  }

 private:
  std::string say(const Text& text) const { return text.in(language_); }

  data tally() const {
    data list{data::type::list};
    for (std::size_t i = 0; i < 6; ++i) {
      const auto kind = static_cast<Verdict::Kind>(i);
      const std::size_t count = count_of(check_, kind);
      if (count == 0) continue;
      data one;
      one.set("look", std::string(look_of(kind)));
      one.set("count", std::to_string(count));
      one.set("words", words_of(kind).in(language_));
      list << one;
    }
    return list;
  }

  data text_data(std::size_t i) const {
    const CheckedText& text = check_.texts[i];
    data one;
    one.set("name", text.name);
    one.set("text_lang", text.language == Language::Korean ? "ko" : "en");
    one.set("day", day_of(text));
    one.set("left_out", left_out(i));
    one.set("sentences", sentences_of_text(i));
    data rates{data::type::list};
    for (const TextRate& rate : text.rates) rates << piece(rate.text.in(language_));
    one.set("rates", rates);
    data claims{data::type::list};
    for (std::size_t k = 0; k < text.claims.size(); ++k) claims << claim_data(i, k);
    one.set("claims", claims);
    return one;
  }

  std::string day_of(const CheckedText& text) const {
    if (!text.published) return say({"The text has no date.", "본문에 날짜가 없습니다."});
    const std::string day = to_text(*text.published);
    if (text.day_from == CheckedText::DayFrom::Edition) {
      return say({"The text has no date; that of the edition which it names is taken: ",
                  "본문에 날짜가 없어 인용한 판의 발표일을 씁니다: "}) +
             day;
    }
    return say({"Published ", "발행일 "}) + day;
  }

  std::string left_out(std::size_t i) const {
    const std::string words = left_out_words(left_out_of(check_, i)).in(language_);
    if (words.empty()) return words;
    return say({"Left out of the story: ", "기사에서 뺀 부분: "}) + words;
  }

  data sentences_of_text(std::size_t i) const {
    const CheckedText& text = check_.texts[i];
    const std::vector<ClaimMark> all = claim_marks_of(text);
    data list{data::type::list};
    for (const TextSpan sentence : text.cleaned.sentences) {
      const std::span<const ClaimMark> marks = marks_within(all, sentence);
      if (marks.empty()) continue;
      data pieces{data::type::list};
      std::size_t at = sentence.begin;
      for (const ClaimMark& mark : marks) {
        pieces << piece(text.text.substr(at, mark.span.begin - at)) << mark_data(i, mark);
        at = mark.span.end;
      }
      pieces << piece(text.text.substr(at, sentence.end - at));
      data one;
      one.set("pieces", pieces);
      list << one;
    }
    return list;
  }

  static data piece(const std::string& words) {
    data one;
    one.set("words", words);
    one.set("look", data::type::bool_false);
    return one;
  }

  data mark_data(std::size_t i, const ClaimMark& mark) const {
    std::string numbers;
    for (const std::size_t k : mark.claims) {
      numbers += (numbers.empty() ? "" : ",") + std::to_string(number_of(check_, i, k));
    }
    data one;
    one.set("words", std::string(mark.span.of(check_.texts[i].text)));
    one.set("look", std::string(look_of(mark.gravest)));
    one.set("numbers", numbers);
    one.set("first", std::to_string(number_of(check_, i, mark.claims.front())));
    return one;
  }

  data claim_data(std::size_t i, std::size_t k) const {
    const CheckedText& text = check_.texts[i];
    const Verdict& verdict = text.verdicts[k];
    data one;
    one.set("number", std::to_string(number_of(check_, i, k)));
    one.set("words", std::string(claimed_words(text, text.claims[k])));
    one.set("look", std::string(look_of(verdict.kind)));
    one.set("verdict", words_of(verdict.kind).in(language_));
    one.set("reason", verdict.reason.in(language_));
    one.set("has_evidence", !verdict.evidence.empty());
    data evidence{data::type::list};
    for (const ClaimEvidence& each : verdict.evidence) evidence << evidence_data(each);
    one.set("evidence", evidence);
    return one;
  }

  data evidence_data(const ClaimEvidence& evidence) const {
    data one;
    one.set("text", evidence.text.in(language_));
    one.set("source", data::type::bool_false);
    one.set("url", data::type::bool_false);
    if (!evidence.source) return one;
    const Source& source = check_.index.sources[at(*evidence.source)];
    one.set("source", source.title + (evidence.locator.empty() ? "" : "; " + evidence.locator));
    const std::string_view url = web_address(source.url);
    if (!url.empty()) {
      one.set("url", std::string(url));
      const std::size_t host = url.find("//") + 2;
      one.set("host", std::string(url.substr(host, url.find('/', host) - host)));
    }
    return one;
  }

  data contradictions() const {
    data list{data::type::list};
    for (const Contradiction& one : check_.contradictions) {
      data places{data::type::list};
      places << place(one.text, one.claim, false) << place(one.other_text, one.other_claim, true);
      data pair;
      pair.set("places", places);
      list << pair;
    }
    return list;
  }
  data shared_slips() const {
    data list{data::type::list};
    for (const SharedSlip& slip : check_.shared_slips) {
      data places{data::type::list};
      for (std::size_t i = 0; i < slip.places.size(); ++i) {
        places << place(slip.places[i].text, slip.places[i].claim, i + 1 == slip.places.size());
      }
      data one;
      one.set("places", places);
      list << one;
    }
    return list;
  }
  data place(std::size_t i, std::size_t k, bool is_last) const {
    const CheckedText& text = check_.texts[i];
    data one;
    one.set("number", std::to_string(number_of(check_, i, k)));
    one.set("words", std::string(claimed_words(text, text.claims[k])));
    one.set("name", text.name);
    one.set("last", is_last);
    return one;
  }

  const TextCheck& check_;
  Language language_;
};

}  // namespace

std::string check_page(const TextCheck& check, Language language) {
  kainjow::mustache::mustache page(std::string(embedded::publish::find("check/page.html").value_or("")));
  page.set_custom_escape([](const std::string& text) { return escaped(text); });
  return page.render(CheckPage(check, language).page());
}

}  // namespace podium
