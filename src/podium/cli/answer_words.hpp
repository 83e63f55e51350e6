#pragma once

#include <string>

namespace podium {

/// What stands above every form of an answer that people read: tables and pictures.
struct AnswerWords {
  std::string title{};
  std::string sentence{};  ///< the answer in plain words
};

}  // namespace podium
