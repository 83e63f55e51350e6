#include "podium/cli/common_options.hpp"

namespace podium {

Option directory_word(std::string& target) {
  return {.name = "DIR",
          .value = {},
          .help = {"the directory of an index", "지수 디렉터리"},
          .target = &target,
          .completion = Completion::Directories};
}

Option edition_option(EditionWords& target) {
  return {.name = "--edition",
          .value = "E",
          .help = {"figures of this edition: an id, a year that names one, or latest (default: as podium.toml says)",
                   "이 판의 수치를 씁니다: 코드, 연도, latest (기본값: podium.toml)"},
          .target = &target.edition};
}

Option as_of_option(EditionWords& target) {
  return {.name = "--as-of",
          .value = "DATE",
          .help = {"figures as they were published on that day, such as 2025-04-08",
                   "그날까지 발표된 수치를 씁니다. 예: 2025-04-08"},
          .target = &target.as_of};
}

Option weights_option(std::optional<std::string>& target) {
  return {.name = "--weights",
          .value = "NAME",
          .help = {"weigh by this set, [weights.NAME] of podium.toml, in place of the recipe's weights",
                   "계산식의 가중치 대신 podium.toml의 [weights.NAME]을 씁니다"},
          .target = &target};
}

Option format_option(std::string& target, std::vector<std::string_view> choices) {
  return {.name = "--format",
          .value = "F",
          .help = {"how to print it; table (for people) is the default", "출력 형식. 기본값은 사람이 읽는 table"},
          .target = &target,
          .choices = std::move(choices)};
}

Option language_option(std::optional<std::string>& target) {
  return {.name = "--lang",
          .value = "L",
          .help = {"language of titles and tables (default: LC_ALL, LC_MESSAGES or LANG)",
                   "제목과 표의 언어 (기본값: LC_ALL, LC_MESSAGES, LANG)"},
          .target = &target,
          .choices = {"en", "ko"}};
}

Language language_of(const std::optional<std::string>& lang, const Surroundings& surroundings) {
  if (!lang) return surroundings.language;
  return *lang == "ko" ? Language::Korean : Language::English;
}

}  // namespace podium
