"""Make the virtual environment in `.venv` and install the pinned packages into it.

Run by the Makefile with the system's Python before anything is installed, so this file uses the
standard library only and must parse in an old Python that has to be told it is too old.

    python3 cms/management/environment.py          what the site runs on
    python3 cms/management/environment.py --dev    and the tools of tests and checks

Nothing happens when the pinned files are those of the last installation. An installation that was
cut short, even by `kill -9`, leaves no stamp: the next one begins from an empty environment, after
waiting for a package installer that outlived its parent.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENVIRONMENT = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(ENVIRONMENT, "bin", "python")
STAMP = os.path.join(ENVIRONMENT, "installed")
REQUIREMENTS = ["requirements.txt"]
DEVELOPMENT_REQUIREMENTS = ["requirements.txt", "requirements-dev.txt"]

TOO_OLD = """Vademecum needs Python 3.11 or later; this is Python %d.%d.
Install a newer one, or name it:  make run PYTHON=/path/to/python3.11
"""
NO_VENV = """This Python cannot make a virtual environment: its module "%s" is missing.
On Debian and Ubuntu:  sudo apt install python3-venv
Then type the same command again.
"""


def fingerprint(files):
    """Return what identifies an installation of these pinned files: their text and the Python."""
    digest = hashlib.sha256(("%d.%d" % sys.version_info[:2]).encode())
    for name in files:
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def installed():
    """Return the fingerprints of what the environment holds; none when it does not start."""
    try:
        subprocess.check_call([PYTHON, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(STAMP) as file:
            return file.read().split()
    except (OSError, subprocess.CalledProcessError):
        return []


def wait_for_others():
    """Return a lock that only one installation holds.

    The package installer inherits it, so it is held as long as one is at work, whatever became of
    the process that started it.
    """
    import fcntl

    folder = os.path.join(ROOT, "var")
    if not os.path.isdir(folder):
        os.makedirs(folder)
    lock = open(os.path.join(folder, "installing.lock"), "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        print("Another installation is at work in this folder: waiting for it to end.")
        sys.stdout.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def install(files, lock):
    """Install the pinned files, from an empty environment unless a complete one stands."""
    fingerprints = installed()
    if not fingerprints:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        subprocess.check_call([sys.executable, "-m", "venv", ENVIRONMENT], pass_fds=[lock.fileno()])
    else:
        os.remove(STAMP)
    print("Installing the packages of %s (once; about 150 MB to fetch)." % " and ".join(files))
    sys.stdout.flush()
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    for name in files:
        command += ["-r", os.path.join(ROOT, name)]
    environment = dict(os.environ, PIP_USER="0")
    subprocess.check_call(command, env=environment, pass_fds=[lock.fileno()])
    # Both sets where the larger one was installed, so that `make run` after `make test` is quick.
    stamps = [fingerprint(REQUIREMENTS), fingerprint(files)]
    with open(STAMP + ".new", "w") as file:
        file.write("\n".join(stamps))
    os.rename(STAMP + ".new", STAMP)


def main():
    """Install what is asked for; return the exit code."""
    if sys.version_info < (3, 11):
        sys.stderr.write(TOO_OLD % sys.version_info[:2])
        return 1
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            sys.stderr.write(NO_VENV % module)
            return 1
    files = DEVELOPMENT_REQUIREMENTS if "--dev" in sys.argv[1:] else REQUIREMENTS
    if fingerprint(files) in installed():
        return 0
    lock = wait_for_others()
    try:
        if fingerprint(files) not in installed():
            install(files, lock)
    except subprocess.CalledProcessError:
        sys.stderr.write(
            "The installation failed (its message stands above). Is the package registry reachable?\n"
            "Type the same command again to start over.\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
