#include "podium/cli/commands.hpp"

#include "podium/cli/audit_command.hpp"
#include "podium/cli/build_command.hpp"
#include "podium/cli/check_command.hpp"
#include "podium/cli/completion_command.hpp"
#include "podium/cli/diff_command.hpp"
#include "podium/cli/explain_command.hpp"
#include "podium/cli/export_command.hpp"
#include "podium/cli/generate_command.hpp"
#include "podium/cli/import_command.hpp"
#include "podium/cli/measure_command.hpp"
#include "podium/cli/new_command.hpp"
#include "podium/cli/project_command.hpp"
#include "podium/cli/rank_command.hpp"
#include "podium/cli/run_command.hpp"
#include "podium/cli/seek_command.hpp"
#include "podium/cli/show_command.hpp"
#include "podium/cli/sql_command.hpp"
#include "podium/cli/stress_command.hpp"
#include "podium/cli/validate_command.hpp"
#include "podium/cli/what_if_command.hpp"

namespace podium {

std::vector<Command> all_commands() {
  return {build_command(),   rank_command(),     show_command(),     audit_command(),   stress_command(),
          diff_command(),    explain_command(),  seek_command(),     what_if_command(), project_command(),
          check_command(),   run_command(),      sql_command(),      import_command(),  export_command(),
          measure_command(), generate_command(), validate_command(), new_command(),     completion_command()};
}

}  // namespace podium
