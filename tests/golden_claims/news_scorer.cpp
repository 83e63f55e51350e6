#include <algorithm>
#include <span>

#include "podium/claims/counted_words.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"

#include "golden_claims/scorers.hpp"

namespace podium::golden_claims {
namespace {

/// A quantity, and the same with its counter: 5, 5명.
struct QuantitySpans {
  TextSpan number{};
  TextSpan counted{};
};

std::vector<QuantitySpans> quantity_spans(std::string_view text) {
  std::vector<QuantitySpans> spans;
  for (const QuantityMention& quantity : quantities_of(text, read_korean_numbers(text))) {
    spans.push_back({quantity.span, counted_words(text, quantity)});
  }
  return spans;
}

bool is_exact(TextSpan entity, std::span<const QuantitySpans> quantities) {
  return std::ranges::any_of(quantities,
                             [&](const QuantitySpans& one) { return one.number == entity || one.counted == entity; });
}

bool is_covered(TextSpan entity, std::span<const QuantitySpans> quantities) {
  return std::ranges::any_of(quantities, [&](const QuantitySpans& one) {
    const TextSpan quantity = one.number;
    return (entity.begin <= quantity.begin && quantity.end <= entity.end) ||
           (quantity.begin <= entity.begin && entity.end <= quantity.end);
  });
}

}  // namespace

std::vector<ScoredCase> score_news_quantities(const Json& line, NewsMatch match) {
  const auto text = line.at("text").get<std::string>();
  const std::vector<std::size_t> offsets = character_offsets(text);
  const std::vector<QuantitySpans> quantities = quantity_spans(text);
  std::string got;
  for (const QuantitySpans& one : quantities) got += (got.empty() ? "" : ", ") + std::string(one.counted.of(text));
  std::vector<ScoredCase> scored;
  for (const Json& entity : line.at("entities")) {
    if (entity.at("type") != "QT") continue;
    const TextSpan span{offsets.at(entity.at("start").get<std::size_t>()),
                        offsets.at(entity.at("end").get<std::size_t>())};
    scored.push_back(
        {.id = line.at("id").get<std::string>(),
         .input = text,
         .expected = std::string(span.of(text)),
         .got = got,
         .is_right = match == NewsMatch::Exact ? is_exact(span, quantities) : is_covered(span, quantities)});
  }
  return scored;
}

}  // namespace podium::golden_claims
