// Reading the figures of Korean news, and the whole check of stories against the index of this repository.
// bytes_per_second is what counts; the ratio of the two is what judging costs.

#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

#include "podium/claims/check_text.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

namespace podium {
namespace {

constexpr const char* kIndex = "indices/ai-competitiveness";

/// A news story of usual length, with as many figures as such stories have; `seed` changes some of them.
std::string story(int seed) {
  const std::string last = std::to_string(seed % 9 + 1);
  return "AI 투자 순위 밀린 한국, 인재도 빠져나간다\n\n입력 2025-05-1" + std::to_string(seed % 9) +
         " 09:30\n\n"
         "미국 스탠퍼드대 인간중심AI연구소가 지난달 7일(현지시간) 펴낸 'AI 인덱스 보고서 2025'를 보면 세계 각국의 "
         "인공지능 "
         "경쟁이 한층 거세졌다. 지난해 미국의 AI 민간 투자액은 1090억" +
         last +
         "000만 달러로 가장 많았다. 중국은 92억9000만 달러로 뒤를 이었고 영국은 45억2000만 달러를 기록했다.\n\n"
         "한국의 순위는 11위로 한 해 전의 9위에서 두 계단 내려갔다. 투자액은 13억" +
         last +
         "000만 달러(약 1조9400억원)에 그쳤다. 2022년 31억 달러를 끌어모아 6위에 올랐던 것과는 사뭇 다른 모습이다.\n\n"
         "업계에서는 규제가 불확실하고 대형 투자를 이끌 기업이 적다는 점을 이유로 든다. 한 벤처캐피털 관계자는 "
         "\"반도체를 "
         "빼면 해외 투자자가 관심을 보일 만한 기업이 손에 꼽힌다\"고 말했다. 정부가 나서서 마중물을 부어야 한다는 "
         "목소리도 "
         "나온다.\n\n"
         "모델 개발에서도 격차가 뚜렷하다. 주목할 만한 AI 모델은 미국이 40개, 중국이 15개였으나 한국은 1개뿐이었다. "
         "링크드인 "
         "회원 1만명당 인재 순유출은 -0." +
         last +
         "6명으로 나타났다. 국내에서 길러 낸 연구자들이 더 나은 연구 환경과 보수를 찾아 떠나고 있다는 뜻이다.\n\n"
         "전문가들은 대학과 기업을 오가며 연구할 수 있는 제도와 긴 호흡의 지원이 필요하다고 입을 모은다. 지금의 흐름이 "
         "이어지면 몇 해 안에 선두권과의 차이를 좁히기 어려워진다는 우려다. 공공 부문이 먼저 문을 열고 데이터를 "
         "내놓아야 "
         "한다는 제안도 있다.\n";
}

std::string many_stories(std::size_t size) {
  std::string text;
  for (int seed = 0; text.size() < size; ++seed) text += story(seed);
  return text;
}

void read_figures(benchmark::State& state) {
  const std::string text = many_stories(1 << 20);
  for (auto _ : state) benchmark::DoNotOptimize(quantities_of(text, read_korean_numbers(text)));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(read_figures)->Unit(benchmark::kMillisecond);

void check_stories(benchmark::State& state) {
  const Result<ReadIndex> read = read_index(kIndex);
  if (!read) return state.SkipWithError("run it from the top of the repository");
  const Result<FactBook> book = read_fact_book(kIndex, read->index);
  if (!book) return state.SkipWithError("the fact book is faulty");
  const TextChecker checker(read->index, *book);
  std::int64_t bytes = 0;
  std::int64_t claims = 0;
  for (auto _ : state) {
    for (int seed = 0; seed < 100; ++seed) {
      std::string text = story(seed);
      bytes += static_cast<std::int64_t>(text.size());
      const CheckedText checked = checker.check("story", std::move(text), {});
      claims += static_cast<std::int64_t>(checked.claims.size());
    }
  }
  state.SetBytesProcessed(bytes);
  state.counters["claims"] =
      benchmark::Counter(static_cast<double>(claims) / static_cast<double>(state.iterations()) / 100);
}
BENCHMARK(check_stories)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace podium
