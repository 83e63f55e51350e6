#include "podium/audit/sentences.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "podium/audit/teller.hpp"

namespace podium {
namespace {

Text thin_indicator(const Teller& tell) {
  const bool is_very_thin = tell.number("imputed") >= tell.number("available");
  const Text text =
      tell.fill({"{0} in {period} rests on {available} of {cells} {units}; {imputed} figures were filled "
                 "in",
                 "{period} {0} 지표에는 {cells}{counter} 가운데 {available}{counter}의 수치만 있고 "
                 "{imputed}개는 채워 넣은 값이다"});
  return is_very_thin
             ? tell.append(text,
                           {": its ranks say more about the filling rule than about the {units}, and it is "
                            "{share%} of {1}.",
                            ". 이 지표의 순위는 실제보다 채우는 규칙을 더 많이 말해 주며, {1}의 {share%}를 차지한다."})
             : tell.append(text, {", with {weight%} of the index.", ". 지수에서 차지하는 가중치는 {weight%}다."});
}

Text filled_ranks(const Teller& tell) {
  return tell.fill(
      {"The ranks of {units#} of {ranked} {units} in {period} rest on filled figures for more than "
       "{threshold%} of their weight, at most {largest%}: {names}.",
       "{period} {ranked}{counter} 가운데 {units#}{counter}의 순위는 가중치의 {threshold%} 넘게, 많게는 "
       "{largest%}까지 채워 넣은 수치에서 나온다: {names}."});
}

Text carried_forward(const Teller& tell) {
  return tell.fill(
      {"{weight%} of the index in {period} rests on columns that its author mostly carried in from "
       "elsewhere ({carried} of {cells} figures): {titles}. They are no news of that period.",
       "{period} 지수의 {weight%}는 작성자가 다른 시점 등에서 옮겨 온 수치가 대부분인 지표에 기댄다({cells}개 중 "
       "{carried}개): {titles}. 그 시점의 새 소식이 아니다."});
}

Text unequal_basis(const Teller& tell) {
  return tell.fill(
      {"The scores of {units#} of {ranked} {units} in {period} lack some figures ({gaps} gaps in all, "
       "{largest} for {first}): ranks compare them on different indicators.",
       "{period} {ranked}{counter} 가운데 {units#}{counter}의 점수에는 일부 수치가 빠져 있다(빈칸 {gaps}개, 가장 "
       "많은 곳은 {first} {largest}개). 서로 다른 지표로 견주는 셈이다."});
}

Text same_scores(const Teller& tell) {
  if (tell.finding().kind == FindingKind::ConstantScores) {
    return tell.fill(
        {"{0} gives all {known} {units} the same score in {period}: it weighs {weight%} and tells nobody "
         "apart.",
         "{period} {0} 지표는 {known}{counter} 모두에 같은 점수를 준다. 가중치 {weight%}가 아무도 가르지 "
         "못한다."});
  }
  return tell.fill(
      {"{same} of {known} {units} have one and the same score, {score.1}, in {0} in {period}: with "
       "{weight%} of the weight it does not tell them apart.",
       "{period} {0} 지표에서 {known}{counter} 가운데 {same}{counter}의 점수가 {score.1}점으로 같다. 가중치 "
       "{weight%}가 이들을 가르지 못한다."});
}

Text capped(const Teller& tell) {
  if (tell.finding().kind == FindingKind::CappedLow) {
    return tell.fill(
        {"{0} in {period} holds {capped} of {scored} {units} at its lowest score: {names}. Below it "
         "nothing is told apart.",
         "{period} {0} 지표에서 {scored}{counter} 가운데 {capped}{counter}의 점수가 최저점에 묶인다: {names}. 그 "
         "아래의 차이는 보이지 않는다."});
  }
  const Text text =
      tell.fill({"{0} in {period} holds {capped} of {scored} {units} at its highest score: {names}; "
                 "beyond it more does not count",
                 "{period} {0} 지표에서 {scored}{counter} 가운데 {capped}{counter}의 점수가 최고점에 묶인다: "
                 "{names}. 그 위의 차이는 반영되지 않는다"});
  return tell.append(text, tell.number("multiple") >= 1.5
                               ? Text{", and the best figure is {multiple.1} times the goalpost.",
                                      ". 가장 큰 수치는 상한의 {multiple.1}배다."}
                               : Text{".", "."});
}

Text skewed_scores(const Teller& tell) {
  return tell.fill(
      {"Scores of {0} in {period} are skewed even after normalising (skewness {skewness.1}, excess "
       "kurtosis {kurtosis.1}): the highest is {maximum.1}, the median {median.1}.",
       "{period} {0} 지표는 표준화한 뒤에도 점수가 치우친다(왜도 {skewness.1}, 초과첨도 {kurtosis.1}). "
       "최고점은 {maximum.1}점, 중앙값은 {median.1}점이다."});
}

Text no_treatment(const Teller& tell) {
  const Text text = tell.fill(
      {"The recipe treats no outliers, although {skewed} of {indicators} indicators in {period} are skewed and "
       "heavy-tailed before normalising, most of all {0} (skewness {skewness.1})",
       "산출 방법에 이상치 처리 단계가 없다. {period} 지표 {indicators}개 가운데 {skewed}개가 표준화 전에 크게 "
       "치우치며, "
       "가장 심한 것은 {0} 지표다(왜도 {skewness.1})"});
  return tell.append(text,
                     tell.number("still_skewed") > 0
                         ? Text{"; the scores of {still_skewed} still are.", ". {still_skewed}개는 점수도 치우친다."}
                         : Text{"; normalising makes up for it.", ". 표준화 뒤에는 모두 해소된다."});
}

Text size_driven(const Teller& tell) {
  const bool reversed = tell.number("r") < 0;
  return tell.fill({std::string("{0} in {period} orders {units} much as ") + "{1} does" +
                        (reversed ? ", in reverse" : "") +
                        " (Spearman's rho {r.2}, {pairs} {units}): it tells size as much as merit.",
                    std::string("{period} {0}의 순서는 {1}의 ") + (reversed ? "역순과" : "순서와") +
                        " 거의 같다(스피어만 {r.2}, {pairs}{counter}). 역량만이 아니라 규모를 잰다."});
}

Text pair_of_siblings(const Teller& tell) {
  if (tell.finding().kind == FindingKind::Redundant) {
    return tell.fill(
        {"{0} and {1} in {period} correlate at {r.2}: within {2} one thing counts twice, {weight%} of the "
         "index together.",
         "{period} {0} 지표와 {1} 지표의 상관계수는 {r.2}이다. {2} 안에서 같은 것을 두 번 세며, 합한 가중치는 "
         "{weight%}다."});
  }
  return tell.fill(
      {"{0} and {1} pull against each other within {2} in {period} (correlation {r.2}, adjusted p {p}): "
       "what one gives, the other takes.",
       "{period} {2} 안에서 {0} 지표와 {1} 지표가 서로 어긋난다(상관계수 {r.2}, 보정한 p {p}). 한쪽이 올리면 다른 쪽이 "
       "내린다."});
}

Text silent(const Teller& tell) {
  if (tell.number("r") < 0) {
    return tell.fill(
        {"{0} runs against the index in {period}: correlation {r.2} over {pairs} {units}, at {weight%} of "
         "the weight.",
         "{period} {0} 항목은 지수와 반대로 움직인다. 상관계수 {r.2}({pairs}{counter}), 가중치 {weight%}."});
  }
  return tell.fill(
      {"{0} weighs {weight%} of the index and is hardly heard in it in {period}: correlation {r.2} over "
       "{pairs} {units}.",
       "{period} {0}의 가중치는 {weight%}지만 지수에 거의 드러나지 않는다. 상관계수 {r.2}({pairs}{counter})."});
}

Text not_one_dimension(const Teller& tell) {
  Text text =
      tell.fill({"The {components} components of {0} do not clearly measure one thing in {period}: Cronbach's "
                 "alpha {alpha.2}, {first_component%} of the variance on the first principal component",
                 "{period} {0}의 구성 요소 {components}개는 뚜렷이 한 가지를 재지 않는다. 크론바흐 알파 {alpha.2}, 첫 "
                 "주성분의 설명 비율 {first_component%}"});
  if (!is_missing(tell.number("adequacy"))) text = tell.append(text, {", KMO {adequacy.2}", ", KMO {adequacy.2}"});
  return tell.append(text, is_missing(tell.number("alpha_if_dropped"))
                               ? Text{".", "."}
                               : Text{"; without {1} alpha would be {alpha_if_dropped.2}.",
                                      ". {1} 항목을 빼면 알파는 {alpha_if_dropped.2}이다."});
}

Text unbalanced(const Teller& tell) {
  return tell.fill(
      {"Weight is not importance in {0} in {period}: knowing {1} ({most_share%} of the weight) explains "
       "{most_explains%} of the variance of its scores, knowing {2} ({least_share%}) {least_explains%}.",
       "{period} {0}에서 가중치와 중요도가 다르다. {1} 항목(가중치 {most_share%})을 알면 점수 분산의 "
       "{most_explains%}가, {2} 항목({least_share%})을 알면 {least_explains%}가 설명된다."});
}

Text dominated(const Teller& tell) {
  return tell.fill(
      {"{0} alone explains {explains%} of the variance of the index in {period}, at {share%} of the "
       "weight; the next, {1}, explains {second_explains%}.",
       "{period} {0} 하나가 지수 분산의 {explains%}를 설명한다(가중치 {share%}). 다음인 {1} 항목은 "
       "{second_explains%}다."});
}

Text fragile(const Teller& tell) {
  const Text text =
      tell.fill({"Without {0} ({weight%} of the weight) ranks in {period} change by {mean_change.1} places "
                 "on average among {ranked} {units}; {first} goes from {from} to {to}",
                 "{period} {0} 지표(가중치 {weight%})를 빼면 {ranked}{counter}의 순위가 평균 {mean_change.1}계단 "
                 "바뀌고, {first}의 순위는 {from}위에서 {to}위가 된다"});
  return tell.append(text, tell.finding().nodes.size() > 1
                               ? Text{"; ranks hang, less, on {others} too.", ". 정도는 덜하지만 {others}도 그렇다."}
                               : Text{".", "."});
}

Text periods_not_comparable(const Teller& tell) {
  return tell.fill(
      {"{indicators} indicators are normalised within each period by itself: across the {periods} periods "
       "ranks compare, scores do not.",
       "지표 {indicators}개를 기간마다 따로 표준화하므로 {periods}개 기간의 점수는 서로 견줄 수 없고 순위만 견줄 수 "
       "있다."});
}

Text mixed_editions(const Teller& tell) {
  return tell.fill(
      {"The ranking of {period} mixes {editions#} releases of {publisher} in {indicators} indicators "
       "({editions}).",
       "{period} 순위의 지표 {indicators}개에는 {publisher}의 판 {editions#}개가 섞여 있다({editions})."});
}

Text editions_over_time(const Teller& tell) {
  return tell.fill(
      {"The {periods} periods of {0} come from {editions#} releases ({editions}): a change over time may "
       "be a restatement.",
       "{0} 지표의 {periods}개 기간은 {editions#}개 판에서 왔다({editions}). 시간에 따른 변화가 개정 탓일 수 "
       "있다."});
}

Text unsettled(const Teller& tell) {
  Text text = tell.fill({"Of {figures} figures of {period} not all are final:", "{period} 수치 {figures}개 가운데"});
  const std::pair<std::string_view, Text> parts[] = {
      {"provisional", {" {provisional} provisional", " 잠정치 {provisional}개"}},
      {"estimated", {" {estimated} estimated", " 추정치 {estimated}개"}},
      {"broken", {" {broken} at a break in their series", " 시계열이 단절된 수치 {broken}개"}}};
  bool is_first = true;
  for (const auto& [name, part] : parts) {
    if (tell.number(name) == 0) continue;
    if (!is_first) text = tell.append(text, {",", ","});
    text = tell.append(text, part);
    is_first = false;
  }
  return tell.append(text, {".", "가 있다."});
}

Text weights_unargued(const Teller& tell) {
  if (tell.number("largest") == tell.number("smallest")) {
    return tell.fill(
        {"All {indicators} indicators weigh the same, {largest%1} of the index: no step of the recipe "
         "derives the weights.",
         "지표 {indicators}개의 가중치가 모두 {largest%1}로 같다. 산출 단계 가운데 가중치의 근거가 되는 것은 없다."});
  }
  return tell.fill(
      {"The weights, from {smallest%1} ({1}) to {largest%1} ({0}) of the index, are the author's: no step "
       "of the recipe derives them.",
       "가중치는 {smallest%1}({1})에서 {largest%1}({0})까지 작성자가 정한 값이며, 이를 끌어내는 산출 단계는 "
       "없다."});
}

Text outlying_units(const Teller& tell) {
  return tell.fill(
      {"The profiles of {units#} of {ranked} {units} in {period} stand apart: {names}; the first is "
       "{distance.1} standard deviations from the middle in the metric of Mahalanobis (adjusted p {p}).",
       "{period} {ranked}{counter} 가운데 {units#}{counter}의 부문별 구성이 동떨어진다: {names}. 첫째의 마할라노비스 "
       "거리는 {distance.1}이다(보정한 p {p})."});
}

}  // namespace

Text sentence_of(const Index& index, const Finding& finding, const UnitWords& words) {
  const Teller tell(index, finding, words);
  switch (finding.kind) {
    case FindingKind::ThinIndicator:
      return thin_indicator(tell);
    case FindingKind::FilledRanks:
      return filled_ranks(tell);
    case FindingKind::CarriedForward:
      return carried_forward(tell);
    case FindingKind::UnequalBasis:
      return unequal_basis(tell);
    case FindingKind::ConstantScores:
    case FindingKind::SameScores:
      return same_scores(tell);
    case FindingKind::CappedHigh:
    case FindingKind::CappedLow:
      return capped(tell);
    case FindingKind::SkewedScores:
      return skewed_scores(tell);
    case FindingKind::NoTreatment:
      return no_treatment(tell);
    case FindingKind::SizeDriven:
      return size_driven(tell);
    case FindingKind::Redundant:
    case FindingKind::Opposed:
      return pair_of_siblings(tell);
    case FindingKind::Silent:
      return silent(tell);
    case FindingKind::NotOneDimension:
      return not_one_dimension(tell);
    case FindingKind::UnbalancedImportance:
      return unbalanced(tell);
    case FindingKind::Dominated:
      return dominated(tell);
    case FindingKind::FragileToRemoval:
      return fragile(tell);
    case FindingKind::PeriodsNotComparable:
      return periods_not_comparable(tell);
    case FindingKind::MixedEditions:
      return mixed_editions(tell);
    case FindingKind::EditionsOverTime:
      return editions_over_time(tell);
    case FindingKind::Unsettled:
      return unsettled(tell);
    case FindingKind::WeightsUnargued:
      return weights_unargued(tell);
    case FindingKind::OutlyingUnits:
      return outlying_units(tell);
  }
  return {};
}

UnitWords country_words() { return {"country", "countries", "개국"}; }

Text handbook_step(int number) {
  static const std::array<Text, 10> steps = {{{"Theoretical framework", "이론적 틀"},
                                              {"Data selection", "자료 선정"},
                                              {"Imputation of missing data", "결측값 처리"},
                                              {"Multivariate analysis", "다변량 분석"},
                                              {"Normalisation", "표준화"},
                                              {"Weighting and aggregation", "가중과 합성"},
                                              {"Robustness and sensitivity", "강건성과 민감도"},
                                              {"Back to the details", "세부로 되돌아보기"},
                                              {"Links to other variables", "다른 변수와의 관계"},
                                              {"Presentation and dissemination", "표현과 보급"}}};
  return number >= 1 && number <= 10 ? steps[static_cast<std::size_t>(number - 1)] : Text{};
}

Text gravity_text(Gravity gravity) {
  switch (gravity) {
    case Gravity::Serious:
      return {"serious", "심각"};
    case Gravity::Moderate:
      return {"moderate", "보통"};
    case Gravity::Note:
      break;
  }
  return {"note", "참고"};
}

}  // namespace podium
