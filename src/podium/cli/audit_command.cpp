#include "podium/cli/audit_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/cli/audit_views.hpp"
#include "podium/cli/index_words.hpp"
#include "podium/files/country_table.hpp"
#include "podium/files/recipe_file.hpp"
#include "podium/model/weight_set.hpp"

namespace podium {
namespace {

struct AuditCommandOptions {
  std::string directory;
  std::optional<std::string> period;
  std::optional<std::string> section;
  std::optional<std::string> unit;
  std::optional<std::string> weights;
  std::optional<std::string> against;
  std::string correlation = "pearson";
  EditionWords edition;
  std::string format = "table";
  std::optional<std::string> lang;
};

template <class Enum>
std::vector<std::string_view> words_of() {
  std::vector<std::string_view> words;
  for (const auto& [word, value] : Words<Enum>::list) words.push_back(word);
  return words;
}

/// The value of a word that the command line has already checked.
template <class Enum>
Enum value_of(std::string_view word) {
  for (const auto& [known, value] : Words<Enum>::list) {
    if (known == word) return value;
  }
  return Enum{};
}

/// "country" where every unit is one.
UnitWords words_for_units(const Index& index) {
  const CountryNames& names = builtin_country_names();
  const auto is_country = [&](const UnitInfo& unit) { return names.find(unit.code) != nullptr; };
  return std::ranges::all_of(index.units, is_country) ? country_words() : UnitWords{};
}

/// What every question of this command is answered from.
struct Question {
  const AuditCommandOptions& options;
  const ReadIndex& read;
  const Computed& computed;
  Time time;
  Language language;
  Colour colour;

