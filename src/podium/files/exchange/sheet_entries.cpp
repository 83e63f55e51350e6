#include "podium/files/exchange/sheet_entries.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/read_figure.hpp"

namespace podium {
namespace {

using Kind = SheetEntry::Kind;

constexpr int kMostLevels = 64;

class EntryChecker {
 public:
  EntryChecker(const std::vector<SheetEntry>& entries, Problems& problems) : problems_(problems) {
    for (const SheetEntry& entry : entries) checked_.emplace_back().source = entry;
  }

  std::vector<CheckedEntry> check() {
    for (CheckedEntry& entry : checked_) check_code(entry);
    for (CheckedEntry& entry : checked_) {
      check_numbers(entry);
      if (entry.is(Kind::Indicator) || entry.is(Kind::Aggregate)) check_level(entry);
    }
    for (CheckedEntry& entry : checked_) {
      if (entry.is(Kind::Indicator) || entry.is(Kind::Aggregate)) check_parent(entry);
      if (!is_gap(entry.source.denominator.text)) check_denominator(entry);
    }
    check_root();
    check_children();
    for (CheckedEntry& entry : checked_) set_id(entry);
    return std::move(checked_);
  }

 private:
  void report(const PlacedWord& at, Code code, std::string found, std::string expected) {
    problems_.report([&] {
      return Diagnostic{.code = code, .found = std::move(found), .expected = std::move(expected), .place = at.place};
    });
  }

  void check_code(const CheckedEntry& entry) {
    const PlacedWord& code = entry.source.code;
    if (is_gap(code.text)) return report(code, Code::MissingKey, "an entry without a code", "a code of its own");
    const auto [first, is_new] = by_code_.emplace(code.text, &entry);
    if (!is_new) {
      report(code, Code::DuplicateId,
             "a second entry with code " + podium::quoted(code.text) + at_first(first->second->source.code),
             "a code of its own for every entry");
    }
  }

  static std::string at_first(const PlacedWord& first) {
    return ", first at row " + std::to_string(first.place.line) + ", column " + std::to_string(first.place.column);
  }

  std::optional<double> number(const PlacedWord& word, std::string_view what) {
    if (is_gap(word.text)) return std::nullopt;
    if (const auto value = parse_decimal(word.text)) return value->value;
    problems_.report([&] {
      Diagnostic problem = not_a_number(word.text, what);
      problem.place = word.place;
      return problem;
    });
    return std::nullopt;
  }

  void check_numbers(CheckedEntry& entry) {
    const SheetEntry& source = entry.source;
    if (!entry.is(Kind::Indicator) && !entry.is(Kind::Aggregate)) return;
    if (const auto weight = number(source.weight, "weight")) {
      entry.weight = *weight;
      if (*weight < 0) {
        report(source.weight, Code::NegativeWeight, "weight " + shortest(*weight), "0 or more");
      }
    }
    check_direction(entry);
    if (!entry.is(Kind::Indicator)) return;
    entry.target = number(source.target, "target");
    entry.lower_goalpost = number(source.lower_goalpost, "goalpost");
    entry.upper_goalpost = number(source.upper_goalpost, "goalpost");
    if (entry.lower_goalpost.has_value() != entry.upper_goalpost.has_value()) {
      const bool is_lower = entry.lower_goalpost.has_value();
      report(is_lower ? source.upper_goalpost : source.lower_goalpost, Code::MissingGoalposts,
             "one goalpost of " + podium::quoted(source.code.text), "both, or none");
    }
  }

  void check_direction(CheckedEntry& entry) {
    const PlacedWord& word = entry.source.direction;
    const std::optional<double> direction = number(word, "direction");
    if (!direction) {
      if (is_gap(word.text) && entry.is(Kind::Indicator)) {
        report(word, Code::MissingKey, "no direction of " + podium::quoted(entry.source.code.text),
               "1 (more is better) or -1 (less is better)");
      }
      return;
    }
    const bool is_turned = *direction == -1;
    if (*direction != 1 && !is_turned) {
      report(word, Code::InvalidValue, "direction " + podium::quoted(word.text),
             "1 (more is better) or -1 (less is better)");
    } else if (is_turned && entry.is(Kind::Aggregate)) {
      report(word, Code::InvalidValue, "direction -1 of an aggregate", "1: only indicators are turned round");
    }
    entry.direction = is_turned ? -1 : 1;
  }

  void check_level(CheckedEntry& entry) {
    const PlacedWord& word = entry.source.level;
    const bool is_indicator = entry.is(Kind::Indicator);
    const std::optional<double> level = number(word, "level");
    if (!level) {
      if (is_gap(word.text)) {
        report(word, Code::MissingKey, "no level of " + podium::quoted(entry.source.code.text),
               "a whole number from 1");
      }
      return;
    }
    const bool is_whole = *level == static_cast<int>(*level) && *level >= 1 && *level <= kMostLevels;
    if (!is_whole || (*level == 1) != is_indicator) {
      report(
          word, Code::InvalidValue, "level " + podium::quoted(word.text),
          is_indicator ? "1 for an indicator" : "2 or more for an aggregate, at most " + std::to_string(kMostLevels));
      return;
    }
    entry.level = static_cast<int>(*level);
  }

