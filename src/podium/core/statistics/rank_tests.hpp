#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace podium {

enum class RankTies : std::uint8_t { None, Some };

/// The two-sided p-value of Spearman's rho over n pairs, as R's cor.test gives it; n is at least 3.
/// Source: Best and Roberts, 1975, algorithm AS 89, with the exact distribution up to n = 9.
double spearman_p_value(double rho, std::size_t n, RankTies ties);

/// The two-sided p-value of Kendall's tau, from the number of concordant less discordant pairs and the figures
/// themselves, for their ties. Source: Kendall, Rank Correlation Methods, 4th edition, 1970, chapters 4 and 5.
double kendall_p_value(double concordance, std::span<const double> x, std::span<const double> y);

}  // namespace podium
