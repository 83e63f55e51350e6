#include "podium/files/parameter_values.hpp"

namespace podium {
namespace {

constexpr std::string_view kNodeValues = "a table such as { node = 2, other = 1 }";
constexpr std::string_view kNodeFrames = "a table such as { node = [0, 100] }";
constexpr std::string_view kComparisons = "a list such as [[\"preferred\", \"other\", 3]]";
constexpr std::string_view kComparison = "a comparison such as [\"preferred\", \"other\", 3]";
constexpr std::string_view kBudgets = "a table such as { expert = { node = 60, other = 40 } }";

/// The value in another place than the entry's own, under the same key.
TomlEntry part_of(const TomlEntry& entry, const TomlValue& part) { return {entry.key, entry.place, part}; }

/// Calls read(item) for each entry of a table; false (reported) if the value is no table.
template <class Read>
bool for_each_item(const TomlEntry& entry, const TableReader& table, std::string_view expected, const Read& read) {
  const auto* items = std::get_if<TomlTable>(&entry.value.data);
  if (items == nullptr) {
    table.report_type(entry, expected);
    return false;
  }
  for (const TomlEntry& item : *items) read(item);
  return true;
}

/// Pairs of a node and what Form reads for it.
template <class Form>
std::optional<std::vector<std::pair<std::string, Form>>> pairs_of(const TomlEntry& entry, const TableReader& table,
                                                                  std::string_view expected) {
  std::vector<std::pair<std::string, Form>> pairs;
  bool is_whole = true;
  const bool is_table = for_each_item(entry, table, expected, [&](const TomlEntry& item) {
    if (const std::optional<Form> value = TomlForm<Form>::from(item.value)) {
      pairs.emplace_back(item.key, *value);
    } else {
      table.report_type(item, TomlForm<Form>::expected);
      is_whole = false;
    }
  });
  if (!is_table || !is_whole) return std::nullopt;
  return pairs;
}

std::optional<Comparison> comparison_of(const TomlValue& value) {
  const auto* parts = std::get_if<TomlArray>(&value.data);
  if (parts == nullptr || parts->size() != 3) return std::nullopt;
  const auto* preferred = std::get_if<std::string>(&(*parts)[0].data);
  const auto* other = std::get_if<std::string>(&(*parts)[1].data);
  const std::optional<double> times = TomlForm<double>::from((*parts)[2]);
  if (preferred == nullptr || other == nullptr || !times) return std::nullopt;
  return Comparison{*preferred, *other, *times};
}

}  // namespace

void read_value(std::size_t& value, const TomlEntry& entry, const TableReader& table) {
  const std::optional<std::int64_t> number = TomlForm<std::int64_t>::from(entry.value);
  if (!number) return table.report_type(entry, TomlForm<std::int64_t>::expected);
  if (*number >= 0) {
    value = static_cast<std::size_t>(*number);
    return;
  }
  table.problems().add(Diagnostic{.code = Code::InvalidValue,
                                  .found = entry.key + " " + std::to_string(*number),
                                  .expected = "a whole number, 0 or more",
                                  .place = entry.value.place});
}

void read_value(NodeValues& value, const TomlEntry& entry, const TableReader& table) {
  if (auto pairs = pairs_of<double>(entry, table, kNodeValues)) value = *std::move(pairs);
}

void read_value(NodeFrames& value, const TomlEntry& entry, const TableReader& table) {
  const auto pairs = pairs_of<Bounds>(entry, table, kNodeFrames);
  if (!pairs) return;
  value.clear();
  for (const auto& [node, frame] : *pairs) value.emplace_back(node, Frame{frame.lower, frame.upper});
}

void read_value(std::vector<Comparison>& value, const TomlEntry& entry, const TableReader& table) {
  const auto* items = std::get_if<TomlArray>(&entry.value.data);
  if (items == nullptr) return table.report_type(entry, kComparisons);
  std::vector<Comparison> comparisons;
  for (const TomlValue& item : *items) {
    if (std::optional<Comparison> comparison = comparison_of(item)) {
      comparisons.push_back(*std::move(comparison));
    } else {
      table.report_type(part_of(entry, item), kComparison);
    }
  }
  if (comparisons.size() == items->size()) value = std::move(comparisons);
}

void read_value(std::vector<ExpertBudget>& value, const TomlEntry& entry, const TableReader& table) {
  std::vector<ExpertBudget> budgets;
  const std::size_t before = table.problems().count();
  for_each_item(entry, table, kBudgets, [&](const TomlEntry& expert) {
    ExpertBudget budget{expert.key, {}};
    read_value(budget.points, expert, table);
    budgets.push_back(std::move(budget));
  });
  if (table.problems().count() == before) value = std::move(budgets);
}

}  // namespace podium
