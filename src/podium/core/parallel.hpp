#pragma once

#include <cstddef>
#include <functional>

namespace podium {

/// Calls work(0) ... work(count - 1), each once, on up to `threads` threads (at least one). Each call must write only
/// to its own place, so that the result does not depend on the number of threads. Returns when all are done. Where the
/// platform has no threads the calls run one after the other.
void for_each_index(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

}  // namespace podium
