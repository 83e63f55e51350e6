#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;
using Json = nlohmann::json;

/// The index of `podium new`, whose story holds one figure with two digits swapped, one wrong direction and one that is
/// right in the older edition.
void write_new_index() { run_line("new example"); }

/// An English story of the day 2025-06-10.
void write_story(const std::string& name, const std::string& sentences) {
  write_file(name, "Published: 2025-06-10 09:00\n\n" + sentences + "\n");
}

TEST_CASE("a story is shown with its marks, and each verdict with its evidence") {
  const ScratchPlace place;
  write_new_index();
  const Ran ran = run_line("check example example/story.txt");
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK(holds(ran.out, "Published 2025-06-10 (found in the text)."));
  CHECK(holds(ran.out, "Korea granted 24,800[1] patents in 2024"));
  CHECK(holds(ran.out,
              "[6] $212.3 billion - wrong: Two digits changed places: High-technology exports, Germany, 2024: "
              "USD 221.3 billion (Example report 2025)."));
  CHECK(holds(ran.out, "[10] 21,500 - right in another edition: "));
  CHECK(holds(ran.out,
              "10 claims: 5 right, 2 rounded, 1 right in another edition, 2 wrong, 0 not checkable, 0 opinion."));
  const std::string korean = run_line("check example example/story.txt --lang ko").out;
  CHECK(holds(korean, "[6] $212.3 billion - 불일치: 숫자 두 자리가 뒤바뀌었습니다"));
  CHECK(holds(run_line("check example example/story.txt --format md").out, "\n- [3] 29,100 - right: "));
}

TEST_CASE("colour tells right from wrong") {
  const ScratchPlace place;
  write_new_index();
  const Surroundings coloured{.colour = Colour::On};
  const std::string out = run_line("check example example/story.txt", coloured).out;
  CHECK(holds(out, "\x1b[31m$212.3 billion[6]\x1b[0m"));
  CHECK(holds(out, "\x1b[32m24,800[1]\x1b[0m"));
}

TEST_CASE("--explain gives the steps of one verdict") {
  const ScratchPlace place;
  write_new_index();
  const Ran ran = run_line("check example example/story.txt --explain 1");
  CHECK(holds(ran.out, "Read as: level, patents, KOR, 2024, 24800."));
  CHECK(holds(ran.out, "The print stands for 24,799.5 to 24,800.5."));
  CHECK(holds(ran.out, "Inside: Patents granted, South Korea, 2024: 24,800 (Example report 2025)."));
  CHECK(holds(ran.out, "Source: Example figures; table 1"));
  CHECK(holds(problem_with("check example example/story.txt --explain 11"), "the number of a claim, from 1 to 10"));
  CHECK(holds(problem_with("check example example/story.txt --explain 0"), "a whole number from 1"));
}

TEST_CASE("--fail-on ends with status 1 where there is what it looks for") {
  const ScratchPlace place;
  write_new_index();
  CHECK(run_line("check example example/story.txt --fail-on mismatch").status == 1);
  write_story("right.txt", "Korea granted 24,800 patents in 2024, according to the Example report 2025.");
  CHECK(run_line("check example right.txt --fail-on mismatch").status == 0);
  CHECK(run_line("check example right.txt --fail-on other-edition").status == 0);
  write_story("older.txt", "Korea granted 21,500 patents in 2023, according to the Example report 2025.");
  CHECK(run_line("check example older.txt --fail-on mismatch").status == 0);
  CHECK(run_line("check example older.txt --fail-on other-edition").status == 1);
}

