#include "podium/files/output.hpp"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/directory_on_disk.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;
using testing::FileTexts;

constexpr const char* kMarker = "marker.json";

std::vector<OutputFile> site(const std::string& text) {
  return {{"marker.json", "{}"}, {"index.html", text}, {"ko/units/KOR.html", text}};
}

FileTexts site_at(const std::string& directory, const std::string& text) {
  return {
      {directory + "/marker.json", "{}"}, {directory + "/index.html", text}, {directory + "/ko/units/KOR.html", text}};
}

/// "write-failed: found ...": without what differs from machine to machine.
Code code_of(const Result<std::filesystem::path>& result) {
  REQUIRE(!result.has_value());
  return result.diagnostics().front().code;
}

TEST_CASE("a directory is made, replaced as a whole, and left without traces") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "deep" / "site";
  CHECK(testing::problems_of(replace_directory(target, site("one"), kMarker)) == "");
  CHECK(place.files() == site_at("deep/site", "one"));
  place.write("deep/site/old.html", "stale");
  CHECK(testing::problems_of(replace_directory(target.string() + "/", site("two"), kMarker)) == "");
  CHECK(place.files() == site_at("deep/site", "two"));
  CHECK(std::filesystem::directory_iterator(place.path() / "deep")->path() == target);
}

TEST_CASE("an empty directory is filled, with its permissions kept") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "site";
  std::filesystem::create_directory(target);
  REQUIRE(::chmod(target.c_str(), 0750) == 0);
  CHECK(testing::problems_of(replace_directory(target, site("one"), kMarker)) == "");
  CHECK(place.files() == site_at("site", "one"));
  CHECK(std::filesystem::status(target).permissions() == std::filesystem::perms(0750));
}

TEST_CASE("somebody else's files are never removed") {
  const FileTexts theirs{{"site/thesis.txt", "years of work"}};
  const DirectoryOnDisk place(theirs);
  const auto refused = replace_directory(place.path() / "site", site("one"), kMarker);
  CHECK(code_of(refused) == Code::WriteFailed);
  CHECK(refused.diagnostics().front().found.find("which holds files that podium did not write") != std::string::npos);
  CHECK(place.files() == theirs);
  CHECK(code_of(create_directory_of(place.path() / "site", site("one"))) == Code::WriteFailed);
  CHECK(code_of(replace_directory(place.path() / "site/thesis.txt", site("one"), kMarker)) == Code::WriteFailed);
  CHECK(code_of(replace_file(place.path() / "site", "text")) == Code::WriteFailed);
  CHECK(code_of(replace_directory("/", site("one"), kMarker)) == Code::WriteFailed);
  CHECK(code_of(replace_directory("", site("one"), kMarker)) == Code::WriteFailed);
  CHECK(place.files() == theirs);
}

TEST_CASE("a directory is not replaced by what is made from files in it") {
  const struct {
    const char* name;
    const char* directory;
    const char* source;
    bool is_refused;
  } cases[] = {
      {"the source itself", "site", "site", true},
      {"above the source", "site", "site/indices/mine", true},
      {"above the source, through a link", "link", "site/indices/mine", true},
      {"above the source, which is named through a link", "site", "link/indices/mine", true},
      {"above the source, with dots", "site/ko/..", "site/indices/../indices/mine/", true},
      {"below the source", "site/indices/mine/site", "site/indices/mine", false},
      {"beside the source, with the beginning of its name", "si", "site/indices/mine", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    FileTexts before = site_at("site", "old");
    before["site/indices/mine/podium.toml"] = "years of work";
    const DirectoryOnDisk place(before);
    std::filesystem::create_directory_symlink("site", place.path() / "link");
    const auto result = replace_directory(place.path() / c.directory, site("new"), kMarker, place.path() / c.source);
    CHECK(!result.has_value() == c.is_refused);
    CHECK(place.read("site/indices/mine/podium.toml") == "years of work");
    CHECK(place.read("site/index.html") == "old");
  }
}

TEST_CASE("a directory in which something hidden stands, such as a repository, is not replaced") {
  FileTexts theirs = site_at("site", "old");
  theirs["site/.git/HEAD"] = "years of work";
  const DirectoryOnDisk place(theirs);
  const auto refused = replace_directory(place.path() / "site", site("new"), kMarker);
  CHECK(code_of(refused) == Code::WriteFailed);
  CHECK(refused.diagnostics().front().found.find("which holds '.git'") != std::string::npos);
  CHECK(place.files() == theirs);
}

TEST_CASE("outputs stay in their directory and differ") {
  const DirectoryOnDisk place;
  for (const std::string path : {"../escaped", "/escaped", "a/../../escaped", "./a", "a//b", "", "a/"}) {
    CAPTURE(path);
    const std::vector<OutputFile> files{{kMarker, "{}"}, {path, "x"}};
    CHECK(code_of(replace_directory(place.path() / "site", files, kMarker)) == Code::PathOutside);
  }
  const std::vector<OutputFile> twice{{kMarker, "{}"}, {"a", "x"}, {"a", "y"}};
  CHECK(code_of(replace_directory(place.path() / "site", twice, kMarker)) == Code::InternalFault);
  const std::vector<OutputFile> unmarked{{"a", "x"}};
  CHECK(code_of(replace_directory(place.path() / "site", unmarked, kMarker)) == Code::InternalFault);
  CHECK(place.files().empty());
}

TEST_CASE("a file that cannot be written leaves the old directory whole and nothing beside it") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "site";
  REQUIRE(replace_directory(target, site("old"), kMarker).has_value());
  std::vector<OutputFile> files = site("new");
  files.push_back({"index.html/inside-a-file", "x"});
  CHECK(code_of(replace_directory(target, files, kMarker)) == Code::WriteFailed);
  CHECK(place.files() == site_at("site", "old"));
  CHECK(!std::filesystem::exists(place.path() / "site.podium-new"));
}

