#include "podium/wire/stress_sensitivity.hpp"

#include <algorithm>
#include <charconv>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/stress_parts.hpp"

namespace podium {
namespace {

using Kind = SensitivityTarget::Kind;

constexpr std::string_view kMeanRankShift = "mean-rank-shift";
constexpr std::string_view kTop = "top";

/// The kind that stands before the colon.
std::optional<SensitivityTarget> kind_of(std::string_view word) {
  if (word == "rank") return SensitivityTarget{.kind = Kind::PlaceInRanking};
  if (word == "score") return SensitivityTarget{.kind = Kind::Score};
  if (!word.starts_with(kTop)) return std::nullopt;
  SensitivityTarget target{.kind = Kind::AtMost};
  const char* const end = word.data() + word.size();
  const auto [rest, error] = std::from_chars(word.data() + kTop.size(), end, target.at_most);
  return error == std::errc() && rest == end && target.at_most > 0 ? std::optional(target) : std::nullopt;
}

std::string index_fields(const SobolIndex& index) {
  return "," + number_field(index.value) + "," + number_field(index.low) + "," + number_field(index.high);
}

/// The first three fields of every line about a target.
std::string head_of_target(const StressResult& result, std::size_t target) {
  return period_text(result) + "," + csv_field(node_id(result)) + "," +
         csv_field(to_text(result.sensitivity->targets[target], result.index));
}

void write_sobol_index(JsonWriter& json, std::string_view key, const SobolIndex& index) {
  json.array(key, [&] {
    json.value(index.value);
    json.value(index.low);
    json.value(index.high);
  });
}

void write_target(JsonWriter& json, const StressResult& result, std::size_t target) {
  const TargetSensitivity& found = result.sensitivity->result.targets[target];
  const std::vector<SensitivityFactor>& factors = result.sensitivity->factors;
  json.object([&] {
    json.field("target", to_text(result.sensitivity->targets[target], result.index));
    json.field("mean", found.mean);
    json.field("variance", found.variance);
    json.array("factors", [&] {
      for (std::size_t factor = 0; factor < factors.size(); ++factor) {
        json.object([&] {
          json.field("name", factors[factor].name);
          write_sobol_index(json, "first", found.factors[factor].first);
          write_sobol_index(json, "total", found.factors[factor].total);
        });
      }
    });
    json.array("interactions", [&] {
      for (const PairInteraction& pair : found.pairs) {
        json.object([&] {
          json.array("factors", [&] {
            json.value(factors[pair.i].name);
            json.value(factors[pair.j].name);
          });
          write_sobol_index(json, "share", pair.index);
        });
      }
    });
  });
}

}  // namespace

std::string to_text(const SensitivityTarget& target, const Index& index) {
  if (target.kind == Kind::MeanRankShift) return std::string(kMeanRankShift);
  const std::string& code = index.units[target.unit].code;
  if (target.kind == Kind::Score) return "score:" + code;
  if (target.kind == Kind::AtMost) return std::string(kTop) + std::to_string(target.at_most) + ":" + code;
  return "rank:" + code;
}

Result<SensitivityTarget> parse_target(std::string_view text, const Index& index) {
  if (text == kMeanRankShift) return SensitivityTarget{.kind = Kind::MeanRankShift};
  const std::size_t colon = text.find(':');
  std::optional<SensitivityTarget> target = kind_of(text.substr(0, colon));
  if (!target || colon == std::string_view::npos) {
    const std::string first = index.units.empty() ? std::string() : index.units.front().code;
    const std::vector<std::string> forms{"rank:" + first, "score:" + first, "top3:" + first,
                                         std::string(kMeanRankShift)};
    return not_among(Code::InvalidUsage, "target", text, views(forms));
  }
  const std::string_view code = text.substr(colon + 1);
  const std::optional<Unit> unit = index.find_unit(code);
  if (!unit) {
    std::vector<std::string_view> known;
    for (const UnitInfo& each : index.units) known.push_back(each.code);
    return not_among(Code::UnknownUnit, "unit", code, known);
  }
  target->unit = at(*unit);
  return *target;
}

std::string sensitivity_csv(const StressResult& result) {
  std::string text = "period,node,target,factor,first,first_lower,first_upper,total,total_lower,total_upper\n";
  if (result.sensitivity == nullptr) return text;
  for (std::size_t target = 0; target < result.sensitivity->targets.size(); ++target) {
    const std::vector<FactorIndices>& indices = result.sensitivity->result.targets[target].factors;
    for (std::size_t factor = 0; factor < indices.size(); ++factor) {
      text += head_of_target(result, target) + "," + csv_field(result.sensitivity->factors[factor].name) +
              index_fields(indices[factor].first) + index_fields(indices[factor].total) + "\n";
    }
  }
  return text;
}

std::string interactions_csv(const StressResult& result) {
  std::string text = "period,node,target,factor,other,share,lower,upper\n";
  if (result.sensitivity == nullptr) return text;
  const std::vector<SensitivityFactor>& factors = result.sensitivity->factors;
  for (std::size_t target = 0; target < result.sensitivity->targets.size(); ++target) {
    for (const PairInteraction& pair : result.sensitivity->result.targets[target].pairs) {
      text += head_of_target(result, target) + "," + csv_field(factors[pair.i].name) + "," +
              csv_field(factors[pair.j].name) + index_fields(pair.index) + "\n";
    }
  }
  return text;
}

void write_sensitivity(JsonWriter& json, const StressResult& result) {
  const SobolResult& found = result.sensitivity->result;
  json.object("sensitivity", [&] {
    json.field("runs", found.runs);
    json.field("is_precise", found.is_precise);
    json.array("targets", [&] {
      for (std::size_t target = 0; target < found.targets.size(); ++target) write_target(json, result, target);
    });
  });
}

}  // namespace podium
