#include "golden_claims/claim_cases.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "podium/claims/characters.hpp"
#include "podium/core/number_text.hpp"

namespace podium::golden_claims {
namespace {

constexpr const char* kErrata = "errata.jsonl";

/// The span that "Start" names, if the text of the result stands there.
TextSpan stated_span(const Json& result, std::string_view text, const std::string& wanted) {
  if (!result.contains("Start")) return {};
  const std::vector<std::size_t> offsets = character_offsets(text);
  const auto start = result.at("Start").get<std::size_t>();
  if (start >= offsets.size()) return {};
  const TextSpan span{offsets[start], std::min(offsets[start] + wanted.size(), text.size())};
  return lower_case(span.of(text)) == wanted ? span : TextSpan{};
}

}  // namespace

std::vector<Json> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  std::vector<Json> cases;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty()) continue;
    Json parsed = Json::parse(line, nullptr, false);
    if (parsed.is_discarded())
      throw std::runtime_error(path.string() + ", line " + std::to_string(number) + ": is no JSON");
    cases.push_back(std::move(parsed));
  }
  return cases;
}

std::set<std::string> read_errata(const std::filesystem::path& root) {
  std::set<std::string> ids;
  if (!std::filesystem::exists(root / kErrata)) return ids;
  for (const Json& line : read_cases(root / kErrata)) ids.insert(line.at("id").get<std::string>());
  return ids;
}

std::vector<std::string> list_case_files(const std::filesystem::path& root) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string name = std::filesystem::relative(entry.path(), root).generic_string();
    if (entry.is_regular_file() && entry.path().extension() == ".jsonl" && name != kErrata) files.push_back(name);
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::size_t> character_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), in_lower_case);
  return lower;
}

bool is_same_value(double expected, double value) {
  return value == expected || std::abs(value - expected) <= 1e-14 * std::abs(expected);
}

double printed_value(const Json& text) {
  if (text.is_number()) return text.get<double>();
  auto digits = text.get<std::string>();
  if (digits.starts_with('.')) digits.insert(0, "0");
  const std::optional<PrintedNumber> number = parse_decimal(digits);
  if (!number) throw std::runtime_error("'" + digits + "' is no number");
  return number->value;
}

TextSpan span_of_result(const Json& result, std::string_view text, std::size_t after) {
  const std::string wanted = lower_case(result.at("Text").get<std::string>());
  if (const TextSpan stated = stated_span(result, text, wanted); !stated.empty()) return stated;
  const std::size_t begin = lower_case(text).find(wanted, after);
  return begin == std::string::npos ? TextSpan{} : TextSpan{begin, begin + wanted.size()};
}

}  // namespace podium::golden_claims
