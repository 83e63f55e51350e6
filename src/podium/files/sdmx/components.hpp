#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "podium/files/exchange/index_tables.hpp"

/// An index in the words of SDMX (ISO 17369, version 3.0): one dataflow FIGURES with a data structure of that name,
/// maintained by the agency PODIUM.<id of the index>, so that two indices never share an artefact.
namespace podium {

/// A dimension, measure or attribute, and where it stands in podium's table `observation`.
struct SdmxComponent {
  enum class Role : std::uint8_t { Dimension, TimeDimension, Measure, Attribute };

  std::string_view id;
  std::string_view column;    ///< empty: follows from others, and is not read
  std::string_view codelist;  ///< empty: not coded
  Role role;
  std::string_view english;
  std::string_view korean;
};

/// In the order in which files hold them. The edition is a dimension: the same cell in another edition is another
/// figure. UNIT_MEASURE is that of the indicator; DECIMALS the digits printed after the point, empty where an exponent
/// is printed.
inline constexpr std::array<SdmxComponent, 12> kSdmxComponents{{
    {"REF_AREA", "unit", "CL_UNIT", SdmxComponent::Role::Dimension, "Reference area", "비교 대상"},
    {"INDICATOR", "indicator", "CL_INDICATOR", SdmxComponent::Role::Dimension, "Indicator", "지표"},
    {"EDITION", "edition", "CL_EDITION", SdmxComponent::Role::Dimension, "Edition", "판"},
    {"TIME_PERIOD", "period", "", SdmxComponent::Role::TimeDimension, "Time period", "기준 시점"},
    {"OBS_VALUE", "value", "", SdmxComponent::Role::Measure, "Observation value", "관측값"},
    {"OBS_STATUS", "status", "CL_OBS_STATUS", SdmxComponent::Role::Attribute, "Observation status", "관측값 상태"},
    {"STANDARD_ERROR", "standard_error", "", SdmxComponent::Role::Attribute, "Standard error", "표준오차"},
    {"SOURCE", "source", "CL_SOURCE", SdmxComponent::Role::Attribute, "Source", "출처"},
    {"LOCATOR", "locator", "", SdmxComponent::Role::Attribute, "Place in the source", "출처 내 위치"},
    {"NOTE", "note", "", SdmxComponent::Role::Attribute, "Note", "비고"},
    {"UNIT_MEASURE", "", "", SdmxComponent::Role::Attribute, "Unit of measure", "측정 단위"},
    {"DECIMALS", "", "", SdmxComponent::Role::Attribute, "Decimals", "소수 자릿수"},
}};

/// A code of CL_OBS_STATUS, SDMX's cross-domain list, that podium knows.
struct SdmxStatus {
  std::string_view code;
  std::string_view english;
  std::string_view korean;
};

inline constexpr std::array<SdmxStatus, 6> kSdmxStatuses{{{"A", "Normal value", "정상값"},
                                                          {"B", "Time series break", "시계열 단절"},
                                                          {"E", "Estimated value", "추정값"},
                                                          {"I", "Imputed value", "대체값"},
                                                          {"M", "Missing value", "결측값"},
                                                          {"P", "Provisional value", "잠정값"}}};

inline constexpr std::string_view kSdmxFlow = "FIGURES";
inline constexpr std::string_view kSdmxConcepts = "CONCEPTS";
inline constexpr std::string_view kSdmxVersion = "1.0";

/// Null for an id that is none of kSdmxComponents.
const SdmxComponent* find_sdmx_component(std::string_view id);

/// "PODIUM.ai-competitiveness"
std::string sdmx_agency(const IndexTables& tables);
/// "PODIUM.ai-competitiveness:FIGURES(1.0)"; `artefact` is one of the agency.
std::string sdmx_reference(const IndexTables& tables, std::string_view artefact);
/// "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=PODIUM.ai-competitiveness:FIGURES(1.0)"; `kind` is
/// "datastructure.Dataflow".
std::string sdmx_urn(const IndexTables& tables, std::string_view kind, std::string_view artefact);

/// When a message was prepared: never a clock's time, which would make other bytes of the same index, but midnight UTC
/// of the day on which the newest edition was released; 1970-01-01 without editions.
std::string sdmx_prepared(const IndexTables& tables);

/// The unit of measure of an indicator by its id, and the digits that a figure prints after the point.
std::string_view unit_of_measure_in(const IndexTables& tables, std::string_view indicator);
std::string printed_decimals(std::string_view value);

}  // namespace podium
