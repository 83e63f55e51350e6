#include "podium/wire/stress_sentences.hpp"

#include <algorithm>
#include <numeric>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

struct PlanWord {
  std::string_view word;
  std::string_view en;
  std::string_view ko;
};

/// Factors have the name of what they vary unless the author gives them another.
constexpr PlanWord kPlanWords[] = {
    {"weights", "weights", "가중치"},
    {"screen", "screening", "선별"},
    {"denominate", "denominators", "분모"},
    {"impute", "imputation", "결측 보완"},
    {"treat", "treatment of outliers", "이상치 처리"},
    {"normalise", "normalisation", "표준화"},
    {"weight", "weighting", "가중"},
    {"aggregate", "aggregation", "합산"},
    {"indicators", "indicators", "지표 구성"},
    {"units", "units", "비교 대상"},
    {"rounding", "rounding", "반올림"},
    {"measurement", "measurement error", "측정 오차"},
    {"imputation", "errors of imputed figures", "결측 보완 오차"},
    {"edition", "edition", "판"},
};

Text title_of_factor(const std::string& name) {
  const auto* const known = std::ranges::find(kPlanWords, name, &PlanWord::word);
  if (known == std::end(kPlanWords)) return {name, name};
  return {std::string(known->en), std::string(known->ko)};
}

/// Figures that could be otherwise, which nobody chooses.
bool is_error(const Factor& factor) {
  return std::holds_alternative<VaryRounding>(factor.variation) ||
         std::holds_alternative<VaryMeasurement>(factor.variation) ||
         std::holds_alternative<VaryImputation>(factor.variation);
}

std::string_view how_chosen(const Factor& factor) {
  if (is_error(factor)) return "";
  return std::holds_alternative<VaryStep>(factor.variation) ? " 방법 선택" : " 선택";
}

/// What stands in brackets behind a factor; may be empty.
std::string detail_of(const Factor& factor) {
  if (const auto* const weights = std::get_if<VaryWeights>(&factor.variation)) {
    if (weights->law != WeightLaw::Spread) return std::string(to_word(weights->law));
    return "±" + shortest(weights->spread * 100) + "%";
  }
  std::string detail;
  if (const auto* const step = std::get_if<VaryStep>(&factor.variation)) {
    for (const StepAlternative& way : step->alternatives) {
      detail += (detail.empty() ? "" : " | ") + (way.step ? way.label : std::string("–"));
    }
  }
  return detail;
}

/// An estimate of a share may lie a little outside 0 to 1.
std::string whole_percent(double share) { return share_text(std::clamp(share, 0.0, 1.0), 0); }

using Kind = SensitivityTarget::Kind;

/// "South Korea's rank", "한국 순위".
Text target_title(const SensitivityTarget& target, const Index& index) {
  if (target.kind == Kind::MeanRankShift) return {"the mean rank shift", "평균 순위 이동폭"};
  const Text& name = index.units[target.unit].name;
  const std::string& en = name.in(Language::English);
  const std::string& ko = name.in(Language::Korean);
  if (target.kind == Kind::Score) return {en + "'s score", ko + " 점수"};
  if (target.kind == Kind::PlaceInRanking) return {en + "'s rank", ko + " 순위"};
  const std::string rank = std::to_string(target.at_most);
  return {"whether " + en + " is among the first " + rank, ko + "의 " + rank + "위 이내 여부"};
}

/// Whether the sensitivity is that of the rank of the unit that the plan is about: what is asked where nothing else is.
bool asks_the_usual(const StressResult& result) {
  const std::vector<SensitivityTarget>& targets = result.sensitivity->targets;
  return targets.size() == 2 && targets.front().kind == Kind::PlaceInRanking &&
         targets.front().unit == at(result.about()) && targets.back().kind == Kind::MeanRankShift;
}

Text dependence(const StressResult& result, const Text& target, const SensitivityFactor& factor,
                const FactorIndices& indices) {
  const Text title = factor_title(result, factor);
  const Factor& lead = result.plan.factors[factor.factors.front()];
  const std::string first = whole_percent(indices.first.value);
  const std::string low = whole_percent(indices.first.low);
  const std::string high = whole_percent(indices.first.high);
  const std::string total = whole_percent(indices.total.value);
  return {"The " + std::string(is_error(lead) ? "uncertainty from " : "choice of ") + title.en + " explains " + first +
              " of the variation of " + target.en + " (" + low + " to " + high + "), " + total +
              " together with the others.",
          target.ko + " 변동의 " + first + "(" + low + "~" + high + ")는 " + title.ko + std::string(how_chosen(lead)) +
              "에서 온다. 다른 요인과의 상호작용까지 더하면 " + total + "다."};
}

/// What one target depends on, the most first.
std::vector<Text> dependences_of(const StressResult& result, std::size_t number) {
  const TargetSensitivity& found = result.sensitivity->result.targets[number];
  const std::vector<SensitivityFactor>& factors = result.sensitivity->factors;
  const Text target = target_title(result.sensitivity->targets[number], result.index);
  if (found.is_constant) {
    return {{"Nothing that is varied changes this: " + target.en + ".",
             "바꿔 본 것 가운데 어느 것도 영향을 주지 않는다: " + target.ko + "."}};
  }
  if (factors.size() == 1) {
    const Text title = factor_title(result, factors.front());
    return {{"All of the variation of " + target.en + " comes from the only factor that is varied: " + title.en + ".",
             "바꾼 요인이 하나뿐이므로 " + target.ko + " 변동은 모두 거기에서 온다: " + title.ko + "."}};
  }
  std::vector<std::size_t> order(factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](std::size_t factor) { return found.factors[factor].first.value; });
  std::vector<Text> sentences;
  for (const std::size_t factor : order) {
    sentences.push_back(dependence(result, target, factors[factor], found.factors[factor]));
  }
  return sentences;
}

}  // namespace

