#pragma once

#include <optional>
#include <string_view>

#include "podium/claims/text_span.hpp"

namespace podium {

/// The noun that the Korean words before a figure mark as what is spoken of, without its particle: 연봉 of "농부의
/// 연봉은 4000만 달러", "연봉이 약 4000만 달러"; the last one. Nothing where no word is marked so. Verbs that stand
/// before a noun (있는, 많은) end with the same syllables and are none.
std::optional<TextSpan> korean_topic(std::string_view text, TextSpan words_before_figure);

/// Whether another clause begins within words behind a figure: "…, with investment climbing 4 %", "…였고 투자는".
bool begins_clause(std::string_view words, bool is_korean);

/// Whether English words before a verb of change hold more than pronouns, adverbs and forms of be and have.
bool has_english_noun(std::string_view words);

/// Nouns that mean whatever figure was spoken of before: 규모, 순위, 투자액.
bool is_general_noun(std::string_view noun);

}  // namespace podium
