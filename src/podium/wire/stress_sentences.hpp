#pragma once

#include <string>
#include <vector>

#include "podium/model/language.hpp"
#include "podium/wire/stress.hpp"

/// What a stress test found, in plain words and both languages, so that the terminal and the site say the same.
namespace podium {

/// "6–14"; "1" where both are the same; empty without ranks.
std::string rank_span(Rank lower, Rank upper);
/// The ranks that are possible, with a star where an end is a limit that was not shown to be attained.
std::string possible_span(const AttainableRanks& proven);
/// "38.0%".
std::string share_text(double share, int decimals);
/// "90%": the share of the worlds that intervals hold, without a decimal that says nothing.
std::string interval_share(const StressResult& result);

/// A factor as sentences call it: the plan's own word in the reader's language, or the name that the author gave.
Text factor_title(const StressResult& result, const SensitivityFactor& factor);
/// "weights (±25%), normalise (minmax | zscore)": what was varied, and how.
Text varied_text(const StressResult& result);

/// How sure the rank of a unit is.
Text rank_sentence(const StressResult& result, Unit unit);
/// Which ranks are possible at all; both texts empty where that is not proven.
Text possible_sentence(const StressResult& result, Unit unit);
/// What the rank of the unit that the plan is about depends on, the most first, or, where the sensitivity of something
/// else was asked, what each of its targets depends on; empty where that is not worked out.
std::vector<Text> dependence_sentences(const StressResult& result);
/// What possible ranks are.
Text possible_note();
/// The largest error of a share that comes from taking so many draws.
Text sampling_error_sentence(const StressResult& result);
/// Worlds without ranks: how many for each reason.
std::vector<Text> failure_sentences(const StressResult& result);

}  // namespace podium
