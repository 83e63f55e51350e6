#include "podium/files/problems.hpp"

namespace podium {

Diagnostics Problems::sorted() && {
  sort_by_place(kept_);
  if (left_out_ > 0) {
    kept_.push_back({.code = Code::TooLarge,
                     .found = std::to_string(left_out_) + " more problems, not listed",
                     .expected = "the listed ones solved first"});
  }
  return std::move(kept_);
}

}  // namespace podium