  const Index& index() const { return read.index; }
};

std::string audit_text(const Question& question) {
  const AuditCommandOptions& options = question.options;
  AuditOptions measured;
  measured.correlation = value_of<CorrelationKind>(options.correlation);
  const AuditedPeriod audited = audited_period(question.index(), question.computed, question.time, measured);
  const AuditScene scene{question.index(), question.computed, audited, words_for_units(question.index())};
  const std::vector<AuditSection> sections =
      options.section ? std::vector{value_of<AuditSection>(*options.section)} : all_audit_sections();
  if (options.format == "json") return audit_json(scene, sections);
  if (options.format == "csv") return audit_csv(scene, sections.front());
  if (options.section) return audit_section_view(scene, sections.front(), question.language, question.colour);
  return audit_view(scene, question.language, question.colour);
}

Result<std::string> strengths_text(const Question& question) {
  const Index& index = question.index();
  TRY(const Unit unit, unit_of_word(index, *question.options.unit));
  const Strengths strengths = strengths_of(index, question.computed, question.time, unit);
  if (question.options.format == "json") {
    return unit_strengths_json(index, question.computed, question.time, unit, strengths);
  }
  if (question.options.format == "csv") {
    return unit_strengths_csv(index, question.computed, question.time, unit, strengths);
  }
  const Period period = question.computed.ranking.panel().period(question.time);
  return strengths_view(index, unit, period, strengths, question.language, question.colour);
}

/// The index with the weights or the recipe that its own is compared with.
Result<Index> other_index(const Question& question) {
  if (question.options.weights) {
    return located(with_weight_set(question.index(), *question.options.weights), question.read);
  }
  TRY(RecipeFile file, read_recipe_file(*question.options.against));
  return with_recipe_of(question.index(), std::move(file));
}

Result<std::string> comparison_text(const Question& question) {
  TRY(const Index other, other_index(question));
  TRY(const Computed computed, compute(other, question.computed.choice));
  const ComparedRankings compared{
      question.index(), question.computed, question.time,
      question.options.weights ? *question.options.weights : *question.options.against,
      compare_rankings(question.computed.ranking, computed.ranking, question.index().hierarchy.root(), question.time)};
  if (question.options.format == "json") return comparison_json(compared);
  if (question.options.format == "csv") return comparison_csv(compared);
  return comparison_view(compared, question.language, question.colour);
}

Result<std::string> answer(const Question& question) {
  if (question.options.unit) return strengths_text(question);
  if (question.options.weights || question.options.against) return comparison_text(question);
  return audit_text(question);
}

std::optional<Diagnostic> misuse(const AuditCommandOptions& options) {
  std::vector<std::string> asked;
  if (options.section) asked.emplace_back("--section");
  if (options.unit) asked.emplace_back("--unit");
  if (options.weights) asked.emplace_back("--weights");
  if (options.against) asked.emplace_back("--against");
  if (asked.size() > 1) return bad_usage("both " + asked[0] + " and " + asked[1], "one of them");
  if (options.format == "csv" && asked.empty()) {
    return bad_usage("--format csv for the whole audit", "--section NAME with it: a CSV file holds one table");
  }
  return std::nullopt;
}

Result<Report> run_audit(const AuditCommandOptions& options, const Surroundings& surroundings) {
  if (auto problem = misuse(options)) return *std::move(problem);
  TRY(const ReadIndex read, read_index(options.directory));
  TRY(const EditionChoice choice, choice_of_edition(read.index, options.edition));
  TRY(const Time time, ranked_period(read.index, options.period));
  TRY(const Computed computed, located(compute(read.index, choice), read));
  TRY(std::string text,
      answer({options, read, computed, time, language_of(options.lang, surroundings), surroundings.colour}));
  Report report{std::move(text), read.warnings};
  append(report.remarks, computed.selection.notes());
  return report;
}

}  // namespace

Command audit_command() {
  const auto options = std::make_shared<AuditCommandOptions>();
  return {
      .name = "audit",
      .purpose = {"examines an index as a reviewer would, and says what to object to",
                  "검토자의 눈으로 지수를 살펴 문제점을 짚습니다"},
      .options =
          {directory_word(options->directory),
           {"--period",
            "P",
            {"audit this period (default: the newest)", "점검할 기간 (기본값: 가장 최근)"},
            &options->period},
           {"--section",
            "NAME",
            {"only this part, in full", "이 부분만 자세히"},
            &options->section,
            words_of<AuditSection>()},
           {"--unit", "CODE", {"the strengths and weaknesses of this unit", "이 대상의 강점과 약점"}, &options->unit},
           {"--weights",
            "NAME",
            {"compare the ranking with the one by this weight set, [weights.NAME] of podium.toml",
             "podium.toml의 [weights.NAME] 가중치로 매긴 순위와 비교합니다"},
            &options->weights},
           {"--against",
            "FILE",
            {"compare the ranking with the one by the [[step]] tables of this file",
             "이 파일의 [[step]]으로 매긴 순위와 비교합니다"},
            &options->against},
           {"--correlation",
            "KIND",
            {"how to correlate; pearson is the default", "상관계수. 기본값은 pearson"},
            &options->correlation,
            words_of<CorrelationKind>()},
           edition_option(options->edition),
           as_of_option(options->edition),
           format_option(options->format, {"table", "json", "csv"}),
           language_option(options->lang)},
      .examples = {{"podium audit my-index", {"the newest period", "가장 최근 기간의 점검"}},
                   {"podium audit my-index --section correlations --format csv",
                    {"every pair, for a spreadsheet or a program", "모든 쌍을 표 계산이나 프로그램용으로"}},
                   {"podium audit my-index --unit KOR",
                    {"where a unit stands best and worst", "한 대상의 강점과 약점"}}},
      .run = [options](const Surroundings& surroundings) { return run_audit(*options, surroundings); },
      .more =
          {"Tables first: availability, distributions, correlations, structure, importance against weight, and what "
           "leaving a component out does. Then the findings, with the step of the OECD/JRC handbook that each "
           "belongs to. A finding is a question to the author, not a fault: the exit status is 0 whatever is "
           "found.",
           "자료 현황, 분포, 상관관계, 구조, 가중치와 중요도, 항목을 하나씩 뺀 순위를 차례로 보여 주고 지적 "
           "사항을 OECD/JRC 지침서의 단계와 함께 적습니다. 지적 사항은 작성자에게 던지는 질문이므로 결과와 관계없이 "
           "종료 상태는 0입니다."},
  };
}

}  // namespace podium
