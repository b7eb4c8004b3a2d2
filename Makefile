# Two commands for a user: `make run` and `make test`. The others are for those who change the code.
PYTHON ?= python3
V := .venv
B := $(V)/bin
PIP := $(B)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
.DEFAULT_GOAL := run
.PHONY: run setup test test-long check format bench lock clean

run: setup
	@$(B)/python -m xiangyin run

setup: $(V)/.run

test: $(V)/.run $(V)/.dev
	@$(B)/python -m pytest -n 2 --dist loadfile

test-long: $(V)/.run $(V)/.dev
	@$(B)/python -m pytest -m long

check: $(V)/.run $(V)/.dev
	@$(B)/python -m tools.check

format: $(V)/.run $(V)/.dev
	@$(B)/ruff check --fix --quiet . ; $(B)/ruff format --quiet .
	@$(B)/djade --target-version 5.2 $$(git ls-files 'xiangyin/*.html') || true
	@$(B)/python -m tools.translations

bench: $(V)/.run $(V)/.dev
	@$(B)/python -m bench

# `lock` needs uv on the path; a user never runs it.
lock:
	cd requirements && for set in run dev; do uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header -o $$set.lock $$set.in; done

clean:
	rm -rf $(V)

$(V)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新版本。Python 3.11 or newer is needed.")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "缺少 venv 模块：请安装系统软件包 python3-venv。The package python3-venv is needed." >&2; exit 1; }
	@$(PYTHON) -m venv $(V)

$(V)/.run: requirements/run.lock | $(V)/bin/python
	@echo "正在安装运行所需的软件包…… Installing what the product needs…"
	@$(PIP) -r requirements/run.lock
	@touch $@

$(V)/.dev: requirements/dev.lock $(V)/.run
	@$(PIP) -r requirements/dev.lock
	@touch $@
