#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace podium {

/// A text that many values hold, as all figures of a table hold its name: copies share it and take no memory of their
/// own. It never changes; threads may hold the same one.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string text) : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedText(std::string_view text) : SharedText(std::string(text)) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}

  bool empty() const { return text_ == nullptr; }
  std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
  std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }

  friend bool operator==(const SharedText& one, const SharedText& other) {
    return one.text_ == other.text_ || one.view() == other.view();
  }
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const SharedText& one, const Text& other) {
    return one.view() == std::string_view(other);
  }

 private:
  std::shared_ptr<const std::string> text_;
};

}  // namespace podium
