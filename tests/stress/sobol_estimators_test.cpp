#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "podium/stress/sobol/estimators.hpp"
#include "podium/stress/sobol/sums.hpp"

#include "support/csv.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

struct Sample {
  std::vector<double> a, b, ab, ba;

  FactorSample view() const { return {a, b, ab, ba}; }
};

TEST_CASE("the estimators agree with COINr on its sample of the Ishigami function") {
  REQUIRE_SHARED(shared);
  const auto folder = shared / "golden" / "coinr" / "cases" / "estimator-ishigami";
  const Table table = read_table(folder / "sample.csv");
  std::vector<std::string> blocks;
  std::vector<std::vector<double>> values;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& block = table.text(row, "block");
    if (blocks.empty() || blocks.back() != block) {
      blocks.push_back(block);
      values.emplace_back();
    }
    values.back().push_back(table.number(row, "y"));
  }
  REQUIRE(values.size() == 5);
  const auto near = [](double x, double expected) {
    return std::abs(x - expected) <= 1e-12 + 1e-9 * std::abs(expected);
  };
  const auto variance = nlohmann::json::parse(read_text(folder / "variance.json"))["variance"].get<double>();
  CHECK(near(pooled_variance(values[0], values[1]), variance));
  const Table expected = read_table(folder / "indices.csv");
  for (std::size_t i = 0; i < 3; ++i) {
    const FactorSample sample{.a = values[0], .b = values[1], .ab = values[2 + i], .ba = {}};
    CHECK(near(saltelli_first(sample), expected.number(i, "Si")));
    CHECK(near(jansen_total(sample), expected.number(i, "STi")));
  }
}

TEST_CASE("a function of the factor alone has both indices one, and of the others alone zero") {
  const std::vector<double> a = {0.1, 0.7, 0.4, 0.25};
  const std::vector<double> b = {0.9, 0.3, 0.6, 0.5};
  const Sample alone{a, b, b, a};
  CHECK(azzini(alone.view()).first == doctest::Approx(1));
  CHECK(azzini(alone.view()).total == doctest::Approx(1));
  const Sample unseen{a, b, a, b};
  CHECK(azzini(unseen.view()).first == 0);
  CHECK(azzini(unseen.view()).total == 0);
  CHECK(jansen_total(unseen.view()) == 0);
  CHECK(saltelli_first(unseen.view()) == 0);
}

TEST_CASE("the estimators of the product of two factors over its whole grid are exact") {
  // x and z are -1 or 1, y = x z + x: V = 2, x alone makes 1, the interaction 1. A and B run over all 16 pairs.
  Sample sample;
  for (int k = 0; k < 16; ++k) {
    const auto side = [k](int bit) { return (k >> bit & 1) != 0 ? 1.0 : -1.0; };
    const auto y = [](double x, double z) { return x * z + x; };
    sample.a.push_back(y(side(0), side(1)));
    sample.b.push_back(y(side(2), side(3)));
    sample.ab.push_back(y(side(2), side(1)));
    sample.ba.push_back(y(side(0), side(3)));
  }
  CHECK(azzini(sample.view()).first == doctest::Approx(0.5));
  CHECK(azzini(sample.view()).total == doctest::Approx(1));
  CHECK(janon_first(sample.view()) == doctest::Approx(0.5));
  // With n - 1 the pooled variance is 32 / 31 of 2.
  CHECK(saltelli_first(sample.view()) == doctest::Approx(0.5 * 31 / 32));
  CHECK(jansen_total(sample.view()) == doctest::Approx(31.0 / 32));
}

TEST_CASE("a target that does not vary has no indices") {
  const std::vector<double> same(5, 0.1);
  const Sample sample{same, same, same, same};
  CHECK(pooled_variance(same, same) == 0);
  CHECK(std::isnan(azzini(sample.view()).first));
  CHECK(std::isnan(azzini(sample.view()).total));
  CHECK(std::isnan(janon_first(sample.view())));
  CHECK(std::isnan(saltelli_first(sample.view())));
  CHECK(std::isnan(jansen_total(sample.view())));
}

