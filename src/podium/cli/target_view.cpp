#include "podium/cli/target_view.hpp"

#include <algorithm>

#include "podium/cli/phrase.hpp"
#include "podium/cli/stress_view.hpp"

namespace podium {
namespace {

using Kind = SensitivityTarget::Kind;

namespace words {
constexpr Phrase kRankOf{"{0}'s rank", "{0}의 순위"};
constexpr Phrase kScoreOf{"{0}'s score", "{0}의 점수"};
constexpr Phrase kTop{"whether {0} is among the first {1}", "{0}의 {1}위 이내 여부"};
constexpr Phrase kMeanShift{"the mean rank shift", "평균 순위 이동폭"};
constexpr Phrase kExplains{
    "The choice of {0} explains {1} of the variation of {2} ({3} to {4}), {5} together with the others.",
    "{2}: 변동의 {1}는 {0} 선택에서 옵니다({3}~{4}). 다른 요인과의 상호작용까지 더하면 {5}."};
constexpr Phrase kOnly{"All of the variation of {1} comes from {0}, since nothing else is varied.",
                       "{1}: {0}만 바꾸었으므로 변동은 모두 거기에서 옵니다."};
constexpr Phrase kConstant{"Nothing that is varied changes this: {0}.",
                           "{0}: 바꿔 본 것 가운데 어느 것에도 달라지지 않습니다."};
}  // namespace words

std::string title_of(const SensitivityTarget& target, const Index& index, Language language) {
  if (target.kind == Kind::MeanRankShift) return std::string(words::kMeanShift.in(language));
  const std::string& name = index.units[target.unit].name.in(language);
  if (target.kind == Kind::AtMost) return fill(words::kTop.in(language), {name, std::to_string(target.at_most)});
  return fill((target.kind == Kind::Score ? words::kScoreOf : words::kRankOf).in(language), {name});
}

std::string target_text(const WorldSensitivity& sensitivity, std::size_t number, const std::string& title,
                        Language language) {
  const TargetSensitivity& found = sensitivity.result.targets[number];
  const std::vector<SensitivityFactor>& factors = sensitivity.factors;
  if (found.is_constant) return fill(words::kConstant.in(language), {title}) + "\n";
  if (factors.size() == 1) {
    return fill(words::kOnly.in(language), {factor_title(factors.front().name, language), title}) + "\n";
  }
  std::vector<std::size_t> order(factors.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return found.factors[a].first.value > found.factors[b].first.value; });
  std::string text;
  for (const std::size_t i : order) {
    const SobolIndex& first = found.factors[i].first;
    text += fill(words::kExplains.in(language),
                 {factor_title(factors[i].name, language), whole_percent(first.value, language), title,
                  whole_percent(first.low, language), whole_percent(first.high, language),
                  whole_percent(found.factors[i].total.value, language)}) +
            "\n";
  }
  return text;
}

}  // namespace

bool asks_the_usual(const StressResult& result) {
  if (result.sensitivity == nullptr) return true;
  const std::vector<SensitivityTarget>& targets = result.sensitivity->targets;
  return targets.size() == 2 && targets.front().kind == Kind::PlaceInRanking &&
         targets.front().unit == at(result.about()) && targets.back().kind == Kind::MeanRankShift;
}

std::string targets_text(const StressResult& result, Language language) {
  std::string text;
  const WorldSensitivity& sensitivity = *result.sensitivity;
  for (std::size_t i = 0; i < sensitivity.targets.size(); ++i) {
    text += target_text(sensitivity, i, title_of(sensitivity.targets[i], result.index, language), language);
  }
  return text;
}

}  // namespace podium
