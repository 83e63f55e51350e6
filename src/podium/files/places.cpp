#include "podium/files/places.hpp"

namespace podium {
namespace {

Place place_in(const Places::Table& table, const std::string& key) {
  const auto found = table.keys.find(key);
  return found != table.keys.end() ? found->second : table.whole;
}

Place place_of(const Subject& subject, const Places& places) {
  if (subject.step > 0 && subject.step <= places.steps.size())
    return place_in(places.steps[subject.step - 1], subject.key);
  const auto node = places.nodes.find(subject.node);
  if (node != places.nodes.end()) return place_in(node->second, subject.key);
  return subject == Subject{} ? Place{places.file, 0, 0} : Place{};
}

}  // namespace

Places::Table places_of(const TomlTable& table, const Place& place) {
  Places::Table places{place, {}};
  for (const TomlEntry& entry : table) places.keys.emplace(entry.key, entry.value.place);
  return places;
}

void attach_places(Diagnostics& diagnostics, const Places& places) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.file.empty()) diagnostic.place = place_of(diagnostic.subject, places);
  }
}

}  // namespace podium
