import numpy as np
from scipy import signal
from scipy.signal import *
np.set_printoptions(precision=6, suppress=True)
t=np.linspace(0,1,400,endpoint=False); x=np.sin(2*np.pi*7*t)+.5*np.cos(2*np.pi*60*t)+.1*t
for args in [(3,.2),(4,.3,"high"),(2,[.1,.4],"band"),(3,[.2,.3],"bandstop"),(5,30,"low",False,"ba",400)]:
    print(butter(*args))
print(butter(4,.3,output="sos"),butter(5,[.1,.4],btype="bandpass",output="sos"),butter(3,.2,"high",output="sos"),butter(2,.2,output="zpk"),butter(3,5,analog=True))
print(cheby1(4,1,.3),cheby2(4,40,.3),cheby2(3,30,[.2,.4],"band"),cheby1(3,.5,.2,"high",output="sos"))
b,a=butter(3,.1); s=butter(4,.1,output="sos")
print(lfilter(b,a,x)[:6],filtfilt(b,a,x)[:5],sosfilt(s,x)[-5:],sosfiltfilt(s,x)[:5],lfilter_zi(b,a),sosfilt_zi(s))
print(lfilter(b,a,x[:5],zi=lfilter_zi(b,a)*x[0]),lfilter([.25]*4,1,x)[:6],filtfilt(b,a,np.stack([x,2*x]))[:,:3],lfilter([1.,2],[2,1.],[1,2,3.]))
w,h=freqz(b,a,worN=5); print(w,h); w,h=freqz(b,a,5,fs=100); print(w,abs(h)); print(sosfreqz(s,4))
for f in [welch(x,400,nperseg=64),welch(x,400),periodogram(x,400)[:1]+(periodogram(x,400)[1][1:],),welch(x,400,nperseg=100,scaling="spectrum",window="hamming",average="median"),csd(x,x**2,400,nperseg=64),coherence(x,x+t,400,nperseg=64)]:
    print(f[0][:4],f[1][:6],f[1].shape)
f,tt,S=spectrogram(x,400,nperseg=64); print(f.shape,tt,S.shape,S[:3,:3])
f,tt,S=stft(x,400,nperseg=64); print(f.shape,tt[:4],S.shape,S[:3,:3]); q,r=istft(S,400,nperseg=64); print(abs(r[:400]-x).max()<1e-10,len(r))
print(hilbert(x)[:3],abs(hilbert(x))[5:8],resample(x,40)[:5],decimate(x,4)[:5])
for w in ["hann","hamming","blackman","bartlett","flattop","triang","parzen","nuttall","blackmanharris","cosine","boxcar",("kaiser",8.),("gaussian",2),("tukey",.3),"exponential"]: print(w,get_window(w,7),get_window(w,8,False))
print(signal.windows.hann(5),firwin(7,.3),firwin(9,[.2,.5],pass_zero=False),firwin(8,20,fs=100,window=("kaiser",6)),iirnotch(60,30,fs=400),iirpeak(.2,10))
print(find_peaks(x,height=.5,distance=5),find_peaks(x,prominence=.6),find_peaks(x,width=1.5,threshold=.01),peak_widths(x,find_peaks(x)[0][:4]),peak_prominences(x,find_peaks(x)[0][:4]))
print(find_peaks([0,2,2,0,3,0],plateau_size=1))
print(square([0,1,4,6]),sawtooth([0,1,4,6.]),sawtooth([0,1,4,6.],.5),chirp(t[:4],1,1,50),chirp(t[:4],1,1,50,"log"),chirp(t[:3],1,1,50,"quadratic"),gausspulse(t[:3],fc=5))
print(argrelextrema(x,np.greater)[0][:5],argrelmin(x,order=5)[0],correlation_lags(4,3),unit_impulse(5,2),deconvolve([1,5,8,4],[1,2.]))
print(sos2tf(s), buttord(0.2, 0.3, 3, 40), kaiserord(60, 0.1))
