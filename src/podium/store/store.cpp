#include "podium/store/store.hpp"

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "podium/files/read_index.hpp"
#include "podium/files/staging.hpp"
#include "podium/store/database.hpp"
#include "podium/store/inputs.hpp"
#include "podium/store/tables.hpp"
#include "podium/store/working_folder.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

/// Nothing in the store needs more than the store.
const Database::Setting kNoFiles = {"enable_external_access", "false"};

fs::path log_of(const fs::path& database) { return database.string() + ".wal"; }

/// The files that the store at this place was made of; nothing if there is none that can be used.
std::optional<StoreInputs> inputs_of_store(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  const Database::Setting settings[] = {{"access_mode", "READ_ONLY"}, kNoFiles};
  const auto database = Database::open(path, settings);
  if (!database) return std::nullopt;
  const auto connection = database->connect();
  if (!connection) return std::nullopt;
  auto inputs = recorded_inputs(*connection);
  if (!inputs) return std::nullopt;
  return *std::move(inputs);
}

/// The tables that differ, by path: changed, new or gone.
std::set<std::string> changed_tables(const StoreInputs& old, const StoreInputs& now) {
  std::set<std::string> changed;
  for (const auto* const list : {&old.tables, &now.tables}) {
    const auto& other = list == &old.tables ? now.tables : old.tables;
    for (const StoreInput& input : *list) {
      if (std::ranges::find(other, input) == other.end()) changed.insert(input.path);
    }
  }
  return changed;
}

/// What is to be made: of this index, read from these files.
struct Plan {
  const Index& index;
  const Computed& computed;
  const StoreInputs& inputs;
  std::optional<std::set<std::string>> changed;  ///< only these tables; nothing: everything
};

Result<bool> remove_what_changed(const SqlConnection& connection, const std::set<std::string>& changed) {
  for (const std::string& file : changed) {
    const std::string parameters[] = {file};
    TRY([[maybe_unused]] const auto rows, connection.query("DELETE FROM observation WHERE file = ?", parameters));
  }
  return connection.execute("DELETE FROM cell_history; DELETE FROM result; DELETE FROM input; DELETE FROM made_by");
}

Result<bool> fill(const SqlConnection& connection, const Plan& plan) {
  TRY([[maybe_unused]] const bool is_begun, connection.execute("BEGIN"));
  if (plan.changed) {
    TRY([[maybe_unused]] const bool is_removed, remove_what_changed(connection, *plan.changed));
  } else {
    TRY([[maybe_unused]] const bool is_created, create_tables(connection));
    TRY([[maybe_unused]] const bool is_filled, fill_catalogue(connection, plan.index));
  }
  const auto is_wanted = [&plan](const std::string& file) { return !plan.changed || plan.changed->contains(file); };
  TRY([[maybe_unused]] const bool has_figures, fill_observations(connection, plan.index, is_wanted));
  TRY([[maybe_unused]] const bool has_results, fill_results(connection, plan.index, plan.computed));
  TRY([[maybe_unused]] const bool has_inputs, fill_inputs(connection, plan.inputs));
  return connection.execute("COMMIT; CHECKPOINT");
}

Diagnostic write_failed(const fs::path& path, std::string reason) {
  return {.code = Code::WriteFailed,
          .found = "no way to write " + podium::quoted(path.string()) + " (" + std::move(reason) + ")",
          .expected = "a place that can be written to"};
}

/// Makes the database at `path`, from the one at `old` if only some tables changed. Closed when it returns.
Result<bool> make_database(const fs::path& path, const fs::path& old, const Plan& plan) {
  std::error_code error;
  if (plan.changed && !fs::copy_file(old, path, error)) return write_failed(path, error.message());
  const Database::Setting settings[] = {{"access_mode", "READ_WRITE"}, kNoFiles};
  TRY(const Database database, Database::open(path, settings));
  TRY(const SqlConnection connection, database.connect());
  return fill(connection, plan);
}

/// What was written is on the disk before it takes its place.
Result<bool> synchronise(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_done = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!is_done) return write_failed(path, std::generic_category().message(error));
  return true;
}

/// A database that goes away, with all that DuckDB puts beside it, unless it was renamed.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) { clean(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() { clean(); }

 private:
  void clean() const {
    std::error_code error;
    fs::remove(path_, error);
    fs::remove(log_of(path_), error);
    fs::remove_all(path_.string() + ".tmp", error);  // what DuckDB has no memory for
  }

  fs::path path_;
};

Result<fs::path> make_store(Staging& staging, const fs::path& path, const Plan& plan) {
  const Draft draft(staging.path());
  if (!make_database(staging.path(), path, plan) && plan.changed) {
    // The old store could be opened, but not all of it be read.
    const Plan all{plan.index, plan.computed, plan.inputs, std::nullopt};
    const Draft anew(staging.path());
    TRY([[maybe_unused]] const bool is_made, make_database(staging.path(), path, all));
  }
  TRY([[maybe_unused]] const bool is_written, synchronise(staging.path()));
  std::error_code error;
  fs::remove(log_of(path), error);
  TRY(fs::path place, staging.replace_file());
  TRY([[maybe_unused]] const bool is_renamed, synchronise(place.parent_path()));
  return place;
}

Result<fs::path> rebuild(const fs::path& directory, const fs::path& path) {
  // Waits for whoever else is making it.
  TRY(Staging staging, Staging::beside(path));
  // The files may change while they are read: a store is never called newer than it is.
  TRY(const StoreInputs inputs, inputs_of(directory));
  const std::optional<StoreInputs> old = inputs_of_store(path);
  if (old && *old == inputs) return path;
  TRY(const ReadIndex read, read_index(directory));
  Result<Computed> computed = compute(read.index, read.index.edition);
  if (!computed) {
    Diagnostics problems = std::move(computed).diagnostics();
    attach_places(problems, read.places);
    return problems;
  }
  std::optional<std::set<std::string>> changed;
  if (old && old->definitions == inputs.definitions) changed = changed_tables(*old, inputs);
  return make_store(staging, path, {read.index, *computed, inputs, std::move(changed)});
}

}  // namespace

Result<fs::path> update_store(const fs::path& directory) {
  TRY(const StoreInputs inputs, inputs_of(directory));
  TRY(const fs::path folder, working_folder(directory));
  const fs::path path = folder / "store.duckdb";
  if (const auto old = inputs_of_store(path); old && *old == inputs) return path;
  return rebuild(directory, path);
}

}  // namespace podium
