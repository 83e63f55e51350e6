#include "podium/cli/generate_command.hpp"

#include <algorithm>
#include <memory>

#include "podium/files/output.hpp"
#include "podium/store/careers.hpp"

namespace podium {
namespace {

struct GenerateOptions {
  std::string kind;
  std::optional<std::size_t> people;
  std::optional<std::size_t> seed;
  std::optional<std::string> out;
  std::optional<std::string> truth;
};

constexpr Phrase kMade{"{0}: {1} rows of {2} people", "{0}: {2}명의 경력 {1}행"};

Result<Report> generate(const GenerateOptions& options, const Surroundings& surroundings) {
  if (!options.out) return bad_usage("no file to write to", "-o FILE.csv or -o FILE.parquet");
  const CareersPlan plan{.people = options.people.value_or(1000), .seed = options.seed.value_or(1)};
  const QueryLimits limits{.threads = std::min<std::size_t>(2, surroundings.threads)};
  TRY(const CareersMade made, write_careers(plan, *options.out, limits));
  if (options.truth) {
    TRY([[maybe_unused]] const auto written, replace_file(*options.truth, made.truth));
  }
  return Report{
      fill(kMade.in(surroundings.language), {*options.out, std::to_string(made.rows), std::to_string(plan.people)}) +
      "\n"};
}

}  // namespace

Command generate_command() {
  const auto options = std::make_shared<GenerateOptions>();
  return {
      .name = "generate",
      .purpose = {"makes up microdata to try measures on", "측정을 시험할 가상의 마이크로데이터를 만듭니다"},
      .options =
          {{.name = "KIND",
            .value = {},
            .help = {"what to make", "만들 자료"},
            .target = &options->kind,
            .choices = {"careers"}},
           {"--people", "N", {"so many people (default: 1000)", "사람 수 (기본값: 1000)"}, &options->people},
           {"--seed", "S", {"other people for another number (default: 1)", "난수 씨앗 (기본값: 1)"}, &options->seed},
           {.name = "--out",
            .value = "FILE",
            .help = {"the file, .csv or .parquet", "쓸 파일 (.csv 또는 .parquet)"},
            .target = &options->out,
            .letter = "-o"},
           {"--truth",
            "FILE",
            {"also write the moves and members that a measure must find, as CSV",
             "측정이 찾아내야 할 이동과 회원 수를 CSV로 함께 씁니다"},
            &options->truth}},
      .examples = {{"podium generate careers --people 100000 -o careers.parquet --truth truth.csv",
                    {"career steps, and the net flows in them", "경력 자료와 그 안의 순이동"}},
                   {"podium generate careers -o careers.csv --seed 7", {"other people", "다른 사람들의 자료"}}},
      .run = [options](const Surroundings& surroundings) { return generate(*options, surroundings); },
      .more = {"careers: person, place, from, to. Nobody in them is real. The same numbers give the same file.",
               "careers: person, place, from, to. 실존 인물의 자료가 아닙니다. 같은 수를 주면 같은 파일이 나옵니다."},
  };
}

}  // namespace podium
