#pragma once

#include <span>
#include <string_view>

namespace podium {

/// Words that mean the country of a text's readers: 우리나라, 국내, our country.
std::span<const std::string_view> home_words();

/// Whether Hangul that follows a name without a space leaves it a name: particles (은, 에서, 보다), and nouns that are
/// written on to it (산, 기업, 정부, 액); not what makes another word of it (한국은행, 중국어).
bool stands_behind_name(std::string_view behind);

}  // namespace podium