  std::vector<std::string_view> codes_of(Kind kind) const {
    std::vector<std::string_view> codes;
    for (const CheckedEntry& entry : checked_) {
      if (entry.is(kind)) codes.push_back(entry.source.code.text);
    }
    return codes;
  }

  /// The entry of that kind; nothing after reporting that there is none.
  const CheckedEntry* find(const PlacedWord& word, Kind kind, Code code, std::string_view what) {
    const auto found = by_code_.find(word.text);
    if (found != by_code_.end() && found->second->is(kind)) return found->second;
    problems_.report([&] {
      const std::vector<std::string_view> codes = codes_of(kind);
      Diagnostic problem = not_among(code, what, word.text, codes);
      problem.place = word.place;
      return problem;
    });
    return nullptr;
  }

  void check_parent(CheckedEntry& entry) {
    const PlacedWord& word = entry.source.parent;
    if (is_gap(word.text)) {
      if (entry.is(Kind::Aggregate)) return roots_.push_back(&entry);
      return report(word, Code::HierarchyOrphan, "no parent of " + podium::quoted(entry.source.code.text),
                    "the code of an aggregate");
    }
    const CheckedEntry* const parent = find(word, Kind::Aggregate, Code::UnknownNode, "parent");
    if (parent == nullptr) return;
    entry.parent = word.text;
    has_children_.insert(word.text);
    if (entry.level != 0 && parent->level != 0 && parent->level != entry.level + 1) {
      report(entry.source.level, Code::InvalidValue,
             "level " + std::to_string(entry.level) + " below " + podium::quoted(word.text) + " of level " +
                 std::to_string(parent->level),
             "the level next below that of its parent");
    }
  }

  void check_denominator(CheckedEntry& entry) {
    const PlacedWord& word = entry.source.denominator;
    if (find(word, Kind::Denominator, Code::UnknownIndicator, "denominator") != nullptr) entry.denominator = word.text;
  }

  void check_root() {
    if (roots_.empty()) {
      problems_.add(Diagnostic{.code = Code::EmptyHierarchy,
                               .found = "no aggregate without a parent",
                               .expected = "one, the index itself",
                               .place = checked_.empty() ? Place{} : checked_.front().source.code.place});
    }
    for (std::size_t i = 1; i < roots_.size(); ++i) {
      report(roots_[i]->source.parent, Code::HierarchyOrphan,
             "no parent of " + podium::quoted(roots_[i]->source.code.text),
             "one: the top of the index is " + podium::quoted(roots_.front()->source.code.text));
    }
  }

  void check_children() {
    for (const CheckedEntry& entry : checked_) {
      if (!entry.is(Kind::Aggregate) || has_children_.contains(entry.source.code.text)) continue;
      report(entry.source.code, Code::EmptyHierarchy,
             "nothing below the aggregate " + podium::quoted(entry.source.code.text), "an entry with that parent");
    }
  }

  std::string id_of(const CheckedEntry& entry) const {
    const std::string& code = entry.source.code.text;
    if (!roots_.empty() && &entry == roots_.front()) return "index";
    if (!entry.is(Kind::Group)) return identifier_from(code);
    // These columns of units.csv mean something else.
    return code == "code" || code.starts_with("name") ? "group_" + code : code;
  }

  void set_id(CheckedEntry& entry) {
    const PlacedWord& code = entry.source.code;
    if (is_gap(code.text)) return;
    entry.id = id_of(entry);
    if (entry.id.empty()) {
      return report(code, Code::InvalidValue, "code " + podium::quoted(code.text),
                    "a code with letters a-z or digits, of which an id can be made");
    }
    const auto [first, is_new] = by_id_.emplace(std::pair(entry.is(Kind::Group), entry.id), &entry);
    if (is_new || first->second->source.code.text == code.text) return relate(entry);
    report(code, Code::DuplicateId,
           "codes " + podium::quoted(first->second->source.code.text) + " and " + podium::quoted(code.text) +
               ", which both become the id " + podium::quoted(entry.id),
           "codes that differ in letters, digits, '_', '-' or '.'");
  }

  /// Codes of other entries become their ids.
  void relate(CheckedEntry& entry) const {
    const auto id = [&](const std::string& code) {
      const auto found = by_code_.find(code);
      return code.empty() || found == by_code_.end() ? std::string() : id_of(*found->second);
    };
    entry.parent = id(entry.parent);
    entry.denominator = id(entry.denominator);
  }

  std::vector<CheckedEntry> checked_;
  Problems& problems_;
  std::map<std::string, const CheckedEntry*, std::less<>> by_code_;
  std::map<std::pair<bool, std::string>, const CheckedEntry*> by_id_;
  std::set<std::string, std::less<>> has_children_;
  std::vector<const CheckedEntry*> roots_;
};

}  // namespace

std::vector<CheckedEntry> check_entries(const std::vector<SheetEntry>& entries, Problems& problems) {
  return EntryChecker(entries, problems).check();
}

bool is_gap(std::string_view text) {
  constexpr std::array<std::string_view, 6> kGaps{"", "NA", "n/a", "N/A", "#N/A", "NaN"};
  return std::ranges::find(kGaps, text) != kGaps.end();
}

}  // namespace podium
