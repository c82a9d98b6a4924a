# `make help` lists the targets. What they do stands in scripts/ and in Cargo.

.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8080
# Some shells tell every program their machine's name as HOST.
HOST ?= 127.0.0.1
ifeq ($(origin HOST),environment)
HOST := $(if $(findstring .,$(HOST))$(findstring :,$(HOST)),$(HOST),127.0.0.1)
endif
PLAN ?= data
DIST ?= dist
PUBLIC_URL ?= /
SITE_URL ?= http://localhost:$(PORT)
OFFLINE ?= yes
NAME ?=
# The article is not in this repository; this is where its editors keep it.
ARTICLE ?= ../shared/source/article.zh.txt
# Folder that keeps a copy of each version of the data; empty: only the present one is in the site.
FROZEN ?=
# Recipes read them from the environment, so that they may hold any character.
export NAME HOST PORT PLAN DIST PUBLIC_URL SITE_URL ARTICLE FROZEN

# What Trunk's shell depends on. Neither the plan nor the native side is in it: their changes do not rebuild the program.
SHELL_SOURCES := $(shell find src styles -type f -not -path 'src/bin/*' -not -path 'src/site/*') src/bin/check.rs \
	Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json \
	$(addprefix scripts/,common shell shrink.mjs trunk trunk-pre-build trunk-post-build versions.env)

.PHONY: help setup browsers build programs serve dev test faults fuzz bench growth reproduce audit sizes verify new-city format clean

help: ## Lists the targets.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## Installs what a build needs and is missing; targets that build run it themselves.
	@scripts/setup build

browsers:
	@scripts/setup test

PRERENDER := cargo run --quiet --locked --bin prerender -- --data "$$PLAN" --shell target/shell --out "$$DIST" \
	--public-url "$$PUBLIC_URL" --site-url "$$SITE_URL" $${FROZEN:+--frozen "$$FROZEN"} $(if $(filter no,$(OFFLINE)),--no-offline)

build: programs ## Builds the whole site into dist/ (PLAN=, PUBLIC_URL=, SITE_URL=, OFFLINE=, DIST=, FROZEN=).
	@$(PRERENDER)

programs: setup target/shell/index.html
	@scripts/native prerender serve

target/shell/index.html: $(SHELL_SOURCES) | setup
	@scripts/shell
	@touch $@

serve: programs ## Builds the site and serves it on port 8080 (PORT=); HOST=0.0.0.0 lets phones and containers in.
	@$(PRERENDER) --no-compress
	@cargo run --quiet --locked --bin serve -- --dir "$$DIST" --host "$$HOST" --port "$$PORT" --base "$$PUBLIC_URL"

dev: setup ## Serves with live reload while you edit (PORT=, HOST=, PLAN=).
	@scripts/trunk serve --address "$$HOST" --port "$$PORT" $(if $(filter-out data,$(PLAN)),$(addprefix --watch ,src styles index.html) --watch "$$PLAN")

test: ## Runs every test.
	@scripts/test

faults: browsers build ## Has every kind of page meet every fault we know of, in both browsers; `make test` takes a part of them.
	@FAULTS=all scripts/run cargo test --locked --test browser faults -- --nocapture

fuzz: ## Tries random addresses, texts, files and searches, up to a million of each (CASES=).
	@CASES="$${CASES:-1000000}" cargo test --locked --test fuzz -- --nocapture

bench: browsers build ## Measures the site against its static twin and five chart libraries (RUNS=, CPU=: how many times slower); writes docs/performance.md.
	@npm --prefix bench ci --silent --no-fund --no-audit
	@node bench/run.mjs

growth: browsers build ## Measures plans of up to 1,000 figures and 10,000 promises; writes docs/performance-growth.md.
	@npm --prefix bench ci --silent --no-fund --no-audit
	@scripts/growth

reproduce: ## Builds the site twice, in two folders, and compares the bytes.
	@scripts/reproduce

audit: ## Checks the dependencies' licences, sources and advisories (needs cargo-deny).
	@scripts/audit

sizes: build ## Prints the byte budgets and where we are.
	@cargo run --quiet --locked --bin sizes -- --dir "$$DIST"

verify: ## Checks the plan against the article's text (ARTICLE=, PLAN=).
	@[ -f "$$ARTICLE" ] || { echo "verify: there is no $$ARTICLE; name the article: ARTICLE=path/to/article.txt" >&2; exit 2; }
	@scripts/native verify
	@cargo run --quiet --locked --bin verify -- "$$ARTICLE" --data "$$PLAN"

new-city: ## Begins another city's plan in the folder NAME from its article (NAME=, ARTICLE=).
	@[ "$(origin ARTICLE)" != file ] || { echo "new-city: name the article: ARTICLE=path/to/article.txt" >&2; exit 2; }
	@[ -n "$$NAME" ] || { echo "new-city: name the folder to make: NAME=path/to/plan" >&2; exit 2; }
	@scripts/native new-city
	@cargo run --quiet --locked --bin new-city -- "$$NAME" "$$ARTICLE"

format: ## Formats the code.
	@cargo fmt --all

clean: ## Removes what was built; the installed tools stay.
	@rm -rf target dist node_modules
