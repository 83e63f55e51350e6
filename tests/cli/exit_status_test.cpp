#include <cstdlib>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

using namespace podium::testing;

namespace {

/// The exit status of a line for the shell, in which "podium" is the program of this build.
int status_of(const std::string& line) {
  const std::string shell = "podium() { \"$PODIUM\" \"$@\"; }\n" + line + "\n";
  write_file("line.bash", shell);
  return WEXITSTATUS(std::system("bash line.bash > out 2> err"));
}

}  // namespace

TEST_CASE("the program's exit statuses and streams are the ones of its design") {
  const std::filesystem::path program = std::filesystem::absolute(podium::testing::program());
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the program first, or name it in PODIUM_PROGRAM");
  setenv("PODIUM", program.c_str(), 1);
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_tiny_index("broken");
  write_file("broken/units.csv", "code,name.en,name.ko\n");

  const struct {
    std::string name;
    std::string line;
    int status;
    const char* out;
    const char* err;
  } cases[] = {
      {"done", "podium rank tiny --format csv --limit 1", 0, "period,node,unit,score,rank\n2024,index,BBB,84.375,1\n",
       ""},
      {"Korean by the environment", "env LC_ALL=ko_KR.UTF-8 $PODIUM validate tiny", 0,
       "문제 없음: 대상 4개, 지표 3개, 판 2개, 기간 2개, 수치 21개\n", ""},
      {"the first variable that is set decides", "env LC_ALL=C LANG=ko_KR.UTF-8 $PODIUM validate tiny", 0,
       "no problems: 4 units, 3 indicators, 2 editions, 2 periods, 21 observations\n", ""},
      {"the question's answer is no", "podium validate broken", 1, "", nullptr},
      {"bad input", "podium rank broken", 2, "", nullptr},
      {"bad usage", "podium rank", 2, "",
       "error[invalid-usage]: found no DIR; expected the directory of an index\npodium: 1 problem\n"},
      {"a full disk", "podium rank tiny > /dev/full", 2, "",
       "podium: cannot write the output: No space left on device\n"},
      {"a reader that has seen enough", "podium rank tiny | true; exit ${PIPESTATUS[0]}", 0, "", ""},
      {"a closed standard output", "podium rank tiny >&-", 2, "",
       "podium: cannot write the output: Bad file descriptor\n"},
      {"no colour on a pipe", "env TERM=xterm $PODIUM rank tiny --limit 1 | head -n 1", 0, "Tiny, 2024\n", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(status_of("unset LC_ALL LC_MESSAGES LANG\n" + c.line) == c.status);
    CHECK(read_file("out") == c.out);
    if (c.err != nullptr) CHECK(read_file("err") == c.err);
  }
}
