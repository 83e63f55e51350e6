#pragma once

#include "podium/core/step.hpp"
#include "podium/core/treat/box_cox.hpp"
#include "podium/core/treat/fences.hpp"
#include "podium/core/treat/log.hpp"
#include "podium/core/treat/none.hpp"
#include "podium/core/treat/winsorise.hpp"

namespace podium {

using TreatMethod = std::variant<Winsorise, LogTreatment, BoxCox, Fences, NoTreatment>;

/// Which indicators a treatment is for.
enum class TreatWhen : std::uint8_t { Failing, Always };
template <>
struct Words<TreatWhen> {
  static constexpr std::array<std::pair<std::string_view, TreatWhen>, 2> list{
      {{"failing", TreatWhen::Failing}, {"always", TreatWhen::Always}}};
};

/// Tames distributions with outliers before they are normalised. Figures are treated as printed: a direction of -1 is
/// applied only when they are normalised.
struct Treat {
  static constexpr MethodDoc doc{
      .name = "treat",
      .summary =
          "Tames the distributions of indicators with outliers, so that a few extreme figures do not decide how all "
          "others compare.",
      .formula =
          "an indicator with |skewness| < s or kurtosis < k is left alone (G1 and G2); else `method`; if the result is "
          "accepted by the same rule, done; else `then`, on the original figures, or on the result with combine",
      .edge_cases =
          "Gaps stay gaps. Fewer than four figures have no shape to judge and are left alone, and so are figures that "
          "are all the same. What `then` makes stays also where it is not accepted. Every changed figure is marked; "
          "after a logarithm or Box-Cox all figures of the indicator are.",
      .source =
          "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3 and section 5.1; JRC, COIN Tool User "
          "Guide, 2019; "
          "Joanes and Gill, 1998",
  };

  TreatMethod method = Winsorise{};
  std::optional<TreatMethod> then{};
  double skewness = 2;
  double kurtosis = 3.5;
  TreatWhen when = TreatWhen::Failing;
  bool combine = false;
  Over over = Over::Period;
  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("skewness", &Treat::skewness, "accept figures whose skewness is nearer to 0 than this"),
        parameter("kurtosis", &Treat::kurtosis, "accept figures whose excess kurtosis is below this"),
        parameter("when", &Treat::when, "use the first method on indicators that fail the check, or always"),
        parameter("combine", &Treat::combine, "use the second method on what the first one made"),
        parameter("over", &Treat::over, "the figures seen together: each period, or the whole panel"),
        parameter("only", &Treat::only, "only the indicators at or below these nodes"),
        parameter("except", &Treat::except, "not the indicators at or below these nodes")};
  }

  Acceptance acceptance() const { return {skewness, kurtosis}; }

  std::optional<Problem> check() const;
};

Result<Panel> apply(const Treat& step, Panel panel, const StepContext& context);

}  // namespace podium