TEST_CASE("what an interrupted run has left is cleaned, and the old directory put back") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "site";
  REQUIRE(replace_directory(target, site("old"), kMarker).has_value());
  place.write("site.podium-new/half/written.html", "ha");
  place.write("site.podium-old/marker.json", "{}");
  CHECK(replace_directory(target, site("new"), kMarker).has_value());
  CHECK(place.files() == site_at("site", "new"));
  // Between the two renames of a run that could not exchange: only the old one and the new one are there.
  std::filesystem::rename(target, place.path() / "site.podium-old");
  place.write("site.podium-new/half/written.html", "ha");
  std::vector<OutputFile> broken = site("newer");
  broken.push_back({"index.html/inside-a-file", "x"});
  CHECK(code_of(replace_directory(target, broken, kMarker)) == Code::WriteFailed);
  CHECK(place.files() == site_at("site", "new"));
}

TEST_CASE("a file is replaced as a whole, with its permissions, through links") {
  const DirectoryOnDisk place(FileTexts{{"real.csv", "old"}});
  REQUIRE(::chmod((place.path() / "real.csv").c_str(), 0640) == 0);
  std::filesystem::create_symlink("real.csv", place.path() / "link.csv");
  CHECK(testing::problems_of(replace_file(place.path() / "link.csv", "new")) == "");
  CHECK(place.read("real.csv") == "new");
  CHECK(std::filesystem::is_symlink(place.path() / "link.csv"));
  CHECK(std::filesystem::status(place.path() / "real.csv").permissions() == std::filesystem::perms(0640));
  CHECK(testing::problems_of(replace_file(place.path() / "sub/fresh.csv", "text")) == "");
  CHECK(place.read("sub/fresh.csv") == "text");
  CHECK(code_of(replace_file("/dev/null", "text")) == Code::WriteFailed);
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

/// What `work` answers in a process of its own; -1 if that died.
int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("a full disk leaves the old directory and the old file whole") {
  // A limit on the size of files fails in the middle of a write, as a full disk does.
  const DirectoryOnDisk place(FileTexts{{"ranks.csv", "old"}});
  REQUIRE(replace_directory(place.path() / "site", site("old"), kMarker).has_value());
  const std::string large(100'000, 'x');
  const int answer = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit{50'000, 50'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    const bool directory_failed = !replace_directory(place.path() / "site", site(large), kMarker).has_value();
    const bool file_failed = !replace_file(place.path() / "ranks.csv", large).has_value();
    return directory_failed && file_failed ? 0 : 1;
  });
  CHECK(answer == 0);
  FileTexts expected = site_at("site", "old");
  expected["ranks.csv"] = "old";
  CHECK(place.files() == expected);
}

/// Lets every renameat2 of this process fail with `error`, as on systems that cannot exchange.
bool forbid_exchange(unsigned error) {
  struct sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog program{4, rules};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST_CASE("where the system cannot exchange, two renames do it") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "site";
  REQUIRE(replace_directory(target, site("old"), kMarker).has_value());
  constexpr int kNoFilters = 77;
  const int answer = in_child([&] {
    if (!forbid_exchange(ENOSYS)) return kNoFilters;
    return replace_directory(target, site("new"), kMarker).has_value() ? 0 : 1;
  });
  if (answer == kNoFilters) {
    MESSAGE("skipped: system calls cannot be filtered here");
    return;
  }
  CHECK(answer == 0);
  CHECK(place.files() == site_at("site", "new"));
  CHECK(!std::filesystem::exists(place.path() / "site.podium-old"));
  const int refused = in_child([&] {
    if (!forbid_exchange(EACCES)) return kNoFilters;
    return replace_directory(target, site("newer"), kMarker).has_value() ? 1 : 0;
  });
  CHECK(refused == 0);
  CHECK(place.files() == site_at("site", "new"));
}

TEST_CASE("runs that write to the same place wait for each other") {
  const DirectoryOnDisk place;
  const std::filesystem::path target = place.path() / "site";
  std::vector<std::thread> writers;
  std::vector<int> succeeded(4, 0);
  for (std::size_t i = 0; i < succeeded.size(); ++i) {
    writers.emplace_back([&, i] {
      for (int round = 0; round < 10; ++round) {
        succeeded[i] +=
            replace_directory(target, site(std::string(1, static_cast<char>('a' + i))), kMarker).has_value() ? 1 : 0;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(succeeded == std::vector<int>(4, 10));
  const std::string winner = place.read("site/index.html");
  CHECK(place.files() == site_at("site", winner));
}

TEST_CASE("files for a new directory") {
  const DirectoryOnDisk place;
  CHECK(testing::problems_of(create_directory_of(place.path() / "fresh", site("one"))) == "");
  CHECK(place.files() == site_at("fresh", "one"));
  CHECK(code_of(create_directory_of(place.path() / "fresh", site("two"))) == Code::WriteFailed);
  CHECK(place.files() == site_at("fresh", "one"));
}

}  // namespace
}  // namespace podium
