"""pandoc, as its users call it: Markdown in, DOCX out, a process for each file."""

import subprocess

import pypandoc
import times

PANDOC = pypandoc.get_pandoc_path()


def make(source, target):
    """Make one file."""
    subprocess.run([PANDOC, source, "-o", target], check=True)


if __name__ == "__main__":
    times.run(make)
