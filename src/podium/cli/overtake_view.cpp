#include "podium/cli/overtake_view.hpp"

#include <cmath>

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

namespace words {
constexpr Phrase kTitle{"{0}: weights with which {1} overtakes {2}", "{0}: {1}의 {2} 추월에 필요한 가중치 변화"};
constexpr Phrase kPossible{
    "{0} ({1}), published rank {2}, overtakes {3} ({4}), rank {5}, once weights change by up to {6} of themselves; "
    "changes of less than {7} are proven not to be enough. With the weights below {0} has rank {8} and {3} rank {9}.",
    "{0}({1}, 발표 순위 {2}위): 가중치를 저마다 최대 {6}까지 바꾸면 {3}({4}, {5}위)보다 앞선다. "
    "변화가 모두 {7} 미만이면 앞설 수 없다(증명됨). 아래 가중치에서 {0} {8}위, {3} {9}위다."};
constexpr Phrase kAlready{"{0} ({1}), published rank {2}, stands before {3} ({4}), rank {5}, already.",
                          "{0}({1}, 발표 순위 {2}위): 이미 {3}({4}, {5}위)보다 앞선다."};
constexpr Phrase kNever{
    "{0} ({1}), published rank {2}, does not overtake {3} ({4}), rank {5}, whatever the weights that are varied "
    "(proven).",
    "{0}({1}, 발표 순위 {2}위): 가중치를 어떻게 바꾸어도 {3}({4}, {5}위)보다 앞설 수 없다(증명됨)."};
constexpr Phrase kUnknown{
    "{0} ({1}), published rank {2}: no weights were found that put it before {3} ({4}), rank {5}. Changes of less than "
    "{6} are proven not to be enough; the two have gaps in different places.",
    "{0}({1}, 발표 순위 {2}위): {3}({4}, {5}위)보다 앞서게 하는 가중치를 찾지 못했다. "
    "변화가 모두 {6} 미만이면 앞설 수 없다(증명됨). 두 대상은 결측 항목이 서로 다르다."};
constexpr Phrase kTotal{"Weights that are not listed stay as published.", "표에 없는 가중치는 발표한 그대로다."};
constexpr Phrase kPublished{"published", "발표"};
constexpr Phrase kChange{"change", "변화"};
}  // namespace words

/// In whole hundredths of a point, as the changes are asked.
std::string percent_of(double share, std::string_view sign = {}) {
  return std::string(sign) + fixed(100 * share, 2) + "%";
}

std::string sentence(const OvertakeResult& overtake, Language language) {
  using Outcome = WorldOvertake::Outcome;
  const Index& index = overtake.result.index;
  const UnitInfo& unit = index.info(overtake.unit);
  const UnitInfo& other = index.info(overtake.other);
  const WorldOvertake& found = overtake.found;
  const std::string rank = std::to_string(overtake.result.published(overtake.unit));
  const std::string rank_of_other = std::to_string(overtake.result.published(overtake.other));
  // Never more than what is proven.
  const std::string smallest = percent_of(std::floor(found.smallest * 1e4) / 1e4);
  if (found.outcome == Outcome::Possible) {
    return fill(words::kPossible.in(language),
                {unit.name.in(language), unit.code, rank, other.name.in(language), other.code, rank_of_other,
                 percent_of(found.change), smallest, std::to_string(found.rank), std::to_string(found.rank_of_other)});
  }
  const Phrase& phrase = found.outcome == Outcome::Already ? words::kAlready
                         : found.outcome == Outcome::Never ? words::kNever
                                                           : words::kUnknown;
  return fill(phrase.in(language),
              {unit.name.in(language), unit.code, rank, other.name.in(language), other.code, rank_of_other, smallest});
}

TextTable weights_table(const OvertakeResult& overtake, Language language) {
  TextTable table{.columns = {{std::string(texts::kNode.in(language))},
                              {std::string(texts::kName.in(language))},
                              {std::string(words::kPublished.in(language)), Align::Right},
                              {std::string(texts::kWeight.in(language)), Align::Right},
                              {std::string(words::kChange.in(language)), Align::Right}},
                  .rows = {}};
  const Index& index = overtake.result.index;
  for (const Series node : weighed_nodes(overtake)) {
    const double published = overtake.found.published[at(node)];
    const double weight = overtake.found.weights[at(node)];
    if (weight == published) continue;
    table.rows.push_back({index.hierarchy.node(node).id, index.info(node).title.in(language), shortest(published),
                          shortest(weight), percent_of(weight / published - 1, weight > published ? "+" : "")});
  }
  return table;
}

}  // namespace

std::string overtake_view(const OvertakeResult& overtake, TextForm form, Language language, Colour colour) {
  const StressResult& result = overtake.result;
  const std::string ranking =
      ranking_title(result.index, result.node, result.computed.ranking.panel().period(result.time), language);
  std::string text =
      heading_line(fill(words::kTitle.in(language), {ranking, result.index.info(overtake.unit).name.in(language),
                                                     result.index.info(overtake.other).name.in(language)}),
                   form, colour) +
      sentence(overtake, language) + "\n";
  if (overtake.found.outcome != WorldOvertake::Outcome::Possible) return text;
  text += "\n" + shown_table(weights_table(overtake, language), form, colour);
  if (form == TextForm::Markdown) text += "\n";
  return text + std::string(words::kTotal.in(language)) + "\n";
}

}  // namespace podium
