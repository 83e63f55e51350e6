#include "podium/files/page_text.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using testing::must;
using testing::problems_of;

std::string text_of(const std::string& page) { return must(read_page(page)).text(); }

/// The bytes of the page that wrote a part of its text.
std::string written(const std::string& page, const std::string& part) {
  const PageText text = must(read_page(page));
  const std::size_t at = text.text().find(part);
  REQUIRE(at != std::string::npos);
  return std::string(text.original({at, at + part.size()}).of(page));
}

TEST_CASE("blocks stand on lines of their own, runs of spaces are one, lists have bullets") {
  CHECK(text_of("<h1>Title</h1><p>One <b>two</b>\n   three.</p><p>Four.</p>") ==
        "Title\n\nOne two three.\n\nFour.\n\n");
  CHECK(text_of("<ul><li>a</li><li>b</li></ul>") == "• a\n\n• b\n\n");
  CHECK(text_of("one<br>two") == "one\ntwo\n\n");
  CHECK(text_of("<title>t</title><script>var a = 1;</script><style>p{}</style>x").starts_with('x'));
  CHECK(text_of("") == "");
}

TEST_CASE("each byte of the text knows where it was written") {
  const std::string page = "<p>투자는 13억 &lt;달러&gt;로\r\n <b>A&amp;B</b>가 &#51204;했다.</p>";
  CHECK(text_of(page) == "투자는 13억 <달러>로 A&B가 전했다.\n\n");
  CHECK(written(page, "13억") == "13억");
  CHECK(written(page, "<달러>") == "&lt;달러&gt;");
  CHECK(written(page, "A&B") == "A&amp;B");
  CHECK(written(page, "전했다.") == "&#51204;했다.");
  CHECK(written(page, "로 A") == "로\r\n <b>A");
}

TEST_CASE("what elements say of themselves is left out and reported") {
  const std::string page =
      "<nav>Home</nav><article><p>The story is here.</p><figure><img src=a><figcaption>A picture</figcaption></figure>"
      "</article><aside>Most read</aside><footer>About us</footer>";
  const PageText text = must(read_page(page));
  CHECK(text.text() == "The story is here.\n\n");
  std::vector<std::string> dropped;
  for (const DroppedPart& part : text.dropped()) {
    dropped.push_back(std::string(to_word(part.part)) + ": " + std::string(part.span.of(page)));
  }
  CHECK(dropped == std::vector<std::string>{"menu: <nav>Home</nav>", "caption: <figcaption>A picture</figcaption>",
                                            "headlines: <aside>Most read</aside>", "menu: <footer>About us</footer>"});
}

TEST_CASE("a page is known by its first tag") {
  CHECK(looks_like_page("<!doctype html><p>x"));
  CHECK(looks_like_page("\xEF\xBB\xBF\n <html>"));
  CHECK_FALSE(looks_like_page("3 < 4"));
  CHECK_FALSE(looks_like_page("<3 hearts"));
  CHECK_FALSE(looks_like_page("Text with <b>tags</b>"));
}

TEST_CASE("hostile pages are read within bounds or refused") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  CHECK(problems_of(read_page(deep)).find("deep") != std::string::npos);
  CHECK(problems_of(read_page(std::string(kMostPageBytes + 1, 'a'))).find("bytes") != std::string::npos);
  const std::string attribute = "<p title=\"" + std::string(1 << 20U, 'x') + "\">short</p>";
  CHECK(text_of(attribute) == "short\n\n");
  std::string entities = "<p>";
  for (int i = 0; i < 20000; ++i) entities += "&amp;&nosuch;&#0;&#x110000;";
  CHECK(text_of(entities).size() > 20000);
  CHECK(text_of("<p>\xFF\xFE broken \xC3</p>").find("broken") != std::string::npos);
  CHECK(text_of("<table>a<tr>b<td>c</table>d").find('d') != std::string::npos);
}

TEST_CASE("whatever the bytes, every stretch of the text is somewhere in the page") {
  unsigned state = 7;
  const char* const pieces[] = {"<p>", "</p>", "<b>",  "&amp;", "&lt",       "&#65;", "가",   "a",
                                " ",   "\r\n", "<li>", "\xFF",  "<table>",   "<td>",  "<!--", "-->",
                                "<",   ">",    "\"",   "<br>",  "<a href='", "'>"};
  for (int round = 0; round < 300; ++round) {
    std::string page;
    for (int i = 0; i < 60; ++i) {
      state = state * 1103515245U + 12345U;
      page += pieces[(state >> 16U) % 22];
    }
    const PageText text = must(read_page(page));
    for (std::size_t at = 0; at < text.text().size(); ++at) {
      const TextSpan span = text.original({at, at + 1});
      CHECK(span.begin <= span.end);
      CHECK(span.end <= page.size());
    }
  }
}

}  // namespace
}  // namespace podium
