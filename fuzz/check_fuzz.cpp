// The whole check of any bytes, as plain text and as a page of the web, against the index of this repository; run it
// from the top of the repository.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "podium/claims/check_text.hpp"
#include "podium/claims/claim_marks.hpp"
#include "podium/files/page_text.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

using namespace podium;

namespace {

/// What texts are checked against, read once.
struct Shelf {
  ReadIndex read;
  FactBook book;
};

Shelf read_shelf() {
  constexpr const char* kIndex = "indices/ai-competitiveness";
  Result<ReadIndex> read = read_index(kIndex);
  if (!read) {
    std::puts("run it from the top of the repository");
    std::abort();
  }
  Result<FactBook> book = read_fact_book(kIndex, read->index);
  if (!book) std::abort();
  return {*std::move(read), *std::move(book)};
}

void check(const TextChecker& checker, std::string_view story) {
  std::vector<CheckedText> texts;
  texts.push_back(checker.check("story", std::string(story), {}));
  texts.push_back(checker.check("again", std::string(story), {.published = Date{2025, 5, 12}}));
  for (const CheckedText& text : texts) {
    if (text.claims.size() != text.verdicts.size()) __builtin_trap();
    for (const Claim& claim : text.claims) {
      const bool is_within = claim.span.begin <= claim.span.end && claim.span.end <= text.text.size();
      if (!is_within || claim.sentence >= text.cleaned.sentences.size()) __builtin_trap();
      if (claim.of && *claim.of >= text.claims.size()) __builtin_trap();
    }
    std::size_t end = 0;
    for (const ClaimMark& mark : claim_marks_of(text)) {
      if (mark.span.begin < end) __builtin_trap();
      end = mark.span.end;
    }
  }
  contradictions_of(texts);
  shared_slips_of(texts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Shelf shelf = read_shelf();
  static const TextChecker checker(shelf.read.index, shelf.book);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(checker, bytes);
  if (const Result<PageText> page = read_page(bytes)) check(checker, page->text());
  return 0;
}
