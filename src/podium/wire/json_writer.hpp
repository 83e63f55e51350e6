#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace podium {

/// Writes one JSON text from front to back: keys in the order of writing, numbers by shortest(), NaN as null, no
/// spaces. Bytes that are not UTF-8 become U+FFFD, so the result is always valid.
///
///   JsonWriter json;
///   json.object([&] {
///     json.field("code", unit.code);
///     json.array("scores", [&] { for (const double score : scores) json.value(score); });
///   });
class JsonWriter {
 public:
  template <class Body>
  void object(Body&& body) {
    enclose('{', '}', std::forward<Body>(body));
  }
  template <class Body>
  void object(std::string_view key, Body&& body) {
    this->key(key);
    object(std::forward<Body>(body));
  }
  template <class Body>
  void array(Body&& body) {
    enclose('[', ']', std::forward<Body>(body));
  }
  template <class Body>
  void array(std::string_view key, Body&& body) {
    this->key(key);
    array(std::forward<Body>(body));
  }
  template <class Value>
  void field(std::string_view key, const Value& value) {
    this->key(key);
    this->value(value);
  }

  void key(std::string_view name);
  void value(std::string_view text);
  void value(double number);
  void value(std::nullptr_t);
  /// A number in these digits, which must be one by RFC 8259.
  void digits(std::string_view number) { literal(number); }
  template <std::integral Count>
  void value(Count count) {
    if constexpr (std::same_as<Count, bool>) {
      literal(count ? "true" : "false");
    } else {
      literal(std::to_string(count));
    }
  }

  /// The text so far, with a line's end.
  std::string finish() && { return std::move(text_) + "\n"; }

 private:
  template <class Body>
  void enclose(char open, char close, Body&& body) {
    separate();
    text_ += open;
    needs_comma_ = false;
    std::forward<Body>(body)();
    text_ += close;
    needs_comma_ = true;
  }
  void separate();
  void literal(std::string_view text);
  void quote(std::string_view text);

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace podium
