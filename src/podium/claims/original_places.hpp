#pragma once

#include <vector>

#include "podium/claims/text_span.hpp"

namespace podium {

/// Where the bytes of a text come from in the file that it was taken out of. A text that is the file itself has none
/// noted.
class OriginalPlaces {
 public:
  /// The next bytes of the text come from these of the original; one by one where both are as many.
  void add(TextSpan span, TextSpan original);
  /// What stands from a byte of the text on was taken back.
  void cut_at(std::size_t byte);

  /// From where the first byte of a stretch comes from to where its last one does, with all between; the stretch itself
  /// where nothing is noted.
  TextSpan original(const TextSpan& span) const;

 private:
  struct Piece {
    std::size_t begin = 0;  ///< in the text
    std::size_t size = 0;
    TextSpan original{};

    bool is_exact() const { return size == original.size(); }
  };

  std::vector<Piece> pieces_;
};

}  // namespace podium
