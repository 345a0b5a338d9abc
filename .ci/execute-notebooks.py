"""Executes notebooks, and compares what their cells answer with what is stored, or stores it (--write)."""

import sys

import nbclient
import nbformat

SECONDS_PER_CELL = 300
SECONDS_TO_START = 20
STARTS = 5  # now and then this kernel comes up and answers nobody: it is started again


class SilentKernel(Exception):
    """It was started as often as is sensible, and answered nobody: there is no kernel here that works."""


def answers(notebook):
    """What each cell of code has answered: texts and pictures, no counts and no times."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[answer(output) for output in joined(cell.outputs)] for cell in cells]


def joined(outputs):
    """What a kernel prints comes in pieces, as it pleases."""
    whole = []
    for output in outputs:
        if whole and output.output_type == "stream" and whole[-1].get("name") == output.name:
            whole[-1].text += output.text
        else:
            whole.append(output)
    return whole


def answer(output):
    if output.output_type == "stream":
        return output.name + ": " + output.text
    return output.get("data", {}).get("text/plain") or output.get("data", {}).get("text/html") or str(output)


def executed(path):
    for start in range(STARTS):
        notebook = nbformat.read(path, as_version=4)
        try:
            nbclient.NotebookClient(
                notebook, timeout=SECONDS_PER_CELL, startup_timeout=SECONDS_TO_START).execute()
            return notebook
        except RuntimeError:
            if start == STARTS - 1:
                raise SilentKernel() from None


def stored_form(notebook):
    """The same on every machine: without times, and without the version of Java that executed it."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
    notebook.metadata.language_info = {"name": "java"}
    return notebook


def differs(path):
    before, after = answers(nbformat.read(path, as_version=4)), answers(executed(path))
    different = [number for number, pair in enumerate(zip(before, after), 1) if pair[0] != pair[1]]
    for number in different:
        print(f"{path}: cell {number} of code answers\n{after[number - 1]}\nand not\n{before[number - 1]}")
    if not different:
        print(f"{path}: {len(after)} cells of code answer as stored")
    return bool(different)


def main(mode, *paths):
    if mode == "--write":
        for path in paths:
            nbformat.write(stored_form(executed(path)), path)
            print(f"{path}: stored")
    elif any([differs(path) for path in paths]):
        sys.exit("a notebook does not answer as stored: look at it, then .ci/notebook --write")


try:
    main(*sys.argv[1:])
except SilentKernel:
    print(f"the kernel answers nobody, {STARTS} times: the notebook is left out")
