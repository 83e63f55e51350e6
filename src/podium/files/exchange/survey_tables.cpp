#include "podium/files/exchange/survey_tables.hpp"

#include <algorithm>
#include <functional>
#include <queue>

#include "podium/core/parallel.hpp"
#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/figure_layout.hpp"
#include "podium/files/read_observations.hpp"
#include "podium/model/observation_order.hpp"

namespace podium {
namespace {

/// What is held of every figure, to find those that are there twice.
struct Print {
  Series series;
  Unit unit;
  Period period;
  EditionAt edition;
  std::uint32_t table;
  std::uint32_t line;

  auto operator<=>(const Print&) const = default;
};

/// The first figures of one kind, in their order.
class FirstFigures {
 public:
  void add(const OrderKey& key, Observation&& figure) {
    if (figures_.size() == kFirstListed && !(key < figures_.back().first)) return;
    const auto place = std::ranges::upper_bound(figures_, key, {}, &Entry::first);
    figures_.emplace(place, key, std::move(figure));
    if (figures_.size() > kFirstListed) figures_.pop_back();
  }

  void move_to(std::vector<Observation>& all) && {
    for (auto& [key, figure] : figures_) all.push_back(std::move(figure));
  }

 private:
  using Entry = std::pair<OrderKey, Observation>;
  std::vector<Entry> figures_;
};

/// One table's part, which no other thread touches.
struct TablePart {
  std::vector<Print> prints{};
  std::vector<Observation> figures{};  ///< where all are listed
  std::array<FirstFigures, kBatchKinds> first{};
  std::array<std::size_t, kBatchKinds> counts{};
  Problems problems{};
};

class Surveyor {
 public:
  Surveyor(const Index& index, std::span<const SurveyedTable> tables, Listing listing)
      : index_(index), tables_(tables), listing_(listing), words_(index, Naming::Ids), order_(index.editions) {}

  TablePart read(std::size_t table) const {
    TablePart part;
    Result<ByteSource> source = open_named_file(tables_[table].path);
    if (!source) {
      part.problems.add_at({tables_[table].name}, std::move(source).diagnostics());
      return part;
    }
    CsvReader csv(tables_[table].name, *std::move(source));
    const auto take = [&](Observation&& figure) { add(std::move(figure), static_cast<std::uint32_t>(table), part); };
    read_observations(csv, nullptr, words_.words(), take, part.problems);
    std::ranges::sort(part.prints);
    return part;
  }

  Result<Survey> join(std::vector<TablePart> parts) const {
    Problems problems;
    report_repeated(parts, problems);
    Survey survey;
    for (TablePart& part : parts) {
      problems.add(std::move(part.problems));
      std::ranges::move(part.figures, std::back_inserter(survey.figures));
      for (FirstFigures& first : part.first) std::move(first).move_to(survey.figures);
      for (std::size_t kind = 0; kind < kBatchKinds; ++kind) survey.batch.counts[kind] += part.counts[kind];
    }
    if (!problems.empty()) return std::move(problems).sorted();
    sort_observations(survey.figures, index_.editions);
    if (listing_ == Listing::First) keep_first(survey.figures);
    survey.batch.entries = compare_with(index_, survey.figures).entries;
    return survey;
  }

 private:
  void add(Observation&& figure, std::uint32_t table, TablePart& part) const {
    const BatchEntry entry = compare_with(index_, figure);
    const auto kind = static_cast<std::size_t>(entry.kind);
    ++part.counts[kind];
    part.prints.push_back({figure.series, figure.unit, figure.period, figure.edition, table, figure.place.line});
    if (entry.kind == BatchEntry::Kind::Unchanged || entry.kind == BatchEntry::Kind::Changed) {
      part.problems.report([&] { return second_figure(figure, entry.known->place, names()); });
    } else if (listing_ == Listing::All) {
      part.figures.push_back(std::move(figure));
    } else {
      part.first[kind].add(order_.key_of(figure), std::move(figure));
    }
  }

  ObservationNames names() const { return {words_.ids(), index_.units, index_.editions}; }

  /// Goes through the prints of all tables in their order.
  void report_repeated(const std::vector<TablePart>& parts, Problems& problems) const {
    using Head = std::pair<Print, std::size_t>;  // and its position in the part
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    const auto add_head = [&](std::size_t part, std::size_t position) {
      if (position < parts[part].prints.size()) heads.emplace(parts[part].prints[position], position);
    };
    for (std::size_t part = 0; part < parts.size(); ++part) add_head(part, 0);
    std::optional<Print> first;
    while (!heads.empty()) {
      const auto [print, position] = heads.top();
      heads.pop();
      add_head(print.table, position + 1);
      if (first && are_same_figure(*first, print)) {
        problems.report([&] { return second_figure(observation_at(print), observation_at(*first).place, names()); });
      } else {
        first = print;
      }
    }
  }

  static bool are_same_figure(const Print& one, const Print& other) {
    return std::tie(one.series, one.unit, one.period, one.edition) ==
           std::tie(other.series, other.unit, other.period, other.edition);
  }

  /// As much as messages say of it.
  Observation observation_at(const Print& print) const {
    return {.unit = print.unit,
            .series = print.series,
            .period = print.period,
            .edition = print.edition,
            .source = {},
            .value = {},
            .locator = {},
            .note = {},
            .place = {tables_[print.table].name, print.line, 0}};
  }

  /// Each table has given its first ones.
  void keep_first(std::vector<Observation>& sorted) const {
    std::array<std::size_t, kBatchKinds> counts{};
    std::erase_if(sorted, [&](const Observation& figure) {
      return ++counts[static_cast<std::size_t>(compare_with(index_, figure).kind)] > kFirstListed;
    });
  }

  const Index& index_;
  std::span<const SurveyedTable> tables_;
  Listing listing_;
  FigureVocabulary words_;
  ObservationOrder order_;
};

}  // namespace

Result<Survey> survey_tables(const Index& index, std::span<const SurveyedTable> tables, Listing listing,
                             std::size_t threads) {
  const Surveyor surveyor(index, tables, listing);
  std::vector<TablePart> parts(tables.size());
  for_each_index(tables.size(), threads, [&](std::size_t table) { parts[table] = surveyor.read(table); });
  return surveyor.join(std::move(parts));
}

}  // namespace podium
