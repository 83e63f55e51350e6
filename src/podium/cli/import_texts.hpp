#pragma once

#include "podium/cli/phrase.hpp"

/// What `podium import` says to people.
namespace podium::texts {

inline constexpr Phrase kWritten{"figures written to {0}: {1}", "{0}에 쓴 수치: {1}개"};
inline constexpr Phrase kWouldBeWritten{"figures that would be written to {0}: {1}", "{0}에 쓸 수치: {1}개"};
inline constexpr Phrase kNothingToImport{"nothing to write: the index has all of these figures",
                                         "쓸 것이 없습니다. 모두 지수에 이미 있는 수치입니다"};
inline constexpr Phrase kImportedIndex{"{0}: {1} units, {2} editions, {3} figures in {4} files",
                                       "{0}: 대상 {1}개, 판 {2}개, 수치 {3}개, 파일 {4}개"};
inline constexpr Phrase kIndexWouldBeWritten{
    "{0} would be written: {1} units, {2} editions, {3} figures in {4} files",
    "{0} 디렉터리를 쓸 예정입니다. 대상 {1}개, 판 {2}개, 수치 {3}개, 파일 {4}개"};

// What becomes of figures.
inline constexpr Phrase kAddedFigures{"added: {0} (no edition has the cell yet)", "추가 {0}개 (어느 판에도 없던 칸)"};
inline constexpr Phrase kRestatedByImport{"restated: {0} (another edition has another value)",
                                          "수정 {0}개 (다른 판의 값과 다름)"};
inline constexpr Phrase kRepeatedFigures{"repeated: {0} (another edition has the same value)",
                                         "재수록 {0}개 (다른 판의 값과 같음)"};
inline constexpr Phrase kUnchangedFigures{"unchanged: {0} (left out, the edition has them already)",
                                          "그대로 {0}개 (같은 판에 이미 있어 제외)"};
inline constexpr Phrase kReplacedFigures{"replaced: {0} (the edition had another figure)",
                                         "교체 {0}개 (같은 판에 다른 수치가 있었음)"};

// Titles of columns.
inline constexpr Phrase kKnownFigure{"before", "기존 수치"};
inline constexpr Phrase kKnownEdition{"of edition", "기존 판"};

inline constexpr Phrase kMoreFigures{"... and {0} more", "... 외 {0}개"};

}  // namespace podium::texts
