"""Samples smoothed, draws of frozen distributions, and sums of pictures."""
from each_line import each_line
import numpy as np
from scipy import signal, stats
from PIL import Image, ImageStat
from scipy import stats
import warnings

warnings.simplefilter("ignore")
LINES = r"""
signal.medfilt([1,5,2])
signal.medfilt([1.5,9,2,7,3],5)
signal.medfilt([1,2],2)
signal.detrend([1,2,4])
signal.detrend([1,2,4,9],type='constant')
signal.savgol_filter([1,2,5,2,1],3,1)
signal.savgol_filter([1,2,5,2,1,7,8],5,2)
signal.savgol_filter([1,2,5,2,1,7,8],5,2,mode='nearest')
signal.savgol_filter([1,2,5,2,1,7,8],5,2,mode='mirror')
signal.savgol_filter([1,2,5,2,1,7,8],5,2,mode='constant')
signal.savgol_filter([1,2,5,2,1,7,8],5,2,mode='wrap')
signal.savgol_filter([1,2],5,2)
signal.savgol_filter([1,2,3],3,3)
signal.savgol_coeffs(5,2)
signal.savgol_filter(np.arange(12.).reshape(2,6)**2,3,1)
signal.savgol_filter(np.arange(12.).reshape(2,6)**2,3,1,axis=0,mode='nearest')
stats.norm(5,2).rvs(3,random_state=0)
stats.norm(5,2).rvs(size=2,random_state=0)
stats.uniform().rvs(2,random_state=1)
stats.norm.rvs(5,2,3,random_state=0)
stats.norm.rvs(5,2,size=3,random_state=0)
stats.ttest_ind([1],[2])
im=Image.new('RGB',(4,3),(10,20,30)); im.putpixel((0,0),(255,0,9))
s=ImageStat.Stat(im); s.mean,s.sum,s.sum2,s.count,s.median,s.rms,s.var,s.stddev,s.extrema
ImageStat.Stat(im.convert('L')).stddev
ImageStat.Stat('x')
Image.LANCZOS, Image.FLIP_LEFT_RIGHT, Image.ROTATE_90
im.transpose(Image.ROTATE_90).size, im.resize((2,2),Image.BILINEAR).size
im.transpose(Image.Transpose.ROTATE_90).size
im.resize((2,2),9)
stats.gamma.rvs(2,1,3,random_state=0)
stats.gamma.rvs(2,1,3,4,random_state=0)
stats.gamma(2).rvs(2,random_state=0)
stats.gamma.rvs(2,size=2,random_state=0)
stats.beta.rvs(2,3,size=2,random_state=0)
stats.chi2.rvs(3,size=2,random_state=0)
stats.t.rvs(3,size=2,random_state=0)
stats.f.rvs(3,4,size=2,random_state=0)
stats.expon.rvs(size=2,random_state=0)
stats.lognorm.rvs(.5,size=2,random_state=0)
stats.uniform.rvs(size=2,random_state=0)
stats.laplace.rvs(size=2,random_state=0)
stats.logistic.rvs(size=2,random_state=0)
stats.cauchy.rvs(size=2,random_state=0)
stats.poisson.rvs(3,size=4,random_state=0)
stats.binom.rvs(5,.5,size=4,random_state=0)
stats.geom.rvs(.3,size=4,random_state=0)
stats.bernoulli.rvs(.3,size=4,random_state=0)
stats.randint.rvs(0,9,size=4,random_state=0)
stats.truncnorm.rvs(-1,1,size=2,random_state=0)
stats.norm.rvs(random_state=0)
stats.poisson.rvs(3,random_state=0)
stats.poisson(3).rvs(2,random_state=0)
stats.binom(5,.5).rvs(2,random_state=0)
stats.poisson.rvs(3,0,4,random_state=0)
"""
each_line(LINES, globals())
