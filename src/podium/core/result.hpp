#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// A value, or the diagnostics that say why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic diagnostic) : state_(std::in_place_index<1>, Diagnostics{std::move(diagnostic)}) {}
  Result(Diagnostics diagnostics) : state_(std::in_place_index<1>, std::move(diagnostics)) {
    assert(!std::get<1>(state_).empty());
  }

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& operator*() const& { return *value(); }
  T& operator*() & { return *value(); }
  T&& operator*() && { return std::move(*value()); }
  const T* operator->() const { return value(); }
  T* operator->() { return value(); }

  const Diagnostics& diagnostics() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  Diagnostics diagnostics() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  const T* value() const {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  T* value() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }

  std::variant<T, Diagnostics> state_;
};

}  // namespace podium

#define PODIUM_PASTE(a, b) a##b
#define PODIUM_JOIN(a, b) PODIUM_PASTE(a, b)
#define PODIUM_TRY_AS(result, declaration, expression) \
  auto result = (expression);                          \
  if (!result) return std::move(result).diagnostics(); \
  declaration = *std::move(result)

/// TRY(const Period from, parse_period(text)); declares `from`, or returns the diagnostics from the enclosing function.
#define TRY(declaration, ...) PODIUM_TRY_AS(PODIUM_JOIN(result_of_line_, __LINE__), declaration, __VA_ARGS__)
