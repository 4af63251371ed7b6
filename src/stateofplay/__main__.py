"""`python -m stateofplay` is the command `stateofplay`."""

from stateofplay.app.cli.main import run

if __name__ == "__main__":
    run()
