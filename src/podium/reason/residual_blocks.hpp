#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace podium {

/// Which residual stands in a drawn place: that at `source`, as the figure number `place` of its block.
struct DrawnResidual {
  std::size_t source = 0;
  std::size_t place = 0;

  bool operator==(const DrawnResidual&) const = default;
};

/// The least whole number of which the cube is at least `count`: blocks of the order n^(1/3), which is the best one for
/// a variance (Hall, Horowitz and Jing, On blocking rules for the bootstrap with dependent data, 1995).
std::size_t default_block_length(std::size_t count);

/// `wanted` residuals as blocks of `length` that follow each other in the series of `count`, each starting at any of
/// the count - length + 1 places alike (Künsch, The jackknife and the bootstrap for general stationary observations,
/// 1989); the last block is cut. Block b is a function of (seed, draw, first_stream + b). 1 <= length <= count.
std::vector<DrawnResidual> draw_blocks(std::size_t count, std::size_t length, std::size_t wanted, std::uint64_t seed,
                                       std::uint64_t draw, std::uint32_t first_stream);

enum class Centre : std::uint8_t { Mean, Median };

/// The residuals of one series as they are drawn. The figures near the ends stand in fewer blocks than the others, so
/// drawn residuals would not have the mean 0: what stands at place p of a block is taken less the mean of all that can
/// stand there (Brüggemann, Jentsch and Trenkler, Inference in VARs with conditional heteroskedasticity of unknown
/// form, 2016), or less their median for a trend of medians, which one wild residual must not shift. `scale` widens
/// them: a fitted trend leaves residuals smaller than the errors were.
class CentredResiduals {
 public:
  CentredResiduals() = default;
  CentredResiduals(std::vector<double> residuals, std::size_t block_length, Centre centre, double scale);

  double at(const DrawnResidual& drawn) const { return scale_ * (residuals_[drawn.source] - centres_[drawn.place]); }

 private:
  std::vector<double> residuals_{};
  std::vector<double> centres_{};  ///< by place in a block
  double scale_ = 1;
};

}  // namespace podium
