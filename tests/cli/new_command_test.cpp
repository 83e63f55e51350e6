#include <doctest/doctest.h>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("a new index has no problems, and says so in both languages") {
  const ScratchPlace here;
  const Ran ran = run_line("new my-index");
  CHECK(ran.status == 0);
  CHECK(ran.err == "");
  CHECK(ran.out.starts_with("created my-index with 8 files; its figures are invented examples. Next:\n"));
  CHECK(run_line("validate my-index").out ==
        "no problems: 6 units, 4 indicators, 2 editions, 2 periods, 80 observations\n");
  CHECK(run_line("rank my-index --lang ko").out.starts_with("my-index (예시 수치), 2024\n"));
  CHECK(run_line("new other/my_index2/ --lang ko")
            .out.starts_with("other/my_index2 디렉터리에 파일 8개를 만들었습니다."));
  CHECK(run_line("rank other/my_index2").out.starts_with("my_index2 (example figures), 2024\n"));
}

TEST_CASE("every line that a new index recommends runs") {
  const ScratchPlace here;
  const std::string text = run_line("new my-index").out;
  std::size_t lines = 0;
  for (std::size_t start = text.find("\n  podium "); start != std::string::npos;
       start = text.find("\n  podium ", start + 1)) {
    const std::size_t first = start + std::string("\n  podium ").size();
    const std::string line = text.substr(first, text.find('\n', first) - first);
    CAPTURE(line);
    CHECK(run_line(line).status == 0);
    ++lines;
  }
  CHECK(lines == 4);
}

TEST_CASE("an id is small letters, digits, - and _") {
  const ScratchPlace here;
  for (const char* const name : {"My-Index", "지수", "a b", "..", "/"}) {
    CAPTURE(name);
    const Ran ran = run({"new", name});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("expected small letters, digits, - and _, such as my-index") != std::string::npos);
  }
  CHECK(std::filesystem::is_empty("."));
}

TEST_CASE("nothing that is there is overwritten") {
  const ScratchPlace here;
  write_file("mine/units.csv", "my work");
  CHECK(run_line("new mine").status == 2);
  CHECK((tree("mine") == std::map<std::string, std::string>{{"units.csv", "my work"}}));
}
