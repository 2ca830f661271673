"""Run a command and print what it took, as JSON in a last line: the launcher is small, so that its memory is not taken
for the command's (Linux counts what a process had before it became another).
"""

import json
import os
import sys
import time

began = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
took = {
    "wall": (time.perf_counter() - began) * 1000,
    "cpu": (used.ru_utime + used.ru_stime) * 1000,
    "memory": used.ru_maxrss / 1024,
}
print(json.dumps(took))
sys.exit(os.waitstatus_to_exitcode(status))