std::string rank_span(Rank lower, Rank upper) {
  if (lower == 0) return {};
  return lower == upper ? std::to_string(lower) : std::to_string(lower) + "–" + std::to_string(upper);
}

std::string possible_span(const AttainableRanks& proven) {
  const std::string text = rank_span(proven.best.rank, proven.worst.rank);
  return proven.best.is_attained() && proven.worst.is_attained() ? text : text + "*";
}

std::string share_text(double share, int decimals) { return fixed(100 * share, decimals) + "%"; }

std::string interval_share(const StressResult& result) { return shortest(result.plan.interval * 100) + "%"; }

Text factor_title(const StressResult& result, const SensitivityFactor& factor) {
  Text title;
  for (const std::size_t each : factor.factors) {
    const Text own = title_of_factor(result.plan.factors[each].name);
    title.en += (title.en.empty() ? "" : " + ") + own.en;
    title.ko += (title.ko.empty() ? "" : " + ") + own.ko;
  }
  return title;
}

Text varied_text(const StressResult& result) {
  Text text;
  for (const Factor& factor : result.plan.factors) {
    const Text title = title_of_factor(factor.name);
    const std::string detail = detail_of(factor);
    // The name that --vary takes.
    text.en += (text.en.empty() ? "" : ", ") + factor.name + (detail.empty() ? "" : " (" + detail + ")");
    text.ko += (text.ko.empty() ? "" : ", ") + title.ko + (detail.empty() ? "" : "(" + detail + ")");
  }
  return text;
}

Text rank_sentence(const StressResult& result, Unit unit) {
  const UnitInfo& info = result.index.info(unit);
  const std::string en = info.name.in(Language::English) + " (" + info.code + "): ";
  const std::string ko = info.name.in(Language::Korean) + "(" + info.code + "): ";
  const Rank published = result.published(unit);
  if (published == 0) return {en + "no published rank.", ko + "발표 순위 없음."};
  const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
  const Probability held = at_most(result.tally, at(unit), published);
  const std::string rank = std::to_string(published);
  const std::string span = rank_span(found.lower_rank, found.upper_rank);
  const std::string share = share_text(held.value, 1);
  const std::string low = share_text(held.lower, 1);
  const std::string high = share_text(held.upper, 1);
  return {en + "published rank " + rank + "; rank " + span + " in " + interval_share(result) + " of the worlds; rank " +
              rank + " or better in " + share + " (" + low + " to " + high + ").",
          ko + "발표 순위 " + rank + "위. 대안 세계의 " + interval_share(result) + "에서 " + span + "위이고, " + rank +
              "위 이내일 확률은 " + share + "다(오차 범위 " + low + "~" + high + ")."};
}

Text possible_sentence(const StressResult& result, Unit unit) {
  if (result.attainable == nullptr) return {};
  const AttainableRanks& proven = (*result.attainable)[at(unit)];
  const std::string span = rank_span(proven.best.rank, proven.worst.rank);
  if (span.empty()) return {};
  const bool attained = proven.best.is_attained() && proven.worst.is_attained();
  return {"Whatever the weights within their stated spreads, all else as published, only " +
              (proven.best.rank == proven.worst.rank ? "rank " + span + " is" : "ranks " + span + " are") +
              " possible (proven" + (attained ? "" : "; not shown to be attained at both ends") + ").",
          "다른 것은 발표한 대로 두고 가중치만 정해진 폭 안에서 바꾸면 가능한 순위는 " + span + "위뿐이다(증명됨" +
              (attained ? "" : ", 양 끝에 실제로 닿는지는 확인되지 않음") + ")."};
}

std::vector<Text> dependence_sentences(const StressResult& result) {
  if (result.sensitivity == nullptr) return {};
  const std::size_t told = asks_the_usual(result) ? 1 : result.sensitivity->targets.size();
  std::vector<Text> sentences;
  for (std::size_t number = 0; number < told; ++number) {
    for (Text& sentence : dependences_of(result, number)) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

Text possible_note() {
  return {
      "possible: no weights within the stated spreads give a rank outside this range (proven; * not shown to be "
      "attained)",
      "가능 범위: 정해진 폭 안의 어떤 가중치로도 이 범위를 벗어날 수 없음(증명됨, *는 실제로 닿는지 확인되지 않음)"};
}

Text sampling_error_sentence(const StressResult& result) {
  const Probability widest = probability_of(result.tally.worlds() / 2, result.tally.worlds());
  const std::string points = "±" + fixed(50 * (widest.upper - widest.lower), 2);
  return {"Shares carry a sampling error of at most " + points + " points (95%).",
          "비율의 표본오차는 최대 " + points + "%포인트다(95% 신뢰수준)."};
}

Text failure_sentence(const std::string& count, const std::string& first, const std::string& reason) {
  return {count + " worlds without ranks, the first is " + first + ": " + reason,
          "순위가 나오지 않은 세계 " + count + "개, 첫 번째는 " + first + "번: " + reason};
}

std::vector<Text> failure_sentences(const StressResult& result) {
  std::vector<Text> sentences;
  for (const auto& [reason, failed] : result.tally.failures()) {
    sentences.push_back(
        failure_sentence(grouped(static_cast<double>(failed.count), 0), std::to_string(failed.first), reason));
  }
  return sentences;
}

}  // namespace podium
