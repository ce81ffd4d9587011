"""`subprocess`: the programs that `!` knows (`ls`, `cat`, `python`, …) run to their end when they are started.

What it is not: other programs; asking for one is answered as where it is not installed. Start reading at `Popen`.
"""

import contextlib
import io
import os
import sys

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """What goes wrong with other programs."""


class CalledProcessError(SubprocessError):
    """A program that ended with an error."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal

            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program that took too long: none does, as each ends before anybody waits for it."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """A program that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    def __repr__(self):
        told = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        told += [f"{name}={value!r}" for name, value in (("stdout", self.stdout), ("stderr", self.stderr)) if value is not None]
        return f"{type(self).__name__}({', '.join(told)})"


# What says how another process is started, where there is none.
_OF_PROCESSES = {
    "bufsize", "close_fds", "creationflags", "extra_groups", "group", "pass_fds", "pipesize", "preexec_fn", "process_group",
    "restore_signals", "start_new_session", "startupinfo", "umask", "user",
}  # fmt: skip


class Popen:
    """A program that has run by the time it is there.

    Raises:
        FileNotFoundError: for a program that is not among those of `!`.
    """

    def __init__(
        self,
        args,
        *,
        stdin=None,
        stdout=None,
        stderr=None,
        shell=False,
        cwd=None,
        env=None,
        text=None,
        universal_newlines=None,
        encoding=None,
        errors=None,
        executable=None,
        **options,
    ):
        _check(options, stdin=stdin not in (None, DEVNULL), env=env, executable=executable)
        self.args, self.pid = args, os.getpid()
        self._is_text = bool(text or universal_newlines or encoding or errors)
        self._encoding, self._errors = encoding or "utf-8", errors or "strict"
        printed, complained, self.returncode = _run(_command(args, shell), cwd)
        if stderr == STDOUT:
            printed, complained = printed + complained, ""
        self.stdin, self.stdout = None, self._given_to(stdout, printed, sys.stdout)
        self.stderr = self._given_to(None if stderr == STDOUT else stderr, complained, sys.stderr)

    def _given_to(self, target, printed, usual):
        """Passes on what was printed; a file to read it from, if there is to be one."""
        if target == PIPE:
            return io.StringIO(printed) if self._is_text else io.BytesIO(printed.encode(self._encoding, self._errors))
        if target is None:
            usual.write(printed)
        elif target != DEVNULL:
            target.write(printed.encode() if isinstance(target, io.BufferedIOBase) else printed)
        return None

    def communicate(self, input=None, timeout=None):
        if input is not None:
            raise NotImplementedError("subprocess: input is not built here: programs are those of !")
        return tuple(None if stream is None else stream.read() for stream in (self.stdout, self.stderr))

    def wait(self, timeout=None):
        return self.returncode

    def poll(self):
        return self.returncode

    def send_signal(self, sig):
        """The program has ended."""

    def kill(self):
        """The program has ended."""

    terminate = kill

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"


def _check(options, **not_built):
    """Refuses options that there are not, and those that are not built."""
    for name in options:
        if name not in _OF_PROCESSES:
            raise TypeError(f"Popen.__init__() got an unexpected keyword argument '{name}'")
    for name, value in not_built.items():
        if value:
            raise NotImplementedError(f"subprocess: {name} is not built here: programs are those of !")


def _command(args, shell):
    """The line that `!` would have."""
    if shell:
        return args if isinstance(args, str) else args[0]
    import _kindling_programs
    import shlex

    words = [args] if isinstance(args, (str, os.PathLike)) else list(args)
    if not words:
        raise IndexError("list index out of range")
    words = [os.fsdecode(word) for word in words]
    if _kindling_programs.of(words[0]) is None:
        raise FileNotFoundError(2, "No such file or directory", words[0])
    return shlex.join(words)


def _run(command, cwd):
    """What the commands print and complain of, and how they end."""
    from _kindling_commands import last_status, lines_of
    from _kindling_streams import joined

    before, complained = os.getcwd(), io.StringIO()
    if cwd is not None:
        os.chdir(cwd)
    try:
        with contextlib.redirect_stderr(complained):
            lines = lines_of(command)
    finally:
        os.chdir(before)
    return joined(lines), complained.getvalue(), last_status()


def run(*args, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program to its end."""
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs.update(stdout=PIPE, stderr=PIPE)
    process = Popen(*args, **kwargs)
    stdout, stderr = process.communicate(input)
    done = CompletedProcess(process.args, process.returncode, stdout, stderr)
    if check:
        done.check_returncode()
    return done


def call(*args, timeout=None, **kwargs):
    """How the program ends: 0 if well."""
    return Popen(*args, **kwargs).returncode


def check_call(*args, timeout=None, **kwargs):
    """0, if the program ends well.

    Raises:
        CalledProcessError: if it does not.
    """
    status = call(*args, **kwargs)
    if status:
        raise CalledProcessError(status, args[0] if args else kwargs.get("args"))
    return 0


def check_output(*args, timeout=None, **kwargs):
    """What the program prints.

    Raises:
        CalledProcessError: if it does not end well.
    """
    if "stdout" in kwargs or "check" in kwargs:
        name = "stdout" if "stdout" in kwargs else "check"
        raise ValueError(f"{name} argument not allowed, it will be overridden.")
    return run(*args, stdout=PIPE, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    return done.returncode, done.stdout.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Words as one line, as Windows takes them."""
    return " ".join(_quoted(os.fsdecode(word)) for word in seq)


def _quoted(word):
    escaped = word.replace('"', '\\"')
    return f'"{escaped}"' if not word or " " in word or "\t" in word else escaped
