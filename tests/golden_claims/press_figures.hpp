#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "podium/claims/score_sheet.hpp"
#include "podium/core/number_text.hpp"

/// Figures that newspapers printed, each with at most six words of its story, and what a person found about them. The
/// words are put behind a subject made of what the record says (period, unit, indicator by its title), and that
/// sentence is checked as a story of its day.
namespace podium::testing {

struct PressFigure {
  std::string sentence{};  ///< with the line of its date before it
  SheetFact fact{};        ///< what the record says of it
};

class PressRecord {
 public:
  PressRecord(const nlohmann::json& record, const Lexicon& lexicon)
      : record_(record), lexicon_(lexicon), is_korean_(record.at("lang") == "ko") {
    const std::string entity = text("entity");
    const std::size_t end = entity.find_first_of("/- ");
    unit_ = entity.substr(0, end);
    if (end != std::string::npos && entity.size() == end + 4) other_ = entity.substr(end + 1);
    printed_ = text("as_printed");
  }

  PressFigure figure() const {
    const std::string id = text("id");
    return {.sentence = dateline() + sentence() + ".\n",
            .fact = {.id = id,
                     .article = id,
                     .unit = unit_,
                     .period = text("period"),
                     .value = value(),
                     .measure = measure(),
                     .rank = rank(),
                     .as_printed = printed_ + missing_value(),
                     .verdict = text("verdict")}};
  }

 private:
  std::string text(const char* key) const { return record_.at(key).get<std::string>(); }
  bool ends(std::string_view ending) const { return text("indicator").ends_with(ending); }
  bool is_per() const { return text("unit").starts_with("per_"); }

  /// The last day of a month or year of which no day is known.
  std::string dateline() const {
    std::string date = text("date");
    if (date.size() == 4) date += "-12";
    if (date.size() == 7) date += "-28";
    return (is_korean_ ? "입력 " : "Published: ") + date + "\n\n";
  }

  std::string name(const std::string& code) const {
    const auto found = std::ranges::find(lexicon_.units, code, &Lexicon::NamedUnit::code);
    if (found == lexicon_.units.end()) return code;
    return is_korean_ ? found->title.ko : found->title.en;
  }

  /// The series whose id is the record's, but for what is computed of it: private_ai_investment_growth.
  std::string title() const {
    for (std::string id = text("indicator"); !id.empty();) {
      for (const Lexicon::NamedSeries& series : lexicon_.series) {
        if (series.id == id || series.id.ends_with("_" + id)) return is_korean_ ? series.title.ko : series.title.en;
      }
      const std::size_t last = id.rfind('_');
      id.resize(last == std::string::npos ? 0 : last);
    }
    std::string words = text("indicator");
    std::ranges::replace(words, '_', ' ');
    return words;
  }

  std::string years() const {
    std::string period = text("period");
    if (const std::size_t arrow = period.find("->"); arrow != std::string::npos) period = period.substr(arrow + 2);
    if (period.empty() || period == "n/a") return "";
    const std::size_t dash = period.find('-');
    if (is_korean_) return (dash == 4 ? period.replace(dash, 1, "~") : period) + "년 ";
    return dash == 4 ? " from " + period.replace(dash, 1, " to ") : " in " + period;
  }

  std::string sentence() const {
    const std::string printed = printed_ + missing_value();
    const bool names_other = !other_.empty() && printed.find(name(other_)) != std::string::npos;
    const std::string other = other_.empty() || names_other || !ends("_ratio") ? "" : name(other_);
    const std::string who =
        ends("_gap") && !other_.empty() ? name(unit_) + (is_korean_ ? "과 " : " and ") + name(other_) : name(unit_);
    if (is_korean_) {
      return years() + who + "의 " + title() + (ends("_rank") ? " 순위" : "") + ": " +
             (other.empty() ? "" : other + "의 ") + printed;
    }
    return who + ": " + title() + years() + ": " + printed;
  }

  /// Of a record about what a figure is counted by, the words leave the figure out.
  std::string missing_value() const {
    if (!is_per() || printed_.find('.') != std::string::npos || !record_.at("value").is_number()) return "";
    return " " + shortest(record_.at("value").get<double>());
  }

  /// As the sheet says it. The sign of an outflow is in its name where the print has none.
  std::string value() const {
    const nlohmann::json& value = record_.at("value");
    if (text("unit") == "rank") return "";
    if (value.is_string()) return value.get<std::string>();
    const double number = value.is_array() ? value.at(0).get<double>() : value.get<double>();
    const bool has_sign =
        printed_.find('-') != std::string::npos || printed_.find("–") != std::string::npos || !missing_value().empty();
    return shortest(number < 0 && !has_sign ? -number : number);
  }

  std::string measure() const {
    const std::string unit = text("unit");
    const bool is_share = unit.starts_with("share_") || unit == "ratio" || unit == "percent";
    if (is_share && printed_.find('%') != std::string::npos) return "ratio";
    return unit;
  }

  std::optional<int> rank() const {
    const nlohmann::json& value = record_.at("value");
    if (text("unit") != "rank") return std::nullopt;
    if (value.is_array()) return value.back().get<int>();
    if (value.is_string()) return std::stoi(value.get<std::string>().substr(1));
    return value.get<int>();
  }

  const nlohmann::json& record_;
  const Lexicon& lexicon_;
  bool is_korean_;
  std::string unit_;
  std::string other_;
  std::string printed_;
};

struct JudgedFigure {
  std::string id{};
  std::string sentence{};
  std::string recorded{};
  std::string judged{};   ///< empty: the figure was not found
  bool is_right = false;  ///< found with the recorded value, and judged as recorded
};

inline JudgedFigure judge_press_figure(const nlohmann::json& record, const TextChecker& checker,
                                       const Lexicon& lexicon) {
  const PressFigure figure = PressRecord(record, lexicon).figure();
  const std::vector<CheckedText> texts{checker.check(figure.fact.id, figure.sentence, {})};
  const FactScore found = score_against(std::vector{figure.fact}, texts).facts.front();
  return {figure.fact.id, figure.sentence, figure.fact.verdict, found.verdict, found.has_right_verdict};
}

}  // namespace podium::testing
