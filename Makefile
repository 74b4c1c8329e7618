# The interface of the project: what a person runs, CI runs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data

.PHONY: demo test check bench accuracy model wheel clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e .
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(BIN)/python -m pip install --quiet -e '.[test]'
	touch $@

demo: $(VENV)/installed  ## build a timeline of seeds/ into outputs/
	$(BIN)/chronicle build seeds -o outputs --fresh

test: $(VENV)/installed-test  ## everything that CI runs
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

check: $(VENV)/installed-test  ## style, types and layering
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-test  ## how fast it is
	$(BIN)/python -m benchmarks.speed

accuracy: $(VENV)/installed-test  ## how right it is: make accuracy DATA=…
	$(BIN)/python -m benchmarks.accuracy $(DATA)

model:  ## retrain the shipped model (see training/README.md): make model DATA=…
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/python -m pip install --quiet -e '.[training]'
	.venv-training/bin/python -m training.train $(DATA) runs --epochs 9
	.venv-training/bin/python -m training.export $(DATA) runs/epoch-9.pt chronicle/language/weights
	.venv-training/bin/python -m training.evaluate $(DATA) --checkpoint runs/epoch-9.pt

wheel: $(VENV)/installed-test  ## the wheel that users install
	$(BIN)/python -m build --wheel --outdir dist .

clean:  ## remove what the other targets made, save outputs/
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache
