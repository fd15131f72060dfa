"""The command line: each command calls one function of the library and prints what it gives."""

import sys


def main() -> None:
    """Run ``kg`` with the process's arguments, and end the process with its status."""
    try:
        from kg.cli.group import kg

        kg.main(prog_name="kg")
    except KeyboardInterrupt:  # before the commands took over
        sys.exit(130)
