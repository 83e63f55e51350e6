#pragma once

#include <cstdint>
#include <string>

namespace podium {

enum class Language : std::uint8_t { English, Korean };

/// A text in both languages of the house. An empty Korean text falls back to the English one, and the other way round.
struct Text {
  std::string en;
  std::string ko;

  const std::string& in(Language language) const {
    const std::string& wanted = language == Language::English ? en : ko;
    return wanted.empty() ? (language == Language::English ? ko : en) : wanted;
  }
  bool operator==(const Text&) const = default;
};

}  // namespace podium
