#pragma once

#include "podium/cli/command.hpp"
#include "podium/wire/audit.hpp"
#include "podium/wire/comparison.hpp"
#include "podium/wire/unit_strengths.hpp"

/// How audits look to people: at most 100 columns wide.
namespace podium {

/// The short tables of all subjects, then the findings, worst first.
std::string audit_view(const AuditScene& scene, Language language, Colour colour);

/// One subject in full.
std::string audit_section_view(const AuditScene& scene, AuditSection section, Language language, Colour colour);

/// Best and worst places of a unit.
std::string strengths_view(const Index& index, Unit unit, Period period, const Strengths& strengths, Language language,
                           Colour colour);

/// The units whose ranks differ, the largest change first.
std::string comparison_view(const ComparedRankings& compared, Language language, Colour colour);

}  // namespace podium
