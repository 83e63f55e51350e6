#include "podium/stress/attainable/rank_program.hpp"

#include <algorithm>

namespace podium {

RankProgram::RankProgram(const WeightPolytope& polytope, std::vector<LinearLead> leads, double range,
                         const Solvers& solvers)
    : polytope_(polytope), leads_(std::move(leads)), range_(range), solvers_(solvers) {}

std::vector<double> RankProgram::lead_row(std::size_t relation, std::size_t width, double factor) const {
  std::vector<double> row(width, 0);
  const std::span<const std::size_t> indicators = polytope_.indicators();
  for (std::size_t k = 0; k < indicators.size(); ++k) {
    row[k] = factor * (leads_[relation].coefficients[indicators[k]] / range_);
  }
  return row;
}

RankProgram::Answer RankProgram::most(std::size_t at_least) const {
  const std::size_t first = polytope_.variables();
  IntegerProgram program{polytope_.program(leads_.size()), {}};
  LinearProgram& linear = program.linear;
  const std::size_t width = linear.objective.size();
  program.whole.assign(width, 0);
  std::vector<double> count(width, 0);
  for (std::size_t relation = 0; relation < leads_.size(); ++relation) {
    const std::size_t holds = first + relation;
    linear.lower[holds] = 0;
    linear.objective[holds] = 1;
    program.whole[holds] = 1;
    count[holds] = -1;
    // holds = 1: lead >= 0; holds = 0: lead >= its least value, which is no condition.
    const double least = std::max(-leads_[relation].least / range_, 0.0);
    std::vector<double> row = lead_row(relation, width, -1);
    row[holds] = least;
    add_row(linear, row, least);
  }
  add_row(linear, count, -static_cast<double>(at_least));
  for (const std::vector<std::size_t>& set : excluded_) {
    std::vector<double> row(width, 0);
    for (const std::size_t relation : set) row[first + relation] = 1;
    add_row(linear, row, static_cast<double>(set.size()) - 1);
  }
  const Optimum optimum = solvers_.maximise_integer(program);
  if (optimum.state == Optimum::State::Infeasible) return {Answer::State::Impossible};
  if (optimum.state != Optimum::State::Found) return {Answer::State::Unknown};
  Answer answer{Answer::State::Found};
  for (std::size_t relation = 0; relation < leads_.size(); ++relation) {
    if (optimum.point[first + relation] > 0.5) answer.relations.push_back(relation);
  }
  return answer;
}

std::optional<RankProgram::Margin> RankProgram::widest(std::span<const std::size_t> relations) const {
  LinearProgram program = polytope_.program(1);
  const std::size_t margin = polytope_.variables();
  program.objective[margin] = 1;
  for (const std::size_t relation : relations) {
    std::vector<double> row = lead_row(relation, program.objective.size(), -1);
    row[margin] = 1;
    add_row(program, row, 0);
  }
  const Optimum optimum = solvers_.maximise(program);
  if (optimum.state != Optimum::State::Found) return std::nullopt;
  return Margin{optimum.value * range_, polytope_.weights_at(optimum.point)};
}

void RankProgram::exclude(std::vector<std::size_t> relations, double margin) {
  for (std::size_t k = relations.size(); k-- > 0 && relations.size() > 1;) {
    std::vector<std::size_t> fewer = relations;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
    const std::optional<Margin> widest_of_fewer = widest(fewer);
    if (widest_of_fewer && widest_of_fewer->value <= margin) relations = std::move(fewer);
  }
  excluded_.push_back(std::move(relations));
}

}  // namespace podium
