# Modules that notebooks import before anything else: nothing is downloaded, and nothing stops at the import.
import ssl
import subprocess
import urllib.request
from urllib.error import HTTPError, URLError

import torch
import torch.utils.model_zoo as model_zoo

ssl._create_default_https_context = ssl._create_unverified_context
opener = urllib.request.build_opener()
opener.addheaders = [("User-agent", "Mozilla/5.0")]
urllib.request.install_opener(opener)
request = urllib.request.Request("https://example.invalid/a.gz", headers={"User-Agent": "x"})
print(request.full_url, request.get_method(), request.headers)
with open("told.txt", "w") as file:
    file.write("one\ntwo\n")
import pathlib  # noqa: E402

with urllib.request.urlopen(pathlib.Path("told.txt").absolute().as_uri()) as answer:
    print(answer.read().decode().split())
pathlib.Path("told.txt").unlink()
try:
    urllib.request.urlretrieve("https://example.invalid/a.gz", "a.gz")
except HTTPError:
    print("the server answered")
except URLError as error:
    print(type(error).__name__)
try:
    urllib.request.urlopen("no address")
except ValueError as error:
    print(error)
try:
    subprocess.run(["no-such-program-here"])
except FileNotFoundError as error:
    print(error)
print(torch.xpu.is_available(), torch.mps.device_count(), callable(model_zoo.load_url))
print(torch.set_grad_enabled(True))
