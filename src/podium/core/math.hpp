#pragma once

namespace podium {

/// Elementary functions with one implementation for every build, because C libraries differ in the last bit and ranks
/// must not. Only IEEE-754 additions, multiplications and divisions; error below two units in the last place.

/// NaN for x < 0 or NaN; -infinity for 0.
double natural_logarithm(double x);
/// 0 below -745.2, infinity above 709.8.
double exponential(double x);

}  // namespace podium
