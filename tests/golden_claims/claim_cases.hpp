#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "podium/claims/text_span.hpp"

/// Folders of cases for readers of text: one case a line of a JSON Lines file, as golden/claims/README.md of the
/// reference data describes.
namespace podium::golden_claims {

using Json = nlohmann::json;

/// The cases of a file in their order. Throws std::runtime_error, with the line's number, for what cannot be read.
std::vector<Json> read_cases(const std::filesystem::path& path);

/// The ids of the cases whose expectation is listed as wrong in itself; empty where the folder lists none.
std::set<std::string> read_errata(const std::filesystem::path& root);

/// The files of cases below a folder, "duckling/Numeral.KO.jsonl", in the order of their names; not the errata.
std::vector<std::string> list_case_files(const std::filesystem::path& root);

/// The byte at which each character begins, and the end of the text.
std::vector<std::size_t> character_offsets(std::string_view text);

/// Of ASCII alone; the rest stays.
std::string lower_case(std::string_view text);

/// To the 15 digits with which the expectations are printed.
bool is_same_value(double expected, double value);

/// A number as the cases print it: "1E-07", ".5". Throws std::runtime_error for anything else.
double printed_value(const Json& text);

/// Where a result of a case stands in its text: by "Start" where the case gives it and it is right, or else the first
/// place behind `after` that reads as the result's "Text", in any case of letters; empty where there is none.
TextSpan span_of_result(const Json& result, std::string_view text, std::size_t after);

}  // namespace podium::golden_claims
