"""Files of other programs: sounds (`wavfile`), and what MATLAB saved (`loadmat`).

What it is not: other formats. Start reading in `wavfile` and `_mat`.
"""

from scipy._missing import missing
from scipy.io import wavfile
from scipy.io._mat import loadmat

__all__ = ["loadmat", "wavfile"]

__getattr__ = missing(
    __name__,
    "FortranEOFError FortranFile FortranFormattingError arff hb_read hb_write idl matlab mminfo mmread mmwrite netcdf "
    "netcdf_file netcdf_variable readsav savemat whosmat",
)
