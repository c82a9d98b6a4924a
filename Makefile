# `make help` lists the targets. What they do stands in scripts/ and in Cargo.

.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8080
PLAN ?= data
DIST ?= dist
PUBLIC_URL ?= /
SITE_URL ?= http://localhost:$(PORT)
ARTICLE ?= ../shared/source/article.zh.txt

# What Trunk's shell depends on. The plan is not in it: changing data does not rebuild the program.
SHELL_SOURCES := $(shell find src styles -type f -not -path 'src/bin/*') Cargo.toml Cargo.lock Trunk.toml index.html $(wildcard scripts/trunk* scripts/*.mjs) scripts/versions.env src/bin/check.rs package-lock.json

.PHONY: help setup build serve dev test sizes verify format clean

help: ## Lists the targets.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup:
	@scripts/setup build

build: setup target/shell/index.html ## Builds the whole site into dist/ (PLAN=, PUBLIC_URL=, SITE_URL=, DIST=).
	@cargo run --quiet --locked --bin prerender -- --data $(PLAN) --shell target/shell --out $(DIST) --public-url $(PUBLIC_URL) --site-url $(SITE_URL)

target/shell/index.html: $(SHELL_SOURCES) | setup
	@mkdir -p target/assets
	@scripts/trunk build --release --locked
	@touch $@

serve: build ## Builds the site and serves it on port 8080 (PORT=).
	@cargo run --quiet --locked --bin serve -- --dir $(DIST) --port $(PORT) --base $(PUBLIC_URL)

dev: setup ## Serves with live reload while you edit (PORT=).
	@mkdir -p target/assets
	@DEVELOP=1 PLAN=$(PLAN) scripts/trunk serve --port $(PORT) --dist target/dev

test: ## Runs every test.
	@scripts/test

sizes: build ## Prints the byte budgets and where we are.
	@cargo run --quiet --locked --bin sizes -- --dir $(DIST)

verify: ## Checks the plan against the article's text (ARTICLE=).
	@cargo run --quiet --locked --bin verify -- $(ARTICLE) --data $(PLAN)

format: ## Formats the code.
	@cargo fmt

clean: ## Removes what was built; the installed tools stay.
	@rm -rf target dist node_modules
