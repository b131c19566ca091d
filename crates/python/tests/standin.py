"""A stand-in of InfluxDB for the tests: the program that the environment names, for as long as this process."""

import atexit
import os
import subprocess
from typing import Tuple


def _start() -> Tuple[str, str]:
    process = subprocess.Popen(
        [os.environ["FLUXLET_STANDIN"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None and process.stdout is not None
    # It ends when its input does.
    atexit.register(process.communicate)
    return process.stdout.readline().strip(), process.stdout.readline().strip()


URL, TOKEN = _start()
