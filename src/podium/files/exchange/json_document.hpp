#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

struct JsonValue;
struct JsonMember;
using JsonList = std::vector<JsonValue>;
using JsonMembers = std::vector<JsonMember>;  ///< as they stand
struct JsonNull {};
/// The digits of a number: as they stand if it has a point or an exponent, otherwise those of the whole number.
struct JsonNumber {
  std::string text;
};

struct JsonValue {
  std::variant<JsonNull, bool, JsonNumber, std::string, JsonList, JsonMembers> data;

  const JsonList* list() const { return std::get_if<JsonList>(&data); }
  const JsonMembers* members() const { return std::get_if<JsonMembers>(&data); }
  const std::string* text() const { return std::get_if<std::string>(&data); }
  /// Of a member by this key, the first; null if there is none or this is no object.
  const JsonValue* find(std::string_view key) const;
  const std::string* text_of(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

inline constexpr std::size_t kMostJsonBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMostJsonDepth = 32;
inline constexpr std::size_t kMostJsonValues = 16'000'000;  ///< of 40 to 72 bytes each

/// A JSON text (RFC 8259) in UTF-8. Values nested more than kMostJsonDepth deep, or more than kMostJsonValues of them,
/// are refused while they are read; so are control characters written as escapes. The first fault is the only one
/// reported.
Result<JsonValue> parse_json(std::string_view text, const std::string& file);

}  // namespace podium
