#include "podium/cli/labour_view.hpp"

#include <algorithm>

#include "podium/cli/labour_texts.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

/// People are whole.
std::string shown_people(double people) { return grouped(people, 0); }
bool is_anybody(double people) { return shown_people(people) != "0"; }
std::string shown_if_any(double people) { return is_anybody(people) ? shown_people(people) : ""; }

void add_word(std::string& list, std::string_view word) { list += (list.empty() ? "" : ", ") + std::string(word); }

class View {
 public:
  View(const LabourAnswer& answer, TextForm form, Language language, Colour colour)
      : answer_(answer), form_(form), language_(language), colour_(colour) {}

  AnswerWords opening() const { return {.title = fill(words(texts::kLabourTitle), {unit()}), .sentence = sentence()}; }

  std::string text() const {
    const AnswerWords above = opening();
    return heading_line(above.title, form_, colour_) + above.sentence + "\n\n" + shown_table(table(), form_, colour_) +
           "\n" + shown_lines(notes(), form_);
  }

 private:
  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  std::string unit() const { return printable(answer_.index.info(answer_.unit).name.in(language_)); }
  std::string level(std::size_t position) const { return printable(answer_.levels[position]); }
  bool is_stock_flow() const { return answer_.kind == LabourKind::StockFlow; }
  bool may_substitute() const { return answer_.rule != SubstitutionRule::None; }

  std::string shown_years(YearSpan years) const {
    std::string text = to_text(years);
    const std::size_t dash = text.find('-');
    if (language_ == Language::Korean && dash != std::string::npos) text[dash] = '~';
    return text;
  }

  /// What the sentence is about.
  std::string when() const {
    const YearSpan years = answer_.periods.back();
    const Phrase& phrase = is_stock_flow()     ? texts::kAtYearsEnd
                           : years.count() > 1 ? texts::kOverYears
                                               : texts::kInYear;
    return fill(words(phrase), {shown_years(years)});
  }

  std::string sentence() const {
    const LabourBalance& balance = answer_.balances.back();
    const Phrase& opening = is_stock_flow() ? texts::kWantedAndThere : texts::kWantedAndCome;
    const std::string start =
        fill(words(opening), {unit(), answer_.index.info(answer_.unit).code, shown_people(balance.demand), when(),
                              shown_people(balance.supply)});
    if (!is_anybody(balance.shortage_alone)) {
      return start + fill(words(texts::kNoLevelShort), {shown_people(balance.surplus_alone)});
    }
    const std::string alone = shown_people(balance.shortage_alone);
    if (!may_substitute()) {
      return start + fill(words(texts::kShortAlone), {alone, by_level(), shown_people(answer_.yearly_shortage_alone)});
    }
    const std::string rule = words(answer_.rule == SubstitutionRule::Any ? texts::kIfAny : texts::kIfHigher);
    const bool is_short = is_anybody(balance.shortage_substituted);
    return start +
           fill(words(is_short ? texts::kShortIf : texts::kNobodyShortIf),
                {shown_people(balance.shortage_substituted), rule, shown_people(answer_.yearly_shortage_substituted)}) +
           fill(words(texts::kShortWhereNone), {alone, by_level()});
  }

  /// "advanced 16,600; 3,800 too many elsewhere"
  std::string by_level() const {
    const LabourBalance& balance = answer_.balances.back();
    std::string text;
    for (std::size_t i = 0; i < answer_.levels.size(); ++i) {
      const double people = std::max(0.0, balance.shortage[i]);
      if (is_anybody(people)) add_word(text, fill(words(texts::kShortLevel), {level(i), shown_people(people)}));
    }
    if (!is_anybody(balance.surplus_alone)) return text;
    return text + fill(words(texts::kTooManyElsewhere), {shown_people(balance.surplus_alone)});
  }

