#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <unistd.h>

#include "podium/cli/program.hpp"
#include "podium/cli/progress_line.hpp"

// Everything that comes from the surroundings enters here: arguments, environment, terminal. Everything that goes out
// leaves here, after the work is done.
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// The first of these variables that is set decides, as POSIX has it.
podium::Language language_of_environment() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view value = variable(name);
    if (!value.empty()) return value.starts_with("ko") ? podium::Language::Korean : podium::Language::English;
  }
  return podium::Language::English;
}

/// 0, or the number of the error that stopped the writing.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// A reader that has seen enough (`podium rank DIR | head`) is no failure; a full disk is.
int finish(int status, std::string_view out, std::string_view err) {
  const int error = write_all(STDOUT_FILENO, out);
  write_all(STDERR_FILENO, err);
  if (error == 0 || error == EPIPE) return status;
  write_all(STDERR_FILENO, std::string("podium: cannot write the output: ") + std::strerror(error) + "\n");
  return 2;
}

volatile std::sig_atomic_t interruptions = 0;

/// The first Ctrl-C asks a long work for what it has; the second ends the program.
void interrupt(int signal) {
  interruptions = interruptions + 1;
  if (interruptions > 1) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

/// Shows how far a long work is, on a terminal, ten times a second at most.
class Progress {
 public:
  bool operator()(std::uint64_t done, std::uint64_t total) {
    if (done == 0) std::signal(SIGINT, interrupt);
    const auto now = std::chrono::steady_clock::now();
    if (is_shown_ && done > 0 && now - last_ > std::chrono::milliseconds(100)) {
      const std::chrono::duration<double> elapsed = now - begin_;
      write_all(STDERR_FILENO, "\r" + podium::progress_line(done, total, elapsed.count()) + "\x1b[K");
      last_ = now;
      is_written_ = true;
    }
    return interruptions == 0;
  }
  void clear() const {
    if (is_written_) write_all(STDERR_FILENO, "\r\x1b[K");
  }

 private:
  bool is_shown_ = isatty(STDERR_FILENO) == 1;
  bool is_written_ = false;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
};

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);
  podium::Surroundings surroundings;
  surroundings.language = language_of_environment();
  const bool is_plain = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  if (isatty(STDOUT_FILENO) == 1 && !is_plain) surroundings.colour = podium::Colour::On;
  surroundings.threads = std::max(1U, std::thread::hardware_concurrency());

  std::ostringstream out;
  std::ostringstream err;
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  Progress progress;
  surroundings.progress = [&progress](std::uint64_t done, std::uint64_t total) { return progress(done, total); };
  const int status = podium::run_program(arguments, out, err, surroundings);
  progress.clear();
  return finish(status, out.view(), err.view());
}
