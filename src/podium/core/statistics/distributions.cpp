#include "podium/core/statistics/distributions.hpp"

#include <cmath>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

namespace policies = boost::math::policies;

/// Nothing throws: what has no value is NaN or infinite. Plain doubles, so that all builds take the same path.
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::underflow_error<policies::ignore_error>, policies::denorm_error<policies::ignore_error>,
                     policies::rounding_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;

}  // namespace

double normal_upper_tail(double z) {
  if (is_missing(z)) return kMissing;
  if (std::isinf(z)) return z > 0 ? 0 : 1;
  return boost::math::cdf(boost::math::complement(boost::math::normal_distribution<double, Quiet>(0, 1), z));
}

double student_upper_tail(double t, double degrees) {
  if (is_missing(t) || !(degrees > 0)) return kMissing;
  if (std::isinf(t)) return t > 0 ? 0 : 1;
  return boost::math::cdf(boost::math::complement(boost::math::students_t_distribution<double, Quiet>(degrees), t));
}

double student_upper_quantile(double tail, double degrees) {
  if (!(tail > 0 && tail < 1) || !(degrees > 0)) return kMissing;
  const boost::math::students_t_distribution<double, Quiet> distribution(degrees);
  return boost::math::quantile(boost::math::complement(distribution, tail));
}

double student_two_sided(double t, double degrees) { return 2 * student_upper_tail(std::abs(t), degrees); }

double chi_squared_upper_tail(double x, double degrees) {
  if (is_missing(x) || !(degrees > 0)) return kMissing;
  if (x <= 0) return 1;
  if (std::isinf(x)) return 0;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared_distribution<double, Quiet>(degrees), x));
}

double normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal_distribution<double, Quiet>(0, 1), probability);
}

double gamma_quantile(double shape, double probability) {
  return boost::math::quantile(boost::math::gamma_distribution<double, Quiet>(shape, 1), probability);
}

}  // namespace podium
