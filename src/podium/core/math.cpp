#include "podium/core/math.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace podium {
namespace {

constexpr double kLn2High = 0x1.62e42fefa3800p-1;  // ln 2 to 42 bits: its product with an exponent is exact
constexpr double kLn2Low = 0x1.ef35793c76730p-45;  // ln 2 - kLn2High
constexpr double kInverseLn2 = 0x1.71547652b82fep+0;
constexpr double kSquareRootOfHalf = 0x1.6a09e667f3bcdp-1;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::uint64_t kMantissa = (std::uint64_t{1} << 52U) - 1;

struct Split {
  double mantissa;  ///< in [sqrt(1/2), sqrt 2)
  double exponent;
};

/// x = mantissa * 2^exponent for finite x > 0.
Split split(double x) {
  double exponent = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    exponent = -54;
  }
  const auto bits = std::bit_cast<std::uint64_t>(x);
  exponent += static_cast<double>(static_cast<std::int64_t>(bits >> 52U) - 1022);
  const auto half = std::bit_cast<double>((bits & kMantissa) | (std::uint64_t{1022} << 52U));
  return half < kSquareRootOfHalf ? Split{2 * half, exponent - 1} : Split{half, exponent};
}

/// 2^exponent for normal results.
double power_of_two(int exponent) { return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U); }

}  // namespace

double natural_logarithm(double x) {
  if (std::isnan(x) || x < 0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0) return -kInfinity;
  if (x == kInfinity) return x;
  const auto [mantissa, exponent] = split(x);
  // ln m = 2 artanh s with s = (m - 1)/(m + 1), |s| <= 0.1716; 2 artanh s = 2s + s (2/3 s^2 + 2/5 s^4 + ...).
  // Writing 2s as f - s f with f = m - 1 keeps the leading term exact.
  const double f = mantissa - 1;
  const double s = f / (mantissa + 1);
  const double square = s * s;
  double tail = 0;
  for (int power = 23; power >= 3; power -= 2) tail = tail * square + 2.0 / power;
  const double rest = s * (square * tail - f);
  return exponent * kLn2High + (f + (rest + exponent * kLn2Low));
}

double exponential(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.782712893384) return kInfinity;
  if (x < -745.1332191019412) return 0;
  const double k = std::floor(x * kInverseLn2 + 0.5);
  const double high = x - k * kLn2High;
  const double low = k * kLn2Low;
  const double r = high - low;
  const double lost = (high - r) - low;
  // e^r - 1 by its Taylor series, |r| <= 0.347: the 14th term is below 2^-57.
  double series = 0;
  for (int n = 14; n >= 2; --n) series = (series + 1) * r / n;
  const double result = 1 + (r + (r * series + lost));
  const int exponent = static_cast<int>(k);
  if (exponent >= -1021 && exponent <= 1023) return result * power_of_two(exponent);
  if (exponent > 1023) return result * power_of_two(exponent - 1) * 2;
  return result * power_of_two(exponent + 54) * 0x1p-54;
}

}  // namespace podium
