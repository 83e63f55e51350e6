#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "podium/store/query.hpp"

/// What queries from outside have in common: their time, and how their problems are told.
namespace podium {

/// Interrupts a connection when its time is over; again and again, because an interruption between two parts of the
/// work is forgotten.
class TimeLimit {
 public:
  TimeLimit(SqlConnection connection, std::chrono::milliseconds time)
      : connection_(std::move(connection)), watch_([this, time](const std::stop_token& stop) { wait(stop, time); }) {}

  bool is_over() const { return is_over_; }

 private:
  void wait(const std::stop_token& stop, std::chrono::milliseconds time);

  SqlConnection connection_;
  std::atomic<bool> is_over_ = false;
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread watch_;  ///< last, so that it ends before what it uses
};

/// A query as it was asked.
struct AskedQuery {
  std::filesystem::path database;
  std::string sql;
  std::string name;  ///< what messages call its text
  QueryLimits limits;
};

/// DuckDB's problems with it, each with its place in the text, without where the database stands on this machine.
Diagnostics explained(Diagnostics problems, const AskedQuery& asked, bool is_time_over);

/// DuckDB's words in one line, without the excerpt of the query and without where the database stands.
std::string in_one_line(std::string_view message, const std::filesystem::path& database);

}  // namespace podium
