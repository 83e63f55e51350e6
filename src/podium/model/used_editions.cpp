#include "podium/model/used_editions.hpp"

namespace podium {

std::vector<EditionAt> used_editions(const Index& index) {
  std::vector<bool> is_used(index.editions.size());
  for (const Observation& observation : index.observations) is_used[at(observation.edition)] = true;
  std::vector<EditionAt> used;
  for (std::size_t i = 0; i < is_used.size(); ++i) {
    if (is_used[i]) used.push_back(static_cast<EditionAt>(i));
  }
  return used;
}

}  // namespace podium
