"""djade over every template of the product."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Check the format of the templates; djade says which are not in order."""
    listed = subprocess.run(["git", "ls-files", "xiangyin/*.html"], capture_output=True, text=True, check=True)
    command = [
        str(Path(sys.executable).with_name("djade")),
        "--check",
        "--target-version",
        "5.2",
        *listed.stdout.split(),
    ]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
