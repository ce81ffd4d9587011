# Programs that a program runs, files that are imported by their paths, and tracebacks that are printed on the way.
import contextlib
import importlib
import importlib.util
import inspect
import io
import os
import pickle
import runpy
import signal
import subprocess
import sys
import tempfile
import traceback


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


os.chdir(tempfile.mkdtemp())
with open("helper.py", "w") as file:
    file.write('import sys\nVALUE = 5\ndef double(x):\n    return 2 * x\nif __name__ == "__main__":\n    print("main", sys.argv[1:])\n')
print(runpy.run_path("helper.py")["VALUE"], runpy.run_path("helper.py", {"extra": 1})["extra"], io.open_code("helper.py").read(10))
spec = importlib.util.spec_from_file_location("by_path", "helper.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.double(4), module.__name__, spec.name, os.path.basename(spec.origin), importlib.util.find_spec("nowhere_to_be_found"))
print(subprocess.run(["python", "helper.py", "a", "b"], capture_output=True, text=True).stdout, end="")
print(subprocess.run(["echo", "hi", "a b"], capture_output=True, text=True), subprocess.check_output(["echo", "x"]))
print(subprocess.run("echo one && echo two", shell=True, stdout=subprocess.PIPE).stdout, subprocess.getoutput("echo three; echo four"))
print(subprocess.call(["false"]), subprocess.getstatusoutput("exit_is_no_program_here 2> /dev/null")[0], subprocess.run(["true"]))
with subprocess.Popen(["echo", "z"], stdout=subprocess.PIPE, text=True) as process:
    print(process.communicate(), process.returncode, process.poll())
tried(
    lambda: subprocess.run(["no-such-program-here"]), lambda: subprocess.run(["false"], check=True), lambda: subprocess.check_call(["false"]),
    lambda: subprocess.CompletedProcess(["a"], 1).check_returncode(), lambda: subprocess.run([]), lambda: subprocess.run(["true"], odd=1),
    lambda: str(subprocess.CalledProcessError(-9, "a")), lambda: subprocess.TimeoutExpired("a", 5), lambda: subprocess.list2cmdline(["a b", "c"]),
    lambda: subprocess.run(["true"], capture_output=True, stdout=subprocess.PIPE),
)  # fmt: skip
print(os.system("true"), os.system("false") != 0, os.popen("echo read").read(), sys.argv[1:])
print(repr(signal.SIGINT), signal.Signals(15).name, repr(signal.SIG_DFL), signal.strsignal(9), signal.getsignal(signal.SIGTERM))
caught = []
before = signal.signal(signal.SIGUSR1, lambda number, frame: caught.append(number))
signal.raise_signal(signal.SIGUSR1)
print(caught, repr(before), signal.signal(signal.SIGUSR1, signal.SIG_IGN) is before)
tried(lambda: signal.signal(2, 5), lambda: signal.signal(99, signal.SIG_DFL))


def told():
    out = io.StringIO()
    with contextlib.redirect_stderr(out):
        traceback.print_exc()
    return out.getvalue().splitlines()


for name in ("nowhere_to_be_found", "json.nowhere", "nowhere_to_be_found.inside"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(told()[-1], traceback.format_exception_only(error), error.name)
for data in (b"", b"abc"):
    try:
        pickle.loads(data)
    except Exception:
        print(told()[-1])
try:
    pickle.dumps(open("helper.py"))
except TypeError as error:
    print(str(error).replace("_io.", ""))


def outer():
    return inner()


def inner():
    return [frame.function for frame in inspect.stack()[:2]], inspect.getframeinfo(inspect.currentframe()).lineno


print(outer())
