#include "golden/normalise_method.hpp"

#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium::golden {
namespace {

/// A row that does not exist names a unit that podium does not know.
std::string reference_unit(double row, const std::vector<std::string>& units) {
  const bool is_there = row >= 1 && row <= static_cast<double>(units.size()) && row == std::floor(row);
  return is_there ? units[static_cast<std::size_t>(row) - 1] : "row " + shortest(row);
}

StatedNormalisation goalposts_of(Arguments& stated) {
  const Goalposts method{.range = {0, stated.number("scale", 100)}, .clip = stated.flag("truncate", true)};
  return {.method = method, .goalposts = Bounds{stated.number("lower"), stated.number("upper")}};
}

DistanceToTarget target_of(Arguments& stated) {
  DistanceToTarget method{.cap = stated.flag("cap", false), .reversed = true};
  if (!stated.flag("target_is_after_sign_flip", true)) throw NotApplicable("normalise: a target before the sign flip");
  const double target = stated.number("target");
  method.target = Bounds{target, target};
  return method;
}

}  // namespace

Ties ties_of(const std::string& word) {
  if (word == "min") return Ties::Smallest;
  if (word == "max") return Ties::Largest;
  if (word == "average") return Ties::Average;
  throw NotApplicable("ties '" + word + "'");
}

Bounds flipped(Bounds bounds, int direction) { return direction == 1 ? bounds : Bounds{-bounds.upper, -bounds.lower}; }

StatedNormalisation normalisation_of(Arguments& stated, const std::vector<std::string>& units) {
  const std::string method = stated.text("method");
  if (method == "minmax") {
    return {MinMax{.range = {stated.number("lower", 0), stated.number("upper", 100)}, .reversed = true}};
  }
  if (method == "zscore") return {ZScore{.mean = stated.number("mean", 0), .sd = stated.number("sd", 1)}};
  if (method == "scaled") {
    return {Scaled{.bounds = {stated.number("l", 0), stated.number("u", 100)}, .factor = stated.number("factor", 100)}};
  }
  if (method == "dist2max") return {DistanceToMax{}};
  if (method == "dist2ref") {
    const std::string unit = reference_unit(stated.number("ref_row"), units);
    return {DistanceToReference{.reference = unit, .cap = stated.flag("cap", false)}};
  }
  if (method == "dist2targ") return {target_of(stated)};
  if (method == "fracmax") return {FractionOfMax{.reversed = true}};
  if (method == "goalposts") return goalposts_of(stated);
  if (method == "none") return {NoNormalisation{}};
  if (method == "rank") return {RankScore{.ties = ties_of(stated.text("ties", "min"))}};
  if (method == "borda") return {Borda{.ties = ties_of(stated.text("ties", "min"))}};
  if (method == "prank") return {PercentileRank{.ties = ties_of(stated.text("ties", "min"))}};
  throw NotApplicable("normalise: method " + method);
}

}  // namespace podium::golden
