#include "podium/files/exchange/json_document.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "podium/files/text_check.hpp"

namespace podium {
namespace {

/// Builds our values from what nlohmann's parser sees, so that the depth is bounded and no exception is thrown.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  bool null() override { return add({JsonNull{}}); }
  bool boolean(bool value) override { return add({value}); }
  bool number_integer(number_integer_t value) override { return add({JsonNumber{std::to_string(value)}}); }
  bool number_unsigned(number_unsigned_t value) override { return add({JsonNumber{std::to_string(value)}}); }
  bool number_float(number_float_t, const string_t& digits) override { return add({JsonNumber{digits}}); }
  bool string(string_t& value) override { return is_clean(value) && add({std::move(value)}); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open({JsonMembers{}}); }
  bool start_array(std::size_t) override { return open({JsonList{}}); }
  bool key(string_t& value) override {
    if (!is_clean(value)) return false;
    keys_.back() = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    const std::size_t offset = std::min(position > 0 ? position - 1 : 0, text_.size());
    const std::string_view before = text_.substr(0, offset);
    problem_ = {.code = Code::Syntax,
                .found = offset < text_.size() ? "JSON that cannot be read" : "a JSON text that ends too early",
                .expected = "a value by RFC 8259",
                .place = {file_, static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
                          static_cast<std::uint32_t>(offset - (before.rfind('\n') + 1) + 1)}};
    return false;
  }

  JsonValue result{JsonNull{}};
  const Diagnostic& problem() const { return problem_; }

 private:
  bool refuse(Code code, std::string found, std::string expected) {
    problem_ = {.code = code, .found = std::move(found), .expected = std::move(expected), .place = {file_, 0, 0}};
    return false;
  }

  /// An escape such as \u001b can write what the file itself must not hold.
  bool is_clean(const std::string& value) {
    const std::optional<BadByte> bad = first_bad_byte(value);
    return !bad || refuse(bad->code, bad->found + " in a text", bad->expected);
  }

  bool open(JsonValue value) {
    if (stack_.size() == kMostJsonDepth) {
      return refuse(Code::Syntax, "values nested more than " + std::to_string(kMostJsonDepth) + " deep",
                    "flatter values");
    }
    stack_.push_back(std::move(value));
    keys_.emplace_back();
    return true;
  }
  bool close() {
    JsonValue value = std::move(stack_.back());
    stack_.pop_back();
    keys_.pop_back();
    return add(std::move(value));
  }
  bool add(JsonValue value) {
    if (++count_ > kMostJsonValues) {
      return refuse(Code::TooLarge, "more than " + std::to_string(kMostJsonValues) + " values", "at most that many");
    }
    if (stack_.empty()) {
      result = std::move(value);
    } else if (auto* list = std::get_if<JsonList>(&stack_.back().data)) {
      list->push_back(std::move(value));
    } else {
      std::get<JsonMembers>(stack_.back().data).push_back({std::move(keys_.back()), std::move(value)});
    }
    return true;
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<JsonValue> stack_;   ///< lists and objects that are not closed yet
  std::vector<std::string> keys_;  ///< the key that waits for its value in each of them
  std::size_t count_ = 0;
  Diagnostic problem_{};
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const JsonMembers* const all = members();
  if (all == nullptr) return nullptr;
  const auto found = std::ranges::find(*all, key, &JsonMember::key);
  return found != all->end() ? &found->value : nullptr;
}

const std::string* JsonValue::text_of(std::string_view key) const {
  const JsonValue* const value = find(key);
  return value != nullptr ? value->text() : nullptr;
}

Result<JsonValue> parse_json(std::string_view text, const std::string& file) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (std::optional<Diagnostic> bad = check_text(text, file)) return *std::move(bad);
  Builder builder(text, file);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return builder.problem();
  return std::move(builder.result);
}

}  // namespace podium
