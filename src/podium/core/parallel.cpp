#include "podium/core/parallel.hpp"

#include <algorithm>

#if !defined(__wasi__)
#include <atomic>
#include <thread>
#include <vector>
#endif

namespace podium {

#if defined(__wasi__)

void for_each_index(std::size_t count, std::size_t, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

#else

void for_each_index(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i);
  };
  std::vector<std::jthread> helpers;
  const std::size_t helper_count = std::min(std::max<std::size_t>(threads, 1), std::max<std::size_t>(count, 1)) - 1;
  for (std::size_t i = 0; i < helper_count; ++i) helpers.emplace_back(take_turns);
  take_turns();
}

#endif

}  // namespace podium
