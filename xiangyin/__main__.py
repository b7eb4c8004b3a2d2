import sys

from xiangyin.launch.cli import main

if __name__ == "__main__":
    sys.exit(main())
