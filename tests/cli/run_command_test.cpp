#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("the figures before any step are the printed ones of the chosen edition") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const Ran ran = run_line("run tiny --until select --period 2023 --format csv");
  CHECK(ran.status == 0);
  CHECK(ran.out ==
        "period,unit,indicator,value,history\n"
        "2023,AAA,a,10,reported\n2023,AAA,b,2,reported\n2023,AAA,c,4,reported\n"
        "2023,BBB,a,0,reported\n2023,BBB,b,4,reported\n2023,BBB,c,0,reported\n"
        "2023,CCC,a,5,reported\n2023,CCC,b,6,reported\n2023,CCC,c,1,reported\n"
        "2023,DDD,a,,missing\n2023,DDD,b,,missing\n2023,DDD,c,,missing\n");
  CHECK(run_line("run tiny --until 0 --period 2023 --format csv").out == ran.out);
}

TEST_CASE("the wide form has one column per series; nodes appear once scores are aggregated") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const char* const normalised =
      "period,unit,a,b,c\n"
      "2024,AAA,0,100,0\n"
      "2024,BBB,50,75,100\n"
      "2024,CCC,100,0,\n"
      "2024,DDD,,,\n";
  CHECK(run_line("run tiny --until normalise --wide --period 2024 --format csv").out == normalised);
  CHECK(run_line("run tiny --until 1 --wide --period 2024 --format csv").out == normalised);

  const std::string all = run_line("run tiny --wide --format csv").out;
  std::string header = all.substr(0, all.find('\n'));
  CHECK(header.size() == std::string("period,unit,index,pillar,a,b,c").size());
  for (const char* const column : {"index", "pillar", "a", "b", "c"}) {
    CAPTURE(column);
    CHECK((header + ",").find(std::string(",") + column + ",") != std::string::npos);
  }
  CHECK(run_line("run tiny --until aggregate --wide --format csv").out == all);
}

TEST_CASE("after scores are aggregated a node's cell is computed") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string text = run_line("run tiny --period 2024 --format csv").out;
  CHECK(text.find("2024,BBB,index,84.375,computed\n") != std::string::npos);
  CHECK(text.find("2024,CCC,index,25,computed\n") != std::string::npos);
  CHECK(text.find("2024,DDD,index,,missing\n") != std::string::npos);
}

TEST_CASE("denominators are listed until scores are aggregated, imputed cells name their step") {
  const ScratchPlace here;
  REQUIRE(run_line("new my-index").status == 0);
  CHECK(run_line("run my-index --until select --format csv").out.find("2023,KOR,population,51700000,reported\n") !=
        std::string::npos);
  CHECK(run_line("run my-index --format csv").out.find("population") == std::string::npos);
  // 24800 patents of 51.8 million people.
  CHECK(run_line("run my-index --until denominate --format csv").out.find("2024,KOR,patents,478.764478764") !=
        std::string::npos);
  // The median of 9.6, 10.1, 10.4, 11.2 and 17.3, by the second step.
  CHECK(run_line("run my-index --until impute --format csv").out.find("2023,SGP,researchers,10.4,imputed:2\n") !=
        std::string::npos);
}

TEST_CASE("table and JSON hold the same cells") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("run tiny --until normalise --wide --period 2024").out ==
        "period  unit    a    b    c\n"
        "2024    AAA     0  100    0\n"
        "2024    BBB    50   75  100\n"
        "2024    CCC   100    0\n"
        "2024    DDD\n");
  const auto message = nlohmann::json::parse(run_line("run tiny --until normalise --format json").out);
  CHECK(message["step"] == 1);
  CHECK(message["title"] == "normalise minmax");
  CHECK(message["cells"].size() == 2 * 4 * 3);
  CHECK(
      message["cells"][0] ==
      nlohmann::json{{"period", "2023"}, {"unit", "AAA"}, {"indicator", "a"}, {"value", 100}, {"history", "reported"}});
}

TEST_CASE("an unknown step is answered with the recipe's steps") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const char* const list = "; expected a step from 0 to 2, or 'select', 'normalise' or 'aggregate'";
  CHECK(run_line("run tiny --until normalize").err == std::string("error[unknown-operation]: found step 'normalize'") +
                                                          list + "; did you mean 'normalise'?\npodium: 1 problem\n");
  CHECK(run_line("run tiny --until 3").err ==
        std::string("error[unknown-operation]: found step '3'") + list + "\npodium: 1 problem\n");
  CHECK(
      run_line("run tiny --wide --format json").err ==
      "error[invalid-usage]: found --wide with --format json; expected --wide with table or csv\npodium: 1 problem\n");
}

TEST_CASE("--freeze prints what the normalise steps take from a period, ready to paste") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // b counts against, so its scale is turned round.
  const Ran frames = run_line("run tiny --freeze --period 2024");
  CHECK(frames.out == "# of step 1, normalise minmax\n[step.frozen]\na = [0, 10]\nb = [-10, -2]\nc = [1, 3]\n");
  const Ran undecided = run_line("run tiny --freeze");
  CHECK(undecided.status == 2);
  CHECK(undecided.err.find("--period P") != std::string::npos);

  // Pasted behind the step, they give the same scores in the period they come from.
  const std::string before = run_line("rank tiny --period 2024 --all --format csv").out;
  const std::string text = read_file("tiny/podium.toml");
  const std::size_t place = text.rfind("[[step]]");
  write_file("tiny/podium.toml", text.substr(0, place) + frames.out + text.substr(place));
  CHECK(run_line("rank tiny --period 2024 --all --format csv").out == before);
  CHECK(run_line("run tiny --freeze --period 2023").out == frames.out);
}
