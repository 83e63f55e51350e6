#include "podium/cli/check_command.hpp"

#include <iostream>
#include <memory>

#include "podium/claims/story_claims.hpp"
#include "podium/cli/check_view.hpp"
#include "podium/cli/common_options.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/read_score_sheet.hpp"
#include "podium/files/read_story.hpp"
#include "podium/publish/check_page.hpp"

namespace podium {
namespace {

struct CheckOptions {
  std::string directory;
  std::vector<std::string> files;
  std::optional<std::string> published;
  std::optional<std::string> text_language;
  std::optional<std::string> score;
  std::optional<std::size_t> explain;
  std::optional<std::string> fail_on;
  std::string format = "table";
  std::optional<std::string> lang;
};

Result<CheckSetting> setting_of(const CheckOptions& options) {
  CheckSetting setting;
  if (options.published) {
    TRY(setting.published, parse_date(*options.published));
  }
  if (options.text_language && *options.text_language != "auto") {
    setting.language = *options.text_language == "ko" ? Language::Korean : Language::English;
  }
  return setting;
}

/// All files, or what is wrong with any of them.
Result<std::vector<Story>> read_stories(const std::vector<std::string>& files) {
  std::vector<Story> stories;
  Diagnostics problems;
  for (const std::string& file : files) {
    Result<Story> story = file == "-" ? read_story(std::cin, file) : read_story(std::filesystem::path(file));
    if (story) {
      stories.push_back(*std::move(story));
    } else {
      append(problems, std::move(story).diagnostics());
    }
  }
  if (!problems.empty()) return problems;
  return stories;
}

Diagnostic too_many_claims(const std::string& name) {
  return {.code = Code::TooLarge,
          .found = "a text with more than " + std::to_string(kMostClaims) + " figures",
          .expected = "one story",
          .place = {name, 0, 0}};
}

/// Whether the check came out as --fail-on says.
bool has_failed(const TextCheck& check, const std::optional<std::string>& fail_on) {
  if (!fail_on) return false;
  if (*fail_on == "other-edition" && count_of(check, Verdict::Kind::OtherEdition) > 0) return true;
  return count_of(check, Verdict::Kind::Mismatch) > 0;
}

std::string text_of(const TextCheck& check, const CheckOptions& options, Language language,
                    const Surroundings& surroundings) {
  if (options.format == "json") return check_json(check);
  if (options.format == "csv") return check_csv(check);
  if (options.format == "claimreview") return claim_reviews(check);
  if (options.format == "html") return check_page(check, language);
  return check_view(check, options.format == "md" ? TextForm::Markdown : TextForm::Terminal, language,
                    surroundings.colour);
}

Result<Report> check(const CheckOptions& options, const Surroundings& surroundings) {
  if (options.files.empty()) return bad_usage("no FILE", "a text to check, or - for the standard input");
  TRY(const CheckSetting setting, setting_of(options));
  TRY(const ReadIndex read, read_index(options.directory));
  TRY(const FactBook book, read_fact_book(options.directory, read.index));
  TRY(std::vector<Story> stories, read_stories(options.files));
  const TextChecker checker(read.index, book);
  std::vector<CheckedText> texts;
  std::vector<TextOrigin> origins;
  Diagnostics problems;
  for (Story& story : stories) {
    texts.push_back(checker.check(story.name, std::move(story.text), setting));
    if (texts.back().has_too_many_claims) problems.push_back(too_many_claims(story.name));
    origins.push_back({std::move(story.places), std::move(story.dropped)});
  }
  if (!problems.empty()) return problems;
  const TextCheck checked = text_check(read.index, std::move(texts), std::move(origins));
  const Language language = language_of(options.lang, surroundings);
  const TextForm form = options.format == "md" ? TextForm::Markdown : TextForm::Terminal;
  if (options.score) {
    TRY(const std::vector<SheetFact> facts, read_score_sheet(*options.score));
    const SheetScore score = score_against(facts, checked.texts);
    return Report{check_score_view(checked, facts, score, form, language, surroundings.colour), read.warnings};
  }
  if (options.explain) {
    const std::size_t claims = numbered_claims(checked).size();
    if (*options.explain < 1 || *options.explain > claims) {
      return bad_usage("--explain " + std::to_string(*options.explain),
                       "the number of a claim, from 1 to " + std::to_string(claims));
    }
    return Report{check_steps_view(checked, *options.explain, form, language, surroundings.colour), read.warnings};
  }
  return Report{.text = text_of(checked, options, language, surroundings),
                .remarks = read.warnings,
                .status = has_failed(checked, options.fail_on) ? 1 : 0};
}

}  // namespace

Command check_command() {
  const auto options = std::make_shared<CheckOptions>();
  return {
      .name = "check",
      .purpose = {"says figure by figure whether a text is right, with the evidence",
                  "글에 나온 수치가 맞는지 하나씩 근거와 함께 보여 줍니다"},
      .options =
          {directory_word(options->directory),
           {"FILE...",
            {},
            {"texts in Korean or English, plain or HTML; - is the standard input",
             "한국어나 영어 글. 텍스트 또는 HTML. -는 표준 입력"},
            &options->files},
           {"--published",
            "DATE",
            {"the day of the texts, such as 2025-04-08 (default: found in each)",
             "글의 발행일. 예: 2025-04-08 (기본값: 글에서 찾음)"},
            &options->published},
           {"--text-language",
            "L",
            {"of the texts; decides whose country 'ours' is (default: auto)",
             "글의 언어. '우리나라'가 어디인지를 정함 (기본값: auto)"},
            &options->text_language,
            {"auto", "en", "ko"}},
           {"--explain", "N", {"each step of the verdict on claim N", "N번 주장의 판정 과정"}, &options->explain},
           {"--score",
            "FACTS",
            {"compare with a sheet of facts that people found in the texts (CSV)", "사람이 찾은 사실 목록(CSV)과 비교"},
            &options->score},
           {"--fail-on",
            "V",
            {"end with status 1 if a figure is wrong (mismatch), or right only in another edition as well",
             "틀린 수치가 있으면(mismatch), 또는 다른 판에서만 맞는 수치도 있으면 상태 1로 끝남"},
            &options->fail_on,
            {"mismatch", "other-edition"}},
           format_option(options->format, {"table", "md", "csv", "json", "html", "claimreview"}),
           language_option(options->lang)},
      .examples = {{"podium check my-index my-index/story.txt", {"a story, figure by figure", "기사 한 편의 수치"}},
                   {"podium check my-index my-index/story.txt --explain 1",
                    {"how the first verdict was come to", "첫 판정의 과정"}},
                   {"podium check my-index my-index/story.txt --format html",
                    {"a page with marks and evidence", "표시와 근거가 있는 페이지"}}},
      .run = [options](const Surroundings& surroundings) { return check(*options, surroundings); },
      .more =
          {"A printed figure stands for all values that round to it. It is wrong only if no figure of any edition is "
           "one of them; then the likeliest slip is named. aliases.toml says how texts name units and indicators, "
           "facts.csv holds figures that texts cite beside the index, exchange_rates.csv rates of exchange.",
           "적힌 수치는 반올림하면 그 수가 되는 모든 값을 뜻합니다. 어느 판의 수치도 그 안에 없을 때만 틀린 것이며, "
           "그때는 가장 그럴듯한 실수를 알려 줍니다. aliases.toml은 글이 대상과 지표를 부르는 이름, facts.csv는 지수 "
           "밖의 인용 수치, exchange_rates.csv는 환율을 담습니다."},
      .negative = ExitStatus{1, {"--fail-on found what it looks for", "--fail-on이 찾는 것이 있음"}},
  };
}

}  // namespace podium