/// Two factors: runs A, B, AB_0, BA_0, AB_1, BA_1 of the same number of rows.
std::vector<double> some_runs(std::size_t rows) {
  return *rc::gen::container<std::vector<double>>(
      6 * rows, rc::gen::map(rc::gen::inRange(-1000, 1000), [](int x) { return x / 8.0; }));
}

SobolSums summed(const std::vector<double>& runs, std::size_t rows, std::size_t batch) {
  SobolSums sums(2, SobolSums::Pairs::Summed);
  for (std::size_t first = 0; first < rows; first += batch) {
    SobolSums part(2, SobolSums::Pairs::Summed);
    part.add(SobolBatch(std::span(runs).subspan(first), std::min(batch, rows - first), rows));
    sums.merge(part);
  }
  return sums;
}

TEST_CASE("the sums over batches give what the formulas give over the whole sample") {
  rc::check([] {
    const std::size_t rows = *rc::gen::inRange<std::size_t>(2, 40);
    const std::size_t batch = *rc::gen::inRange<std::size_t>(1, 10);
    const std::vector<double> runs = some_runs(rows);
    const SobolSums sums = summed(runs, rows, batch);
    const auto run = [&](std::size_t i) { return std::span(runs).subspan(i * rows, rows); };
    const auto near = [](double x, double y) { return x == doctest::Approx(y).epsilon(1e-9); };
    const auto count = static_cast<double>(2 * rows);
    const double variance = sums.moments().variance() * count / (count - 1);
    RC_ASSERT(near(variance, pooled_variance(run(0), run(1))));
    for (std::size_t i = 0; i < 2; ++i) {
      const FactorSample sample{run(0), run(1), run(2 + 2 * i), run(3 + 2 * i)};
      const FactorSample mirrored{sample.b, sample.a, sample.ba, sample.ab};
      const auto& factor = sums.factor(i);
      if (factor.squares == 0) continue;
      RC_ASSERT(near(factor.first / factor.squares, azzini(sample).first));
      if (variance == 0) continue;
      RC_ASSERT(
          near(factor.changes / (4 * factor.count) / variance, (jansen_total(sample) + jansen_total(mirrored)) / 2));
    }
    double products = 0;
    for (std::size_t n = 0; n < rows; ++n) {
      products += (run(3)[n] - run(1)[n]) * (run(4)[n] - run(0)[n]) + (run(5)[n] - run(1)[n]) * (run(2)[n] - run(0)[n]);
    }
    RC_ASSERT(near(sums.pair(0, 1).products, products));
  });
}

TEST_CASE("a failed run takes its partners with it, and no others") {
  const double gap = std::nan("");
  const std::vector<double> runs = {1,        2, gap, 4,   5,   // A
                                    6,        7, 8,   9,   1,   // B
                                    2,        3, 4,   gap, 5,   // AB of 0
                                    6,        7, 8,   9,   1,   // BA of 0
                                    2,        3, 4,   5,   6,   // AB of 1
                                    INFINITY, 8, 9,   1,   2};  // BA of 1
  const SobolSums sums = summed(runs, 5, 5);
  CHECK(sums.failed_runs() == 3);
  CHECK(sums.incomplete_rows() == 3);
  CHECK(sums.moments().count == 4);
  CHECK(sums.factor(0).count == 3);
  CHECK(sums.factor(1).count == 3);
  CHECK(sums.pair(0, 1).count == 2);
}

TEST_CASE("equal values are constant to the last bit, and rounding is not variation") {
  std::vector<double> runs(42, 0.1);
  CHECK(summed(runs, 7, 3).is_constant());
  CHECK(summed(runs, 7, 3).moments().variance() == 0);
  runs[5] = std::nextafter(0.1, 1);
  CHECK(summed(runs, 7, 3).is_constant());
  runs[5] = 0.1 + 1e-9;
  CHECK(!summed(runs, 7, 3).is_constant());
  CHECK(summed(std::vector<double>(6, std::nan("")), 1, 1).is_constant());
}

}  // namespace
}  // namespace podium
