#include "podium/model/edition_pairs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace podium {
namespace {

auto cell_of(const Observation& observation) {
  return std::tuple(observation.series, observation.unit, observation.period);
}

}  // namespace

std::vector<EditionPair> successive_editions(const Index& index) {
  std::set<std::pair<EditionAt, EditionAt>> found;
  std::map<std::string_view, EditionAt> last_print;  // by publisher, of one cell
  const Observation* previous = nullptr;
  // The observations of a cell stand together, the oldest release first.
  for (const Observation& observation : index.observations) {
    if (previous == nullptr || cell_of(*previous) != cell_of(observation)) last_print.clear();
    previous = &observation;
    if (!observation.value) continue;
    const std::string_view publisher = index.edition_of(observation).publisher;
    const auto [last, is_first] = last_print.try_emplace(publisher, observation.edition);
    if (!is_first) found.emplace(std::exchange(last->second, observation.edition), observation.edition);
  }
  std::vector<EditionPair> pairs;
  for (const auto& [first, second] : found) pairs.push_back({first, second});
  const auto newness = [&index](EditionAt edition) {
    const Edition& entry = index.editions[at(edition)];
    return std::tuple(entry.released, std::string_view(entry.id));
  };
  std::ranges::sort(pairs, std::greater{},
                    [&](const EditionPair& pair) { return std::tuple(newness(pair.second), newness(pair.first)); });
  return pairs;
}

}  // namespace podium
