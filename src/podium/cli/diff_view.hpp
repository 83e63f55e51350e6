#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/edition_diff.hpp"

namespace podium {

/// What a new edition changed, what that did to the ranks, and how much of the growth that newspapers report is
/// restatement; at most `limit` entries of each table.
std::string edition_diff_view(const EditionDiff& diff, std::size_t limit, TextForm form, Language language,
                              Colour colour);

}  // namespace podium
