#include "podium/publish/html.hpp"

#include <doctest/doctest.h>

namespace podium {
namespace {

TEST_CASE("text is written so that neither content nor an attribute ends early") {
  const struct {
    const char* name;
    std::string_view text;
    std::string_view expected;
  } cases[] = {
      {"plain text stays", "한국 2024", "한국 2024"},
      {"markup", "<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"},
      {"quotes of both kinds", "\"'", "&quot;&#39;"},
      {"an entity is text", "&lt;", "&amp;lt;"},
      {"a line's end and a tab stay", "a\n\tb", "a\n\tb"},
      {"other control characters have no place in a page", std::string_view("a\x01\x00z", 4),
       "a\xEF\xBF\xBD\xEF\xBF\xBDz"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(escaped(c.text) == c.expected);
  }
}

TEST_CASE("only web addresses are linked") {
  const struct {
    std::string_view url;
    bool linked;
  } cases[] = {
      {"https://hai.stanford.edu/ai-index", true},
      {"http://example.org", true},
      {"HTTPS://EXAMPLE.ORG", true},
      {"javascript:alert(1)", false},
      {" https://example.org", false},
      {"java\nscript:alert(1)", false},
      {"data:text/html,x", false},
      {"//example.org", false},
      {"https://", false},
      {"file:///etc/hosts", false},
      {"", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.url);
    CHECK(web_address(c.url) == (c.linked ? c.url : std::string_view()));
  }
}

TEST_CASE("a name made from an id is one plain part of a path") {
  const struct {
    std::string_view id;
    std::string_view expected;
  } cases[] = {
      {"KOR", "KOR"},
      {"notable_ai-models.v2", "notable_ai-models.v2"},
      {"a b", "a~20b"},
      {"..", "~2e."},
      {"../x", "~2e.~2fx"},
      {"~2e", "~7e2e"},
      {"가", "~ea~b0~80"},
      {"a%20b", "a~2520b"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.id);
    CHECK(safe_name(c.id) == c.expected);
  }
}

}  // namespace
}  // namespace podium
