"""What the peers' scripts share: `SCRIPT OUT IN` makes a file; with several `IN`, as many in one process, and then the
median of the milliseconds of the processor that each took but the first is printed.
"""

import resource
import sys
from statistics import median


def _cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(make):
    """Run a peer's `make(source, target)` as the command line says."""
    target, *sources = sys.argv[1:]
    took = []
    for source in sources:
        began = _cpu()
        make(source, target)
        took.append((_cpu() - began) * 1000)
    if took[1:]:
        print(median(took[1:]))
