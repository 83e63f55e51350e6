#pragma once

#include <string_view>
#include <vector>

#include "podium/claims/figure_subject.hpp"

namespace podium {

/// The claims of one sentence, after what was said before; `claims` holds those of the sentences before, of which some
/// may be referred to.
void add_sentence_claims(std::string_view text, const SentenceMarks& marks, std::size_t sentence,
                         const StoryFocus& focus, const StoryContext& context, std::vector<Claim>& claims);

/// Those that state no figure of their own: who is first, who lies below whom, trends, days of release.
void add_worded_claims(std::string_view text, const SentenceMarks& marks, std::size_t sentence,
                       const SubjectFinder& subjects, const StoryFocus& focus, const StoryContext& context,
                       std::vector<Claim>& claims);

}  // namespace podium