TEST_CASE("several texts are compared with each other") {
  const ScratchPlace place;
  write_new_index();
  write_story("one.txt", "Korea granted 24,800 patents in 2024, according to the Example report 2025.");
  write_story("two.txt", "Korea granted 28,400 patents in 2024, according to the Example report 2025.");
  write_story("three.txt", "Korea granted 28,400 patents in 2024, the Example report 2025 says.");
  const std::string out = run_line("check example one.txt two.txt three.txt").out;
  CHECK(holds(out, "[1] 24,800 (one.txt) and [2] 28,400 (two.txt)"));
  CHECK(holds(out, "28,400: two.txt [2], three.txt [3]"));
  const Json json = Json::parse(run_line("check example one.txt two.txt three.txt --format json").out);
  CHECK(json.at("shared_slips") == Json::parse("[[2,3]]"));
}

TEST_CASE("every claim of the JSON names the bytes of the file that state it") {
  const ScratchPlace place;
  write_new_index();
  const std::string bytes = read_file("example/story.txt");
  const Json json = Json::parse(run_line("check example example/story.txt --format json").out);
  const Json& text = json.at("texts").at(0);
  CHECK(text.at("published").at("date") == "2025-06-10");
  CHECK(text.at("published").at("from") == "dateline");
  REQUIRE(text.at("claims").size() == 10);
  for (const Json& claim : text.at("claims")) {
    const auto begin = claim.at("span").at("begin").get<std::size_t>();
    const auto end = claim.at("span").at("end").get<std::size_t>();
    CHECK(bytes.substr(begin, end - begin) == claim.at("words").get<std::string>());
    CHECK(claim.at("evidence").size() > 0);
  }
  CHECK(text.at("claims").at(5).at("slip") == "digit-swap");
}

TEST_CASE("in a page of the web too, where characters are written as entities and menus are left out") {
  const ScratchPlace place;
  write_new_index();
  const std::string page =
      "<!doctype html><html><head><title>x</title><script>var patents = 99;</script></head><body>"
      "<nav><a href='/'>Korea 12 patents</a></nav><article><h1>Korea&#8217;s patents</h1>"
      "<p>Published: 2025-06-10 09:00</p><p>Korea &amp; Japan compete. Korea granted <b>24,&#56;00</b> patents in "
      "2024, "
      "according to the Example report 2025.</p></article></body></html>\n";
  write_file("page.html", page);
  const Json text = Json::parse(run_line("check example page.html --format json").out).at("texts").at(0);
  REQUIRE(text.at("claims").size() == 1);
  const Json& claim = text.at("claims").at(0);
  CHECK(claim.at("words") == "24,800");
  CHECK(claim.at("verdict") == "match");
  const auto begin = claim.at("span").at("begin").get<std::size_t>();
  CHECK(page.substr(begin, claim.at("span").at("end").get<std::size_t>() - begin) == "24,&#56;00");
  const bool has_menu = std::ranges::any_of(text.at("dropped"), [&](const Json& part) {
    const auto at = part.at("span").at("begin").get<std::size_t>();
    return part.at("part") == "menu" && page.substr(at, 4) == "<nav";
  });
  CHECK(has_menu);
}

TEST_CASE("--published stands above the day that the text names, and decides what 'last year' is") {
  const ScratchPlace place;
  write_new_index();
  write_story("last.txt", "Korea granted 24,800 patents last year, according to the Example report 2025.");
  CHECK(holds(run_line("check example last.txt").out, "24,800 - right: Patents granted, South Korea, 2024"));
  CHECK_FALSE(holds(run_line("check example last.txt --published 2024-06-10").out, "24,800 - right"));
  CHECK(holds(problem_with("check example last.txt --published 10.6.2025"), "a day such as 2025-04-08"));
}

TEST_CASE("a text that is wrong in itself, and every other one that is, is reported; nothing is printed") {
  const ScratchPlace place;
  write_new_index();
  write_file("korean.txt", "\xb4\xeb\xc7\xd1\xb9\xce\xb1\xb9\n");
  const std::string problems = problem_with("check example example/story.txt korean.txt absent.txt");
  CHECK(holds(problems, "korean.txt:1:1: error[invalid-utf8]"));
  CHECK(holds(problems, "absent.txt"));
  CHECK(holds(problem_with("check example"), "no FILE"));
}

