# Everything a person does with this repository, one word each. `make help` lists the words.
# No step asks a question. JOBS limits parallel compilation.

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 60
# The folder of cases for `make golden` or `make golden-claims`; its README.md says in which form.
GOLDEN ?= $(if $(filter golden-claims,$(MAKECMDGOALS)),../shared/golden/claims,../shared/golden/coinr)
# Written before the line of counts that ends a test run.
LABEL ?=
export CMAKE_BUILD_PARALLEL_LEVEL = $(JOBS)
export CTEST_PARALLEL_LEVEL = $(JOBS)

OUR_SOURCES = $(shell find src tests bench fuzz -name '*.cpp' -o -name '*.hpp' 2>/dev/null | LC_ALL=C sort)

.PHONY: build help setup demo test golden golden-claims asan tsan bench fuzz format lint clean

build: setup ## the program, at build/release/podium
	cmake --preset release
	cmake --build --preset release --target podium

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

setup: ## install the packages that are missing
	scripts/setup.sh

demo: build ## rank the shipped index and write its site to site/
	build/release/podium build indices/ai-competitiveness -o site --highlight KOR

test: build ## build everything and run every test
	cmake --build --preset release
	scripts/run_tests.sh release "$(LABEL)"

golden: ## compare with a folder of another tool's results: GOLDEN=DIR
	cmake --preset release
	cmake --build --preset release --target podium_golden
	build/release/tests/podium_golden "$(GOLDEN)"

golden-claims: ## score the readers of texts on a folder of cases: GOLDEN=DIR
	cmake --preset release
	cmake --build --preset release --target podium_golden_claims
	build/release/tests/podium_golden_claims "$(GOLDEN)" --index indices/ai-competitiveness

asan: ## every test with clang, AddressSanitizer and UndefinedBehaviorSanitizer
	scripts/setup.sh --sanitize
	cmake --preset asan
	cmake --build --preset asan
	scripts/run_tests.sh asan "$(LABEL)"

tsan: ## the tests of the parallel engine with clang and ThreadSanitizer
	scripts/setup.sh --sanitize
	cmake --preset tsan
	cmake --build --preset tsan --target podium_threaded_tests
	scripts/run_tests.sh tsan "$(LABEL)" --label-regex '^threads$$'

bench: build ## run the benchmarks
	cmake --build --preset release --target podium_benchmarks
	@for benchmark in build/release/bench/*_bench; do \
	  [ ! -x "$$benchmark" ] || "$$benchmark" || exit 1; \
	done

fuzz: ## run each fuzz target for FUZZ_SECONDS
	scripts/setup.sh --sanitize
	cmake --preset fuzz
	cmake --build --preset fuzz
	@for target in build/fuzz/fuzz/*_fuzz; do \
	  [ -x "$$target" ] || continue; \
	  name=$$(basename "$$target"); corpus=build/fuzz/corpus/$$name; mkdir -p "$$corpus"; \
	  seeds=fuzz/corpus/$$name; [ -d "$$seeds" ] || seeds=; \
	  echo "$$name: $(FUZZ_SECONDS) s"; \
	  "$$target" -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 -artifact_prefix=build/fuzz/$$name- \
	    "$$corpus" $$seeds || exit 1; \
	done

format: ## lay out our sources
	scripts/setup.sh --lint
	clang-format-19 -i $(OUR_SOURCES)

lint: build ## layout and clang-tidy
	scripts/setup.sh --lint
	clang-format-19 --dry-run --Werror $(OUR_SOURCES)
	cmake --build --preset release
	scripts/lint_sources.py --jobs $(JOBS)

clean: ## remove what was built
	rm -rf build site
