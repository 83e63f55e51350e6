#pragma once

#include <span>
#include <vector>

#include "podium/core/screen_decision.hpp"
#include "podium/model/compute.hpp"
#include "podium/wire/json_writer.hpp"

/// Pieces that several messages share.
namespace podium {

/// {"en":"Technology","ko":"기술"}
void write_text(JsonWriter& json, std::string_view key, const Text& text);

/// {"choice":"latest"}, {"choice":"edition","id":"ai-index-2025"} or {"choice":"as_of","date":"2025-04-08"}
void write_choice(JsonWriter& json, std::string_view key, const Index& index, const EditionChoice& choice);

/// {"id":..,"publisher":..,"released":..,"title":..,"note":..}
void write_edition(JsonWriter& json, const Edition& edition);
void write_editions(JsonWriter& json, std::string_view key, const Index& index, std::span<const EditionAt> editions);

/// {"id":..,"title":..,"publisher":..,"published":..,"url":..,"licence":..,"note":..}
void write_source(JsonWriter& json, const Source& source);

/// {"unit":..,"period":..,"edition":..,"released":..,"value":1.33,"printed":"1.33","status":"A","source":..,
///  "locator":..,"note":..}, and "standard_error" where it is known.
void write_observation(JsonWriter& json, const Index& index, const Observation& observation);

/// {"id":..,"title":{..}}: the index that a message is about.
void write_index(JsonWriter& json, const Index& index);

/// A rank, or null for an unranked unit.
void write_rank(JsonWriter& json, std::string_view key, Rank rank);

/// "subject":"unit","reason":"too-few-figures","available":3,"nonzero":3,"possible":10, and of the node that was judged
/// "node":"science": the members of a message about what screening left out and why.
void write_left_out(JsonWriter& json, const Index& index, const ScreenDecision& decision);

/// The editions whose figures stand in the indicators at or below a node, by id. No edition twice.
std::vector<EditionAt> editions_used(const Index& index, const Selection& selection, Series node, Time time);

/// Whether any of these figures has a standard error.
bool has_standard_error(std::span<const Observation> observations);

/// The editions of some observations, by release date, equals by id.
std::vector<EditionAt> editions_of(const Index& index, std::span<const Observation> observations);

/// "A" for Status::Normal.
std::string to_text(Status status);

/// Whether a series of the panel is an element of the hierarchy: an indicator or a node above indicators.
bool is_denominator(const Index& index, Series series);

}  // namespace podium