TEST_CASE("claimreview holds schema.org's members for what was judged, and nothing for what was not") {
  const ScratchPlace place;
  write_new_index();
  write_story("text.txt",
              "Korea granted 24,800 patents in 2024, according to the Example report 2025. Italy granted 17 patents in "
              "1950. Germany's high-technology exports were $212.3 billion in 2024.");
  const Json reviews = Json::parse(run_line("check example text.txt --format claimreview").out);
  REQUIRE(reviews.size() == 2);
  CHECK(reviews.at(0).at("@type") == "ClaimReview");
  CHECK(reviews.at(0).at("reviewRating").at("ratingValue") == 5);
  CHECK(reviews.at(1).at("itemReviewed").at("name") == "$212.3 billion");
  CHECK(reviews.at(1).at("reviewRating").at("ratingValue") == 1);
  CHECK(reviews.at(1).at("reviewRating").at("alternateName") == "False");
}

TEST_CASE("csv has a row for each claim; html is one page that loads nothing") {
  const ScratchPlace place;
  write_new_index();
  const std::string csv = run_line("check example example/story.txt --format csv").out;
  CHECK(csv.starts_with("number,text,begin,end,words,kind,unit,series,years,value,verdict,slip,reason\n"));
  CHECK(std::ranges::count(csv, '\n') == 11);
  write_story("hostile.txt",
              "Korea granted 24,800 patents in 2024 <script>alert(1)</script> \"&\", says the Example report 2025.");
  const std::string html = run_line("check example hostile.txt --format html").out;
  CHECK(holds(html, "&lt;script&gt;"));
  CHECK_FALSE(holds(html, "<script"));
  CHECK(holds(html, "default-src 'none'"));
  CHECK_FALSE(holds(html, "src="));
}

TEST_CASE("--score counts what a sheet of facts says was to be found") {
  const ScratchPlace place;
  write_new_index();
  write_story("text.txt",
              "Korea granted 24,800 patents in 2024, according to the Example report 2025. Germany's high-technology "
              "exports were $212.3 billion in 2024.");
  // The second row's verdict is not podium's, the third fact is not in the text.
  write_file("facts.csv",
             "fact_id,article,entity_iso3,indicator,period,value,unit,rank,rank_of,as_printed,official_value,"
             "official_source,verdict,note\n"
             "F1,text.txt,KOR,patents,2024,24800,patents,,,\"24,800 patents\",,,match,\n"
             "F2,text.txt,DEU,exports,2024,212.3e9,USD,,,$212.3 billion,,,match,\n"
             "F3,text.txt,JPN,patents,2024,29100,patents,,,\"29,100\",,,match,\n");
  const std::string out = run_line("check example text.txt --score facts.csv").out;
  CHECK(holds(out, "3 facts: 2 found, 2 with the right value, 1 with the right verdict; 0 false finds."));
}

TEST_CASE("what has more figures than any story is refused") {
  const ScratchPlace place;
  run_line("new example");
  std::string text;
  for (int i = 0; i < 50'001; ++i) text += "Korea granted 24,800 patents in 2024.\n";
  write_file("long.txt", text);
  const Ran output = run_line("check example long.txt");
  CHECK(output.status == 2);
  CHECK(output.out.empty());
  CHECK(holds(output.err, "long.txt: error[too-large]: found a text with more than 50000 figures; expected one story"));
}

TEST_CASE("the page about checking shows what the command prints") {
  const ScratchPlace place;
  run_line("new my-index");
  const std::string page = read_file(source_directory() / "docs" / "check-a-text.md");
  for (const std::string line :
       {"check my-index my-index/story.txt", "check my-index my-index/story.txt --explain 9"}) {
    CHECK(holds(page, "```\n$ podium " + line + "\n" + run_line(line).out + "```\n"));
  }
}

}  // namespace
}  // namespace podium
