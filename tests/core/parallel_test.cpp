#include "podium/core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace podium {
namespace {

TEST_CASE("every index is worked on exactly once, for any number of threads") {
  for (const std::size_t count : {0U, 1U, 2U, 7U, 1000U}) {
    for (const std::size_t threads : {0U, 1U, 2U, 3U, 16U}) {
      CAPTURE(count);
      CAPTURE(threads);
      std::vector<int> visits(count, 0);
      for_each_index(count, threads, [&visits](std::size_t i) { ++visits[i]; });
      CHECK(std::ranges::all_of(visits, [](int times) { return times == 1; }));
    }
  }
}

TEST_CASE("no more threads work than asked for") {
  for (const std::size_t threads : {1U, 2U, 4U}) {
    std::vector<std::thread::id> workers(200);
    for_each_index(workers.size(), threads, [&workers](std::size_t i) { workers[i] = std::this_thread::get_id(); });
    CHECK(std::set(workers.begin(), workers.end()).size() <= threads);
  }
}

TEST_CASE("one thread is the caller's own, in order") {
  std::vector<std::size_t> seen;
  std::thread::id worker;
  for_each_index(5, 1, [&](std::size_t i) {
    seen.push_back(i);
    worker = std::this_thread::get_id();
  });
  CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(worker == std::this_thread::get_id());
}

TEST_CASE("all work is done and visible when the call returns") {
  std::atomic<int> finished = 0;
  std::vector<double> results(64);
  for_each_index(results.size(), 4, [&](std::size_t i) {
    std::this_thread::yield();
    results[i] = static_cast<double>(i) * 2;
    finished.fetch_add(1);
  });
  CHECK(finished == 64);
  for (std::size_t i = 0; i < results.size(); ++i) CHECK(results[i] == static_cast<double>(i) * 2);
}

}  // namespace
}  // namespace podium
