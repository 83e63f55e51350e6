// Everything that reads a story, on any bytes: the cleaner, sentences, numbers, quantities, times, pages of the web.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "podium/claims/clean_text.hpp"
#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"
#include "podium/claims/sentences.hpp"
#include "podium/claims/time_mention.hpp"
#include "podium/files/page_text.hpp"

using namespace podium;

namespace {

/// Spans ascend and lie within the text.
template <class Mentions>
void check_spans(const Mentions& mentions, std::size_t size) {
  std::size_t end = 0;
  for (const auto& mention : mentions) {
    if (mention.span.begin < end || mention.span.end < mention.span.begin || mention.span.end > size) __builtin_trap();
    end = mention.span.end;
  }
}

void read_story(std::string_view text) {
  for (const TextSpan& sentence : clean_text(text).sentences) {
    if (sentence.end > text.size() || sentence.empty()) __builtin_trap();
  }
  check_spans(quantities_of(text, read_korean_numbers(text)), text.size());
  check_spans(quantities_of(text, read_english_numbers(text)), text.size());
  check_spans(read_korean_numbers(text), text.size());
  check_spans(read_english_numbers(text), text.size());
  check_spans(read_times(text), text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_story(bytes);
  const Result<PageText> page = read_page(bytes);
  if (!page) return 0;
  const std::string& text = page->text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const TextSpan original = page->original({at, at + 1});
    if (original.begin > original.end || original.end > size) __builtin_trap();
  }
  return 0;
}
