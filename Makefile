# What there is to do here: run `make`.
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := /bin/bash

PREFIX ?= /usr/local
DESTDIR ?=
bindir := $(abspath $(DESTDIR)$(PREFIX)/bin)
share := $(abspath $(DESTDIR)$(PREFIX)/share)
data := questions interviews templates resources samples seed models

viva := .build/release/viva
sources := Package.swift $(shell find Sources -type f -o -type d 2>/dev/null)
swift_files := $(wildcard Sources Tests Examples Package.swift)
# Good answers, a vague one and a recording with a fault; three of them are asked for.
answers := $(addprefix samples/,$(addsuffix .flac,learn-quickly-good conflict-good slow-query-vague \
	testing-clipped failure-good))

# Swift's own progress is for a person at a terminal; elsewhere only what went wrong is worth printing.
define swift_build
if [ -t 1 ]; then swift build $(1); else \
	log=$$(mktemp); swift build $(1) >"$$log" 2>&1 || { cat "$$log"; rm -f "$$log"; exit 1; }; rm -f "$$log"; fi
endef

# How many tests run at once, where the toolchain can limit that (Swift 6.3 on): with thousands at once, those that talk to a server of
# their own would wait for a turn until the server takes them for gone.
width := --experimental-maximum-parallelization-width
limited = $$(swift test --help-hidden 2>/dev/null | grep -q -e '$(width)' && echo $(width) 8)

.PHONY: help setup practice build test lint format install uninstall samples hear man docs clean

help: ## Show this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1 \2/p' $(MAKEFILE_LIST) \
		| while read -r name about; do printf '  %-10s %s\n' "$$name" "$$about"; done

practice: setup $(viva) ## Set up, build, and practise with five recorded sample answers
	@# Told the first time: what comes from the network is not to come unseen.
	@case "$$($(viva) models list)" in *'✓ whisper-tiny.en:'*) ;; *) $(viva) models install tiny.en \
		|| echo "Going on without a second ear: PocketSphinx hears alone, less well. \`viva models install tiny.en\` tries again." ;; \
	esac
	@case "$$($(viva) models list)" in *'✓ minilm:'*) ;; *) $(viva) models install minilm \
		|| echo "Going on without the sentence encoder: answers are judged by their words. \`viva models install minilm\` tries again." ;; \
	esac
	@$(viva) practice --questions 3 --seed 7 --answers $(answers)

setup: ## Install the system libraries that are missing (as root or with sudo)
	@scripts/setup

build: setup $(viva) ## Build the command viva, optimised

$(viva): $(sources)
	@echo "Building viva (a few minutes the first time, seconds afterwards)"
	@$(call swift_build,-c release --static-swift-stdlib --product viva)
	@touch -c $@

test: ## Run all tests
	@scripts/setup test
	scripts/with-postgres swift test $(limited)

lint: ## Check the format and the style of the Swift sources
	swift format lint --strict --parallel --recursive $(swift_files)

format: ## Format the Swift sources in place
	swift format --in-place --parallel --recursive $(swift_files)

install: $(viva) ## Install under PREFIX (/usr/local); DESTDIR is put in front of it
	install -d $(bindir) $(share)/viva $(share)/man/man1 $(share)/bash-completion/completions \
		$(share)/zsh/site-functions $(share)/fish/vendor_completions.d
	install -s -m 755 $(viva) $(bindir)/viva
	for kind in $(wildcard $(data)); do \
		(cd $$kind && find . -type f ! -path './texts/*' -exec install -D -m 644 '{}' '$(share)'/viva/$$kind/'{}' ';') \
			|| exit 1; \
	done
	if [ -e Docs/viva.1 ]; then gzip -9nc Docs/viva.1 >$(share)/man/man1/viva.1.gz; fi
	$(viva) --generate-completion-script bash >$(share)/bash-completion/completions/viva
	$(viva) --generate-completion-script zsh >$(share)/zsh/site-functions/_viva
	$(viva) --generate-completion-script fish >$(share)/fish/vendor_completions.d/viva.fish

uninstall: ## Remove what install put under PREFIX
	rm -f $(bindir)/viva $(share)/man/man1/viva.1.gz $(share)/bash-completion/completions/viva \
		$(share)/zsh/site-functions/_viva $(share)/fish/vendor_completions.d/viva.fish
	rm -rf $(share)/viva

samples: ## Make the sample answers again from samples/texts
	@scripts/setup samples
	scripts/make-samples

hear: ## Print how well stock PocketSphinx understands the samples
	@scripts/setup samples
	scripts/hear-samples

man: ## Write Docs/viva.1 again from the command's help
	swift package --scratch-path .build/man --allow-writing-to-package-directory generate-manual
	cp .build/man/plugins/GenerateManual/outputs/viva/viva.1 Docs/viva.1

docs: setup ## Build the documentation of the library into .build/docs
	@rm -rf .build/docs
	swift package --allow-writing-to-directory .build/docs generate-documentation --product Viva \
		--enable-experimental-combined-documentation --output-path .build/docs

clean: ## Remove everything that was built
	rm -rf .build
