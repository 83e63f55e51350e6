#include "golden_claims/score_file.hpp"

#include <algorithm>
#include <array>

namespace podium::golden_claims {
namespace {

using Scorer = ScoredCase (*)(const Json&, TextLanguage);

struct ModelScorer {
  std::string_view file;
  TextLanguage language;
  Scorer score;
};

constexpr auto kModels = std::to_array<ModelScorer>({
    {"recognizers_text/Number.Korean.NumberModel.jsonl", TextLanguage::Korean, score_recognizers_number},
    {"recognizers_text/Number.English.NumberModel.jsonl", TextLanguage::English, score_recognizers_number},
    {"recognizers_text/Number.Korean.OrdinalModel.jsonl", TextLanguage::Korean, score_recognizers_ordinal},
    {"recognizers_text/Number.English.OrdinalModel.jsonl", TextLanguage::English, score_recognizers_ordinal},
    {"recognizers_text/Number.Korean.NumberRangeModel.jsonl", TextLanguage::Korean, score_recognizers_range},
    {"recognizers_text/Number.English.NumberRangeModel.jsonl", TextLanguage::English, score_recognizers_range},
    {"recognizers_text/Number.Korean.PercentModel.jsonl", TextLanguage::Korean, score_recognizers_percent},
    {"recognizers_text/Number.English.PercentModel.jsonl", TextLanguage::English, score_recognizers_percent},
    {"recognizers_text/NumberWithUnit.Korean.CurrencyModel.jsonl", TextLanguage::Korean, score_recognizers_currency},
    {"recognizers_text/NumberWithUnit.English.CurrencyModel.jsonl", TextLanguage::English, score_recognizers_currency},
    {"duckling/Numeral.KO.jsonl", TextLanguage::Korean, score_duckling_numeral},
    {"duckling/Numeral.EN.jsonl", TextLanguage::English, score_duckling_numeral},
    {"duckling/Ordinal.KO.jsonl", TextLanguage::Korean, score_duckling_ordinal},
    {"duckling/Ordinal.EN.jsonl", TextLanguage::English, score_duckling_ordinal},
    {"duckling/AmountOfMoney.KO.jsonl", TextLanguage::Korean, score_duckling_money},
    {"duckling/AmountOfMoney.EN.jsonl", TextLanguage::English, score_duckling_money},
    {"num2words/ko_number_words.jsonl", TextLanguage::Korean, score_num2words},
});
constexpr std::string_view kNews = "klue_ner/ko_news_quantity_spans.jsonl";

struct UnsupportedModel {
  std::string_view part;  ///< of the file's name
  std::string_view reason;
};

constexpr auto kUnsupported = std::to_array<UnsupportedModel>({
    {"DateTime.", "dates and spans of time of general speech"},
    {"duckling/Time.", "dates and spans of time of general speech"},
    {"Dimension", "physical dimensions"},
    {"AgeModel", "ages"},
    {"Duration", "durations"},
    {"duckling/Quantity", "cups, pounds and other measures"},
    {"nemo/", "normalising of text for speech"},
    {"tabfact/", "statements about a table"},
    {"cldr/", "a table of names, no text to read"},
});

/// The reason that stands for a file; for one that no list knows, that.
std::string reason_for(std::string_view file) {
  for (const UnsupportedModel& model : kUnsupported) {
    if (file.find(model.part) != std::string_view::npos) return std::string(model.reason);
  }
  return "not known here";
}

/// The cases of a file, without those that are wrong in themselves, each answered by one or more scored cases.
template <class Score>
FileScore score_cases(const std::filesystem::path& root, const std::string& file, const Score& score) {
  FileScore result{.name = file};
  const std::set<std::string> errata = read_errata(root);
  for (const Json& line : read_cases(root / file)) {
    const bool is_erratum = errata.contains(line.at("id").get<std::string>());
    result.errata += is_erratum ? 1 : 0;
    if (!is_erratum) score(line, result.scored);
  }
  result.case_count = result.scored.size() + result.errata;
  return result;
}

std::vector<FileScore> score_news(const std::filesystem::path& root, const std::string& file) {
  std::vector<FileScore> scores;
  for (const NewsMatch match : {NewsMatch::Exact, NewsMatch::Covered}) {
    FileScore score = score_cases(root, file, [&](const Json& line, std::vector<ScoredCase>& scored) {
      std::ranges::move(score_news_quantities(line, match), std::back_inserter(scored));
    });
    score.name += match == NewsMatch::Exact ? " (exact span)" : " (number covered)";
    scores.push_back(std::move(score));
  }
  return scores;
}

}  // namespace

std::size_t FileScore::right() const {
  return static_cast<std::size_t>(std::ranges::count(scored, true, &ScoredCase::is_right));
}

double FileScore::share_right() const {
  return scored.empty() ? 0 : static_cast<double>(right()) / static_cast<double>(scored.size());
}

std::vector<FileScore> score_file(const std::filesystem::path& root, const std::string& file) {
  if (file == kNews) return score_news(root, file);
  const auto model = std::ranges::find(kModels, file, &ModelScorer::file);
  if (model == kModels.end()) {
    return {{.name = file, .unsupported = reason_for(file), .case_count = read_cases(root / file).size()}};
  }
  return {score_cases(root, file, [&](const Json& line, std::vector<ScoredCase>& scored) {
    scored.push_back(model->score(line, model->language));
  })};
}

std::string wrong_cases_text(const FileScore& score) {
  std::string text;
  for (const ScoredCase& each : score.scored) {
    if (each.is_right) continue;
    text += each.id + "  " + each.input + "\n    expected  " + each.expected + "\n    got       " + each.got + "\n";
  }
  return text;
}

}  // namespace podium::golden_claims