  /// The periods beside the levels where there are several.
  TextTable table() const {
    const bool has_periods = answer_.periods.size() > 1;
    TextTable table;
    if (has_periods) table.columns.push_back({words(texts::kPeriod)});
    table.columns.push_back({words(texts::kSkillLevel)});
    add_people_columns(table);
    for (std::size_t period = 0; period < answer_.periods.size(); ++period) {
      const std::vector<Cell> first{Cell(shown_years(answer_.periods[period]))};
      add_rows(table, period, has_periods ? first : std::vector<Cell>());
    }
    return table;
  }

  void add_people_columns(TextTable& table) const {
    for (const Phrase& title : {texts::kWanted, is_stock_flow() ? texts::kThere : texts::kComing, texts::kPeopleShort,
                                texts::kPeopleTooMany}) {
      table.columns.push_back({words(title), Align::Right});
    }
    if (may_substitute()) table.columns.push_back({words(texts::kShortSubstituted), Align::Right});
  }

  /// A row for each level and one for all; each begins with `first`.
  void add_rows(TextTable& table, std::size_t period, const std::vector<Cell>& first) const {
    const LabourBalance& balance = answer_.balances[period];
    const auto add = [&](Cell name, double demand, double supply, double lacking, double surplus, double left) {
      std::vector<Cell> row = first;
      row.push_back(std::move(name));
      for (const double people : {demand, supply}) row.emplace_back(shown_people(people));
      for (const double people : {lacking, surplus}) row.emplace_back(shown_if_any(people));
      if (may_substitute()) row.emplace_back(shown_if_any(left));
      table.rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < answer_.levels.size(); ++i) {
      const double shortage = balance.shortage[i];
      add(level(i), answer_.demand[i][period], answer_.supply[i][period], std::max(0.0, shortage),
          std::max(0.0, -shortage), shortage_left(balance, i));
    }
    add(Cell(words(texts::kAllLevels), Style::Bold), balance.demand, balance.supply, balance.shortage_alone,
        balance.surplus_alone, balance.shortage_substituted);
  }

  std::string notes() const {
    std::string text = substitution_lines();
    if (answer_.rule == SubstitutionRule::HigherForLower) {
      std::string levels;
      for (std::size_t i = 0; i < answer_.levels.size(); ++i) add_word(levels, level(i));
      text += fill(words(texts::kLevelOrder), {levels}) + "\n";
    }
    text += words(answer_.rule == SubstitutionRule::Any              ? texts::kAssumesAny
                  : answer_.rule == SubstitutionRule::HigherForLower ? texts::kAssumesHigher
                                                                     : texts::kAssumesNone) +
            "\n";
    if (!answer_.counted_as_zero.empty()) {
      std::string items;
      for (const LabourItem item : answer_.counted_as_zero) add_word(items, to_word(item));
      text += fill(words(texts::kCountedAsZero), {items}) + "\n";
    }
    return text + origin_lines();
  }

  /// Of the last period.
  std::string substitution_lines() const {
    std::string text;
    for (const Substituted& one : answer_.balances.back().substituted) {
      if (!is_anybody(one.persons)) continue;
      text += fill(words(texts::kDoesWork), {shown_people(one.persons), level(one.as.from), level(one.as.to)}) + "\n";
    }
    if (!text.empty() && answer_.levels.size() > 2) text += words(texts::kOneOfTheWays) + "\n";
    return text;
  }

  std::string origin_lines() const {
    std::string editions;
    for (const EditionAt edition : answer_.editions) add_word(editions, answer_.index.editions[at(edition)].id);
    std::string sources;
    for (const SourceAt source : answer_.sources) add_word(sources, answer_.index.sources[at(source)].id);
    std::string text =
        fill(words(texts::kLabourFigures), {std::to_string(answer_.figures.size()), editions, sources}) + "\n";
    if (answer_.editions.size() > 1) {
      text += fill(words(texts::kLabourMixed), {std::to_string(answer_.editions.size())}) + "\n";
    }
    return text;
  }

  const LabourAnswer& answer_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

AnswerWords labour_words(const LabourAnswer& answer, Language language) {
  return View(answer, TextForm::Terminal, language, Colour::Off).opening();
}

std::string labour_view(const LabourAnswer& answer, TextForm form, Language language, Colour colour) {
  return View(answer, form, language, colour).text();
}

}  // namespace podium
