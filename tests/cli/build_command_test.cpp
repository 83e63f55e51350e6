#include <doctest/doctest.h>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("build writes the site and says the result in a few lines") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const Ran ran = run_line("build tiny -o site --highlight AAA --highlight DDD");
  CHECK(ran.status == 0);
  CHECK(ran.out ==
        "Tiny, 2024\n"
        "rank  unit  name   score  Pillar   Third  change\n"
        "   1  BBB   Beta   84.38   68.75  100.00  ▲1\n"
        "   2  AAA   Alpha  37.50   75.00    0.00  ▼1\n"
        "   3  CCC   Gamma  25.00   25.00          ▼1\n"
        "      DDD   Delta\n"
        "\n"
        "Alpha (AAA): rank 2 of 3, score 37.50; Pillar 75.00 (rank 1), Third 0.00 (rank 2)\n"
        "Delta (DDD): not ranked\n"
        "\n"
        "site: site/index.html\n");
  CHECK(tree("site").contains("index.html"));
  CHECK(tree("site").contains("podium-site.json"));
}

TEST_CASE("the site's bytes depend neither on the number of threads nor on the run") {
  const ScratchPlace here;
  REQUIRE(run_line("new my-index").status == 0);
  REQUIRE(run_line("build my-index -o one --threads 1").status == 0);
  REQUIRE(run_line("build my-index -o two --threads 2").status == 0);
  REQUIRE(run_line("build my-index -o again --threads 2 --lang ko").status == 0);
  const auto one = tree("one");
  CHECK(one.size() > 10);
  CHECK((one == tree("two")));
  CHECK((one == tree("again")));
}

TEST_CASE("the site has the stress test that the command on its page prints") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  REQUIRE(run_line("build tiny --threads 1").status == 0);
  auto site = tree("site");
  const std::string& page = site["en/stress.html"];
  const std::size_t start = page.find("<code>podium stress tiny ");
  REQUIRE(start != std::string::npos);
  const std::string command = page.substr(start + 13, page.find("</code>", start) - start - 13);
  CAPTURE(command);
  CHECK(run_line(command + " --format json --threads 3").out == site["data/stress.json"]);
  CHECK(run_line(command + " --format csv --section pairs").out == site["data/stress/pairs.csv"]);
  CHECK(site["data/ranking.csv"].size() > 0);
}

TEST_CASE("a site can be built without its stress test") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const Ran ran = run_line("build tiny --no-stress");
  CHECK(ran.status == 0);
  CHECK(ran.err == "");
  const auto site = tree("site");
  CHECK_FALSE(site.contains("en/stress.html"));
  CHECK_FALSE(site.contains("data/stress.json"));
  CHECK(site.at("en/index.html").find("stress") == std::string::npos);
}

TEST_CASE("a plan that cannot be carried out is a warning, and the site is built all the same") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // No figure of the index states a standard error.
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + "\n[[stress.vary]]\nwhat = \"measurement\"\n");
  const Ran ran = run_line("build tiny");
  CHECK(ran.status == 0);
  CHECK(ran.err.find("warning[") != std::string::npos);
  CHECK(ran.out.find("site: site/index.html") != std::string::npos);
  const auto site = tree("site");
  CHECK(site.contains("en/index.html"));
  CHECK_FALSE(site.contains("en/stress.html"));
}

TEST_CASE("a site is replaced as a whole, anything else is left alone") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  REQUIRE(run_line("build tiny").status == 0);
  const auto first = tree("site");
  write_file("site/left-over.txt", "x");
  REQUIRE(run_line("build tiny").status == 0);
  CHECK((tree("site") == first));

  write_file("mine/diary.txt", "x");
  const Ran ran = run_line("build tiny -o mine");
  CHECK(ran.status != 0);
  CHECK(ran.err.find("error[write-failed]") != std::string::npos);
  CHECK((tree("mine") == std::map<std::string, std::string>{{"diary.txt", "x"}}));
}

TEST_CASE("a site never takes the place of the index that it is made from") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  REQUIRE(run_line("build tiny").status == 0);
  write_tiny_index("site/tiny");
  write_file("tiny/podium-site.json", "{}");
  for (const char* const line : {"build site/tiny", "build site/tiny -o site/../site/", "build tiny -o tiny"}) {
    CAPTURE(line);
    const auto before = tree(".");
    const Ran ran = run_line(line);
    CHECK(ran.status == 2);
    CHECK(ran.err.find("error[write-failed]") != std::string::npos);
    CHECK((tree(".") == before));
  }
}

TEST_CASE("nothing is written if anything is wrong") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_tiny_index("broken");
  write_file("broken/units.csv", "code,name.en,name.ko\n");
  for (const char* const line : {"build broken", "build tiny --highlight XXX", "build tiny --edition 1999",
                                 "build tiny --threads 0", "build nowhere"}) {
    CAPTURE(line);
    const Ran ran = run_line(line);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK(!ran.err.empty());
    CHECK(!std::filesystem::exists("site"));
  }
}
