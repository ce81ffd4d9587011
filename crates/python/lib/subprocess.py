"""`subprocess`: there are no other programs here. Asking for one is answered as where it is not installed.

What it is not: the commands of notebooks (`!ls`), which are Kindling's own. Start reading at `Popen`.
"""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """What goes wrong with other programs."""


class CalledProcessError(SubprocessError):
    """A program that ended with an error."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    """A program that took too long."""


class CompletedProcess:
    """A program that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr


class Popen:
    """A program that runs: none does.

    Raises:
        FileNotFoundError: for any.
    """

    def __init__(self, args, *more, shell=False, **kwargs):
        del more, kwargs
        name = args if isinstance(args, str) else args[0]
        if shell:
            raise FileNotFoundError(2, "No such file or directory", "/bin/sh")
        raise FileNotFoundError(2, "No such file or directory", str(name))


def run(*args, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    del input, capture_output, timeout, check
    return Popen(*args, **kwargs)


def call(*args, **kwargs):
    return Popen(*args, **kwargs)


check_call = check_output = call


def getoutput(cmd, **kwargs):
    del kwargs
    return f"/bin/sh: 1: {cmd.split()[0]}: not found"


def getstatusoutput(cmd, **kwargs):
    return 127, getoutput(cmd, **kwargs)
