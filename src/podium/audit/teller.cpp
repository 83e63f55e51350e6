#include "podium/audit/teller.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostNames = 5;
constexpr double kLeastPrintedP = 0.001;

/// "A", "A and B", "A, B and 3 more".
std::string list_of(const std::vector<std::string>& items, Language language) {
  const std::size_t shown = items.size() > kMostNames ? kMostNames - 1 : items.size();
  const bool is_cut = shown < items.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == items.size() && i > 0;
    if (i > 0) text += is_last && language == Language::English ? " and " : ", ";
    text += items[i];
  }
  if (!is_cut) return text;
  const std::string more = std::to_string(items.size() - shown);
  return text + (language == Language::English ? " and " + more + " more" : " 외 " + more + "개");
}

std::string probability(double p, Language language) {
  if (p >= kLeastPrintedP) return fixed(p, 3);
  return language == Language::English ? "below " + shortest(kLeastPrintedP) : shortest(kLeastPrintedP) + " 미만";
}

int decimals_after(std::string_view mark) { return mark.empty() ? 0 : mark.front() - '0'; }

}  // namespace

std::string Teller::title(std::size_t node, Language language) const {
  const Series series = finding_.nodes[node];
  const std::string& title = index_.info(series).title.in(language);
  const std::string name = title.empty() ? index_.hierarchy.series_ids()[at(series)] : title;
  return language == Language::English ? name : "‘" + name + "’";
}

std::string Teller::titles(std::size_t from, Language language) const {
  std::vector<std::string> all;
  for (std::size_t i = from; i < finding_.nodes.size(); ++i) all.push_back(title(i, language));
  return list_of(all, language);
}

std::string Teller::names(Language language) const {
  std::vector<std::string> all;
  for (const Unit unit : finding_.units) all.push_back(index_.info(unit).name.in(language));
  return list_of(all, language);
}

/// What a slot without a number of its own stands for.
std::optional<std::string> Teller::words_of(std::string_view slot, Language language) const {
  if (slot == "titles") return titles(0, language);
  if (slot == "others") return titles(1, language);
  if (slot == "names") return names(language);
  if (slot == "first") return index_.info(finding_.units.front()).name.in(language);
  if (slot == "units") return words_.many;
  if (slot == "counter") return words_.counter;
  if (slot == "p") return probability(number("p_adjusted"), language);
  if (slot == "publisher") return index_.editions[at(finding_.editions.front())].publisher;
  if (slot == "period") {
    const bool is_korean_year = language == Language::Korean && finding_.period.kind() == Period::Kind::Year;
    return to_text(finding_.period) + (is_korean_year ? "년" : "");
  }
  if (slot == "editions") {
    std::vector<std::string> ids;
    for (const EditionAt edition : finding_.editions) ids.push_back(index_.editions[at(edition)].id);
    return list_of(ids, language);
  }
  if (slot.size() == 1 && slot.front() >= '0' && slot.front() <= '9') {
    return title(static_cast<std::size_t>(slot.front() - '0'), language);
  }
  return std::nullopt;
}

std::string Teller::value_of(std::string_view slot, Language language) const {
  if (const std::optional<std::string> words = words_of(slot, language)) return *words;
  const std::size_t mark = slot.find_first_of(".%#");
  const double value = number(slot.substr(0, mark));
  assert(!is_missing(value));
  if (mark == std::string_view::npos || slot[mark] == '#') return fixed(value, 0);
  const int decimals = decimals_after(slot.substr(mark + 1));
  return slot[mark] == '.' ? fixed(value, decimals) : fixed(100 * value, decimals) + "%";
}

std::string Teller::fill(std::string_view pattern, Language language) const {
  std::string text;
  for (std::size_t from = 0; from < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', from), pattern.size());
    text += pattern.substr(from, open - from);
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    text += value_of(pattern.substr(open + 1, close - open - 1), language);
    from = close + 1;
  }
  return text;
}

Text Teller::fill(const Text& pattern) const {
  return {fill(pattern.en, Language::English), fill(pattern.ko, Language::Korean)};
}

Text Teller::append(const Text& text, const Text& pattern) const {
  const Text more = fill(pattern);
  return {text.en + more.en, text.ko + more.ko};
}

}  // namespace podium
