#include "podium/files/line_reader.hpp"

#include "podium/files/text_check.hpp"

namespace podium {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;

}  // namespace

std::optional<std::string_view> LineReader::next() {
  if (problem_) return std::nullopt;
  std::size_t searched = 0;
  while (true) {
    const std::string_view ahead = std::string_view(buffer_).substr(begin_, end_ - begin_);
    const std::size_t length = ahead.find('\n', searched);
    if (length != std::string_view::npos && length <= kMostLineBytes) return take(length, 1);
    if (ahead.size() > kMostLineBytes) {
      ++line_;
      problem_ = check_text(ahead.substr(0, kMostLineBytes), file_, line_);
      if (!problem_) refuse(Code::LineTooLong, "a line longer than 1 MiB", "lines of at most 1 MiB");
      return std::nullopt;
    }
    searched = ahead.size();
    const Filled filled = fill();
    if (filled == Filled::Failed) return std::nullopt;
    if (filled == Filled::End) return end_ > begin_ ? take(end_ - begin_, 0) : std::nullopt;
  }
}

std::optional<std::string_view> LineReader::take(std::size_t length, std::size_t terminator) {
  std::string_view line = std::string_view(buffer_).substr(begin_, length);
  begin_ += length + terminator;
  if (line_ == 0 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (terminator > 0 && line.ends_with('\r')) line.remove_suffix(1);
  ++line_;
  problem_ = check_text(line, file_, line_);
  return problem_ ? std::nullopt : std::optional(line);
}

/// Moves what is left to the front and reads one more block behind it.
LineReader::Filled LineReader::fill() {
  buffer_.erase(0, begin_);
  end_ -= begin_;
  begin_ = 0;
  buffer_.resize(end_ + kBlockBytes);
  Result<std::size_t> count = source_(std::span(buffer_).subspan(end_));
  if (!count) {
    problem_ = count.diagnostics().front();
    problem_->place.file = file_;
    return Filled::Failed;
  }
  end_ += *count;
  total_ += *count;
  if (total_ > kMostTableBytes) {
    refuse(Code::TooLarge, "more than 256 MiB", "a file of at most 256 MiB");
    return Filled::Failed;
  }
  return *count > 0 ? Filled::More : Filled::End;
}

void LineReader::refuse(Code code, std::string found, std::string expected) {
  problem_ =
      Diagnostic{.code = code, .found = std::move(found), .expected = std::move(expected), .place = {file_, line_, 0}};
}

}  // namespace podium
