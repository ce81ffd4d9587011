"""Settings of all estimators."""
from sklearn import set_config, get_config, config_context
set_config(display="text")
print(repr(get_config()["display"]))
with config_context(display="diagram", assume_finite=True): print(get_config()["display"], get_config()["assume_finite"])
print(repr(get_config()["assume_finite"]))
print(repr(sorted(get_config())))
try:
    set_config(foo=1)
except Exception as error:
    print(type(error).__name__, error)
